"""Notices: what a reader must know of a source, and what gives none."""

from __future__ import annotations

import msgspec
import pytest

from generator.annotate.notices import find_notices
from generator.annotate.spellings import distance
from generator.model import Credit, Notice, Outlet, Span
from tests.annotate.reports import report

COMPLETE = Outlet("Norvik Post", None)


def notices(text, said=(), flags=(), outlet=COMPLETE, **kind):
    """Return (code, words) of each notice of a report."""
    document, found = report(text, said, **kind)
    meta = msgspec.structs.replace(document.meta, outlet=outlet)
    document = msgspec.structs.replace(document, meta=meta)
    quotations = tuple(msgspec.structs.replace(q, flags=flags) for q in found.quotations)
    found = msgspec.structs.replace(found, quotations=quotations)
    return [
        (n.code, n.span.of(document.text) if n.span else None)
        for n in find_notices(document, found)
    ]


# fmt: off
CASES = {
    # what it shows: (text, [(code, words)])
    "nothing": ("The gate jammed on Monday.", []),
    "weekday": ("On Thursday 12 March 2031 it jammed.",
                [("date-conflict", "Thursday 12 March 2031")]),
    "no such day": ("It is dated 31 February 2031.", [("date-unclear", "31 February 2031")]),
    "day or month first": ("It is dated 4/3/2031.", [("date-unclear", "4/3/2031")]),
    "no tense": ("They had asked for it by 30 June.", [("date-unclear", "30 June")]),
    "numbers unread": ("It was -1e400, 1,2,3,4 and ٣٤.",
                       [("number-unclear", "-1e400"), ("number-unclear", "1,2,3,4"),
                        ("number-unclear", "٣٤")]),
    "numbers with two readings": ("They cut 1.200 jobs and 12,5 of it.",
                                  [("number-unclear", "1.200"), ("number-unclear", "12,5")]),
    "endless digits": ("It was " + "7" * 10_000 + " jobs.", [("number-unclear", "7" * 10_000)]),
    "plain numbers": ("It was ½, 1,000.50, 0.375 and version 1.2.3 at 04:15 on 04.03.2031.", []),
    "numbers of a caption": ("caption> It was 1,2,3,4.", []),
    "read more": ("The gate jammed.\nboilerplate> Read more ....", [("excerpt", "Read more ....")]),
    "rest elsewhere": ("The gate jammed.\nboilerplate> Read the full story at the Norvik Post",
                       [("excerpt", "Read the full story at the Norvik Post")]),
    "link to another story": ("The bridge closed.\nrelated> Read more: Five bridges to walk", []),
    "headline of a report": ("origin_headline> Gate jams\nIt jammed.", [("excerpt", "Gate jams")]),
    "breaks off": ("It jammed and then it [[…]]", [("excerpt", "It jammed and then it […]")]),
    "comment": ("It jammed.\neditor_comment> A farce.\neditor_comment> So there.",
                [("editor-comment", "A farce.")]),
    "correction": ("It jammed.\nboilerplate> Correction: it was gate four.",
                   [("correction", "Correction: it was gate four.")]),
    "two spellings": ("[Ana Marchetti] spoke.| [Marcheti] left.", [("name-unsure", "Marcheti")]),
    "two people": ("[Ana Marlowe] met [Eva Marlows] and [Lee] met [Lea].", []),
    "son and daughter": ("[Ana Petrova] met [Petrov].", []),
}
# fmt: on


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_the_text_shows(text, expected):
    """Each defect or borrowing is told once, with the words it is about."""
    assert notices(text) == expected


def test_what_the_page_does_not_state():
    """Neither outlet nor day is guessed."""
    assert notices("It jammed.", outlet=None, published=None) == [
        ("date-not-stated", None),
        ("outlet-not-stated", None),
    ]


@pytest.mark.parametrize(
    ("flags", "code"), [(("unclosed",), "quotation-unclosed"), (("altered",), "quotation-altered")]
)
def test_marks_of_a_quotation(flags, code):
    """A missing mark and a bracket of the outlet are told at the quotation."""
    said = [("It jammed", "Ana Ruiz")]
    assert notices("“It jammed”, said [Ana Ruiz].", said, flags) == [(code, "It jammed")]


def test_a_quotation_without_speaker():
    """Words in marks that nobody is given for are told."""
    assert notices("“It jammed and jammed.”", [("It jammed and jammed.", None)]) == [
        ("speaker-not-stated", "It jammed and jammed.")
    ]


def test_each_other_outlet_once():
    """The first place where it is credited is shown."""
    document, found = report("The Star said so.| The Star said it again.")
    cited = tuple(Credit("The Star", Span(at, at + 8), None) for at in (0, 18))
    found = msgspec.structs.replace(found, credits=cited)
    codes = [(n.code, n.span) for n in find_notices(document, found)]
    assert codes.count(("cites-other-outlet", Span(0, 8))) == 1
    assert ("cites-other-outlet", Span(18, 26)) not in codes


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The union opposed the plan.", [("title-loaded", "slams")]),
        ("The union was slammed for it.", []),
    ],
)
def test_a_loaded_title_needs_support(body, expected):
    """A word that judges is told if no form of it stands in the text below."""
    assert notices(f"title> Union slams plan\n{body}", title="Union slams plan") == expected


def test_the_readers_notices_are_kept_and_all_are_sorted():
    """What concerns the whole document comes first."""
    document, found = report("On Thursday 12 March 2031 it jammed.", published=None)
    reader = Notice("encoding-damaged", Span(3, 11), "Signs are damaged.")
    document = msgspec.structs.replace(document, notices=(reader,))
    codes = [n.code for n in find_notices(document, found)]
    assert codes == ["date-not-stated", "outlet-not-stated", "encoding-damaged", "date-conflict"]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("ruiz", "ruiz", 0),
        ("ruiz", "ruis", 1),
        ("ruiz", "riuz", 1),
        ("ruiz", "lind", 3),
        ("a", "abcd", 3),
    ],
)
def test_distance_counts_letters_up_to_a_bound(one, two, expected):
    """One letter put in, left out, changed or swapped is one; three means more than two."""
    assert distance(one, two, 2) == expected
