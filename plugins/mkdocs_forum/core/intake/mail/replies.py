"""What people write in letters, and what their programs add: signatures, quotes of letters."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from mkdocs_forum.core.intake.mail.omissions import Kind, Omitted
from mkdocs_forum.core.words.contacts import contacts
from mkdocs_forum.core.words.languages import Mail, of_all

SIGNATURE = re.compile(r"--\s*")
"""Line below which a signature stands."""
LONGEST_SIGNATURE: Final = 10
"""Lines below a closing formula at the most: name, role, company, street, town, numbers, site."""

_WIDEST = 64
_WIDEST_CONTACT = 140
_WIDEST_FORMULA = 200
"""Characters of a line of a signature: of any, of one that holds contact data, of the formula."""


def _any(words: Callable[[Mail], Iterable[str]]) -> str:
    """Give a pattern of what any language has in a list: letters pass from one to another."""
    return "|".join(of_all(lambda language: words(language.mail)))


def _line(words: Callable[[Mail], Iterable[str]], rest: str) -> re.Pattern[str]:
    """Give the pattern of a line of the head of a letter, whose name may be bold."""
    return re.compile(rf"\s*\*?(?:{_any(words)})\*?\s*:{rest}", re.IGNORECASE)


_RULES = re.compile(
    rf"\s*(?:-{{2,}}\s*(?:{_any(lambda mail: mail.separators)})\b.*--|_{{10,}})\s*",
    re.IGNORECASE,
)
_SENDER = _line(lambda mail: mail.sender, r"\*?\s*\S.*")
_SENT = _line(lambda mail: mail.sent, r"\*?\s*\S.*")
_SUBJECT = _line(lambda mail: mail.subject, ".*")
_INTRODUCTION = re.compile(
    rf".*\b(?:{_any(lambda mail: mail.introductions)})\s*:\s*", re.IGNORECASE
)
_QUOTED = re.compile(r"\s*>")
_DEVICE = re.compile(rf"\s*(?:{_any(lambda mail: mail.devices)}).*")
_FORMULA = re.compile(
    rf"\s*(?:{_any(lambda mail: mail.formulas)})"
    rf"(?: (?:{_any(lambda mail: mail.conjunctions)}) [^,.]{{1,30}})?[\s,.!;:–-]*"
    r"(?-i:(?<=[\s,])[^\W\d_a-zà-ÿ]\S*(?: \S+){,3})?\s*",
    re.IGNORECASE,
)
"""Words that close a letter, alone on their line or with the name of who wrote it."""
_CONTENT = re.compile(r"\s*(?:[-*+>#|·•] |\d+[.)] |P\.?\s?-?S\b)", re.IGNORECASE)
"""Beginning of a line that is no part of a signature: an item, or a postscript."""
_AIM = re.compile(r"\]\([^\s()]*\)")
"""Where a link leads, which nobody sees."""
_BULLET = re.compile(r"[ \t]*(?:[·•▪◦‣⁃\uf0b7][ \t\xa0]+|o[ \t\xa0]{2,}(?=\S))")
"""Sign of an item as mail programs write it into plain text."""
_HAND = re.compile(r"(?:([-*+–])|([1-9]\d?)[.)])[ \t\xa0]+(?=\S)")
"""Sign of an item as people write it."""
_FENCE = re.compile(r" {,3}(?:`{3}|~{3})")


@dataclass(frozen=True)
class Reply:
    """What somebody wrote in a letter."""

    text: str
    omitted: Omitted = field(default_factory=dict)
    """Lines beside it, by what they were taken for."""


def begins_reply(lines: Sequence[str], number: int) -> bool:
    """Whether a letter that is answered or passed on begins at a line, below what is new."""
    line = lines[number]
    if _RULES.fullmatch(line):
        return True
    if _SENDER.fullmatch(line) or _SENT.fullmatch(line):
        head = lines[number : number + 7]
        return any(map(_SENDER.fullmatch, head)) and any(map(_SUBJECT.fullmatch, head))
    if not line.strip():
        return False
    # The words that introduce a quote may take two lines.
    for size in (1, 2):
        below = next((line for line in lines[number + size : number + size + 3] if line), "")
        words = " ".join(lines[number : number + size])
        if _INTRODUCTION.fullmatch(words) and _QUOTED.match(below):
            return True
    return False


def read_reply(lines: Sequence[str]) -> Reply:
    """Give what somebody wrote in a letter, without quotes, signature and what programs add."""
    quoted = _quoted(lines)
    kept = ["" if number in quoted else line for number, line in enumerate(lines)]
    end = next((number for number, line in enumerate(kept) if SIGNATURE.fullmatch(line)), len(kept))
    end = _closing(kept[:end])
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(_itemised(kept[:end]))).strip("\n")
    signature = [line for line in kept[end:] if not SIGNATURE.fullmatch(line)]
    omitted = {Kind.QUOTE: [lines[number] for number in sorted(quoted)], Kind.SIGNATURE: signature}
    return Reply(text, {kind: found for kind, found in omitted.items() if any(found)})


def _quoted(lines: Sequence[str]) -> set[int]:
    """Give the numbers of the lines that are of another letter, or introduce it."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        begins = _RULES.fullmatch(line) or _SENDER.fullmatch(line) or _SENT.fullmatch(line)
        if begins and begins_reply(lines, number):
            return found.union(range(number, len(lines)))
        if _QUOTED.match(line) or _introduces(lines, number):
            found.add(number)
    return found


def _closing(lines: Sequence[str]) -> int:
    """Find the line at which a letter closes: all below it are a signature."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or _DEVICE.fullmatch(lines[end - 1])):
        end -= 1
    start, below = end, 0
    for number in range(end - 1, -1, -1):
        line = lines[number]
        if len(line) <= _WIDEST_FORMULA and _FORMULA.fullmatch(line):
            start = number
        elif line.strip():
            below += 1
            widest = _WIDEST_CONTACT if any(contacts(line)) else _WIDEST
            shown = _AIM.sub("]", line)
            if below > LONGEST_SIGNATURE or len(shown) > widest or _CONTENT.match(line):
                break
    return start


def _itemised(lines: Sequence[str]) -> list[str]:
    """Write the items of lists as Markdown does, the first of a list below an empty line."""
    found: list[str] = []
    is_code = is_within = False
    number = 0
    for line in lines:
        is_code ^= bool(_FENCE.match(line))
        hand = _HAND.match(line)
        item = None if is_code else _BULLET.match(line) or hand
        given = int(hand[2] or 0) if hand else 0
        if not item or given not in {0, 1, number + 1}:
            is_within = is_within and bool(line.strip())
            found.append(line)
            continue
        if not is_within and found and found[-1].strip():
            found.append("")
        is_within, number = True, given or number
        sign = hand[1].replace("–", "-") if hand and hand[1] else "-"
        found.append(f"{f'{given}.' if given else sign} {line[item.end() :]}")
    return found


def _introduces(lines: Sequence[str], number: int) -> bool:
    """Whether a line says whose words are quoted below."""
    return begins_reply(lines, number) or (
        number > 0
        and not _QUOTED.match(lines[number])
        and bool(_INTRODUCTION.fullmatch(lines[number]))
        and begins_reply(lines, number - 1)
    )
