"""The form by which organisers decide of a question: each decision becomes a file that is taken."""

import re
from email.message import EmailMessage
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.filling import person, query, ready
from tests.browser.test_accessibility import violations
from tests.browser.views import LONG_VIEWS
from tests.sites import FORUM, build_site, command, joined

pytestmark = pytest.mark.browser

QUESTION = "le-juste-prix/rabais"


def opened(visitor: Visitor, **options: object) -> Page:
    """Open the form from the page of a question."""
    page = person(visitor, "", **options).page
    visitor.visit(page, f"questions/{QUESTION}/")
    page.get_by_role("link", name="conclure").click()
    ready(page)
    return page


def mailed(page: Page) -> dict[str, str]:
    """Agree, where that is asked for, and send by mail; give what the mail says."""
    agreement = page.locator("#forum_agreement")
    if agreement.is_visible():
        agreement.check()
    page.get_by_role("button", name="Par courrier électronique").click()
    expect(page.locator("[data-sent=mail]")).to_be_visible()
    href = page.locator("[data-sent=mail] [data-open]").get_attribute("href") or ""
    return {key: value.replace("\r\n", "\n") for key, value in query(href).items()}


def taken(mail: dict[str, str], folder: Path, told: str = "décision") -> Path:
    """Take the mail into a copy of the forum."""
    forum = copytree(FORUM, folder / "forum")
    message = EmailMessage()
    message["Subject"] = mail["subject"]
    message.set_content(mail["body"])
    (forum / "mail.eml").write_bytes(message.as_bytes())
    run = command("mkdocs_forum", "from-mail", "mail.eml", folder=forum)
    assert run.status == 0, run.told
    assert told in run.told
    return forum


def test_kept(visitor: Visitor, tmp_path: Path) -> None:
    """An answer is kept by a choice and a tick; its file has a line more, and the site shows it."""
    page = opened(visitor)
    choice = page.get_by_label("Réponse à retenir")
    choice.select_option(label=choice.locator("option").nth(1).inner_text())
    path = f"docs/reponses/{choice.input_value()}.md"
    forum = taken(mailed(page), tmp_path)
    before, after = ((each / path).read_text(encoding="utf-8") for each in (FORUM, forum))
    assert after == before.replace("\n---", "\nretained: true\n---", 1)
    site = build_site(forum, tmp_path / "site", strict=True)
    html = (site.path / f"questions/{QUESTION}/index.html").read_text(encoding="utf-8")
    assert "Réponse retenue" in html or "forum-answer--kept" in html


def test_closed(visitor: Visitor, tmp_path: Path) -> None:
    """A question is closed with a few words."""
    page = opened(visitor)
    page.get_by_label(re.compile("Clore la question")).check()
    page.locator("#forum_questions_body").fill("Plus d'objet.")
    mail = mailed(page)
    assert mail["subject"].startswith("Décision\u00a0:")
    forum = taken(mail, tmp_path)
    text = (forum / f"docs/questions/{QUESTION}.md").read_text(encoding="utf-8")
    assert re.fullmatch(r"---\nstatus: closed\ndate: [\d-]{10}\n---\n\nPlus d'objet\.\n", text)


def test_columns(visitor: Visitor) -> None:
    """The two columns of a synthesis come at a click, below what was written."""
    page = opened(visitor)
    page.get_by_label("Publier une synthèse").check()
    text = page.locator("#forum_questions_body")
    text.fill("Deux avis.")
    page.get_by_role("button", name="Insérer deux colonnes").click()
    assert text.input_value().startswith("Deux avis.\n\n| Accord | Désaccord |\n| --- | --- |\n| ")


def test_promised(visitor: Visitor, tmp_path: Path) -> None:
    """A promise is made from the page of the question, by a name and a day."""
    page = person(visitor, "").page
    visitor.visit(page, f"questions/{QUESTION}/")
    page.get_by_role("link", name="Promettre une réponse").click()
    ready(page)
    expect(page).to_have_title(re.compile("^Promettre une réponse"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Promettre une réponse")
    expect(page.get_by_role("group", name="Ce que vous décidez")).to_be_hidden()
    expect(page.get_by_label("J’accepte")).to_be_hidden()
    page.get_by_label("Qui répondra").fill("Denis")
    page.get_by_label("Qui répondra").press("Enter")
    page.get_by_label("Pour quand").fill("2030-01-31")
    mail = mailed(page)
    assert "licence" not in mail["body"]
    forum = taken(mail, tmp_path, "promesse")
    text = (forum / f"docs/questions/{QUESTION}.md").read_text(encoding="utf-8")
    assert text == "---\npromised_by:\n  denis: 2030-01-31\n---\n"


def test_noticed(visitor: Visitor, tmp_path: Path) -> None:
    """An erratum stands above the talk, or an answer, whose keys stay as they are."""
    page = opened(visitor)
    page.get_by_label("Signaler une erreur").check()
    choice = page.get_by_label("Texte concerné")
    assert choice.locator("option").count() > 2
    choice.select_option(index=1)
    page.get_by_label("Ce qu’il faut savoir").fill("Erratum :\nle prix est de 20 euros.")
    path = f"docs/{choice.input_value()}"
    forum = taken(mailed(page), tmp_path, "organisateur")
    before, after = ((each / path).read_text(encoding="utf-8") for each in (FORUM, forum))
    line = "  - date: 2026-03-01\n    text: Le barème a changé depuis.\n"
    date = re.findall(r"- date: ([\d-]{10})\n", after)[2]
    added = f'  - date: {date}\n    text: "Erratum : le prix est de 20 euros."\n'
    assert after == before.replace(line, line + added)
    html = (
        build_site(forum, tmp_path / "site", strict=True).path
        / "interventions/le-juste-prix/index.html"
    ).read_text(encoding="utf-8")
    assert "le prix est de 20" in html


def test_lacking(visitor: Visitor) -> None:
    """What a decision needs is told, and nothing of the others."""
    page = opened(visitor)
    page.get_by_role("button", name="Par courrier électronique").click()
    told = page.locator("[data-errors] li")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("Choisissez la réponse à retenir")
    page.get_by_label(re.compile("Renvoyer")).check()
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Par courrier électronique").click()
    expect(told).to_contain_text("Choisissez la question qui demande la même chose")


def test_by_the_forge(visitor: Visitor) -> None:
    """A new file is begun there; of one that is there, it is told what to paste, and where."""
    page = opened(visitor)
    choice = page.get_by_label("Réponse à retenir")
    choice.select_option(label=choice.locator("option").nth(1).inner_text())
    page.get_by_role("button", name="Avec un compte GitHub").click()
    section = page.locator("[data-sent=forge]")
    expect(section.get_by_role("link", name="Ouvrir la réponse sur GitHub")).to_have_attribute(
        "href", re.compile(f"/edit/main/docs/reponses/{QUESTION}/")
    )
    page.get_by_label(re.compile("Publier une synthèse")).check()
    page.locator("#forum_questions_body").fill("D'accord.")
    page.locator("#forum_agreement").check()
    with page.expect_popup() as opened_page:
        page.get_by_role("button", name="Avec un compte GitHub").click()
    assert query(opened_page.value.url)["filename"] == f"docs/questions/{QUESTION}.md"


@pytest.mark.parametrize(("width", "dark"), LONG_VIEWS)
def test_accessibility(visitor: Visitor, width: int, dark: bool) -> None:
    """The form breaks no rule, whatever is decided."""
    page = opened(visitor, width=width, dark=dark)
    for words in ("Retenir", "Publier", "Clore", "Renvoyer", "Promettre", "Signaler"):
        page.get_by_label(re.compile(words)).first.check()
        assert joined(sorted(violations(page))) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
