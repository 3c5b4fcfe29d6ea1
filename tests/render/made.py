"""A small story made by hand: two documents that lean on one report, and one apart.

``make`` gives an edition in which every span is found by its words, so that a test
names words and never numbers. ``hostile`` puts one string wherever a source can.
"""

from __future__ import annotations

import msgspec

from generator.ids import item_ids
from generator.model import (
    Annotation,
    Author,
    Block,
    Claim,
    ClaimGroup,
    ClaimRef,
    Copy,
    Drift,
    Edition,
    Figure,
    FigureGroup,
    FigureRef,
    Identity,
    Member,
    Notice,
    Organisation,
    Origin,
    Outlet,
    Person,
    PersonRef,
    Published,
    Quotation,
    QuotationRef,
    SameStatement,
    Source,
    Span,
    Story,
    TimelineEntry,
    Title,
)

FIRST = """Harbour pilots walk out in Norvik

Oslo, 4 March 2031

The pilots of Norvik harbour stopped work on Tuesday, the port said.

"The dispute is primarily about rest," said Ana Ruiz, a harbour economist at the Norvik Institute.

About 40 ships may wait if the strike lasts. It is unclear who will pay.

Read more about ports
"""

SECOND = """Strike at Norvik

Editor's note: we think the port is late.

Ruiz told the Evening Post the dispute was about rest. Some 60 ships were waiting. Pilots at
Norvik stopped work on Tuesday.
"""


def at(text: str, words: str) -> Span:
    """Return where words stand first in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def annotation(id_: str, text: str, title: str, **fields: object) -> Annotation:
    """Return an annotation with nothing in it but what is given."""
    empty = dict.fromkeys(
        [
            "authors",
            "tags",
            "people",
            "organisations",
            "places",
            "dates",
            "quotations",
            "claims",
            "figures",
            "captions",
            "credits",
            "notices",
        ],
        (),
    )
    values: dict[str, object] = {
        **empty,
        "outlet": None,
        "published": None,
        "dateline": None,
        "blocks": blocks(text),
        **fields,
    }
    source = Source(f"{id_}.txt", None, "text/plain", "0" * 64)
    return Annotation(
        id=id_, source=source, text=text, title=Title(title, at(text, title)), **values
    )


def blocks(text: str) -> tuple[Block, ...]:
    """Return a block for each paragraph, its kind told by its first word."""
    kinds = {"Oslo,": "date", "Editor's": "editor_comment", "Read": "related"}
    found, start = [], 0
    for index, paragraph in enumerate(text.rstrip("\n").split("\n\n")):
        kind = kinds.get(paragraph.split(" ", 1)[0], "body") if index else "title"
        found.append(Block(Span(start, start + len(paragraph)), kind, None, index, 1.0))
        start += len(paragraph) + 2
    return tuple(found)


def claim(doc: str, text: str, words: str, **fields: object) -> Claim:
    """Return a key claim that is reported by the document itself, unless told otherwise."""
    values: dict[str, object] = {
        "kind": "reported",
        "key": True,
        "gap": False,
        "attributed_to": None,
        "speaker": None,
        "via": None,
        **dict.fromkeys(["hedges", "limiters", "modals", "negations", "conditions"], ()),
        **dict.fromkeys(["quotations", "figures", "repeats"], ()),
        **fields,
    }
    return Claim(id=item_ids(doc, "claim", [words])[0], span=at(text, words), **values)


def quotation(doc: str, text: str, words: str, type_: str, **fields: object) -> Quotation:
    """Return a quotation by Ana Ruiz, unless told otherwise."""
    values: dict[str, object] = {
        "content": (at(text, words),),
        "cue": (),
        "source": (),
        "speaker": "p1",
        "speaker_name": "Ana Ruiz",
        "role": "harbour economist",
        "affiliation": "Norvik Institute",
        "via": None,
        "flags": (),
        "rule": "inverted",
        **fields,
    }
    return Quotation(id=item_ids(doc, "quotation", [words])[0], type=type_, **values)


def figure(doc: str, text: str, words: str, value: float, **fields: object) -> Figure:
    """Return a figure that counts ships, unless told otherwise."""
    values: dict[str, object] = {
        **dict.fromkeys(["low", "high", "unit", "period", "attributed_to", "speaker"]),
        "counts": "ships waiting",
        "qualifier": "about",
        **fields,
    }
    ids = item_ids(doc, "figure", [words])
    return Figure(id=ids[0], span=at(text, words), value=value, **values)


def ruiz(text: str, name: str) -> Person:
    """Return Ana Ruiz as one document names her."""
    return Person("p1", name, "harbour economist", "Norvik Institute", "expert", (at(text, name),))


def first() -> Annotation:
    """Return the annotation of the report."""
    doc, text = "evening-post", FIRST
    gap = "It is unclear who will pay."
    wait = "About 40 ships may wait if the strike lasts."
    return annotation(
        doc,
        text,
        "Harbour pilots walk out in Norvik",
        outlet=Outlet("Evening Post", None),
        authors=(Author("Bo Lind", None),),
        published=Published("2031-03-04", at(text, "4 March 2031"), "dateline of the page"),
        people=(ruiz(text, "Ana Ruiz"),),
        organisations=(Organisation("o1", "Norvik Institute", (at(text, "Norvik Institute"),)),),
        quotations=(
            quotation(doc, text, "The dispute is primarily about rest,", "direct"),
            quotation(
                doc,
                text,
                "The pilots of Norvik harbour stopped work on Tuesday",
                "indirect",
                speaker=None,
                speaker_name="the port",
                role=None,
                affiliation=None,
            ),
        ),
        claims=(
            claim(
                doc, text, "The pilots of Norvik harbour stopped work on Tuesday, the port said."
            ),
            claim(
                doc,
                text,
                wait,
                kind="prediction",
                attributed_to="Ana Ruiz",
                speaker="p1",
                hedges=(at(text, "About"),),
                modals=(at(text, "may"),),
                conditions=(at(text, "if the strike lasts"),),
            ),
            claim(doc, text, gap, key=False, gap=True),
        ),
        figures=(figure(doc, text, "40", 40),),
    )


def second() -> Annotation:
    """Return the annotation of the page that leans on the report."""
    doc, text = "harbour-blog", SECOND
    rest = "Ruiz told the Evening Post the dispute was about rest."
    return annotation(
        doc,
        text,
        "Strike at Norvik",
        people=(ruiz(text, "Ruiz"),),
        quotations=(
            quotation(doc, text, "the dispute was about rest", "indirect", via="Evening Post"),
        ),
        claims=(
            claim(doc, text, "Editor's note: we think the port is late.", kind="opinion"),
            claim(doc, text, rest, kind="judgement", attributed_to="Ana Ruiz", speaker="p1"),
            claim(doc, text, "Pilots at\nNorvik stopped work on Tuesday."),
        ),
        figures=(figure(doc, text, "60", 60),),
        notices=(
            Notice("outlet-not-stated", None, "The page names no outlet."),
            Notice("excerpt", at(text, rest), "The page gives an excerpt only."),
        ),
    )


def make(*annotations: Annotation) -> Edition:
    """Return the edition of the two documents, or of others of the same shape."""
    one, two = annotations or (first(), second())
    ids = (one.id, two.id)
    head, tail = one.quotations[0], two.quotations[0]
    pair = SameStatement(
        a=QuotationRef(one.id, head.id),
        b=QuotationRef(two.id, tail.id),
        relation="direct-paraphrase",
        drift=(Drift("limiter-lost", at(one.text or "", "primarily"), None),),
    )
    return Edition(
        documents=tuple(Member(a.id, a.source.path, "strike", a) for a in (one, two)),
        stories=(
            Story(
                id="strike",
                title=one.title.text if one.title else "Untitled",
                url="briefings/strike/",
                documents=ids,
                lead=(ClaimRef(one.id, one.claims[0].id),),
                independent_origins=1,
            ),
        ),
        people=(
            Identity(
                id="ana-ruiz",
                name=one.people[0].name,
                names=(one.people[0].name, "Ruiz"),
                kind="expert",
                members=tuple(PersonRef(id_, "p1") for id_ in ids),
            ),
        ),
        origins=(
            Origin(one.id, "original", None, None, "", None),
            Origin(two.id, "excerpt", "Evening Post", one.id, "credit in the text", None),
        ),
        copies=(Copy("near-identical", ids, 0.91),),
        same_statement=(pair,),
        claim_groups=(
            ClaimGroup(
                id="g1",
                members=(ClaimRef(one.id, one.claims[0].id), ClaimRef(two.id, two.claims[2].id)),
                documents=2,
                independent_origins=1,
                label="single-origin",
            ),
        ),
        figure_groups=(
            FigureGroup(
                id="h1",
                members=tuple(FigureRef(a.id, a.figures[0].id) for a in (one, two)),
                relation="differ",
            ),
        ),
        timeline=(TimelineEntry("2031-03-04", one.id, one.claims[0].id),),
    )


def texts(edition: Edition) -> dict[str, str]:
    """Return the text of record of each document."""
    return {member.id: member.annotation.text or "" for member in edition.documents}


def hostile(payload: str) -> Edition:
    """Return an edition of whose every word that a source can choose is the payload."""
    text = f"{payload}\n\n{payload} primarily 1\n"
    body = Span(len(payload) + 2, len(text) - 1)
    number = Span(len(text) - 2, len(text) - 1)
    bad = {"role": payload, "affiliation": payload, "via": payload}
    two = [
        msgspec.structs.replace(
            annotation(id_, text, payload, blocks=()),
            source=Source(f"{payload}.txt", None, "text/plain", "0" * 64),
            outlet=Outlet(payload, None),
            authors=(Author(payload, None),),
            published=Published("2031-03-04", None, payload),
            tags=(payload,),
            blocks=(
                Block(Span(0, len(payload)), "title", None, 0, 1.0),
                Block(body, "body", None, 1, 1.0),
            ),
            people=(Person("p1", payload, payload, payload, "expert", (body,)),),
            organisations=(Organisation("o1", payload, (body,)),),
            quotations=(
                quotation(id_, text, payload, type_, content=(body,), speaker_name=payload, **bad),
            ),
            claims=tuple(
                msgspec.structs.replace(
                    claim(id_, text, payload, attributed_to=payload, via=payload, **more),
                    span=body,
                    id=f"c-{id_}-{index}",
                )
                for index, more in enumerate(({}, {"gap": True}, {"kind": "opinion"}))
            ),
            figures=(
                msgspec.structs.replace(
                    figure(id_, text, "1", 1, attributed_to=payload, counts=payload),
                    period=payload,
                    unit=payload,
                    span=number,
                ),
            ),
            notices=(Notice("excerpt", body, payload),),
        )
        for id_, type_ in (("one", "direct"), ("two", "indirect"))
    ]
    return make(*two)
