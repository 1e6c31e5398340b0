"""Who could answer a question."""

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.finding.invitations import Invitations
from mkdocs_forum.core.pages.finding.views import Invitation
from mkdocs_forum.core.pages.making.make_views import make_views

EMAIL = "contact:\n  email: bob@example.org\nconsent:\n  publish: email\n  date: 2004-01-01\n"
TEXTS = {
    "editions/2004.md": "---\ntitle: Forum\ndate: 2004-09-24\n---\n",
    "talks/prix.md": (
        "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\ntopics: Prix\n---\n\nDu prix.\n\n"
        "## Questions\n\n- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
    ),
    "topics/prix.md": "---\nalso: Tarif\n---\n",
    "members/ana.md": "---\nname: Ana\ntopics: Prix\n---\n",
    "members/bob.md": f"---\nname: Bob\nanswers_on: Tarif\n{EMAIL}---\n",
    "members/eve.md": "---\nname: Eve\ntopics: Prix\n---\n",
    "members/guy.md": "---\nname: Guy\n---\n",
    "members/zoe.md": "---\nname: Zoe\ntopics: Droit\n---\n",
    "answers/prix/rabais/guy.md": "---\ndate: 2005-01-01\n---\n\nRien.\n",
}


@pytest.fixture(scope="module")
def invitations() -> dict[str, Invitation | None]:
    """Give who is invited to answer each question."""
    settings = Settings(site_url="https://forum.example.org/")
    library, faults, _ = load(TEXTS, settings)
    assert [str(fault) for fault in faults] == []
    views = make_views(library, settings)
    known = Invitations(library, views, settings)
    return {key: known.to(question) for key, question in views.questions.items()}


def test_members(invitations: dict[str, Invitation | None]) -> None:
    """Those first who said so, then who has answered on its topics, then who works on them."""
    invitation = invitations["prix/marge"]
    assert invitation
    told = [(each.member.slug, each.is_willing, each.answer_count) for each in invitation.members]
    assert told == [("bob", True, 0), ("guy", False, 1), ("eve", False, 0)]


def test_letter(invitations: dict[str, Invitation | None]) -> None:
    """A letter is offered to who published an address, and holds the words of the invitation."""
    invitation = invitations["prix/marge"]
    assert invitation
    assert "https://forum.example.org/questions/prix/marge/" in invitation.text
    urls = [each.mail_url for each in invitation.members]
    assert [bool(url) for url in urls] == [True, False, False]
    assert str(urls[0]).startswith("mailto:bob@example.org?subject=Que%20vaut")


def test_answered(invitations: dict[str, Invitation | None]) -> None:
    """Of a question that has an answer nobody is asked."""
    assert invitations["prix/rabais"] is None
