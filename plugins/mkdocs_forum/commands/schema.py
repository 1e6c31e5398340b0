"""`mkdocs-forum schema`: gives the JSON Schema of the frontmatter, for editors."""

from pathlib import Path, PurePosixPath

import click

from mkdocs_forum.core.outputs.schemas import schemas
from mkdocs_forum.core.schemas import SCHEMAS
from mkdocs_forum.core.settings import LANGUAGES
from mkdocs_forum.project import config_option, open_project


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
def schema(kind: str | None, config_file: Path, out: Path | None, lang: str | None) -> None:
    """Give the JSON Schema of a kind of frontmatter, as the site publishes it."""
    if not (kind or out):
        raise click.UsageError("name a kind of entry, or with --out a folder for all of them")
    project = open_project(config_file)
    for output in schemas(project.settings, project.config.site_url or "", lang):
        name = PurePosixPath(output.target).name
        if kind and name != f"{kind}.json":
            continue
        if out is None:
            click.echo(output.text, nl=False)
            continue
        out.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(output.text, encoding="utf-8", newline="\n")
