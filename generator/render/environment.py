"""The templates, and the one rule that makes a source's words inert in them.

Whatever a template prints is text, unless this module made it trusted. Text
leaves here with every character that Markdown, HTML or a template language
could read as a character reference, so that a page may be parsed by all three
and still shows the words as they stand in the source.
"""

from __future__ import annotations

import json
import re
import string
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.errors import TemplateError
from generator.render.visible import RUN, VISIBLE, visible
from generator.resources import template_root

_PLAIN = ",;.()/"
"""Punctuation that starts nothing in Markdown, HTML or Jinja wherever it stands."""

_INERT: dict[int, str | None] = {
    **{ord(c): f"&#{ord(c)};" for c in string.punctuation if c not in _PLAIN},
    **VISIBLE,
}

_RECORD = {**_INERT, ord("\n"): "&#10;", ord("\t"): "&#9;", ord("\u2028"): "&#10;"}

_ORDINAL = re.compile(r"^( ?\d+)\.")
_HREF = re.compile(r"(?!/)[A-Za-z0-9._/-]*(?:#[A-Za-z0-9_-]+)?")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def piece(value: object) -> Markup:
    """Return a stretch of a sentence as inert text; a blank at its ends stays one blank."""
    return Markup(_without_ordinal(_text(value)))  # noqa: S704


def inert(value: object) -> Markup:
    """Return a value as text that nothing reads as markup; trusted markup stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup(_without_ordinal(_text(value).strip(" ")))  # noqa: S704


def record(value: object) -> Markup:
    """Return a stretch of a text of record as inert text, line ends and blanks kept.

    It is for raw HTML blocks only: in a paragraph of Markdown a line could begin
    with what only :func:`inert` makes harmless.
    """
    return Markup(str(value).replace("\r\n", "\n").translate(_RECORD))  # noqa: S704


def href(value: str) -> Markup:
    """Return a relative address of ours, trusted.

    Raises:
        TemplateError: If it holds anything but letters, digits and ``. _ / - #``:
            no address is ever taken from a source.
    """
    return _checked(value, _HREF, "address")


def name(value: str) -> Markup:
    """Return an id or a class name of ours, trusted.

    Raises:
        TemplateError: If it is not made of letters, digits, hyphens and underscores.
    """
    return _checked(value, _NAME, "name")


def front(value: str) -> Markup:
    """Return a value of front matter, trusted: JSON is YAML, and :func:`plain` made it safe."""
    return Markup(json.dumps(plain(value), ensure_ascii=False))  # noqa: S704


def plain(text: str) -> str:
    """Return text for front matter, whose values site engines print raw.

    Angle brackets become single guillemets because Material's ``striptags`` turns
    references back into characters; the rest is escaped as in an HTML attribute.
    """
    shown = " ".join(visible(text).translate({ord("<"): "‹", ord(">"): "›"}).split())
    for sign, reference in (("&", "&amp;"), ('"', "&quot;"), ("'", "&#39;")):
        shown = shown.replace(sign, reference)
    # a template language of the engine, or a plugin, may read these
    return shown.replace("{", "&#123;").replace("}", "&#125;")


class Templates:
    """The page templates: those of the desk before those that ship with the program."""

    def __init__(self, folder: str | None) -> None:
        self._environment = _environment(folder)

    def compose(self, template: str, values: dict[str, Any]) -> bytes:
        """Return a page as the template makes it of the values.

        Raises:
            TemplateError: If the template is missing, cannot be parsed, or asks for
                a value that it is not given.
        """
        try:
            text = self._environment.get_template(template).render(values)
        except jinja2.TemplateError as error:
            where = getattr(error, "name", None) or template
            line = getattr(error, "lineno", None)
            place = f"{where}, line {line}" if line else where
            raise TemplateError(f"{place}: {error}") from error
        return _tidied(text).encode()


def _text(value: object) -> str:
    text = str(value).translate(_INERT)
    return RUN.sub(" ", text) if "  " in text else text


def _without_ordinal(text: str) -> str:
    """Return the text with the stop of "1." as a reference: at the head of a line it is a list."""
    return _ORDINAL.sub(r"\1&#46;", text) if text.lstrip(" ")[:1].isdecimal() else text


def _environment(folder: str | None) -> jinja2.Environment:
    """Return the environment of a desk, made anew for each build.

    Kept from one build of a server to the next, it would not see that a desk has
    begun to override one of our templates.
    """
    folders = [] if folder is None else [Path(folder)]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, template_root() / "pages"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=inert,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(front=front, href=href, name=name, piece=piece, record=record)
    return environment


def _checked(value: str, pattern: re.Pattern[str], what: str) -> Markup:
    if not pattern.fullmatch(value):
        raise TemplateError(f"{value!r} is no {what} of ours")
    return Markup(value)  # noqa: S704


def _tidied(text: str) -> str:
    """Return the page with at most one empty line in a row and one line end at its end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
