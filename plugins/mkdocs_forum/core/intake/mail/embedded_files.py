"""The contribution files that a letter holds among its lines.

A form writes a letter so: some words, the path, an empty line, the file from its first `---`, and
a line that says where it ends. Mail programs quote it, break its lines, and add words of their own.
What they did is undone where only one text can have been meant; otherwise it is told.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from mkdocs_forum.core.faults.diagnostic import brief, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.form_letter import END, PATH, told
from mkdocs_forum.core.intake.mail.quotes import opens
from mkdocs_forum.core.intake.mail.signatures import SIGNATURE
from mkdocs_forum.core.words.characters import visible

MOST: Final = 20
"""Files in one letter at the most; a new member who answers sends two."""
DEEPEST: Final = 10
"""Levels of quotes that are looked into."""

_WIDEST = 79
_LIKELIEST = 71
_NARROWEST = 50
"""Characters of a line that a mail program broke: at the most, with the next word, at the least."""
_HEADER_LINES = 300
_KEY = re.compile(r"[«“”\"]?\s?[A-Za-z]\w*\s?[»”“\"]?\s?:(?:\s|$)")
"""A key, to which autocorrection may have added quotes and spaces."""
_ENTRY = re.compile(r"[«“”\"]?\s?(?:question|author|edition|speakers|title|name)\b")
_HEADER_LINE = re.compile(rf"\s|[\w-]+:(?:\s|$)|{_KEY.pattern}|-\s|#|$")
_FENCE = re.compile(r"---\s*")
_LIKE_A_FENCE = re.compile(r"[—–-]*[—–][—–-]*\s*")
_SIGN = re.compile(r"\s|[-*+>|#]|\d+[.)]|`{3}|~{3}")
_NOBREAK = r"[ \xa0\u202f]*"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, dict.fromkeys(words)))


_PATHS = [sentence.split(":")[0].strip() for sentence in told(PATH)]
_ENDS = [sentence.strip("- ") for sentence in told(END)]
_PATH_LINE = re.compile(rf"\s*(?:{_any(_PATHS)}){_NOBREAK}:{_NOBREAK}(\S.*?)\s*")
_END_LINE = re.compile(rf"\s*[-–—]+{_NOBREAK}(?:{_any(_ENDS)}){_NOBREAK}[-–—]+\s*")


@dataclass(frozen=True)
class Enclosure:
    """A contribution file as a letter holds it."""

    text: str
    name: str = ""
    """Path or name that the letter gives it; nobody has judged it yet."""
    is_whole: bool = True
    """Whether the letter says where it ends."""
    is_wrapped: bool = False
    """Whether its lines seem to be broken by a mail program."""
    depth: int = 0
    """How often it is quoted."""
    lines: range = range(0)
    """Numbers of its lines in the letter, with the one that says where it ends."""

    @property
    def words(self) -> list[str]:
        """What it says, wherever its lines are broken."""
        return self.text.split()


def enclosures(lines: Sequence[str], *, faithful: bool = True) -> list[Enclosure] | Refusal:
    """Find the files among the lines of a letter: those that are quoted least.

    Arguments:
        lines: The lines; what is quoted begins with `>`.
        faithful: Whether the lines are as their author ended them.

    Returns:
        The files, none where there is none, or what was done to them that can't be undone.
    """
    for depth in range(DEEPEST + 1):
        page = _Page(_dedented([_unquoted(line, depth) for line in lines]), faithful, depth)
        if found := list(page.files()):
            refused = next((file for file in found if isinstance(file, Refusal)), None)
            return refused or [file for file in found if isinstance(file, Enclosure)]
        if not any(line.startswith(">") for line in page.lines if line):
            break
    return _misprinted(lines) or []


def _unquoted(line: str, depth: int) -> str | None:
    """Take the signs of quotes off a line; nothing is left of one that has too few."""
    quoted = re.match(rf"(?:> ?){{{depth}}}", line)
    if quoted:
        return line[quoted.end() :]
    return None if line.strip() else ""


def _dedented(lines: Sequence[str | None]) -> list[str | None]:
    """Take off the space that a program set before each line of a letter of the form."""
    told = (line for line in lines if line and (_PATH_LINE.fullmatch(line)))
    first = next(told, "")
    space = first[: len(first) - len(first.lstrip(" \xa0"))]
    return [line.removeprefix(space) if line else line for line in lines]


@dataclass(frozen=True)
class _Page:
    """The lines at one level of quotes."""

    lines: Sequence[str | None]
    is_faithful: bool
    depth: int

    @cached_property
    def openings(self) -> list[int]:
        """Lines that open a file."""
        return [number for number in range(len(self.lines)) if self._opens(number)]

    @cached_property
    def entries(self) -> list[int]:
        """Lines that open a file below an empty line, with keys that its form asks for."""
        return [number for number in self.openings if self._is_entry(number)]

    @cached_property
    def announced(self) -> list[int]:
        """Lines with the path of a file that opens below."""
        paths = (self._path_above(opening) for opening in self.openings)
        return [number for number in paths if number is not None]

    @cached_property
    def ends(self) -> list[int]:
        """Lines that say where a file ends."""
        return [number for number in range(len(self.lines)) if self._says_end(number)]

    def files(self) -> Iterator[Enclosure | Refusal]:
        """Give the files, one after the other."""
        start = count = 0
        while (index := bisect_right(self.openings, start - 1)) < len(self.openings):
            count += 1
            if count > MOST:
                message = say("the mail contains more than {most} files", most=MOST)
                yield Refusal(message, say("send them in several mails"))
                return
            opening = self.openings[index]
            end, is_whole = self._end(opening)
            yield self._file(opening, end, is_whole)
            start = end

    def _says_end(self, number: int) -> bool:
        line = self.lines[number] if number < len(self.lines) else None
        return bool(_END_LINE.fullmatch(line or ""))

    def _opens(self, number: int) -> bool:
        if not _FENCE.fullmatch(self.lines[number] or ""):
            return False
        below = self.lines[number + 1 : number + 1 + _HEADER_LINES]
        first = next((line for line in below[:2] if line and line.strip()), "")
        return bool(_KEY.match(first)) and any(_FENCE.fullmatch(line or "") for line in below)

    def _is_entry(self, number: int) -> bool:
        head = self.lines[number + 1 : self._fence(number)]
        is_apart = number == 0 or not (self.lines[number - 1] or "").strip()
        return is_apart and any(_ENTRY.match(line or "") for line in head)

    def _path_above(self, opening: int) -> int | None:
        above = range(opening - 1, max(opening - 7, -1), -1)
        number = next((number for number in above if (self.lines[number] or "").strip()), None)
        found = number is not None and _PATH_LINE.fullmatch(self.lines[number] or "")
        return number if found else None

    def _end(self, opening: int) -> tuple[int, bool]:
        """Find the line after a file's last one, and whether the letter says so.

        A text may hold such a line itself, and the head of a file: the last end counts before
        another file opens.
        """
        fence = self._fence(opening)
        bound = _after(self.announced, fence, len(self.lines))
        end = _after(self.ends, fence, bound)
        while end < bound:
            later = _after(self.ends, end, bound)
            if later == bound or _after(self.openings, end, bound) < later:
                return end, True
            end = later
        head = fence + 1
        below = _after(self.entries, fence, bound)
        words = [line or "" for line in self.lines[head:below]]
        stops = (
            number
            for number, line in enumerate(self.lines[head:below])
            if line is None or SIGNATURE.fullmatch(line) or opens(words, number)
        )
        end = head + next(stops, below - head)
        return end, end == below < bound

    def _fence(self, opening: int) -> int:
        """Find the line that closes the frontmatter of a file."""
        numbers = range(opening + 1, len(self.lines))
        return next(number for number in numbers if _FENCE.fullmatch(self.lines[number] or ""))

    def _file(self, opening: int, end: int, is_whole: bool) -> Enclosure | Refusal:
        whole = [line for line in self.lines[opening:end] if line is not None]
        if len(whole) < end - opening:
            message = say("a line of the quoted file has lost its '>'")
            return Refusal(message, say("ask the sender to attach the text as a file"))
        if not any(line.strip() for line in whole[1::2]):
            # Some programs write an empty line below each line.
            whole = whole[::2]
        fence = next(number for number, line in enumerate(whole[1:], 1) if _FENCE.fullmatch(line))
        header, body = whole[1:fence], whole[fence + 1 :]
        path = self._path_above(opening)
        name = _PATH_LINE.fullmatch((self.lines[path] if path is not None else "") or "")
        if not self.is_faithful:
            header = _rejoined(header)
        text = "\n".join(["---", *header, "---", *body]).rstrip("\n") + "\n"
        is_wrapped = not self.is_faithful and (_seem_broken(body) or len(header) < fence - 1)
        lines = range(opening, end + self._says_end(end))
        return Enclosure(text, name[1] if name else "", is_whole, is_wrapped, self.depth, lines)


def _after(numbers: Sequence[int], number: int, otherwise: int) -> int:
    """Give the first of some ascending numbers that is greater than one, up to a bound."""
    index = bisect_right(numbers, number)
    return min(numbers[index], otherwise) if index < len(numbers) else otherwise


def _rejoined(header: Sequence[str]) -> list[str]:
    """Put the lines of a frontmatter together that can't begin there: each is one key or item."""
    joined: list[str] = []
    for line in header:
        if joined and not _HEADER_LINE.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _seem_broken(lines: Sequence[str]) -> bool:
    """Whether lines end where the next word would have made them too long."""
    if any(len(line) > _WIDEST for line in lines):
        return False
    return any(
        len(line) > _NARROWEST
        and below.strip()
        and not _SIGN.match(below)
        and len(line) + 1 + len(below.split()[0]) > _LIKELIEST
        for line, below in pairwise(lines)
    )


def _misprinted(lines: Sequence[str]) -> Refusal | None:
    """Tell that a letter holds a file whose dashes a program changed or took away."""
    plain = [line.lstrip("> ") for line in lines]
    hint = say("ask the sender to attach the text as a file")
    for line, below in pairwise(plain):
        if _LIKE_A_FENCE.fullmatch(line) and _KEY.match(below):
            message = say("the mail program turned '---' into '{sign}'", sign=line.strip())
            return Refusal(message, hint)
    for number, line in enumerate(plain):
        path, head = _PATH_LINE.fullmatch(line), plain[number + 1 : number + 7]
        # Outlook makes a ruler of it, which is no text.
        if path and path[1].endswith(".md") and any(map(_KEY.match, head)):
            name = brief(visible(path[1]))
            return Refusal(say("the mail program removed '---' below '{path}'", path=name), hint)
    return None
