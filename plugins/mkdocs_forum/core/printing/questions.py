"""A talk's text cut at its questions, so that on paper each stands above its answers."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mkdocs_forum.core.html.pieces import Token, element, joined, tokens

_BLOCKS = frozenset(
    {
        *("address", "blockquote", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul"),
    }
)
"""Elements that end a line of text."""

_EMPTY_LIST = re.compile(r"<ul[^>]*>\s*</ul>\n?")


@dataclass(frozen=True)
class Asked:
    """A question as its talk asks it."""

    key: str
    """Its identifier in the forum."""
    anchor: str
    """Identifier of its element."""
    level: int
    """Level of the heading that it becomes."""
    title: str
    """What is asked, as HTML."""
    detail: str
    """What stands below it in the same bullet, as HTML."""


def cut_at_questions(html: str, keys: Collection[str]) -> list[str | Asked]:
    """Cut the text of a talk at its questions.

    Arguments:
        html: The text as the extension gave it, with the places of the questions' states.
        keys: Identifiers of the talk's questions. What looks like another one, or like one of
            them again, was written by hand; it stays an item of its list.

    Returns:
        Stretches of HTML and questions in their order. The list that held a question ends
        before it; an empty list is left out.
    """
    pieces: list[str | Asked] = [""]
    level, left = 2, set(keys)
    stream = iter(tokens(html))
    for token in stream:
        if token.kind == "start" and re.fullmatch("h[1-6]", token.name):
            level = int(token.name[1])
        if token.kind == "start" and token.name == "li" and token.has_class("forum-asked"):
            item = element(stream, token)
            asked = _asked(item, min(level + 1, 6))
            if asked.key in left:
                left.remove(asked.key)
                # The list goes on below the question, if it does.
                pieces[-1] = f"{pieces[-1]}</ul>"
                pieces += [asked, "<ul>"]
            else:
                pieces[-1] = f"{pieces[-1]}{joined(_without_state(item))}"
        else:
            pieces[-1] = f"{pieces[-1]}{token.source}"
    cleaned = (_EMPTY_LIST.sub("", piece) if isinstance(piece, str) else piece for piece in pieces)
    return [piece for piece in cleaned if not isinstance(piece, str) or piece.strip()]


def _asked(item: list[Token], level: int) -> Asked:
    first, *inner, _ = item
    key = next(filter(None, (token.get("data-forum-state") for token in inner)), "")
    stream = _without_state(inner)
    title: list[Token] = []
    for token in stream:
        if token.kind == "start" and token.name == "p" and not joined(title).strip():
            title = element(stream, token)[1:-1]
            break
        if token.kind in {"start", "empty"} and token.name in _BLOCKS:
            stream = iter([token, *stream])
            break
        title.append(token)
    return Asked(key, first.get("id"), level, joined(title).strip(), joined(stream).strip())


def _without_state(inner: list[Token]) -> Iterator[Token]:
    stream = iter(inner)
    for token in stream:
        if token.get("data-forum-state"):
            element(stream, token)
        else:
            yield token
