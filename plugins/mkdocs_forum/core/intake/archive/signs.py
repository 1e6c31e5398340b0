"""By which signs the parts of a page are told, in the languages of the interface."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from mkdocs_forum.core.words.archives import Archive
from mkdocs_forum.core.words.languages import LANGUAGES, conventions
from mkdocs_forum.core.words.slugs import slugify

MOST: Final = 300
"""Characters of a line that is compared with signs; a longer one is text."""
_ALL: Final = tuple(conventions(code).archive for code in LANGUAGES)


def _any(choose: Callable[[Archive], Iterable[str]]) -> str:
    return "|".join(pattern for archive in _ALL for pattern in choose(archive)) or "(?!)"


def _labels(name: str) -> str:
    return _any(lambda archive: [archive.labels[name]] if name in archive.labels else [])


LABELS: Final = tuple(dict.fromkeys(name for archive in _ALL for name in archive.labels))
"""What a line may say by a name before it."""
_LABEL: Final = {name: re.compile(rf"(?:{_labels(name)}) ?[:=]\s*(.*)") for name in LABELS}
_LEADS: Final = _any(lambda archive: archive.navigation)
_LEAD = re.compile(rf"(?:{_LEADS})")
_PARTING = re.compile(r"[\[\]|•·/<>«»:;,#*()]+|[ \xa0]+[-–—]+[ \xa0]+|[-–—=]{2,}|[ \xa0]{2,}")
"""What parts words that lead to other pages; none of it stands within one of them."""
_NOTICE = re.compile(rf"[\W_]*(?:{_any(lambda archive: archive.notices)})")
_EDITION = re.compile(rf"\b(?:{_any(lambda archive: archive.editions)})\b")
_ORDINALS = tuple(
    (number, re.compile(rf"\b(?:{pattern})\b"))
    for archive in _ALL
    for number, pattern in enumerate(archive.ordinals, 1)
)
_ENDINGS: Final = _any(lambda archive: archive.ordinal_endings)
_DIGITS = re.compile(rf"\b(\d{{1,2}}) ?(?:{_ENDINGS})(?!\w)")
_ROMAN = re.compile(rf"\b([IVX]{{1,6}}) ?(?i:{_ENDINGS})(?!\w)")
_SIGNED = re.compile(r"\bn ?[°ºo] ?(\d{1,2})\b")
_VALUES: Final = {"I": 1, "V": 5, "X": 10}
_SESSION = re.compile(
    rf"(?:(?:{_any(lambda archive: archive.session_openings)}))?"
    rf"((?:{_any(lambda archive: archive.sessions)})"
    r"(?: (?:n ?[°º] ?)?\w{1,3})?(?: ?[-–:] .{1,60})?)[ .:]*"
)
BY = re.compile(rf"(?i:{_any(lambda archive: archive.by)})\s+(?=[^\W\d_])")
ARTICLES: Final = frozenset(word for archive in _ALL for word in archive.articles)
PARTICLES: Final = frozenset(word for archive in _ALL for word in archive.particles)
COMPANY = re.compile(rf"\b(?:{_any(lambda archive: archive.companies)})\b")
ROLE = re.compile(rf"(?:{_any(lambda archive: archive.roles)})")
_BEHIND = re.compile(r"[^:–]{1,60}?(?: ?[:–]| -) ")
_INTRODUCTION = re.compile(rf"(?:{_any(lambda archive: archive.introductions)})[\W_]*")
_REACH = re.compile(rf"[\W_]*(?:{_any(lambda archive: archive.contact_data)})")
_STREET = re.compile(rf"(?:{_any(lambda archive: archive.streets)})")
_TOWN = re.compile(rf"(?:{_any(lambda archive: [archive.towns] if archive.towns else [])})[\W_]*")
_MAIL = re.compile(r"[\w.+-]{1,64}(?:@| ?\(at\) ?| ?\[at\] ?)[\w-]{1,60}(?:\.[\w-]{1,60})+")
_PHONE = re.compile(r"(?:\+|00)?\d{1,3}(?:[ ./()-]{1,3}\d{1,4}){3,6}")
_BETWEEN = re.compile(r"\s*(?:,|;|\||/|•|·| [-–—] )\s*")
WEBSITE = re.compile(
    r"(?:site ?:? ?|web ?:? ?|url ?:? ?|internet ?:? ?)?((?:https?://|www\.)[^\s<>\"]+)"
)


def label(text: str) -> tuple[str, str] | None:
    """Give what a line says by the name before it, and the value."""
    lowered = text[:MOST].lower()
    for name, pattern in _LABEL.items():
        if found := pattern.match(lowered):
            return name, text[found.start(1) :].strip()
    return None


def is_navigation(text: str) -> bool:
    """Whether a line leads to other pages and says nothing else."""
    if len(text) > MOST:
        return False
    parts = [part.strip(" .-–—_\xa0") for part in _PARTING.split(text.lower())]
    parts = [part for part in parts if part]
    return bool(parts) and all(
        _LEAD.fullmatch(part) or all(map(_LEAD.fullmatch, part.split())) for part in parts
    )


def is_notice(text: str) -> bool:
    """Whether a line belongs to the edge of a page."""
    return len(text) <= MOST and bool(_NOTICE.match(text.lower()))


def is_edition(text: str) -> bool:
    """Whether a line may name an edition."""
    return len(text) <= 150 and bool(_EDITION.search(text.lower()))


def is_forum(text: str) -> bool:
    """Whether a line names an edition by the first of its names, which means nothing else."""
    return any(re.search(rf"\b(?:{archive.editions[0]})\b", text.lower()) for archive in _ALL)


def number(text: str) -> int | None:
    """Give the number of an edition, or nothing."""
    lowered = text[:MOST].lower()
    if found := _DIGITS.search(lowered) or _SIGNED.search(lowered):
        return int(found[1]) or None
    # The last one first: 'dix-septième' ends as 'septième' does.
    for value, pattern in sorted(_ORDINALS, key=lambda each: -each[0]):
        if pattern.search(lowered):
            return value
    found = _ROMAN.search(text[:MOST])
    return _roman(found[1]) if found else None


def _roman(text: str) -> int:
    values = [_VALUES[sign] for sign in text]
    below = [*values[1:], 0]
    return sum(-one if one < next_ else one for one, next_ in zip(values, below, strict=True))


def session(text: str) -> str | None:
    """Give the kind of session that a line names."""
    found = _SESSION.fullmatch(text.lower()) if len(text) <= 80 else None
    if not found:
        return None
    kind = text[found.start(1) : found.end(1)].strip(" .:")
    return kind[:1].upper() + kind[1:]


def session_title(text: str) -> str:
    """Give what stands behind a kind of session, as 'Table ronde : les honoraires'; or nothing."""
    found = _BEHIND.match(text) if session(text) else None
    return text[found.end() :].strip(" .") if found else ""


def is_introduction(text: str) -> bool:
    """Whether a heading is one that many texts have."""
    return bool(_INTRODUCTION.fullmatch(text.lower())) if len(text) <= MOST else False


def is_contact(text: str) -> bool:
    """Whether a line tells how to reach somebody, and nothing else."""
    if len(text) > 160:
        return False
    lowered = text.lower()
    rest = _PHONE.sub("", _MAIL.sub("", text))
    letters = sum(map(str.isalpha, rest))
    if _REACH.match(lowered):
        # A sentence about telephones is none.
        return letters <= 60 and (rest != text or letters <= 20 or not text.rstrip().endswith("."))
    return rest != text and letters <= 25


def is_card(text: str) -> bool:
    """Whether a line tells several ways to reach somebody, and nothing else."""
    if len(text) > MOST:
        return False
    parts = [part for part in _BETWEEN.split(text) if part]
    return any(map(is_contact, parts)) and all(
        is_contact(part) or is_address(part) for part in parts
    )


def is_address(text: str) -> bool:
    """Whether a line belongs to a postal address."""
    lowered = text.lower()
    return len(text) <= 100 and bool(
        (_STREET.match(lowered) and not text.endswith((".", "?"))) or _TOWN.fullmatch(lowered)
    )


def is_town(text: str) -> bool:
    """Whether a line holds the post code of an address."""
    return len(text) <= 100 and bool(_TOWN.fullmatch(text.lower()))


def is_role(text: str) -> bool:
    """Whether a line names a trade."""
    return bool(ROLE.match(text.lower()))


def is_company(text: str) -> bool:
    """Whether a line has a word that companies bear."""
    return bool(COMPANY.search(text.lower()))


def begins_with_article(text: str) -> bool:
    """Whether a line begins by a word that no name begins with."""
    first = re.split(r"[\s'’]", text.strip(' "«»“”'), maxsplit=1)[0]
    return first.lower() in ARTICLES or slugify(first) in ARTICLES
