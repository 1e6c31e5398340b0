"""Notations of a site's own extensions that hold blocks: boxes, tabs, definitions, notes.

The parser leaves each whole, as one token: the extension that knows it is given its first line,
and for what it holds a word that stands for the text.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

NOTATIONS: Final[Mapping[str, str]] = {
    "admonition": r"!!!(?=[ \w])",
    "details": r"\?\?\?\+?(?=[ \w])",
    "tabbed": r'===(?:\+!?|!\+?)? +"',
}
"""How a box begins whose text is set in by four spaces, by the name of its block processor."""
HOLDER: Final = "holder"
"""Type of the token of such a notation: `meta` has its first line, its inner text, and what stands
between the two."""
MARKED: Final = "markdown_block"
"""Name of the block processor of HTML that says that Markdown stands in it."""
DEFINITION: Final = "deflist"
"""Name of the block processor of definitions of terms."""

KNOWN: Final = frozenset({*NOTATIONS, DEFINITION, MARKED})
"""Names of all block processors whose notations a parser can know."""

_ATTRIBUTE: Final = r"(?:[.#][\w:./-]+|[\w:-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s\"'{}]+))"
ATTRIBUTES: Final = rf"\{{:?[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}"
"""Pattern of the classes, identifiers and values that an author gives an element."""

_MARKED = re.compile(
    r"""(<[a-zA-Z][^>]*)\smarkdown(?:=(?:"[^"]*"|'[^']*'|[\w-]+))?((?:\s[^>]*)?>)[ \t]*$"""
)
DEFINITION_MARK: Final = re.compile(r":[ \t]{1,3}(?=\S)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_UNTITLED = re.compile(
    r"(?P<box>(?:!!!|\?\?\?\+?) ?[\w-]+(?: +(?:inline|end|annotate)\b)*+)"
    r" +(?P<title>[^\s\"][^\"]*)"
)
"""A box whose title stands there without its quotes."""
_INDENT = 4
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}

Rule = Callable[[StateBlock, int, int, bool], bool]


def add_notations(gfm: MarkdownIt, names: frozenset[str]) -> None:
    """Let a parser know notes, and the notations of these names."""
    rules = gfm.block.ruler
    rules.before("table", "note", _holding(_NOTE), _INTERRUPTS)
    if DEFINITION in names:
        rules.before("table", DEFINITION, _defining(_holding(DEFINITION_MARK)), _INTERRUPTS)
    if MARKED in names:
        rules.before("html_block", MARKED, _marked, _INTERRUPTS)
    if boxes := [pattern for name, pattern in NOTATIONS.items() if name in names]:
        rules.before("table", "box", _boxing(re.compile("|".join(boxes))), _INTERRUPTS)


def is_note(head: str) -> bool:
    """Whether a notation is the text of a note, by its beginning."""
    return _NOTE.match(head) is not None


def _boxing(opening: re.Pattern[str]) -> Rule:
    """Make a rule for a line with the lines below it that are set in."""

    def box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if state.is_code_block(start) or not opening.match(_line(state, start)):
            return False
        if not silent:
            last = _below(state, start, start + 1, end)
            inner = state.getLines(start + 1, last, state.sCount[start] + _INDENT, False)
            _push(state, _titled(_line(state, start)), inner and "\n    ", inner, (start, last))
        return True

    return box


def _titled(head: str) -> str:
    """Write the title of a box as its extension reads it."""
    found = _UNTITLED.fullmatch(head.rstrip())
    return f'{found["box"]} "{found["title"]}"' if found else head


def _holding(mark: re.Pattern[str]) -> Rule:
    """Make a rule for a mark whose text begins on its own line."""

    def held(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        found = None if state.is_code_block(start) else mark.match(_line(state, start))
        first = _line(state, start)[found.end() :].strip() if found else ""
        if not found or not (first or _below(state, start, start + 1, end) > start + 1):
            return False
        if not silent:
            lazy = _lazy(state, start + 1, end) if first else start + 1
            last = _below(state, start, lazy, end)
            lines = state.getLines(start + 1, last, state.sCount[start] + _INDENT, False)
            _push(state, found[0], "", f"{first}\n{lines}".strip("\n"), (start, last))
        return True

    return held


def _marked(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the line of a tag below which Markdown stands, as it does below an empty line."""
    found = None if state.is_code_block(start) else _MARKED.match(_line(state, start))
    if found and not silent:
        token = state.push("html_block", "", 0)
        token.content, token.map = f"{found[1]}{found[2]}\n", [start, start + 1]
        state.line = start + 1
    return found is not None


def _defining(rule: Rule) -> Rule:
    """Let a definition stand only below a term or another definition."""

    def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        above = state.tokens[-1] if state.tokens else None
        is_below = above is not None and above.type in {"paragraph_close", HOLDER}
        return (silent or is_below) and rule(state, start, end, silent)

    return definition


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _below(state: StateBlock, start: int, first: int, end: int) -> int:
    """Give the line after the last that is set in below a mark, empty ones among them."""
    indent, last = state.sCount[start] + _INDENT, first
    for line in range(first, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < indent:
            break
        last = line + 1
    return last


def _lazy(state: StateBlock, first: int, end: int) -> int:
    """Give the line after the last that goes on with the paragraph above it."""
    rules = state.md.block.ruler.getRules("paragraph")
    for line in range(first, end):
        is_outside = state.isEmpty(line) or state.sCount[line] < state.blkIndent
        if is_outside or any(rule(state, line, end, True) for rule in rules):
            return line
    return end


def _push(state: StateBlock, head: str, joint: str, inner: str, lines: tuple[int, int]) -> None:
    token = state.push(HOLDER, "", 0)
    token.content = state.getLines(*lines, state.blkIndent, False)
    token.map = list(lines)
    token.meta = {"head": head, "joint": joint, "inner": inner}
    state.line = lines[1]
