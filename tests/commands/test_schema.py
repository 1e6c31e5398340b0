"""`mkdocs-forum schema`: what the site publishes."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from mkdocs_forum.core.outputs.schemas import SCHEMAS
from tests.commands.conftest import told
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
        "Erreur\u00a0: name a kind of entry, or with --out a folder for all of them",
    )


def test_wiring(run: Run, folder: Path) -> None:
    """The schemas are written beside the configuration, with what says which files each is for."""
    result = run("schema", "--write")
    configuration = (folder / ".remarkrc.mjs").read_text(encoding="utf-8")
    files = json.loads(configuration.partition("schemas = ")[2].partition(";")[0])
    assert (result.exit_code, files) == (
        0,
        {
            "./schemas/edition.json": ["./docs/editions/!(README|index).md"],
            "./schemas/talk.json": ["./docs/interventions/!(README|index).md"],
            "./schemas/answer.json": ["./docs/reponses/**/!(README|index).md"],
            "./schemas/outcome.json": ["./docs/questions/*/!(README|index).md"],
            "./schemas/member.json": ["./docs/membres/!(README|index).md"],
        },
    )
    written = {path: json.loads((folder / path).read_text(encoding="utf-8")) for path in files}
    assert [made["$id"].rpartition("/")[2] for made in written.values()] == [
        path.rpartition("/")[2] for path in files
    ]


def test_wiring_again(run: Run, folder: Path) -> None:
    """It is written anew over what it wrote, and over nothing else."""
    own = folder / ".remarkrc.mjs"
    first = run("schema", "--write").exit_code, run("schema", "--write").exit_code
    own.write_text("export default {};\n", encoding="utf-8")
    result = run("schema", "--write")
    assert (first, result.exit_code, own.read_text(encoding="utf-8")) == (
        (0, 0),
        2,
        "export default {};\n",
    )


def test_schema_of_its_owner(run: Run, folder: Path) -> None:
    """A schema that this command didn't write stays, and nothing else is written beside it."""
    own = folder / "schemas/talk.json"
    own.parent.mkdir()
    own.write_text("{}\n", encoding="utf-8")
    result = run("schema", "--write")
    assert (result.exit_code, own.read_text(encoding="utf-8")) == (2, "{}\n")
    assert f"« {own} »" in told(result.output)
    assert [*folder.glob("schemas/*")] == [own]


def test_wiring_of_one(run: Run) -> None:
    """What is written has places of its own."""
    assert (
        run("schema", "talk", "--write").exit_code,
        run("schema", "--write", "--out", "x").exit_code,
    ) == (2, 2)
