"""What is a source on a desk, what is none, and what it is called."""

from __future__ import annotations

import os

import pytest

from generator.desk import bytes_of, gather, laid_over, seed_of, sidecar_statements
from generator.errors import UnreadableError
from generator.readers.stage import read


def test_sources_are_found_at_any_depth_in_order(tmp_path):
    """Every regular file is a source, but hidden ones and sidecars."""
    for name in ("b.txt", "a/c.md", ".hidden.txt", "b.meta.yml", "Thumbs.db", "__MACOSX/x.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    seeds, failures = gather(tmp_path)
    assert [(s.path, s.document) for s in seeds] == [("a/c.md", "a-c"), ("b.txt", "b")]
    assert [bool(s.sidecar) for s in seeds] == [False, True]
    assert failures == ()


def test_what_a_browser_saved_with_a_page_is_passed_over(tmp_path):
    """The folder beside a saved page is no source and no failure; other folders are read."""
    for name in ("a.html", "a_files/x.png", "a_files/in/y.html", "b_files/z.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    seeds, failures = gather(tmp_path)
    assert [s.path for s in seeds] == ["a.html", "b_files/z.txt"]
    assert failures == ()


def test_names_with_blanks_and_other_scripts_get_addresses(tmp_path):
    """A file may be called anything; its id is an address all the same, and its own."""
    names = ["Hafen lotsen.txt", "гавань.txt", "港.txt", "index.txt"]
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
    seeds, _ = gather(tmp_path)
    ids = [s.document for s in seeds]
    assert len(set(ids)) == len(names)
    assert all(i.isascii() and i not in {"index", ""} for i in ids)


def test_links_and_pipes_are_never_opened(tmp_path):
    """A link, a link to a folder and a pipe are failures with a reason."""
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    desk = tmp_path / "seeds"
    desk.mkdir()
    (desk / "link.txt").symlink_to(outside)
    (desk / "folder").symlink_to(tmp_path)
    os.mkfifo(desk / "pipe.txt")
    seeds, failures = gather(desk)
    assert seeds == ()
    assert [f.path for f in failures] == ["folder", "link.txt", "pipe.txt"]


def test_a_file_in_a_desk_is_called_as_in_a_build(tmp_path):
    """`annotate FILE` and a build give one document the same path and id."""
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    folder = tmp_path / "seeds" / "harbour"
    folder.mkdir(parents=True)
    for name in ("a.txt", "a.md"):
        (folder / name).write_text("x", encoding="utf-8")
    seed = seed_of(folder / "a.txt")
    assert (seed.path, seed.document) == ("harbour/a.txt", "harbour-a-txt")


def test_a_file_outside_a_desk_has_its_base_name(tmp_path):
    """Without a desk the path is the base name, wherever the file lies."""
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    assert seed_of(tmp_path / "x.txt").path == "x.txt"


def test_a_sidecar_states_what_the_source_does_not():
    """The keys of a sidecar become statements with their basis; scalars stay as written."""
    stated = sidecar_statements(
        b"outlet: Evening Post\npublished: 2031-03-04\nauthors: [A, B]\n", "n"
    )
    assert (stated.outlet.value, stated.published.value) == ("Evening Post", "2031-03-04")
    assert [a.value for a in stated.authors] == ["A", "B"]
    assert stated.title is None
    assert sidecar_statements(b"story: harbour\n", "n").authors == ()
    assert sidecar_statements(b"url: https://a.example/b\n", "n").url.value == "https://a.example/b"


def test_a_file_over_the_cap_is_not_opened(tmp_path):
    """A file that is too large is refused with its size, in a desk and alone."""
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(104_000_000)
    seeds, failures = gather(tmp_path)
    assert seeds == ()
    assert [f.reason for f in failures] == ["it has 104 MB, and a document may have 50"]
    with pytest.raises(UnreadableError, match="104 MB"):
        bytes_of(str(file))


@pytest.mark.parametrize(
    "data",
    [
        b"a: &x 1\nb: *x\n",
        b"outlet: !!python/object/apply:os.system [ls]\n",
        b"colour: red\n",
        b"- 1\n",
        b"\xff",
        b"title: [a, b]\n",
        b"authors: {a: b}\n",
        b"published: 2031-02-30\n",
        b"published: yesterday\n",
        b"published: 2031-02\n",
        b"url: javascript:alert(1)\n",
        b"url: www.example.org\n",
    ],
    ids=[
        *("alias", "tag", "unknown key", "list", "no UTF-8", "title of two values"),
        *("authors as a mapping", "no such day", "a word for a day", "a month"),
        *("an address that runs", "an address without its beginning"),
    ],
)
def test_a_bad_sidecar_is_refused(data):
    """Aliases, tags and unknown keys are one failure with the sidecar's name."""
    with pytest.raises(UnreadableError, match=r"x\.meta\.yml"):
        sidecar_statements(data, "x.meta.yml")


URLS = {
    # an address, and whether it is one that is printed as such
    "https://post.example/a?b=c#d": True,
    "http://[2001:db8::1]:8080/": True,
    "https://почта.example/новости": True,
    "javascript:alert(1)": False,
    "https://": False,
    "https://post.example/a b": False,
    'https://post.example/"onclick=x': False,
    "post.example/a": False,
    "https://post.example/" + "a" * 2001: False,
}


@pytest.mark.parametrize(("url", "fit"), URLS.items(), ids=[url[:32] for url in URLS])
def test_an_address_is_an_address(url, fit):
    """What a person states as the address is printed in a PDF as a link, so it must be one."""
    data = f"url: '{url}'\n".encode()
    if fit:
        assert sidecar_statements(data, "x.meta.yml").url.value == url
        return
    with pytest.raises(UnreadableError, match=r"x\.meta\.yml: url must be a web address"):
        sidecar_statements(data, "x.meta.yml")


@pytest.mark.parametrize("sign", [*' "<>`{}|\\^'])
def test_a_sign_that_no_address_holds_is_named(sign):
    """The message tells how such a sign is written; it does not speak of signs elsewhere."""
    rule = 'one of " < > ` { } | \\ ^ must be written as %20 and the like'
    with pytest.raises(UnreadableError) as caught:
        sidecar_statements(f"url: 'https://post.example/a{sign}b'\n".encode(), "x.meta.yml")
    assert rule in str(caught.value)
    with pytest.raises(UnreadableError) as caught:
        sidecar_statements(b"url: post.example\n", "x.meta.yml")
    assert rule not in str(caught.value)


def test_a_person_speaks_last():
    """What a person states lies over what the page states, and says whose word it is."""
    page = read(b"---\ntitle: One\noutlet: Post\n---\nText of it.\n", "a.md").stated
    person = sidecar_statements(b"title: Two\nurl: https://post.example/a\n", "a.meta.yml")
    found = laid_over(page, person)
    assert (found.title.value, found.outlet.value) == ("Two", "Post")
    assert (found.url.value, found.url.basis) == ("https://post.example/a", "stated in a.meta.yml")
    assert laid_over(page, sidecar_statements(b"", "a.meta.yml")) == page
    inside = sidecar_statements(b"title: Two\n", "a.meta.yml", inside=True)
    assert inside.title.basis == "a.meta.yml in the archive"


SIDECARS = {
    # what it shows: (files, sidecar of each source, files that are failures)
    "short name": (["a.txt", "a.meta.yml"], {"a.txt": "a.meta.yml"}, []),
    "whole name": (["a.txt", "a.txt.meta.yml"], {"a.txt": "a.txt.meta.yml"}, []),
    "whole name wins": (
        ["a.txt", "a.md", "a.txt.meta.yml", "a.meta.yml"],
        {"a.md": "a.meta.yml", "a.txt": "a.txt.meta.yml"},
        [],
    ),
    "of two documents": (
        ["a.txt", "a.md", "a.meta.yml"],
        {"a.md": None, "a.txt": None},
        ["a.meta.yml"],
    ),
    "of none": (["a.txt", "b.meta.yml"], {"a.txt": None}, ["b.meta.yml"]),
}


@pytest.mark.parametrize(("names", "beside", "failed"), SIDECARS.values(), ids=SIDECARS)
def test_a_sidecar_speaks_of_one_source(tmp_path, names, beside, failed):
    """Which document a sidecar is for is never guessed: a doubtful one is a failure."""
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
    seeds, failures = gather(tmp_path)
    found = {s.path: s.sidecar and s.sidecar.rpartition("/")[2] for s in seeds}
    assert (found, [f.path for f in failures]) == (beside, failed)
