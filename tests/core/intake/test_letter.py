"""Letters: a file comes out of every mail as it was put in, or it is told why not."""

import re
from base64 import encodebytes

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mkdocs_forum.core.forms.compose import Composed, compose, lines
from tests import mails
from tests.core.intake.receiving import FORUM, TEXTS, judged, received
from tests.examples import times

ANSWER = compose(
    FORUM.form("answers"),
    {
        "question": "prix/rabais",
        "author": "ana",
        "date": "2026-11-18",
        "sources": ["Un livre : « Prix »"],
        "licence": "CC BY-SA 4.0",
    },
    "Un rabais.\n\n> Cité\n\n---\n\n    code  à deux espaces\n\nL'été, 100 %\n--\nfin",
    whole=True,
)
PATH, TEXT = (ANSWER.path, ANSWER.text) if isinstance(ANSWER, Composed) else ("", "")


@pytest.mark.parametrize("way", mails.WAYS.values(), ids=mails.WAYS)
def test_answer(way: mails.Way) -> None:
    """An answer tells its own place, however it was sent; it comes out byte for byte."""
    intake = received(way(TEXT, f"docs/{PATH}"))
    assert (intake.files, intake.refusals) == ({PATH: TEXT.encode()}, ())


PIECES = (
    *("", "", "Un été : « oui »", "```python", "```", "---", "- a", "> cité", "| a | b |", "# T"),
    *(
        "    code  ici",
        "👩‍🚀 et 日本",
        '"oui" & <b>non</b> &amp; \\',
        "From moi",
        "-- tiret",
        "*g*",
    ),
    *("https://example.org/a?b=c&d=é", "  en retrait", "1. un", "Fichier : x", ">>> x", " seul"),
    "Une phrase assez longue pour qu’un logiciel de courrier la coupe en deux ou trois morceaux, "
    "au gré de la place qu’il a et de ses habitudes, qui changent d’une version à l’autre.",
    "mot " * 40 + "fin",
)
WRITTEN = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("\n".join)
TITLES = st.sampled_from(
    ["Le futur : pourquoi", "no", "Été", '"Oui"', "l’un & l’autre", "mot " * 30 + "fin", "# 3"]
)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str]:
    """Give the path and the text of a file that a form made."""
    kind = draw(st.sampled_from(["answers", "talks", "members"]))
    common = {"licence": "CC BY-SA 4.0", "sources": [draw(TITLES)], "slug": "un-nom"}
    kinds: dict[str, dict[str, object]] = {
        "answers": {"question": "prix/rabais", "author": "ana", "date": "2026-11-18"},
        "talks": {"title": draw(TITLES), "edition": "2024", "speakers": ["ana", "bob"]},
        "members": {"name": draw(TITLES), "role": draw(TITLES), "licence": ""},
    }
    body = lines(draw(WRITTEN)) + ("\n\n## Questions\n\n- Qui ? {#qui}" if kind == "talks" else "")
    composed = compose(FORUM.form(kind), {**common, **kinds[kind]}, body, whole=True)
    assert isinstance(composed, Composed)
    assume(judged({composed.path: composed.text.encode()}) == [])
    return composed.path, composed.text


@pytest.mark.parametrize("name", mails.WAYS)
@times(0.15)
@given(file=files())
def test_round_trip(name: str, file: tuple[str, str]) -> None:
    """What a form made comes out as it went in, whatever the way."""
    path, text = file
    charset = mails.WESTERN.get(name, "utf-8")
    assume(text.encode(charset, "replace").decode(charset) == text)
    intake = received(mails.WAYS[name](text, f"docs/{path}"))
    assert (intake.files, intake.refusals, intake.faults) == ({path: text.encode()}, (), ())


NAMES = st.sampled_from(
    [
        *(
            "../../mkdocs.yml",
            "docs/../../x.md",
            "/etc/passwd",
            "..\\..\\x.md",
            "index.md",
            "README",
        ),
        *("docs/interventions/prix.md", "docs/membres/ana.md", "docs/interventions/nou\x00veau.md"),
        *("$(touch x).md", "a;rm -rf ~.md", "`id`.md", "CON.md", ".md", "docs/membres/.md", "é.md"),
        *("docs/reponses/prix/marge/zoe.md", "docs/editions/2027.md", "actes.md", "x (1).md"),
        "a" * 3000 + ".md",
    ]
)
LINES = st.sampled_from(
    [
        *("question: prix/rabais", "question: ../../x", "question: [a, b]", "question: {a: b}"),
        *("author: ana", "author: zoe", "author: $(id)", "author: !!python/object:os.system x"),
        *("date: 2026-11-18", "date: 1999-01-01", "title: T", "title: &a T", "edition: 2024"),
        *("speakers: ana", "speakers: [" + "[" * 50, "name: Zoé", "name: *a", "licence: CC0"),
        *("- a", "  x: y", "\tx: y", "a\x00b: c", "<<: *a", "retained: true", "draft: true"),
        *(
            "contact:",
            "  email: zoe@example.org",
            "consent:",
            "  publish: [email]",
            "aliases: ../..",
        ),
        *(
            "summary: |",
            "  > x",
            "photo: ../x.png",
            "a: " + "b" * 20_000,
            "\u202eevil: x",
            "—",
            "...",
        ),
    ]
)
TEXTS_OF_FILES = st.builds(
    lambda header, body, end: "\n".join(["---", *header, "---", "", body, end]),
    st.lists(LINES, max_size=8),
    st.one_of(WRITTEN, st.text(max_size=200), st.sampled_from(["[" * 2000, "{% include 'x' %}"])),
    st.sampled_from(["--- fin du fichier ---", "--- end of the file ---", "", "-- \nAna", "---"]),
)
FILES = st.builds(lambda name, text: f"Fichier : {name}\n\n{text}\n", NAMES, TEXTS_OF_FILES)
WORDS_OF_MAILS = st.one_of(
    FILES,
    st.lists(FILES, min_size=2, max_size=3).map("".join),
    TEXTS_OF_FILES,
    WRITTEN,
    st.sampled_from(
        [
            "https://forum.example.org/questions/prix/marge/\n\nBeaucoup.\n> cité\n-- \nAna\n",
            "questions/prix/marge/ questions/prix/rabais/",
            "questions/a/b/ " * 5000,
            "—\ntitle: x\n—\n",
            "---\n" * 5000,
            ("---\na: b\n---\n--- fin du fichier ---\n") * 500,
            "> " * 3000 + "\n---\nname: x\n---\n",
        ]
    ),
)
TYPES = st.sampled_from(
    [
        *("text/plain", "text/plain; charset=utf-8; format=flowed; delsp=yes", "text/html"),
        *("text/plain; charset=utf-16", "text/plain; charset=latin-1", "text/plain; charset=rot13"),
        *("text/plain; charset=\x00", "text/html; charset=utf-7", "application/octet-stream", "x"),
        *("text/plain; charset*=utf-8''x%ff", 'text/markdown; name="a.md"', "message/rfc822"),
        *('multipart/mixed; boundary="b"', "multipart/alternative; boundary=b", "multipart/mixed"),
        *('application/pdf; name="=?utf-8?b?w6k=?="', "text/plain;" + " x=" * 500, "(" * 2000),
    ]
)
ENCODINGS = st.sampled_from(
    ["", "7bit", "base64", "quoted-printable", "x-uuencode", "BASE64", "\x00"]
)
HEADERS = st.sampled_from(
    [
        *("Subject: questions/prix/marge/", "Subject: =?utf-8?q?=ff?=", "From: " + "(" * 500),
        *("From: Ana <ana@example.org>", "Date: hier", "Date: Wed, 18 Nov 9999 99:00:00 +9999"),
        *(
            "X: \x00",
            "no header",
            "From ana",
            "Content-Disposition: attachment; filename=../../x.md",
        ),
        *("Content-Disposition: attachment; filename*0=a; filename*9=b", "Subject: \n\tx", ""),
        'Content-Disposition: attachment; filename="ana.md"',
    ]
)


PLACE = re.compile(r"(?:interventions|membres|reponses/prix/(?:marge|rabais))/[a-z0-9-]+\.md")


@st.composite
def parts(draw: st.DrawFn, depth: int = 0) -> bytes:
    """Give a mail, or a part of one, that may be broken anywhere."""
    heads = draw(st.lists(HEADERS, max_size=3))
    kind, encoding = draw(TYPES), draw(ENCODINGS)
    inner = draw(WORDS_OF_MAILS).encode(
        draw(st.sampled_from(["utf-8", "cp1252", "utf-16"])), "replace"
    )
    if "boundary" in kind and depth < 3:
        pieces = draw(st.lists(parts(depth + 1), max_size=3))
        inner = b"".join(b"--b\n" + piece + b"\n" for piece in pieces) + b"--b--\n"
    elif encoding.lower() == "base64" and draw(st.booleans()):
        inner = encodebytes(inner)
    head = [*heads, f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}"]
    return "\n".join(head).encode() + b"\n\n" + inner


SENT = [way(TEXT, f"docs/{PATH}") for way in mails.WAYS.values()]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Give a good mail, with a stretch of it taken off, doubled or overwritten."""
    data = draw(st.sampled_from(SENT))
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 60)))
    middle = draw(st.one_of(st.just(b""), st.just(data[start:end] * 2), st.binary(max_size=20)))
    return data[:start] + middle + data[end:]


@times(7)
@given(
    data=st.one_of(parts(), damaged(), st.binary(max_size=300)),
    options=st.sampled_from([("", ""), ("", ""), ("prix/marge", "bob"), ("../x", "$(id)")]),
)
def test_hostile(data: bytes, options: tuple[str, str]) -> None:
    """Whatever a mail is, it gives new files that pass the check, or a refusal."""
    intake = received(data, *options)
    assert all(map(PLACE.fullmatch, intake.files))
    assert intake.files.keys().isdisjoint(TEXTS)
