"""`mkdocs-forum init`: a forum that builds at once, on each forge, and is brought up to date."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.cli.init import command, requirement
from mkdocs_forum.cli.main import main
from mkdocs_forum.core.intake.issues.read import Filled, Issue, agreement, fill, parts
from mkdocs_forum.core.model.settings import FOLDERS
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES, conventions
from tests.conftest import Workshop
from tests.flows.forge import Program
from tests.flows.forge import forge as forging
from tests.flows.repositories import Repository, repository
from tests.sites import ROOT

ADDRESSES: Mapping[str, str] = {
    "none": "-",
    "github": "https://github.com/club/forum",
    "gitlab": "https://gitlab.com/club/forum",
    "forgejo": "https://codeberg.org/club/forum",
    "gitea": "https://git.example.org/club/forum",
}
_PAIRS = {("fr", "github"), ("en", "gitlab"), ("fr", "forgejo"), ("de", "gitea"), ("fr", "none")}
FORUMS = [
    pytest.param(*pair, marks=() if pair in _PAIRS else pytest.mark.thorough)
    for pair in product(LANGUAGES, ADDRESSES)
]
"""Each language and each forge; a thorough run tries every pair."""
ACTIONS = {"github", "forgejo", "gitea"}
"""Forges that have workflows of GitHub's kind."""
DOORS = ("site", "contribution", "issue", "notice")
"""Workflows that every forge with actions has."""
CONVERSION = {
    "github": {
        *(f".github/workflows/{name}.yml" for name in (*DOORS, "preview")),
        *(".github/CODEOWNERS", ".github/preview.toml"),
    },
    "gitlab": {".gitlab-ci.yml", ".gitlab/CODEOWNERS"},
    "forgejo": {*(f".forgejo/workflows/{name}.yml" for name in DOORS), ".forgejo/CODEOWNERS"},
    "gitea": {*(f".gitea/workflows/{name}.yml" for name in DOORS), ".gitea/CODEOWNERS"},
    "none": set[str](),
}
"""Files of each forge."""


def init(folder: Path, *arguments: str, lines: str = "") -> Result:
    """Run the command on a folder."""
    return CliRunner().invoke(
        main, ["init", str(folder), *arguments], input=lines, catch_exceptions=False
    )


def begin(folder: Path, language: str = "fr", forge: str = "github", **others: str) -> Path:
    """Begin a forum whose name is hard to write."""
    options = {
        "name": 'Club & Cie\u00a0: l\'été "2.0"',
        "language": language,
        "forge": forge,
        "repository": ADDRESSES[forge],
        "email": "forum@example.org",
        **others,
    }
    result = init(folder, *(f"--{key}={value}" for key, value in options.items()))
    assert (result.exit_code, result.stderr) == (0, "")
    return folder


def paths(folder: Path) -> set[str]:
    """Give the paths of all files."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in files}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment."""
    path = str(Path(sys.executable).parent / command[0])
    return subprocess.run([path, *command[1:]], check=False, capture_output=True, text=True)


@pytest.mark.parametrize(("language", "forge"), FORUMS)
def test_builds_at_once(tmp_path: Path, language: str, forge: str) -> None:
    """It builds strictly, also from a folder whose name has spaces and accents.

    Nothing is lacking but what only its organisers know, and the check says so.
    """
    folder = begin(tmp_path / "mes forums d’été", language, forge)
    site = Workshop(folder).build(strict=True)
    talk, question = {
        "fr": ("comment-marche-ce-forum", "bonne-reponse"),
        "en": ("how-this-forum-works", "good-answer"),
        "de": ("wie-dieses-forum-geht", "gute-antwort"),
    }[language]
    assert f"{FOLDERS[language]['questions']}/{talk}/{question}/index.html" in site.files
    project = open_project(folder / "mkdocs.yml")
    told = {(fault.code, fault.location.path) for fault in project.check().faults}
    own = conventions(language)
    assert told == {("F320", page) for page in (own.legal_notice, own.privacy)}


@pytest.mark.parametrize(("language", "forge"), FORUMS)
def test_files(tmp_path: Path, language: str, forge: str) -> None:
    """It has the files of its forge alone, an entry of each kind, and none of the software."""
    found = paths(begin(tmp_path / "forum", language, forge))
    others = set[str]().union(*(files for name, files in CONVERSION.items() if name != forge))
    assert found >= CONVERSION[forge]
    assert found & others == set()
    assert found >= {"README.md", ".gitignore", "requirements.in", "requirements.txt"}
    folders = open_project(tmp_path / "forum/mkdocs.yml").settings.folders
    kinds = ("editions", "talks", "questions", "answers", "members")
    assert all(any(path.startswith(f"docs/{folders[kind]}/") for path in found) for kind in kinds)
    assert [path for path in found if path.endswith((".py", ".js", ".css", ".html"))] == []


@pytest.mark.parametrize(
    ("language", "forge"), [pair for pair in FORUMS if ACTIONS & {*pair.values}]
)
def test_workflows(tmp_path: Path, language: str, forge: str) -> None:
    """Workflows and issue forms are as the forge reads them, and nothing in them is dangerous."""
    folder = begin(tmp_path, language, forge)
    workflows = [str(path) for path in (folder / f".{forge}/workflows").glob("*.yml")]
    done = run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)
    assert (len(workflows) > 1, done.returncode, done.stdout) == (
        True,
        0,
        "ok -- validation done\n",
    )
    forms = (folder / f".{forge}/ISSUE_TEMPLATE").glob("*.yml")
    assert [
        len(yaml.safe_load(form.read_text(encoding="utf-8"))["body"]) > 3 for form in forms
    ] == [*(True, True, True)]
    if forge == "github":
        done = run("zizmor", "--offline", "--no-progress", *workflows)
        assert (done.returncode, "No findings to report" in done.stdout) == (0, True), done.stdout


@pytest.mark.parametrize("language", ["fr", "de"])
def test_pipeline(tmp_path: Path, language: str) -> None:
    """The pipeline is as GitLab reads them."""
    folder = begin(tmp_path, language, "gitlab")
    done = run(
        *("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform"),
        *("gitlab-ci", str(folder / ".gitlab-ci.yml")),
    )
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_are_read_back(tmp_path: Path, language: str) -> None:
    """What is written below the headings of GitLab's templates is read as from a form's fields."""
    folder = begin(tmp_path, language, "gitlab")
    templates = sorted((folder / ".gitlab/issue_templates").glob("*.md"))
    settings = open_project(folder / "mkdocs.yml").settings
    kinds = set()
    for template in templates:
        text = re.sub(
            r"^(### .*)$", r"\1\n\nune valeur", template.read_text("utf-8"), flags=re.MULTILINE
        )
        filled = fill(Issue(text.replace("[ ]", "[x]")), settings)
        assert isinstance(filled, Filled)
        kinds.add(filled.kind)
        assert {value.split("\n")[0] for value in filled.values.values()} == {"une valeur"}
        assert filled.ticked("agreement") == ["agreed"]
    assert kinds == {"answers", "talks", "members"}


def steps(text: str) -> list[dict[str, Any]]:
    """Give the steps of the jobs of a workflow."""
    return [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]]


def scripts(folder: Path, forge: str, *jobs: str) -> str:
    """Give the shells of jobs that call our commands, once the software is there."""
    if forge == "gitlab":
        pipeline = yaml.safe_load(ignored((folder / ".gitlab-ci.yml").read_text("utf-8")))
        lines = [line for job in jobs for line in pipeline[job]["script"]]
    else:
        file = {"propose": "issue"}.get(jobs[-1], jobs[-1])
        text = (folder / f".{forge}/workflows/{file}.yml").read_text(encoding="utf-8")
        lines = [step["run"] for step in steps(text) if "run" in step]
    shell = "\n".join(line for line in lines if "mkdocs-forum" in line)
    # The software under test may be found by this variable alone.
    shell = shell.replace("--ignore-environment", 'PYTHONPATH="$PYTHONPATH"')
    return re.sub(r"^git fetch .*\\\n.*$", "", shell, flags=re.MULTILINE)


def ignored(pipeline: str) -> str:
    """Give a pipeline without the tags that YAML doesn't know by itself."""
    return pipeline.replace("!reference ", "")


def sh(forum: Repository, shell: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a shell as a forge would."""
    path = f"{Path(sys.executable).parent}:{forum.environment['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", shell],
        cwd=forum.folder,
        env={**forum.environment, "PATH": path, **variables},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


ENTRY = "docs/reponses/comment-marche-ce-forum/question-mal-posee/camille-exemple.md"
GOOD = "---\ndate: 2026-11-20\n---\n\nLa reposer.\n"


FORGEJO = pytest.param("forgejo", marks=pytest.mark.thorough)
"""Its workflows are those of GitHub, but for names."""


@pytest.mark.parametrize("forge", ["github", "gitlab", FORGEJO])
def test_contribution(tmp_path: Path, forge: str) -> None:
    """A good answer passes, a faulty one doesn't, on the branch that it is for."""
    forum = repository(begin(tmp_path / "le forum", "fr", forge), {})
    forum.git("switch", "--quiet", "--create", "proposal")
    shell = scripts(forum.folder, forge, "contribution")
    for text, code in ((GOOD, 0), (GOOD.replace("2026-11-20", "hier"), 1)):
        commit = forum.commit({ENTRY: text})
        forum.git("switch", "--quiet", "--detach", "main")
        summary = tmp_path / "summary"
        done = sh(forum, shell, COMMIT=commit, GITHUB_STEP_SUMMARY=str(summary), NUMBER="7")
        assert done.returncode == code, done.stdout + done.stderr
        assert (forum.folder / ENTRY).read_text(encoding="utf-8") == text
        forum.git("checkout", "--quiet", "--force", "proposal")
        forum.git("clean", "--quiet", "--force", "-d")
    assert forge != "github" or summary.read_text("utf-8").startswith("## Merci\u00a0: votre")


@pytest.mark.parametrize("forge", ["gitlab", FORGEJO])
def test_issue(tmp_path: Path, forge: Literal["gitlab", "forgejo"]) -> None:
    """An issue with the label becomes a proposal, and its author is told."""
    forum = repository(begin(tmp_path / "le forum", "fr", forge), {})
    settings = open_project(forum.folder / "mkdocs.yml").settings
    asked = parts("answers", settings, Language("fr"))
    values = {
        "question": "comment-marche-ce-forum/question-mal-posee",
        "author": "Camille Exemple",
        "agreement": f"- [x] {agreement('answers', settings, Language('fr'))}",
        "text": "La reposer.",
    }
    text = "\n\n".join(f"### {part.label}\n\n{values.get(part.name, '')}" for part in asked)
    labels = [{"title": "à publier", "name": "à publier"}]
    if forge == "gitlab":
        told = {"iid": 12, "state": "opened", "labels": labels, "description": text}
        event = {"object_kind": "issue", "object_attributes": told}
        event["changes"] = {"labels": {"previous": []}}
        below, pulls = "projects/5/issues/12/notes", "projects/5/merge_requests"
    else:
        told = {"number": 12, "state": "open", "labels": labels, "body": text}
        event = {"action": "label_updated", "issue": told}
        below, pulls = "repos/a/forum/issues/12/comments", "repos/a/forum/pulls"
    program: Program = "gitlab" if forge == "gitlab" else "gitea"
    origin = tmp_path / "origin"
    forum.git("clone", "--quiet", "--bare", ".", str(origin))
    shell = scripts(forum.folder, forge, "issue", "propose")
    answers = {f"GET {below}": [], f"GET {pulls}": [], f"POST {pulls}": {"iid": 3, "number": 3}}
    with forging({**answers, "GET user": {"id": 1}}) as hub:
        path = ".git" if forge == "gitlab" else "/a/forum.git"
        leads = f'[url "{origin.as_uri()}"]\n\tinsteadOf = {hub.root}{path}\n'
        (tmp_path / "config").write_text(leads, encoding="utf-8")
        (tmp_path / "event").write_text(json.dumps(event), encoding="utf-8")
        variables = {
            **hub.variables(program),
            "GIT_CONFIG_GLOBAL": str(tmp_path / "config"),
            "GITHUB_EVENT_PATH": str(tmp_path / "event"),
            "TRIGGER_PAYLOAD": str(tmp_path / "event"),
            "RUNNER_TEMP": str(tmp_path),
        }
        done = sh(forum, shell, **variables)
        assert done.returncode == 0, done.stderr
    assert [request for request, _ in hub.written] == [f"POST {pulls}", f"POST {below}"]
    shown = subprocess.run(
        ["git", "-C", str(origin), "show", f"contribution/issue-12:{ENTRY}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert shown.endswith("\n\nLa reposer.\n")


def test_published_on_a_branch(tmp_path: Path) -> None:
    """Forgejo publishes a branch that holds the site alone."""
    folder = begin(tmp_path / "forum", "fr", "forgejo")
    forum = repository(folder, {})
    bare = tmp_path / "forge.git"
    forum.git("clone", "--quiet", "--bare", ".", str(bare))
    Workshop(folder).build()
    text = (folder / ".forgejo/workflows/site.yml").read_text(encoding="utf-8")
    variables = {"ADDRESS": str(bare), "COMMIT": "abc", "TOKEN": "x"}
    for _ in range(2):
        done = subprocess.run(
            ["bash", "-e", "-c", steps(text)[-1]["run"]],
            cwd=folder,
            env={**forum.environment, **variables},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        # The next run begins with a site that has no past.
        shutil.rmtree(folder / "site/.git")
    listed = subprocess.run(
        ["git", "-C", str(bare), "ls-tree", "--name-only", "pages"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert {"index.html", "interventions"} <= set(listed)
    assert "mkdocs.yml" not in listed


def test_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal five things are asked, in the chosen language, until they can stand."""
    monkeypatch.setattr(command, "in_terminal", lambda: True)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    answers = (
        "Le forum",
        "fr",
        "git@git.example.org:club/forum.git",
        "svn",
        "gitlab",
        "x",
        "-",
        "",
    )
    result = init(tmp_path / "forum", lines="".join(f"{line}\n" for line in answers))
    assert result.exit_code == 0
    assert "Name of the forum" in result.output
    assert "Licence des textes" in result.output
    settings = open_project(tmp_path / "forum/mkdocs.yml").settings
    assert (settings.repository, settings.forge, settings.email, settings.licence) == (
        *("https://git.example.org/club/forum", "gitlab", "", "CC BY-SA 4.0"),
    )


REFUSED = {
    "no name": ([], "give also: --name"),
    "empty name": (["--name= "], "'--name' is empty"),
    "line": (["--name=A\nB"], "a name is a single line"),
    "repository": (["--name=A", "--repository=forum"], "such as https://github.com/club/forum"),
    "unknown forge": (["--name=A", "--repository=https://a.org/b/c"], "give also: --forge"),
    "e-mail": (["--name=A", "--email=a"], "such as name@example.org"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    """What can't stand is told, with the way that works, and nothing is written."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    result = init(tmp_path / "forum", *arguments)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr
    assert not (tmp_path / "forum").exists()


def test_writes_over_nothing(tmp_path: Path) -> None:
    """A folder that has one of the files stays as it is; what else is there doesn't matter."""
    (tmp_path / "README.md").write_text("Mine.")
    result = init(tmp_path, "--name=A", "--language=fr")
    assert (result.exit_code, paths(tmp_path)) == (2, {"README.md"})
    (tmp_path / "README.md").rename(tmp_path / "notes.txt")
    assert init(tmp_path, "--name=A", "--language=fr").exit_code == 0


def test_update(tmp_path: Path) -> None:
    """What follows the software is brought up to date and shown; texts and settings stay."""
    folder = begin(tmp_path / "le forum", "fr", "gitlab")
    before = {path: (folder / path).read_bytes() for path in paths(folder)}
    (folder / "requirements.in").write_text("mkdocs-forum==0.0.1\n")
    (folder / ".gitlab-ci.yml").unlink()
    (folder / "docs/index.md").write_text("Bienvenue.\n")
    result = init(folder, "--update")
    assert (result.exit_code, "-mkdocs-forum==0.0.1" in result.stderr) == (0, True)
    assert result.stdout.startswith("Fichiers mis à jour\u00a0: 2 sur ")
    after = {path: (folder / path).read_bytes() for path in paths(folder)}
    assert after == {**before, "docs/index.md": b"Bienvenue.\n"}
    assert init(folder, "--update").stdout.startswith("Fichiers mis à jour\u00a0: 0 sur ")


def test_update_keeps_another_source(tmp_path: Path) -> None:
    """Whoever installs the software from elsewhere goes on doing so."""
    folder = begin(tmp_path, package="mkdocs-forum @ git+https://example.org/forum.git@abc")
    before = (folder / "requirements.in").read_text()
    assert before == "mkdocs-forum @ git+https://example.org/forum.git@abc\n"
    init(folder, "--update")
    assert (folder / "requirements.in").read_text() == before


def test_update_after_a_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is there is asked before a file is written anew."""
    folder = begin(tmp_path)
    workflow = folder / ".github/workflows/site.yml"
    workflow.write_text("name: Mine\n")
    monkeypatch.setattr(command, "in_terminal", lambda: True)
    result = init(folder, "--update", lines="non\n")
    assert (result.exit_code, ".github/workflows/site.yml" in result.stdout) == (1, True)
    assert workflow.read_text() == "name: Mine\n"


def test_update_keeps_what_is_filled_in(tmp_path: Path) -> None:
    """What organisers fill in stays as they wrote it; a file that is lacking comes."""
    folder = begin(tmp_path)
    (folder / ".github/CODEOWNERS").write_text("* @ana\n")
    (folder / ".gitignore").unlink()
    result = init(folder, "--update")
    assert result.stdout.startswith("Fichiers mis à jour\u00a0: 1 sur ")
    assert (folder / ".github/CODEOWNERS").read_text() == "* @ana\n"
    assert "/site/" in (folder / ".gitignore").read_text()


def test_own_forum() -> None:
    """This repository's own forum has the workflows, forms and versions that any other has.

    Else: `mkdocs-forum init --update .`; `requirements.in` alone says that it is built with the
    software beside it.
    """
    made = command.followed(ROOT, "")
    assert {"requirements.in", ".github/workflows/preview.yml"} <= made.keys()
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in made} == made
    assert made["requirements.in"] == ".\n"


ORIGINS: Mapping[str | None, str] = {
    None: "mkdocs-forum==1.2",
    '{"url": "file:///forum", "dir_info": {"editable": true}}': "mkdocs-forum==1.2",
    '{"url": "https://a.org/f", "vcs_info": {"vcs": "git", "commit_id": "c0"}}': (
        "mkdocs-forum @ git+https://a.org/f@c0"
    ),
}


@pytest.mark.parametrize("origin", ORIGINS)
def test_running_software(origin: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A forum installs the release that began it, or the commit, where there was no release."""
    installed = SimpleNamespace(version="1.2", read_text=lambda _: origin)
    monkeypatch.setattr(requirement, "distribution", lambda _: installed)
    assert requirement.running() == ORIGINS[origin]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mkdocs-forum==1.1", "mkdocs-forum @ git+https://a.org/f@c1"),
        ("mkdocs-forum @ git+https://a.org/f@c0", "mkdocs-forum @ git+https://a.org/f@c1"),
        ("mkdocs-forum @ git+https://b.org/f@c0", "mkdocs-forum @ git+https://b.org/f@c0"),
        ("./forum.whl", "./forum.whl"),
        (".", "."),
    ],
)
def test_renewed_software(written: str, expected: str, tmp_path: Path) -> None:
    """What an update installs takes the place of a release or of its own earlier commits."""
    (tmp_path / "requirements.in").write_text(f"{written}\n")
    found = requirement.renewed(
        tmp_path / "requirements.in", "mkdocs-forum @ git+https://a.org/f@c1"
    )
    assert found == expected
    if not written.startswith("mkdocs-forum"):
        assert requirement.renewed(tmp_path / "requirements.in", "mkdocs-forum==2.0") == expected


@pytest.mark.parametrize(("language", "forge"), FORUMS)
def test_guides_tell_what_exists(tmp_path: Path, language: str, forge: str) -> None:
    """Each command that a guide of a new forum names exists, with its options."""
    folder = begin(tmp_path, language, forge)
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.md")]
    told = {line for text in texts for line in re.findall(r"mkdocs-forum ([a-z][^`\n»]*)", text)}
    assert len(told) > 5
    for line in told:
        name, *words = line.split()
        found = main.commands[name]
        if isinstance(found, click.Group):
            found = found.commands[words[0]]
        known = {option for parameter in found.params for option in parameter.opts}
        assert [word for word in words if word.startswith("--") and word not in known] == [], line
