"""Every way in which an edition can say what its sources do not is found and named."""

from __future__ import annotations

import msgspec
import pytest

from generator.edition import assemble, published
from generator.model import Author, Block, Drift, Excerpt, Outlet, Span, Title
from generator.verify import check, verify
from tests.link.test_stage import DESK, LINKS
from tests.link.written import person, written

TEXTS = {one.id: one.text for one in DESK}
WHOLE = assemble(DESK, LINKS)
DOCUMENT = written(
    "a",
    "Ana Ruiz, an engineer, said <Ana Ruiz/indirect|the grain store burnt down>.",
    figures=[("store", 1, None, "stores", None)],
)
replace = msgspec.structs.replace


def first(layer: str, **changes):
    """Return the document with its first item of a layer changed."""
    item, *rest = getattr(DOCUMENT, layer)
    return replace(DOCUMENT, **{layer: (replace(item, **changes), *rest)})


def twice(layer: str):
    """Return the document with its first item of a layer given again."""
    items = getattr(DOCUMENT, layer)
    return replace(DOCUMENT, **{layer: (items[0], *items)})


DAMAGED = {
    # what is wrong: (document, words of the breach)
    "span beyond the text": (first("claims", span=Span(0, 999)), "claims c0 at 0-999 lies outside"),
    "span before the text": (
        first("claims", hedges=(Span(-3, 2),)),
        "claims c0 at -3-2 lies outside",
    ),
    "span turned round": (
        first("quotations", cue=(Span(9, 4),)),
        "quotations q0 at 9-4 lies outside",
    ),
    "empty span": (first("people", mentions=(Span(5, 5),)), "at 5-5 lies outside"),
    "claim twice": (twice("claims"), "claims: id c0 stands twice"),
    "person twice": (twice("people"), "people: id p0 stands twice"),
    "title that is no slice": (
        replace(DOCUMENT, title=Title("Ana Riuz", Span(0, 8))),
        "title at 0-8 is not the slice 'Ana Ruiz'",
    ),
    "outlet that is no slice": (
        replace(DOCUMENT, outlet=Outlet("Post", Span(0, 8))),
        "outlet at 0-8 is not the slice",
    ),
    "author that is no slice": (
        replace(DOCUMENT, authors=(Author("Bo Lind", Span(0, 8)),)),
        "author Bo Lind at 0-8 is not",
    ),
    "excerpt that is no slice": (
        replace(DOCUMENT, excerpts=(Excerpt(Span(0, 3), "Bo "),)),
        "excerpt at 0-3 is not the slice",
    ),
    "quotation of a blank": (
        first("quotations", content=(Span(9, 10),)),
        "quotation q0 has no words",
    ),
    "quotation of nothing": (first("quotations", content=()), "quotation q0 has no words"),
    "speaker who is nobody": (first("quotations", speaker="p9"), "its speaker p9 is nobody"),
    "claimant who is nobody": (first("claims", speaker="p9"), "its speaker p9 is nobody"),
    "claim of no quotation": (first("claims", quotations=("q9",)), "q9 is none of the quotations"),
    "role of nowhere": (first("people", role="surgeon"), "its role 'surgeon' is not in the text"),
    "affiliation of nowhere": (
        first("quotations", affiliation="Norvik"),
        "its affiliation 'Norvik' is not in",
    ),
    "period of nowhere": (first("figures", period="last year"), "its period 'last year' is not in"),
    "blocks that overlap": (
        replace(DOCUMENT, blocks=(*DOCUMENT.blocks, Block(Span(0, 3), "body", None, 1, 1.0))),
        "overlap",
    ),
    "words in no block": (replace(DOCUMENT, blocks=()), "is in no block"),
    "no text": (replace(DOCUMENT, text=None), "the text of record is missing"),
}
SOUND = {
    "as it is": DOCUMENT,
    "role over a line's end": replace(
        written("a", "She is chief\n engineer."), people=(person("Ana Ruiz", "chief engineer"),)
    ),
    "role with markup in it": replace(
        written("a", "She is *chief* engineer."), people=(person("Ana Ruiz", "chief engineer"),)
    ),
    "role with a damaged letter": replace(
        written("a", "She heads the cafÃ© chain."),
        people=(person("Ana Ruiz", "heads the café chain"),),
    ),
    "name without a span": replace(DOCUMENT, outlet=Outlet("Evening Post", None)),
    "nothing in it": written("a"),
}


@pytest.mark.parametrize(("document", "breach"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_document_is_named(document, breach):
    """The breach begins with the document and says which item is wrong, and where."""
    found = check(document)
    assert any(line.startswith("a: ") and breach in line for line in found), found


@pytest.mark.parametrize("document", SOUND.values(), ids=SOUND)
def test_a_sound_document_has_no_breach(document):
    """What holds is not complained of."""
    assert check(document) == ()


def test_a_whole_edition_has_no_breach():
    """Every kind of link that the joiners make holds, with texts and with excerpts."""
    assert verify(WHOLE, TEXTS) == ()
    printed = {one.id: (Span(0, 5),) for one in DESK if one.text}
    assert verify(published(WHOLE, printed), TEXTS) == ()


def changed(name: str, **changes):
    """Return the edition with its first link of a kind changed."""
    link, *rest = getattr(WHOLE, name)
    return replace(WHOLE, **{name: (replace(link, **changes), *rest)})


SAME = WHOLE.same_statement[0]
GROUP = WHOLE.claim_groups[0]
STORY = WHOLE.stories[0]

LINKED = {
    # what is wrong: (edition, words of the breach)
    "statement without its end": (
        changed("same_statement", b=replace(SAME.b, quotation="q99")),
        "same_statement: quotation q99 of",
    ),
    "drift outside the statement": (
        changed("same_statement", drift=(Drift("limiter-lost", Span(0, 1), None),)),
        "limiter-lost at 0-1 is not in",
    ),
    "group without its end": (
        changed(
            "claim_groups", members=(replace(GROUP.members[0], claim="c99"), *GROUP.members[1:])
        ),
        "claim c99 of",
    ),
    "group of other documents": (changed("claim_groups", documents=9), "says 9 documents"),
    "more origins than documents": (changed("claim_groups", independent_origins=9), "9 origins of"),
    "label that does not follow": (
        changed("claim_groups", label="single-source"),
        "is labelled single-source",
    ),
    "lead without its claim": (
        changed("stories", lead=(replace(STORY.lead[0], claim="c99"),)),
        "claim c99 of",
    ),
    "story without its document": (
        changed("stories", documents=(*STORY.documents, "zz")),
        "zz: is in a story and no document",
    ),
    "document in no story": (changed("stories", documents=STORY.documents[1:]), "is in 0 stories"),
    "story twice": (
        replace(WHOLE, stories=(*WHOLE.stories, STORY)),
        f"stories: id {STORY.id} stands twice",
    ),
    "document twice": (
        replace(WHOLE, documents=(WHOLE.documents[0], *WHOLE.documents)),
        "documents: id a stands twice",
    ),
    "person without the document's": (
        changed("people", members=(replace(WHOLE.people[0].members[0], person="p99"),)),
        "person p99 of",
    ),
    "figure without its end": (
        changed(
            "figure_groups", members=(replace(WHOLE.figure_groups[0].members[0], figure="f99"),)
        ),
        "figure f99 of",
    ),
    "day without its claim": (changed("timeline", claim="c99"), "claim c99 of"),
    "origin of no document": (changed("origins", document="zz"), "document zz of zz"),
    "origin from no document": (changed("origins", from_document="zz"), "document zz of zz"),
    "copy of no document": (changed("copies", documents=("e", "zz")), "document zz of zz"),
}


@pytest.mark.parametrize(("edition", "breach"), LINKED.values(), ids=LINKED)
def test_a_broken_link_is_named(edition, breach):
    """A link with one end, a wrong count or a lost document is a breach."""
    found = verify(edition, TEXTS)
    assert any(breach in line for line in found), found


def test_a_document_without_its_text_is_named():
    """Without the text of record nothing can be verified, and that is said."""
    assert verify(WHOLE, {**TEXTS, "a": ""}) != ()
    rest = {name: text for name, text in TEXTS.items() if name != "a"}
    assert "a: the text of record is missing" in verify(WHOLE, rest)
