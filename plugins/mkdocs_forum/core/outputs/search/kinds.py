"""What a search may find, and where a question stands, each with what it is called."""

from collections.abc import Mapping
from typing import Final

from mkdocs_forum.core.words.language import N_

KINDS: Final[Mapping[str, str]] = {
    "talk": N_("Talk"),
    "question": N_("Question"),
    "answer": N_("Answer (noun)"),
    "member": N_("Member"),
    "edition": N_("Edition"),
    "topic": N_("Topic"),
    "session": N_("Session"),
    "list": N_("List"),
    "form": N_("Form"),
    "page": N_("Page"),
    "transcript": N_("Transcript"),
}
"""What is found, in the order of the index, each with what it is called."""
STATUSES: Final[Mapping[str, str]] = {
    "open": N_("Without an answer"),
    "answered": N_("Answered"),
    "synthesised": N_("Synthesised"),
    "closed": N_("Closed"),
    "duplicate": N_("Duplicate"),
}
"""What is told of a question that was found."""
