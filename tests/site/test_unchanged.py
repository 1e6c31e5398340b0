"""A build that finds the site as it would make it makes nothing, and tells the same."""

import logging
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Log, Workshop
from tests.sites import configuration
from tests.small import SMALL


class Infos(logging.Handler):
    """Hears whether a build found nothing to do."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.told = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count the lines that tell so."""
        self.told += record.getMessage().startswith("Rien n’a changé")


@pytest.fixture
def infos() -> Iterator[Infos]:
    """Hear what the forum tells."""
    handler, logger = Infos(), logging.getLogger("mkdocs.plugins.forum")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield handler
    logger.setLevel(level)
    logger.removeHandler(handler)


def times(workshop: Workshop) -> dict[str, int]:
    """Give when each file of the site was written, and its folder."""
    site = workshop.folder / "site"
    return {str(path): path.stat().st_ctime_ns for path in [site, *site.rglob("*")]}


def test_nothing_changed(workshop: Workshop, infos: Infos) -> None:
    """The second build touches no file of the site, and leaves nothing beside it."""
    workshop.write(SMALL)
    workshop.build()
    before = times(workshop)
    site = workshop.build()
    assert infos.told == 1
    assert times(workshop) == before
    assert site.file("interventions/prix/").is_file()
    assert sorted(path.name for path in workshop.folder.iterdir()) == [
        ".cache", "docs", "mkdocs.yml", "site",
    ]  # fmt: skip


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": lambda folder: (folder / "docs/interventions/prix.md").write_text(
        SMALL["docs/interventions/prix.md"].replace("Tout.", "Rien."), encoding="utf-8"
    ),
    "touched": lambda folder: (folder / "docs/membres/bob.md").write_text(
        "---\nname: Bob Durant\n---\n", encoding="utf-8"
    ),
    "new file": lambda folder: (folder / "docs/note.txt").write_text("note"),
    "lost file": lambda folder: (folder / "docs/reponses/prix/marge/bob.md").unlink(),
    "new folder": lambda folder: (folder / "docs/membres/photos").mkdir(),
    "configuration": lambda folder: (folder / "mkdocs.yml").write_text(
        configuration(site_name="Autre"), encoding="utf-8"
    ),
    "lost page": lambda folder: (folder / "site/interventions/prix/index.html").unlink(),
    "other page": lambda folder: (folder / "site/interventions/prix/index.html").write_text("x"),
    "further page": lambda folder: (folder / "site/more.html").write_text("x"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_something_changed(workshop: Workshop, infos: Infos, name: str) -> None:
    """Whatever changed, among the sources or in the site, this is what a first build makes."""
    workshop.write(SMALL)
    workshop.build()
    CHANGES[name](workshop.folder)
    warm = workshop.build().files
    assert infos.told == 0
    (workshop.folder / ".cache").rename(workshop.folder / "gone")
    assert warm == workshop.build().files


@pytest.mark.parametrize(
    ("variable", "value"), [("SOURCE_DATE_EPOCH", "1805132800"), ("TZ", "Asia/Tokyo")]
)
def test_other_day(
    workshop: Workshop, infos: Infos, variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another day is another site."""
    workshop.write(SMALL)
    workshop.build()
    monkeypatch.setenv(variable, value)
    workshop.build()
    assert infos.told == 0


def test_commit(workshop: Workshop, infos: Infos) -> None:
    """A commit changes the days that pages tell."""
    workshop.write(SMALL)

    def git(*arguments: str) -> None:
        names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *names, *arguments], cwd=workshop.folder, check=True)

    git("init", "-q")
    workshop.build()
    git("add", "docs", "mkdocs.yml")
    git("commit", "-qm", "All", "--date", "2026-01-02T00:00:00Z")
    workshop.build()
    assert infos.told == 0
    workshop.build()
    assert infos.told == 1


def test_warnings_again(workshop: Workshop, log: Log, infos: Infos) -> None:
    """What was found by the forum or by MkDocs is told again, and stops a strict build again."""
    workshop.write(
        SMALL, {"docs/membres/ana.md": "---\nname: Ana Ferrand\n---\n\n[Rien](rien.md)\n"}
    )
    workshop.write({"docs/about.md": "# About\n\n[Nothing](nothing.md)\n"})
    workshop.build()
    told = log.take()
    assert len(told) > 1
    workshop.build()
    assert (infos.told, log.take()) == (1, told)


def test_plugin_of_others(workshop: Workshop, infos: Infos) -> None:
    """Where a module of the organisers has a part in the site, it is made anew."""
    options = configuration(hooks=["hook.py"])
    hook = "import os\ndef on_post_page(output, **_): return output + os.environ['LANG_X']\n"
    workshop.write(SMALL, {"mkdocs.yml": options, "hook.py": hook})
    os.environ["LANG_X"] = "one"
    workshop.build()
    os.environ["LANG_X"] = "two"
    assert workshop.build().page("interventions/prix/").endswith("two")
    assert infos.told == 0


def test_template(workshop: Workshop, infos: Infos) -> None:
    """A template of the site's own is one of the things that a site is made of."""
    override = '{% extends "base.html" %}{% block footer %}one{% endblock %}'
    theme = {"custom_dir": "theme"}
    workshop.write(SMALL, {"mkdocs.yml": configuration(theme=theme), "theme/main.html": override})
    workshop.build()
    workshop.write({"theme/main.html": override.replace("one", "two")})
    assert "two" in workshop.build().page("interventions/prix/")
    assert infos.told == 0
    workshop.build()
    assert infos.told == 1


def test_kept_in_the_repository(workshop: Workshop, log: Log, infos: Infos) -> None:
    """What somebody sent as kept by a build is told, and not used."""
    workshop.write(SMALL)
    workshop.build()
    for command in (["init", "-q"], ["add", "-f", "."]):
        subprocess.run(["git", *command], cwd=workshop.folder, check=True)
    workshop.build()
    assert infos.told == 0
    assert [line for line in log.take() if "git rm" in line]


@pytest.mark.parametrize("what", ["store", "folder"])
def test_damaged(workshop: Workshop, infos: Infos, what: str) -> None:
    """A damaged file, or a file in the place of the folder, costs time and nothing else."""
    workshop.write(SMALL)
    first = workshop.build().files
    kept = workshop.folder / ".cache/plugin/forum"
    if what == "store":
        (kept / "store.sqlite").write_bytes(b"damaged" * 1000)
    else:
        kept.rename(workshop.folder / "gone")
        kept.write_text("no folder", encoding="utf-8")
    assert workshop.build().files == first
    assert infos.told == 0
