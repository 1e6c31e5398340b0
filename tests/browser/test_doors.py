"""One text through five doors: form, `new`, `from-mail`, `from-issue` and `check` agree on it."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from mkdocs_forum.cli.main import main
from mkdocs_forum.core.checks.fix import mend
from mkdocs_forum.core.intake.intake import CONTACT
from tests import mails
from tests.browser.chromium import Chromium
from tests.browser.conftest import Visitor
from tests.browser.filling import ANSWER, PROPOSE, person, pick, ready, settled
from tests.core.intake import test_issues as issues
from tests.core.intake.receiving import SETTINGS, judged, received
from tests.sites import ROOT, configuration, write
from tests.small import SMALL

pytestmark = pytest.mark.browser

QUESTIONS = "\n\n## Questions\n\n- Combien ?\n- Quand ?"
REFUSED = None
"""A text that no door lets in."""

ANSWERS: Mapping[str, tuple[str, str | None]] = {
    "paragraphs": ("Un.\n\nDeux, **gras**.", "Un.\n\nDeux, **gras**."),
    "lines": ("12 rue du Port\n29200 Brest", "12 rue du Port\\\n29200 Brest"),
    "list right below a line": ("Trois idées :\n- un\n- deux", "Trois idées :\n- un\n- deux"),
    "numbers with brackets": ("Étapes :\n1) un\n2) deux", "Étapes :\n1) un\n2) deux"),
    "list of Word": ("Deux :\n• un\n• deux", "Deux :\n- un\n- deux"),
    "levels of Word": ("• un\n    ▪\tsous\n• deux\nsuite", "- un\n    - sous\n- deux\\\nsuite"),
    "dialogue": ("– Combien ?\n– Beaucoup.", "– Combien ?\\\n– Beaucoup."),
    "a word of one letter": ("o tempora\no mores", "o tempora\\\no mores"),
    "ends of lines of Windows": ("Un.\r\n\r\nDeux\r\ntrois.", "Un.\n\nDeux\\\ntrois."),
    "signs that nobody sees": ("Un\u200b mot\ufeff.", "Un mot."),
    "code": ("```\n• a\n  b\n```", "```\n• a\n  b\n```"),
    "table": ("| A | B |\n| --- | --- |\n| • 1 | 2 |", "| A | B |\n| --- | --- |\n| • 1 | 2 |"),
    "quotation": ("> cité\n> encore\n\nUn.", "> cité\\\n> encore\n\nUn."),
    "text of another file": ('Un.\n\n--8<-- "b.md"', REFUSED),
    "direction of writing": ("Un\u202e mot.", "Un mot."),
}
"""Answers as they are typed, and the text of the file."""
TALKS: Mapping[str, tuple[str, str | None]] = {
    "questions": (f"Un.{QUESTIONS}", f"Un.{QUESTIONS}"),
    "questions of Word": ("Un.\n\n## Questions\n\n• Combien ?\n•\tQuand ?", f"Un.{QUESTIONS}"),
    "numbered questions": ("Un.\n\n## Questions\n\n1) Combien ?\n2) Quand ?", f"Un.{QUESTIONS}"),
    "questions with long dashes": (
        "Un.\n\n## Questions\n\n– Combien ?\n— Quand ?",
        f"Un.{QUESTIONS}",
    ),
    "heading as text": ("Un.\n\nQuestions :\n\n- Combien ?\n- Quand ?", f"Un.{QUESTIONS}"),
    "heading and signs": ("Un.\n\n**Questions**\n\n• Combien ?\n• Quand ?", f"Un.{QUESTIONS}"),
}
"""Talks as they are typed, and the text of the file."""
TEXTS = {**ANSWERS, **TALKS}
Door = Callable[[str, str], str | None]
"""Gives the text of the file that comes of a text of a kind, or nothing if it is refused."""

HEADS = {
    "answers": (
        "reponses/prix/rabais/ana.md",
        "---\ndate: 2026-11-18\nlicence: CC BY-SA 4.0\n---\n",
    ),
    "talks": (
        "interventions/neuf.md",
        "---\ntitle: Neuf\nedition: '2024'\nspeakers: ana\nlicence: CC BY-SA 4.0\n---\n",
    ),
}


def below(text: str) -> str:
    """Give the text of a file, without the names of its questions, which a form gives at once."""
    return re.sub(r" \{#[\w-]+\}", "", text.split("\n---\n", 1)[1].strip("\n"))


def by_check(kind: str, text: str) -> str | None:
    """Mend a file, as `check --fix` does."""
    path, head = HEADS[kind]
    data = mend(path, f"{head}\n{text}\n".encode(), SETTINGS)
    faults = [fault for fault in judged({path: data}) if fault.code != CONTACT]
    return None if faults else below(data.decode().replace("\r\n", "\n"))


def by_mail(kind: str, text: str) -> str | None:
    """Write an answer by hand, or send the file of a talk."""
    path, head = HEADS[kind]
    if kind == "answers":
        letter = mails.mail("Content-Type: text/plain; charset=utf-8", text)
        intake = received(letter, "prix/rabais", "ana")
    else:
        intake = received(mails.attached(f"{head}\n{text}\n", path))
    return below(next(iter(intake.files.values())).decode()) if intake.files else None


def by_issue(kind: str, text: str) -> str | None:
    """Fill in the form of the forge."""
    values = {"answers": issues.ANSWER, "talks": issues.TALK}[kind]
    intake = issues.taken(issues.event(issues.body(kind, {**values, "text": text})))
    return below(next(iter(intake.files.values())).decode()) if intake.files else None


@pytest.fixture
def by_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    """Give what `new` does, in a folder of its own."""
    write(tmp_path, {**SMALL, "mkdocs.yml": configuration()})
    monkeypatch.chdir(tmp_path)
    options = {
        "answers": ["answer", "--question", "prix/rabais", "--author", "ana"],
        "talks": ["talk", "--title", "Neuf", "--edition", "2024", "--speaker", "ana"],
    }

    def made(kind: str, text: str) -> str | None:
        before = {*tmp_path.rglob("*.md")}
        arguments = ["new", *options[kind], "--no-input", "--body", "-"]
        result = CliRunner().invoke(main, arguments, input=text.encode())
        new = {*tmp_path.rglob("*.md")} - before
        assert bool(new) == (result.exit_code == 0), result.output
        return below(new.pop().read_text(encoding="utf-8")) if new else None

    return made


@pytest.fixture(scope="module")
def forms(browser: Chromium, root: str) -> Iterator[Mapping[str, Page]]:
    """Open the forms, filled in but for their text."""
    visitor = Visitor(browser, root)
    pages = {"answers": person(visitor, ANSWER).page, "talks": person(visitor, PROPOSE).page}
    pick(pages["answers"].get_by_label("Votre nom"), "Bruno")
    pages["talks"].get_by_label("Titre").fill("Neuf")
    pick(pages["talks"].get_by_label("Personne 1", exact=True), "Ana")
    yield pages
    visitor.close()
    assert visitor.faults == []


def by_form(page: Page, text: str) -> str | None:
    """Type a text, accept whatever is offered, and send it."""
    page.get_by_label("Texte", exact=True).fill(text.replace("\r\n", "\n"))
    accept(page)
    page.locator("#forum_agreement").check()
    page.locator("[data-way=copy]").click()
    expect(page.locator("[data-sent=copy], [data-errors]").filter(visible=True)).to_have_count(1)
    if page.locator("[data-errors]").is_visible():
        return None
    return below(page.locator("[data-file] [data-text]").first.text_content() or "")


def accept(page: Page) -> int:
    """Accept whatever is offered; give how many clicks it took."""
    offers = page.locator("[data-offers] button:visible")
    clicks = 0
    while True:
        # What is offered follows what is written after a moment.
        page.wait_for_timeout(400)
        settled(page)
        if not offers.count():
            return clicks
        offers.first.click()
        clicks += 1


@pytest.mark.parametrize("name", TEXTS)
def test_same_by_every_door(forms: Mapping[str, Page], by_command: Door, name: str) -> None:
    """The same text is mended, refused or kept in the same way, whichever door it came by."""
    text, wanted = TEXTS[name]
    kind = "talks" if name in TALKS else "answers"
    found = {
        "form": by_form(forms[kind], text),
        "new": by_command(kind, text),
        "from-mail": by_mail(kind, text),
        "from-issue": by_issue(kind, text),
        # What stands in a file is read as one: its lines run together as on GitHub.
        "check": by_check(kind, text),
    }
    if text.startswith(">"):
        # What a mail quotes is somebody else's.
        del found["from-mail"]
    as_file = wanted.replace("\\\n", "\n") if wanted else wanted
    assert found == {**dict.fromkeys(found, wanted), "check": as_file}


HEAD = (
    "Intervention de foire aux idées \n[ Sommaire - Imprimer ]\n\n"
    'Cinquième forum interconsultants GDC\n"Co-traitance et approche client"\n'
    "Vendredi 24 septembre 2004\n\n \n\n"
    "Ana Ferrand\nFerrand Communication\nCommunication et sites internet\n\n"
    "Tél. : 01 99 00 12 34\nTél. : 06 39 98 12 34\nFax : 01 99 00 12 35\n\n"
    "5, place du Port\nLes Quais\n13000 Exemple\n\n \n\n"
    "La relation de confiance\n\n"
)
"""What stood above a talk on its page of 2004."""
BULLET = re.compile(r"^- (.*?) \{#.*\}$", re.MULTILINE)


def old_page() -> str:
    """Give the talk of which this forum began as somebody copies it from such a page."""
    talk = (ROOT / "docs/interventions/la-relation-de-confiance.md").read_text(encoding="utf-8")
    body = re.sub("^#+ ", "", talk.split("---\n", 2)[2].strip(), flags=re.MULTILINE)
    return HEAD + BULLET.sub(r"  • \1", body)


MOST_CORRECTIONS = 4


def test_old_talk(visitor: Visitor) -> None:
    """A page of 2004 becomes a talk that passes by a few clicks, its telephone numbers told."""
    page = person(visitor, PROPOSE).page
    ready(page)
    page.get_by_label("Titre").fill("La relation de confiance")
    pick(page.get_by_label("Personne 1", exact=True), "Ana")
    page.get_by_label("Texte", exact=True).fill(old_page())
    told = page.locator("[data-offers]")
    for number in ("01 99 00 12 34", "06 39 98 12 34"):
        expect(told).to_contain_text(f"Tél. : {number}")
    assert accept(page) <= MOST_CORRECTIONS
    page.locator("#forum_agreement").check()
    page.locator("[data-way=copy]").click()
    expect(page.locator("[data-sent=copy]")).to_be_visible()
    text = page.locator("[data-file] [data-text]").first.text_content() or ""
    path, _ = HEADS["talks"]
    file = text.replace('edition: "2027"', 'edition: "2024"')
    assert judged({path: file.encode()}) == judged({})
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[-1] == "Questions en suspens"
    assert {"La troisième réponse", "Indices et bilan", "Les signes chez le client"} <= {*headings}
    assert "- Un consultant peut-il répondre à toutes les attentes" in text
    assert "01 99" not in text
