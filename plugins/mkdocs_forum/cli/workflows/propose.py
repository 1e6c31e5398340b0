"""`mkdocs-forum propose`: the files that an issue was turned into become a proposal."""

import os
import subprocess
from pathlib import Path

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.receiving.receiver import read
from mkdocs_forum.cli.workflows.connection import Repository, answered, open_repository
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.intake.issues.events import number_of
from mkdocs_forum.core.proposals.branches import ForeignFileError, Pusher, push, texts_in
from mkdocs_forum.core.proposals.forges.github import GitHub
from mkdocs_forum.core.proposals.git import git

PREVIEW = "preview.yml"
"""Workflow that answers a proposal on GitHub."""


@click.command()
@click.argument("event", type=click.Path(exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@config_option
def propose(event: str, folder: Path, config_file: Path) -> None:
    """Propose the files that an issue was turned into, and tell its author what became of it.

    EVENT is what the forge told of the issue, of which the number alone is taken. FOLDER is what
    'mkdocs-forum from-issue --out' wrote: report.md becomes the one comment below the issue, the
    files below 'files' a branch and its proposal. They come from what reads a stranger's words, so
    texts and pictures of contributions alone are taken. The variable FORUM_TOKEN holds what lets
    write on the forge.
    """
    project = open_project(config_file)
    number = number_of(read(event))
    if number is None:
        raise click.UsageError("what the forge sent isn't about an issue")
    repository, report = open_repository(os.environ), folder / "report.md"
    try:
        _propose(project, repository, number, folder / "files")
    finally:
        if report.is_file():
            text = report.read_text(encoding="utf-8")
            answered(lambda: repository.forge.tell_issue(number, text))


def _propose(project: Project, repository: Repository, number: int, folder: Path) -> None:
    forge, branch = repository.forge, f"contribution/issue-{number}"
    pusher = Pusher(repository.address, repository.token, forge.name, forge.email)
    try:
        files = texts_in(folder, project.settings)
        root = Path(git(project.folder, "rev-parse", "--show-toplevel").decode().strip())
        message = f"Contribution of issue {number}"
        if not (files and push(root, branch, files, message, pusher)):
            return
    except ForeignFileError as error:
        raise click.UsageError(f"no text of the forum: {error}") from error
    except subprocess.CalledProcessError as error:
        raise click.UsageError(error.stderr.decode("utf-8", "replace")) from error
    tell, base = project.frame().language.tell, project.settings.branch
    title = say("Contribution received by the form (no. {number})", number=number).tell(tell)
    words = say("Form no. {number} became a file, which the check accepts.", number=number)
    text = f"{words.tell(tell)} Closes #{number}."
    proposal = answered(lambda: forge.propose(branch, base, title, text))
    if isinstance(forge, GitHub):
        answered(lambda: forge.start(PREVIEW, base, {"number": str(proposal)}))
