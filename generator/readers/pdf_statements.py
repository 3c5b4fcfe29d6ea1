"""What the info dictionary of a PDF states, where it is plausible.

Programs fill it in unasked: a file's name for the title, the typist for the author.
The day of the file is none of publication and is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model import Span, Stated, Statements
from generator.readers.pdf_paragraphs import Paragraph
from generator.resources import word_list

_FILE = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|pages|txt|html?|pptx?|xlsx?|tex|dvi|p65|pub|wpd|md|typ)$"
    r"|^(?:microsoft|powerpoint|untitled|unbenannt|document\d|dokument\d|layout \d|slide \d|about:"
    r"|file:|https?:|www\.)|[\\_]|\s\|\s|^\W*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"by\s+[^\W\d_]", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*\.?(?:[\s'’-]{1,2}[^\W\d_][^\W\d_.'’-]*\.?){1,4}")
_NOBODY = re.compile(
    r"\b(?:user|admin\w*|office|owner|author|unknown|anonymous|desktop|scanner|guest|team|desk|staff"
    r"|department|ministry|institute|agency|press|news|inc|ltd|llc|gmbh|company)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
_BLANKS = re.compile(r"\s+")


def find_statements(
    info: Mapping[str, str], text: str, paragraphs: Sequence[tuple[Paragraph, Span]]
) -> Statements:
    """Return title and authors as the file states them; None or empty where it is not plausible.

    A title goes before what the page shows only where the page shows it too, or has
    no headline; an author likewise with a byline.

    Args:
        info: The info dictionary.
        text: The text of record.
        paragraphs: Those of the document, each with its span in the text.
    """
    first = [(one, span) for one, span in paragraphs if one.page == 1]
    return Statements(
        title=_title(_tidy(info.get("Title", "")), text, first),
        authors=tuple(_authors(_tidy(info.get("Author", "")), text, first)),
    )


def _title(title: str, text: str, first: Sequence[tuple[Paragraph, Span]]) -> Stated | None:
    if _FILE.search(title) or len(title.split()) < 2 or len(title) > 300:
        return None
    wanted = _folded(title)
    for one, span in first:
        if one.main is not False and _folded(one.text) == wanted:
            shown = span.of(text)
            return Stated(shown if "\n" not in shown else title, "PDF title", span)
    if any(one.hint == "h1" for one, _ in first):
        return None
    return Stated(title, "PDF title")


def _authors(author: str, text: str, first: Sequence[tuple[Paragraph, Span]]) -> list[Stated]:
    names = [part for part in _PARTS.split(author) if part]
    if not names or len(author) > 200 or not all(map(_is_name, names)):
        return []
    signed = any(_BYLINE.match(one.text) for one, _ in first)
    found = []
    for name in names:
        at = text.find(name)
        if at >= 0:
            found.append(Stated(name, "PDF author", Span(at, at + len(name))))
        elif not signed:
            found.append(Stated(name, "PDF author"))
    return found


def _is_name(words: str) -> bool:
    """Return whether words may be a person's name: two to five, each with a capital."""
    return bool(
        _NAME.fullmatch(words)
        and not _NOBODY.search(words)
        and all(
            w[0].isupper() or w in word_list("readers", "name_particles") for w in words.split()
        )
    )


def _tidy(value: str) -> str:
    return _BLANKS.sub(" ", "".join(c if c.isprintable() else " " for c in value)).strip()


def _folded(value: str) -> str:
    return " ".join(re.findall(r"\w+", value.casefold()))
