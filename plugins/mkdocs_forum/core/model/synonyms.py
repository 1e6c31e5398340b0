"""What people call the keys of the frontmatter: in their language, and as other programs do."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from mkdocs_forum.core.model.kinds import Call, Contact
from mkdocs_forum.core.words.languages import of_all
from mkdocs_forum.core.words.slugs import slugify

BELOW: Final[Mapping[str, str]] = {
    **dict.fromkeys(Contact.model_fields, "contact"),
    **dict.fromkeys(Call.model_fields, "call"),
    "publish": "consent",
}
"""Keys by the key that they stand below."""


@cache
def synonyms(key: str) -> tuple[str, ...]:
    """Give the words that stand for a key, in any language."""
    return of_all(lambda language: language.synonyms.get(key, "").split())


def near_key(name: str, known: Collection[str]) -> str | None:
    """Tell which of the keys that may stand in a place somebody meant by another name."""
    word = slugify(name)
    meant = (key for key in known if word in synonyms(key))
    near = get_close_matches(word.replace("-", "_"), known, n=1)
    return next(meant, None) or next(iter(near), None)


def nested_key(name: str, known: Collection[str]) -> tuple[str, str] | None:
    """Tell which key below another one somebody wrote beside it: the other one, and that key."""
    below = [key for key, holder in BELOW.items() if holder in known]
    word = slugify(name)
    found = next((key for key in below if word == key or word in synonyms(key)), None)
    return (BELOW[found], found) if found else None
