"""`mkdocs-forum export`: writes the published forum as plain Markdown pages."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import click
from mkdocs.exceptions import MkDocsException

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.organising.export_build import Forum, built
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.outputs.export.export import export as exported
from mkdocs_forum.core.outputs.export.index import INDEX, files_of


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@config_option
def export(folder: Path, config_file: Path) -> None:
    """Write the published forum into FOLDER as plain Markdown pages.

    Every page is there with its address, and other generators make a site of them: Zensical, or
    MkDocs without the plugin. Drafts are left out, and nothing in it runs. FOLDER is new, empty, or
    an earlier export, of which all files are written anew.
    Ends with 1 if the forum can't be built, with 2 if FOLDER holds something else.
    """
    project = open_project(config_file)
    tell = project.frame().language.tell
    earlier = _earlier(folder)
    if earlier is None:
        told = say("'{folder}' contains something else: name a new folder", folder=folder)
        raise click.UsageError(told.tell(tell))
    files = _files(project)
    _write(folder, earlier, files)
    pages = sum(path.endswith(".md") for path in files)
    told = say(
        "Written: {count} pages in {folder}. README.md there says how a site is made of them.",
        count=pages - 1,
        folder=folder,
    )
    click.echo(told.tell(tell))


def _files(project: Project) -> dict[str, bytes]:
    """Give the files of an export.

    Raises:
        ClickException: The forum can't be built; what is wrong was told.
    """
    forum = cast(Forum, project.config.plugins["forum"])
    with TemporaryDirectory(prefix="mkdocs-forum-") as site:
        try:
            return dict(exported(built(forum, project.config, Path(site))))
        except MkDocsException as error:
            raise click.ClickException(str(error)) from error


def _earlier(folder: Path) -> list[Path] | None:
    """Give the files of an earlier export; nothing if the folder holds something else."""
    index = folder / INDEX
    if not folder.exists() or not any(folder.iterdir()):
        return []
    named = files_of(index.read_text(encoding="utf-8")) if index.is_file() else None
    if named is None:
        return None
    root = folder.resolve()
    places = ((folder / path).resolve() for path in named)
    return [place for place in places if place.is_relative_to(root)]


def _write(folder: Path, earlier: Iterable[Path], files: Mapping[str, bytes]) -> None:
    """Write the files, and remove those of an earlier export that are no more."""
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    written = {(folder / path).resolve() for path in files}
    for place in earlier:
        if place not in written and place.is_file():
            place.unlink()
