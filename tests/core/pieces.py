"""Pieces of content files, from which property tests build whole ones."""

import json
from typing import TypeVar

from hypothesis import strategies as st

from mkdocs_forum.core.reading.entry import MODELS

T = TypeVar("T")

ODD = st.sampled_from(
    [
        *("\ufeff", "\u2028", "\u2029", "\u0085", "\x00", "\x07", "\x0b", "\x0c", "\x7f", "\xa0"),
        *("\u202e", "\u2067", "\u200b", "\u00ad", "e\u0301", "\u0301", "\ufb01", "ﷺ", "İ", "ß"),
        *("😀", "👩\u200d🌾", "а", "ο", "\ufffd", "\ufffe", "\U0010ffff", "\ue000", "\t", "\r"),
    ]
)
"""Characters that other programs leave behind, and some that only look dangerous."""

PLAIN = st.sampled_from(
    [
        *("title: Le prix", "edition: 2004", "speakers: ana", "date: 2004-09-24", "name: Ana"),
        *("speakers:", "  - ana", "  - bob", "topics: [Prix, Marge]", "order: 3", "draft: true"),
        *("question: prix/marge", "author: bob", "status: closed", "by: ana", "summary: >"),
        *("  Du prix.", "contact:", "  email: ana@example.org", "consent:", "  publish: [email]"),
        *("  date: 2004-01-01", "aliases: old/prix/", "question_aliases: {taux: marge}", "", "# x"),
    ]
)
"""Lines of frontmatter as they should be."""

FAULTY = st.sampled_from(
    [
        *("title: Le futur : pourquoi", "\ttitle: x", "contact:\t", "- title: x", "title: 'L'an'"),
        *("title: “Le prix”", "title : x", "title:x", "date: 31/12/2024", "date: 2024-02-30"),
        *("a: &x 1", "b: *x", "c: !!python/name:os.system", "<<: *x", "? a", ": b", "{a: b}"),
        *("[[[[[[[[[[[[[[[[[[[[[[[[", "title: @ana", "title: %x", "title: `x`", "template: a.html"),
        *("sources:", "  - Mintzberg : Safari : 1998", "title: 'x", 'title: "x', "...", "--- x"),
        *("title: |", "title: x #3", "order: 1.5", "speakers: {}", "aliases: ../x", "null: ~"),
        *("consent:\n  - publish: [email]", "consent:\n  - publish: {a: b}", "contact: [email: ]"),
        *("contact:\n  - email: a@b.fr", "question_aliases: [{a: [b]}]", "{a: {b: [c]}}"),
        *("topics: [[a], {b: c}]", "speakers: {ana: [bob]}", "title: [{}, []]", "consent: [[]]"),
    ]
)
"""Lines of frontmatter as people write them by mistake, or on purpose."""

MARKDOWN = st.sampled_from(
    [
        *("", "", "Texte.", "## Questions", "## Questions", "Questions", "---", "===", "## Suite"),
        *("- Que vaut une marge ? {#marge}", "- Que vaut un rabais ?", "- A {#Été}", "- {#x}"),
        *("• Ronde ?", "•Collée ?", "1. Première ?", "2) Deuxième ?", "* Étoile ? {: #e }", "-"),
        *("– Longue ?", "—Collée ?", "-Serrée ?", "-\xa0Insécable ?", "· Point ? {#p}", "- B {c}"),
        *("- N {#n} o", "**Questions**", "Questions :", "– – –", "## Pistes"),
        *(
            "- … ?",
            "- A",
            "- A",
            "  suite {#s}",
            "    - dessous",
            "    {#d}",
            "\t- tab",
            "> - cité",
        ),
        *("```", "~~~", "<div>", "</div>", "<!--", "-->", "[^1]: note", "[a]: b", "| a | b |"),
        *("![x](y.png)", "{#seul}", "- a {#b} {#c}", "- `{#x}`", "Les questions", "- {#}", "$$"),
        *("[a](b.md)", "[c](../talks/prix.md)", "[d](#suite)", "[e](#questions_1)", "[f](#g) [h]"),
    ]
)
"""Lines of a text."""


HEADERS = {
    "editions/2005.md": "title: Forum 2005\ndate: 2005-10-01\n",
    "talks/prix.md": "title: Le prix\nedition: 2004\nspeakers: ana\n",
    "talks/new.md": "title: Le futur\nedition: 2005\nspeakers: [ana, bob]\n",
    "members/ana.md": "name: Ana Martin\n",
    "members/zoe.md": "name: Zoé\n",
    "answers/prix/marge/ana.md": "date: 2005-01-01\n",
    "answers/seul.md": "date: 2005-01-01\nquestion: prix/marge\nauthor: ana\n",
    "questions/prix/marge.md": "status: closed\ndate: 2005-01-01\n",
}
"""A file of each kind, and some that others refer to, with the keys that it needs."""

PATHS = st.sampled_from(list(HEADERS))
"""Where the files stand."""

_NAMES = st.sampled_from(["a", "date", "publish", "email", "marge"])
_SCALARS = st.sampled_from(
    [None, "", "x", "2004-01-01", "email", "a\x07b", "\u202e", "\n", "é" * 99]
)
_INNER = st.one_of(_SCALARS, st.lists(_SCALARS, max_size=2), st.dictionaries(_NAMES, _SCALARS))
_NESTED = st.one_of(
    _INNER,
    st.lists(_INNER, max_size=2),
    st.dictionaries(_NAMES, _INNER, max_size=2),
    st.lists(st.dictionaries(_NAMES, _INNER, min_size=1, max_size=2), min_size=1, max_size=2),
)


def _keyed(path: str) -> st.SearchStrategy[str]:
    """Give a line with a key of the entry at a path, whose value may be of any form."""
    fields = MODELS[path.split("/")[0]].model_fields
    keys = st.sampled_from([key for key in fields if f"{key}:" not in HEADERS[path]])
    # What JSON writes is YAML, its escapes too.
    return st.builds("{}: {}".format, keys, _NESTED.map(json.dumps))


VALUES = PATHS.flatmap(
    lambda path: st.tuples(
        st.just(path),
        st.lists(_keyed(path), min_size=1, max_size=2).map(
            lambda keys: "\n".join(["---", *keys, f"{HEADERS[path]}---\n"]).encode()
        ),
    )
)
"""Files whose keys have values of any form, each with its path."""


OTHER: list[tuple[str, ...]] = [
    ("utf-8-sig",),
    ("utf-8-sig",),
    *[("utf-16",), ("utf-16-le",), ("utf-32",)],
    *[("cp1252", "replace"), ("mac-roman", "replace"), ("cp850", "replace")],
]
"""Encodings other than plain UTF-8."""


def lines(kind: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    """Give some lines, each with its end."""
    ended = st.tuples(kind, st.sampled_from(["\n"] * 7 + [" \n"])).map("".join)
    return st.lists(ended, max_size=most).map("".join)


def rarely(often: T, rare: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Give one thing, and in one case of five another."""
    turns = st.sampled_from([False] * 4 + [True])
    return turns.flatmap(lambda turn: rare if turn else st.just(often))


def entries(path: str) -> st.SearchStrategy[bytes]:
    """Give files of the kind that stands at a path: good ones, faulty ones, in any encoding."""
    some = rarely("", lines(st.one_of(PLAIN, FAULTY, FAULTY), 3))
    text = st.builds(
        "{}---\n{}{}{}{}\n{}## Questions\n\n{}".format,
        rarely("", st.sampled_from(["\n", " ", "\n\n", "Texte.\n"])),
        some,
        st.just(HEADERS[path]),
        some,
        rarely("---", st.sampled_from(["--- ", "----", "--", "..."])),
        lines(MARKDOWN, 4),
        lines(MARKDOWN, 8),
    )
    written = st.builds(
        lambda text, odd, index, end, form: (
            (text[:index] + odd + text[index:]).replace("\n", end).encode(*form)
        ),
        text,
        rarely("", ODD),
        st.integers(0, 150),
        rarely("\n", st.sampled_from(["\r\n", "\r"])),
        rarely(("utf-8",), st.sampled_from(OTHER)),
    )
    raw = st.one_of(st.binary(max_size=300), st.text(max_size=99).map(_framed))
    return rarely(None, raw).flatmap(lambda data: written if data is None else st.just(data))


def _framed(text: str) -> bytes:
    """Give a file whose frontmatter is any text."""
    return f"---\n{text}\n---\n".encode()


FILES = PATHS.flatmap(lambda path: st.tuples(st.just(path), entries(path)))
"""Any files, each with its path."""
