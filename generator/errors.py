"""What can go wrong, one class a thing, so that callers catch what they mean.

Each class keeps its data as attributes and builds its own message: what, where
and what to do, in one line of plain English.
"""

from __future__ import annotations


class GeneratorError(Exception):
    """Root of all errors that this program raises on purpose."""


class ConfigError(GeneratorError):
    """A setting is unknown, of the wrong kind, or its file cannot be read."""

    def __init__(self, problem: str, *, file: str, line: int | None = None) -> None:
        self.problem, self.file, self.line = problem, file, line
        where = file if line is None else f"{file}, line {line}"
        super().__init__(f"{where}: {problem}")


class RegistrationError(GeneratorError):
    """Two members of one stage have one name, or a member stands above what it needs."""


class UnreadableError(GeneratorError):
    """A source cannot be turned into text; the reason is for the reader of the report."""


class StoreError(GeneratorError):
    """The cache folder cannot be read or written."""


class TemplateError(GeneratorError):
    """A template is missing or wrong."""


class PublishError(GeneratorError):
    """A page cannot be written where it belongs."""


class PrintError(GeneratorError):
    """A briefing cannot be printed."""


class EngineError(GeneratorError):
    """The site engine could not build the site from the pages."""


class BreachError(GeneratorError):
    """An item of one document is no slice of it; the document is left out.

    Attributes:
        breaches: One line for each, naming item and span.
    """

    def __init__(self, breaches: tuple[str, ...]) -> None:
        self.breaches = breaches
        count = "1 item is" if len(breaches) == 1 else f"{len(breaches)} items are"
        super().__init__(
            f"{count} no slice of it, by a fault of the program; please report it: {breaches[0]}"
        )


class VerificationError(GeneratorError):
    """Something would be printed that is no slice of a source.

    Attributes:
        breaches: One line for each, naming document, item and span.
    """

    def __init__(self, breaches: tuple[str, ...]) -> None:
        self.breaches = breaches
        super().__init__(
            f"{len(breaches)} items are no slice of their source; nothing was published. "
            f"First: {breaches[0] if breaches else '-'}"
        )
