"""Names that a page prints, kept equal to the characters of the source that they point at."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from generator.model import Author, Meta, Outlet, Span, Title
from generator.offsets import OffsetMap

Named = TypeVar("Named", Title, Outlet, Author)


def as_printed(meta: Meta, record: str, offsets: OffsetMap) -> Meta:
    """Return the metadata with each headline and name equal to its slice of the record.

    Where the view differs only in its blanks, the words of the record are taken;
    where characters were repaired or markup stands within, the readable words are
    kept and point at nothing, since they are no slice.
    """
    return msgspec.structs.replace(
        meta,
        title=meta.title and _pointed(meta.title, "text", record, offsets),
        outlet=meta.outlet and _pointed(meta.outlet, "name", record, offsets),
        authors=tuple(_pointed(author, "name", record, offsets) for author in meta.authors),
    )


def _pointed(named: Named, field: str, record: str, offsets: OffsetMap) -> Named:
    if named.span is None:
        return named
    words = Span(*offsets.origin(named.span.start, named.span.end)).of(record)
    if words.split() == getattr(named, field).split() and "\n" not in words:
        return msgspec.structs.replace(named, **{field: words})
    return msgspec.structs.replace(named, span=None)
