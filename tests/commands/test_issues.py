"""`mkdocs-forum from-issue` and `issue-forms`: what they write and tell, and how they end."""

import pytest

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.core.intake.issues.read import parts
from mkdocs_forum.core.intake.issues.templates import issue_forms
from mkdocs_forum.core.words.language import Language
from tests.commands.conftest import Forum, told
from tests.core.intake.test_issues import ANSWER, body, event
from tests.sites import ROOT, configuration

PATH = "docs/reponses/prix/rabais/ana.md"
WRITTEN = (
    "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-20\nlicence: CC BY-SA 4.0\n---\n\n"
    "Un rabais.\n"
)
REPORTED = "La contribution ne peut pas être reprise telle quelle.\n\n"


@pytest.fixture
def licensed(forum: Forum) -> Forum:
    """Give a forum whose texts have a licence."""
    forum.put("mkdocs.yml", configuration(forum={"licence": "CC BY-SA 4.0"}))
    return forum


def test_written(licensed: Forum) -> None:
    """An event becomes a file of the forum."""
    licensed.put("event.json", event(body("answers", ANSWER)))
    before = licensed.files
    result = licensed.run("from-issue", "event.json", "--lang", "en")
    added = {path: data.decode() for path, data in licensed.files.items() if path not in before}
    assert (result.exit_code, result.output, added) == (0, f"Written: {PATH}\n", {PATH: WRITTEN})
    assert licensed.run("check", "--strict").exit_code == 0


def test_handed_over(licensed: Forum) -> None:
    """A workflow gets the file and what is told of it in a folder; the forum stays as it is."""
    licensed.put("event.json", event(body("answers", ANSWER)))
    before = licensed.files
    result = licensed.run("from-issue", "event.json", "--out", "told", "--lang", "en")
    added = {path: data.decode() for path, data in licensed.files.items() if path not in before}
    report = f"The contribution passes the check.\n\n```text\nWritten: {PATH}\n```\n"
    assert (result.exit_code, result.output, added) == (
        *(0, ""),
        {f"told/files/{PATH}": WRITTEN, "told/report.md": report},
    )


def test_printed(licensed: Forum) -> None:
    """What would be written can be shown alone."""
    licensed.put("issue.md", body("answers", ANSWER))
    before = licensed.files
    result = licensed.run("from-issue", "issue.md", "--print")
    assert (result.exit_code, result.stdout, licensed.files) == (0, WRITTEN, before)


def test_refused(licensed: Forum) -> None:
    """What is refused is told in the report; nothing a stranger wrote gets out of its block."""
    hostile = "```\n@bob ![x](https://example.org/x.png) <script>"
    licensed.put("issue.md", body("answers", {**ANSWER, "author": hostile}))
    result = licensed.run("from-issue", "issue.md", "--out", "told")
    shown = "``` @bob ![x](https://example.org/x.png) <script>"
    lines = (
        f"Votre nom : aucun membre ne s’appelle « {shown} »\n"
        "    conseil : un membre a une fiche, dans un fichier nommé "
        "« bob-x-https-example-org-x-png-script.md »\n"
        "Rien n’a été écrit.\n"
    )
    files = {path: told(data.decode()) for path, data in licensed.files.items()}
    assert (result.exit_code, result.output) == (1, "")
    end = "Corrigez votre demande là où vous l’avez écrite : elle est relue aussitôt.\n"
    assert files["told/report.md"] == f"{REPORTED}````text\n{lines}````\n\n{end}"
    assert [path for path in files if path.startswith("told/files")] == []


def test_question_without_name(licensed: Forum) -> None:
    """A talk whose question gets a name is among the files: it is part of the contribution."""
    talk = "docs/interventions/prix.md"
    licensed.put(talk, licensed.files[talk].replace(b" {#rabais}", b""))
    values = {**ANSWER, "question": "Que vaut un rabais ?"}
    licensed.put("issue.md", body("answers", values))
    result = licensed.run("from-issue", "issue.md", "--out", "told")
    made = {path.removeprefix("told/files/") for path in licensed.files if "told/files" in path}
    answer = "docs/reponses/prix/que-vaut-un-rabais/ana.md"
    assert (result.exit_code, made) == (0, {answer, talk})


@pytest.mark.parametrize("arguments", [["nulle-part.json"], ["docs"], []])
def test_could_not_look(licensed: Forum, arguments: list[str]) -> None:
    """Where there is nothing to look at it ends with 2."""
    assert licensed.run("from-issue", *arguments).exit_code == 2


def test_forms(licensed: Forum) -> None:
    """The forms are shown, or written beside the configuration, in the language of the site."""
    shown = licensed.run("issue-forms").stdout
    result = licensed.run("issue-forms", "--write")
    names = [f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("reponse", "intervention", "fiche")]
    assert (result.exit_code, result.stdout.splitlines()) == (0, names)
    assert shown == "".join(f"# {name}\n{licensed.files[name].decode()}\n" for name in names)
    assert "CC BY-SA 4.0" in shown


def test_own_forms() -> None:
    """The forms of this repository are up to date; else: `mkdocs-forum issue-forms --write`."""
    made = issue_forms(open_project(ROOT / "mkdocs.yml").settings)
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in made} == made


def test_english_forms(licensed: Forum) -> None:
    """Another language can be asked for, and what is filled in there is read all the same."""
    licensed.run("issue-forms", "--write", "--lang", "en")
    settings = open_project(licensed.folder / "mkdocs.yml").settings
    labels = [part.label for part in parts("answers", settings, Language("en"))]
    text = licensed.files[".github/ISSUE_TEMPLATE/answer.yml"].decode()
    assert [label for label in labels if label not in text] == []
    licensed.put("issue.md", body("answers", ANSWER, "en"))
    assert licensed.run("from-issue", "issue.md").exit_code == 0
