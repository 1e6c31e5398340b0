"""`mkdocs-forum inbox`: what waits, from every door, the oldest first."""

import json

from tests import mails
from tests.commands.conftest import Forum, told
from tests.flows.repositories import Repository

TALK = "---\ntitle: Un brouillon\nedition: 2024\nspeakers: ana\ndraft: true\n---\n\nTexte.\n"
ISSUES = [
    {
        "number": 7,
        "title": "Une réponse",
        "createdAt": "2024-01-02T10:00:00Z",
        "author": {"login": "bob"},
    },
    {"number": 8, "title": "Fermée", "created_at": "2024-01-01T10:00:00Z", "state": "closed"},
]


def test_everything(forum: Forum) -> None:
    """Proposals, issues, mails and drafts are listed with who and since when, each once."""
    repository = Repository(forum.folder)
    repository.git("init", "--quiet")
    repository.commit({"docs/interventions/brouillon.md": TALK})
    base = repository.git("rev-parse", "HEAD").strip()
    repository.git("checkout", "--quiet", "-b", "answer")
    head = repository.commit(
        {"docs/reponses/prix/rabais/ana.md": "---\ndate: 2026-01-01\n---\n\nX.\n"}
    )
    repository.git("update-ref", "refs/pull/12/head", head)
    repository.git("checkout", "--quiet", base)
    forum.put("docs/questions/prix/rabais.md", "---\npromised_by:\n  ana: 2025-01-01\n---\n")
    forum.put("mails/letter.eml", mails.mail("Content-Type: text/plain", "Bonjour.\n"))
    forum.put("issues.json", json.dumps(ISSUES))
    result = forum.run("inbox", "--mail", "mails", "--issues", "issues.json")
    lines = told(result.stdout).splitlines()
    assert result.exit_code == 0, result.output
    assert "demande : Une réponse, bob (#7)" in lines[0]
    assert sorted(line.split(" j  ")[1].split(" :")[0] for line in lines) == [
        *("brouillon", "courrier", "demande", "promesse", "proposition")
    ]
    assert any("proposition : Change, Ana (pull/12/head)" in line for line in lines)
    overdue = "promesse : Que vaut un rabais ?, Ana Ferrand (prix/rabais)"
    assert next(line for line in lines if overdue in line).split()[0] == "688"
    assert any("Un brouillon (interventions/brouillon.md)" in line for line in lines)


def test_no_date(forum: Forum) -> None:
    """Of what bears no day, that is said."""
    forum.put("mails/letter.eml", "Subject: Bonjour\nFrom: Ana <ana@f.example>\n\nOui.\n")
    result = forum.run("inbox", "--mail", "mails")
    assert told(result.stdout) == "sans date  courrier : Bonjour, Ana (mails/letter.eml)\n"


def test_nothing(forum: Forum) -> None:
    """A forum without a history, a draft or a mail has nothing that waits."""
    result = forum.run("inbox")
    assert (result.exit_code, told(result.output)) == (0, "Rien n’attend.\n")


def test_no_issues(forum: Forum) -> None:
    """What is no list of issues is told."""
    forum.put("issues.json", "{}")
    result = forum.run("inbox", "--issues", "issues.json")
    assert (result.exit_code, "« issues.json »" in told(result.output)) == (2, True)
