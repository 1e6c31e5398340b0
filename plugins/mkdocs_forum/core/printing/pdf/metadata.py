"""What a PDF document says of itself, as the head of its page tells it.

WeasyPrint writes all but the rights; Chromium nothing but the title, and the day on which it runs.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from mkdocs_forum.core.html.pieces import element, tokens, words_of
from mkdocs_forum.core.printing.pdf.tags import add_tags

_NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
    'xmlns:cc="http://creativecommons.org/ns#"'
)
_END = b"</rdf:RDF>"
_PACKET: Final = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</rdf:RDF></x:xmpmeta>'
)
_INFO: Final = {"author": "/Author", "description": "/Subject", "keywords": "/Keywords"}
_DAYS: Final = {b"CreationDate": "dcterms.created", b"ModDate": "dcterms.modified"}
_NODE = re.compile(rb"\(node(\d{8})\)")
_DAY = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)")

# It tells whoever has no handler that it counts more objects than the document numbers.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def add_rights(document: Any, pdf: Any) -> None:
    """Add to a document of WeasyPrint what the head of its page says of licence and publisher."""
    description = _described(_properties(document.metadata.custom)).encode()
    if not description:
        return
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            item.stream = [part.replace(_END, description + _END) for part in item.stream]


def described(pdf: bytes, html: str) -> bytes:
    """Give a document of Chromium with what the head of its page says.

    Its days are those of the page, and its nodes are counted from 1, not from Chromium's start: the
    same page gives the same bytes.
    """
    told = _told(html)

    def dated(found: re.Match[bytes]) -> bytes:
        day = told.get(_DAYS[found[1]], "").replace("-", "").encode() or b"19700101"
        return b"/%s (D:%s000000+00'00')" % (found[1], day)

    # Each in the place of one as long: the document says where in it every part stands.
    nodes = {name: number for number, name in enumerate(sorted(set(_NODE.findall(pdf))), 1)}
    pdf = _NODE.sub(lambda found: b"(node%08d)" % nodes[found[1]], _DAY.sub(dated, pdf))
    writer = PdfWriter(clone_from=BytesIO(pdf))
    info = {key: told[name] for name, key in _INFO.items() if name in told}
    writer.add_metadata({"/Creator": "Chromium", **info})
    stream = StreamObject()
    stream.update({NameObject("/Type"): NameObject("/Metadata")})
    stream.update({NameObject("/Subtype"): NameObject("/XML")})
    properties = [*_common(told), *_properties(told)]
    stream.set_data(_PACKET.format(_described(properties)).encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    add_tags(writer, html)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _told(html: str) -> dict[str, str]:
    """Give what the head of a page tells, by its names; several authors as one."""
    told: dict[str, str] = {}
    head = iter(tokens(html.partition("</head>")[0]))
    for token in head:
        if token.name == "title" and token.kind == "start":
            told["title"] = words_of(element(head, token))
        if token.name == "meta" and (name := token.get("name")):
            told[name] = ", ".join(filter(None, (told.get(name), token.get("content"))))
    return told


def _described(properties: Iterable[str]) -> str:
    told = "".join(properties)
    return told and f'<rdf:Description rdf:about="" {_NAMES}>{told}</rdf:Description>'


def _common(told: Mapping[str, str]) -> Iterator[str]:
    """Give the properties that WeasyPrint writes itself."""
    words = f'<rdf:li xml:lang="x-default">{escape(told.get("title", ""))}</rdf:li>'
    yield f"<dc:title><rdf:Alt>{words}</rdf:Alt></dc:title>"
    if authors := told.get("author"):
        yield f"<dc:creator><rdf:Seq><rdf:li>{escape(authors)}</rdf:li></rdf:Seq></dc:creator>"


def _properties(told: Mapping[str, str]) -> Iterator[str]:
    """Give the properties of what the head of a page told, by its names."""
    if publisher := told.get("dcterms.publisher"):
        item = f"<rdf:li>{escape(publisher)}</rdf:li>"
        yield f"<dc:publisher><rdf:Bag>{item}</rdf:Bag></dc:publisher>"
    if licence := told.get("dcterms.rights"):
        words = f'<rdf:li xml:lang="x-default">{escape(licence)}</rdf:li>'
        yield f"<dc:rights><rdf:Alt>{words}</rdf:Alt></dc:rights>"
        yield "<xmpRights:Marked>True</xmpRights:Marked>"
    if url := told.get("dcterms.license"):
        yield f"<xmpRights:WebStatement>{escape(url)}</xmpRights:WebStatement>"
        yield f"<cc:license rdf:resource={quoteattr(url)}/>"
