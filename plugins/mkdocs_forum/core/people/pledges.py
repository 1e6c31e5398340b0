"""How a question forgets who was asked for an answer, or promised one."""

import re
from collections.abc import Iterator
from typing import Final

_KEYS: Final = re.compile(r"(?:asked_of|promised_by)[ \t]*:")


def without_pledges(head: str, slug: str) -> str:
    """Take somebody off the lines of a frontmatter that say who was asked and who promised.

    Arguments:
        head: The frontmatter.
        slug: Finds the name of the member's file, as a pattern.
    """
    return "".join(_lines(head, slug))


def _lines(head: str, slug: str) -> Iterator[str]:
    given = rf"['\"]?{slug}['\"]?(?:[ \t]*:[^,\]}}\n]*)?"
    own = re.compile(rf"[ \t]*(?:-[ \t]+)?{given}[ \t]*$")
    inline = re.compile(rf"(?<=[\s\[{{]){given}[ \t]*(?:,[ \t]*|(?=[\]}}]|$))", re.MULTILINE)
    is_within = False
    for line in head.splitlines(keepends=True):
        if _KEYS.match(line):
            is_within = True
            yield re.sub(r",[ \t]*(?=[\]}])", "", inline.sub("", line))
        elif is_within and line[:1] in {" ", "\t", "-"} and not line.startswith("---"):
            if not own.match(line.rstrip("\r\n")):
                yield line
        else:
            is_within = False
            yield line
