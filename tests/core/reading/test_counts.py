"""Caps: a text that would keep the site from being built is refused, and no other."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.reading.limits import counts, file_size, rendering_cost
from mkdocs_forum.core.reading.limits.counts import check_limits
from mkdocs_forum.core.reading.source import Source, read_source
from tests.examples import times

ROOT = Path(__file__).parents[3]
HEAD = "---\ntitle: T\nedition: e\nspeakers: m\n---\n"
ITEMS = "\n".join(f"- Q{number} ?" for number in range(101))
SPLIT = "split the text into several"
ROWS = "a|b|c|d|e|f|g|h|i\n-|-|-|-|-|-|-|-|-\n"


def told(text: str) -> list[str]:
    """Give what is reported of a talk's text."""
    _, faults, _ = load(
        {
            "talks/t.md": HEAD + text,
            "editions/e.md": "---\ntitle: E\ndate: 2004-01-01\n---\n",
            "members/m.md": "---\nname: M\n---\n",
        }
    )
    return [str(fault) for fault in faults]


# The text above a cap, the one just below it, and what is told of the first.
CAPS: dict[str, tuple[str, str, str]] = {
    "brackets": (
        "[a](b)\n\n" + "[a](b) " * 1500,
        "[a](b) " * 1500,
        (
            "8:10494: F143 more than 1500 opening brackets '['\n"
            "    hint: split the text into several, or remove brackets"
        ),
    ),
    "notes": (
        "a[^1] " * 401,
        "a[^1] " * 400,
        f"6:2402: F143 more than 400 footnote marks '[^'\n    hint: {SPLIT}",
    ),
    "tags": (
        "<b>a</b> " * 501,
        "<b>a</b> " * 500,
        "6:4501: F143 more than 1000 signs '<'\n    hint: write Markdown instead of HTML",
    ),
    "open brackets": (
        "[" * 80 + " mot" * 3200,
        "[" * 70 + " mot" * 3200,
        (
            "6:78: F143 too many brackets '[' or '<' that are never closed\n"
            "    hint: write '\\[' and '&lt;' for single ones, or split the text"
        ),
    ),
    "open brackets around code": (
        ("[ a\n" * 20 + "\n```\n\n```\n") * 9 + "mot " * 2500,
        ("[ a\n" * 20 + "\n") * 9 + "mot " * 2500,
        (
            "140:1: F143 too many brackets '[' or '<' that are never closed\n"
            "    hint: write '\\[' and '&lt;' for single ones, or split the text"
        ),
    ),
    "open tags": (
        "<b " * 400 + " mot" * 3200,
        "<b " * 300 + " mot" * 3200,
        (
            "6:1114: F143 too many brackets '[' or '<' that are never closed\n"
            "    hint: write '\\[' and '&lt;' for single ones, or split the text"
        ),
    ),
    "definitions": (
        "".join(f"*[A{number:03}]: b\n\n" for number in range(201)),
        "".join(f"*[A{number:03}]: b\n\n" for number in range(200)),
        "406:7: F144 more than 200 abbreviations, footnotes, links or terms are defined\n"
        "    hint: define only what the text uses, or " + SPLIT,
    ),
    "uses": (
        "AB " * 2001 + "\n\n*[AB]: b",
        "AB " * 1999 + "\n\n*[AB]: b",
        "8:1: F144 'AB' and what is defined above it are repeated too often\n"
        "    hint: shorten what is defined, or " + SPLIT,
    ),
    "repetitions": (
        "[a] " * 499 + "\n\n[a]: b '" + "mot " * 501 + "'",
        "[a] " * 499 + "\n\n[a]: b '" + "mot " * 490 + "'",
        "8:1: F144 'a' and what is defined above it are repeated too often\n"
        "    hint: shorten what is defined, or " + SPLIT,
    ),
    "indentation": (
        "a\n" + " " * 80 + "- b",
        "a\n" + " " * 79 + "- b",
        (
            "7:1: F145 this line is indented by more than 20 levels\n"
            "    hint: remove spaces from its beginning"
        ),
    ),
    "lists in a line": (
        "- " * 11 + "a",
        "- " * 10 + "a",
        (
            "6:1: F145 lists or quotes are nested more than 10 levels deep\n"
            "    hint: use fewer levels"
        ),
    ),
    "quotes": (
        ">" * 11 + "a",
        ">" * 10 + "a",
        (
            "6:1: F145 lists or quotes are nested more than 10 levels deep\n"
            "    hint: use fewer levels"
        ),
    ),
    "emphasis": (
        "*a* " * 501,
        "*a* " * 500,
        "6:2001: F145 more than 1000 signs of emphasis such as '*' or '_'\n"
        "    hint: emphasise less, or " + SPLIT,
    ),
    "lines": (
        "a\n" * 2501,
        "a\n" * 2500,
        f"2505:2: F146 more than 2500 lines\n    hint: {SPLIT}",
    ),
    "headings": (
        "# a\n\n" * 301,
        "# a\n\n" * 300,
        f"606:1: F146 more than 300 headings\n    hint: {SPLIT}",
    ),
    "tables of contents": (
        "[TOC]\n\n" * 4,
        "[TOC]\n\n" * 3,
        "12:1: F146 more than 3 tables of contents '[TOC]'\n    hint: keep one of them",
    ),
    "code": (
        "`a` " * 751,
        "`a` " * 750,
        f"6:3001: F146 more than 1500 runs of backticks\n    hint: {SPLIT}",
    ),
    "quotes and apostrophes": (
        "l'a " * 5001,
        "l'a " * 5000,
        f"6:20002: F146 more than 5000 quotes and apostrophes\n    hint: {SPLIT}",
    ),
    "colons": (
        "a: " * 3001,
        "a: " * 3000,
        f"6:9002: F146 more than 3000 signs ':'\n    hint: {SPLIT}",
    ),
    "signs in a row": (
        "a " + "=" * 101,
        "a " + "=" * 100,
        "6:3: F146 the same sign more than 100 times in a row\n    hint: use it less often",
    ),
    "spaces": (
        "# a" + " " * 1001 + "b",
        "# a" + " " * 1000 + "b",
        "6:4: F146 more than 1000 spaces in a row\n    hint: remove them",
    ),
    "words": (
        "\n" + "ab" * 1001,
        "\n" + "ab" * 1000,
        (
            "7:1: F146 a word of more than 2000 characters\n"
            "    hint: write spaces into it, or remove it"
        ),
    ),
    "options of code": (
        "``` " + 'a="b" ' * 8 + "'\na\n```",
        "``` " + 'a="b" ' * 8 + "\na\n```",
        "6:1: F146 more than 16 quotes on a line that opens code\n"
        "    hint: write only the name of the language there",
    ),
    "paragraphs": (
        "# a\n" * 300 + "mot " * 3500,
        "# a\n\n" * 300 + "mot " * 3500,
        (
            "278:1: F146 too much text in one paragraph after '#'\n"
            "    hint: put an empty line above each heading, box, definition and paragraph"
        ),
    ),
    "cells": (
        ROWS + "a|b\n" * 2498,
        ROWS + "a|b\n" * 2200,
        "7:1: F146 tables with more than 20000 cells\n"
        "    hint: give the table fewer columns, or " + SPLIT,
    ),
    "questions": (
        f"# Questions\n\n{ITEMS}\n",
        f"# Questions\n\n{ITEMS.rpartition(chr(10))[0]}\n",
        "108:3: F146 more than 100 questions\n    hint: keep those that matter most",
    ),
}


@pytest.mark.parametrize(("text", "_below", "expected"), CAPS.values(), ids=CAPS)
def test_text_above_cap(text: str, _below: str, expected: str) -> None:
    """The message stands where the cap is passed, and says what to write."""
    assert told(text) == [f"talks/t.md:{expected}"]


@pytest.mark.parametrize(("_text", "below", "_expected"), CAPS.values(), ids=CAPS)
def test_text_below_cap(_text: str, below: str, _expected: str) -> None:
    """A text with as much as may be is read."""
    assert told(below) == []


SIZES = {
    "file": (
        HEAD + "mot " * 12_000 + "\nmot\n" + "mot " * 14_000,
        "8:1: F142 the file is larger than 100 KiB",
    ),
    "file of bytes": (
        HEAD.encode() + "été ".encode() * 18_000,
        "6:1: F142 the file is larger than 100 KiB",
    ),
    "lines of all kinds": (
        "a\rb\r\nc\n" + "mot " * 30_000,
        "4:1: F142 the file is larger than 100 KiB",
    ),
}


@pytest.mark.parametrize(("data", "expected"), SIZES.values(), ids=SIZES)
def test_large_file(data: str | bytes, expected: str) -> None:
    """A file that is too large isn't read at all; the message stands where it passes the cap."""
    hint = f"\n    hint: {SPLIT}"
    found = read_source("a.md", data)
    assert not isinstance(found, Source)
    assert list(map(str, found)) == [f"a.md:{expected}{hint}"]


def test_large_frontmatter() -> None:
    """The message stands on the line that passes the cap."""
    found = read_source("a.md", "---\ntitle: T\nsummary:\n" + "  mot\n" * 3000 + "---\n")
    assert not isinstance(found, Source)
    assert list(map(str, found)) == [
        "a.md:2731:1: F141 the frontmatter is larger than 16 KiB\n"
        "    hint: put the text below the second line '---'"
    ]


def test_largest_file() -> None:
    """A file and a frontmatter of just the largest size are read."""
    header = f"title: {'mot ' * 4000}".ljust(file_size.LARGEST_HEADER - 1) + "\n"
    text = f"---\n{header}---\n".ljust(file_size.LARGEST, ".").replace("." * 100, "." * 99 + " ")
    source = read_source("a.md", text)
    assert isinstance(source, Source), str(source)


def test_every_cap_at_once() -> None:
    """Of a text above several caps each is told, and the faults of its frontmatter too."""
    text = "---\ntitle: T\nedition: e\nspeaker: m\n---\n" + "[^a] " * 1501 + "\n" + "- " * 21 + "a"
    _, faults, _ = load({"talks/t.md": text})
    assert [(fault.location.line, fault.code) for fault in faults] == [
        (4, "F111"),
        (6, "F143"),
        (6, "F143"),
        (7, "F145"),
    ]


def test_entry_above_cap_is_unread() -> None:
    """What refers to it isn't reported: it is there, but can't be read."""
    library, faults, _ = load(
        {
            "talks/t.md": HEAD + "[TOC]\n\n" * 4 + "# Questions\n\n- Q ? {#q}\n",
            "answers/t/q/m.md": "---\ndate: 2004-01-01\n---\nOui.\n",
            "editions/e.md": "---\ntitle: E\ndate: 2004-01-01\n---\n",
            "members/m.md": "---\nname: M\n---\n",
        }
    )
    assert ([fault.code for fault in faults], [*library.talks], [*library.questions]) == (
        ["F146"],
        [],
        [],
    )


@pytest.fixture
def smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each cap an eighth of what it is, or nearly, but for depths and single lengths."""
    counted = [(code, most // 8, *rest) for code, most, *rest in counts.COUNTED]
    monkeypatch.setattr(counts, "COUNTED", counted)
    for name in ("FARTHEST", "MOST_REPEATED", "MOST_USES", "MOST_CELLS"):
        monkeypatch.setattr(rendering_cost, name, getattr(rendering_cost, name) // 8)
    monkeypatch.setattr(file_size, "LARGEST", file_size.LARGEST // 6)
    monkeypatch.setattr(file_size, "LARGEST_HEADER", file_size.LARGEST_HEADER // 8)


@pytest.mark.usefixtures("smaller")
@pytest.mark.parametrize("folder", ["docs", "tests/forum/docs"])
def test_what_people_write(folder: str) -> None:
    """The longest pages of two forums stay below an eighth of every cap."""
    passed = [
        str(fault)
        for path in sorted((ROOT / folder).rglob("*.md"))
        for fault in read_all(path.relative_to(ROOT).as_posix(), path.read_text())
    ]
    assert passed == []


def read_all(path: str, text: str) -> Iterator[object]:
    """Give what is too large in a page, whether or not it has a frontmatter."""
    source = read_source(path, text if text.startswith("---") else f"---\n---\n{text}")
    return check_limits(source) if isinstance(source, Source) else iter(source)


@pytest.fixture(scope="module")
def site() -> Iterator[subprocess.Popen[str]]:
    """Start what loads and renders texts within limits of time and memory."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.core.reading.limited"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    ) as process:
        yield process


def fares(site: subprocess.Popen[str], text: str) -> bool:
    """Tell whether a text is refused at a place in it, or loaded and rendered within limits."""
    assert site.stdin
    assert site.stdout
    print(json.dumps(text), file=site.stdin, flush=True)
    answer = json.loads(site.stdout.readline())
    if isinstance(answer, dict):
        return False
    last = 1 + (HEAD + text).count("\n")
    return all(
        1 <= item[0] <= last if isinstance(item, list) else isinstance(item, int) for item in answer
    )


HOSTILE = {
    **{sign: sign * 100_000 for sign in "[<*_`{&|\\!~^=:\"'>#-+@$"},
    "links": "[a](" * 25_000,
    "lists": "- " * 50_000,
    "quotes": "> - " * 25_000,
    "terms": "a\n: b\n" * 15_000,
    "headings": "# a\n" * 25_000,
    "abbreviations": "".join(f"*[A{number}]: b\n" for number in range(7_500)),
    "notes": "a[^1] " * 16_000 + "\n\n[^1]: b",
    "self": "[^1]\n\n[^1]: " + "[^1] " * 19_000,
    "options": "``` " + 'a="b" ' * 30 + "!\na\n```\n",
    "sections": "<![CDATA[ " * 10_000,
    "cells": "a|" * 10_000 + "\n" + "-|" * 10_000 + "\n" + "a|b\n" * 10_000,
    "bars": "|" * 50_000 + "a " * 25_000,
    "contents": "[TOC]\n\n" * 5_000 + "# a\n\n" * 10_000,
    "address": "[a] " * 12_000 + "\n\n[a]: " + "b" * 50_000,
    "tabs": '=== "A"\n' * 12_000,
    "accents": "# a" + "\u0300\u0327" * 25_000,
    "blocks": "<div>\n\n" * 14_000,
    "fences": "```py\n" * 16_000,
    "colons": ":a:a:a:a:a " * 9_000,
    "spaces": "# a" + " " * 99_000 + "a",
    "breaks": "a " + "\u00a0" * 49_000 + "a",
    "identifiers": "# Questions\n\n- a\n\n    {#" + " " * 99_000 + "\n",
    "brackets around code": ("[ a\n" * 20 + "\n```\n\n```\n") * 900,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(site: subprocess.Popen[str], name: str) -> None:
    """No text keeps a site busy for long: it is refused, or harmless."""
    is_harmless = fares(site, HOSTILE[name])
    assert is_harmless


BLOCKS = (
    *(
        "[",
        "[a](",
        "![",
        "[^",
        "<a ",
        "<div>\n\n",
        "<b>",
        "<!-- ",
        "<![CDATA[",
        "*a ",
        "**b",
        "_a ",
    ),
    *("`", "``a", "```\n\n", "~~~\n", "~a", "^a", "==a", "{: #a }", '"a ', "'a ", "&", "\\", "|a"),
    *(
        "# a\n",
        "a\n=\n",
        "***\n",
        "- a\n",
        "    - a\n\n",
        "- ",
        "1. ",
        "> ",
        "> a\n>\n",
        "a\n: b\n",
    ),
    *("!!! note\n", "??? note\n    a\n", '=== "A"\n', "[TOC]\n\n", "a|b\n-|-\nc|d\n", "a|" * 20),
    *(
        "*[A]: b\n",
        "A ",
        "[^1]: b\n\n",
        "a[^1] ",
        "[a]: b\n",
        "[a] ",
        "# Questions\n\n",
        "\n\n",
        "\r\n",
    ),
    *("<http://a> ", "&#1; ", "- [ ] a\n", "++a+", ":a", "    ", "a"),
)
REPEATED = st.builds(
    lambda block, times: block * times, st.sampled_from(BLOCKS), st.integers(1, 90)
)
TEXTS = st.lists(st.lists(REPEATED, min_size=1, max_size=6).map("".join), min_size=1, max_size=3)


@given(parts=TEXTS, times=st.integers(1, 60), padded=st.booleans())
@times(0.5)
def test_mixed_text(
    site: subprocess.Popen[str], parts: list[str], times: int, *, padded: bool
) -> None:
    """Nor does any mixture of what is dangerous, repeated and padded to the largest size."""
    text = "\n\n".join(parts * times)[:100_000]
    fill = " mot" * ((100_000 - len(text.encode())) // 4) if padded else ""
    is_harmless = fares(site, text + fill)
    assert is_harmless
