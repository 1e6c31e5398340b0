"""`mkdocs-forum notice`: tells speakers that answers came in."""

from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option, open_project
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.notices import notices
from mkdocs_forum.core.library.library import published


@click.command()
@config_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def notice(config_file: Path, paths: tuple[Path, ...]) -> None:
    """Write the comment that tells speakers of new answers: one sentence for each file of PATHS.

    It mentions the accounts that members give under 'account'; where there are none, it is empty.
    Files that are no answers are passed over.
    """
    project = open_project(config_file)
    library = load(project.texts(), project.settings).library
    docs = project.docs.resolve()
    given = {path.resolve() for path in paths}
    answers = {path.relative_to(docs).as_posix() for path in given if path.is_relative_to(docs)}
    told = notices(published(library), answers, project.settings, project.config.site_url or "")
    tell = project.frame().language.tell
    click.echo("\n\n".join(message.tell(tell) for message in told))
