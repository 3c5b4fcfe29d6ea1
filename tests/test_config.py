"""Settings: read from mkdocs.yml, checked, and every mistake named with its line."""

from __future__ import annotations

import pytest

from generator.config import Settings, load
from generator.errors import ConfigError

PLAIN = "site_name: Desk\nplugins:\n  - search\n  - briefings:\n      page_size: 20\n"

GOOD = {
    # what it shows: (mkdocs.yml, field, value)
    "options in a list": (PLAIN, "page_size", 20),
    "options in a mapping": ("plugins:\n  briefings:\n    workers: 3\n", "workers", 3),
    "plugin without options": ("plugins: [briefings]\n", "page_size", 50),
    "no plugin at all": ("site_name: x\n", "seeds", "seeds"),
    "empty file": ("", "source_text", "excerpts"),
    "tags of other programs": (
        "markdown_extensions: [x: {y: !!python/name:os.system }]\nz: !relative a\n"  # noqa: ISC004
        "plugins:\n  - briefings: {seeds: in}\n",
        "seeds",
        "in",
    ),
    "environment": (
        "plugins:\n  - briefings: {page_size: !ENV [PAGES_A, PAGES_B, 7]}\n",
        "page_size",
        9,
    ),
}

BAD = {
    # what it shows: (mkdocs.yml, words in the message)
    "unknown setting": (
        PLAIN.replace("page_size", "pagesize"),
        "mkdocs.yml, line 5: unknown setting",
    ),
    "a hint": (PLAIN.replace("page_size", "page_sise"), "did you mean 'page_size'"),
    "wrong kind": (
        PLAIN.replace("20", "many"),
        "line 5: setting 'page_size': must be a whole number, not 'many'",
    ),
    "no such choice": (
        "plugins:\n  - briefings: {paper: A5}\n",
        "setting 'paper': must be a4 or us-letter, not 'A5'",
    ),
    "another spelling": ("plugins:\n  - briefings: {paper: A4}\n", "a4 or us-letter, not 'A4'"),
    "a word for a switch": (
        "plugins:\n  - briefings: {pdf: maybe}\n",
        "setting 'pdf': must be true or false, not 'maybe'",
    ),
    "a switch for a word": ("plugins:\n  - briefings: {paper: yes}\n", "us-letter, not true"),
    "a number for a text": (
        "plugins:\n  - briefings: {handling: 7}\n",
        "setting 'handling': must be text, not 7",
    ),
    "nothing for a text": ("plugins:\n  - briefings: {seeds: }\n", "must be text, not empty"),
    "a list for a text": ("plugins:\n  - briefings: {seeds: [a]}\n", "be text, not a list"),
    "too small": (PLAIN.replace("20", "0"), "setting 'page_size': must be 1 or more"),
    "below zero": (
        "plugins:\n  - briefings: {workers: -1}\n",
        "setting 'workers': must be 0 or more",
    ),
    "broken YAML": ("site_name: [\n", "line 2: is no valid YAML"),
    "a list": ("- a\n", "must hold settings"),
    "the desk as its site": ("site_dir: .\n", "'site_dir' must be a folder inside the desk"),
    "a folder above": ("docs_dir: ..\n", "'docs_dir' must be a folder inside the desk"),
    "site in the pages": (
        "site_dir: docs/site\n",
        "'docs_dir' and 'site_dir' must be folders apart",
    ),
    "cache in the seeds": (
        "plugins:\n  - briefings: {cache: seeds}\n",
        "'seeds' and 'cache' must be folders apart",
    ),
    "depth": ("a: " + "[" * 5000, "nested too deeply"),
    "docs_dir of another kind": ("docs_dir: [a]\n", "'docs_dir' must be text"),
}


@pytest.mark.parametrize(("text", "field", "value"), GOOD.values(), ids=GOOD)
def test_settings_are_read(tmp_path, monkeypatch, text, field, value):
    """Each way of writing a setting gives its value, and what is not set its default."""
    monkeypatch.setenv("PAGES_B", "9")
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    assert getattr(load(file).settings, field) == value


@pytest.mark.parametrize(("text", "words"), BAD.values(), ids=BAD)
def test_mistakes_are_named(tmp_path, text, words):
    """A mistake is one line that names the file, the line and the key."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_file_says_what_to_do(tmp_path):
    """Without a desk the message says how to make one."""
    with pytest.raises(ConfigError, match="briefing init DIR"):
        load(tmp_path / "mkdocs.yml")


def test_inherited_settings_are_overridden(tmp_path):
    """INHERIT lays a file over another one, as MkDocs does."""
    (tmp_path / "base.yml").write_text("site_name: Base\ndocs_dir: d\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Top\n", encoding="utf-8")
    config = load(tmp_path / "mkdocs.yml")
    assert (config.site_name, config.docs) == ("Top", tmp_path / "d")


ADDRESSES = {
    # what it shows: (lines of mkdocs.yml, address of the site, a folder for each page)
    "nothing said": ("", "", True),
    "an address": ("site_url: https://desk.example/b/", "https://desk.example/b/", True),
    "an empty variable": ('site_url: !ENV [NO_SUCH_ADDRESS, ""]', "", True),
    "nothing after the colon": ("site_url:", "", True),
    "files": ("use_directory_urls: false", "", False),
}


@pytest.mark.parametrize(("text", "url", "folders"), ADDRESSES.values(), ids=ADDRESSES)
def test_where_pages_will_lie(tmp_path, text, url, folders):
    """The address of the site and the shape of its pages are read as MkDocs reads them."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: Desk\n{text}\n", encoding="utf-8")
    config = load(file)
    assert (config.site_url, config.folders) == (url, folders)


def test_inheriting_in_a_circle_is_refused(tmp_path):
    """Two files that inherit from each other are an error, not an endless loop."""
    (tmp_path / "mkdocs.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="circle"):
        load(tmp_path / "mkdocs.yml")


def test_every_setting_has_a_sentence_in_the_guide(request):
    """The guide to the settings names each of them."""
    guide = (request.config.rootpath / "docs/guide/settings.md").read_text(encoding="utf-8")
    assert [name for name in Settings.__struct_fields__ if f"`{name}`" not in guide] == []
