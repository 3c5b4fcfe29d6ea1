"""The settings, typed, from one file: ``mkdocs.yml``, under the plugin ``briefings``.

The file is read here and not by MkDocs, so that the program runs where MkDocs is
not installed: with a safe loader, ``INHERIT`` and ``!ENV`` as MkDocs knows them,
and every other tag ignored.
"""

from __future__ import annotations

import difflib
import os
from itertools import combinations
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

import msgspec
import yaml

from generator.errors import ConfigError

PLUGIN = "briefings"
CONFIG_FILE = "mkdocs.yml"
MAX_PARENTS = 10
"""How many files may inherit from one another before it must be a circle."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a desk may set under ``plugins: - briefings:``."""

    seeds: str = "seeds"
    """Folder of the sources, relative to ``mkdocs.yml``."""
    templates: str = "templates"
    """Folder of the desk's own templates; each file in it wins over ours of the same name."""
    cache: str = ".cache/briefings"
    """Folder for results by content; it may be removed at any time."""
    executor: str = "processes"
    """``serial``, ``threads``, ``processes`` or ``package.module:factory``."""
    workers: int = 0
    """How many at once; 0 for as many as the machine has processors."""
    source_text: Literal["full", "excerpts"] = "excerpts"
    """Whether the site publishes whole sources or only what its pages print."""
    page_size: int = 50
    """Rows on one page of a list."""
    pdf: bool = False
    """Whether a build also makes a PDF of each briefing and links to it."""
    paper: Literal["a4", "us-letter"] = "a4"
    """The size of a printed page."""
    handling: str = ""
    """A line for the foot of every printed page, such as "For internal use"."""


class Config(msgspec.Struct, frozen=True):
    """Where a desk lies and how it wants its site."""

    root: Path
    """The folder of ``mkdocs.yml``."""
    file: Path
    site_name: str
    docs: Path
    site: Path
    settings: Settings
    site_url: str = ""
    """The address that the site will have; empty where the desk does not say."""
    folders: bool = True
    """Whether the site engine makes a folder of each page (``use_directory_urls``)."""

    @property
    def seeds(self) -> Path:
        """The folder of the sources."""
        return self.root / self.settings.seeds

    @property
    def cache(self) -> Path:
        """The folder of cached results."""
        return self.root / self.settings.cache

    @property
    def templates(self) -> Path:
        """The folder of the desk's own templates, which need not exist."""
        return self.root / self.settings.templates


def load(file: Path) -> Config:
    """Read a desk's ``mkdocs.yml``.

    Raises:
        ConfigError: If it is missing, is no YAML, or holds an unknown or wrong setting;
            the message names key and line.
    """
    node = _compose(file)
    mapping = _inherited(file, _construct(node, file), depth=0)
    options, lines = _plugin_options(mapping, node)
    root = file.parent.resolve()
    config = Config(
        root=root,
        file=file.resolve(),
        site_name=_text(mapping, "site_name", "Briefings", file),
        docs=(root / _text(mapping, "docs_dir", "docs", file)).resolve(),
        site=(root / _text(mapping, "site_dir", "site", file)).resolve(),
        settings=settings(options, file=file.name, lines=lines),
        site_url=_text(mapping, "site_url", "", file),
        folders=mapping.get("use_directory_urls") is not False,
    )
    _refuse_shared_folders(config)
    return config


def settings(
    options: dict[str, Any], *, file: str = CONFIG_FILE, lines: dict[str, int] | None = None
) -> Settings:
    """Check the options of the plugin.

    Args:
        options: The mapping under the plugin's name; empty for all defaults.
        file: Named in messages.
        lines: Line of each key, from 1, where known.

    Raises:
        ConfigError: If a key is unknown or a value of the wrong kind.
    """
    at = lines or {}
    known = Settings.__struct_fields__
    for key in options:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            raise ConfigError(f"unknown setting {key!r}; {hint}", file=file, line=at.get(str(key)))
    try:
        found = msgspec.convert(options, Settings)
    except msgspec.ValidationError as error:
        key = str(error).partition(" - at `$.")[2].rstrip("`")
        problem = f"must be {_wanted(key)}, not {_written(options[key])}"
        raise ConfigError(f"setting {key!r}: {problem}", file=file, line=at.get(key)) from error
    for key, least in (("page_size", 1), ("workers", 0)):
        if getattr(found, key) < least:
            problem = f"must be {least} or more"
            raise ConfigError(f"setting {key!r}: {problem}", file=file, line=at.get(key))
    return found


_KINDS = {bool: "true or false", int: "a whole number", str: "text"}


def _wanted(key: str) -> str:
    """Return in plain words what a setting may be."""
    kind = get_type_hints(Settings)[key]
    return _KINDS.get(kind) or " or ".join(get_args(kind))


def _written(value: object) -> str:
    """Return a wrong value about as it stands in the file, short enough for one line."""
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else f"{value[:60]}…")
    if value is None:
        return "empty"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a mapping"
    return str(value).lower()[:60]


def _refuse_shared_folders(config: Config) -> None:
    """Raise if one folder of a desk lies in another: a build replaces its site, clears its cache.

    None of them may be the desk's own folder or one above it either.
    """
    folders = {
        "docs_dir": config.docs,
        "site_dir": config.site,
        "seeds": config.seeds.resolve(),
        "templates": config.templates.resolve(),
        "cache": config.cache.resolve(),
    }
    for key, folder in folders.items():
        if config.root.is_relative_to(folder):
            problem = f"{key!r} must be a folder inside the desk or apart from it, not {folder}"
            raise ConfigError(problem, file=config.file.name)
    for (one, a), (two, b) in combinations(folders.items(), 2):
        if a.is_relative_to(b) or b.is_relative_to(a):
            problem = f"{one!r} and {two!r} must be folders apart from one another"
            raise ConfigError(problem, file=config.file.name)


class _Loader(yaml.SafeLoader):
    """Safe, with ``!ENV`` and with unknown tags read as nothing."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Return the first set environment variable of ``!ENV NAME`` or ``!ENV [NAME, default]``."""
    if isinstance(node, yaml.ScalarNode):
        names, default = [str(node.value)], None
    else:
        values = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else []
        names, default = [str(v) for v in values[:-1]] or [""], values[-1] if values else None
    for name in names:
        if name in os.environ:
            try:
                return yaml.safe_load(os.environ[name])
            except yaml.YAMLError:
                return os.environ[name]
    return default


def _nothing(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    """Read a tag that belongs to another program as nothing."""


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)


def _compose(file: Path) -> yaml.Node | None:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        hint = "run this in a desk's folder, or make one with `briefing init DIR`"
        raise ConfigError(f"there is no such file; {hint}", file=str(file)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", file=str(file)) from error
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ConfigError(
            f"is no valid YAML: {error.problem}", file=file.name, line=line
        ) from error
    except yaml.YAMLError as error:
        raise ConfigError(f"is no valid YAML: {error}", file=file.name) from error
    except RecursionError as error:
        raise ConfigError("is nested too deeply", file=file.name) from error
    return node


def _construct(node: yaml.Node | None, file: Path) -> dict[str, Any]:
    if node is None:
        return {}
    loader = _Loader("")
    try:
        value = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ConfigError(
            f"is no valid YAML: {error.problem}", file=file.name, line=line
        ) from error
    if not isinstance(value, dict):
        raise ConfigError("must hold settings, one `key: value` a line", file=file.name, line=1)
    return value


def _inherited(file: Path, mapping: dict[str, Any], depth: int) -> dict[str, Any]:
    """Lay the mapping over the file that it names under ``INHERIT``, as MkDocs does."""
    parent = mapping.pop("INHERIT", None)
    if parent is None:
        return mapping
    if depth >= MAX_PARENTS:
        raise ConfigError("files inherit from one another in a circle", file=file.name)
    above = file.parent / str(parent)
    return _merged(_inherited(above, _construct(_compose(above), above), depth + 1), mapping)


def _merged(low: dict[str, Any], high: dict[str, Any]) -> dict[str, Any]:
    out = dict(low)
    for key, value in high.items():
        below = out.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        out[key] = _merged(below, value) if both else value  # type: ignore[arg-type]
    return out


def _plugin_options(
    mapping: dict[str, Any], node: yaml.Node | None
) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the plugin's options, in either way that MkDocs lets it be listed, and their lines."""
    plugins = mapping.get("plugins") or []
    listed = [plugins] if isinstance(plugins, dict) else plugins
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and PLUGIN in one:
            options = one[PLUGIN] or {}
            return (options if isinstance(options, dict) else {}), _lines(node)
    return {}, {}


def _lines(node: yaml.Node | None) -> dict[str, int]:
    """Return the line of each key under the plugin's name, from 1."""
    pending = [node] if node is not None else []
    while pending:
        one = pending.pop()
        if isinstance(one, yaml.SequenceNode):
            pending.extend(one.value)
        elif isinstance(one, yaml.MappingNode):
            for key, value in one.value:
                if key.value == PLUGIN and isinstance(value, yaml.MappingNode):
                    return {str(k.value): k.start_mark.line + 1 for k, _ in value.value}
                pending.append(value)
    return {}


def _text(mapping: dict[str, Any], key: str, default: str, file: Path) -> str:
    value = default if mapping.get(key) is None else mapping[key]
    if not isinstance(value, str):
        raise ConfigError(f"{key!r} must be text", file=file.name)
    return value
