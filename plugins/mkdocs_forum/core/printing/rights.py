"""The rights to a PDF document, in its metadata (XMP): WeasyPrint writes all else, not these."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
    'xmlns:cc="http://creativecommons.org/ns#"'
)
_END = b"</rdf:RDF>"


def add_rights(document: Any, pdf: Any) -> None:
    """Add to a document of WeasyPrint what the head of its page says of licence and publisher."""
    told = "".join(_properties(document.metadata.custom))
    if not told:
        return
    description = f'<rdf:Description rdf:about="" {_NAMES}>{told}</rdf:Description>'.encode()
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            item.stream = [part.replace(_END, description + _END) for part in item.stream]


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
