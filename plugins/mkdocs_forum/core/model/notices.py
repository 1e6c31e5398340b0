"""Errata and remarks that stand above a text."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.types import MOST_NOTICES, Date, Text, listed


class Notice(Meta):
    """What is to be known before a text is read: an erratum, a remark of later."""

    date: Date
    """Day it was written (ISO 8601)."""
    text: Text
    """What it says."""


Notices = Annotated[tuple[Notice, ...], Field(max_length=MOST_NOTICES), BeforeValidator(listed)]
"""One notice, or several."""
