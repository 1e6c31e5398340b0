"""The plugins that are used most: beside each, readers find the same forum."""

import gc
import os
import re
import subprocess
import sys
import tomllib
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Log, Workshop
from tests.plugins import ALWAYS, FURTHER, Plugin
from tests.site.test_determinism import git
from tests.sites import FORUM, ROOT, Html, Site, configuration, strip_tags
from tests.small import SMALL

pytestmark = pytest.mark.filterwarnings("ignore")  # What others warn of is theirs.

OWN = "https://forum.example.org/"
PICTURE = (FORUM / "docs/membres/photos/chloe.png").read_bytes()
DAY = "2026-11-20T12:00:00Z"
TEXTS = {
    "docs/index.md": "# Accueil\n\nBonjour.\n",
    "docs/interventions/prix.md": SMALL["docs/interventions/prix.md"].replace(
        "Du prix.", "Du prix.\n\n![Une vue](vue.png)"
    ),
}


def built(workshop: Workshop, *plugins: object, **site: Any) -> Site:
    """Build a small forum that is in a repository."""
    return committed(workshop, *plugins, **site).build()


def committed(workshop: Workshop, *plugins: object, **site: Any) -> Workshop:
    """Write a small forum into a repository."""
    options = {"repository": "https://github.com/exemple/forum", "email": "a@example.org"}
    listed = [{"forum": options}, "search", *plugins]
    config = configuration(**{"plugins": listed, **site})
    folder = workshop.write(SMALL, TEXTS, {"mkdocs.yml": config}).folder
    (folder / "docs/interventions/vue.png").write_bytes(PICTURE)
    git(folder, "init", "-q", day=DAY)
    git(folder, "add", ".", day=DAY)
    git(folder, "commit", "-q", "-m", "Le forum", day=DAY)
    return workshop


def read(site: Site) -> dict[str, tuple[list[str], list[str]]]:
    """Give the words of each page, and its links."""
    return {
        path: (strip_tags(main).split(), [each.url for each in Html(main).links])
        for path, main in site.columns.items()
    }


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """Let what plugins left open be closed here, where nobody minds their warnings."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], list[str]]]:
    """Read the forum without any further plugin."""
    return read(built(Workshop(tmp_path_factory.mktemp("plain"))))


@pytest.mark.parametrize(
    ("name", "plugin"),
    [
        *ALWAYS.items(),
        *(pytest.param(*each, marks=pytest.mark.popular) for each in FURTHER.items()),
    ],
)
def test_same_forum(
    workshop: Workshop,
    plain: dict[str, tuple[list[str], list[str]]],
    log: Log,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    plugin: Plugin,
) -> None:
    """Readers find the same pages, words and links; nothing is told that was not expected."""
    workshop.folder.mkdir(parents=True)
    monkeypatch.chdir(workshop.folder)
    site = built(workshop, {name: dict(plugin.options)}, **plugin.site)
    told = re.compile(f"WARNING {plugin.told}" if plugin.told else "$")
    assert [line for line in log.take() if not told.match(line)] == []
    found = read(site)
    assert plain.keys() <= found.keys()
    for path, (words, links) in plain.items():
        shown = [word.strip(plugin.added) if plugin.added else word for word in found[path][0]]
        assert shown == words, path
        assert set(links) <= set(found[path][1]), path


def test_script_of_glightbox(workshop: Workshop) -> None:
    """The policy of every page names the script that a plugin writes into it."""
    site = built(workshop, "glightbox")
    for path, page in ((path, site.page(path)) for path in site.columns):
        if "md-content" not in page:
            continue
        (script,) = re.findall(r'<script id="init-glightbox">(.*?)</script>', page, re.DOTALL)
        assert b64encode(sha256(script.encode()).digest()).decode() in page, path


def test_deployed_by_mike(workshop: Workshop) -> None:
    """Every address of a version that mike publishes leads into its folder, and is whole."""
    folder = committed(workshop, "mike").folder
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    author = {"GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org"}
    run = subprocess.run(
        [sys.executable, "-c", "from mike.driver import main; main()", "deploy", "2026"],
        cwd=folder,
        env={**os.environ, **author, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = subprocess.run(
        ["git", "grep", "-ohIE", "https://forum.example.org/[^\"'<>) ]*", "gh-pages"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    addresses = set(found.stdout.split())
    assert len(addresses) > 50
    assert [each for each in addresses if not each.startswith(f"{OWN}2026/")] == []


def test_table_of_the_reference() -> None:
    """Each of the plugins is told of, and installed by the workflow that tries the newest."""
    page = (ROOT / ".github/reference/other-software.md").read_text(encoding="utf-8")
    known = {**ALWAYS, **FURTHER}
    assert [name for name in known if f"`{name}`" not in page] == []
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = groups["dependency-groups"]["plugins"]
    assert sorted(named) == sorted(plugin.package for plugin in FURTHER.values())
    assert len(known) > 30
