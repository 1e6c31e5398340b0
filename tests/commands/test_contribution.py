"""`mkdocs-forum contribution`: what it takes, tells and hands on, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.commands.workflows import ANSWER, TEXT, Checkout, checkout, origins

__all__ = ["checkout", "origins"]

PREVIEW = "https://previews.example/pr-7/"


def propose(checkout: Checkout, files: dict[str, str]) -> str:
    """Propose files on a branch that was left again; give its commit."""
    checkout.git("switch", "--quiet", "--create", "proposal")
    commit = checkout.commit(files)
    checkout.git("switch", "--quiet", "main")
    return commit


def outputs(folder: Path) -> dict[str, str]:
    """Give the outputs of the step."""
    lines = (folder / "outputs").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


HANDED = ("--comment=../comment", "--outputs=../outputs", "--summary=../summary")


def test_good(checkout: Checkout, tmp_path: Path) -> None:
    """A good text is taken and told of: one comment for where there is a preview, one without."""
    commit = propose(checkout, {ANSWER: TEXT})
    done = checkout.run("contribution", commit, f"--preview={PREVIEW}", *HANDED)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "aucune faute trouvée\n", "")
    assert (checkout.folder / ANSWER).read_text(encoding="utf-8") == TEXT
    assert outputs(tmp_path) == {
        "state": "success",
        "description": "Le texte peut être publié.",
        "shown": "true",
    }
    told = {
        path: (tmp_path / path).read_text(encoding="utf-8")
        for path in ("comment/comment.md", "comment/shown.md", "summary")
    }
    assert [PREVIEW in text for text in told.values()] == [False, True, False]
    assert all(text.startswith("## Merci\u00a0: votre contribution") for text in told.values())


FAULTY = {
    "date": ({ANSWER: TEXT.replace("2024-11-03", "hier")}, "1 point à corriger"),
    "contact": (
        {"docs/membres/eve.md": "---\nname: Ève\n---\n\nÉcrivez à eve.ferrand@club.fr.\n"},
        "1 point à corriger",
    ),
    "author": ({ANSWER.replace("bob", "eve"): TEXT}, "1 point à corriger"),
    "address": ({"docs/interventions/prix.md": "---\ntitle: A\n---\n"}, " points à corriger"),
    "size": ({"docs/membres/eve.png": "a" * 5_000_001}, "Des fichiers ne peuvent pas être pris."),
}


@pytest.mark.parametrize(("files", "described"), FAULTY.values(), ids=FAULTY)
def test_faulty(checkout: Checkout, tmp_path: Path, files: dict[str, str], described: str) -> None:
    """A fault ends it with 1; contact data in what somebody proposes counts as one."""
    done = checkout.run("contribution", propose(checkout, files), *HANDED)
    found = outputs(tmp_path)
    assert (done.exit_code, found["state"], found["shown"]) == (1, "failure", "false")
    assert described in found["description"]


def test_dead_link(checkout: Checkout, tmp_path: Path) -> None:
    """A point to look at again keeps nothing from being accepted."""
    text = TEXT.replace("Dix", "[Dix](pas-la.md)")
    done = checkout.run("contribution", propose(checkout, {ANSWER: text}), *HANDED)
    assert (done.exit_code, outputs(tmp_path)["shown"]) == (0, "true")
    assert "### 1 point à revoir" in (tmp_path / "summary").read_text(encoding="utf-8")


def test_conflict(checkout: Checkout, tmp_path: Path) -> None:
    """Two changes of one place are told in a sentence."""
    page = "---\nname: Ana Ferrand\nrole: {}\n---\n"
    commit = propose(checkout, {"docs/membres/ana.md": page.format("Une")})
    checkout.commit({"docs/membres/ana.md": page.format("Autre")})
    done = checkout.run("contribution", commit, *HANDED)
    assert (done.exit_code, outputs(tmp_path)["state"]) == (1, "failure")
    assert done.stdout.splitlines()[1:] == [
        "Le texte a changé entre-temps au même endroit\u00a0: un organisateur doit réunir les deux "
        "versions.",
        "Fichiers modifiés deux fois\u00a0:",
        "    docs/membres/ana.md",
    ]
    assert "réunir les deux versions" in (tmp_path / "comment/comment.md").read_text("utf-8")


def test_hostile(checkout: Checkout, tmp_path: Path) -> None:
    """Settings, hooks and links of a proposal are neither run nor followed, nor shown."""
    evil = "import pathlib\npathlib.Path('eve').touch()\n"
    (checkout.folder / "docs/membres/lien.md").symlink_to("/etc/passwd")
    hostile = {"mkdocs.yml": "hooks: [evil.py]\n", "evil.py": evil, ANSWER: TEXT}
    done = checkout.run("contribution", propose(checkout, hostile), *HANDED)
    assert (done.exit_code, outputs(tmp_path)["shown"]) == (1, "false")
    assert not (checkout.folder / "docs/membres/lien.md").is_symlink()
    assert not {"evil.py", "eve"} & {path.name for path in checkout.folder.iterdir()}
    assert checkout.git("diff", "--name-only") == ""
    assert "    docs/membres/lien.md" in done.stdout.splitlines()
    assert "    evil.py" in done.stdout.splitlines()


def test_formats(checkout: Checkout) -> None:
    """The report is that of the check in any form; paths begin at the top of the repository."""
    commit = propose(checkout, {ANSWER: TEXT.replace("2024-11-03", "hier")})
    done = checkout.run(
        "contribution", commit, "--format", "github", "--code-quality", "../quality.json"
    )
    assert f"::error file={ANSWER},line=2," in done.stdout
    (found,) = json.loads((checkout.folder.parent / "quality.json").read_text(encoding="utf-8"))
    assert found["location"] == {"path": ANSWER, "lines": {"begin": 2}}
    assert (found["severity"], found["check_name"][0]) == ("major", "F")


@pytest.mark.parametrize("name", ["0" * 40, "--all", "nowhere", "tree"])
def test_could_not_look(checkout: Checkout, name: str) -> None:
    """What is no commit of this branch is told of in a sentence, and nothing is written."""
    if name == "tree":
        name = checkout.git("commit-tree", checkout.git("write-tree"), "-m", "Begin")
    done = checkout.run("contribution", "--", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert checkout.git("status", "--short") == ""


STRANGE = ["docs/membres/\udcff.md", "docs/membres/a\nb.md", "docs/membres/\u202ea.md"]


@pytest.mark.parametrize("path", STRANGE)
def test_strange_name(checkout: Checkout, tmp_path: Path, path: str) -> None:
    """A name that can't be shown is told in each form, and counts as the proposal's own fault."""
    blob = checkout.git("hash-object", "-w", "--stdin", stdin=b"---\nname: Eve\n---\n")
    checkout.git("switch", "--quiet", "--create", "proposal")
    entry = f"100644 {blob}\t{path}\0".encode("utf-8", "surrogateescape")
    checkout.git("update-index", "-z", "--index-info", stdin=entry)
    checkout.git("commit", "--quiet", "--message", "Change")
    commit = checkout.git("rev-parse", "HEAD")
    checkout.git("switch", "--quiet", "--force", "main")
    for form in ("text", "github", "gitlab", "json"):
        done = checkout.run(
            *("contribution", commit, "--format", form, "--code-quality=../quality.json", *HANDED)
        )
        assert (done.exit_code, "F122" in done.stdout) == (1, True), done.output
        assert outputs(tmp_path)["state"] == "failure"
