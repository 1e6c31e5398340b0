"""What becomes of a question: where it stands, who was asked for an answer, who promised one.

The docstring under a field is its only description, as in `kinds`.
"""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.types import Date, DatedNames, Promises, QuestionId, Slug, Topics


class Status(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    """Nobody has answered yet."""
    ANSWERED = "answered"
    """At least one answer, and nobody has drawn a conclusion."""
    SYNTHESISED = "synthesised"
    """The organisers drew the answers together; new ones are still welcome."""
    CLOSED = "closed"
    """No longer asked."""
    DUPLICATE = "duplicate"
    """Asked elsewhere too, and answered there."""

    @property
    def takes_answers(self) -> bool:
        """Whether a new answer is welcome."""
        return self in {Status.OPEN, Status.ANSWERED, Status.SYNTHESISED}


class Outcome(Meta):
    """Frontmatter of what became of a question; the body is the synthesis."""

    status: Literal["synthesised", "closed", "duplicate"] | None = None
    """What was decided; by default the question stays open or answered."""
    by: Slug | None = None
    """Member who decided or wrote it."""
    date: Date | None = None
    """Day of the decision (ISO 8601); a status needs it."""
    duplicate_of: QuestionId | None = None
    """The other question, as `talk/question`, of one that is asked twice."""
    topics: Topics = ()
    """What the question is about, besides its talk's topics."""
    asked_of: DatedNames = Field(default_factory=dict)
    """Members who were asked for an answer, each with the day on which that was."""
    promised_by: Promises = Field(default_factory=dict)
    """Members who promised an answer, each with the day by which they give it."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.status and not self.date:
            raise PydanticCustomError("forum_needs", "date", {"key": "status", "other": "date"})
        if (self.status == "duplicate") != (self.duplicate_of is not None):
            raise PydanticCustomError("forum_duplicate", "duplicate_of")
        return self
