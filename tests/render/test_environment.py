import json

import jinja2
import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.errors import TemplateError
from generator.render.environment import (
    Templates,
    front,
    href,
    inert,
    name,
    piece,
    plain,
    record,
)
from tests.render.parsed import EXTENSIONS, Parsed

# fmt: off
HOSTILE = {
    "script": "</title><script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "attribute": '"><svg onload=alert(1)>',
    "link": "[read](javascript:alert(1))",
    "reference": "[read][x]\n\n[x]: javascript:alert(1)",
    "image": "![i](https://tracker.example/x.png)",
    "autolink": "<https://tracker.example/>",
    "attributes": "text {: onclick=alert(1) }",
    "class": "text { .evil #top }",
    "expression": "{{ config }}",
    "statement": "{% include '/outside.txt' %}",
    "comment": "{# gone #}",
    "heading": "# x",
    "setext": "x\n===",
    "list": "- x",
    "numbers": "1. x",
    "code": "`x` ```x``` ~~~x~~~",
    "emphasis": "*x* _x_ **x**",
    "open comment": "<!-- x",
    "entity": "&lt;b&gt; &#60; &amp;lt;",
    "table": "a | b\n--|--",
    "footnote": "[^1] [TOC] *[abbr]: x",
    "snippet": '--8<-- "mkdocs.yml"',
    "backslash": r"\<b\> \# \\",
    "rule": "***",
    "quote": "> x",
    "placeholder": "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03",
    "end of block": "</div></blockquote></article><script>alert(1)</script>",
    "front matter": "---\ntitle: x\n---",
}
"""What a source may hold to break out of a page."""
# fmt: on


def shown(text: str) -> str:
    """Return the text as a reader should see it: unseen characters gone, blanks run together."""
    return " ".join(text.replace("\x02", "").replace("\x03", "").split())


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_markdown_shows_inert_text_literally(payload):
    """What a template prints is read by no Markdown syntax, at the head of a line or in it."""
    for text in (f"{inert(payload)}", f"before {inert(payload)}", f"a | {inert(payload)} | b"):
        page = Parsed(markdown.markdown(text, extensions=EXTENSIONS))
        assert page.tags == {"p"}
        assert shown(payload) in page.text


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_link_shows_its_label_literally(payload):
    """A label of a link is inert too, and the link leads where we say."""
    text = f"[{inert(payload)}](a.md#b){{ .x }}"
    page = Parsed(markdown.markdown(text, extensions=EXTENSIONS))
    assert page.tags == {"p", "a"}
    assert page.hrefs == ["a.md#b"]
    assert page.text == shown(payload)


@given(st.text())
def test_any_text_is_inert(text):
    """No text at all makes an element, and none is lost but what nobody sees."""
    page = Parsed(markdown.markdown(f"a{inert(text)}", extensions=EXTENSIONS))
    assert page.tags == {"p"}
    letters = "".join(c for c in text if c.isalnum())
    assert "".join(c for c in page.text if c.isalnum()) == f"a{letters}"


@given(st.text(), st.sampled_from("{}[]<>*_#`|\\!\"'&"))
def test_no_sign_of_a_template_or_of_markdown_is_left(text, sign):
    """Each of these characters leaves as a character reference."""
    bare = str(inert(text + sign)).replace("&#", "").replace("&", "&&")
    assert not set(bare) & set("{}[]<>*_`|\\!\"'&")


def test_blanks():
    """Outer blanks are dropped, inner runs are one; a piece of a sentence keeps its edges."""
    assert inert("  a \n\t b ") == "a b"
    assert piece(" a \n b ") == " a b "


def test_unseen_characters_are_left_out():
    """Nothing can turn the direction of the line or hide in it."""
    assert inert("a\u202eb\u2066c\u0000d\ufeffe\U000e0041f\x1bg") == "abcdefg"
    assert inert("a\ud800b") == "a\ufffdb"


def test_trusted_markup_stays():
    """What this module made is not escaped again."""
    assert inert(Markup("<b>x</b>")) == "<b>x</b>"


def test_a_record_keeps_its_line_ends():
    """Line ends and tabs stay, as references, so that no blank line ends a block of HTML."""
    assert record("a\r\n\n\tb<") == "a&#10;&#10;&#9;b&#60;"


@pytest.mark.parametrize(
    "address", ["a.md", "../a/b-c.md#d-1", "index.md", "people/ana_2.md#top", "data/a.json"]
)
def test_addresses_of_ours_are_trusted(address):
    """A relative address of slugs and ids goes through as it is."""
    assert href(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "//x.example",
        "http://x.example",
        "a b",
        'a"b',
        "a)b",
        "a\nb",
        "a#b#c",
        "a?b",
        "%2e",
    ],
)
def test_no_other_address_is_trusted(address):
    """Nothing that a source could choose can be linked to."""
    with pytest.raises(TemplateError):
        href(address)


@pytest.mark.parametrize("word", ["", "a b", 'a"', "a>b", "-a", "é"])
def test_no_other_name_is_trusted(word):
    """An id or a class is made of letters, digits, hyphens and underscores."""
    with pytest.raises(TemplateError):
        name(word)


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_front_matter_is_text(payload):
    """A title is valid YAML, and shows as text where an engine prints it raw or stripped."""
    title = yaml.safe_load(f"title: {front(payload)}")["title"]
    assert isinstance(title, str)
    assert not set(title) & set("<>\"'{}\n")
    stripped = Markup(title).striptags()
    assert not set(stripped) & set("<>")
    expected = shown(payload).replace("<", "‹").replace(">", "›")
    assert "".join(stripped.split()) == "".join(expected.split())


@given(st.text())
def test_any_front_matter_is_one_line_of_yaml(text):
    """Whatever a title holds, the line is read back as one string."""
    assert yaml.safe_load(f"title: {front(text)}") == {"title": plain(text)}
    assert json.loads(front(text)) == plain(text)


class TestTemplates:
    """Where templates are found, and what they may do."""

    def test_the_desks_own_file_wins(self, tmp_path):
        """A desk overrides one file and keeps the others."""
        (tmp_path / "home.md.jinja").write_text("Own {{ title }}", encoding="utf-8")
        own = Templates(str(tmp_path))
        assert own.compose("home.md.jinja", {"title": "<b>"}) == b"Own &#60;b&#62;\n"
        values = {"title": "T", "description": "D", "total": "", "rows": (), "pager": _Pager}
        assert b"# T { #top }" in own.compose("claims.md.jinja", values)

    def test_a_missing_value_is_an_error_that_names_the_template(self, tmp_path):
        """A template that asks for what it is not given does not print nothing."""
        (tmp_path / "home.md.jinja").write_text("{{ nothing }}", encoding="utf-8")
        with pytest.raises(TemplateError, match=r"home\.md\.jinja.*nothing"):
            Templates(str(tmp_path)).compose("home.md.jinja", {})

    def test_a_broken_template_is_an_error_with_its_line(self, tmp_path):
        """The message says where to look."""
        (tmp_path / "home.md.jinja").write_text("a\n{% if %}", encoding="utf-8")
        with pytest.raises(TemplateError, match=r"home\.md\.jinja, line 2"):
            Templates(str(tmp_path)).compose("home.md.jinja", {})

    def test_filtered_values_are_escaped_too(self, tmp_path):
        """A value does not become trusted by going through a filter of Jinja."""
        text = "{{ x|upper }}{{ x|replace('a', 'b') }}{{ x|title }}"
        (tmp_path / "home.md.jinja").write_text(text, encoding="utf-8")
        made = Templates(str(tmp_path)).compose("home.md.jinja", {"x": "*a*"}).decode()
        assert "*" not in made.replace("&#42;", "")


class _Pager:
    """A row of page numbers that is not shown."""

    count = 1


def test_no_template_makes_a_value_trusted():
    """No template of ours joins or marks values itself: both would go round the escaping."""
    loader = jinja2.FileSystemLoader(str(_pages()))
    for template in loader.list_templates():
        text, _, _ = loader.get_source(jinja2.Environment(autoescape=True), template)
        code = " ".join(part.partition("}}")[0] for part in text.split("{{")[1:])
        for forbidden in ("~", "safe", "|join", "format("):
            assert forbidden not in code, f"{template}: {forbidden}"


def _pages():
    from generator.resources import template_root

    return template_root() / "pages"
