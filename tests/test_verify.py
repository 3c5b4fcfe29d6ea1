"""Every way in which an edition can say what its sources do not is found and named."""

from __future__ import annotations

import time

import msgspec
import pytest

from generator.annotate.stage import annotate
from generator.clean.stage import clean
from generator.edition import assemble, published
from generator.model import (
    Author,
    Block,
    Credit,
    Dateline,
    Drift,
    Edition,
    Excerpt,
    Links,
    Member,
    Organisation,
    Outlet,
    Place,
    Span,
    Story,
    Title,
)
from generator.readers.stage import read
from generator.verify import cut_words, verify
from tests.link.test_stage import DESK as PLAIN
from tests.link.test_stage import LINKS
from tests.link.written import person, written


def check(document):
    """Return the breaches of a document alone."""
    story = Story("s", "Untitled", "briefings/s/", (document.id,), (), 1)
    links = {name: () for name in Links().__struct_fields__ if name != "stories"}
    edition = Edition((Member(document.id, "a.txt", "s", document),), (story,), **links)
    texts = {} if document.text is None else {document.id: document.text}
    return (*verify(edition, texts), *cut_words(document, document.text or ""))


def signed(document):
    """Return a document with a last block that names whoever speaks in it."""
    text, people = document.text, []
    for one in document.people:
        people.append(replace(one, mentions=(Span(len(text), len(text) + len(one.name)),)))
        text += f"{one.name}, "
    text += ", ".join(q.speaker_name for q in document.quotations)
    block = Block(Span(len(document.text), len(text)), "byline", None, 99, 1.0)
    blocks = (*document.blocks, *((block,) if block.span.start < block.span.end else ()))
    return replace(document, text=text, people=tuple(people), blocks=blocks)


replace = msgspec.structs.replace
DESK = [signed(one) for one in PLAIN]
TEXTS = {one.id: one.text for one in DESK}
WHOLE = assemble(DESK, LINKS)
STORE = (
    (
        "Norvik (AP) — Ana Ruiz, an engineer at the Grain Board, said <Ana Ruiz/indirect|the grain "
        "store near Norvik lost about 40 tonnes of wheat last week>."
    ),
    "The port said <the port/indirect|it may close if the wind turns>, the Post wrote.",
)


def at(text, words, nth=0):
    """Return where words stand, the first time or a later one."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def honest():
    """Return a document of which every layer holds something, and all of it is true."""
    plain = written("a", *STORE, figures=[("40 tonnes", 40, "t", "tonnes of wheat", "last week")])
    text = plain.text
    ana = replace(
        plain.people[0],
        mentions=(at(text, "Ana Ruiz"),),
        role="engineer",
        affiliation="Grain Board",
    )
    said, closing = plain.quotations
    first_claim, second_claim = plain.claims
    return replace(
        plain,
        people=(ana,),
        organisations=(Organisation("o0", "Grain Board", (at(text, "Grain Board"),)),),
        places=(Place("l0", "Norvik", (at(text, "Norvik"), at(text, "Norvik", 1))),),
        dateline=Dateline("Norvik", "AP", None, at(text, "Norvik (AP) —")),
        credits=(Credit("Post", at(text, "Post"), None),),
        quotations=(said, replace(closing, via="Post")),
        claims=(
            replace(first_claim, figures=("f0",)),
            replace(
                second_claim,
                via="Post",
                modals=(at(text, "may"),),
                conditions=(at(text, "if the wind turns"),),
            ),
        ),
        figures=(replace(plain.figures[0], attributed_to="Ana Ruiz", speaker="p0"),),
    )


DOCUMENT = honest()


def first(layer: str, index=0, **changes):
    """Return the document with one item of a layer changed, the first unless told otherwise."""
    items = list(getattr(DOCUMENT, layer))
    items[index] = replace(items[index], **changes)
    return replace(DOCUMENT, **{layer: tuple(items)})


def shifted(layer: str, field: str, by=3):
    """Return the document with the places of its first item in a layer moved."""
    value = getattr(getattr(DOCUMENT, layer)[0], field)
    spans = value if isinstance(value, tuple) else (value,)
    moved = tuple(Span(span.start + by, span.end + by) for span in spans)
    return first(layer, **{field: moved if isinstance(value, tuple) else moved[0]})


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
        replace(DOCUMENT, title=Title("Norvki", Span(0, 6))),
        "title at 0-6 is not the slice 'Norvik'",
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
        first("quotations", content=(at(DOCUMENT.text, " "),)),
        "quotation q0 has no words",
    ),
    "quotation of nothing": (first("quotations", content=()), "quotation q0 has no words"),
    "speaker who is nobody": (first("quotations", speaker="p9"), "its speaker p9 is nobody"),
    "claimant who is nobody": (first("claims", speaker="p9"), "its speaker p9 is nobody"),
    "claim of no quotation": (first("claims", quotations=("q9",)), "q9 is none of the quotations"),
    "role of nowhere": (first("people", role="surgeon"), "its role 'surgeon' is not in the text"),
    "affiliation of nowhere": (
        first("quotations", affiliation="Sudvik"),
        "its affiliation 'Sudvik' is not in",
    ),
    "period of nowhere": (first("figures", period="last year"), "its period 'last year' is not in"),
    "blocks that overlap": (
        replace(DOCUMENT, blocks=(*DOCUMENT.blocks, Block(Span(0, 3), "body", None, 1, 1.0))),
        "overlap",
    ),
    "words in no block": (replace(DOCUMENT, blocks=()), "is in no block"),
    "no text": (replace(DOCUMENT, text=None), "the text of record is missing"),
}
TEXT = DOCUMENT.text
FORGED = {
    # what was changed: (document, words of the breach)
    "person renamed": (first("people", name="Bo Lind"), "'Bo Lind' is not what its places say"),
    "person with a further name": (first("people", name="Ana Maria Ruiz"), "is not what its"),
    "person renamed by words of the text": (
        first("people", name="Grain Board"),
        "'Ana Ruiz' at 14-22 is another",
    ),
    "person named nowhere": (first("people", mentions=()), "is not what its places say"),
    "mentions shifted": (shifted("people", "mentions"), "its mentions at 17-25 cuts a word"),
    "mention of other words": (
        first("people", mentions=(at(TEXT, "Ana Ruiz"), at(TEXT, "engineer"))),
        "'engineer' at 27-35 is another",
    ),
    "organisation renamed": (first("organisations", name="Grain Bank"), "'Grain Bank' is not what"),
    "organisation put together": (
        first("organisations", name="Board Grain"),
        "'Board Grain' is not what",
    ),
    "organisation shifted": (shifted("organisations", "mentions"), "cuts a word"),
    "place renamed": (first("places", name="Sudvik"), "'Sudvik' is not what its places say"),
    "place shifted": (shifted("places", "mentions"), "cuts a word"),
    "words shifted": (shifted("quotations", "content", 5), "quotations q0: its content at"),
    "cue shifted": (shifted("quotations", "cue", 2), "quotations q0: its cue at"),
    "source shifted": (shifted("quotations", "source"), "quotations q0: its source at"),
    "claim shifted": (shifted("claims", "span"), "claims c0: its span at 3-"),
    "modal shifted": (
        first("claims", 1, modals=(Span(at(TEXT, "may").start + 1, at(TEXT, "may").end),)),
        "claims c1: its modals at",
    ),
    "condition of another claim": (
        first("claims", conditions=(at(TEXT, "if the wind turns"),)),
        "claim c0: its conditions at",
    ),
    "figure cut": (shifted("figures", "span", 1), "figures f0: its span at"),
    "figure of a mark": (first("figures", span=at(TEXT, "—")), "figure f0: '—' is no number"),
    "speaker's name changed": (
        first("quotations", speaker_name="Bo Lind"),
        "its speaker_name 'Bo Lind' is 'Ana Ruiz'",
    ),
    "speaker's name left out": (
        first("quotations", speaker_name=None),
        "its speaker_name None is 'Ana Ruiz'",
    ),
    "group of nowhere": (
        first("quotations", 1, speaker_name="the union"),
        "its speaker_name 'the union' is not in the text",
    ),
    "claim of another person": (
        first("claims", attributed_to="Grain Board"),
        "its attributed_to 'Grain Board' is 'Ana Ruiz'",
    ),
    "claim of a group of nowhere": (
        first("claims", 1, attributed_to="the union"),
        "its attributed_to 'the union' is not in the text",
    ),
    "figure of another person": (
        first("figures", attributed_to="Bo Lind"),
        "its attributed_to 'Bo Lind' is 'Ana Ruiz'",
    ),
    "claim with another's quotation": (
        first("claims", quotations=("q1",)),
        "claim c0: q1 of the quotations lies outside of it",
    ),
    "claim with another's figure": (
        first("claims", 1, figures=("f0",)),
        "claim c1: f0 of the figures lies outside of it",
    ),
    "part of a word as role": (first("people", role="engine"), "its role 'engine' is not in"),
    "words of a role in another order": (
        first("people", affiliation="Board Grain"),
        "its affiliation 'Board Grain' is not in",
    ),
    "what is counted": (first("figures", counts="tonnes of rye"), "its counts 'tonnes of rye'"),
    "outlet of a quotation": (first("quotations", 1, via="Star"), "its via 'Star' is not in"),
    "outlet of a claim": (first("claims", 1, via="Star"), "its via 'Star' is not in"),
    "credited outlet": (first("credits", outlet="Star"), "its outlet 'Star' is not in"),
    "place of the dateline": (
        replace(DOCUMENT, dateline=replace(DOCUMENT.dateline, place="Sudvik")),
        "its place 'Sudvik' is not in",
    ),
    "agency of the dateline": (
        replace(DOCUMENT, dateline=replace(DOCUMENT.dateline, agency="UPI")),
        "its agency 'UPI' is not in",
    ),
    "title": (replace(DOCUMENT, title=Title("Store burns", at(TEXT, "Norvik"))), "title at 0-6 is"),
    "outlet": (replace(DOCUMENT, outlet=Outlet("Star", at(TEXT, "Post"))), "outlet at"),
    "author": (replace(DOCUMENT, authors=(Author("Bo", at(TEXT, "Ana")),)), "author Bo at 14-17"),
}


def described(sentence, mention="Ana Ruiz", **fields):
    """Return a document that describes Ana Ruiz in one sentence, which names her."""
    document = written("a", sentence)
    ana = replace(person("Ana Ruiz"), mentions=(at(sentence, mention),), **fields)
    return replace(document, people=(ana,))


SOUND = {
    "as it is": DOCUMENT,
    "role over a line's end": described("Ana Ruiz is chief\n engineer.", role="chief engineer"),
    "name over a line's end": described("Ana\nRuiz spoke.", "Ana\nRuiz"),
    "name in capitals": described("ANA RUIZ spoke.", "ANA RUIZ"),
    "name with a title between": described("Ana (Dr) Ruiz spoke.", "Ana (Dr) Ruiz"),
    "name with a soft hyphen": described("Ana Ru\u00adiz spoke.", "Ana Ru\u00adiz"),
    "role with markup in it": described("Ana Ruiz, *chief* engineer.", role="chief engineer"),
    "role with markup in a word": described("Ana Ruiz, **eng**ineer.", role="engineer"),
    "role with a link in it": described(
        "Ana Ruiz, [chief](https://example.org/a) engineer.", role="chief engineer"
    ),
    "role with an entity in it": described("Ana Ruiz, R&amp;D chief.", role="R&D chief"),
    "role with a soft hyphen": described("Ana Ruiz, engi\u00adneer.", role="engineer"),
    "role with a damaged letter": described(
        "Ana Ruiz of the cafÃ© chain.", affiliation="café chain"
    ),
    "name with a damaged letter": replace(
        written("a", "RenÃ©e Ruiz."),
        people=(replace(person("Renée Ruiz"), mentions=(Span(0, 11),)),),
    ),
    "quotation after a damaged mark": replace(
        written("a", "â€œ<the port/direct|It is late,â€> the port said.")
    ),
    "negation at the end of a word": replace(
        written("a", "It isn’t late."),
        claims=(replace(written("a", "It isn’t late.").claims[0], negations=(Span(5, 8),)),),
    ),
    "name in the plural": replace(
        written("a", "The Norviks spoke."),
        organisations=(Organisation("o0", "Norvik", (Span(4, 10),)),),
    ),
    "script without blanks": replace(
        written("a", "港口关闭了很久"), places=(Place("l0", "港口", (Span(0, 2),)),)
    ),
    "name without a span": replace(DOCUMENT, outlet=Outlet("Evening Post", None)),
    "tags of a sidecar": replace(DOCUMENT, tags=("harbours",)),
    "nothing in it": written("a"),
}


@pytest.mark.parametrize(
    ("document", "breach"), {**DAMAGED, **FORGED}.values(), ids={**DAMAGED, **FORGED}
)
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


def test_work_grows_with_the_text_and_no_faster():
    """Twenty thousand people in a text of a megabyte are verified in seconds."""
    names = [f"Ana{n} Ruiz" for n in range(20_000)]
    text = " ".join(f"{name}, engineer of unit {n} at the board." for n, name in enumerate(names))
    places, start = [], 0
    for name in names:
        start = text.index(name, start)
        places.append(Span(start, start + len(name)))
    people = tuple(
        replace(person(name, f"engineer of unit {n}", id_=f"p{n}"), mentions=(place,))
        for n, (name, place) in enumerate(zip(names, places, strict=True))
    )
    document = replace(
        written("a"),
        text=text,
        people=people,
        blocks=(Block(Span(0, len(text)), "body", None, 0, 1.0),),
    )
    start = time.process_time()
    assert check(document) == ()
    assert time.process_time() - start < 20


def test_a_marked_up_page_is_verified_too():
    """What a reader takes from links, entities and signs of markup is no breach."""
    data = (
        b"# Strike at [Norvik](https://example.org/a)\n\nAna Ruiz, [chief](https://example.org/a)"
        b" engi&shy;neer at R&amp;D Norvik and the *Evening* [Post](https://example.org), said"
        b" that about 40 ships were waiting.\n"
    )
    document = annotate(clean(read(data, "a.md"), "a"))
    assert document.people
    assert check(document) == ()
