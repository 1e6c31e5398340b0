"""Every key that a file of a forum may have, as the guide of a new forum lists them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.words.language import Language

_IN_THE_PATH: Final = frozenset({"question", "author"})
"""What the path of an answer says."""


@dataclass(frozen=True)
class Key:
    """A key of the frontmatter."""

    name: str
    """How it is called; one that stands below another has that before it."""
    says: str
    is_needed: bool


def keys(language: Language) -> Mapping[str, tuple[Key, ...]]:
    """Give the keys of each kind of entry, in the order and words of the model."""
    return {kind: tuple(_keys(model, language)) for kind, model in MODELS.items()}


def _keys(model: type[Meta], language: Language, within: str = "") -> Iterator[Key]:
    for name, info in model.model_fields.items():
        is_needed = info.is_required() and not within and name not in _IN_THE_PATH
        says = " ".join(language.tell(str(info.description)).split())
        yield Key(f"{within}{name}", says, is_needed)
        for nested in _models(info.annotation):
            yield from _keys(nested, language, f"{within}{name}: ")


def _models(kind: Any) -> Iterator[type[Meta]]:
    """Find the models that the type of a field names."""
    if isinstance(kind, type) and issubclass(kind, Meta):
        yield kind
    for part in get_args(kind):
        yield from _models(part)
