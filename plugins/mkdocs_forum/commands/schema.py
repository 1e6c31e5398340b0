"""`mkdocs-forum schema`: gives the JSON Schema of the frontmatter, for editors."""

import os
from pathlib import Path, PurePosixPath

import click

from mkdocs_forum.core.outputs.schemas import schemas
from mkdocs_forum.core.outputs.wiring import CONFIGURATION, MARK, wiring
from mkdocs_forum.core.schemas import SCHEMAS
from mkdocs_forum.core.settings import LANGUAGES
from mkdocs_forum.project import Project, config_option, open_project


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
    for output in schemas(project.settings, project.config.site_url or "", lang):
        name = PurePosixPath(output.target).name
        if kind and name != f"{kind}.json":
            continue
        if out is None:
            click.echo(output.text, nl=False)
            continue
        out.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(output.text, encoding="utf-8", newline="\n")


def _write(project: Project, folder: Path, language: str | None) -> None:
    present = folder / CONFIGURATION
    if present.exists() and not present.read_bytes().startswith(MARK.encode()):
        raise click.UsageError(f"{present} is there already, and another program's or your own")
    docs = Path(os.path.relpath(project.docs, folder)).as_posix()
    for output in wiring(project.settings, docs, project.config.site_url or "", language):
        path = folder / output.target
        path.parent.mkdir(exist_ok=True)
        path.write_text(output.text, encoding="utf-8", newline="\n")
        click.echo(output.target)
