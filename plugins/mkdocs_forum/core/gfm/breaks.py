"""Ends of lines that their author typed, kept where GitHub's files would run the lines together.

GitHub itself keeps them in comments, which are typed as a form or a mail is, and not in files.
"""

from collections.abc import Iterator
from itertools import pairwise

from mkdocs_forum.core.gfm.syntax import Env, blocks, inlines

NARROWEST = 65
"""Characters after which a mail program may end a line by itself; most do so after 72 to 78."""


def keep_breaks(text: str, *, are_typed: bool = True) -> str:
    """Write a text so that its lines end where they were typed, on GitHub and on the site.

    Arguments:
        text: What somebody wrote.
        are_typed: Whether all its lines end where its author ended them. If not, one does where the
            first word of the next would have fitted.
    """
    lines = text.split("\n")
    for number in _breaks(text):
        words = lines[number + 1].split(maxsplit=1)
        if are_typed or len(f"{lines[number].strip()} {words[0]}") <= NARROWEST:
            lines[number] = f"{lines[number].rstrip()}\\"
    return "\n".join(lines)


def _breaks(text: str) -> Iterator[int]:
    """Give the lines that the next one would be joined to."""
    env: Env = {}
    for opening, token in pairwise(blocks(text, env)):
        if (
            opening.type in {"paragraph_open", "heading_open"}
            and token.map
            and "\n" in token.content
        ):
            ends = [end.type for end in inlines(token.content, env) if end.tag == "br"]
            # Where one stands in code or in a tag nobody can tell which of the lines it ends.
            if len(ends) == token.content.count("\n"):
                yield from (token.map[0] + at for at, end in enumerate(ends) if end == "softbreak")
