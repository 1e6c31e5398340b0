"""What people and mail programs write in letters, in every language that is known."""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from mkdocs_forum.core.words.languages import LANGUAGES, LOCALES, Mail, conventions

FILE: Final = LOCALES / "mail.toml"
"""Holds what is written in languages that the interface doesn't speak."""


@cache
def wordings() -> tuple[Mail, ...]:
    """Give what is written in each language, those of the interface first."""
    own = [conventions(code).mail for code in LANGUAGES]
    others = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return (*own, *map(Mail.model_validate, others.values()))


def any_of(words: Callable[[Mail], Iterable[str]]) -> str:
    """Give a pattern of what any language has in a list: letters pass from one to another."""
    return "|".join(dict.fromkeys(word for language in wordings() for word in words(language)))
