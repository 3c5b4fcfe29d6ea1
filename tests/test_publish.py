"""Publishing: nothing of a person's is touched, nothing is written without need."""

from __future__ import annotations

import pytest

from generator.errors import PublishError
from generator.model import Page
from generator.publish import MANIFEST, owned_pages, publish


def pages(**contents):
    """Return pages by name, `__` standing for a slash."""
    return [Page(n.replace("__", "/") + ".md", c.encode()) for n, c in contents.items()]


def test_pages_are_written_kept_and_removed(tmp_path):
    """Only what changed is written, and what is no longer there is removed with its folder."""
    publish(pages(a="1", b__c="2"), tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    outcome = publish(pages(a="1", d="3"), tmp_path)
    assert (outcome.written, outcome.unchanged, outcome.removed) == (1, 1, 1)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert not (tmp_path / "b").exists()
    assert owned_pages(tmp_path) == ("a.md", "d.md")


def test_a_persons_file_is_left_alone(tmp_path):
    """A file that the program did not write is neither overwritten nor removed."""
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    assert publish(pages(index="ours", a="1"), tmp_path).refused == ("index.md",)
    publish([], tmp_path)
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "a.md").exists()


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md", "a\\x.md", "", "./x.md/.."])
def test_no_page_leaves_the_folder(tmp_path, path):
    """A path that leads out of the docs folder is refused before anything is written."""
    docs = tmp_path / "docs"
    docs.mkdir()
    with pytest.raises(PublishError):
        publish([Page("ok.md", b""), Page(path, b"")], docs)
    assert list(docs.iterdir()) == []


def test_no_page_is_written_through_a_link(tmp_path):
    """A folder that somebody replaced by a link is not followed."""
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    docs.mkdir()
    outside.mkdir()
    (docs / "briefings").symlink_to(outside)
    with pytest.raises(PublishError, match="link"):
        publish([Page("briefings/x.md", b"")], docs)
    assert list(outside.iterdir()) == []


def test_a_forged_manifest_removes_nothing_elsewhere(tmp_path):
    """What a manifest names outside the docs folder is passed over."""
    docs = tmp_path / "docs"
    docs.mkdir()
    victim = tmp_path / "victim.txt"
    victim.write_text("x", encoding="utf-8")
    (docs / MANIFEST).write_text(f'["../victim.txt", "{victim}"]', encoding="utf-8")
    publish([], docs)
    assert victim.exists()


def test_a_damaged_manifest_owns_nothing(tmp_path):
    """With a broken manifest the program claims no file, so it removes none."""
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    publish([], tmp_path)
    assert (tmp_path / "a.md").exists()
