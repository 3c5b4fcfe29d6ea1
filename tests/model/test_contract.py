"""The public data format: its keys, its shapes and its schema never lose anything."""

from __future__ import annotations

import json

import msgspec
import pytest

from generator.model import Annotation, Edition, Span
from generator.pipeline import annotate_file
from tests.desks import ROOT

KEYS = {
    # type: the keys that other people's programs read
    "Annotation": "schema id source text title outlet authors published dateline tags blocks "
    "people organisations places dates quotations claims figures captions credits notices",
    "Source": "path part media_type sha256",
    "Title": "text span",
    "Outlet": "name span",
    "Author": "name span",
    "Published": "date span basis",
    "Dateline": "place agency date span",
    "Block": "span kind page paragraph confidence",
    "Person": "id name role affiliation kind mentions",
    "Organisation": "id name mentions",
    "Place": "id name mentions",
    "DateRef": "span date from to basis",
    "Quotation": "id type content cue source speaker speaker_name role affiliation via flags rule",
    "Claim": "id span kind key gap attributed_to speaker via hedges limiters modals negations "
    "conditions quotations figures repeats",
    "Figure": "id span value low high unit counts qualifier period attributed_to speaker",
    "Caption": "span credit",
    "Credit": "outlet span covers",
    "Notice": "code span message",
}

EDITION_KEYS = {
    "Edition": "schema documents stories people origins copies same_statement claim_groups "
    "figure_groups timeline corrections",
    "Member": "id path story annotation",
    "Story": "id title url documents lead independent_origins",
    "Identity": "id name names kind members",
    "Origin": "document relation of from_document basis span",
    "Copy": "type documents similarity",
    "SameStatement": "a b relation drift",
    "Drift": "kind a b",
    "ClaimGroup": "id members documents independent_origins label",
    "FigureGroup": "id members relation",
    "TimelineEntry": "date document claim",
    "Correction": "target status",
}


def schema_of(kind):
    """Return the JSON Schema's definitions of a type by their names."""
    _, definitions = msgspec.json.schema_components([kind])
    return definitions


@pytest.mark.parametrize(("name", "keys"), KEYS.items(), ids=KEYS)
def test_annotation_keys(name, keys):
    """No key of an annotation was renamed or dropped."""
    assert set(keys.split()) <= set(schema_of(Annotation)[name]["properties"])


@pytest.mark.parametrize(("name", "keys"), EDITION_KEYS.items(), ids=EDITION_KEYS)
def test_edition_keys(name, keys):
    """No key of an edition was renamed or dropped."""
    assert set(keys.split()) <= set(schema_of(Edition)[name]["properties"])


def test_spans_are_pairs_of_numbers():
    """A span is written as `[start, end]`."""
    assert msgspec.json.encode(Span(3, 7)) == b"[3,7]"
    assert schema_of(Annotation)["Span"]["prefixItems"] == [{"type": "integer"}] * 2


@pytest.mark.parametrize("name", sorted(p.name for p in (ROOT / "tests/data").glob("*.txt")))
def test_records_read_back_as_written(name):
    """A record decodes to the very value that it was made of."""
    (found,) = annotate_file(ROOT / "tests/data" / name)
    data = msgspec.json.encode(found)
    assert msgspec.json.decode(data, type=Annotation, strict=True) == found
    assert json.loads(data)["schema"] == "briefing/annotation@1"
