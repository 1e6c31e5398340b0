"""`mkdocs-forum schema`: what the site publishes."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from mkdocs_forum.core.schemas import SCHEMAS
from tests.sites import build_site

Run = Callable[..., Result]


def test_one(run: Run) -> None:
    """One kind is written to the standard output, described in the site's language."""
    result = run("schema", "talk")
    made = json.loads(result.stdout)
    assert (result.exit_code, made["properties"]["title"]["description"]) == (
        0,
        "Titre de l’intervention.",
    )


def test_language(run: Run) -> None:
    """The language may be another one."""
    made = json.loads(run("schema", "talk", "--lang", "en").stdout)
    assert made["properties"]["title"]["description"] == "Title of the talk."


def test_same_as_published(run: Run, folder: Path) -> None:
    """The files are those of the site, byte for byte."""
    assert run("schema", "--out", "here/schemas").exit_code == 0
    build_site(folder, folder / "site", strict=True)
    files = {path.name: path.read_bytes() for path in (folder / "here/schemas").iterdir()}
    published = {name: (folder / "site/assets/forum/schemas" / name).read_bytes() for name in files}
    assert (sorted(files), files) == (sorted(f"{name}.json" for name in SCHEMAS), published)


def test_one_file(run: Run, folder: Path) -> None:
    """With a kind and a folder, one file is written."""
    run("schema", "answer", "--out", "here")
    assert [path.name for path in (folder / "here").iterdir()] == ["answer.json"]


def test_nothing_named(run: Run) -> None:
    """Without a kind and a folder nobody knows what to do."""
    result = run("schema")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: name a kind of entry, or with --out a folder for all of them",
    )
