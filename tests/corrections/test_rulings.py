"""Files of corrections: what an entry may say, and what is said of one that may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corrections.rulings import read_rulings
from generator.errors import ConfigError
from generator.showing import quoted
from tests.corrections.written import documents, entry, ruled

GOOD = entry(do="reject", id="c-0123456789", words="x")

BAD = {
    # what it shows: (content, line, words of the message)
    "no YAML": ("- do: [\n", None, "no YAML"),
    "not UTF-8": (b"- do: reject\n  words: caf\xe9\n", 2, "UTF-8"),
    "no list": ("do: reject\n", 1, "must be a list"),
    "no entry": ("- reject\n", 1, "key: value"),
    "unknown key": (GOOD + "- do: reject\n  colour: red\n", 5, "unknown key 'colour'"),
    "key twice": (GOOD + "- do: reject\n  do: accept\n", 5, "twice"),
    "alias": ("- &a\n  do: reject\n- *a\n", 1, "anchors"),
    "alias bomb": ("- &a [x,x]\n- &b [*a,*a]\n- [*b,*b]\n", 1, "anchors"),
    "alias to nothing": ("- do: *a\n", None, "aliases"),
    "tag": ("- do: !!python/object/apply:os.getcwd []\n", 1, "tags"),
    "tag of a text": ("- do: !!str reject\n", 1, "tags"),
    "merge key": ("- do: reject\n  <<: {id: c-0123456789}\n", 2, "unknown key '<<'"),
    "deep nesting": ("- " + "[" * 100 + "]" * 100 + "\n", 1, "too deep"),
    "two documents": (GOOD + "---\n" + GOOD, 4, "only one document"),
    "half a character": ('- do: "\\ud800"\n', 1, ""),
    "unknown verb": ("- do: delete\n  id: c-0123456789\n  words: x\n", 1, "do must be one of"),
    "no verb": ("- id: c-0123456789\n  words: x\n", 1, "do is missing"),
    "no words": ("- do: reject\n  id: c-0123456789\n", 1, "words is missing"),
    "no id": ("- do: reject\n  words: x\n", 1, "id is missing"),
    "id of nothing": ("- do: reject\n  id: x-12\n  words: x\n", 2, "no id of"),
    "key of another verb": (GOOD + "  to: {kind: opinion}\n", 4, "no meaning"),
    "nothing to change": ("- do: change\n  id: c-0123456789\n  words: x\n", 1, "to is missing"),
    "no field": ("- do: change\n  id: c-0123456789\n  words: x\n  to: {}\n", 4, "names nothing"),
    "field of another kind": (
        "- do: change\n  id: c-0123456789\n  words: x\n  to:\n    value: 3\n",
        5,
        "unknown key 'value'",
    ),
    "no such kind": (
        "- do: change\n  id: c-0123456789\n  words: x\n  to: {kind: fact}\n",
        4,
        "must be one of reported",
    ),
    "a kind that is nothing": (
        "- do: change\n  id: c-0123456789\n  words: x\n  to: {kind: }\n",
        4,
        "must have a value",
    ),
    "no number": (
        "- do: change\n  id: f-0123456789\n  words: x\n  to: {value: many}\n",
        4,
        "plain digits",
    ),
    "a number that is none": (
        "- do: change\n  id: f-0123456789\n  words: x\n  to: {value: nan}\n",
        4,
        "plain digits",
    ),
    "no day": ("- do: change\n  document: a\n  to: {published: 4 March}\n", 3, "2031-03-04"),
    "day beyond the month": (
        "- do: change\n  document: a\n  to: {published: 2031-02-30}\n",
        3,
        "2031-03-04",
    ),
    "a list for a value": ("- do: reject\n  id: [a]\n  words: x\n", 2, "one value"),
    "context without the words": (GOOD + "  context: y\n", 4, "must hold the words"),
    "add without a kind": ("- do: add\n  document: a\n  words: x\n", 1, "kind is missing"),
    "add a person": ("- do: add\n  document: a\n  kind: person\n  words: x\n", 3, "kind must be"),
    "merge with nobody": ("- do: merge\n  words: Ana Ruiz\n", 1, "with is missing"),
    "split of a claim": ("- do: split\n  id: c-0123456789\n  words: x\n", 2, "only a person"),
    "id and document": (
        "- do: change\n  id: c-0123456789\n  document: a\n  words: x\n  to: {title: y}\n",
        2,
        "not both",
    ),
}


@pytest.mark.parametrize(("content", "line", "words"), BAD.values(), ids=BAD)
def test_what_means_nothing_is_named_with_its_line(content, line, words):
    """One error names file and line, and nothing of the file is used."""
    data = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(ConfigError, match=r"x/corrections\.yml") as caught:
        read_rulings({"x/corrections.yml": data})
    assert words in str(caught.value)
    assert line is None or caught.value.line == line


def test_a_file_that_is_too_large_is_refused():
    """More than people write is not read at all."""
    with pytest.raises(ConfigError, match="MB"):
        read_rulings({"corrections.yml": b"#" * 5_000_001})


@pytest.mark.parametrize("content", ["", "\n", "# nothing yet\n", "---\n", "\ufeff# x\n"])
def test_an_empty_file_rules_nothing(content):
    """A file with remarks only is a file without corrections."""
    assert read_rulings({"corrections.yml": content.encode()}) == ()


def test_values_stay_as_they_are_written():
    """A word that YAML takes for a truth, a day or a number is the text that stands there."""
    text = "- do: add\n  document: no\n  kind: claim\n  words: 12:30:00\n"
    (one,) = read_rulings({"corrections.yml": text.encode()})
    assert (one.target, one.words) == ("no", "12:30:00")


HOSTILE = [
    "</p><script>x()</script>",
    "{{ 7*7 }}",
    "\u202egnip\u202c\x1b[31m",
    "'\"`$(id)\\",
    "- a: &b !!x |\n",
    "[x](javascript:y)",
    "a" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("field", ["id", "words", "context", "document", "note", "to", "with"])
def test_hostile_text_in_any_field_is_text(field, text):
    """It is refused or an orphan, and changes nothing."""
    values = {"do": "change", "document": "first", "words": "pilots", "to": {"title": "x"}}
    if field == "to":
        values["to"] = {"title": text}
    elif field == "with":
        values = {"do": "merge", "words": text, "with": [text]}
    elif field == "id":
        values = {"do": "reject", "id": text, "words": "x"}
    else:
        values[field] = text
    try:
        done = ruled(entry(**values))
    except ConfigError:
        return
    if field not in ("to", "note"):
        assert done.annotations == documents()
        assert [row.status for row in done.rows] == ["orphan"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_what_show_quotes_is_read_back(words):
    """A ready-made entry says the very words, whatever is in them."""
    text = f"- do: add\n  document: a\n  kind: claim\n  words: {quoted(words)}\n"
    if words.strip():
        (one,) = read_rulings({"corrections.yml": text.encode()})
        assert one.words == words
