"""The typography of a rendered text, save in code, addresses and attributes.

The text of a block is looked at as a whole, since a quote may begin within one element and end
within another. References stay as they are: by them an author says which sign is meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from mkdocs_forum.core.html.pieces import Token
from mkdocs_forum.core.html.tree import Text, read
from mkdocs_forum.core.words.typography.edits import BREAK, FIXED, OBJECT, edited
from mkdocs_forum.core.words.typography.rules import LEFT, SIGNS, rules

_WITHIN = """
    a abbr b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark math nobr
    q rp rt ruby s samp small span strike strong sub sup svg time tt u var wbr
"""
_INLINE: Final = frozenset(_WITHIN.split())
"""Elements within the text of a block."""
_APART: Final = frozenset({"sub", "sup"})
"""Those of them whose own text doesn't belong to it."""
_STAND_INS: Final = {"br": BREAK, "img": OBJECT, "input": OBJECT}
"""What those of them count as that have no text."""
_VERBATIM: Final = frozenset(
    {"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"}
)
"""Elements whose text is not prose."""
_NO_PROSE: Final = ("arithmatex", "headerlink")
"""Classes of elements whose text is a formula, or a sign that leads to a heading."""
_RAW: Final = frozenset({"script", "style", "textarea"})
"""Elements in which references mean nothing, or aren't shown as such."""
_ESCAPED = re.compile(f"{LEFT}([{SIGNS}])")
_END = Token("text", "")

_Stretch = tuple[int, str]
"""A part of a block's text with its place among the pieces; -1 for what only counts as one."""


def typeset_text(text: Text, language: str | None) -> Text:
    """Set a rendered text; signs that its author escaped become references.

    Arguments:
        text: The text.
        language: Code of its language; one that isn't known, or none, leaves it as it was written.
    """
    pieces = list(_referred(text.tokens))
    for within, stretches in _blocks(pieces, language) if rules(language) else ():
        texts = [stretch for _, stretch in stretches]
        if not any(map(str.strip, texts)):
            continue
        for rule in rules(within):
            if edits := rule("".join(texts)):
                texts = edited(texts, edits)
        for (place, before), after in zip(stretches, texts, strict=True):
            if after != before:
                pieces[place] = Token("text", after)
    return Text(tuple(pieces))


def typeset_title(title: str, language: str | None) -> str:
    """Set a title that is HTML without elements, also for an attribute."""
    pieces = typeset_text(read(title.replace("&quot;", '"')), language).tokens
    return "".join(
        token.source.replace('"', "&quot;") if token.kind == "text" else token.source
        for token in pieces
    )


@dataclass
class _Frame:
    """An element whose text is set by itself."""

    name: str
    language: str | None
    """Code of its language, or nothing where its text stays as it is."""
    depth: int = 1
    stretches: list[_Stretch] = field(default_factory=list)

    def taken(self) -> list[_Stretch]:
        """Give the text of its block so far, and begin another one."""
        taken, self.stretches = self.stretches, []
        return taken


def _blocks(
    pieces: Iterable[Token], language: str | None
) -> Iterator[tuple[str | None, list[_Stretch]]]:
    """Give the text of each block, with its language."""
    frames = [_Frame("", language)]
    for place, token in enumerate(pieces):
        frame = frames[-1]
        if token.kind in {"text", "other"}:
            is_prose = token.kind == "text"
            frame.stretches.append((place, token.source) if is_prose else (-1, _sign(token.source)))
            continue
        is_inline = token.name in _INLINE and not _is(token, "headerlink")
        if not is_inline:
            yield frame.language, frame.taken()
        if token.kind == "end" and token.name == frame.name:
            frame.depth -= 1
            if not frame.depth:
                yield frame.language, frames.pop().taken()
        elif token.is_open:
            frame.depth += token.name == frame.name
            if inner := _inner(token, frame):
                frame.stretches.append((-1, OBJECT if is_inline else BREAK))
                frames.append(inner)
        frames[-1].stretches.append((-1, _STAND_INS.get(token.name, "")))
    for frame in frames:
        yield frame.language, frame.taken()


def _inner(token: Token, frame: _Frame) -> _Frame | None:
    """Give the frame that an element begins, if its text isn't a part of what stands around it."""
    if frame.language is None:
        return None
    if token.name in _VERBATIM or any(_is(token, name) for name in _NO_PROSE):
        return _Frame(token.name, None)
    language = token.get("lang").split("-")[0].lower() if " lang=" in token.source else ""
    if language and language != frame.language:
        return _Frame(token.name, language if rules(language) else None)
    return _Frame(token.name, frame.language) if token.name in _APART else None


def _is(token: Token, name: str) -> bool:
    """Whether it has a class; few have one, and attributes take their time."""
    return name in token.source and token.has_class(name)


def _sign(source: str) -> str:
    """Give what a reference counts as; a comment counts as nothing."""
    if source.startswith("<"):
        return ""
    return FIXED if unescape(source).isspace() else OBJECT


def _referred(pieces: Sequence[Token]) -> Iterator[Token]:
    """Make references of the signs that an author escaped; those that are some lose their mark."""
    name = ""
    for token, behind in zip(pieces, [*pieces[1:], _END], strict=False):
        if token.kind != "text" or LEFT not in token.source or name in _RAW:
            yield token
        else:
            source = token.source.removesuffix(LEFT) if behind.kind == "other" else token.source
            for number, part in enumerate(_ESCAPED.split(source)):
                yield Token("other", f"&#{ord(part)};") if number % 2 else Token("text", part)
        name = token.name
