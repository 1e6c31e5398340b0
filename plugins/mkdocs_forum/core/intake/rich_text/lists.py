"""Lists in plain text, as mail programs and people write them, as Markdown's."""

import re
from collections.abc import Sequence

_BULLET = re.compile(r"[ \t]*(?:[·•▪◦‣⁃\uf0b7][ \t\xa0]+|o[ \t\xa0]{2,}(?=\S))")
"""Sign of an item as mail programs write it into plain text."""
_HAND = re.compile(r"(?:([-*+–])|([1-9]\d?)[.)])[ \t\xa0]+(?=\S)")
"""Sign of an item as people write it."""
_FENCE = re.compile(r" {,3}(?:`{3}|~{3})")


def itemised(lines: Sequence[str]) -> list[str]:
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
