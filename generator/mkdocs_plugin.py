"""Lets ``mkdocs build`` and ``mkdocs serve`` do the same; the only file that imports mkdocs."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator import config as desk_config
from generator.engine import PREPARED
from generator.errors import GeneratorError
from generator.pipeline import prepare
from generator.publish import owned_pages
from generator.resources import template_root

log = logging.getLogger("mkdocs.plugins.briefings")
"""Under the host's name, so that a warning counts in ``mkdocs build --strict``."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """MkDocs checks nothing here: our own reader does, and words its messages for a person."""


class BriefingsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Writes the pages before MkDocs gathers them, and watches the seeds.

    The plugin is a convenience: the pages that ``briefing build`` writes make a
    correct site without it.
    """

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        """Check the options with our own reader, which words its messages for a person."""
        self.file = Path(config_file_path or desk_config.CONFIG_FILE).resolve()
        try:
            desk_config.settings(dict(options), file=self.file.name)
        except GeneratorError as error:
            return [("briefings", error)], []
        return [], []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lay our site templates below the desk's own and above the theme's."""
        ours = str(template_root() / "site")
        if ours not in config.theme.dirs:
            at = 1 if config.theme.custom_dir else 0
            config.theme.dirs.insert(at, ours)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Write the pages, unless ``briefing build`` has just done so."""
        if PREPARED in os.environ:
            return
        try:
            report = prepare(desk_config.load(self.file))
        except GeneratorError as error:
            raise PluginError(str(error)) from error
        for failure in report.failures:
            log.warning("%s: %s (%s)", failure.path, failure.reason, failure.stage)
        for warning in report.warnings:
            log.warning("%s", warning)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the edit link off generated pages: what a person edits lies in the seeds."""
        for path in owned_pages(Path(config.docs_dir)):
            file = files.get_file_from_path(path)
            if file is not None:
                file.edit_uri = None
        return files

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Build again when a source or a template of the desk changes."""
        desk = desk_config.load(Path(config.config_file_path or self.file))
        for folder in (desk.seeds, desk.templates):
            if folder.is_dir():
                server.watch(str(folder), builder)
        return server
