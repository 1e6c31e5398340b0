"""Caps: how much of each thing a text may hold, so that no text keeps the site from being built.

Renderers of Markdown take time by the square of what some signs promise (`[[[[…`), or fall over
what nests too deeply. Each cap is the highest number that was measured to be harmless, alone and
with the others, with room to spare, and far above what people write. All of them are read off
the text as it is, in linear time: what a renderer sees in it is known only when it is too late.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from string import punctuation

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.reading.limits.file_size import LONG_WORD, SHORTER, WORD
from mkdocs_forum.core.reading.limits.rendering_cost import check_reach
from mkdocs_forum.core.reading.questions.scan import Question
from mkdocs_forum.core.reading.source import Source

MOST_LINES = 2500
"""Lines of a text. 10,000 lines of one `#` take 20 s, 2,500 take 0.5 s; 100 KiB of prose at 80
characters a line have 1,300."""

MOST_HEADINGS = 300
"""Headings, and lines that underline one. 4,000 take 2 s; a long talk has 30."""

MOST_CONTENTS = 3
"""Places for the table of contents. Each repeats every heading; one is of use."""

MOST_BRACKETS = 1500
"""Opening square brackets: links, pictures, notes. A long talk has 100."""

MOST_NOTES = 400
"""Marks of footnotes. 1,300 of one note take 2 s, 400 take 0.2 s; a long talk has 50."""

MOST_TAGS = 1000
"""Opening angle brackets: HTML and bare addresses. A long talk has 20."""

MOST_DEFINITIONS = 200
"""Abbreviations, footnotes, terms and addresses of links that are defined in one text. 3,000
abbreviations take 9 s, and 400 terms without empty lines between them nest too deeply for a
renderer; a long talk has 20."""

MOST_EMPHASIS = 1000
"""Runs of `*`, `_`, `~` and `^` at words, and of `==` and `++`. 2,000 that open before one closes
nest too deeply for a renderer, 20,000 `^` take more than 6 s; a long talk has 150."""

MOST_CODE = 1500
"""Runs of backticks. 4,000 take 1 s; a guide full of code has 100."""

MOST_QUOTES = 5000
"""Straight quotes and apostrophes. 30,000 take more than 6 s where quotes are made round; 100 KiB
of French have 1,100."""

MOST_OF_A_SIGN = 3000
"""Of each other sign of punctuation, but for those of which tables are made. 45,000 colons take
more than 6 s where `:smile:` is a picture, 3,000 take 0.5 s; 100 KiB of French have 1,200 full
stops, the most frequent sign."""

MOST_IN_A_ROW = 100
"""Equal signs one after the other; `-`, `_` and `.`, of which people make lines, do no harm. Before
100 KiB of words 300 `=` take 2 s where `==` highlights, 100 take 0.8 s; code that is highlighted
takes time by the square of some. People write 80 for a line."""

MOST_SPACES = 1000
"""Spaces one after the other. 100,000 in a heading take 10 s; aligned tables have up to 300."""

MOST_OPTIONS = 16
"""Quotes on a line that opens fenced code. What reads the options there takes twice as long for
each further option: 24 options keep it busy for 4 s, 8 for less than 1 ms; people write two."""

DEEPEST = 10
"""Lists and quotes that begin on one line in one another. 150 nest too deeply for a renderer, 20 on
each of 1,300 lines take 1.7 s; people write two."""

FARTHEST_IN = 20
"""Levels by which a line is set in. 150 nest too deeply for a renderer; people write four, in code
ten."""

MOST_QUESTIONS = 100
"""Questions of a talk: each becomes a page. Talks end with three to ten."""

_EMPHASIS = re.compile(
    r"(?<=[^\s\[*_~^])[*_~^]+"  # At the end of a word.
    r"|(?<![\[*_~^])[*_~^]+(?=[^\s*_~^])"  # Before a word.
    r"|[=+]{2,}"
)
_SPLIT = say(Sentence.DIVIDE)
_ITEM = r"(?:[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|>)[ \t]*"
_RULE = r"(?! {0,3}([-*])(?: {0,2}\1)*[ \t]*$)"

_SIGNS = "".join(sign for sign in punctuation if sign not in "-|'\"")

COUNTED: Sequence[tuple[str, int, str, re.Pattern[str], Message, Message]] = (
    (
        "F143",
        MOST_BRACKETS,
        "[",
        re.compile(r"\["),
        say("more than {most} opening brackets '['", most=MOST_BRACKETS),
        say("split the text into several, or remove brackets"),
    ),
    (
        "F143",
        MOST_NOTES,
        "[",
        re.compile(r"\[\^"),
        say("more than {most} footnote marks '[^'", most=MOST_NOTES),
        _SPLIT,
    ),
    (
        "F143",
        MOST_TAGS,
        "<",
        re.compile(r"<"),
        say("more than {most} signs '<'", most=MOST_TAGS),
        say("write Markdown instead of HTML"),
    ),
    (
        "F144",
        MOST_DEFINITIONS,
        ":",
        re.compile(r"\] ?:|^[ \t>]*:[ \t]", re.MULTILINE),
        say(
            "more than {most} abbreviations, footnotes, links or terms are defined",
            most=MOST_DEFINITIONS,
        ),
        say("define only what the text uses, or split the text into several"),
    ),
    (
        "F145",
        0,
        "",
        re.compile(rf"^(?:[ >]{{0,3}}\t|[ >]{{4}}){{{FARTHEST_IN}}}[ \t>]*[^\s>]", re.MULTILINE),
        say("this line is indented by more than {most} levels", most=FARTHEST_IN),
        say("remove spaces from its beginning"),
    ),
    (
        "F145",
        0,
        "",
        re.compile(rf"^{_RULE}[ \t]*(?:{_ITEM}){{{DEEPEST + 1}}}", re.MULTILINE),
        say("lists or quotes are nested more than {most} levels deep", most=DEEPEST),
        say("use fewer levels"),
    ),
    (
        "F145",
        MOST_EMPHASIS,
        "*_~^=+",
        _EMPHASIS,
        say("more than {most} signs of emphasis such as '*' or '_'", most=MOST_EMPHASIS),
        say("emphasise less, or split the text into several"),
    ),
    (
        "F146",
        MOST_LINES - 1,
        "\n",
        re.compile(r"\n(?!\Z)"),
        say("more than {most} lines", most=MOST_LINES),
        _SPLIT,
    ),
    (
        "F146",
        MOST_HEADINGS,
        "#=-",
        re.compile(r"(?:^|(?<=[ \t>]))#{1,6}|^[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE),
        say("more than {most} headings", most=MOST_HEADINGS),
        _SPLIT,
    ),
    (
        "F146",
        MOST_CONTENTS,
        "[",
        re.compile(r"\[TOC\]"),
        say("more than {most} tables of contents '[TOC]'", most=MOST_CONTENTS),
        say("keep one of them"),
    ),
    (
        "F146",
        MOST_CODE,
        "`",
        re.compile(r"`+"),
        say("more than {most} runs of backticks", most=MOST_CODE),
        _SPLIT,
    ),
    (
        "F146",
        MOST_QUOTES,
        "\"'",
        re.compile(r"[\"']"),
        say("more than {most} quotes and apostrophes", most=MOST_QUOTES),
        _SPLIT,
    ),
    (
        "F146",
        0,
        "",
        re.compile(rf"(?<![ \t])[ \t]{{{MOST_SPACES + 1}}}"),
        say("more than {most} spaces in a row", most=MOST_SPACES),
        say("remove them"),
    ),
    ("F146", 0, "", WORD, LONG_WORD, SHORTER),
    (
        "F146",
        0,
        "",
        re.compile(rf"([^ \t\n_.-])\1{{{MOST_IN_A_ROW}}}"),
        say("the same sign more than {most} times in a row", most=MOST_IN_A_ROW),
        say("use it less often"),
    ),
    (
        "F146",
        0,
        "",
        re.compile(
            rf"""^[ \t>*+\-:\d.)]*(?:`{{3}}|~{{3}})(?:[^\n"']*["']){{{MOST_OPTIONS + 1}}}""",
            re.MULTILINE,
        ),
        say("more than {most} quotes on a line that opens code", most=MOST_OPTIONS),
        say("write only the name of the language there"),
    ),
    *(
        (
            "F146",
            MOST_OF_A_SIGN,
            sign,
            re.compile(re.escape(sign)),
            say("more than {most} signs '{sign}'", most=MOST_OF_A_SIGN, sign=sign),
            _SPLIT,
        )
        for sign in _SIGNS
    ),
)
"""Caps, each with its code, what may occur at the most, and what is told.

A text that has fewer of the signs than that passes no cap, which most need no other look for.
"""


def check_limits(source: Source) -> Iterator[Diagnostic]:
    """Report what a text holds too much of; a text with such a fault must not be rendered.

    Returns:
        One fault for each cap that is passed, where it is passed.
    """
    body = source.body
    passed = False
    for code, most, signs, pattern, message, hint in COUNTED:
        if signs and sum(map(body.count, signs)) <= most:
            continue
        if found := next(islice(pattern.finditer(body), most, None), None):
            passed = True
            yield Diagnostic(source.locate_offset(found.start()), code, message, hint)
    if not passed:
        yield from check_reach(source)


def check_number(questions: Sequence[Question]) -> Iterator[Diagnostic]:
    """Report a talk with more questions than can have a page each."""
    if len(questions) > MOST_QUESTIONS:
        yield Diagnostic(
            questions[MOST_QUESTIONS].location,
            "F146",
            say("more than {most} questions", most=MOST_QUESTIONS),
            say(Sentence.KEEP_QUESTIONS),
        )
