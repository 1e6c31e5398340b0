"""The questions of a talk: what the scanner finds, and that the page shows the same."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Location, in_order
from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.html.extension import ForumExtension
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.questions.scan import Question, mark, plain, scan
from mkdocs_forum.core.reading.source import Source

HEADING = Settings().question_heading
EXTENSIONS = ("tables", "attr_list", "footnotes", "pymdownx.superfences", "toc", "def_list")


def talk(body: str) -> Source:
    """Give a talk whose body begins on line 5 of its file."""
    return Source("talks/prix.md", body=body, body_line=5)


def asked(body: str) -> list[tuple[str, str, str]]:
    """Give name, text and detail of each question of a talk."""
    return [
        (question.slug, question.text, question.detail) for question in scan(talk(body), HEADING)[0]
    ]


def render(body: str, questions: list[Question]) -> str:
    """Give the page of a talk."""
    extension = ForumExtension({}, lambda _md: None, {}, {})
    gfm = GfmExtension(lambda _md: True)
    return Markdown(extensions=[*EXTENSIONS, extension, gfm]).convert(mark(body, questions))


def shown(html: str) -> list[tuple[str, str]]:
    """Give the identifier and the text of each question on a talk's page."""
    items = re.findall(
        r'<li class="forum-asked" id="([^"]*)">(.*?)<span data-forum-state="prix/\1"></span></li>',
        html,
        re.DOTALL,
    )
    # The signs that typography has to leave are marked.
    texts = [unescape(re.sub("<[^>]*>|\u2060", "", text)).split() for _, text in items]
    return [(name, " ".join(words)) for (name, _), words in zip(items, texts, strict=True)]


SECTIONS = {
    "no section": ("## Suite\n\n- A\n", []),
    "empty talk": ("", []),
    "first level": ("# Questions\n\n- A\n\n# Suite\n\n- no\n", ["a"]),
    "ends at the same level": ("## Questions\n\n- A\n\n## Suite\n\n- no\n", ["a"]),
    "ends at a higher level": ("### Questions\n\n- A\n\n## Suite\n\n- no\n", ["a"]),
    "holds deeper levels": ("## Questions\n\n### Un\n\n- A\n\n### Deux\n\n- B\n", ["a", "b"]),
    "last of several": ("## Questions\n\n- no\n\n## Questions encore\n\n- A\n", ["a"]),
    "highest level": ("## Questions\n\n- A\n\n## X\n\n### Questions de la salle\n\n- no\n", ["a"]),
    "start of the heading": ("## Les questions\n\n- no\n\n## Questions ouvertes\n\n- A\n", ["a"]),
    "only the start": ("## Ma Question\n\n- no\n", []),
    "small letters": ("## questions\n\n- A\n", ["a"]),
    "closed heading": ("## Questions ##\n\n- A\n", ["a"]),
    "heading without space": ("##Questions\n\n- A\n", []),
    "heading with a name": ("## Questions {#q}\n\n- A\n", ["a"]),
    "setext, first level": ("Questions\n=========\n\n- A\n\nSuite\n=====\n\n- no\n", ["a"]),
    "setext, second level": ("Questions\n---\n\n- A\n\nSuite\n---\n\n- no\n", ["a"]),
    "setext ends": ("## Questions\n\n- A\n\nSuite\n-----\n\n- no\n", ["a"]),
    "rule doesn't end": ("## Questions\n\n- A\n\n---\n\n- B\n", ["a", "b"]),
    "heading in a fence": ("```\n## Questions\n\n- no\n```\n", []),
    "heading in a tilde fence": ("~~~ md\n## Questions\n\n- no\n~~~\n", []),
    "heading in a long fence": ("````\n```\n## Questions\n- no\n````\n", []),
    "fence before": ("```\n# A remark\n```\n\n## Questions\n\n- A\n", ["a"]),
    "fence in the section": ("## Questions\n\n```\n- no\n# no\n```\n\n- A\n", ["a"]),
    "code in a line is no fence": ("```code``` en ligne.\n\n## Questions\n\n- A\n", ["a"]),
    "unclosed fence": ("Texte\n```\ncode\n\n## Questions\n\n- A\n", []),
    "rule after a fence": ("## Questions\n\nVoir :\n```\nx\n```\n---\n\n- A\n", ["a"]),
    "commented out": ("## Questions\n\n<!--\n- no\n-->\n\n- A\n", ["a"]),
    "heading commented out": ("## Questions\n\n- A\n\n<!--\n## Questions\n\n- no\n-->\n", ["a"]),
    "block of HTML": ("## Questions\n\n<div>\n- no\n</div>\n\n- A\n", ["a"]),
    "no blank line after the heading": ("## Questions\n- A\n- B\n", ["a", "b"]),
    "list in a footnote": (
        "Texte.[^1]\n\n## Questions\n\n- A\n\n[^1]: Note.\n\n    - no\n\n    - no\n",
        ["a"],
    ),
    "footnotes between": (
        "## Questions\n\n- A[^1]\n[^1]: Note.\n\n\t- no\n- B\n\n   [^2]: *\n      - no\n\n- C\n",
        ["a", "b", "c"],
    ),
    "footnote in a fence": ("## Questions\n\n```\n[^1]: A\n```\n\n    - A\n", ["a"]),
    "text around": ("## Questions\n\nAvant.\n\n- A\n\nEntre.\n\n- B\n\nAprès.\n", ["a", "b"]),
}


@pytest.mark.parametrize(("body", "names"), SECTIONS.values(), ids=SECTIONS)
def test_section(body: str, names: list[str]) -> None:
    """Only the bullets of the section of questions are questions."""
    assert [name for name, _, _ in asked(body)] == names


def test_heading_pattern() -> None:
    """The heading may be another one."""
    body = "## Questions\n\n- no\n\n## Pistes à creuser\n\n- A\n"
    questions, _ = scan(talk(body), re.compile("Pistes|Suites"))
    assert [question.slug for question in questions] == ["a"]


def test_heading_pattern_without_section() -> None:
    """Where the heading is another one, headings that speak of questions are as any."""
    _, faults = scan(talk("## Questions de méthode\n\n- no\n"), re.compile("Pistes"))
    assert faults == []


LISTS = {
    "dash": ("- A ?\n", [("a", "A ?", "")]),
    "star": ("* A ?\n", [("a", "A ?", "")]),
    "plus": ("+ A ?\n", [("a", "A ?", "")]),
    "signs mixed": ("- A\n* B\n+ C\n", [("a", "A", ""), ("b", "B", ""), ("c", "C", "")]),
    "spaces and tab": ("-   A\n-\tB\n", [("a", "A", ""), ("b", "B", "")]),
    "indented list": ("  - A\n  - B\n", [("a", "A", ""), ("b", "B", "")]),
    "one space off": ("- A\n - B\n", [("a", "A", ""), ("b", "B", "")]),
    "blank lines between": ("- A\n\n\n- B\n", [("a", "A", ""), ("b", "B", "")]),
    "no space": ("-A\n\n- B\n", [("a", "A", ""), ("b", "B", "")]),
    "signs of Word": (
        "– A\n— B\n· C\n▪ D\n\uf0b7E\n",
        [("a", "A", ""), ("b", "B", ""), ("c", "C", ""), ("d", "D", ""), ("e", "E", "")],
    ),
    "space that doesn't break": ("-\xa0A\n\n*\u202fB\n", [("a", "A", ""), ("b", "B", "")]),
    "dash of a number": ("- A\n-5 %\n", [("a-5", "A -5 %", "")]),
    "dashes in a continued line": ("- A\n  – b –\n  c\n", [("a-b-c", "A – b – c", "")]),
    "ornaments": ("- A\n\n———\n\n• • •\n\n–\n\n- B\n", [("a", "A", ""), ("b", "B", "")]),
    "continued, indented": ("- A\n  suite\n- B\n", [("a-suite", "A suite", ""), ("b", "B", "")]),
    "continued, not indented": ("- A\nsuite\n- B\n", [("a-suite", "A suite", ""), ("b", "B", "")]),
    "text on the next line": ("-\n  A\n", [("a", "A", "")]),
    "nested, two spaces": ("- A\n  - n\n- B\n", [("a", "A", "- n"), ("b", "B", "")]),
    "nested, four spaces": ("- A\n    - n\n- B\n", [("a", "A", "- n"), ("b", "B", "")]),
    "nested, tab": ("- A\n\t- n\n- B\n", [("a", "A", "- n"), ("b", "B", "")]),
    "nested, twice": ("- A\n    - n\n        - m\n", [("a", "A", "- n\n    - m")]),
    "nested, numbered": ("- A\n    1. n\n    2. m\n", [("a", "A", "1. n\n2. m")]),
    "paragraph": ("- A\n\n    Suite.\n\n- B\n", [("a", "A", "Suite."), ("b", "B", "")]),
    "fence": ("- A\n\n    ```\n    - n\n    ```\n", [("a", "A", "```\n- n\n```")]),
    "fence at once": ("- A\n  ```\n  # n\n  ```\n", [("a", "A", "```\n# n\n```")]),
    "spaces within": ("- A   b\tc\n", [("a-b-c", "A b c", "")]),
    "identifier": ("- Quel besoin ? {#besoin-reel}\n", [("besoin-reel", "Quel besoin ?", "")]),
    "identifier with spaces": ("- A {#a }\n- B {# b }\n", [("a", "A", ""), ("b", "B", "")]),
    "identifier with colon": ("- A ? {: #x }\n", [("x", "A ?", "")]),
    "identifier on the next line": ("- A\n  b ? {#x}\n", [("x", "A b ?", "")]),
    "identifier below": ("- A ?\n    - n {#x}\n", [("x", "A ?", "- n")]),
    "identifier without space": ("- A ?{#x}\n", [("x", "A ?", "")]),
    "identifier of digits": ("- A {#2004-1}\n", [("2004-1", "A", "")]),
    "identifier within": ("- A {#x} ?\n", [("a-x", "A {#x} ?", "")]),
    "identifier in code": ("- A `{#x}`\n", [("a-x", "A `{#x}`", "")]),
    "derived: accents": ("- Où est l’œuvre ?\n", [("ou-est-l-oeuvre", "Où est l’œuvre ?", "")]),
    "derived: signs": (
        "- **Prix** : `marge` ou [taux](x.md) ?\n",
        [("prix-marge-ou-taux", "**Prix** : `marge` ou [taux](x.md) ?", "")],
    ),
    "derived: long": (f"- {'mot ' * 30}\n", [("-".join(["mot"] * 15), " ".join(["mot"] * 30), "")]),
}


@pytest.mark.parametrize(("lines", "found"), LISTS.values(), ids=LISTS)
def test_list(lines: str, found: list[tuple[str, str, str]]) -> None:
    """Each bullet is a question with its name, its text on one line and its detail."""
    assert asked(f"## Questions\n\n{lines}") == found


def test_question() -> None:
    """A question knows its identifier, its title, its place in the file and its lines."""
    (question,), faults = scan(talk("X\n\n## Questions\n\n  -  **A** ?\n     b\n\n\n"), HEADING)
    assert (question.id, question.title, question.location, question.lines, faults) == (
        "prix/a-b",
        "A ? b",
        Location("talks/prix.md", 9, 6),
        (4, 6),
        [],
    )


SIGN = "F132 '{}' doesn't begin a question\n    hint: begin the line with '- '"
FAULTS: dict[str, tuple[str, list[str]]] = {
    "well written": ("## Questions\n\n- A\n\n- B {#x}\n", []),
    "rule of dashes": ("## Questions\n\n- A\n\n- - -\n\nFin.\n", []),
    "rule of stars": ("## Questions\n\n- A\n\n* * *\n\nFin.\n", []),
    "heading that begins otherwise": (
        "Mes questions\n-------------\n\n- A\n\n## Ta question\n\n- B\n",
        [
            "5:1: F138 the list below 'Mes questions' isn't read as questions\n"
            "    hint: begin the heading with 'Question'",
            "10:1: F138 the list below 'Ta question' isn't read as questions\n"
            "    hint: begin the heading with 'Question'",
        ],
    ),
    "heading without a list": ("## Remettre en question\n\nTexte.\n", []),
    "heading beside the questions": ("## Ma question\n\n- A\n\n## Questions\n\n- B\n", []),
    "no list": (
        "## Questions\n\nAucune.\n",
        [
            "5:1: F131 the section of questions has no list\n"
            "    hint: write each question on a line of its own that begins with '- '"
        ],
    ),
    "no list below an underline": (
        "Questions\n---------\n",
        [
            "6:1: F131 the section of questions has no list\n"
            "    hint: write each question on a line of its own that begins with '- '"
        ],
    ),
    "round bullets": (
        "## Questions\n\n• A\n•B\n",
        [f"7:1: {SIGN.format('•')}", f"8:1: {SIGN.format('•')}"],
    ),
    "numbers": (
        "## Questions\n\n1. A\n2) B\n",
        [f"7:1: {SIGN.format('1.')}", f"8:1: {SIGN.format('2)')}"],
    ),
    "no blank line above": ("## Questions\n\nIntro :\n- A\n", []),
    "heading without space": (
        "##Questions\n\n- A\n",
        [
            "5:1: F138 the list below 'Questions' isn't read as questions\n"
            "    hint: write that line as a heading: '## Questions'"
        ],
    ),
    "no blank line below an underline": ("Questions\n---------\n- A\n", []),
    "two of one name": (
        "## Questions\n\n- A\n- B {#a}\n",
        [
            (
                "8:3: F134 two questions of this talk are called 'a'\n"
                "    hint: end this one with another name, such as '{#a-2}'"
            )
        ],
    ),
    "three of one name": (
        "## Questions\n\n- A\n- A\n- A\n",
        [
            (
                "8:3: F134 two questions of this talk are called 'a'\n"
                "    hint: end this one with another name, such as '{#a-2}'"
            ),
            (
                "9:3: F134 two questions of this talk are called 'a'\n"
                "    hint: end this one with another name, such as '{#a-3}'"
            ),
        ],
    ),
    "anchors of other lists": ("## Pistes\n\n- A {: #a }\n- B\n\n## Questions\n\n- C\n", []),
    "code and notations": (
        "## Questions\n\n- `{#a}` ?\n- {{ b }} ?\n- **C**{.d #e} ?\n- \\{#f} g\n- H {i} ?\n",
        [],
    ),
    "two names": (
        "## Questions\n\n- A {#b} c {#d}\n",
        [
            "7:3: F130 '{#b}' isn't read as the name of a question\n"
            "    hint: let the question end with '{#b}' and nothing after it"
        ],
    ),
    "section with parts before the last one": (
        "## Questions\n\n### Une\n\n- A\n\n### Deux\n\n- B\n\n## Questions\n\n- C\n",
        [
            (
                "5:1: F138 the list below 'Questions' isn't read as questions\n"
                "    hint: put its questions into the last such section: only that one is "
                "read"
            )
        ],
    ),
    "no slug": (
        "## Questions\n\n- A {#Été !}\n- B {#x y .z}\n",
        [
            "7:3: F135 '{#Été !}' can't name a question\n    hint: write '{#ete}'",
            "8:3: F135 '{#x y .z}' can't name a question\n    hint: write '{#x-y-z}'",
        ],
    ),
    "no text": (
        "## Questions\n\n- A\n- {#x}\n- … ?\n-\n",
        [
            f"{place}: F136 this question has no text to make its address from\n"
            "    hint: write the question, and at its end a name such as '{#name}'"
            for place in ("8:3", "9:3", "10:2")
        ],
    ),
}


@pytest.mark.parametrize(("body", "faults"), FAULTS.values(), ids=FAULTS)
def test_fault(body: str, faults: list[str]) -> None:
    """A list that isn't written as it should be is told, at its place."""
    _, found = scan(talk(body), HEADING)
    told = [str(fault) for fault in in_order(found)]
    assert told == [f"talks/prix.md:{fault}" for fault in faults]


@pytest.mark.parametrize(
    "text", ["A {#b} c", "A {#b}.", "A {.b #c}", "A {bc}", "A {#b} <!-- c -->"]
)
def test_braces_keep_a_question_unnamed(text: str) -> None:
    """What was meant for a name is read by a person: no other one is written beside it."""
    (question,), _ = scan(talk(f"## Questions\n\n- {text}\n"), HEADING)
    assert question.naming is None


def test_severity() -> None:
    """A question that can't be told from another stops the build; a sign out of place doesn't."""
    _, faults = scan(talk("## Questions\nX\n• A\n- A\n- B {#É}\n-\n"), HEADING)
    assert {fault.code for fault in faults if fault.severity is Severity.ERROR} == {"F134", "F136"}


PLAIN = {
    "nothing": ("Quel est le prix ?", "Quel est le prix ?"),
    "strong and emphasis": ("**Quel** *est* __le__ _prix_ ?", "Quel est le prix ?"),
    "code": ("Que fait `a_b(<x>)` ?", "Que fait a_b(<x>) ?"),
    "link": ("Le [prix](../prix.md) juste ?", "Le prix juste ?"),
    "address": ("Voir <https://a.org/> ?", "Voir https://a.org/ ?"),
    "HTML": ("Le <b>prix</b> ?", "Le prix ?"),
    "signs of HTML": ("R&D : a < b > c &amp; d ?", "R&D : a < b > c & d ?"),
    "escaped sign": (r"Le prix \*juste\* ?", "Le prix *juste* ?"),
    "single signs": ("3 * 4 et a_b", "3 * 4 et a_b"),
    "apostrophe": ("L’*avenir* d'ici", "L’avenir d'ici"),
    "footnote": ("Le prix ?[^1]", "Le prix ?"),
    "words struck out": ("Le ~~bon~~ **juste** prix ?", "Le juste prix ?"),
    "sign below the line": ("Que vaut H~2~O ?", "Que vaut H2O ?"),
    "picture": ("Que dit ![ce *plan*](plan.png) ?", "Que dit ce plan ?"),
    "escaped signs of GitHub": (r"Un \~ deux \{ trois \| ?", "Un ~ deux { trois | ?"),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain(text: str, expected: str) -> None:
    """The text is as a reader sees it, without tags and entities."""
    assert plain(text) == expected


UNLIKELY = {
    "hash": "# Titre ?",
    "year": "1984. Une année ?",
    "number": "1. Une question ?",
    "quote": "> Citation ?",
    "two dashes": "- Tiret ?",
    "escaped quotes": r"Le \"prix\" d\'ami ?",
    "plus": "+ Plus ?",
    "equals": "A = b ?",
    "pipe": "A | b ?",
    "colon": ": deux points ?",
    "box": "[ ] À faire ?",
    "attributes": "**A**{.b} ?",
    "attributes at the end": "A ? {: .b}",
    "reference": "[A][r] ?",
    "abbreviation": "A *[B]: c",
    "code": "``` a ``` ?",
    "rule": "A --- b ?",
    "tag": "A <br> b ?",
    "comment": "A <!-- b --> c ?",
}


@pytest.mark.parametrize("text", UNLIKELY.values(), ids=UNLIKELY)
def test_title_and_page_agree(text: str) -> None:
    """What the index calls a question is what the talk's page shows."""
    body = f"## Questions\n\n- {text} {{#x}}\n\n[r]: https://a.org/\n"
    (question,), _ = scan(talk(body), HEADING)
    ((name, seen),) = shown(render(body, [question]))
    assert (name, seen) == ("x", question.title)


def test_mark() -> None:
    """Each question is a bullet that ends with its mark; all else stays in its place."""
    body = "Texte.\n\n## Questions\nIntro :\n• A {#a}\n  - n\n\n2) B\nsuite\n\nFin.\n"
    questions, _ = scan(talk(body), HEADING)
    assert re.sub("\n\n+", "\n\n", mark(body, questions)).strip() == (
        "Texte.\n\n## Questions\nIntro :\n\n"
        "- A \ue000forum:prix/a\ue000\n\n  - n\n\n- B suite \ue000forum:prix/b-suite\ue000\n\nFin."
    )


def test_mark_without_questions() -> None:
    """A talk without questions keeps its text."""
    assert mark("Texte.\n\n- A\n", []).strip() == "Texte.\n\n- A"


def test_anchor_differs_from_headings() -> None:
    """A heading that would take a question's anchor gets another one."""
    body = "## Prix\n\n## Questions\n\n- Prix\n"
    html = render(body, scan(talk(body), HEADING)[0])
    assert re.findall(' id="([^"]*)"', html) == ["prix_1", "questions", "prix"]


WORDS = st.sampled_from(
    ["prix", "Marge", "l’été", "à", "œuvre", "2004", "R&D", "C++", "?", ":", "«", "»", "100", "%"]
)
INLINE = st.sampled_from(
    [
        "**gras**",
        "*penché*",
        "__très__",
        "`- code`",
        "`<b>`",
        "[lien](https://a.org/x_y)",
        "<https://a.org/>",
        "<b>x</b>",
        "a < b",
        "\\*",
        "3 * 4",
        "a_b_c",
        "(#1)",
        "&eacute;",
    ]
)
PROSE = st.lists(st.one_of(WORDS, INLINE), min_size=1, max_size=6).map(" ".join)
TEXT = st.tuples(st.sampled_from(["Pourquoi", "Où", "Le *prix*", "`x`"]), PROSE).map(" ".join)
NAME = st.one_of(st.just(""), st.from_regex(r" \{#[a-z]{1,5}(-[0-9])?\}", fullmatch=True))
DETAIL = st.sampled_from(
    [
        "",
        "  suite *et* fin\n",
        "    - dessous\n    - encore\n",
        "  * dessous\n      * plus bas\n",
        "\n    Un paragraphe.\n",
        "\n    Un paragraphe\n    de deux lignes.\n\n    - puis une liste\n",
        "\n    ```\n    - code\n    ## Questions\n    ```\n",
        "\n    > - cité\n",
        "\n    a | b\n    --|--\n    1 | 2\n",
        "    1. un\n    2. deux\n",
    ]
)
ITEM = st.builds(
    lambda sign, text, name, detail, blank: f"{sign} {text}{name}\n{detail}{blank}",
    st.sampled_from(["-", "*", "+", "•", "1.", "–", "·", "-\xa0"]),
    TEXT,
    NAME,
    DETAIL,
    st.sampled_from(["", "\n"]),
)
OTHER = st.one_of(
    PROSE.map(lambda text: f"Or {text}\n\n"),
    PROSE.map(lambda text: f"### {text}\n\n"),
    st.sampled_from(
        [
            "```\n## Questions\n\n- code\n```\n\n",
            "~~~~ python\n```\n- code\n~~~~\n\n",
            "> ## Questions\n>\n> - cité\n\n",
            "a | b\n--- | ---\n1 | 2\n\n",
            "Terme\n:   Définition\n\n",
            "Une note.[^1]\n\n[^1]: La note.\n\n",
            "[^1]: La note.\n\n    - un\n\n    - deux\n\n",
            "Sous-titre\n~~~~~~~~~~\n\n~~~\n\n",
        ]
    ),
)
BODY = st.builds(
    lambda before, heading, inner, after: f"{before}{heading}\n\n{inner}\n\n{after}",
    st.lists(st.one_of(OTHER, ITEM.map(lambda item: f"\n{item}\n"))).map("".join),
    st.sampled_from(["## Questions", "Questions ouvertes\n------------------"]),
    st.lists(st.one_of(ITEM, ITEM, ITEM, OTHER.map(lambda text: f"\n{text}"))).map("".join),
    st.sampled_from(["", "## Suite\n\n- fin\n"]),
)


@given(BODY)
def test_scanner_and_page_agree(body: str) -> None:
    """The talk's page shows exactly the questions of the index, in order, under their titles."""
    questions, _ = scan(talk(body), HEADING)
    items = shown(render(body, questions))
    assert [name for name, _ in items] == [question.slug for question in questions]
    for question, (_, text) in zip(questions, items, strict=True):
        assert text.startswith(question.title)


LINE = st.sampled_from(
    [
        *(
            "",
            "",
            "",
            "## Questions",
            "## Suite",
            "### Sous",
            "Questions",
            "---",
            "===",
            "```",
            "~~~",
        ),
        *(
            "– A",
            "—B",
            "-C",
            "-\xa0D",
            "· E {#e}",
            "\uf0b7F",
            "– – –",
            "**Questions**",
            "- G {#g} h",
        ),
        *("- A", "- B {#b}", "* C", "+ D", "• E", "1. F", "2) G", "-", "texte", "  - n", "    - m"),
        *(
            "[^1]: d",
            "  [^2]:",
            "    code",
            "  suite",
            "> - q",
            "a | b",
            "--|--",
            ":   d",
            "\tt",
            "    ```",
        ),
    ]
)


@given(st.lists(LINE, max_size=12).map("\n".join))
def test_any_lines(lines: str) -> None:
    """Whatever lines follow each other, a list without an error is shown as it was read."""
    body = f"## Questions\n\n- Une\n{lines}"
    questions, faults = scan(talk(body), HEADING)
    if any(fault.severity is Severity.ERROR for fault in faults):
        return
    assert [name for name, _ in shown(render(body, questions))] == [
        question.slug for question in questions
    ]


@given(st.text())
def test_any_text(body: str) -> None:
    """Whatever a talk holds, its questions are read, and each has a name of its own or a fault."""
    questions, faults = scan(talk(f"## Questions\n\n- {body}"), HEADING)
    names = [question.slug for question in questions]
    assert len(names) == len(set(names)) or "F134" in {fault.code for fault in faults}
