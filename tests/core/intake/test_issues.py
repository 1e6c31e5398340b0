"""Issues: what was filled in becomes the file that the form would make, or it is told why not."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.forms.compose import Composed, compose, typed
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.intake import Intake
from mkdocs_forum.core.intake.issues.read import (
    LARGEST,
    NOTHING,
    Filled,
    Issue,
    fill,
    parts,
    read_issue,
)
from mkdocs_forum.core.intake.issues.take import take
from mkdocs_forum.core.intake.issues.templates import issue_forms
from mkdocs_forum.core.intake.receipts import receipt
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES
from tests.commands.conftest import told
from tests.core.intake.receiving import FORUM, FRAMES, SETTINGS, TEXTS, checked
from tests.examples import times

Values = Mapping[str, str]


def body(kind: str, values: Values, code: str = "fr", ticked: bool = True) -> str:
    """Give the text of an issue as GitHub makes it of a form."""
    found = []
    for part in parts(kind, SETTINGS, Language(code)):
        value = values.get(part.name) or NOTHING
        if part.boxes:
            chosen = values.get(part.name, "").split() or (["agreed"] if ticked else [])
            value = "\n".join(
                f"- [{'X' if key in chosen else ' '}] {label}" for key, label in part.boxes.items()
            )
        found.append(f"### {part.label}\n\n{value}")
    return "\n\n".join(found)


def event(text: str, **keys: object) -> bytes:
    """Give what GitHub tells a workflow of an issue."""
    issue = {"body": text, "number": 3, "title": "Réponse", "user": {"login": "ana"}, **keys}
    return json.dumps({"action": "labeled", "issue": issue}).encode()


def taken(data: bytes) -> Intake:
    """Take what an issue holds."""
    issue = read_issue(data)
    if isinstance(issue, Refusal):
        return checked(Intake(refusals=[issue]))
    filled = fill(issue, SETTINGS)
    if isinstance(filled, Refusal):
        return checked(Intake(refusals=[filled]))
    return checked(take(issue, filled, FORUM))


ANSWER: Values = {"question": "prix/rabais", "author": "ana", "text": "Un rabais."}
TALK: Values = {"title": "Le futur : pourquoi", "speakers": "ana", "text": "Un texte."}
MEMBER: Values = {"name": "Zoé Œuvre"}
HEAD = "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-20\n"
LICENCE = "licence: CC BY-SA 4.0\n---\n\n"
TALK_HEAD = '---\ntitle: "Le futur : pourquoi"\nedition: "2024"\nspeakers:\n  - ana\n'
URL = "https://forum.example.org/questions/prix/rabais/#ana"

WRITTEN: Mapping[str, tuple[str, Values, str, str]] = {
    "answer": ("answers", ANSWER, "reponses/prix/rabais/ana.md", f"{HEAD}{LICENCE}Un rabais.\n"),
    "further answer": (
        "answers",
        {**ANSWER, "question": "prix/marge", "author": "Bob Durand"},
        "reponses/prix/marge/bob-2.md",
        f"{HEAD}{LICENCE}Un rabais.\n".replace("rabais\na", "marge\na").replace("ana", "bob"),
    ),
    "address and sources": (
        "answers",
        {**ANSWER, "question": URL, "sources": "- Un livre : deux\n- Un, puis deux\n"},
        "reponses/prix/rabais/ana.md",
        f'{HEAD}sources:\n  - "Un livre : deux"\n  - Un, puis deux\n{LICENCE}Un rabais.\n',
    ),
    "headings in the text": (
        "answers",
        {**ANSWER, "text": "### Accord\n\n```\n### Votre réponse\n```\n\n<!-- a -->\n---\n"},
        "reponses/prix/rabais/ana.md",
        f"{HEAD}{LICENCE}### Accord\n\n```\n### Votre réponse\n```\n\n<!-- a -->\n---\n",
    ),
    "talk": (
        "talks",
        {**TALK, "topics": "prix, Temps", "questions": "- Quand ?\n2. Où ? {#ou}\n"},
        "interventions/le-futur-pourquoi.md",
        f"{TALK_HEAD}topics:\n  - Prix\n  - Temps\n{LICENCE}Un texte.\n\n"
        "## Questions\n\n- Quand ? {#quand}\n- Où ? {#ou}\n",
    ),
    "talk with its questions": (
        "talks",
        {**TALK, "text": "Un.\n\n## Questions\n\n- Qui ?"},
        "interventions/le-futur-pourquoi.md",
        f"{TALK_HEAD}{LICENCE}Un.\n\n## Questions\n\n- Qui ?\n",
    ),
    "member": ("members", MEMBER, "membres/zoe-oeuvre.md", "---\nname: Zoé Œuvre\n---\n"),
    "member who is glad to be asked": (
        "members",
        {**MEMBER, "answers_on": "prix"},
        "membres/zoe-oeuvre.md",
        "---\nname: Zoé Œuvre\nanswers_on:\n  - Prix\n---\n",
    ),
    "member of that name": (
        "members",
        {"name": "Ana", "text": "Bonjour."},
        "membres/ana-2.md",
        "---\nname: Ana\n---\n\nBonjour.\n",
    ),
    "account": (
        "members",
        {**MEMBER, "account": "zoe-oe"},
        "membres/zoe-oeuvre.md",
        "---\nname: Zoé Œuvre\naccount: zoe-oe\n---\n",
    ),
    "contact": (
        "members",
        {**MEMBER, "email": "zoe@example.org", "phone": "01 99 00 12 34", "consent": "phone"},
        "membres/zoe-oeuvre.md",
        "---\nname: Zoé Œuvre\ncontact:\n  phone: 01 99 00 12 34\n"
        "consent:\n  publish:\n    - phone\n  date: 2026-11-20\n---\n",
    ),
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("kind", "values", "path", "text"), WRITTEN.values(), ids=WRITTEN)
def test_written(kind: str, values: Values, path: str, text: str, code: str) -> None:
    """Each part stands where the form would have put it, in whichever language it was asked."""
    intake = taken(body(kind, values, code).encode())
    assert {path: data.decode() for path, data in intake.files.items()} == {path: text}


def test_event() -> None:
    """What GitHub tells gives the day; a day to come is none."""
    text = body("answers", ANSWER).replace("\n", "\r\n")
    days = {
        opened: taken(event(text, created_at=opened)).files["reponses/prix/rabais/ana.md"]
        for opened in ("2026-11-18T09:00:00Z", "2036-11-18T09:00:00Z", "hier", None)
    }
    assert [day.decode().split("\n")[3] for day in days.values()] == [
        "date: 2026-11-18",
        "date: 2026-11-20",
        "date: 2026-11-20",
        "date: 2026-11-20",
    ]


NEW: Values = {**ANSWER, "author": "Zoé Œuvre", "newcomer": "newcomer", "role": "Conseil"}
PAGE = "membres/zoe-oeuvre.md"


@pytest.mark.parametrize("code", LANGUAGES)
def test_newcomer(code: str) -> None:
    """Who has no page yet gets one with the first answer."""
    intake = taken(event(body("answers", NEW, code)))
    assert {path: data.decode() for path, data in intake.files.items()} == {
        PAGE: "---\nname: Zoé Œuvre\nrole: Conseil\n---\n",
        "reponses/prix/rabais/zoe-oeuvre.md": (
            f"{HEAD}{LICENCE}Un rabais.\n".replace("ana", "zoe-oeuvre")
        ),
    }


TAKEN_NAME = (
    "Votre nom : « Ana Ferrand » a déjà une fiche, dans un fichier nommé « ana.md »\n"
    "    conseil : si elle est à vous, décochez la case ; sinon, écrivez votre nom autrement\n"
    "Rien n’a été écrit."
)


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({**NEW, "author": "ANA"}, TAKEN_NAME),
        (
            {**NEW, "author": "Юрий"},
            "Votre nom : rien ne dit comment nommer le fichier\n"
            "    conseil : écrivez un titre ou un nom qui contienne une lettre ou un chiffre\n"
            "Rien n’a été écrit.",
        ),
        ({**NEW, "author": ""}, "Votre nom : il faut une réponse ici\nRien n’a été écrit."),
        (
            {**NEW, "newcomer": "none"},
            "Votre nom : aucun membre ne s’appelle « Zoé Œuvre »\n"
            "    conseil : un membre a une fiche, dans un fichier nommé « zoe-oeuvre.md »\n"
            "Rien n’a été écrit.",
        ),
    ],
    ids=["known", "no letter", "no name", "not ticked"],
)
def test_newcomer_who_is_refused(values: Values, refused: str) -> None:
    """Nobody gets two pages by mistake, nor one without a name."""
    assert told(receipt(taken(event(body("answers", values))), FRAMES[0])) == refused


def test_newcomer_with_a_faulty_text() -> None:
    """Where the answer is at fault, no page is made either."""
    assert taken(event(body("answers", {**NEW, "text": "[" * 2000}))).files == {}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["answers", "members"])
def test_issue_of_an_earlier_form(kind: str, code: str) -> None:
    """An issue that was opened with a form of an earlier version is read as it was then."""
    values = {"answers": ANSWER, "members": {**MEMBER, "text": "### Your page\n\n- [X] a"}}[kind]
    text = body(kind, values, code)
    for part in parts(kind, SETTINGS, Language(code)):
        if part.is_late:
            before, _, after = text.partition(f"### {part.label}\n")
            text = f"{before}### {after.partition('### ')[2]}"
    assert "newcomer" not in text
    assert taken(event(text)).files == taken(event(body(kind, values, code))).files
    assert taken(event(text)).files


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"account": "zoe-oe"}, "account: zoe-oe\ntold_of: topics\n"),
        ({}, ""),
        (
            {"email": "zoe@example.org", "consent": "email"},
            "told_of: topics\ncontact:\n  email: zoe@example.org\nconsent:\n  publish:\n"
            "    - email\n  date: 2026-11-20\n",
        ),
    ],
    ids=["account", "no address", "address"],
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_told_of(values: Values, line: str, code: str) -> None:
    """What a member wants to be told of is written if there is a way to."""
    asked = parts("members", SETTINGS, Language(code))
    labels = next(part.options for part in asked if part.name == "told_of")
    given = {**MEMBER, **values, "told_of": labels["topics"]}
    intake = taken(event(body("members", given, code)))
    assert intake.files[PAGE].decode() == f"---\nname: Zoé Œuvre\n{line}---\n"
    assert len(intake.remarks) == (0 if line else 1)


@pytest.mark.parametrize("chosen", ["None", NOTHING])
def test_told_of_nothing_chosen(chosen: str) -> None:
    """Who chooses nothing gets no such line."""
    intake = taken(event(body("members", {**MEMBER, "told_of": chosen})))
    assert intake.files[PAGE].decode() == "---\nname: Zoé Œuvre\n---\n"


def test_contact_without_consent() -> None:
    """What may not be published isn't written, and that is told."""
    intake = taken(body("members", {**MEMBER, "email": "zoe@example.org"}).encode())
    assert [told(receipt(intake, frame)) for frame in FRAMES] == [
        "Écrit : docs/membres/zoe-oeuvre.md\n"
        "remarque : « Adresse électronique » n’est pas écrit : "
        "la case qui l’autorise n’est pas cochée",
        (
            "Written: docs/membres/zoe-oeuvre.md\n"
            "remark: 'Adresse électronique' was left out: the box that agrees to it isn't "
            "ticked"
        ),
    ]


def test_name_of_another_member() -> None:
    """A page is made for a namesake, too; the organisers are told, who know whether it is one."""
    found = taken(event(body("members", {"name": "ANA"})))
    assert [told(receipt(found, frame)) for frame in FRAMES] == [
        (
            "Écrit : docs/membres/ana-2.md\n"
            "remarque : « docs/membres/ana-2.md » porte le nom de « docs/membres/ana.md » : voyez "
            "s’il s’agit de la même personne"
        ),
        (
            "Written: docs/membres/ana-2.md\n"
            "remark: 'docs/membres/ana-2.md' has the same name as 'docs/membres/ana.md': "
            "see whether they are the same person"
        ),
    ]


def test_question_that_is_no_longer_asked() -> None:
    """A question that the site's form doesn't offer takes no answer by an issue either."""
    closed = b"---\nstatus: closed\ndate: 2025-01-01\n---\n"
    texts = {**TEXTS, "questions/prix/rabais.md": closed}
    forum = replace(FORUM, library=load(texts, SETTINGS)[0], texts=texts)
    issue = Issue(body("answers", ANSWER))
    filled = fill(issue, SETTINGS)
    assert isinstance(filled, Filled)
    intake = take(issue, filled, forum)
    assert intake.files == {}
    assert told(receipt(intake, FRAMES[0])) == (
        "Question à laquelle vous répondez : la question « prix/rabais » n’attend plus de réponse\n"
        "    conseil : choisissez une question qui est encore posée\nRien n’a été écrit."
    )


REFUSED: Mapping[str, bytes] = {
    "nothing": b"",
    "another issue": event("Bonjour"),
    "no text": event(""),
    "null": event("x", body=None),
    "other event": b'{"pull_request": {}}',
    "too large": b"x" * (LARGEST + 1),
    "part taken off": body("answers", ANSWER).replace("### Accord", "").encode(),
    "box not ticked": body("answers", ANSWER, ticked=False).encode(),
    "nothing filled in": body("answers", {}).encode(),
    "unknown names": body("talks", {**TALK, "speakers": "ana, zoe", "edition": "1900"}).encode(),
    "hostile names": body(
        "answers", {**ANSWER, "question": "../../x", "author": "$(id)\n::error::"}
    ).encode(),
    "bad values": body("members", {**MEMBER, "website": "javascript:1", "email": "x"}).encode(),
    "no letter": body("members", {"name": "Юрий"}).encode(),
    "questions twice": body(
        "talks", {**TALK, "text": "## Questions\n\n- Qui ?", "questions": "Qui ? {#A}"}
    ).encode(),
    "faulty text": body("answers", {**ANSWER, "text": "[" * 2000}).encode(),
}

REFUSALS = {
    "nothing": (
        (
            "la demande n’a pas été faite avec un formulaire du forum\n"
            "    conseil : ouvrez une nouvelle demande avec l’un des formulaires "
            "du forum"
        ),
        (
            "the issue wasn't opened with a form of the forum\n"
            "    hint: open a new issue with one of the forum's forms"
        ),
    ),
    "another issue": (
        (
            "la demande n’a pas été faite avec un formulaire du forum\n"
            "    conseil : ouvrez une nouvelle demande avec l’un des formulaires "
            "du forum"
        ),
        (
            "the issue wasn't opened with a form of the forum\n"
            "    hint: open a new issue with one of the forum's forms"
        ),
    ),
    "no text": (
        (
            "la demande n’a pas été faite avec un formulaire du forum\n"
            "    conseil : ouvrez une nouvelle demande avec l’un des formulaires "
            "du forum"
        ),
        (
            "the issue wasn't opened with a form of the forum\n"
            "    hint: open a new issue with one of the forum's forms"
        ),
    ),
    "null": (
        (
            "la demande n’a pas été faite avec un formulaire du forum\n"
            "    conseil : ouvrez une nouvelle demande avec l’un des formulaires "
            "du forum"
        ),
        (
            "the issue wasn't opened with a form of the forum\n"
            "    hint: open a new issue with one of the forum's forms"
        ),
    ),
    "other event": (
        (
            "ce que transmet la forge ne concerne aucune demande\n"
            "    conseil : lancez l’automatisme à partir d’une demande"
        ),
        "what the forge sent isn't about an issue\n    hint: start the workflow by an issue",
    ),
    "too large": (
        "la demande dépasse 2 Mo\n    conseil : répartissez le texte entre plusieurs fichiers",
        "the issue is larger than 2 MB\n    hint: split the text into several",
    ),
    "part taken off": (
        (
            "la demande n’a pas de partie « Accord »\n"
            "    conseil : ouvrez une nouvelle demande avec l’un des formulaires "
            "du forum"
        ),
        "the issue has no part 'Accord'\n    hint: open a new issue with one of the forum's forms",
    ),
    "box not ticked": (
        (
            "Accord : la case « J’accepte que mon texte soit publié sous la "
            "licence CC BY-SA 4.0. » n’est pas cochée\n"
            "    conseil : cochez-la si vous êtes d’accord"
        ),
        (
            "Accord: the box 'J’accepte que mon texte soit publié sous la licence "
            "CC BY-SA 4.0.' isn't ticked\n    hint: tick it if you agree"
        ),
    ),
    "nothing filled in": (
        (
            "Question à laquelle vous répondez : il faut une réponse ici\n"
            "Votre nom : il faut une réponse ici\n"
            "Votre réponse : il faut une réponse ici"
        ),
        (
            "Question à laquelle vous répondez: an answer is needed here\n"
            "Votre nom: an answer is needed here\n"
            "Votre réponse: an answer is needed here"
        ),
    ),
    "unknown names": (
        (
            "Édition : aucune édition ne s’appelle « 1900 »\n"
            "    conseil : les éditions sont : 2024\n"
            "Présentée par : aucun membre ne s’appelle « zoe »\n"
            "    conseil : un membre a une fiche, dans un fichier nommé « zoe.md »"
        ),
        (
            "Édition: no edition is called '1900'\n"
            "    hint: the editions are: 2024\n"
            "Présentée par: no member is called 'zoe'\n"
            "    hint: a member has a page, in a file called 'zoe.md'"
        ),
    ),
    "hostile names": (
        (
            "Question à laquelle vous répondez : aucune question ne s’appelle « "
            "../../x »\n"
            "Votre nom : aucun membre ne s’appelle « $(id) ::error:: »\n"
            "    conseil : un membre a une fiche, dans un fichier nommé « "
            "id-error.md »"
        ),
        (
            "Question à laquelle vous répondez: no question is called '../../x'\n"
            "Votre nom: no member is called '$(id) ::error::'\n"
            "    hint: a member has a page, in a file called 'id-error.md'"
        ),
    ),
    "bad values": (
        (
            "Site internet : « javascript:1 » ne convient pas pour « website »\n"
            "    conseil : écrivez l’adresse entière, par exemple « "
            "https://example.org/ »\n"
            "Adresse électronique : « x » ne convient pas pour « email »\n"
            "    conseil : écrivez une seule adresse, par exemple « "
            "nom@example.org »"
        ),
        (
            "Site internet: 'javascript:1' isn't allowed as 'website'\n"
            "    hint: write the whole address, such as 'https://example.org/'\n"
            "Adresse électronique: 'x' isn't allowed as 'email'\n"
            "    hint: write one address, such as 'name@example.org'"
        ),
    ),
    "no letter": (
        (
            "rien ne dit comment nommer le fichier\n"
            "    conseil : écrivez un titre ou un nom qui contienne une lettre ou "
            "un chiffre"
        ),
        (
            "it isn't clear what the file should be called\n"
            "    hint: write a title or a name with a letter or a digit"
        ),
    ),
    "questions twice": (
        (
            "Questions laissées ouvertes : « {#A} » ne peut pas nommer une "
            "question\n    conseil : écrivez « {#a} »\n"
            "Questions laissées ouvertes : le texte a déjà des questions\n"
            "    conseil : écrivez celle-ci parmi elles"
        ),
        (
            "Questions laissées ouvertes: '{#A}' can't name a question\n"
            "    hint: write '{#a}'\n"
            "Questions laissées ouvertes: the text has questions already\n"
            "    hint: write this one among them"
        ),
    ),
    "faulty text": (
        (
            "docs/reponses/prix/rabais/ana.md:8:1: F146 le même signe plus de 100 "
            "fois de suite\n    conseil : écrivez-le moins souvent\n"
            "docs/reponses/prix/rabais/ana.md:8:1501: F143 plus de 1500 crochets "
            "ouvrants « [ »\n"
            "    conseil : répartissez le texte entre plusieurs fichiers ou "
            "retirez des crochets\n2 erreurs"
        ),
        (
            "docs/reponses/prix/rabais/ana.md:8:1: F146 the same sign more than 100 "
            "times in a row\n"
            "    hint: use it less often\n"
            "docs/reponses/prix/rabais/ana.md:8:1501: F143 more than 1500 opening "
            "brackets '['\n"
            "    hint: split the text into several, or remove brackets\n"
            "2 errors"
        ),
    ),
}
"""What is told of each, in French and in English."""


@pytest.mark.parametrize("name", REFUSED)
def test_refusal(name: str) -> None:
    """What can't be taken is told with the part of the form and what to write there."""
    intake = taken(REFUSED[name])
    french, english = REFUSALS[name]
    assert [told(receipt(intake, frame)) for frame in FRAMES] == [
        f"{french}\nRien n’a été écrit.",
        f"{english}\nNothing was written.",
    ]


PIECES = st.sampled_from(
    [
        *("### Accord", "### Votre réponse", "### Your answer", "_No response_", "- [X] x", "```"),
        *("Un été : « oui »", "<!-- x -->", "- Qui ? {#qui}", "## Questions", "---", "a\x00b"),
        *("$(touch x)", "`id`", "::set-output name=x::y", "${{ github.token }}", "../../x"),
        *(
            "prix/rabais",
            "ana",
            "&a *a",
            "!!python/object:x",
            "\u202e",
            "{% include 'x' %}",
            "@bob",
        ),
        *("https://forum.example.org/questions/prix/marge/", "zoe@example.org", "1" * 300, "\r\n"),
        *("<script>alert(1)</script>", "[x](javascript:1)", "2024", "prix, Temps", "Ana Ferrand"),
    ]
)
WRITING = st.one_of(
    st.lists(PIECES, max_size=5).map("\n".join), st.text(max_size=80), st.just("[" * 3000)
)
GOOD = {
    "answers": {**ANSWER, "sources": "Un livre"},
    "talks": {**TALK, "questions": "Quand ?"},
    "members": {**MEMBER, "phone": "01 99 00 12 34", "consent": "phone"},
}


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """Give an issue whose form is filled in well or badly, or that was edited afterwards."""
    kind = draw(st.sampled_from(ASKED))
    names = [part.name for part in parts(kind, SETTINGS, Language("fr"))]
    bad = draw(st.dictionaries(st.sampled_from(names), WRITING, max_size=3))
    ticked = draw(st.booleans()) or draw(st.booleans())
    text = body(kind, {**GOOD[kind], **bad}, draw(st.sampled_from(LANGUAGES)), ticked)
    place = draw(st.integers(0, len(text)))
    broken = draw(st.sampled_from(["", "", "", "\n### Accord\n", "### ", "\x00", "\ud800"]))
    text = text[:place] + broken + text[place + len(broken) :]
    data = text.encode("utf-8", "surrogatepass")
    return draw(st.sampled_from([data, data, event(text), event(text)[: -place or None]]))


def compared(kind: str, values: Values) -> Composed:
    """Give what the form of the command makes of the same values."""
    form = FORUM.form(kind)
    read = {
        field.name: [values[field.name]] if field.many else values[field.name]
        for field in form.fields
        if values.get(field.name)
    }
    given = {"date": "2026-11-20", "edition": "2024", "licence": SETTINGS.licence, **read}
    given |= {
        field.name: form.proposal(field, given)
        for field in form.fields
        if field.needed and field.name not in given
    }
    composed = compose(form, given, typed(values["text"], form), whole=True)
    assert isinstance(composed, Composed)
    return composed


@times(2)
@given(
    values=st.fixed_dictionaries(
        {
            "text": st.lists(PIECES, min_size=1)
            .map("\n".join)
            .filter(lambda text: text.strip() not in ("", NOTHING))
        },
        optional={"sources": st.sampled_from(["Un livre : deux", "https://example.org/", "no"])},
    )
)
def test_same_as_the_form(values: Values) -> None:
    """A text, whatever it holds, makes the very file that the form makes of it."""
    wanted = compared("answers", {**ANSWER, **values})
    intake = taken(event(body("answers", {**ANSWER, **values})))
    assert intake.faults or intake.files == {wanted.path: wanted.text.encode()}


PLACE = re.compile(r"(?:interventions|membres|reponses/prix/(?:marge|rabais))/[a-z0-9-]+\.md")


@times(10)
@given(st.one_of(bodies(), st.binary(max_size=300)))
def test_hostile(data: bytes) -> None:
    """Whatever an issue is, it gives new files that pass the check, or a refusal."""
    intake = taken(data)
    assert all(map(PLACE.fullmatch, intake.files))
    assert intake.files.keys().isdisjoint(TEXTS)


@pytest.mark.parametrize("code", LANGUAGES)
def test_forms(code: str, tmp_path: Path) -> None:
    """The forms are what GitHub takes, whatever the site's licence."""
    for number, licence in enumerate(["", 'CC0: "libre" #1']):
        for path, text in issue_forms(Settings(licence=licence), code).items():
            (tmp_path / f"{number}-{Path(path).name}").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    run = subprocess.run(
        [*command, "vendor.github-issue-forms", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "ok -- validation done\n", "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels(code: str) -> None:
    """No form has two parts of one label; the long text is the last part."""
    for text in issue_forms(SETTINGS, code).values():
        elements = yaml.safe_load(text)["body"][1:]
        labels = [element["attributes"]["label"] for element in elements]
        assert (len(set(labels)), elements[-1]["id"]) == (len(labels), "text")


def test_kinds() -> None:
    """A form is told by the labels of its parts, in every language and for every kind."""
    found = {
        (kind, code): fill(Issue(body(kind, GOOD[kind], code)), SETTINGS)
        for kind in ASKED
        for code in LANGUAGES
    }
    assert all(
        not isinstance(filled, Refusal) and filled.kind == kind
        for (kind, _), filled in found.items()
    )
