"""`mkdocs-forum check --against`: addresses of another commit, in real repositories."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_forum.cli.main import main
from mkdocs_forum.core.repository import revision as revisions
from tests.sites import configuration, write
from tests.small import SMALL

TALK = SMALL["docs/interventions/prix.md"]
ANSWER = SMALL["docs/reponses/prix/marge/bob.md"]
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


class Repository:
    """A forum in a repository of its own."""

    def __init__(self, root: Path, forum: str = "") -> None:
        self.root = root
        """Topmost folder of the repository."""
        self.folder = root / forum
        """Folder of the forum."""

    def git(self, *arguments: str) -> str:
        """Run git in the repository and give what it says."""
        command = ["git", *AUTHOR, *arguments]
        run = subprocess.run(
            command, cwd=self.root, check=True, capture_output=True, encoding="utf-8"
        )
        return run.stdout

    def change(self, texts: Mapping[str, str | None]) -> None:
        """Write files, or take them off."""
        write(self.folder, {path: text for path, text in texts.items() if text is not None})
        for path in (path for path, text in texts.items() if text is None):
            (self.folder / path).unlink()

    def commit(self) -> None:
        """Commit all that is there."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")

    def check(self, *arguments: str) -> Result:
        """Run the check."""
        config = str(self.folder / "mkdocs.yml")
        return CliRunner().invoke(main, ["check", "-f", config, *arguments])


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep git from what the machine and its user set."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Give a small forum, committed."""
    return founded(tmp_path / "forum")


def founded(
    root: Path, forum: str = "", changed: Mapping[str, str | None] | None = None
) -> Repository:
    """Make a repository with a small forum in it, and commit it."""
    root.mkdir(parents=True, exist_ok=True)
    found = Repository(root, forum)
    found.git("init", "--quiet")
    texts = {**SMALL, **(changed or {})}
    found.change({path: text for path, text in texts.items() if text is not None})
    found.commit()
    return found


RENAMED: Mapping[str, str | None] = {
    "docs/interventions/prix.md": None,
    "docs/interventions/juste.md": TALK,
    "docs/reponses/prix/marge/bob.md": None,
    "docs/reponses/juste/marge/bob.md": ANSWER,
}
TOLD = {
    "fr": "docs/interventions/juste.md:1:1: F210 4 adresses ne mènent plus nulle part, dont "
    "« interventions/prix/ »\n"
    "    conseil : écrivez « aliases: interventions/prix/ » dans l’en-tête\n1 erreur\n",
    "en": (
        "docs/interventions/juste.md:1:1: F210 4 addresses no longer lead anywhere, among "
        "them 'interventions/prix/'\n"
        "    hint: write 'aliases: interventions/prix/' in the frontmatter\n"
        "1 error\n"
    ),
}


def plain(told: str) -> str:
    """Give a text with the common space for each of French."""
    return told.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("language", TOLD)
def test_renamed_talk(repository: Repository, language: str) -> None:
    """A talk in another file is told there with the line to write; with that line nothing is."""
    repository.change(RENAMED)
    run = repository.check("--against", "HEAD", "--lang", language)
    assert (run.exit_code, plain(run.stdout)) == (1, TOLD[language])
    line = "---\naliases: interventions/prix/\n"
    repository.change({"docs/interventions/juste.md": TALK.replace("---\n", line, 1)})
    assert repository.check("--against", "HEAD").exit_code == 0


@pytest.mark.parametrize("form", ["github", "json", "sarif"])
def test_forms(repository: Repository, form: str) -> None:
    """Every form of the report tells the fault."""
    repository.change(RENAMED)
    run = repository.check("--against", "HEAD", "--format", form)
    assert (run.exit_code, run.stdout.count("docs/interventions/juste.md")) == (1, 1)
    assert "F210" in run.stdout


def test_without_a_commit(repository: Repository) -> None:
    """Without a commit to compare with, addresses aren't told."""
    repository.change(RENAMED)
    assert repository.check().exit_code == 0


def test_seen_by_git(repository: Repository) -> None:
    """A file that has another name and another title is found where git saw it go."""
    repository.change({**RENAMED, "docs/interventions/juste.md": TALK.replace("Le prix", "Tarif")})
    repository.git("add", "--all")
    run = repository.check("--against", "HEAD", "--format", "json")
    assert json.loads(run.stdout)["faults"][0]["path"] == "docs/interventions/juste.md"


def test_sorted_with_other_faults(repository: Repository) -> None:
    """What is lost stands among the other faults, by file."""
    repository.change(
        {
            "docs/editions/2024.md": "---\ntitle: x\n---\n",
            "docs/membres/bob.md": None,
            "docs/reponses/prix/marge/bob.md": None,
            "docs/interventions/autre.md": TALK.replace("ana", "eve"),
        }
    )
    run = repository.check("--against", "HEAD", "--format", "json")
    assert [fault["code"] for fault in json.loads(run.stdout)["faults"]] == [
        *("F112", "F203", "F210", "F210")
    ]


COMMITS = {
    "unknown": "nulle-part",
    "an option": "--help",
    "another option": "--output=x",
    "nothing": "",
    "a file": "HEAD:mkdocs.yml",
    "two": "HEAD..HEAD",
    "all but one": "^HEAD",
}


@pytest.mark.parametrize("name", COMMITS.values(), ids=COMMITS)
def test_no_commit(repository: Repository, name: str) -> None:
    """What names no commit is told so, with the way to get one; it is never an option of git's."""
    run = repository.check("--against", name)
    assert run.exit_code == 2
    assert f"git ne connaît ici aucun commit « {name} » : récupérez-le d’abord" in plain(run.output)
    assert not (repository.folder / "x").exists()


def test_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    """A commit that a shallow clone lacks is told, with what brings it."""
    repository.change({"docs/membres/zoe.md": "---\nname: Zoé\n---\n"})
    repository.commit()
    url = repository.root.as_uri()
    repository.git("clone", "--quiet", "--depth", "1", url, str(tmp_path / "clone"))
    run = Repository(tmp_path / "clone").check("--against", "HEAD~1", "--lang", "en")
    assert run.exit_code == 2
    assert "git knows no commit 'HEAD~1' here: fetch it first" in run.output
    assert "fetch-depth: 0" in run.output


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration that lies in no repository is told."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    forum = Repository(write(tmp_path / "forum", SMALL))
    run = forum.check("--against", "HEAD", "--lang", "en")
    assert run.exit_code == 2
    assert f"git can't read the repository in '{tmp_path / 'forum'}'" in run.output
    assert "not a git repository" in run.output


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git is told what is missing."""
    monkeypatch.setenv("PATH", "")
    run = repository.check("--against", "HEAD", "--lang", "en")
    assert run.exit_code == 2
    assert "git isn't installed" in run.output


BROKEN = {
    "no YAML": "plugins: [forum\n",
    "no mapping": "- forum\n",
    "no text": "\0",
    "nested beyond all measure": "[" * 5000,
    "wrong option of the plugin": configuration(forum={"folders": {"talks": "Mes Interventions"}}),
    "folders of one name": configuration(forum={"folders": {"talks": "membres"}}),
    "wrong option": configuration(docs_dir=["a"]),
    "folder outside": configuration(docs_dir="../docs"),
    "folder of the machine": configuration(docs_dir="/etc"),
    "inherits from itself": "INHERIT: mkdocs.yml\n" + configuration(),
    "day that isn't": "day: 2001-99-99\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_configuration(tmp_path: Path, text: str) -> None:
    """A configuration that couldn't be understood at that commit is told, with its name."""
    forum = founded(tmp_path / "forum", changed={"mkdocs.yml": text})
    forum.change({"mkdocs.yml": SMALL["mkdocs.yml"]})
    run = forum.check("--against", "HEAD", "--lang", "en")
    assert run.exit_code == 2, run.output
    assert "'mkdocs.yml' of commit " in run.output
    assert "can't be understood: " in run.output


ABSENT: Mapping[str, str | None] = {
    "no configuration": None,
    "no plugin": configuration(plugins=["search"]),
    "plugin turned off": configuration(forum={"enabled": False}),
    "another docs folder": configuration(docs_dir="texts"),
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT)
def test_no_forum(tmp_path: Path, text: str | None) -> None:
    """Where there was no forum, that is told beside the report, and nothing is lost."""
    forum = founded(tmp_path / "forum", changed={"mkdocs.yml": text})
    forum.change({"mkdocs.yml": SMALL["mkdocs.yml"]})
    run = forum.check("--against", "HEAD", "--lang", "en")
    assert (run.exit_code, run.output) == (
        0,
        "no forum was published at 'HEAD': nothing to compare\nno fault found\n",
    )


def test_told_beside_the_report(tmp_path: Path) -> None:
    """What isn't part of the report doesn't stand in it, so that programs can read that."""
    forum = founded(tmp_path / "forum", changed={"mkdocs.yml": None})
    forum.change({"mkdocs.yml": SMALL["mkdocs.yml"]})
    script = "from mkdocs_forum.cli.main import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", script, "check", "--against", "HEAD", "--format", "json"],
        cwd=forum.folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(run.stdout)["faults"] == []
    assert plain(run.stderr) == "aucun forum n’était publié à « HEAD » : rien à comparer\n"


TAGS = (
    "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:os.mkdir [executed]\n"
    "extra:\n  key: !ENV [NOT_SET, x]\nhooks: [hook.py]\n"
)


def test_nothing_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither hooks nor tags of the former configuration are run; the rest of it is read."""
    monkeypatch.chdir(tmp_path)
    hook = "from pathlib import Path\nPath('executed').mkdir()\n"
    forum = founded(
        tmp_path / "forum", changed={"mkdocs.yml": configuration() + TAGS, "hook.py": hook}
    )
    forum.change({"mkdocs.yml": SMALL["mkdocs.yml"], "hook.py": None, **RENAMED})
    run = forum.check("--against", "HEAD")
    assert (run.exit_code, run.stdout.count("F210")) == (1, 1)
    assert not (tmp_path / "executed").exists()


def placed(folder: str) -> dict[str, str | None]:
    """Give the small forum's files with another docs folder, and without the one that it has."""
    return {
        name: text
        for path, content in SMALL.items()
        if path.startswith("docs/")
        for name, text in ((path, None), (path.replace("docs/", folder, 1), content))
    }


SETTINGS: Mapping[str, tuple[Mapping[str, str | None], int]] = {
    "docs folder": ({"mkdocs.yml": configuration(docs_dir="texts"), **placed("texts/")}, 0),
    "inherited": (
        {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": configuration(language="fr")},
        0,
    ),
    "plugins as a mapping": ({"mkdocs.yml": configuration(plugins={"search": {}, "forum": {}})}, 0),
    "addresses of files": ({"mkdocs.yml": configuration(use_directory_urls=False)}, 4),
    "folder": (
        {
            "mkdocs.yml": configuration(forum={"folders": {"members": "gens"}}),
            "docs/membres/ana.md": None,
            "docs/gens/ana.md": SMALL["docs/membres/ana.md"],
            "docs/membres/bob.md": None,
            "docs/gens/bob.md": SMALL["docs/membres/bob.md"],
        },
        1,
    ),
    "file left out": (
        {
            "mkdocs.yml": configuration(exclude_docs="modele.md"),
            "docs/interventions/modele.md": TALK,
        },
        0,
    ),
    "file not left out": ({"docs/interventions/modele.md": TALK}, 1),
    "file too large": (
        {"docs/interventions/modele.md": TALK + "x" * revisions.LARGEST_FILE},
        0,
    ),
}


@pytest.mark.parametrize(("former", "count"), SETTINGS.values(), ids=SETTINGS)
def test_settings(tmp_path: Path, former: Mapping[str, str | None], count: int) -> None:
    """What counts are the addresses that the configuration gave at that time."""
    forum = founded(tmp_path / "forum", changed=former)
    forum.change({path: None for path, text in former.items() if text is not None})
    forum.change(SMALL)
    run = forum.check("--against", "HEAD")
    assert run.stdout.count("F210") == count, run.output
    assert run.exit_code == (1 if count else 0)


def test_below_the_root(tmp_path: Path) -> None:
    """A forum may lie in a folder of its repository; what lies beside it isn't read."""
    forum = founded(tmp_path / "all", "site/forum")
    write(forum.root, {"docs/membres/zoe.md": "---\nname: Zoé\n---\n"})
    forum.commit()
    forum.change({**RENAMED, "docs/interventions/juste.md": TALK.replace("Le prix", "Tarif")})
    forum.git("add", "--all")
    run = forum.check("--against", "HEAD", "--format", "json")
    assert [fault["path"] for fault in json.loads(run.stdout)["faults"]] == [
        "docs/interventions/juste.md"
    ]


def test_former_link(repository: Repository) -> None:
    """A symbolic link published nothing."""
    link = repository.folder / "docs/interventions/lien.md"
    link.symlink_to("prix.md")
    repository.commit()
    link.unlink()
    assert repository.check("--against", "HEAD").exit_code == 0


def test_present_link(repository: Repository) -> None:
    """What can't be read now isn't lost: that a folder became a symbolic link is told, once."""
    folder = repository.folder / "docs/interventions"
    folder.rename(repository.folder / "elsewhere")
    folder.symlink_to("../elsewhere")
    run = repository.check("--against", "HEAD", "--format", "json")
    told = {fault["code"] for fault in json.loads(run.stdout)["faults"]}
    assert told == {"F124", "F201"}


def test_incomplete_repository(repository: Repository) -> None:
    """A file that this copy of the repository lacks is told: what it said can't be compared."""
    path = "docs/membres/bob.md"
    named = repository.git("rev-parse", f"HEAD:{path}").strip()
    (repository.root / ".git/objects" / named[:2] / named[2:]).unlink()
    run = repository.check("--against", "HEAD", "--lang", "en")
    assert run.exit_code == 2
    assert f"'{path}' of an earlier commit is missing from this copy" in run.output


def test_too_much(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit of more text than any forum has isn't read."""
    size = sum(len(text) for path, text in SMALL.items() if path.startswith("docs/"))
    monkeypatch.setattr(revisions, "LARGEST_TREE", size - 1)
    run = repository.check("--against", "HEAD", "--lang", "en")
    assert run.exit_code == 2
    assert re.search("the files of commit [0-9a-f]{12} are too large", run.output)
