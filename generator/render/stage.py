"""OUTPUTS, everything that an edition is turned into; render() makes pages, sheets() paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from generator.model import Edition, Page
from generator.registry import members
from generator.render.briefings import render_briefings
from generator.render.claims import render_claims
from generator.render.environment import Templates
from generator.render.export import render_export
from generator.render.figures import render_figures
from generator.render.home import render_home
from generator.render.look import Look
from generator.render.paths import pdf_path
from generator.render.people import render_people
from generator.render.quotations import render_quotations
from generator.render.sheet import Sheet
from generator.render.sheets import sheet
from generator.render.sources import printed, render_sources
from generator.render.view import View, make_view

__all__ = [
    "OUTPUTS",
    "Look",
    "Output",
    "Renderer",
    "Sheet",
    "pdf_path",
    "printed",
    "render",
    "sheets",
]

Renderer = Callable[[View, Templates], Iterable[Page]]
"""Gets the edition with every item findable and the page templates; gives pages, each path once."""


class Output(msgspec.Struct, frozen=True):
    """One kind of pages."""

    name: str
    render: Renderer


OUTPUTS: tuple[Output, ...] = (
    Output("home", render_home),
    Output("briefings", render_briefings),
    Output("sources", render_sources),
    Output("people", render_people),
    Output("claims", render_claims),
    Output("quotations", render_quotations),
    Output("figures", render_figures),
    Output("export", render_export),
)
"""Every kind of pages; the order is that in which they are given and means nothing else."""


def render(edition: Edition, texts: Mapping[str, str], look: Look) -> tuple[Page, ...]:
    """Return every page of a site as a function of its edition alone.

    Args:
        edition: As it is to be published; under ``source_text: excerpts`` its
            annotations hold no text.
        texts: The text of record of each document, by its id.
        look: The desk's choices.

    Raises:
        TemplateError: If a template is missing or wrong, or asks for a value that
            it is not given.
    """
    view = make_view(edition, texts, look)
    templates = Templates(look.templates)
    outputs = members(OUTPUTS, "generator.outputs")
    return tuple(page for output in outputs for page in output.render(view, templates))


def sheets(edition: Edition, texts: Mapping[str, str], look: Look) -> tuple[Sheet, ...]:
    """Return each story as it is printed, in the edition's order; arguments as :func:`render`."""
    view = make_view(edition, texts, look)
    return tuple(sheet(view, story) for story in edition.stories)
