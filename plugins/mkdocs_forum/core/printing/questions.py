"""A talk's text cut at its questions, so that on paper each stands above its answers."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from mkdocs_forum.core.html.pieces import Token, element, joined
from mkdocs_forum.core.html.tree import Text, level_of

_BLOCKS = frozenset(
    {
        *("address", "blockquote", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul"),
    }
)
"""Elements that end a line of text."""

_LIST, _LIST_END = Token("start", "<ul>", "ul"), Token("end", "</ul>", "ul")


@dataclass(frozen=True)
class Asked:
    """A question as its talk asks it."""

    key: str
    """Its identifier in the forum."""
    anchor: str
    """Identifier of its element."""
    level: int
    """Level of the heading that it becomes."""
    title: Text
    """What is asked."""
    detail: Text
    """What stands below it in the same bullet."""


def cut_at_questions(text: Text, keys: Collection[str]) -> list[Text | Asked]:
    """Cut the text of a talk at its questions.

    Arguments:
        text: The text as the extension gave it, with the places of the questions' states.
        keys: Identifiers of the talk's questions. What looks like another one, or like one of
            them again, was written by hand; it stays an item of its list.

    Returns:
        Stretches of text and questions in their order. The list that held a question ends
        before it; an empty list is left out.
    """
    pieces: list[list[Token] | Asked] = []
    stretch: list[Token] = []
    level, left = 2, set(keys)
    stream = iter(text.tokens)
    for token in stream:
        level = level_of(token) or level
        if token.kind != "start" or token.name != "li" or not token.has_class("forum-asked"):
            stretch.append(token)
            continue
        item = element(stream, token)
        asked = _asked(item, min(level + 1, 6))
        if asked.key in left:
            left.remove(asked.key)
            # The list goes on below the question, if it does.
            pieces += [[*stretch, _LIST_END], asked]
            stretch = [_LIST]
        else:
            stretch += _without_state(item)
    return list(_shown([*pieces, stretch]))


def _shown(pieces: Iterable[list[Token] | Asked]) -> Iterator[Text | Asked]:
    """Leave out empty lists, and stretches in which nothing is left."""
    for piece in pieces:
        if isinstance(piece, Asked):
            yield piece
        elif not _is_blank(kept := list(_without_empty_lists(piece))):
            yield Text(tuple(kept))


def _without_empty_lists(pieces: Iterable[Token]) -> Iterator[Token]:
    """Leave out the lists that hold nothing, each with the end of its line."""
    held: list[Token] = []  # The beginning of a list that may prove empty.
    is_gone = False
    for token in pieces:
        if is_gone and token.kind == "text":
            token = token._replace(source=token.source.removeprefix("\n"))
        is_gone = bool(held) and token.kind == "end" and token.name == "ul"
        if is_gone:
            held = []
        elif token.kind == "start" and token.name == "ul":
            yield from held
            held = [token]
        elif held and _is_space(token):
            held.append(token)
        else:
            yield from [*held, token]
            held = []
    yield from held


def _is_blank(pieces: Iterable[Token]) -> bool:
    return not joined(pieces).strip()


def _stripped(pieces: Iterable[Token]) -> Text:
    """Give a text without the white space at its ends, which only texts can have."""
    kept = list(dropwhile(_is_space, pieces))
    while kept and _is_space(kept[-1]):
        kept.pop()
    if kept:
        kept[0] = kept[0]._replace(source=kept[0].source.lstrip())
        kept[-1] = kept[-1]._replace(source=kept[-1].source.rstrip())
    return Text(tuple(kept))


def _is_space(token: Token) -> bool:
    return token.source.isspace()


def _asked(item: list[Token], level: int) -> Asked:
    first, *inner, _ = item
    key = next(filter(None, (token.get("data-forum-state") for token in inner)), "")
    stream = _without_state(inner)
    title: list[Token] = []
    for token in stream:
        if token.kind == "start" and token.name == "p" and _is_blank(title):
            title = element(stream, token)[1:-1]
            break
        if token.kind in {"start", "empty"} and token.name in _BLOCKS:
            stream = iter([token, *stream])
            break
        title.append(token)
    return Asked(key, first.get("id"), level, _stripped(title), _stripped(stream))


def _without_state(inner: list[Token]) -> Iterator[Token]:
    stream = iter(inner)
    for token in stream:
        if token.get("data-forum-state"):
            element(stream, token)
        else:
            yield token
