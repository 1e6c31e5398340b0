"""What Chromium leaves out of the tags of its documents, for those who have them read out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from mkdocs_forum.core.html.pieces import element, tokens, words_of

_ROLES: Final = {"/Strong": "/Span", "/Em": "/Span"}
"""Names that Chromium takes from a later standard, and what the one that readers know has."""
_PAINTS: Final = re.compile(rb"(?:^| )(?:Tj|TJ|[fFSsBb]\*?|Do|sh)$", re.MULTILINE)
"""Ends a line by which something is seen."""
_BEGIN: Final = b"/Artifact <</Type /Pagination>> BDC"


def add_tags(writer: PdfWriter, html: str) -> None:
    """Name the links of a document, as its page does, and tell its margins from its text."""
    names = dict(_links(html))
    for page in writer.pages:
        contents = page.raw_get("/Contents")
        stream = DecodedStreamObject()
        stream.set_data(b"\n".join(_parted(contents.get_object().get_data())))
        writer._replace_object(contents, stream.flate_encode())
        for annotation in page.get("/Annots", ()):
            _name(annotation.get_object(), names)
    structure = writer.root_object.get("/StructTreeRoot")
    if structure is not None:
        roles = {NameObject(name): NameObject(role) for name, role in _ROLES.items()}
        structure.get_object()[NameObject("/RoleMap")] = DictionaryObject(roles)


def _parted(content: bytes) -> Iterator[bytes]:
    """Give the lines of a page, with marks around what is no part of the text."""
    beside: list[bytes] = []
    open_: list[bool] = []
    for line in content.split(b"\n"):
        if line.endswith((b"BDC", b"BMC")):
            is_text = b"/MCID" in line
            if is_text and not any(open_):
                yield from _marked(beside)
                beside = []
            open_.append(is_text)
        if any(open_):
            yield line
        else:
            beside.append(line)
        if line == b"EMC" and open_:
            open_.pop()
    yield from _marked(beside)


def _marked(lines: list[bytes]) -> list[bytes]:
    is_seen = _PAINTS.search(b"\n".join(lines))
    return [_BEGIN, *lines, b"EMC"] if is_seen else lines


def _name(annotation: DictionaryObject, names: Mapping[str, str]) -> None:
    target = _target(annotation)
    if annotation.get("/Subtype") == "/Link" and target:
        words = names.get(unquote(target)) or target
        annotation[NameObject("/Contents")] = TextStringObject(words)


def _target(annotation: Mapping[str, Any]) -> str:
    action = annotation.get("/A", {}).get("/URI")
    place = annotation.get("/Dest")
    return str(action) if action else f"#{str(place).removeprefix('/')}" if place else ""


def _links(html: str) -> Iterator[tuple[str, str]]:
    """Give what each link leads to, with its words or those of its picture."""
    stream = iter(tokens(html))
    for token in stream:
        if token.kind == "start" and token.name == "a" and token.get("href"):
            link = element(stream, token)
            words = words_of(link) or " ".join(piece.get("alt") for piece in link)
            yield unquote(token.get("href")), " ".join(words.split())
