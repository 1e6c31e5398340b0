"""Somebody of whom a forum tells: a member with a page, or only a name."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.namesakes import member_called
from mkdocs_forum.core.model.kinds import Member
from mkdocs_forum.core.reading.entry import Entry

_SPACE: Final = r"\s+"
_BETWEEN: Final = r"[\s\xa0\u202f.()/-]*"
_KEYS: Final = "speakers|author|by|photo|replies_to|differs_from|file|asked_of|promised_by"
_LEAST: Final = 3
"""Letters of a name, or a part of it, at the least by which somebody is sought."""
_WHOLE_WORD = re.compile(r"[^\W\d_\u0000-\u02ff]")
"""A letter of which one may be a name: not a Latin one."""


@dataclass(frozen=True)
class Person:
    """Somebody, and what the forum says of them."""

    name: str
    page: Entry[Member] | None = None
    others: tuple[str, ...] = ()
    """Names of other members' files that begin as theirs does, with a number behind it."""

    @property
    def slug(self) -> str:
        """Name of their page's file; empty if they have none."""
        return self.page.slug if self.page else ""

    @cached_property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """What their page tells, by key."""
        given = self.page.source.meta if self.page else {"name": self.name}
        return {key: tuple(_flat(value)) for key, value in given.items()}

    @cached_property
    def contacts(self) -> tuple[str, ...]:
        """Values by which they can be reached, or known without their name."""
        meta = self.page.meta if self.page else None
        if meta is None:
            return ()
        found = [meta.website, meta.photo, meta.contact.email, meta.contact.fax]
        return tuple(filter(None, [*found, *meta.contact.phone, *meta.contact.address]))

    @cached_property
    def company(self) -> str:
        """Their company, where its name is long enough to be nobody else's."""
        company = self.page.meta.company if self.page else None
        return company if company and len(company.split()) > 1 else ""

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Finds their whole name, in either order, with or without its accents."""
        words = self.name.split()
        orders = {tuple(words), (*words[1:], words[0]), (words[-1], *words[:-1])}
        told = (_SPACE.join(map(_loose, order)) for order in sorted(orders, reverse=True))
        return _whole("|".join(told))

    @cached_property
    def partly_named(self) -> re.Pattern[str]:
        """Finds a part of their name: it may be somebody else's."""
        parts = [part for part in re.split(r"[\s'’]+", self.name) if len(part) >= _LEAST]
        # A first name begins a word; small letters are the word, as 'rose' or 'page'.
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, parts)) or '(?!)'})(?!\w)")

    @cached_property
    def reached(self) -> re.Pattern[str]:
        """Finds the values by which they can be reached, however numbers are spaced."""
        account = self.page.meta.account if self.page else None
        values = [*self.contacts, f"@{account}"] if account else self.contacts
        return _whole("|".join(_value(value) for value in values) or "(?!)")

    @cached_property
    def token(self) -> re.Pattern[str]:
        """Finds the name of their page's file in paths, links and anchors.

        One with a hyphen is found wherever it stands, in examples, too: hardly any sentence has it.
        """
        before = r"(?<![\w-])" if "-" in self.slug else r"(?<=[/#(<])"
        return re.compile(before + self.pattern if self.slug else "(?!)")

    @cached_property
    def key(self) -> re.Pattern[str]:
        """Finds it on the lines of a frontmatter that name members, with what stands before it."""
        return re.compile(
            rf"(?m)^([ \t]*-[ \t]+['\"]?|[ \t]*(?:-[ \t]+)?(?:{_KEYS})[ \t]*:(?:.*[\s\[{{,'\"])?"
            rf"|[ \t]+['\"]?(?={self.pattern}['\"]?[ \t]*:)){self.pattern}"
            if self.slug
            else "(?!)"
        )

    @property
    def pattern(self) -> str:
        """What finds the name of their page's file, and no longer one."""
        others = "".join(rf"(?!{re.escape(other)}(?![\w-]))" for other in self.others)
        return rf"{others}{re.escape(self.slug)}(?!\w|-(?!\d+\b))"


def person(told: str, library: Library) -> Person | None:
    """Find a member by the name of the page's file or by what they are called."""
    page = member_called(told, library)
    if page is None:
        return None
    numbered = re.compile(rf"{re.escape(page.slug)}-\d+")
    others = tuple(slug for slug in library.members if numbered.fullmatch(slug))
    return Person(page.meta.name, page, others)


def can_be_sought(name: str) -> bool:
    """Whether a name has letters enough to be found where somebody is named, and not everywhere."""
    return len(re.findall(r"[^\W\d_]", name)) >= _LEAST or bool(_WHOLE_WORD.search(name))


def _flat(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{key}: {', '.join(_flat(each))}" for key, each in value.items()]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _flat(each)]
    return [str(value)]


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def _loose(word: str) -> str:
    return "".join(map(_letter, word))


def _letter(sign: str) -> str:
    if sign in "'’":
        return "['’]"
    if sign == "-":
        return r"[\s-]"
    bare = unicodedata.normalize("NFD", sign)
    return re.escape(sign) if len(bare) == 1 else f"(?:{sign}|{bare}|{bare[0]})"


def _value(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    if not re.fullmatch(r"\+?[\d .()-]{4,30}", value):
        return _SPACE.join(map(re.escape, value.split()))
    national = digits[2:] if value.startswith("+33") else digits
    rest = _BETWEEN.join(national.lstrip("0"))
    return rf"(?:\+\d\d{_BETWEEN})?0?{_BETWEEN}{rest}"
