"""Turns the documents that a desk reads into a searchable site of briefings.

The command is ``briefing``; from Python, :func:`build` makes a desk's site
and :func:`annotate_file` gives what is known of one file.
"""

from generator.errors import GeneratorError
from generator.model import Annotation, Edition, Span
from generator.pipeline import Report, annotate_file, build, check, edition_of, prepare

__all__ = [
    "Annotation",
    "Edition",
    "GeneratorError",
    "Report",
    "Span",
    "annotate_file",
    "build",
    "check",
    "edition_of",
    "prepare",
]
