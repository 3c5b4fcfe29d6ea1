"""Small files of each zipped format, made by hand, and the ways to spoil any file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from generator.errors import UnreadableError
from generator.model import Extract, Source

SOURCE = Source("note.bin", None, "application/octet-stream", "0")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "berschrift1": "heading 1",
    "berschrift2": "heading 2",
    "Zitat": "Quote",
    "Bild": "caption",
    "Liste": "List Bullet",
    "Verzeichnis1": "toc 1",
}


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of the parts, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            data = content.encode() if isinstance(content, str) else content
            way = zipfile.ZIP_STORED if name == "mimetype" else method
            archive.writestr(zipfile.ZipInfo(name), data, way)
    return buffer.getvalue()


def docx(body: str, parts: dict[str, str | bytes] | None = None, links: str = "") -> bytes:
    """Return a Word file with a body, and further parts that its links name by kind=target."""
    rows = {"styles": "styles.xml", **dict(link.split("=") for link in links.split())}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}'
            "</w:body></w:document>",
            "word/_rels/document.xml.rels": relationships(rows),
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
            **(parts or {}),
        }
    )


def relationships(rows: dict[str, str], extra: str = "") -> str:
    """Return a part that links kinds to targets."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for i, (kind, target) in enumerate(rows.items())
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{links}{extra}</Relationships>'


def p(words: str, style: str = "", inside: str = "") -> str:
    """Return a paragraph of a Word file; ``words`` may hold runs already."""
    run = words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{inside}</w:pPr>{run}</w:p>"


def shown(extract: Extract) -> list[tuple[str, str]]:
    """Return hint and words of each passage, and check that they cover the text once."""
    spans = [passage.span for passage in extract.passages]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(extract.text))
    assert all(passage.span.of(extract.text).strip() for passage in extract.passages)
    return [(passage.hint, passage.span.of(extract.text)) for passage in extract.passages]


def spoilt(data: bytes, count: int = 200) -> Iterator[bytes]:
    """Yield a fixed row of damaged copies: bytes changed, cut out, doubled, cut off."""
    for step in range(count):
        at = (step * 7919 + 13) % len(data)
        kind = step % 4
        if kind == 0:
            yield data[:at] + bytes([data[at] ^ (1 << step % 8)]) + data[at + 1 :]
        elif kind == 1:
            yield data[:at] + data[at + 1 + step % 40 :]
        elif kind == 2:
            yield data[:at] + data[at : at + 30] + data[at:]
        else:
            yield data[:at]


def survives(read, data: bytes) -> None:
    """Check that each damaged copy is read, every character covered, or refused in one line."""
    for copy in spoilt(data):
        try:
            extract = read(copy, SOURCE)
        except UnreadableError as error:
            reason = str(error)
        else:
            reason = "read"
            shown(extract)
        assert reason
        assert "\n" not in reason
