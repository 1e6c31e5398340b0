"""`mkdocs-forum preview`: the proposal of a run, its preview, and what its author is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.commands.workflows import Checkout, checkout, origins
from tests.flows.forge import Forge, forge
from tests.flows.repositories import Repository, repository
from tests.sites import write

__all__ = ["checkout", "origins"]

COMMIT = "c" * 40
PAGE = '<!doctype html>\n<html lang="fr">\n  <head><title>{}</title>\n'
URL = "https://previews.example/pr-{number}/"
PULLS = "GET repos/a/forum/pulls"
MARK = "<!-- forum -->\n"


def pull(number: int, **changed: Any) -> dict[str, Any]:
    """Give what the forge tells of a proposal."""
    commit = COMMIT if number == 7 else f"{number}" * 40
    told = {"sha": commit, "repo": {"full_name": "eve/forum"}, "ref": "main", "base": "main"}
    base = {**told, **changed}.pop("base")
    head = {key: value for key, value in {**told, **changed}.items() if key != "base"}
    return {"number": number, "head": head, "base": {"ref": base}}


@pytest.fixture
def hub() -> Iterator[Forge]:
    """Give a forge that knows two open proposals."""
    with forge({PULLS: [pull(7), pull(9)], "GET repos/a/forum/pulls/7": pull(7)}) as made:
        yield made


@pytest.fixture
def previews(checkout: Checkout, tmp_path: Path) -> Repository:
    """Give the repository of the previews, as the forum names it."""
    made = repository(tmp_path / "previews", {"pr-5/index.html": "five"})
    made.git("config", "receive.denyCurrentBranch", "updateInstead")
    told = f'url = "{URL}"\nrepository = "{made.folder.as_uri()}"\n'
    write(checkout.folder, {".github/preview.toml": told})
    return made


FOUND = f"number=7\ncommit={COMMIT}\naddress=https://previews.example/pr-7/\n"
ORIGIN = (f"--commit={COMMIT}", "--repository=eve/forum", "--branch=main")
FINDS: dict[str, tuple[list[Any], tuple[str, ...], str]] = {
    "commit": ([pull(7), pull(9)], ("--number=", *ORIGIN), FOUND),
    "number": ([pull(7), pull(9)], ("--number=7", "--commit=", "--branch="), FOUND),
    "other number": ([pull(7)], ("--number=8",), ""),
    "none": ([], ORIGIN, ""),
    "newer commit": ([pull(7, sha="d" * 40)], ORIGIN, ""),
    "other branch": ([pull(7, base="other")], ORIGIN, ""),
    "number of another branch": ([pull(7, base="other")], ("--number=7",), ""),
    "fork that is gone": ([pull(7, repo=None)], ORIGIN, ""),
    "no commit": ([pull(7, sha="c\nnumber=9")], ("--number=7",), ""),
    "commit of two": (
        [pull(9, sha=COMMIT, repo={"full_name": "bob/forum"}), pull(7)],
        ORIGIN,
        FOUND,
    ),
    "strange branch": (
        [pull(7, ref="--help; $(touch eve)")],
        (*ORIGIN[:2], "--branch=--help; $(touch eve)"),
        FOUND,
    ),
}


def test_find(checkout: Checkout, previews: Repository, hub: Forge) -> None:
    """Only the proposal whose newest commit was read is found: nobody speaks for another's."""
    for name, (listed, asked, expected) in FINDS.items():
        hub.answers[PULLS] = listed
        done = checkout.run("preview", "find", *asked, **hub.variables())
        assert (done.exit_code, done.stdout, done.stderr) == (0, expected, ""), name
    assert set(hub.tokens) == {"Bearer secret"}
    assert not (checkout.folder / "eve").exists()


def test_misplaced(checkout: Checkout, previews: Repository, hub: Forge) -> None:
    """What can't stand is told in the language of the forum."""
    text = (checkout.folder / ".github/preview.toml").read_text(encoding="utf-8")
    wrong = text.replace("previews.example", "forum.example.org")
    write(checkout.folder, {".github/preview.toml": wrong})
    done = checkout.run("preview", "find", "--number=7", **hub.variables())
    assert (done.exit_code, "ne doivent pas se trouver sur l’hôte" in done.stderr) == (2, True)


def site(folder: Path) -> str:
    """Write a site; give its folder."""
    return str(write(folder / "site", {"index.html": PAGE.format("new")}))


def test_publish(checkout: Checkout, previews: Repository, hub: Forge, tmp_path: Path) -> None:
    """The site of the newest commit stands at its address; those of closed proposals leave."""
    variables = {**hub.variables(), "PREVIEW_KEY": "a key"}
    done = checkout.run("preview", "publish", site(tmp_path), "7", COMMIT, **variables)
    assert (done.exit_code, done.stdout) == (0, "address=https://previews.example/pr-7/\n")
    assert "new" in (previews.folder / "pr-7/index.html").read_text()
    assert not (previews.folder / "pr-5").exists()


@pytest.mark.parametrize("case", ["newer commit", "no site", "no place"])
def test_unpublished(
    checkout: Checkout, previews: Repository, hub: Forge, tmp_path: Path, case: str
) -> None:
    """A commit that nobody proposes any more, what is no site, a forum without previews."""
    folder = site(tmp_path)
    before = previews.git("rev-parse", "HEAD")
    if case == "newer commit":
        hub.answers[PULLS] = [pull(7, sha="e" * 40)]
    elif case == "no place":
        (checkout.folder / ".github/preview.toml").unlink()
    else:
        (Path(folder) / "eve.xhtml").write_text("<html/>")
    done = checkout.run("preview", "publish", folder, "7", COMMIT, **hub.variables())
    assert (done.exit_code, done.stdout) == (2 if case == "no site" else 0, "")
    assert previews.git("rev-parse", "HEAD") == before


TOLD = {"comment.md": "a", "shown.md": "b"}
FAILED = (
    "## Le contrôle n’a pas abouti\n\nCe n’est pas la faute de votre texte\u00a0: un organisateur "
    "regarde ce qui s’est passé.\n"
)
ANSWERED = {
    "without preview": (TOLD, "", "a"),
    "preview": (TOLD, "https://previews.example/pr-7/", "b"),
    "no report": ({}, "", FAILED),
}


@pytest.mark.parametrize(("texts", "address", "told"), ANSWERED.values(), ids=ANSWERED)
def test_tell(
    checkout: Checkout,
    hub: Forge,
    tmp_path: Path,
    texts: dict[str, str],
    address: str,
    told: str,
) -> None:
    """The comment is written, and a status says whether the proposal may be accepted."""
    below = "repos/a/forum/issues/7/comments"
    hub.answers[f"GET {below}"] = []
    words = "" if told is FAILED else "$(touch eve) é"
    given = ("--state=failure", f"--description={words}", f"--address={address}", "--run=https://a")
    folder = str(write(tmp_path / "told", texts))
    done = checkout.run("preview", "tell", folder, "7", COMMIT, *given, **hub.variables())
    assert (done.exit_code, done.output) == (0, "")
    status = {"state": "failure", "context": "Contrôle du texte", "target_url": "https://a"}
    assert hub.written == [
        (f"POST {below}", {"body": MARK + told}),
        (
            f"POST repos/a/forum/statuses/{COMMIT}",
            {**status, "description": words or "Le contrôle n’a pas abouti."},
        ),
    ]


REFUSED = {
    "newer commit": ("7", "d" * 40, 0),
    "path": ("7/../8", COMMIT, 2),
    "branch": ("7", "main", 2),
    "nothing": ("", COMMIT, 2),
}


@pytest.mark.parametrize(("number", "commit", "code"), REFUSED.values(), ids=REFUSED)
def test_untold(
    checkout: Checkout, hub: Forge, tmp_path: Path, number: str, commit: str, code: int
) -> None:
    """Of a commit that another took the place of nothing is told; what is none is asked nowhere."""
    done = checkout.run("preview", "tell", str(tmp_path), number, commit, **hub.variables())
    assert (done.exit_code, hub.written, len(hub.asked)) == (code, [], 1 if code == 0 else 0)


def test_elsewhere(checkout: Checkout, hub: Forge) -> None:
    """A forge that doesn't answer, another one, or none, is told in a sentence."""
    cases: list[tuple[dict[str, str], str]] = [
        ({**hub.variables(), "GITHUB_REPOSITORY": "a/nowhere"}, "404"),
        (hub.variables("gitea"), "only GitHub"),
        ({"GITHUB_API_URL": "", "CI_API_V4_URL": ""}, "no forge runs this command"),
    ]
    for variables, words in cases:
        done = checkout.run("preview", "find", "--number=7", **variables)
        assert (done.exit_code, words in done.stderr) == (2, True), done.stderr
