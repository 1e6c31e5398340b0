"""The fields of a new entry of each kind: what is asked, in which words, in which order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.words.language import N_, Language


@dataclass(frozen=True)
class Field:
    """One thing that a new entry is asked."""

    name: str
    """Its key in the frontmatter; `slug` is the name of the file."""
    option: str
    """Option of the command that gives it."""
    needed: bool = False
    many: bool = False
    """Whether it takes several values."""
    asked: bool = True
    """Whether a person is asked for it, or only an option gives it."""
    within: str = ""
    """Key that it stands below."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Where it stands in the frontmatter."""
        return (self.within, self.name) if self.within else (self.name,)

    @property
    def parts_at_commas(self) -> bool:
        """Whether commas part several values; what only an option gives may hold some."""
        return self.many and self.asked

    def values(self, text: str) -> list[str]:
        """Give the values in a text."""
        if not self.parts_at_commas:
            return [text]
        return [part for part in text.split(",") if part.strip()] or [text]


_SLUG = Field("slug", "--slug", needed=True)
_WEBSITE = Field("website", "--website")
_TOPICS = Field("topics", "--topic", many=True)

FORMS: Final[Mapping[str, tuple[Field, ...]]] = {
    "talks": (
        Field("title", "--title", needed=True),
        _SLUG,
        Field("edition", "--edition", needed=True),
        Field("speakers", "--speaker", needed=True, many=True),
        Field("session", "--session"),
        Field("order", "--order", asked=False),
        Field("date", "--date", asked=False),
        _TOPICS,
        Field("summary", "--summary"),
        Field("lang", "--language", asked=False),
        Field("licence", "--licence", asked=False),
    ),
    "answers": (
        Field("question", "--question", needed=True),
        Field("author", "--author", needed=True),
        Field("date", "--date", needed=True),
        Field("sources", "--source", many=True, asked=False),
        Field("licence", "--licence", asked=False),
    ),
    "members": (
        Field("name", "--name", needed=True),
        _SLUG,
        Field("company", "--company"),
        Field("role", "--role"),
        Field("place", "--place"),
        _TOPICS,
        _WEBSITE,
        Field("account", "--account", asked=False),
        Field("email", "--email", within="contact"),
        Field("phone", "--phone", within="contact"),
        Field("address", "--address", within="contact"),
    ),
    "editions": (
        Field("title", "--title", needed=True),
        Field("date", "--date", needed=True),
        _SLUG,
        Field("number", "--number"),
        Field("theme", "--theme"),
        Field("end_date", "--end-date"),
        Field("place", "--place"),
        Field("organiser", "--organiser"),
        _WEBSITE,
    ),
}
"""What each kind of entry is asked, in order."""

_QUESTIONS: Final = {
    "slug": N_("Name of the file and of the page's address, for ever"),
    "question": N_("Question it answers"),
}
"""What is asked where the description of the key doesn't say it."""
_REMARK = re.compile(r"\s*[;(].*|\.$")
"""What a description says beside the question that it makes."""


def described(kind: str, asked: Field) -> str:
    """Give what is asked, in English: by default what the model says of the key."""
    if told := _QUESTIONS.get(asked.name):
        return told
    model: Any = MODELS[kind]
    for key in asked.keys[:-1]:
        kinds = get_args(model.model_fields[key].annotation)
        model = kinds[0] if kinds else model.model_fields[key].annotation
    return str(model.model_fields[asked.name].description)


def question_of(kind: str, asked: Field, language: Language) -> str:
    """Give what is asked in a few words, without remarks and full stop."""
    return _REMARK.sub("", language.tell(described(kind, asked)))
