"""The lines of a page of the past, with the look by which headings are told from text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

LONGEST: Final = 300
"""Characters of a line that may be anything else than text."""
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_STRONG = re.compile(r"(?:\*\*|__)(?=\S)((?:(?!\*\*|__).)+)(?:\*\*|__)( ?[:.?!…]?)")
_ITEM = re.compile(
    r"([-•·∙●○◦▪▫■□♦➢►▶→✓✔‣⁃\uf0a7\uf0b7\uf0d8*+§]|[o–—](?=[ \t])|\d{1,2}[.)](?=\s)|[a-z]\))"
    r"[ \t\xa0]*(?=\S)(.*)"
)
_ROW = re.compile(r"\|(.+)\|")
_RULE = re.compile(r"[-=_*~–—•.]{3,}")
_LINK = re.compile(r"(?<!\\)\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"(?<!\\)(?:\*{1,3}|~~|`)|\\(?=[^\w\s])")


@dataclass(frozen=True)
class Line:
    """One line."""

    text: str
    """Its words in Markdown, without what stands before and around all of them."""
    level: int = 0
    """Level of the heading that it is, 0 if it is none."""
    is_strong: bool = False
    """Whether all of its words are bold or large."""
    sign: str = ""
    """What stands before it as an item of a list."""
    indent: int = 0
    """Spaces before that."""

    @property
    def plain(self) -> str:
        """Its words alone."""
        return " ".join(_MARKS.sub("", _LINK.sub(r"\1", self.text)).split())

    @property
    def stands_out(self) -> bool:
        """Whether its look alone makes it a heading."""
        return bool(self.level) or self.is_strong

    @property
    def is_blank(self) -> bool:
        """Whether it parts paragraphs."""
        return not self.text

    @property
    def source(self) -> str:
        """The line as Markdown, as it was."""
        shown = f"**{self.text}**" if self.is_strong else self.text
        sign = f"{self.sign} " if self.sign else ""
        return f"{' ' * self.indent}{sign}{shown}"


BLANK: Final = Line("")


def read_lines(texts: Iterable[str], *, marked: bool) -> list[Line]:
    """Read lines.

    Arguments:
        texts: The lines of a page.
        marked: Whether they are Markdown, as what a library converted is.
    """
    lines: list[Line] = []
    for text in _unrolled(texts) if marked else texts:
        line = _marked(text) if marked else _plain(text)
        stripped = text.strip()
        if _RULE.fullmatch(stripped) and len(stripped) >= 3:
            # Typewriters underline what is above; elsewhere, a rule parts what stands around it.
            if lines and lines[-1].text and _underlines(lines, stripped):
                lines[-1] = replace(lines[-1], level=1 if stripped[0] == "=" else 2)
            line = BLANK
        lines.append(line)
    return lines


def _underlines(lines: list[Line], rule: str) -> bool:
    above = f"{lines[-1].sign} {lines[-1].text}".strip()
    is_alone = len(lines) < 2 or lines[-2].is_blank
    return (
        is_alone and len(set(rule)) == 1 and abs(len(above) - len(rule)) <= max(3, len(above) / 4)
    )


def _marked(text: str) -> Line:
    stripped = text.strip()
    if found := _HEADING.fullmatch(stripped):
        return Line(_without_strong(found[2].rstrip("#")).strip(), level=len(found[1]))
    indent = len(text) - len(text.lstrip(" "))
    item = _ITEM.fullmatch(stripped)
    # An asterisk without a space opens words that are set off.
    if item and not (item[1] in "*+" and stripped[1:2] != " "):
        return Line(item[2].strip(), sign=item[1], indent=indent)
    if found := _STRONG.fullmatch(stripped):
        return Line(f"{found[1]}{found[2]}".strip(), is_strong=True)
    return Line(stripped)


def _without_strong(text: str) -> str:
    found = _STRONG.fullmatch(text.strip())
    return f"{found[1]}{found[2]}" if found else text


def _plain(text: str) -> Line:
    expanded = text.expandtabs(4).replace("\f", " ").replace("\xa0", " ").rstrip()
    stripped = expanded.strip()
    indent = len(expanded) - len(expanded.lstrip(" "))
    item = _ITEM.fullmatch(stripped)
    if item and not (item[1] in "*+-§" and stripped[1:2] != " "):
        return Line(_escaped(item[2]), sign=item[1], indent=indent)
    return Line(_escaped(stripped))


def _escaped(text: str) -> str:
    """Give plain words as Markdown: what would be a sign of it is none."""
    text = re.sub(r"([\\*_`\[\]])", r"\\\1", text.strip())
    return re.sub(r"^(#{1,6}(?=\s|$)|[>|])", r"\\\1", text)


def safe(text: str) -> str:
    """Give a line of Markdown in which no word is taken for a tag of HTML."""
    return re.sub(r"<(?!br>)(?=[A-Za-z/!?])", r"\\<", text)


def _unrolled(texts: Iterable[str]) -> Iterator[str]:
    """Give lines, with tables that only lay out a page as the lines of their cells."""
    rows: list[str] = []
    for text in [*texts, ""]:
        if _ROW.fullmatch(text.strip()):
            rows.append(text.strip())
            continue
        yield from _table(rows)
        rows = []
        yield text


def _table(rows: list[str]) -> Iterator[str]:
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row[1:-1])] for row in rows]
    is_layout = any(
        cell.count("<br>") >= 3 or len(cell) > LONGEST for row in cells for cell in row
    ) or any(cell.strip("* ").endswith(":") for row in cells for cell in row[:1])
    if not is_layout:
        yield from rows
        return
    for row in cells:
        if all(set(cell) <= set("-: ") for cell in row):
            continue
        for cell in row:
            yield from cell.replace("\\|", "|").split("<br>")
        yield ""


def blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Give what stands between blank lines."""
    block: list[Line] = []
    for line in lines:
        if line.is_blank:
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block
