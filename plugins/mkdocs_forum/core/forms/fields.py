"""The fields of a new entry of each kind: what is asked, in which words, in which order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard, get_args, get_origin

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.types import Asked
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
    description: str = ""
    """What the model says of it."""
    question: str = ""
    """What is asked, in English, where the beginning of the description doesn't say it."""

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

    def label(self, language: Language) -> str:
        """Give what is asked in a few words, without remarks and full stop."""
        return _REMARK.sub("", language.tell(self.question or self.description))


_NAMED_AFTER: Final = {"talks": "title", "answers": "", "members": "name", "editions": "date"}
"""The kinds that have a form, each with the key that the name of its file is made of."""
_REMARK = re.compile(r"\s*[;(].*|\.$")
"""What a description says beside the question that it makes."""


def _fields(model: type[Meta], after: str = "", within: str = "") -> Iterator[Field]:
    """Give the fields of a model and of those within it, and that of the name of the file."""
    for name, info in model.model_fields.items():
        kind = info.annotation
        nested = next((each for each in (kind, *get_args(kind)) if _is_model(each)), None)
        if nested:
            yield from _fields(nested, within=name)
        for asked in (each for each in info.metadata if isinstance(each, Asked)):
            yield Field(
                name,
                asked.option or f"--{name.replace('_', '-')}",
                needed=info.is_required(),
                many=get_origin(kind) is tuple and not asked.single,
                asked=not asked.by_option,
                within=within,
                description=str(info.description),
                question=asked.question,
            )
        if name == after:
            yield _SLUG


def _is_model(kind: Any) -> TypeGuard[type[Meta]]:
    return isinstance(kind, type) and issubclass(kind, Meta)


_SLUG = Field(
    "slug",
    "--slug",
    needed=True,
    question=N_("Name of the file and of the page's address, for ever"),
)
_ALL = {kind: tuple(_fields(MODELS[kind], after)) for kind, after in _NAMED_AFTER.items()}

FORMS: Final[Mapping[str, tuple[Field, ...]]] = {
    kind: tuple(field for field in fields if field.within != "consent")
    for kind, fields in _ALL.items()
}
"""What each kind of entry is asked, in order: the keys that the model marks."""
TOPICS: Final = frozenset({"topics", "answers_on"})
"""Keys whose values are topics."""
CONSENT: Final = tuple(field for field in _ALL["members"] if field.within == "consent")
"""What belongs to a member's consent, which is asked when all else is known."""
