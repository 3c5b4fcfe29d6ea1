"""The verbs of the command ``briefing``; the only part that parses arguments and prints."""

from generator.cli import reading
from generator.cli.making import main

__all__ = ["main", "reading"]
