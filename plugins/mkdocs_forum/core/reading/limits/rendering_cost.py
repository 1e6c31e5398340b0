"""Reach: how far a renderer looks from a sign, and how much it repeats of what is defined once."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.reading.source import Source

FARTHEST = 1_000_000
"""Characters that are looked through for the ends of brackets: the sum of the ways from each
bracket that doesn't close at once to the end of its paragraph, and in smaller shares from what else
makes a renderer look ahead. 20,000 `[` make 200 million and take 70 s, this many take 0.6 s; a long
talk makes 20,000."""

MOST_REPEATED = 1_000_000
"""Characters that abbreviations and links repeat from their definitions. 6,000 uses of one long
definition make 50 million; a long talk has some thousand."""

MOST_USES = 2000
"""Uses of abbreviations; each becomes an element of its own. A long talk has 200."""

MOST_CELLS = 20_000
"""Cells of tables, each row counted as long as the longest. A hundred columns and twenty rows make
2,000; without a cap, 100 KiB make twelve million."""

BRACKET = re.compile(
    r"""\[[^\[\]`\\<$]*\](?:(?!\()|\([^()\[\]`\\<"'\s]*(?:\s"[^"()\[\]`\\<]*")?\))"""
    r"|(?P<open>\[)"
)
TAG = re.compile(
    r"""<(?:[^<>"'`\\!?]|"[^"<>`\\]*")*>|<!--(?:[^-<>]|-(?!-))*-->|(?P<open><(?:!\[)?)"""
)
DIVIDING = re.compile(
    r"^[ \t>]*(?P<open>#|=+[ \t]*$|([-*_])[ \t]*(?:\2[ \t]*)*$|!!!|\?\?\?|===[!+ ]|///|:[ \t]"
    r"|[*]?\[[^\]\n]*\]:)",
    re.MULTILINE,
)
CODE = re.compile(r"(?P<open>`+)")
SHARES: Sequence[tuple[re.Pattern[str], float]] = ((BRACKET, 1), (DIVIDING, 4), (CODE, 20))
"""What makes a renderer look to the end of the paragraph, and how much faster than a bracket."""

FENCE = re.compile(r"`{3}|~{3}")
BLANK = re.compile(r"\n[ \t]*\n")
SEPARATOR = re.compile(r"^[ \t>|:-]+$", re.MULTILINE)
DEFINITION = re.compile(
    r"\*\[(?P<short>[^\\]{0,200}?)\] ?:|\[(?!\^)(?P<name>[^\[\]]*)\]:", re.MULTILINE
)


def check_reach(source: Source) -> Iterator[Diagnostic]:
    """Report a text in which a renderer would look too far or repeat too much.

    It takes a text with few brackets and definitions; see `caps`.
    """
    yield from _far_brackets(source)
    yield from _large_tables(source)
    yield from _repetitions(source)


def _far_brackets(source: Source) -> Iterator[Diagnostic]:
    """Add up how far a renderer may look for the ends of brackets."""
    body = source.body
    brackets = body.count("[") + body.count("<") * 5
    others = body.count("\n") / 4 + 0.25 + body.count("`") / 20
    if len(body) * (brackets + others) <= FARTHEST:
        return  # Not even if each sign of these made a renderer look to the end of the text.
    fences = [found.start() for found in FENCE.finditer(body)]
    # An empty line within fenced code ends no paragraph: that around the code goes on.
    ends = [
        found.start()
        for found in BLANK.finditer(body)
        if not fences or not fences[0] < found.start() < fences[-1]
    ]
    ends.append(len(body))
    ways = [
        (found.start(), found["open"], ends[bisect(ends, found.start())] - found.start(), share)
        for pattern, share in SHARES
        for found in pattern.finditer(body)
        if found["open"]
    ]
    # HTML is sought to the end of the text, at a fifth of the pace; its kind of code very slowly.
    ways += [
        (found.start(), "<", len(body) - found.start(), 0.2 if found["open"] == "<![" else 5)
        for found in TAG.finditer(body)
        if found["open"]
    ]
    way = 0.0
    for start, sign, length, share in sorted(ways):
        way += length / share
        if way > FARTHEST:
            yield _far(source, start, sign)
            return


def _far(source: Source, start: int, sign: str) -> Diagnostic:
    where = source.locate_offset(start)
    if sign in {"[", "<"}:
        message = say("too many brackets '[' or '<' that are never closed")
        hint = say("write '\\[' and '&lt;' for single ones, or split the text")
        return Diagnostic(where, "F143", message, hint)
    message = say("too much text in one paragraph after '{sign}'", sign=sign.strip()[:20])
    hint = say("put an empty line above each heading, box, definition and paragraph")
    return Diagnostic(where, "F146", message, hint)


def _large_tables(source: Source) -> Iterator[Diagnostic]:
    rows = source.body.count("\n") + 1
    widest = max(SEPARATOR.finditer(source.body), key=lambda row: row[0].count("|"), default=None)
    if widest and (widest[0].count("|") + 1) * rows > MOST_CELLS:
        yield Diagnostic(
            source.locate_offset(widest.start()),
            "F146",
            say("tables with more than {most} cells", most=MOST_CELLS),
            say("give the table fewer columns, or split the text into several"),
        )


def _repetitions(source: Source) -> Iterator[Diagnostic]:
    """Add up what abbreviations and links put into the page at each place that uses them."""
    body = source.body
    brackets, uses, repeated = body.count("["), 0, 0
    for found in DEFINITION.finditer(body):
        short, name = (found["short"] or "").strip(), found["name"]
        used = body.count(short) if short else brackets
        uses += used if short else 0
        repeated += used * len("\n".join(body[found.end() :].split("\n", 2)[:2]))
        if uses > MOST_USES or repeated > MOST_REPEATED:
            yield Diagnostic(
                source.locate_offset(found.start()),
                "F144",
                say(
                    "'{key}' and what is defined above it are repeated too often",
                    key=(short or name)[:60],
                ),
                say("shorten what is defined, or split the text into several"),
            )
            return
