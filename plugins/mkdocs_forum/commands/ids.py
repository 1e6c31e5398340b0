"""`mkdocs-forum ids`: names of questions, so that their addresses stay when they are reworded."""

from pathlib import Path

import click

from mkdocs_forum.commands.changes import change
from mkdocs_forum.core.loading import read_file
from mkdocs_forum.core.mending import name_questions, unnamed
from mkdocs_forum.project import config_option, open_project


@click.command()
@config_option
@click.option("--write", is_flag=True, help="Write the names into the talks.")
def ids(config_file: Path, write: bool) -> None:
    """Show the questions that have no name of their own, with the name that each would get.

    It is the one that stands in the question's address today, so no address changes.
    """
    project = open_project(config_file)
    texts = project.texts()
    root = project.frame().root
    for path, data in texts.items():
        if write:
            named = name_questions(path, data, project.settings)
            if named != data:
                change(project.docs / path, root + path, data, named)
        else:
            for edit in unnamed(read_file(path, data, project.settings)):
                click.echo(f"{root}{edit.start}:{edit.text}")
