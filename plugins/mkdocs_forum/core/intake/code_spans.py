"""A stranger's words in Markdown: as code, of which a forge renders nothing."""

from typing import Final

from mkdocs_forum.core.faults.diagnostic import brief
from mkdocs_forum.core.words.characters import visible

LONGEST: Final = 250
"""Characters of a piece at the most."""


def verbatim(text: str) -> str:
    """Write somebody's words so that no table ends, and there is no mention, link or picture."""
    plain = text.encode("utf-8", "backslashreplace").decode()
    words = " ".join(plain.replace("`", "’").replace("|", "¦").split())
    return f"`{brief(visible(words), LONGEST)}`" if words else ""
