"""Addresses of sites and e-mail that stand in a text without signs around them.

As the extension "autolink" of GitHub's parser finds them.
"""

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![a-zA-Z])(?:https?|ftp)\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:://|www\.)(?P<host>(?:[\w.-]|[\U0001f000-\U0001faff])*)[^\s<]*")
_WORD = re.compile(r"(?<![^\s*_~(])www\.")
AUTO: Final = "auto"
"""What the parser says of a link whose text is its address."""
_LAST = "?!.,:*_~'\""
"""Signs that end no address, but the sentence or the emphasis around it."""
_OPEN: Final = "open_brackets"
"""Key of the number of open brackets in what the parser knows of a line."""
_REFERENCE = re.compile(r"&[a-zA-Z]+;\Z")


def add_autolinks(gfm: MarkdownIt) -> None:
    """Let a parser find addresses of sites; those of e-mail are found in what is left of a text."""
    gfm.inline.terminator_re = re.compile(f"{gfm.inline.terminator_re.pattern}|{_WORD.pattern}")
    gfm.inline.ruler.after("text", "literal_autolink", _autolink)
    gfm.inline.ruler.push("open_brackets", _count_brackets)


def _count_brackets(state: StateInline, silent: bool) -> bool:
    """Note that a bracket is open which is none of a link: in it GitHub finds no address."""
    step = {"[": 1, "]": -1}.get(state.src[state.pos], 0)
    if step and not silent:
        state.env[_OPEN] = max(0, state.env.get(_OPEN, 0) + step)
    return False


def _autolink(state: StateInline, silent: bool) -> bool:
    # To one that looks for the end of a bracket an address is text: that may stand in it.
    is_within = state.linkLevel or state.env.get(_OPEN, 0)
    if silent or is_within or state.src[state.pos] not in ":w":
        return False
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    scheme = _SCHEME.search(state.pending[-6:])
    is_word = _WORD.match(state.src, state.pos)
    if not found or not (is_word or scheme) or "_" in ".".join(found["host"].split(".")[-2:]):
        return False
    if not is_word and not found["host"]:
        return False
    written = trimmed(found[0])
    name = scheme[0] if scheme and not is_word else ""
    state.pending = state.pending[: len(state.pending) - len(name)]
    link = state.push("link_open", "a", 1)
    link.attrs = {"href": f"{'http://' if is_word else name}{written}"}
    state.push("text", "", 0).content = name + written
    state.push("link_close", "a", -1).info = AUTO
    state.pos += len(written)
    return True


def trimmed(address: str) -> str:
    """Take off the end of an address what belongs to the sentence around it."""
    surplus = address.count(")") - address.count("(")
    end = len(address)
    while end:
        last = address[end - 1]
        if last == ";" and (reference := _REFERENCE.search(address[max(0, end - 32) : end])):
            end -= len(reference[0])
        elif last == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif last in _LAST or last == ";":
            end -= 1
        else:
            break
    return address[:end]
