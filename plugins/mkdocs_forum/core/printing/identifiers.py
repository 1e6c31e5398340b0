"""The identifiers in printed documents, where texts of many pages stand together."""

OWN = "print__"
"""What identifiers begin with that aren't those of a talk's text; no talk's name is empty."""


def anchor_of(talk: str) -> str:
    """Give what the identifiers of a talk's text begin with in a printed document."""
    return f"print_{talk}_"


def prefix_of_question(key: str) -> str:
    """Give what the identifiers of all that was written about a question begin with there."""
    return f"{OWN}question_{key.replace('/', '_')}_"


def head_of(talk: str) -> str:
    """Give the identifier of a talk's title there."""
    return f"{OWN}talk_{talk}"


def chapter_of(talk: str) -> str:
    """Give the identifier of a talk with its notes in the proceedings."""
    return f"{OWN}chapter_{talk}"
