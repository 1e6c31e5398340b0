"""Mending: exactly what is at fault changes, and nothing else, byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.checks.fix import mend, mend_forum, name_questions
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings

SETTINGS = Settings()
HEAD = "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n"
TALK = f"{HEAD}---\n"

MENDED: dict[str, tuple[str | bytes, str | bytes]] = {
    "nothing": (f"{TALK}Du prix.\n\n\n", f"{TALK}Du prix.\n\n\n"),
    "lists of Word": (
        f"{TALK}Deux :\n  • Un\n    ▪\tDeux\nsuite\n\n\t• Trois\n\t\t• Quatre\n\n- A\n\t· B\n",
        f"{TALK}Deux :\n  - Un\n    - Deux\nsuite\n\n- Trois\n    - Quatre\n\n- A\n    - B\n",
    ),
    "questions below a line of text": (
        f"{TALK}Texte.\n\nQuestions largement en suspens...\n\n  • Combien ?\n  • 2) Quand ?\n",
        f"{TALK}Texte.\n\n## Questions largement en suspens...\n\n  - Combien ?\n  - 2) Quand ?\n",
    ),
    "colon": (
        f"{HEAD}summary: Le prix : pourquoi   \n---\n",
        f'{HEAD}summary: "Le prix : pourquoi"   \n---\n',
    ),
    "colon, quotes and backslash": (
        f'{HEAD}summary: C:\\x : "y"\n---\n',
        f'{HEAD}summary: "C:\\\\x : \\"y\\""\n---\n',
    ),
    "colons on several lines": (
        f"{HEAD}summary: a : b\nsession: c : d\n---\n",
        f'{HEAD}summary: "a : b"\nsession: "c : d"\n---\n',
    ),
    "colon after a space and quotes": (
        f'{HEAD}session : a : b\nsummary: "Le prix" : pourquoi\nlicence: [a] : b\n---\n',
        f'{HEAD}session : "a : b"\nsummary: "\\"Le prix\\" : pourquoi"\nlicence: "[a] : b"\n---\n',
    ),
    "colon in a text on several lines": (
        f"{HEAD}summary: Le prix :\n  pourquoi  \n  et comment\nsession: x\n---\n",
        f'{HEAD}summary: "Le prix :\n  pourquoi  \n  et comment"\nsession: x\n---\n',
    ),
    "colons in a list": (
        f"{HEAD}topics:\n  - Prix : valeur\n  - Temps\n  - Coût :\n---\n",
        f'{HEAD}topics:\n  - "Prix : valeur"\n  - Temps\n  - "Coût :"\n---\n',
    ),
    "document of Word with another name": (
        b"PK\x03\x04\x14\x00\x06\x00\x80\r\n",
        b"PK\x03\x04\x14\x00\x06\x00\x80\r\n",
    ),
    "day in French order": (f"{HEAD}date: 24/09/2004  \n---\n", f"{HEAD}date: 2004-09-24  \n---\n"),
    "day in words and quotes": (
        f"{HEAD}date: 'le 1er août 2004'\n---\n",
        f"{HEAD}date: '2004-08-01'\n---\n",
    ),
    "day after a space that breaks no line": (
        f"{HEAD}date:\u00a024/09/2004\n---\n",
        f"{HEAD}date: 2004-09-24\n---\n",
    ),
    "day that may be another": (
        f"{HEAD}date: 02/11/2004\n---\n",
        f"{HEAD}date: 02/11/2004\n---\n",
    ),
    "day on several lines": (
        f"{HEAD}date: 24\n  septembre\n  2004\n---\n",
        f"{HEAD}date: 24\n  septembre\n  2004\n---\n",
    ),
    "tab": (f"{HEAD}topics:\n\t- Prix\n---\n", f"{HEAD}topics:\n  - Prix\n---\n"),
    "lines above": (f"\n \n{TALK}", TALK),
    "lines of Windows above": (f"\r\n{TALK}".encode(), TALK),
    "bullets": (
        f"{TALK}## Questions\n\n•  Un ?\n•Deux ?\n1) Trois ?\n",
        f"{TALK}## Questions\n\n- Un ?\n- Deux ?\n- Trois ?\n",
    ),
    "name": (
        f"{TALK}## Questions\n\n- Un ? {{#Été}}  \n- Deux\n  trois ? {{: #A_b }}\n",
        f"{TALK}## Questions\n\n- Un ? {{#ete}}  \n- Deux\n  trois ? {{#a-b}}\n",
    ),
    "name below": (
        f"{TALK}## Questions\n\n- Un ?\n\n    Bien.\n    {{#Un}}\n",
        f"{TALK}## Questions\n\n- Un ?\n\n    Bien.\n    {{#un}}\n",
    ),
    "unseen": (f"{TALK}U\x00n\ufeff.\x0bDeux.\u2028Trois.\x1b\n", f"{TALK}Un. Deux. Trois.\n"),
    "unseen by escapes": (
        f'{HEAD}summary: "U\\e\\x00n\\uFEFF.\\LDeux.\\\\e\\r\\n\\t\\U0000202e"\n---\n',
        f'{HEAD}summary: "Un. Deux.\\\\e\\n\\t"\n---\n',
    ),
    "unseen in a key": (f'{HEAD}"summary\\u2067": x\n---\n', f'{HEAD}"summary": x\n---\n'),
    "spaces that break no line": (
        f"{HEAD}summary:\xa0Le prix\u202f: pourquoi\ntopics\xa0:\n\xa0-\xa0Prix\n---\nUn\xa0?\n",
        f'{HEAD}summary: "Le prix\u202f: pourquoi"\ntopics :\n - Prix\n---\nUn\xa0?\n',
    ),
    "spaces without width": (f"\u200b{HEAD}---\nUn\u200b mot.\n", f"{HEAD}---\nUn mot.\n"),
    "turned": (f"{TALK}Un \u202e.\n", f"{TALK}Un .\n"),
    "accents": (f"{TALK}E\u0301te\u0301.\n", f"{TALK}Été.\n"),
    "Windows": (f"{TALK}« Été » – l’œuf…\n".encode("cp1252"), f"{TALK}« Été » – l’œuf…\n"),
    "Mac": (f"{TALK}« Été » – l’œuf…\n".encode("mac-roman"), f"{TALK}« Été » – l’œuf…\n"),
    "old Unix": (f"{TALK}Un œuf à 3 €.\n".encode("iso8859-15"), f"{TALK}Un œuf à 3 €.\n"),
    "Windows in Central Europe": (
        f"{TALK}Łukasz Wąsik, Michał.\n".encode("cp1250"),
        f"{TALK}Łukasz Wąsik, Michał.\n",
    ),
    "pounds of Windows": (
        f"{TALK}Un à 3 £, deux à £5.\n".encode("cp1252"),
        f"{TALK}Un à 3 £, deux à £5.\n",
    ),
    "DOS": (f"{TALK}Été à Bâle.\n".encode("cp850"), f"{TALK}Été à Bâle.\n"),
    "UTF-8 and Windows": (
        f"{TALK}Été ".encode() + "été.\n".encode("cp1252"),
        f"{TALK}Été été.\n",
    ),
    "UTF-16": (f"{TALK}Été.\r\n".encode("utf-16"), f"{TALK}Été.\r\n"),
    "UTF-16 without its mark": (f"{TALK}Été.\n".encode("utf-16-le"), f"{TALK}Été.\n"),
    "byte order mark stays": (
        f"\ufeff{TALK}## Questions\r\n\r\n• Un ?\r\n".encode(),
        f"\ufeff{TALK}## Questions\r\n\r\n- Un ?\r\n",
    ),
    "several at once": (
        f"\n{HEAD}summary: l’été : quand\n---\n## Questions\nEnfin :\n• Un\x00 ?\n".encode(
            "cp1252"
        ),
        f'{HEAD}summary: "l’été : quand"\n---\n## Questions\nEnfin :\n- Un ?\n',
    ),
    "what needs judgement": (
        f"{HEAD}couleur: x\n---\n## Questions\n\n- Un ?\n- Un ?\n",
        f"{HEAD}couleur: x\n---\n## Questions\n\n- Un ?\n- Un ?\n",
    ),
    "accents without a frontmatter": ("Un e\u0301te\u0301.\n", "Un été.\n"),
    "bullets of old Windows": (
        f"{TALK}## Questions\n\n• Été ? {{#a}}\n".encode("cp1252"),
        f"{TALK}## Questions\n\n- Été ? {{#a}}\n",
    ),
    "tabs and a colon on one line": (
        f"{HEAD}topics:\n\t-\tPrix : temps : valeur\n---\n",
        f'{HEAD}topics:\n  -  "Prix : temps : valeur"\n---\n',
    ),
    "lines above and bullets below": (
        f"\n\n{HEAD}summary: a : b\n---\n## Questions\n\n• Un ? {{#Un}}\n",
        f'{HEAD}summary: "a : b"\n---\n## Questions\n\n- Un ? {{#un}}\n',
    ),
}


@pytest.mark.parametrize(("data", "mended"), MENDED.values(), ids=MENDED)
def test_mended(data: str | bytes, mended: str | bytes) -> None:
    """The file holds what it should, in UTF-8; whatever was right stays."""
    given, wanted = (text if isinstance(text, bytes) else text.encode() for text in (data, mended))
    assert mend("talks/prix.md", given, SETTINGS) == wanted


def test_page_of_the_site() -> None:
    """A file that is no entry is none of the forum's business."""
    assert mend("about.md", b"\xff\x00", SETTINGS) == b"\xff\x00"


HEADER_LINES = st.sampled_from(
    [
        ("summary: Du prix.", "summary: Du prix."),
        ("session: Le futur : quand", 'session: "Le futur : quand"'),
        ("licence: CC : BY  ", 'licence: "CC : BY"  '),
        ("# Une remarque.", "# Une remarque."),
        ("", ""),
    ]
)
TEXT_LINES = st.sampled_from(
    [
        ("Texte.", "Texte."),
        ("  Un e\u0301te\u0301.  ", "  Un été.  "),
        ("\x00Zéro\ufeff", "Zéro"),
        ("À droite\u202e", "À droite"),
        ("", ""),
        ("> • cité", "> • cité"),
    ]
)
QUESTIONS = st.sampled_from(
    [
        ("- Q{} ? {{#q{}}}", "- Q{} ? {{#q{}}}"),
        ("• Q{} ? {{#q{}}}", "- Q{} ? {{#q{}}}"),
        ("2. Q{} ? {{#Q{}}}", "- Q{} ? {{#q{}}}"),
        ("* Q{} ?\n    \n    {{#Q{}}}", "* Q{} ?\n    \n    {{#q{}}}"),
    ]
)


@given(
    st.lists(HEADER_LINES, max_size=3, unique=True),
    st.lists(TEXT_LINES, max_size=5),
    st.lists(QUESTIONS, min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_lines(
    header: list[tuple[str, str]],
    text: list[tuple[str, str]],
    questions: list[tuple[str, str]],
    end: str,
    marked: bool,
) -> None:
    """Whatever lines stand together, each is mended by itself; ends of lines and mark stay."""
    asked = [
        tuple(form.format(number, number) for form in forms)
        for number, forms in enumerate(questions)
    ]
    between = [("---", "---"), *text, ("", ""), ("## Questions", "## Questions"), ("", "")]
    pairs = [*((line, line) for line in HEAD.split("\n")[:-1]), *header, *between, *asked]
    data, wanted = (
        (("\ufeff" * marked) + "\n".join(lines).replace("\n", end)).encode()
        for lines in zip(*pairs, strict=True)
    )
    assert mend("talks/prix.md", data, SETTINGS) == wanted


FORUM = {
    "editions/2004.md": b"---\ntitle: Forum\ndate: 2004-09-24\n---\n",
    "members/ana.md": b"---\nname: Ana\n---\n",
    "talks/prix.md": f"{TALK}## Questions\n\n• Un ?\n- Deux ?\n".encode(),
    "answers/prix/un/ana.md": b"---\ndate: 2004-11-02\n---\nOui.\n",
}


def test_mend_forum() -> None:
    """Every question gets the name that stands in its address, and nothing is at fault then."""
    mended = mend_forum(FORUM, SETTINGS)
    assert mended == {
        **FORUM,
        "talks/prix.md": f"{TALK}## Questions\n\n- Un ? {{#un}}\n- Deux ? {{#deux}}\n".encode(),
    }
    assert load(mended, SETTINGS)[1] == []


NAMED = {
    "plain": ("- Un deux ?\n- Trois ? {#x}\n", "- Un deux ? {#un-deux}\n- Trois ? {#x}\n"),
    "over two lines": ("- Un\n  deux ?  \n", "- Un\n  deux ? {#un-deux}  \n"),
    "with a list below": ("- Un ?\n    - a\n", "- Un ? {#un}\n    - a\n"),
    "twins": ("- Un ?\n- Un ?\n- Deux ?\n", "- Un ?\n- Un ?\n- Deux ? {#deux}\n"),
    "accents apart": ("- E\u0301te\u0301 ?\n", "- Été ? {#ete}\n"),
    "no text": ("- ?\n- Un ?\n", "- ?\n- Un ? {#un}\n"),
}


@pytest.mark.parametrize(("before", "after"), NAMED.values(), ids=NAMED)
def test_name_questions(before: str, after: str) -> None:
    """Each question gets the name of its address, at the end of its text."""
    head = f"{TALK}## Questions\n\n"
    found = name_questions("talks/prix.md", (head + before).encode(), SETTINGS)
    assert found.decode() == head + after
