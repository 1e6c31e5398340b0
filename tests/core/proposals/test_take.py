"""What somebody proposes is taken as files: texts and pictures of contributions, and no others."""

import shutil
from pathlib import Path

import pytest

from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.proposals.changes import merge
from mkdocs_forum.core.proposals.take import take
from mkdocs_forum.core.proposals.verdict import Taken
from mkdocs_forum.core.repository.revision import RevisionError, open_revision
from tests.flows.repositories import Repository, repository

ANSWER = "docs/reponses/prix/rabais/bob.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"
SETTINGS = Settings("fr", FOLDERS["fr"], WORDS["fr"])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Make a repository, which each test copies."""
    made = repository(tmp_path_factory.mktemp("small") / "forum")
    made.git("switch", "--quiet", "--create", "proposal")
    return made


@pytest.fixture
def forum(small: Repository, tmp_path: Path) -> Repository:
    """Give a repository with a branch `main`, and a proposal that is checked out."""
    shutil.copytree(small.folder, tmp_path / "forum")
    return Repository(tmp_path / "forum")


def taken(forum: Repository, commit: str = "") -> Taken:
    """Take what a commit proposes, by default the last one; give what became of each file."""
    commit = commit or forum.git("rev-parse", "HEAD")
    forum.git("switch", "--quiet", "main")
    revision = open_revision(forum.folder, commit)
    return take(forum.folder, merge(forum.folder, revision), SETTINGS)


def test_take(forum: Repository) -> None:
    """Texts are read, others taken away; software, settings and pages stay those of the branch."""
    settings = (forum.folder / "mkdocs.yml").read_text()
    (forum.folder / "docs/reponses/prix/marge/bob.md").unlink()
    forum.commit({ANSWER: TEXT, "mkdocs.yml": "a", "docs/index.md": "a", ".ci/run": "a"})
    assert taken(forum) == Taken(
        read=["docs/reponses/prix/marge/bob.md", ANSWER],
        refused=[],
        left=[".ci/run", "docs/index.md", "mkdocs.yml"],
        conflicts=[],
    )
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
    assert taken(forum).read == [ANSWER]
    assert (forum.folder / later).is_file()


def test_symbolic_links(forum: Repository) -> None:
    """No link is made, nor followed: neither a file's nor a folder's."""
    folder = forum.folder / "docs/reponses/prix/rabais"
    folder.mkdir(parents=True)
    (folder / "bob.md").symlink_to("/etc/passwd")
    (forum.folder / "docs/membres/photos").symlink_to("/etc")
    forum.commit()
    assert taken(forum).refused == ["docs/membres/photos", ANSWER]
    assert not (forum.folder / ANSWER).is_symlink()


def test_other_repository(forum: Repository) -> None:
    """Another repository in place of a file is refused."""
    commit = forum.git("rev-parse", "HEAD")
    forum.git("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/membres/eve.md")
    forum.git("commit", "--quiet", "--message", "Change")
    assert taken(forum).refused == ["docs/membres/eve.md"]


def test_path_that_leaves_the_folder(forum: Repository) -> None:
    """A tree with `..` in it, which git itself would never write, writes nothing outside."""
    blob = forum.git("hash-object", "-w", "--stdin", stdin=b"a")
    inner = f"100644 blob {blob}\teve.md\n".encode()
    tree = forum.git("mktree", stdin=inner)
    for name in ("..", "membres", "docs"):
        tree = forum.git("mktree", stdin=f"040000 tree {tree}\t{name}\n".encode())
    base = forum.git("rev-parse", "HEAD")
    commit = forum.git("commit-tree", tree, "-p", base, "-m", "Change")
    assert "docs/membres/../eve.md" in taken(forum, commit).left
    assert not (forum.folder / "docs/eve.md").exists()


HIDDEN = ["docs/membres/.gitattributes", "docs/membres/.git/config.md", "docs/membres/.GIT/a.md"]


def test_hidden_files(forum: Repository) -> None:
    """What git, hosts or editors would obey is left aside, however its name is written."""
    blob = forum.git("hash-object", "-w", "--stdin", stdin=b"a")
    tree = forum.git("write-tree")
    for path in HIDDEN:
        tree = grafted(forum, tree, path.split("/"), blob)
    commit = forum.git("commit-tree", tree, "-p", "HEAD", "-m", "Change")
    assert taken(forum, commit) == Taken([], [], sorted(HIDDEN), [])


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
    assert taken(forum).read == [
        "docs/interventions/prix.md",
        "docs/interventions/prix.md/a.md",
        "docs/reponses/prix/marge",
        "docs/reponses/prix/marge/bob.md",
    ]
    assert (forum.folder / "docs/reponses/prix/marge").read_text() == "a"
    assert (forum.folder / "docs/interventions/prix.md/a.md").read_text() == "b"


def test_long_name(forum: Repository) -> None:
    """A name that no file system takes is refused."""
    blob = forum.git("hash-object", "-w", "--stdin", stdin=b"a")
    name = f"docs/membres/{'a' * 300}.md"
    tree = grafted(forum, forum.git("write-tree"), name.split("/"), blob)
    commit = forum.git("commit-tree", tree, "-p", "HEAD", "-m", "Change")
    assert taken(forum, commit).refused == [name]


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
    assert taken(clone, commit) == Taken([ANSWER], ["docs/membres/eve.md"], [], [])
    missing = clone.git("rev-list", "--objects", "--missing=print", commit).splitlines()
    assert len([line for line in missing if line.startswith("?")]) == 1


def test_large_file(forum: Repository) -> None:
    """A file that nobody may send isn't even written."""
    forum.commit({"docs/membres/eve.md": "a" * 5_000_001})
    assert taken(forum).refused == ["docs/membres/eve.md"]


def test_many_files(forum: Repository) -> None:
    """Three hundred files are taken, no more."""
    forum.commit({f"docs/membres/m{number}.md": "a" for number in range(301)})
    found = taken(forum)
    assert (len(found.read), len(found.refused)) == (300, 1)


NAMES = ["a b.md", "a\nb.md", '"a.md', "$(touch eve).md", "`touch eve`.md", "-n.md", "é|.md"]


def test_strange_names(forum: Repository) -> None:
    """Names are written as they are, and nothing in them is run."""
    forum.commit({f"docs/membres/{name}": "a" for name in NAMES})
    assert sorted(taken(forum).read) == sorted(f"docs/membres/{name}" for name in NAMES)
    assert not (forum.folder / "eve").exists()


TALK = "docs/interventions/prix.md"


def change(forum: Repository, old: str, new: str) -> str:
    """Commit a change of the talk."""
    text = (forum.folder / TALK).read_text(encoding="utf-8")
    assert old in text
    return forum.commit({TALK: text.replace(old, new)})


def test_both_changed(forum: Repository) -> None:
    """What the branch got meanwhile is joined with what is proposed for the same file."""
    commit = change(forum, "Que vaut un rabais", "Que vaut une remise")
    forum.git("switch", "--quiet", "main")
    change(forum, "Du prix.", "Des prix.")
    assert taken(forum, commit) == Taken([TALK], [], [], [])
    text = (forum.folder / TALK).read_text(encoding="utf-8")
    assert ("une remise" in text, "Des prix." in text) == (True, True)


def test_conflict(forum: Repository) -> None:
    """Two changes of one place are told; the file stands as it was proposed."""
    commit = change(forum, "Du prix.", "Du bon prix.")
    forum.git("switch", "--quiet", "main")
    change(forum, "Du prix.", "Des prix.")
    assert taken(forum, commit) == Taken([TALK], [], [], [TALK])
    assert "Du bon prix." in (forum.folder / TALK).read_text(encoding="utf-8")


def test_another_beginning(forum: Repository) -> None:
    """A commit that has nothing in common with the branch is refused in a sentence."""
    commit = forum.git("commit-tree", forum.git("write-tree"), "-m", "Alone")
    with pytest.raises(RevisionError, match="didn't begin on this branch"):
        taken(forum, commit)
