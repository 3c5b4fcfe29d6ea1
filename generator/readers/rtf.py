"""Rich Text Format, as old desks and many press offices still send it.

Our own small walk over the tokens: the library at hand gives text alone, puts
footnotes and page heads into the middle of sentences, and knows no headings.
"""

from __future__ import annotations

import msgspec

from generator.model import Extract, Source
from generator.readers.flow import headed, laid_out
from generator.readers.office import (
    Comment,
    about_comments,
    about_seen,
    aside,
    commented,
    find_statements,
    furniture,
)
from generator.readers.rtf_text import Walk, joined

OPENING = b"{\\rtf"
BOM = b"\xef\xbb\xbf"


def looks_like_rtf(data: bytes) -> bool:
    """Return whether it begins as an RTF file does."""
    return data[:64].removeprefix(BOM).lstrip().startswith(OPENING)


def read_rtf(data: bytes, source: Source) -> Extract:
    """Read an RTF file: each paragraph and each row of a table is a passage.

    Notes, comments, and the lines at head and foot of the pages follow the text.
    Words marked as deleted or hidden are no text.

    Raises:
        UnreadableError: If its groups are nested too deeply.
    """
    walk = Walk()
    body = headed([joined(one) for one in walk.paragraphs(data)])
    comments = [
        Comment(key, author, [joined(one) for one in rows]) for key, author, rows in walk.comments
    ]
    notes = aside(joined(one) for one in walk.notes)
    edges = furniture(msgspec.structs.replace(joined(one), hint="footer") for one in walk.furniture)
    text, passages, marked = laid_out([*body, *notes, *commented(comments), *edges])
    stated = walk.properties["title"], walk.properties["author"]
    return Extract(
        source=source,
        text=text,
        passages=passages,
        stated=find_statements(stated, text, passages),
        notices=(*about_comments(comments, marked), *about_seen(walk.seen)),
    )
