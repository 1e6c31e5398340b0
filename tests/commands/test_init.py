"""`mkdocs-forum init`: a forum that builds at once, on each forge, and is brought up to date."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.cli.init import command, requirement
from mkdocs_forum.cli.main import main
from mkdocs_forum.core.intake.issues.read import Filled, Issue, fill
from tests.conftest import Workshop
from tests.flows.repositories import Repository, repository

ADDRESSES: Mapping[str, str] = {
    "none": "-",
    "github": "https://github.com/club/forum",
    "gitlab": "https://gitlab.com/club/forum",
    "forgejo": "https://codeberg.org/club/forum",
    "gitea": "https://git.example.org/club/forum",
}
FORUMS = list(product(("fr", "en"), ADDRESSES))
CONVERSION = {
    "github": {".github/workflows/site.yml", ".github/CODEOWNERS"},
    "gitlab": {".gitlab-ci.yml", ".gitlab/CODEOWNERS"},
    "forgejo": {".forgejo/workflows/site.yml", ".forgejo/CODEOWNERS"},
    "gitea": {".gitea/workflows/site.yml", ".gitea/CODEOWNERS"},
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
    }[language]
    assert f"questions/{talk}/{question}/index.html" in site.files
    project = open_project(folder / "mkdocs.yml")
    told = {(fault.code, fault.location.path) for fault in project.check().faults}
    pages = (
        ("mentions-legales", "confidentialite") if language == "fr" else ("legal-notice", "privacy")
    )
    assert told == {("F320", f"{page}.md") for page in pages}


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


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("forge", ["github", "forgejo", "gitea"])
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


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pipeline(tmp_path: Path, language: str) -> None:
    """The pipeline is as GitLab reads them."""
    folder = begin(tmp_path, language, "gitlab")
    done = run(
        *("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform"),
        *("gitlab-ci", str(folder / ".gitlab-ci.yml")),
    )
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize("language", ["fr", "en"])
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


def checking(folder: Path, forge: str) -> str:
    """Give the shell that checks a contribution on a forge, once the software is there."""
    if forge == "gitlab":
        pipeline = yaml.safe_load((folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))
        return "\n".join(pipeline["contribution"]["script"])
    text = (folder / f".{forge}/workflows/contribution.yml").read_text(encoding="utf-8")
    shell = next(step["run"] for step in steps(text) if "mkdocs-forum check" in step.get("run", ""))
    return re.sub(r"^git fetch .*$", "", str(shell), flags=re.MULTILINE)


@pytest.fixture(params=["github", "gitlab", "forgejo"])
def checked(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Repository, str]:
    """Give a forum's repository and the shell by which its forge checks a contribution."""
    folder = begin(tmp_path / "le forum", "fr", request.param)
    made = repository(folder, {})
    made.git("switch", "--quiet", "--create", "proposal")
    return made, checking(folder, request.param)


def judge(forum: Repository, shell: str, commit: str) -> subprocess.CompletedProcess[str]:
    """Check a commit as the forge would, from the branch that it is for."""
    forum.git("switch", "--quiet", "main")
    bin_folder = Path(sys.executable).parent
    variables = {"COMMIT": commit, "PATHS": str(forum.folder.parent / "paths")}
    path = f"{bin_folder}:{forum.environment['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", shell],
        cwd=forum.folder,
        env={**forum.environment, **variables, "PATH": path},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


ANSWER = "docs/reponses/comment-marche-ce-forum/question-mal-posee/camille-exemple.md"


def test_contribution(checked: tuple[Repository, str]) -> None:
    """A good answer passes, together with what was published meanwhile."""
    forum, shell = checked
    commit = forum.commit({ANSWER: "---\ndate: 2026-11-20\n---\n\nLa reposer.\n"})
    forum.git("switch", "--quiet", "main")
    forum.commit({"docs/membres/ana.md": "---\nname: Ana Ferrand\n---\n"})
    done = judge(forum, shell, commit)
    assert (done.returncode, (forum.folder / ANSWER).is_file()) == (0, True), done.stdout
    assert (forum.folder / "docs/membres/ana.md").is_file()


FAULTY = {
    "unknown edition": ({"docs/interventions/a.md": "---\ntitle: A\n---\n"}, "F1"),
    "contact data": (
        {"docs/membres/ana.md": "---\nname: Ana\n---\n\nÉcrivez à ana.ferrand@club.fr.\n"},
        "F311",
    ),
}


@pytest.mark.parametrize(("files", "code"), FAULTY.values(), ids=FAULTY)
def test_faulty_contribution(
    checked: tuple[Repository, str], files: Mapping[str, str], code: str
) -> None:
    """A fault is told; contact data in what somebody proposes counts as one."""
    forum, shell = checked
    done = judge(forum, shell, forum.commit(files))
    assert (done.returncode, code in done.stdout) == (1, True), done.stdout


def test_hostile_contribution(checked: tuple[Repository, str]) -> None:
    """Settings, hooks and links of a proposal are neither run nor followed."""
    forum, shell = checked
    secret = forum.folder.parent / "secret.md"
    secret.write_text("---\nname: Secret\n---\n")
    (forum.folder / "docs/membres/lien.md").symlink_to(secret)
    commit = forum.commit({"mkdocs.yml": "hooks: [a.py]\n", "a.py": "raise SystemExit(9)\n"})
    done = judge(forum, shell, commit)
    assert done.returncode in {0, 1}
    assert not (forum.folder / "docs/membres/lien.md").is_symlink()
    assert not (forum.folder / "a.py").exists()
    assert "Secret" not in done.stdout


def test_conflicting_contribution(checked: tuple[Repository, str]) -> None:
    """Two changes of one place are told in a sentence."""
    forum, shell = checked
    text = "---\nname: Camille Exemple\nrole: {}\n---\n"
    commit = forum.commit({"docs/membres/camille-exemple.md": text.format("Une")})
    forum.git("switch", "--quiet", "main")
    forum.commit({"docs/membres/camille-exemple.md": text.format("Autre")})
    done = judge(forum, shell, commit)
    assert (done.returncode, "réunir les deux versions" in done.stdout) == (1, True)


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
    "line": (["--name=A\nB"], "a name stands on one line"),
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
    (folder / ".github/CODEOWNERS").write_text("* @ana\n")
    monkeypatch.setattr(command, "in_terminal", lambda: True)
    result = init(folder, "--update", lines="non\n")
    assert (result.exit_code, ".github/CODEOWNERS" in result.stdout) == (1, True)
    assert (folder / ".github/CODEOWNERS").read_text() == "* @ana\n"


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
    ],
)
def test_renewed_software(written: str, expected: str, tmp_path: Path) -> None:
    """What an update installs takes the place of a release or of its own earlier commits."""
    (tmp_path / "requirements.in").write_text(f"{written}\n")
    found = requirement.renewed(
        tmp_path / "requirements.in", "mkdocs-forum @ git+https://a.org/f@c1"
    )
    assert found == expected


@pytest.mark.parametrize(("language", "forge"), FORUMS)
def test_guides_tell_what_exists(tmp_path: Path, language: str, forge: str) -> None:
    """Each command that a guide of a new forum names exists, with its options."""
    folder = begin(tmp_path, language, forge)
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.md")]
    told = {line for text in texts for line in re.findall(r"mkdocs-forum ([a-z][^`\n»]*)", text)}
    assert len(told) > 5
    for line in told:
        name, *words = line.split()
        known = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert [word for word in words if word.startswith("--") and word not in known] == [], line
