"""The sample documents say what they are, and every reader can read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.desk import gather, sidecar_statements
from generator.readers.stage import read

SEEDS = Path(__file__).parents[1] / "seeds"

OPENINGS = {
    "russia-china-2021": "[This document was written for the briefing generator; "
    "it retells real reports.]",
    "harbour-pilots": "[This document was written for the briefing generator; "
    "the story is invented.]",
}
"""The line that opens each document, by folder."""

DOCUMENTS = sorted(seed.path for seed in gather(SEEDS)[0])


def test_the_two_folders():
    """Two retellings of one event, and six documents of an invented one in three formats."""
    assert DOCUMENTS == [
        "harbour-pilots/brannock-herald.txt",
        "harbour-pilots/gull-point-gazette.html",
        "harbour-pilots/lamplighter-blog.txt",
        "harbour-pilots/night-boarding-explained.md",
        "harbour-pilots/seaboard-wire.txt",
        "harbour-pilots/trade-winds-daily.txt",
        "russia-china-2021/capital-ledger.txt",
        "russia-china-2021/world-reader.txt",
    ]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_each_document_opens_with_what_it_is(path):
    """The first words that a reader of the page sees say that the document is a sample."""
    text = read((SEEDS / path).read_bytes(), path).text
    visible = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL).lstrip()
    assert visible.startswith(OPENINGS[path.partition("/")[0]])


def test_sidecars_can_be_read():
    """Each sidecar stands beside a document, and the desk understands it."""
    files = {str(file) for file in SEEDS.rglob("*.meta.yml")}
    assert {seed.sidecar for seed in gather(SEEDS)[0] if seed.sidecar} == files
    for file in files:
        sidecar_statements(Path(file).read_bytes(), file)


def test_one_document_is_a_copy():
    """Every paragraph of the wire's report stands in the page that took it over."""
    wire = (SEEDS / "harbour-pilots/seaboard-wire.txt").read_text(encoding="utf-8")
    page = (SEEDS / "harbour-pilots/gull-point-gazette.html").read_text(encoding="utf-8")
    plain = re.sub(r"<[^>]*>|&[lr]dquo;|\"", "", page).replace("&rsquo;", "'")
    body = wire.partition("(Seaboard Wire) - ")[2].partition("(Reporting by")[0]
    paragraphs = [line.replace('"', "") for line in body.splitlines() if line]
    assert len(paragraphs) == 8
    assert [one for one in paragraphs if one not in plain] == []
