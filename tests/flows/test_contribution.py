"""What somebody proposes is taken as files, and told of in French."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.flows.repositories import Repository, repository

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


def test_thanks(forum: Repository) -> None:
    """Where all is well, its author is thanked and sees where it will be shown."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    assert told(forum, {"faults": []}, "https://previews.example/pr-1/") == (
        "## Merci\u00a0: votre contribution est bien lue\n\n"
        "Un organisateur la relit, puis la publie. Vous n’avez plus rien à faire.\n\n"
        "Dans quelques minutes, vous la verrez telle qu’elle paraîtra\u00a0: "
        "https://previews.example/pr-1/\n\n"
        f"Fichiers lus\u00a0:\n\n- `{ANSWER}`\n"
    )


def test_faults(forum: Repository) -> None:
    """What the check found is told in its words, and nothing of it is rendered."""
    forum.commit({ANSWER: TEXT})
    taken(forum)
    fault = {
        "path": ANSWER,
        "line": 2,
        "severity": "error",
        "message": "« <b>a|b`c » n’est pas un jour",
        "hint": None,
    }
    assert told(forum, {"faults": [fault, {**fault, "line": 3}]}).split("\n\n")[::2][:2] == [
        "## 2 points à corriger",
        "| Fichier | Ligne | Ce qui a été trouvé | Ce qu’il faut écrire |\n|---|---|---|---|\n"
        f"| `{ANSWER}` | `2` | `« <b>a¦b’c » n’est pas un jour` |  |\n"
        f"| `{ANSWER}` | `3` | `« <b>a¦b’c » n’est pas un jour` |  |",
    ]


def test_nothing_to_read(forum: Repository) -> None:
    """A proposal that changes the software only is told so."""
    forum.commit({"plugins/a.py": "a"})
    taken(forum)
    assert told(forum, {"faults": []}).startswith("## Aucun texte du forum n’est modifié\n")
