"""A build after the last one gives the same bytes as the first of its kind, whatever was edited."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import Log, Workshop
from tests.edits import EDITS, FORUM, Texts, add_answer, add_talk, put
from tests.sites import Site, build_site, configuration
from tests.small import SMALL


def build_cold(folder: Path) -> Site:
    """Build the site with nothing that was kept."""
    shutil.rmtree(folder / "cold", ignore_errors=True)
    (folder / ".cache").rename(folder / "kept")
    try:
        return build_site(folder, folder / "cold")
    finally:
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        (folder / "kept").rename(folder / ".cache")


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Give the paths of what isn't the same in two sites."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


@pytest.mark.parametrize(
    "seed",
    [
        *range(10),
        *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(10, 300)),
    ],
)
def test_edits(workshop: Workshop, log: Log, seed: int) -> None:
    """After some edits, the site is what a first build makes, and the same is told."""
    draw = random.Random(seed)
    texts = dict(FORUM)
    put(workshop.folder, texts)
    workshop.build()
    done = []
    for _ in range(draw.randint(1, 3)):
        edit = draw.choice(EDITS)
        done.append(edit.__name__)
        edit(texts, draw)
        put(workshop.folder, texts)
        log.take()
        try:
            warm, told = workshop.build().files, sorted(log.take())
        except Exception:  # What the edit broke is told; the next one goes on from there.
            warm = {}
    log.take()
    if warm:
        cold = build_cold(workshop.folder).files
        assert (done, differences(warm, cold), told) == (done, [], sorted(log.take()))


@pytest.mark.parametrize("seed", range(4))
def test_killed(workshop: Workshop, seed: int) -> None:
    """However a build is killed, the next one makes what a first one does."""
    draw = random.Random(seed)
    texts = dict(FORUM)
    put(workshop.folder, texts)
    before = workshop.build().files
    add_talk(texts, draw)
    put(workshop.folder, texts)
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "-q"]
    process = subprocess.Popen(command, cwd=workshop.folder)
    with suppress(subprocess.TimeoutExpired):
        process.wait(draw.uniform(1, 4))
    process.kill()
    process.wait()
    left = Site(workshop.folder / "site").files
    warm = workshop.build().files
    assert differences(warm, build_cold(workshop.folder).files) == []
    assert left in (before, warm)


def test_pages_kept(workshop: Workshop) -> None:
    """A page of which nothing changed is the file of the last site; one that changed isn't."""
    texts = dict(FORUM)
    put(workshop.folder, texts)
    pages = [workshop.build().file(url) for url in ("membres/bob/", "questions/prix/marge/")]
    printed = workshop.folder / "site/interventions/valeur/imprimer/index.html"
    before = [path.stat().st_ino for path in (*pages, printed)]
    texts["docs/reponses/prix/marge/bob.md"] += "\nEncore.\n"
    put(workshop.folder, texts)
    site = workshop.build()
    kept = [path.stat().st_ino == number for path, number in zip(pages, before[:2], strict=True)]
    assert kept == [True, False]
    assert printed.stat().st_ino == before[2]
    assert "Encore." in site.page("questions/prix/marge/")
    assert "Encore." in site.page("interventions/prix/imprimer/")
    assert "Encore." in site.page("editions/2024/actes/")


def test_pdf(workshop: Workshop) -> None:
    """The PDF documents of what is taken over are there, too."""
    texts = {**SMALL, "mkdocs.yml": configuration(forum={"pdf": True})}
    put(workshop.folder, texts)
    workshop.build()
    add_answer(texts, random.Random(1))
    put(workshop.folder, texts)
    warm = workshop.build().files
    assert differences(warm, build_cold(workshop.folder).files) == []
    assert [path for path in warm if path.endswith(".pdf")] != []


@pytest.mark.parametrize("edit", dict.fromkeys(EDITS))
def test_each_edit(
    workshop: Workshop, log: Log, edit: Callable[[Texts, random.Random], None]
) -> None:
    """So it is after an edit of each kind."""
    texts = dict(FORUM)
    put(workshop.folder, texts)
    workshop.build()
    edit(texts, random.Random(1))
    put(workshop.folder, texts)
    warm, told = workshop.build().files, sorted(log.take())
    assert (differences(warm, build_cold(workshop.folder).files), told) == ([], sorted(log.take()))
