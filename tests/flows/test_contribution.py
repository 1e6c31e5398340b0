"""What somebody proposes is taken as files, and told of in French."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.flows.repositories import Repository, repository

COMMAND = Path(sys.executable).parent / "mkdocs-forum"
ANSWER = "docs/reponses/prix/rabais/bob.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"


@pytest.fixture
def forum(tmp_path: Path) -> Repository:
    """Give a repository whose branch `main` is checked out, with a proposal besides."""
    made = repository(tmp_path / "forum")
    made.git("switch", "--quiet", "--create", "proposal")
    return made


def taken(forum: Repository) -> Any:
    """Take what the last commit proposes; give what became of each file."""
    commit = forum.git("rev-parse", "HEAD")
    forum.git("switch", "--quiet", "main")
    note = forum.folder.parent / "taken.json"
    done = forum.run("contribution.py", "take", commit, str(note))
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(note.read_text(encoding="utf-8"))


def test_take(forum: Repository) -> None:
    """Texts are read, others taken away; software, settings and pages stay those of the branch."""
    settings = (forum.folder / "mkdocs.yml").read_text()
    (forum.folder / "docs/reponses/prix/marge/bob.md").unlink()
    forum.commit({ANSWER: TEXT, "mkdocs.yml": "a", "docs/index.md": "a", ".ci/run": "a"})
    assert taken(forum) == {
        "read": ["docs/reponses/prix/marge/bob.md", ANSWER],
        "refused": [],
        "left": [".ci/run", "docs/index.md", "mkdocs.yml"],
    }
    assert (forum.folder / ANSWER).read_text() == TEXT
    assert not (forum.folder / "docs/reponses/prix/marge/bob.md").exists()
    assert not (forum.folder / "docs/index.md").exists()
    assert (forum.folder / "mkdocs.yml").read_text() == settings


def test_paths(forum: Repository) -> None:
    """The check is given the files that were read, one a line."""
    forum.commit({ANSWER: TEXT, "docs/reponses/prix/marge/ana.md": TEXT, "docs/index.md": "a"})
    taken(forum)
    done = forum.run("contribution.py", "paths", str(forum.folder.parent / "taken.json"))
    assert done.stdout == f"docs/reponses/prix/marge/ana.md\n{ANSWER}"


def test_take_since_the_branch_was_left(forum: Repository) -> None:
    """What the branch got meanwhile isn't taken back."""
    forum.commit({ANSWER: TEXT})
    forum.git("switch", "--quiet", "main")
    later = "docs/reponses/prix/marge/ana.md"
    forum.commit({later: TEXT})
    forum.git("switch", "--quiet", "proposal")
    assert taken(forum)["read"] == [ANSWER]
    assert (forum.folder / later).is_file()


def test_symbolic_links(forum: Repository) -> None:
    """No link is made, nor followed: neither a file's nor a folder's."""
    folder = forum.folder / "docs/reponses/prix/rabais"
    folder.mkdir(parents=True)
    (folder / "bob.md").symlink_to("/etc/passwd")
    (forum.folder / "docs/membres/photos").symlink_to("/etc")
    forum.commit()
    assert taken(forum) == {
        "read": [],
        "refused": ["docs/membres/photos", ANSWER],
        "left": [],
    }
    assert not (forum.folder / ANSWER).is_symlink()


def test_other_repository(forum: Repository) -> None:
    """Another repository in place of a file is refused."""
    commit = forum.git("rev-parse", "HEAD")
    forum.git("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/membres/eve.md")
    forum.git("commit", "--quiet", "--message", "Change")
    assert taken(forum)["refused"] == ["docs/membres/eve.md"]


def test_path_that_leaves_the_folder(forum: Repository) -> None:
    """A tree with `..` in it, which git itself would never write, writes nothing outside."""
    blob = forum.git("hash-object", "-w", "--stdin", stdin=b"a")
    inner = f"100644 blob {blob}\teve.md\n".encode()
    tree = forum.git("mktree", stdin=inner)
    for name in ("..", "membres", "docs"):
        tree = forum.git("mktree", stdin=f"040000 tree {tree}\t{name}\n".encode())
    base = forum.git("rev-parse", "HEAD")
    commit = forum.git("commit-tree", tree, "-p", base, "-m", "Change")
    note = forum.folder.parent / "taken.json"
    forum.git("switch", "--quiet", "main")
    done = forum.run("contribution.py", "take", commit, str(note))
    assert done.returncode == 0, done.stderr
    assert "docs/membres/../eve.md" in json.loads(note.read_text())["left"]
    assert not (forum.folder / "docs/eve.md").exists()


HIDDEN = ["docs/membres/.gitattributes", "docs/membres/.git/config.md", "docs/membres/.GIT/a.md"]


def test_hidden_files(forum: Repository) -> None:
    """What git, hosts or editors would obey is left aside, however its name is written."""
    blob = forum.git("hash-object", "-w", "--stdin", stdin=b"a")
    tree = forum.git("write-tree")
    for path in HIDDEN:
        tree = grafted(forum, tree, path.split("/"), blob)
    commit = forum.git("commit-tree", tree, "-p", "HEAD", "-m", "Change")
    note = forum.folder.parent / "taken.json"
    forum.git("switch", "--quiet", "main")
    assert forum.run("contribution.py", "take", commit, str(note)).returncode == 0
    assert json.loads(note.read_text()) == {"read": [], "refused": [], "left": sorted(HIDDEN)}


def grafted(forum: Repository, tree: str, names: list[str], blob: str) -> str:
    """Give a tree with a file more, whatever it is called."""
    listed = {line.partition("\t")[2]: line for line in forum.git("ls-tree", tree).splitlines()}
    name, *rest = names
    below = listed[name].split()[2] if name in listed else forum.git("mktree")
    kind, inner = ("tree", grafted(forum, below, rest, blob)) if rest else ("blob", blob)
    mode = "040000" if rest else "100644"
    lines = {**listed, name: f"{mode} {kind} {inner}\t{name}"}
    return forum.git("mktree", stdin="".join(f"{line}\n" for line in lines.values()).encode())


def test_file_in_place_of_a_folder(forum: Repository) -> None:
    """What goes makes room for what comes: a folder may become a file, and a file a folder."""
    talk = forum.folder / "docs/interventions/prix.md"
    answer = forum.folder / "docs/reponses/prix/marge/bob.md"
    talk.unlink()
    answer.unlink()
    answer.parent.rmdir()
    forum.commit({"docs/reponses/prix/marge": "a", "docs/interventions/prix.md/a.md": "b"})
    assert taken(forum)["read"] == [
        "docs/interventions/prix.md",
        "docs/interventions/prix.md/a.md",
        "docs/reponses/prix/marge",
        "docs/reponses/prix/marge/bob.md",
    ]
    assert (forum.folder / "docs/reponses/prix/marge").read_text() == "a"
    assert (forum.folder / "docs/interventions/prix.md/a.md").read_text() == "b"


def test_long_name(forum: Repository) -> None:
    """A name that no file system takes is refused, and told without its end."""
    blob = forum.git("hash-object", "-w", "--stdin", stdin=b"a")
    name = f"docs/membres/{'a' * 300}.md"
    tree = grafted(forum, forum.git("write-tree"), name.split("/"), blob)
    commit = forum.git("commit-tree", tree, "-p", "HEAD", "-m", "Change")
    forum.git("switch", "--quiet", "main")
    note = forum.folder.parent / "taken.json"
    assert forum.run("contribution.py", "take", commit, str(note)).returncode == 0
    assert json.loads(note.read_text())["refused"] == [name]
    assert f"- `{name[:249]}…`\n" in told(forum, {"faults": []})


def test_other_beginning(forum: Repository) -> None:
    """A commit that never left the branch is told of in a sentence."""
    tree = forum.git("write-tree")
    commit = forum.git("commit-tree", tree, "-m", "Begin")
    for name in (commit, "0" * 40, "--all"):
        done = forum.run("contribution.py", "take", name, "taken.json")
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_file_that_is_not_fetched(forum: Repository, tmp_path: Path) -> None:
    """What is too large is refused without being brought: git fetches none of it later."""
    forum.commit({ANSWER: TEXT, "docs/membres/eve.md": "a" * 6_000_000})
    forum.git("config", "uploadpack.allowFilter", "true")
    commit = forum.git("rev-parse", "HEAD")
    forum.git("switch", "--quiet", "main")
    origin = forum.folder.as_uri()
    options = ("--quiet", "--no-local", "--branch", "main", "--single-branch")
    forum.git("clone", *options, origin, str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    clone.git("fetch", "--quiet", "--filter=blob:limit=5m", "origin", "proposal")
    note = tmp_path / "taken.json"
    assert clone.run("contribution.py", "take", commit, str(note)).returncode == 0
    assert json.loads(note.read_text()) == {
        "read": [ANSWER],
        "refused": ["docs/membres/eve.md"],
        "left": [],
    }
    missing = clone.git("rev-list", "--objects", "--missing=print", commit).splitlines()
    assert len([line for line in missing if line.startswith("?")]) == 1


def test_large_file(forum: Repository) -> None:
    """A file that nobody may send isn't even written."""
    forum.commit({"docs/membres/eve.md": "a" * 5_000_001})
    assert taken(forum)["refused"] == ["docs/membres/eve.md"]


def test_many_files(forum: Repository) -> None:
    """Three hundred files are taken, no more."""
    forum.commit({f"docs/membres/m{number}.md": "a" for number in range(301)})
    found = taken(forum)
    assert (len(found["read"]), len(found["refused"])) == (300, 1)


NAMES = ["a b.md", "a\nb.md", '"a.md', "$(touch eve).md", "`touch eve`.md", "-n.md", "é|.md"]


def told(forum: Repository, report: dict[str, Any], address: str = "") -> str:
    """Give the summary of what the last commit proposes."""
    note, found = forum.folder.parent / "taken.json", forum.folder.parent / "report.json"
    found.write_text(json.dumps(report), encoding="utf-8")
    done = forum.run("contribution.py", "tell", str(note), str(found), address)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_strange_names(forum: Repository) -> None:
    """Names are written as they are, and told as nothing but words."""
    forum.commit({f"docs/membres/{name}": "a" for name in NAMES})
    assert sorted(taken(forum)["read"]) == sorted(f"docs/membres/{name}" for name in NAMES)
    assert not (forum.folder / "eve").exists()
    assert sorted(told(forum, {"faults": []}).split("lus\u00a0:\n\n")[1].splitlines()) == sorted(
        f"- `docs/membres/{name}`"
        for name in [
            "a b.md",
            "a b.md",
            '"a.md',
            "$(touch eve).md",
            "’touch eve’.md",
            "-n.md",
            "é¦.md",
        ]
    )


SHOWN = (
    "Voyez-la telle qu’elle paraîtra\u00a0: https://previews.example/pr-1/\n\n"
    "La page peut mettre une minute à paraître. Elle suit chaque modification de cette "
    "proposition, et disparaît quand la proposition est close. Les formulaires et la recherche "
    "n’y fonctionnent pas.\n\n"
)


def test_thanks(forum: Repository) -> None:
    """Where all is well, its author is thanked and sees where it will be shown."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    assert told(forum, {"faults": []}, "https://previews.example/pr-1/") == (
        "## Merci\u00a0: votre contribution est bien lue\n\n"
        "Un organisateur la relit, puis la publie. Vous n’avez plus rien à faire.\n\n"
        f"{SHOWN}"
        f"Fichiers lus\u00a0:\n\n- `{ANSWER}`\n"
    )


def fault(path: str = ANSWER, **changed: Any) -> dict[str, Any]:
    """Give a fault as the report of the check tells it."""
    return {
        "path": path,
        "line": 2,
        "code": "F120",
        "severity": "error",
        "message": "« <b>a|b`c » n’est pas un jour",
        "hint": None,
        **changed,
    }


def checked(forum: Repository) -> Any:
    """Give the report of the check."""
    done = subprocess.run(
        [COMMAND, "check", "--format", "json", "--against", "HEAD"],
        cwd=forum.folder,
        env=dict(forum.environment),
        check=False,
        capture_output=True,
    )
    return json.loads(done.stdout)


def headings(summary: str) -> list[str]:
    """Give the headings of a summary."""
    return [line for line in summary.splitlines() if line.startswith("#")]


HEAD = "| Fichier | Ligne | Ce qui a été trouvé | Ce qu’il faut écrire |\n|---|---|---|---|\n"
DONE = "Vous n’avez plus rien à faire."
SLIP = {"severity": "warning", "message": "rien n’a ce nom", "hint": "ôtez le lien"}
PREVIEW = "https://previews.example/pr-1/"


def test_errors(forum: Repository) -> None:
    """What the check found is told in its words, and nothing of it is rendered."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    summary = told(forum, {"faults": [fault(), fault(line=3), fault(**SLIP)]}, PREVIEW)
    assert headings(summary) == ["## 2 points à corriger", "### 1 point à revoir"]
    assert summary.split("\n\n")[2] == (
        f"{HEAD}| `{ANSWER}` | `2` | `« <b>a¦b’c » n’est pas un jour` |  |\n"
        f"| `{ANSWER}` | `3` | `« <b>a¦b’c » n’est pas un jour` |  |"
    )
    assert f"{HEAD}| `{ANSWER}` | `2` | `rien n’a ce nom` | `ôtez le lien` |" in summary
    assert DONE not in summary
    assert PREVIEW not in summary


def test_author_without_a_page(forum: Repository) -> None:
    """A newcomer, whose page is in another proposal, is told to wait for it, not to correct."""
    forum.commit({ANSWER.replace("bob", "eve"): TEXT})
    taken(forum)
    report = checked(forum)
    summary = told(forum, report, PREVIEW)
    assert [each["code"] for each in report["faults"]] == ["F203"]
    assert headings(summary) == ["## Merci\u00a0: il ne manque qu’une fiche de membre"]
    assert "Vous n’avez rien à faire" in summary
    assert "`un membre a une fiche, dans un fichier nommé « eve.md »`" in summary
    assert PREVIEW not in summary


def test_author_without_a_page_and_more(forum: Repository) -> None:
    """Where something else is to be corrected, that is told."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    summary = told(forum, {"faults": [fault(code="F203"), fault()]})
    assert headings(summary) == ["## 2 points à corriger"]


def test_warnings(forum: Repository) -> None:
    """A slip keeps nothing from being published: its author may mend it, or leave it."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    summary = told(forum, {"faults": [fault(**SLIP), fault(**SLIP)]}, PREVIEW)
    assert summary == (
        "## Merci\u00a0: votre contribution est bien lue\n\n"
        "Un organisateur la relit, puis la publie.\n\n"
        f"{SHOWN}"
        "### 2 points à revoir\n\n"
        "Corrigez le fichier dans cette proposition, ou laissez ce soin à un organisateur\u00a0: "
        "cela n’empêche pas de publier.\n\n"
        f"{HEAD}| `{ANSWER}` | `2` | `rien n’a ce nom` | `ôtez le lien` |\n"
        f"| `{ANSWER}` | `2` | `rien n’a ce nom` | `ôtez le lien` |\n\n"
        f"Fichiers lus\u00a0:\n\n- `{ANSWER}`\n"
    )


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_faults_of_others(forum: Repository, severity: str) -> None:
    """What is wrong in files that the proposal leaves alone is not its author's to mend."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    summary = told(forum, {"faults": [fault("docs/membres/eve.md", severity=severity)]}, PREVIEW)
    assert headings(summary) == [
        "## Merci\u00a0: votre contribution est bien lue",
        "### 1 point ailleurs dans le forum",
    ]
    assert DONE in summary
    assert (PREVIEW in summary, "l’aperçu attend" in summary) == (
        severity == "warning",
        severity == "error",
    )


def test_thanks_beside_a_refused_file(forum: Repository) -> None:
    """Who sent a file that was refused isn't told that all is done."""
    forum.commit({ANSWER: TEXT, "docs/reponses/prix/rabais/a.png": "a" * 5_000_001})
    taken(forum)
    summary = told(forum, {"faults": []})
    assert headings(summary) == ["## Merci\u00a0: votre contribution est bien lue"]
    assert DONE not in summary


def test_report_of_the_check(forum: Repository) -> None:
    """A report that the check writes is read: a dead link is a point to look at again."""
    forum.commit({ANSWER: TEXT.replace("Dix", "[Dix](pas-la.md)")})
    taken(forum)
    assert headings(told(forum, checked(forum))) == [
        "## Merci\u00a0: votre contribution est bien lue",
        "### 1 point à revoir",
    ]


def test_nothing_to_read(forum: Repository) -> None:
    """A proposal that changes the software only is told so."""
    forum.commit({"plugins/a.py": "a"})
    taken(forum)
    assert told(forum, {"faults": []}).startswith("## Aucun texte du forum n’est modifié\n")


def judged(forum: Repository, report: dict[str, Any]) -> dict[str, str]:
    """Give what the workflow is told of what the last commit proposes."""
    note, found = forum.folder.parent / "taken.json", forum.folder.parent / "report.json"
    found.write_text(json.dumps(report), encoding="utf-8")
    done = forum.run("contribution.py", "judge", str(note), str(found))
    assert (done.returncode, done.stderr) == (0, "")
    return dict(line.split("=", 1) for line in done.stdout.splitlines())


GOOD = ("success", "Le texte peut être publié.", "true")


@pytest.mark.parametrize(
    ("files", "faults", "expected"),
    [
        ({ANSWER: TEXT}, [], GOOD),
        ({ANSWER: TEXT}, [fault(**SLIP)], GOOD),
        ({ANSWER: TEXT}, [fault()], ("failure", "1 point à corriger", "false")),
        ({ANSWER: TEXT}, [fault("docs/membres/eve.md")], (*GOOD[:2], "false")),
        ({ANSWER: TEXT, "mkdocs.yml": "a"}, [], (*GOOD[:2], "false")),
        ({"mkdocs.yml": "a"}, [], ("success", "Aucun texte du forum n’est modifié.", "false")),
        (
            {ANSWER: TEXT, "docs/membres/a.png": "a" * 5_000_001},
            [],
            ("failure", "Des fichiers ne peuvent pas être pris.", "false"),
        ),
    ],
    ids=["good", "slip", "error", "error of others", "and settings", "settings", "too large"],
)
def test_judge(
    forum: Repository,
    files: dict[str, str],
    faults: list[dict[str, Any]],
    expected: tuple[str, str, str],
) -> None:
    """The state depends on the proposal's own texts; a preview shows them, or nothing at all."""
    forum.commit(files)
    taken(forum)
    found = judged(forum, {"faults": faults})
    assert (found["state"], found["description"], found["shown"]) == expected


def test_no_preview_of_other_files(forum: Repository) -> None:
    """Who changes more than texts is told why nothing is shown."""
    forum.commit({ANSWER: TEXT, "mkdocs.yml": "a"})
    taken(forum)
    summary = told(forum, {"faults": []}, PREVIEW)
    assert PREVIEW not in summary
    assert "parce que cette proposition modifie aussi d’autres fichiers" in summary


def test_length(forum: Repository) -> None:
    """However much is found, the comment is one that the forge takes."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    words = {"message": "é" * 5_000, "hint": "\u202e@bob " * 900}
    faults = [fault(line=line, **words, severity=kind) for line in range(90) for kind in "ab"]
    faults += [fault("docs/membres/eve.md", line=line, **words) for line in range(90)]
    faults += [fault(line=line, **words) for line in range(90)]
    summary = told(forum, {"faults": faults})
    assert 10_000 < len(summary) < 65_000
    assert "\u202e" not in summary
