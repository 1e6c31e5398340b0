"""What a talk brings beside its text: slides, a handout, a recording, a transcript."""

from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.types import (
    FILE,
    MOST_MATERIALS,
    SITE,
    MaterialFile,
    Text,
    Website,
    listed,
)

MaterialKind = Literal["slides", "handout", "recording", "transcript"]


IN_WORDS: Final = rf"^(?:[\s\S]*\s)?(?:{FILE}|{SITE})$"
"""How one is written in a line, as forms do: its title, then where it is."""


def in_words(value: Any) -> Any:
    """Take a line for a title and the place behind it; without a title, the place stands for it."""
    if not isinstance(value, str):
        return value
    *title, place = value.split() or [""]
    key = "address" if place.startswith(("http://", "https://")) else "file"
    return {"title": " ".join(title) or place, key: place}


class Material(Meta):
    """Slides, a handout, a recording or a transcript: a file beside the talk, or an address."""

    title: Text
    """What it is called."""
    file: MaterialFile | None = None
    """Path of a PDF document, or of a transcript (`.vtt`), below the talks' folder."""
    address: Website | None = None
    """Where it is, if it isn't kept here."""
    kind: MaterialKind | None = None
    """What it is."""

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.file is None) == (self.address is None):
            raise PydanticCustomError("forum_material", "one place")
        return self

    @property
    def is_transcript(self) -> bool:
        """Whether it is a transcript that becomes a page."""
        return self.file is not None and self.file.endswith(".vtt")


Materials = Annotated[
    tuple[Annotated[Material, BeforeValidator(in_words)], ...],
    Field(max_length=MOST_MATERIALS),
    BeforeValidator(listed),
]
"""One of them, or several."""
