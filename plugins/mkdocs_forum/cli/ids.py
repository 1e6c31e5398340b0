"""`mkdocs-forum ids`: names of questions, so that their addresses stay when they are reworded."""

from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option, open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.core.checks.fix import name_questions, unnamed
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.reading.read import read_file


@click.command()
@config_option
@click.option("--write", is_flag=True, help="Write the names into the talks.")
def ids(config_file: Path, write: bool) -> None:
    """Show the questions that have no name of their own, with the name that each would get.

    It is the one that stands in the question's address today, so no address changes.
    """
    project = open_project(config_file)
    texts = project.texts()
    frame = project.frame()
    root, is_any = frame.root, False
    for path, data in texts.items():
        edits = unnamed(read_file(path, data, project.settings))
        is_any = is_any or bool(edits)
        if write and edits:
            named = name_questions(path, data, project.settings)
            change(project.docs / path, root + path, data, named)
        elif not write:
            for edit in edits:
                click.echo(f"{root}{edit.start}:{edit.text}")
    if not is_any:
        click.echo(say("no question without a name was found").tell(frame.language.tell), err=True)
