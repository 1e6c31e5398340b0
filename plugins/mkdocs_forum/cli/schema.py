"""`mkdocs-forum schema`: gives the JSON Schema of the frontmatter, for editors."""

import os
from pathlib import Path, PurePosixPath

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.outputs.editors import CONFIGURATION, wiring
from mkdocs_forum.core.outputs.published_schemas import schemas
from mkdocs_forum.core.outputs.schemas import MARK, SCHEMAS
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES

_HEAD = 100
"""Characters of a line among which the mark of our files stands."""


@click.command()
@click.argument("kind", type=click.Choice(list(SCHEMAS)), required=False)
@config_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write into, as KIND.json; without KIND, all of them.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of the descriptions; by default the site's.",
)
@click.option(
    "--write",
    is_flag=True,
    help=f"Write all into schemas/ beside the configuration, and {CONFIGURATION}, by which remark "
    "checks the files of the forum in editors.",
)
def schema(
    kind: str | None, config_file: Path, out: Path | None, lang: str | None, write: bool
) -> None:
    """Give the JSON Schema of a kind of frontmatter, as the site publishes it."""
    if not (kind or out or write):
        raise click.UsageError("name a kind of entry, or with --out a folder for all of them")
    if write and (kind or out):
        raise click.UsageError("--write writes all of them, at places of their own")
    project = open_project(config_file)
    if write:
        _write(project, config_file.absolute().parent, lang)
        return
    for output in schemas(project.settings, lang):
        name = PurePosixPath(output.target).name
        if kind and name != f"{kind}.json":
            continue
        if out is None:
            click.echo(output.text, nl=False)
            continue
        out.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(output.text, encoding="utf-8", newline="\n")


def _write(project: Project, folder: Path, language: str | None) -> None:
    docs = Path(os.path.relpath(project.docs, folder)).as_posix()
    settings = project.settings
    written = {folder / output.target: output.text for output in wiring(settings, docs, language)}
    for path in written:
        if path.exists() and not _is_ours(path):
            told = say(
                "'{path}' exists already, and this command didn't write it: nothing was written",
                path=path,
            )
            raise click.UsageError(told.tell(Language(language or settings.language).tell))
    for path, text in written.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(path.relative_to(folder).as_posix())


def _is_ours(path: Path) -> bool:
    """Whether a file says in its first two lines that this command wrote it."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return any(MARK.encode() in file.readline(_HEAD) for _ in range(2))
