"""The report of a build for a job summary and a log: whatever a file is called is only shown."""

from __future__ import annotations

import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.cli.told import Line, append, rows_of, summary_of
from generator.errors import GeneratorError
from generator.job_summary import LONGEST_TEXT, MOST_ROWS, inert, job_summary
from generator.model import Failure
from generator.pipeline import Report
from tests.desks import STORY, briefing, make_desk

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""Reads more as markup than GitHub shows, so that nothing slips through unseen."""

COUNTS = ((3, "document"), (2, "briefing"), (0, "claim"))

HOSTILE = {
    # what it tries: (the text, what is shown)
    "a mention": ("@team", "@team"),
    "an issue": ("#1 and owner/name#2 and GH-3", "#1 and owner/name#2 and GH-3"),
    "a closing keyword": ("fixes #1, closes owner/name#2", "fixes #1, closes owner/name#2"),
    "a picture": ("![x](https://a.example/x.png)", "![x](https://a.example/x.png)"),
    "a link": ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    "a bare address": ("https://a.example www.a.example", "https://a.example www.a.example"),
    "an address in angles": ("<https://a.example>", "<https://a.example>"),
    "HTML": ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    "a script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "the end of a fold": ("</details></summary></code>", "</details></summary></code>"),
    "a comment": ("<!-- all that follows", "<!-- all that follows"),
    "an entity": ("&lt;b&gt; &#64;team", "&lt;b&gt; &#64;team"),
    "a backtick": ("a`b", "a`b"),
    "backticks at the ends": ("`a`", "`a`"),
    "the end of the code": ("x` @team `y", "x` @team `y"),
    "runs of backticks": ("``` x ```` y ` z ``", "``` x ```` y ` z ``"),
    "backticks alone": ("```", "```"),
    "a fence of tildes": ("~~~ @team", "~~~ @team"),
    "emphasis": ("**a** _b_ ~~c~~", "**a** _b_ ~~c~~"),
    "cells of a table": ("a | b \\| c", "a | b \\| c"),
    "a table": ("a|b\n-|-\nc|d", r"a|b\n-|-\nc|d"),
    "a new paragraph": ("a\n\n# Heading", r"a\n\n# Heading"),
    "other line ends": ("a\rb\u2028c\u2029d\x85e", r"a\rb\u2028c\u2029d\x85e"),
    "a quotation": ("> a", "> a"),
    "a list in a list": ("- [ ] a", "- [ ] a"),
    "a footnote": ("[^1]: a", "[^1]: a"),
    "a reference": ("[a]: https://a.example", "[a]: https://a.example"),
    "a sum": ("$`a`$ $$b$$", "$`a`$ $$b$$"),
    "a backslash at the end": ("a\\", "a\\"),
    "blanks at the ends": ("  a  ", "  a  "),
    "a command in a log": ("::error::a ##[add-mask]b", "::error::a ##[add-mask]b"),
    "codes of a terminal": ("a\x1b[2J\x00\x07b", r"a\x1b[2J\x00\x07b"),
    "text from the right": ("a\u202etxt.exe\u2066", r"a\u202etxt.exe\u2066"),
    "no width": ("a\u200bb\u200d\ufeffc\u00ad", r"a\u200bb\u200d\ufeffc\xad"),
    "characters for tags": ("a\U000e0041", r"a\U000e0041"),
    "fillers": ("a\u3164b\u2800c\ufe0f", r"a\u3164b\u2800c\ufe0f"),
    "half a character": ("a\udcffb", r"a\udcffb"),
    "nothing": ("", " "),
}
ROWS = pytest.mark.parametrize(("text", "shown"), HOSTILE.values(), ids=HOSTILE)


def shape(markdown):
    """Return the kinds of blocks in a summary, and the pieces of each run of text."""
    tokens = MARKDOWN.parse(markdown)
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    runs = [
        [(piece.type, piece.content) for piece in token.children]
        for token in tokens
        if token.type == "inline"
    ]
    return blocks, runs


@ROWS
def test_a_text_is_shown_to_the_letter_and_is_nothing_else(text, shown):
    """As a name, as a reason and as a warning a text is one piece of code with those letters."""
    blocks, runs = shape(job_summary("built", (), (Failure(text, "read", text),), (text,)))
    assert blocks == {"heading", "inline", "bullet_list", "list_item", "paragraph"}
    code = ("code_inline", shown)
    assert runs == [
        [("text", "Briefings: built")],
        [("text", "Not used")],
        [code, ("text", ": "), code],
        [("text", "Warnings")],
        [code],
    ]


@ROWS
def test_a_reason_is_shown_to_the_letter(text, shown):
    """Why there is no site is one piece of code, too; without a reason there is no such line."""
    blocks, runs = shape(job_summary("not built", reason=text))
    assert blocks == {"heading", "inline", "paragraph"} if text else {"heading", "inline"}
    told = [[("text", "The reason: "), ("code_inline", shown)]] if text else []
    assert runs == [[("text", "Briefings: not built")], *told]


@given(st.text(st.characters(codec=None), max_size=60) | st.text("`@#|\\ \n<>[]()!a", max_size=60))
def test_any_text_is_one_piece_of_code(text):
    """No text at all ends its code or changes the line that it stands in."""
    [run] = shape(f"- {inert(text, 1000)}: end")[1]
    assert [kind for kind, _ in run] == ["code_inline", "text"]
    assert run[1][1] == ": end"
    if text.isprintable() and text.isascii() and text:
        assert run[0][1] == text


def test_counts_are_a_table():
    """The counts come in their order, and failures and warnings are counted by the summary."""
    text = job_summary("built", (*COUNTS, (4, "PDF")), (Failure("a", "read", "b"),), ())
    assert re.findall(r"^\| (\w+) \| (\d+) \|$", text, re.MULTILINE) == [
        ("Documents", "3"),
        ("Briefings", "2"),
        ("Claims", "0"),
        ("PDFs", "4"),
        ("Failures", "1"),
        ("Warnings", "0"),
    ]
    assert "table" in shape(text)[0]


def test_a_list_says_how_much_is_missing():
    """Beyond a hundred rows a list ends with how many are left out, and not before."""
    many = tuple(Failure(f"{n}.txt", "read", "empty") for n in range(MOST_ROWS + 7))
    text = job_summary("built", COUNTS, many, ())
    assert text.count("\n- ") == MOST_ROWS
    assert "\n7 more are in the log.\n" in text
    assert "Warnings\n\n-" not in text
    assert "more are" not in job_summary("built", COUNTS, many[:MOST_ROWS], ())


def test_a_long_text_is_cut():
    """A text is cut at its bound, which is shown, and one at the bound is whole."""
    assert inert("a" * LONGEST_TEXT, LONGEST_TEXT) == f"` {'a' * LONGEST_TEXT} `"
    assert inert("a" * (LONGEST_TEXT + 1), LONGEST_TEXT) == f"` {'a' * LONGEST_TEXT}… `"


@pytest.mark.parametrize("sign", ["\U00020000", "\U000e0041", "`", "a`"], ids=ascii)
def test_the_whole_stays_below_what_github_shows(sign):
    """However many failures of whatever length: less than 900 KB, and no long wait."""
    text = sign * 1_000_000
    many = (Failure(text, "read", text),) * 1000
    summary = job_summary("built", COUNTS, many, (text,) * 1000, reason=text)
    assert len(summary.encode()) < 900_000


EVIL = "x\n::error::y##[add-mask]e \x1b[2J\u202e@team`#1<img src=x>.txt"
"""A file name that tries a log and a summary at once."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A desk with a good document and one of an evil name, built with a summary."""
    folder = tmp_path_factory.mktemp("summary")
    desk = make_desk(folder / "desk", {"a.txt": STORY, EVIL: b""})
    file = folder / "summary.md"
    file.write_text("Before.\n\n", encoding="utf-8")
    return briefing("build", "--summary", str(file), cwd=desk), file.read_text(encoding="utf-8")


def test_build_appends_its_summary(built):
    """`--summary` adds to the file the verdict, what the last line counts, and each failure."""
    run, text = built
    assert text.startswith("Before.\n\n## Briefings: the site was built\n\n| What | How many |\n")
    for noun, count in re.findall(r"^\| (\w+) \| (\d+) \|$", text, re.MULTILINE):
        word = noun if noun == "PDFs" else noun.lower()
        assert f"{count} {word if count != '1' else word[:-1]}" in run.stdout
    [name, colon, reason] = shape(text)[1][-1]
    shown = r"x\n::error::y##[add-mask]e \x1b[2J\u202e@team`#1<img src=x>.txt"
    assert name == ("code_inline", shown)
    assert colon == ("text", ": ")
    assert reason[0] == "code_inline"
    assert "empty" in reason[1]


def test_no_line_of_a_log_is_a_command(built):
    """No line begins with `::` or holds `##[` or a control character, whatever the name."""
    run, _ = built
    lines = (run.stdout + run.stderr).split("\n")
    assert any(r"x\n::error::y#\x23[add-mask]e \x1b[2J\u202e@team" in line for line in lines)
    assert [line for line in lines if line.lstrip().startswith("::") or "##[" in line] == []
    assert [line for line in lines if not line.isprintable()] == []


def test_a_library_cannot_drive_a_log_either():
    """What a library logs of a text is one line of ours, too."""
    text = "a\n::error::b ##[group]c\x1b[0m"
    record = logging.LogRecord("lib", logging.WARNING, "f.py", 1, "odd: %s", (text,), None)
    shown = Line("briefing: %(message)s").format(record)
    assert shown == r"briefing: odd: a\n::error::b #\x23[group]c\x1b[0m"


def test_a_build_that_fails_says_why(tmp_path):
    """With a broken setting, or no readable document, the summary says that there is no site."""
    desk = make_desk(tmp_path / "desk", {"a.txt": b""})
    file = tmp_path / "summary.md"
    assert briefing("build", "--summary", str(file), cwd=desk, ok=False).returncode == 1
    assert file.read_text("utf-8").startswith("## Briefings: nothing could be built\n")
    assert "### Not used\n\n- ` a.txt `: " in file.read_text("utf-8")
    file.unlink()
    (desk / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    assert briefing("build", "--summary", str(file), cwd=desk, ok=False).returncode == 1
    text = file.read_text("utf-8")
    assert text.startswith("## Briefings: the site was not built\n\nThe reason: ` mkdocs.yml, line")


@pytest.mark.parametrize(
    ("report", "strict", "verdict"),
    [
        ({}, False, "the site was built"),
        ({}, True, "the site was built"),
        ({"warnings": ("x",)}, False, "the site was built"),
        ({"warnings": ("x",)}, True, "`--strict` allows none"),
        ({"failures": (Failure("a", "read", "b"),)}, True, "`--strict` allows none"),
        (
            {"documents": 0, "failures": (Failure("a", "read", "b"),)},
            True,
            "nothing could be built",
        ),
    ],
)
def test_the_verdict(report, strict, verdict):
    """The heading says what became of the site, and why `--strict` fails though there is one."""
    heading = summary_of(made(**report), strict=strict).splitlines()[0]
    assert heading.endswith(verdict)


def test_pdfs_are_counted_where_there_are_some():
    """The row for PDFs comes last, and only if some were made."""
    assert rows_of(made(prints=3))[-1] == (3, "PDF")
    assert rows_of(made(prints=0))[-1] == (1, "figure")


def made(**fields):
    """Return the report of a build that made one of each, but for what is given."""
    counts = dict.fromkeys(("documents", "stories", "claims", "quotations", "figures"), 1)
    rest = {"prints": 0, "failures": (), "warnings": (), "newest": None}
    return Report(**{**counts, **rest, **fields})


def test_a_summary_that_cannot_be_written_is_told(tmp_path):
    """A summary in a folder that is not there is one of our errors, with the name of the file."""
    with pytest.raises(GeneratorError, match=r"summary\.md cannot be written: No such file"):
        append(tmp_path / "none" / "summary.md", "text")
