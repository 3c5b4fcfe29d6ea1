"""XML from strangers: no entities of its own, nothing fetched, depth and size bounded."""

from __future__ import annotations

from typing import Any

from lxml import etree

from generator.errors import UnreadableError
from generator.readers.archives import Archive


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML part.

    Args:
        data: The whole part.
        name: What it is called, for the report.

    Raises:
        UnreadableError: If it is no sound XML, or declares entities: what they stand for
            may be a local file or grow without bound.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise UnreadableError(f"its part {name} is damaged: no sound XML") from error
    if _declares_entities(root):
        raise UnreadableError(f"its part {name} declares entities of its own")
    return root


def read_xml(archive: Archive, name: str) -> etree._Element:
    """Return the root of an XML member of an archive.

    Raises:
        UnreadableError: If it is missing or :func:`parse_xml` refuses it.
    """
    return parse_xml(archive.read(name), name)


def optional_xml(archive: Archive, name: str | None) -> etree._Element | None:
    """Return the root of a member that a file may go without; None if it is not there.

    Raises:
        UnreadableError: If it is there and damaged.
    """
    return read_xml(archive, name) if name is not None and name in archive.names else None


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for what is no element.

    Word and its kin write the same names under two families of namespaces.
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _declares_entities(root: etree._Element) -> bool:
    declared: Any = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its name without namespace; None if it is not set."""
    ending = "}" + name
    for key, value in element.items():
        if key == name or str(key).endswith(ending):
            return str(value)
    return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the element that a path of names leads to; None where a step is missing."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    """Return the elements of a name right under another; none where that is missing."""
    return [one for one in element if local(one) == name] if element is not None else []


def words_of(element: etree._Element) -> str:
    """Return all text under an element, blanks collapsed."""
    return " ".join("".join(str(words) for words in element.itertext()).split())
