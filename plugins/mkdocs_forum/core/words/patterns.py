r"""Regular expressions of Python as JavaScript has them, to be read with the flag `u`.

Both have nearly one notation. What has another form is written anew here: names of groups, ends of
the text, letters and digits, which are those of every script, and `\` before signs that need none.
Patterns for both are read over tidy texts, of which the two know the same spaces, and hold nothing
that only Python knows; a browser takes such a one of an organiser's for one that finds nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_FLAGS: Final = ((re.IGNORECASE, "i"), (re.MULTILINE, "m"), (re.DOTALL, "s"))
_INLINE: Final = re.compile(r"^\(\?[aiLmsux]+\)")
_TOKEN: Final = re.compile(
    r"\\(?P<escaped>.)|(?P<begins>\[\^?\]?)|(?P<ends>\])|\(\?P=(?P<again>\w+)\)|(?P<named>\(\?P<)"
    r"|(?P<count>\{\d+(?:,\d*)?\})|(?P<sign>[^ -~])|[{}]",
    re.DOTALL,
)
_SYNTAX: Final = frozenset(r"^$\.*+?()[]{}|/-")
_ESCAPES: Final = {"A": "^", "Z": "$", "d": r"\p{Nd}"}
_WORD: Final = r"\p{L}\p{N}_"


def portable(pattern: re.Pattern[str], form: str = "{}") -> dict[str, str]:
    """Give the source and the flags of a pattern for JavaScript's `RegExp`.

    Arguments:
        pattern: The pattern.
        form: What it stands in, as `^(?:{})$` where it has to take a whole text.
    """
    source = "".join(_parts(_INLINE.sub("", pattern.pattern)))
    flags = "".join(sign for flag, sign in _FLAGS if pattern.flags & flag)
    return {"source": form.format(source), "flags": f"{flags}u"}


def _parts(source: str) -> Iterator[str]:
    in_class, last = False, 0
    for found in _TOKEN.finditer(source):
        yield source[last : found.start()]
        last = found.end()
        if found["begins"] and not in_class:
            in_class = True
            yield found[0].replace("]", r"\]")
        elif found["ends"] and in_class:
            in_class = False
            yield "]"
        else:
            yield _part(found, in_class)
    yield source[last:]


def _part(found: re.Match[str], in_class: bool) -> str:
    escaped = found["escaped"] or ""
    if escaped == "w":
        return _WORD if in_class else f"[{_WORD}]"
    if escaped in _ESCAPES:
        return _ESCAPES[escaped]
    if escaped:
        # A hyphen is no syntax outside of a class.
        is_needed = escaped.isalnum() or (escaped in _SYNTAX and (in_class or escaped != "-"))
        return f"\\{escaped}" if is_needed else escaped
    if found["again"]:
        return rf"\k<{found['again']}>"
    if found["sign"]:
        return f"\\u{{{ord(found[0]):x}}}"
    return "(?<" if found["named"] else found["count"] or f"\\{found[0]}"


def one_of(letters: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern of one of many characters, as a class of stretches."""
    return re.compile("[" + "".join(_stretches(sorted(map(ord, letters)))) + "]")


def _stretches(codes: Iterable[int]) -> Iterator[str]:
    start = last = -2
    for code in [*codes, -2]:
        if code == last + 1:
            last = code
            continue
        if start >= 0:
            yield f"\\U{start:08x}-\\U{last:08x}"
        start = last = code
