"""Names that last: slugs for documents and pages, ids for the items in them.

An id depends on the document's id, the kind of item and its normalised words,
never on a position, so that links, corrections and comparisons survive an edit
elsewhere in the text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

MAX_SLUG = 80
"""Bytes; some file systems refuse names above 255, and pages put a folder around it."""

_RESERVED = re.compile(
    "404|assets|aux|cname|con|functions|headers|index|nul|prn|redirects|robots|search|sitemap"
)
"""Names that a host, an operating system or the site engine takes for itself."""

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z][a-z0-9]{1,5}")
"""A name that can be told from its slug: the last hyphen there is the stop here."""


def slug(words: str) -> str:
    """Return an address part of ASCII letters, digits and hyphens; never empty or reserved.

    What ASCII cannot say is replaced by a short digest of the words, so that two
    titles in another script stay apart.
    """
    plain = unicodedata.normalize("NFKD", words)
    lost = any(ord(c) > 127 and unicodedata.category(c)[0] in "LN" for c in plain)
    text = "".join(_ascii(c) for c in plain.casefold())
    text = re.sub(r"[^\x00-\x7f]", "", text)
    text = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    if not text or lost or len(text) > MAX_SLUG or _RESERVED.fullmatch(text):
        stem = text[: MAX_SLUG - 9].rstrip("-")
        text = f"{stem}-{_digest(words)[:8]}".lstrip("-")
    return text


def document_ids(paths: Iterable[str]) -> dict[str, str]:
    """Return the id of each document by its path.

    An id is the slug of the path without its ending; where two collide both keep
    their ending, and where even that is not enough a digest of the path.
    """
    ordered = sorted(set(paths))
    ids = {path: slug(_stem(path)) for path in ordered}
    for longer in (slug, lambda path: f"{slug(path)[:MAX_SLUG]}-{_digest(path)[:8]}"):
        uses = Counter(ids.values())
        ids = {path: longer(path) if uses[ids[path]] > 1 else ids[path] for path in ordered}
    return ids


def part_id(document: str, part: str) -> str:
    """Return the id of one document of a file that holds several.

    It depends on the file's id and the part's own name alone, so that it stays when
    other parts come and go. Two hyphens part them: no other id has them. What a slug
    does not tell apart, such as folders and capitals, is told by a digest.
    """
    plain = slug(part)
    if not _PLAIN.fullmatch(part) or len(part) > MAX_SLUG:
        plain = f"{plain[: MAX_SLUG - 9].rstrip('-')}-{_digest(part)[:8]}"
    return f"{document}--{plain}"


def item_ids(document: str, kind: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return one id for each item, in the order given, which is that of the text.

    Args:
        document: The document's id.
        kind: ``claim``, ``quotation``, ``figure``, ``person`` and so on.
        words: What each item says. Case, punctuation and blanks do not count;
            equal items get ``-2``, ``-3`` in text order.
    """
    seen: Counter[str] = Counter()
    ids = []
    for text in words:
        base = f"{kind[0]}-{_digest(document, kind, normalised(text))[:10]}"
        seen[base] += 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return tuple(ids)


def normalised(text: str) -> str:
    """Return the words of a text, compatibility forms and case folded, one blank apart."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _ascii(character: str) -> str:
    """Return a character for an address: accents and apostrophes vanish, other signs part words."""
    if character in "'’‘" or unicodedata.category(character) == "Mn":
        return ""
    return character if ord(character) < 128 or character.isalnum() else " "


def _stem(path: str) -> str:
    head, dot, ending = path.rpartition(".")
    return head if dot and head and "/" not in ending else path


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=10).hexdigest()
