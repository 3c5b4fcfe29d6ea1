"""The cache: what goes in comes out, and damage counts as missing."""

from __future__ import annotations

import pytest

from generator.errors import StoreError
from generator.model import Span
from generator.store import Store, fingerprint, key_of


def test_a_result_comes_back(tmp_path):
    """What was put under a key is what is got."""
    store = Store(tmp_path / "c")
    store.put("abcd", Span(1, 2))
    assert store.get("abcd", Span) == Span(1, 2)
    assert store.get("abce", Span) is None


@pytest.mark.parametrize("damage", [b"", b"[1", b'{"a": 1}', b"\xff"])
def test_a_damaged_entry_is_missing(tmp_path, damage):
    """A file cut short or of another kind is made again, never an error."""
    store = Store(tmp_path)
    store.put("abcd", Span(1, 2))
    (tmp_path / "ab" / "cd.json").write_bytes(damage)
    assert store.get("abcd", Span) is None


def test_only_the_last_build_is_kept(tmp_path):
    """What the last build did not use is removed."""
    store = Store(tmp_path)
    old, new = key_of("old"), key_of("new")
    for key in (old, new):
        store.put(key, Span(0, 1))
    store.keep_only([new])
    assert store.get(old, Span) is None
    assert store.get(new, Span) == Span(0, 1)


def test_other_files_in_the_folder_are_left_alone(tmp_path):
    """Whatever folder a desk names as its cache, only our own results are ever removed."""
    for name in ("en/story.json", "ab/notes.txt", "ab/cd.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine", encoding="utf-8")
    store = Store(tmp_path)
    store.put(key_of("x"), Span(0, 1))
    store.keep_only([])
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == ["ab/cd.json", "ab/notes.txt", "en/story.json"]


def test_a_cache_that_cannot_be_written_is_named(tmp_path):
    """The message names the folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="file"):
        Store(tmp_path / "file").put("abcd", Span(0, 1))


def test_keys_tell_parts_apart():
    """Moving a letter from one part to the next is another key."""
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("ab", b"c", "")}) == 4


def test_a_changed_rule_changes_the_fingerprint(tmp_path):
    """Code and word lists count, other files do not."""
    (tmp_path / "a.py").write_text("1", encoding="utf-8")
    before = fingerprint([tmp_path])
    (tmp_path / "a.pyc").write_text("1", encoding="utf-8")
    assert fingerprint([tmp_path]) == before
    (tmp_path / "words.txt").write_text("said", encoding="utf-8")
    assert fingerprint([tmp_path]) != before
