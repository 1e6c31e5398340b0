"""What schema.org's published vocabulary says of the kinds and properties that pages use.

Taken from the tables of types and of properties of its release 30.0, without the kinds that no page
has. All pages of the French forum conform to its SHACL shapes, too (by pyshacl), once
those of texts, numbers and days take literals: as published, they take none.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

KINDS: Final[dict[str, str]] = {
    "Action": "Thing",
    "Answer": "Comment CreativeWork Thing",
    "Article": "CreativeWork Thing",
    "BreadcrumbList": "ItemList Intangible Thing",
    "CollectionPage": "WebPage CreativeWork Thing",
    "Comment": "CreativeWork Thing",
    "CorrectionComment": "Comment CreativeWork Thing",
    "CreativeWork": "Thing",
    "EntryPoint": "Intangible Thing",
    "Event": "Thing",
    "Intangible": "Thing",
    "ItemList": "Intangible Thing",
    "ListItem": "Intangible Thing",
    "MediaObject": "CreativeWork Thing",
    "Organization": "Thing",
    "Person": "Thing",
    "Place": "Thing",
    "ProfilePage": "WebPage CreativeWork Thing",
    "QAPage": "WebPage CreativeWork Thing",
    "Question": "Comment CreativeWork Thing",
    "SearchAction": "Action Thing",
    "Thing": "",
    "WebPage": "CreativeWork Thing",
    "WebSite": "CreativeWork Thing",
}
"""Kinds, each with all that it is a kind of."""

PROPERTIES: Final[dict[str, tuple[str, str]]] = {
    "abstract": ("CreativeWork", "Text"),
    "acceptedAnswer": ("Question", "Answer ItemList"),
    "address": ("Organization Person Place", "Text"),
    "answerCount": ("Question", "Integer"),
    "associatedMedia": ("CreativeWork", "MediaObject"),
    "author": ("CreativeWork", "Organization Person"),
    "contentUrl": ("MediaObject", "URL"),
    "correction": ("CreativeWork", "CorrectionComment Text URL"),
    "dateModified": ("CreativeWork", "Date DateTime"),
    "datePublished": ("CreativeWork", "Date DateTime"),
    "description": ("Thing", "Text"),
    "email": ("Organization Person", "Text"),
    "encodingFormat": ("CreativeWork MediaObject", "Text URL"),
    "endDate": ("Event", "Date DateTime"),
    "faxNumber": ("Organization Person Place", "Text"),
    "genre": ("CreativeWork", "Text URL"),
    "headline": ("CreativeWork", "Text"),
    "image": ("Thing", "URL"),
    "inLanguage": ("CreativeWork Event", "Text"),
    "isPartOf": ("CreativeWork", "CreativeWork URL"),
    "item": ("ListItem", "Thing"),
    "itemListElement": ("ItemList", "ListItem Text Thing"),
    "jobTitle": ("Person", "Text"),
    "keywords": ("CreativeWork Event Organization Place", "Text URL"),
    "knowsAbout": ("Organization Person", "Text Thing URL"),
    "license": ("CreativeWork", "CreativeWork URL"),
    "location": ("Action Event Organization", "Place Text"),
    "mainEntity": ("CreativeWork", "Thing"),
    "mainEntityOfPage": ("Thing", "CreativeWork URL"),
    "name": ("Thing", "Text"),
    "organizer": ("Event", "Organization Person"),
    "position": ("CreativeWork ListItem", "Integer Text"),
    "potentialAction": ("Thing", "Action"),
    "publisher": ("CreativeWork", "Organization Person"),
    "sameAs": ("Thing", "URL"),
    "startDate": ("Event", "Date DateTime"),
    "suggestedAnswer": ("Question", "Answer ItemList"),
    "target": ("Action", "EntryPoint URL"),
    "telephone": ("Organization Person Place", "Text"),
    "text": ("CreativeWork", "Text"),
    "translationOfWork": ("CreativeWork", "CreativeWork"),
    "url": ("Thing", "URL"),
    "urlTemplate": ("EntryPoint", "Text"),
    "workLocation": ("Person", "Place"),
    "workTranslation": ("CreativeWork", "CreativeWork"),
    "worksFor": ("Person", "Organization"),
}
"""Properties, each with the kinds that have it and those of its values."""

ANNOTATIONS: Final = {"query-input"}
"""What stands beside a property of an action, and is none itself."""

_ADDRESS: Final = re.compile(r"https?://\S+")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


def faults(thing: dict[str, Any]) -> Iterator[str]:
    """Tell what of a thing the vocabulary lacks: its kind, a property, or a kind of value."""
    kinds = _kinds(thing)
    if not kinds:
        yield f"no kind is called {thing['@type']!r}"
    for name, value in thing.items():
        if name.startswith("@") or name in ANNOTATIONS:
            continue
        if name not in PROPERTIES:
            yield f"no property is called {name!r}"
            continue
        domains, ranges = (set(words.split()) for words in PROPERTIES[name])
        if not kinds & domains:
            yield f"{thing['@type']} has no {name!r}"
        for each in value if isinstance(value, list) else [value]:
            if not _kinds(each) & ranges:
                yield f"{name!r} of {thing['@type']} is {each!r}"


def _kinds(value: Any) -> set[str]:
    """Give all that a value is a kind of."""
    match value:
        case {"@type": str(kind)} if kind in KINDS:
            return {kind, *KINDS[kind].split()}
        case int():
            return {"Integer"}
        case str():
            found = {"URL": _ADDRESS, "Date": _DATE}
            return {"Text", *(kind for kind, form in found.items() if form.fullmatch(value))}
    return set()
