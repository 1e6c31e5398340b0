r"""Regular expressions of Python as JavaScript has them.

Browsers mean something else by `\s`, `\w`, `\d`, `^` and `$` than Python does, and know neither
verbose patterns nor possessive ones. So a pattern is taken apart as Python itself understands it
and written anew, each part in the plainest form that means the same in both: classes with all their
characters, line ends as what stands around them. It is to be read with the flag `u`, and never
needs `m` or `s`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final

_PARSER: Any = import_module("re._parser")
"""What Python's own compiler reads a pattern with; it tells parts that nobody needs to tokenise."""

_SPACE: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD: Final = r"\p{L}\p{N}_"
_ASCII: Final = {"DIGIT": "0-9", "SPACE": r"\t-\r\x20", "WORD": r"0-9A-Z_a-z"}
_UNICODE: Final = {"DIGIT": r"\p{Nd}", "SPACE": _SPACE, "WORD": _WORD}
_SYNTAX: Final = frozenset(r"^$\.*+?()[]{}|/")
_WHOLE: Final = frozenset(
    {"LITERAL", "NOT_LITERAL", "ANY", "IN", "BRANCH", "SUBPATTERN", "ATOMIC_GROUP"}
)
"""Parts that are one piece in writing, too, and can be repeated as they are."""
_MOST: Final = 0xFFFF_FFFF

Part = tuple[Any, Any]
"""What a part is, and what it holds."""


def portable(pattern: re.Pattern[str]) -> dict[str, str]:
    """Give the source and the flags of a pattern for JavaScript's `RegExp`.

    Raises:
        ValueError: JavaScript has nothing that means the same.
    """
    flags = "iu" if pattern.flags & re.IGNORECASE else "u"
    return {"source": _Writer(pattern).written(), "flags": flags}


class _Writer:
    """Writes the parts of a pattern in their order."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._tree = _PARSER.parse(pattern.pattern, pattern.flags)
        self._flags = pattern.flags
        self._classes = _ASCII if pattern.flags & re.ASCII else _UNICODE
        self._names = {number: name for name, number in pattern.groupindex.items()}
        self._atoms = 0
        self._forms: Mapping[str, Callable[[Any], str]] = {
            "LITERAL": _sign,
            "NOT_LITERAL": lambda code: f"[^{_sign(code, '-')}]",
            "ANY": lambda _: "[^]" if self._flags & re.DOTALL else r"[^\n]",
            "IN": self._one_of,
            "AT": self._at,
            "BRANCH": lambda held: f"(?:{'|'.join(map(self._all, held[1]))})",
            "SUBPATTERN": self._group,
            "GROUPREF": lambda number: rf"\k<{self._name(number)}>",
            "ASSERT": lambda held: f"(?{'<' if held[0] < 0 else ''}={self._all(held[1])})",
            "ASSERT_NOT": lambda held: f"(?{'<' if held[0] < 0 else ''}!{self._all(held[1])})",
            "MAX_REPEAT": self._repeated,
            "MIN_REPEAT": lambda held: f"{self._repeated(held)}?",
            "POSSESSIVE_REPEAT": lambda held: self._atomic(self._repeated(held)),
            "ATOMIC_GROUP": lambda held: self._atomic(self._all(held)),
        }

    def written(self) -> str:
        return self._all(self._tree)

    def _all(self, parts: Iterable[Part]) -> str:
        return "".join(map(self._one, parts))

    def _one(self, part: Part) -> str:
        kind, held = part
        form = self._forms.get(str(kind))
        if form is None:
            raise ValueError(f"JavaScript has no {kind}")
        return form(held)

    def _one_of(self, items: Iterable[Part]) -> str:
        items = list(items)
        negated = str(items[0][0]) == "NEGATE"
        pieces = list(map(self._in_class, items[1:] if negated else items))
        # What isn't of a class can't be said within a class of its own kind: it stands beside it.
        within = "".join(piece for piece in pieces if not piece.startswith("["))
        beside = [piece for piece in pieces if piece.startswith("[")]
        if not beside:
            return f"[{'^' if negated else ''}{within}]"
        whole = "|".join([*([f"[{within}]"] if within else []), *beside])
        return f"(?:(?!{whole})[^])" if negated else f"(?:{whole})"

    def _in_class(self, item: Part) -> str:
        kind, held = item
        if str(kind) == "RANGE":
            return f"{_sign(held[0], '-')}-{_sign(held[1], '-')}"
        if str(kind) == "CATEGORY":
            name = str(held).removeprefix("CATEGORY_")
            known = self._classes[name.removeprefix("NOT_")]
            return f"[^{known}]" if name.startswith("NOT_") else known
        return _sign(held, "-")

    def _at(self, place: Any) -> str:
        word = f"[{self._classes['WORD']}]"
        lines = self._flags & re.MULTILINE
        return {
            "AT_BEGINNING": r"(?<![^\n])" if lines else "^",
            "AT_BEGINNING_STRING": "^",
            "AT_END": r"(?![^\n])" if lines else r"(?=\n?$)",
            "AT_END_STRING": "$",
            "AT_BOUNDARY": f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))",
            "AT_NON_BOUNDARY": f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))",
        }[str(place)]

    def _group(self, held: Any) -> str:
        number, added, removed, parts = held
        inner = self._all(parts)
        if number is not None:
            return f"(?<{self._name(number)}>{inner})"
        if added not in {0, re.IGNORECASE} or removed not in {0, re.IGNORECASE}:
            raise ValueError("JavaScript has no such flags within a pattern")
        return f"(?{'i' if added else ''}{'-i' if removed else ''}:{inner})"

    def _name(self, number: int) -> str:
        """Give the name of a group: its own, or one of its number, since what is atomic counts."""
        return self._names.get(number, f"_{number}")

    def _repeated(self, held: Any) -> str:
        least, most, parts = held
        bounds = f"{{{least},{'' if int(most) >= _MOST else int(most)}}}"
        signs = {"{0,}": "*", "{1,}": "+", "{0,1}": "?", f"{{{least},{least}}}": f"{{{least}}}"}
        inner = self._all(parts)
        is_one = len(parts) == 1 and str(parts[0][0]) in _WHOLE
        return (inner if is_one else f"(?:{inner})") + signs.get(bounds, bounds)

    def _atomic(self, inner: str) -> str:
        """Write what is never taken back: what a look ahead found is taken as a whole."""
        self._atoms += 1
        return rf"(?:(?=(?<_a{self._atoms}>{inner}))\k<_a{self._atoms}>)"


def _sign(code: int, more: str = "") -> str:
    """Write a character; those in `more` have a meaning where it stands, too."""
    letter = chr(code)
    if letter in _SYNTAX or letter in more:
        return f"\\{letter}"
    return letter if letter.isascii() and letter.isprintable() else f"\\u{{{code:x}}}"


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
