"""`mkdocs-forum invite`: drafts for those who could answer, and nobody else's address."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.commands.conftest import Forum, told

EMAIL = "contact:\n  email: bob@f.example\nconsent:\n  publish: email\n  date: 2024-01-01\n"


@pytest.fixture
def asked(forum: Forum) -> Forum:
    """Give a forum in which somebody can be asked by mail, and somebody can't."""
    forum.put("docs/membres/bob.md", f"---\nname: Bob Durand\nanswers_on: Prix\n{EMAIL}---\n")
    forum.put("docs/membres/eve.md", "---\nname: Ève Noël\ntopics: Prix\n---\n")
    private = EMAIL.replace("publish: email", "publish: phone").replace("bob", "zoe")
    forum.put("docs/membres/zoe.md", f"---\nname: Zoé Petit\ntopics: Prix\n{private}---\n")
    return forum


def text(forum: Forum, path: str) -> str:
    """Give what a draft says, with plain spaces."""
    message = message_from_bytes(forum.files[path], policy=policy.default)
    assert isinstance(message, EmailMessage)
    return told(f"{message['To']}\n{message.get_content()}").replace("\r\n", "\n")


@pytest.mark.parametrize(
    "question", ["prix/rabais", "https://forum.example.org/questions/prix/rabais/#forum_top"]
)
def test_proposed(asked: Forum, question: str) -> None:
    """Without a name, those are asked who could answer and can be reached; it is written once."""
    for _ in range(2):
        result = asked.run("invite", question, "--by", "2027-01-31")
        assert (result.exit_code, told(result.stdout)) == (
            0,
            "Brouillon de message : notices/prix-rabais-bob.eml\n",
        )
    said = text(asked, "notices/prix-rabais-bob.eml")
    for part in (
        "bob@f.example",
        "Que vaut un rabais ?\nhttps://forum.example.org/questions/prix/rabais/",
        "vous répondez volontiers sur ces thèmes : Prix",
        "contribuer/repondre/?question=prix/rabais",
        "31 janvier 2027",
        "du 1er janvier 2024",
    ):
        assert part in said, part
    assert [path for path in asked.files if path.endswith(".eml")] == [
        "notices/prix-rabais-bob.eml"
    ]
    assert "docs/questions/prix/rabais.md" not in asked.files


def test_recorded(asked: Forum) -> None:
    """Who is named is asked, by mail or not, and the question's file says so, as it stays else."""
    asked.put("docs/questions/prix/rabais.md", "---\ntopics: Prix\nasked_of: zoe\n---\n")
    result = asked.run("invite", "prix/rabais", "--to", "Ève Noël", "--to", "bob", "--record")
    assert "Ève Noël n’a pas d’adresse publiée" in told(result.stdout)
    assert asked.files["docs/questions/prix/rabais.md"].decode() == (
        "---\ntopics:\n  - Prix\nasked_of:\n  zoe:\n  eve: 2026-11-20\n  bob: 2026-11-20\n---\n"
    )
    assert asked.run("check").exit_code == 0
    assert "Aucun de ceux" in told(asked.run("invite", "prix/rabais").stdout)


def test_refused(asked: Forum) -> None:
    """A question and a member have to be known, and the question to be asked still."""
    asked.put("docs/questions/prix/marge.md", "---\nstatus: closed\ndate: 2025-01-01\n---\n")
    for arguments, message in (
        (["prix/rabai"], "« prix/rabais »"),
        (["prix/rabais", "--to", "nul-part"], "« nul-part »"),
        (["prix/marge"], "ne reçoit plus de réponses"),
    ):
        result = asked.run("invite", *arguments)
        assert (result.exit_code, message in told(result.output)) == (2, True), result.output


def test_days(asked: Forum) -> None:
    """A day that has passed is refused, today isn't; nothing is written before."""
    before = asked.files
    result = asked.run("invite", "prix/rabais", "--by", "2026-11-19", "--record")
    assert (result.exit_code, asked.files == before) == (2, True)
    assert "« --by » : le 2026-11-19 est passé" in told(result.output)
    assert asked.run("invite", "prix/rabais", "--by", "2026-11-20").exit_code == 0
