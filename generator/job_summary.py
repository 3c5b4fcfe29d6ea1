"""The report of a build as Markdown for a job summary, where a file name may say anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model import Failure

MOST_ROWS = 100
"""Rows of a list; the log of the job holds all of them."""
LONGEST_NAME, LONGEST_TEXT = 300, 800
"""Characters of a name and of a reason. With :data:`MOST_ROWS` of two lists, and four bytes a
character at most, a whole summary stays below 800 KB; more than 1 MiB would not be shown."""

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
"""What nobody sees though it counts as printable: fillers and variation selectors."""


def job_summary(
    verdict: str,
    counts: Iterable[tuple[int, str]] = (),
    failures: Sequence[Failure] = (),
    warnings: Sequence[str] = (),
    *,
    reason: str = "",
) -> str:
    """Return what a build made as Markdown, ending with an empty line.

    Args:
        verdict: What became of the site, in words of ours: it is printed as Markdown.
        counts: Numbers and the noun of each, in the singular; in this order they are rows.
        failures: Documents that were not used.
        warnings: Any texts.
        reason: Why there is no site, any text; empty if there is one.
    """
    parts = [f"## Briefings: {verdict}"]
    if reason:
        parts.append(f"The reason: {inert(reason, LONGEST_TEXT)}")
    rows = [f"| {_heading(noun)} | {count} |" for count, noun in counts]
    if rows:
        rows += [f"| Failures | {len(failures)} |", f"| Warnings | {len(warnings)} |"]
        parts.append("\n".join(("| What | How many |", "| --- | ---: |", *rows)))
    not_used = [
        f"{inert(one.path, LONGEST_NAME)}: {inert(one.reason, LONGEST_TEXT)}"
        for one in failures[:MOST_ROWS]
    ]
    parts += _listed("Not used", not_used, len(failures))
    warned = [inert(text, LONGEST_TEXT) for text in warnings[:MOST_ROWS]]
    parts += _listed("Warnings", warned, len(warnings))
    return "\n\n".join(parts) + "\n\n"


def inert(text: str, longest: int) -> str:
    r"""Return any text as one Markdown code span that shows it to the letter.

    Within a code span nothing is a link, a picture, HTML, a mention or the number of an
    issue. The fence is longer than any row of backticks inside, and there is no line end, so
    that no text can close it.

    Args:
        text: Anything. What cannot be seen is spelt out, as in ``\u202e``.
        longest: At most so many characters are shown, and a sign says that some were cut.
    """
    shown = "".join(map(_spelt, text[:longest]))
    if len(shown) > longest or len(text) > longest:
        shown = shown[:longest] + "…"
    longest_run = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest_run + 1)
    # One blank on either side is taken away by the reader, unless there is nothing but blanks.
    padding = " " if shown.strip(" ") else ""
    return f"{fence}{padding}{shown or ' '}{padding}{fence}"


def _spelt(character: str) -> str:
    if character.isprintable() and not _UNSEEN.match(character):
        return character
    return character.encode("unicode_escape").decode()


def _heading(noun: str) -> str:
    return f"{noun[0].upper()}{noun[1:]}s"


def _listed(title: str, rows: Sequence[str], number: int) -> list[str]:
    """Return a list under its heading, with how many are missing; nothing if there are none."""
    if not number:
        return []
    parts = [f"### {title}", "\n".join(f"- {row}" for row in rows)]
    if number > len(rows):
        parts.append(f"{number - len(rows)} more are in the log.")
    return parts
