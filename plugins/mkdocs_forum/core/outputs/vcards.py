"""Members as address books read them: what they agreed to publish, as vCard 3.0 (RFC 2426)."""

from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.indexes import MemberView
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.words.names import Name

_LONGEST: Final = 75
"""Bytes of a line at the most."""
_ESCAPES: Final = str.maketrans(
    {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None, "\u2028": r"\n"}
)


def vcards(library: Library, views: Views, settings: Settings) -> Iterator[Output]:
    """Give the vCard of each member who can be reached."""
    addresses, root = Addresses(settings), settings.site_url
    for slug, view in views.members.items():
        if view.vcard_url:
            meta = library.members[slug].meta
            lines = map(_folded, _lines(view, meta.name, meta.parts, root and root + view.url))
            yield Output(addresses.vcard(slug), "".join(lines))


def _lines(view: MemberView, name: str, parts: Name, page: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:{_escaped(parts.family)};{_escaped(parts.given)};;;"
    yield f"FN:{_escaped(name)}"
    values = [
        ("ORG", view.company),
        ("TITLE", view.role),
        *(("TEL;TYPE=voice", phone) for phone in view.phones),
        ("TEL;TYPE=fax", view.fax),
        ("EMAIL;TYPE=internet", view.email),
        ("LABEL", "\n".join(view.address)),
        ("URL", view.website or page),
        ("UID", page),
    ]
    yield from (f"{key}:{_escaped(value)}" for key, value in values if value)
    if view.address:
        yield f"ADR:;;{_escaped(chr(10).join(view.address))};;;;"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """End a line, and go on below where it is too long; no sign is cut."""
    pieces, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST:
            pieces.append("")
            size = 1
        pieces[-1] += sign
        size += width
    return "\r\n ".join(pieces) + "\r\n"
