"""Tables on paper: heads that say so, words that fit, rows that may go over where they must."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import zip_longest

from mkdocs_forum.core.html.pieces import Token, element, joined, tokens

ROOM = 76
"""Letters on a line of a table in normal print; in large print two thirds of them."""
MEASURE = ROOM * 4 // 5
"""Letters of a table's longest cells that stand side by side on a line of the text."""
MANY = 8
"""Columns of a table at the most that is set in the usual type."""
PADDING = 3
"""Letters that would stand in the space around a cell."""
TALL = 20 * ROOM
"""Letters in a row that may go over to another page."""
STRETCH = 400
"""Letters of a cell after which an engine may begin anew.

WeasyPrint seeks the longest word of a cell in a time that grows by the square of its text's length.
"""


def fitted(pieces: Iterator[Token]) -> Iterator[Token]:
    """Prepare each table: see `_fitted`; numbered lines of code stop being one."""
    for token in pieces:
        if token.kind != "start" or token.name != "table":
            yield token
        elif token.has_class("highlighttable"):
            yield from _unnumbered(element(pieces, token))
        else:
            yield from _fitted(element(pieces, token))


def _fitted(table: list[Token]) -> Iterator[Token]:
    """Let the long words of a table break where they are too wide together, and tall rows, too.

    A table whose rows take but one line each as they are is no wider than the text.

    Words that fit are never torn: an engine that may break them anywhere sets narrow columns
    one letter wide beside a long one.
    """
    rows = _rows(table)
    columns = list(zip_longest(*rows, fillvalue=""))
    needed = sum(max(map(_longest, column)) for column in columns)
    is_small = len(columns) > MANY
    # In smaller type, with less space between, half as many letters again have room.
    room, spaces = (ROOM * 3 // 2, len(columns)) if is_small else (ROOM, PADDING * len(columns))
    classes = [table[0].get("class"), "print-columns" if is_small else ""]
    share = 0
    if needed > room * 2 // 3 - spaces:
        classes.append("print-wide" if needed > room - spaces else "print-wide--large")
        share = max(2, (room * 2 // 3 - spaces) // len(columns))
    elif not is_small and spaces + sum(max(map(len, column)) for column in columns) <= MEASURE:
        classes.append("print-narrow")
    lengths = (sum(map(len, row)) for row in rows)
    head = in_cell = False
    for token in table:
        if token is table[0] and any(classes[1:]):
            yield token.classed(*classes)
        elif token.kind == "text" and in_cell:
            yield from _breaking(token, share)
        elif token.kind == "start" and token.name == "tr" and next(lengths, 0) > TALL:
            yield token.classed(token.get("class"), "print-tall")
        elif token.kind == "start" and token.name == "th" and head and not token.get("scope"):
            yield token.renamed("th", [*token.attributes, ("scope", "col")])
        else:
            yield token
        if token.name == "thead":
            head = token.kind == "start"
        elif token.name in {"td", "th"}:
            in_cell = token.kind == "start"


def _rows(table: Sequence[Token]) -> list[list[str]]:
    """Give the text of each cell of each row; a line that is ended takes the room of one."""
    rows: list[list[str]] = []
    for token in table:
        if token.kind == "start" and token.name == "tr":
            rows.append([])
        elif token.kind == "start" and token.name in {"td", "th"} and rows:
            rows[-1].append("")
        elif token.kind in {"text", "other"} and rows and rows[-1]:
            rows[-1][-1] += unescape(token.source)
        elif token.kind != "end" and token.name in {"br", "li", "p"} and rows and rows[-1]:
            rows[-1][-1] += " " * ROOM
    return rows


def _longest(text: str) -> int:
    """Give the letters of the longest word of a text; a capital takes the room of one and a half.

    What a space that doesn't break holds together is one word.
    """
    words = re.split(r"[ \t\n-]+", text)
    return max(len(word) + sum(map(str.isupper, word)) // 2 for word in words)


def _breaking(token: Token, share: int) -> Iterator[Token]:
    """Put places to break into a text: within words longer than a share, and in long stretches."""
    text = token.source
    if share:
        text = re.sub(rf"([^\s-]{{{share}}})(?=[^\s-])", r'\1<wbr class="print-break">', text)
    if len(token.source) > STRETCH:
        text = re.sub(rf"([^<>]{{{STRETCH}}}\S*\s)", r"\1<wbr>", text)
    yield from tokens(text) if text != token.source else [token]


def _unnumbered(table: list[Token]) -> Iterator[Token]:
    """Give the code of a table of numbers and lines, each line with its number before it.

    A row can't break, and a number beside it can't know that a long line takes two.
    """
    html = joined(table)
    found = re.search(r'<td class="code">(.*)</td>', html, re.DOTALL)
    numbers = re.sub(r"<[^>]*>", "", html[: found.start()] if found else "").split()
    if not found or not numbers:
        yield from table
        return
    wide = len(numbers[-1]) + 1
    labels = iter([f'<span class="print-line">{number:>{wide}} </span>' for number in numbers])
    before, sign, code = found[1].partition("<code>")
    lines = [f"{next(labels, '')}{line}" for line in code.split("\n")]
    yield from tokens(before + sign + "\n".join(lines))
