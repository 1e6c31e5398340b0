"""`mkdocs-forum preview`: finds a proposal, shows it at an address of its own, and tells of it."""

import os
import re
import subprocess
from pathlib import Path

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.workflows.connection import answered, open_repository
from mkdocs_forum.core.proposals.forges.github import Proposal, Status
from mkdocs_forum.core.proposals.previews import Place, PreviewError, inspect, place
from mkdocs_forum.core.proposals.publish_preview import publish as publish_site

_COMMIT = re.compile("[0-9a-f]{40}")


@click.group()
def preview() -> None:
    """Show proposals before they are accepted, and tell their authors what was found.

    These commands are for the workflow "Preview" on GitHub. The variable FORUM_TOKEN holds what
    lets them ask and write there.
    """


@preview.command()
@config_option
@click.option("--number", default="", help="Number of the proposal; by default what follows.")
@click.option("--commit", default="", help="Its newest commit, in full.")
@click.option("--repository", default="", help="Repository that it comes from.")
@click.option("--branch", default="", help="Branch there.")
def find(config_file: Path, number: str, commit: str, repository: str, branch: str) -> None:
    """Print number, commit and address of the preview of a proposal, if it is open.

    They are outputs of a workflow's step, a line each; without such a proposal there are none.
    """
    project = open_project(config_file)
    origin = (commit, repository, branch)

    def is_meant(each: Proposal) -> bool:
        if each.base != project.settings.branch:
            return False
        told = (each.commit, each.repository, each.branch)
        return str(each.number) == number if number else told == origin

    opened = answered(open_repository(os.environ).github.proposals)
    if found := next(filter(is_meant, opened), None):
        address = _place(project).address(found.number)
        click.echo(f"number={found.number}\ncommit={found.commit}\naddress={address}")


@preview.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("number", type=click.IntRange(min=1))
@click.argument("commit")
@config_option
def publish(folder: Path, number: int, commit: str, config_file: Path) -> None:
    """Show the site in FOLDER, built of COMMIT, as the preview of proposal NUMBER.

    Prints its address as an output of a workflow's step. Nothing happens if COMMIT is no longer the
    newest of the proposal. The variable PREVIEW_KEY holds a key that may push to the repository of
    the previews, from which those of closed proposals are taken away.
    """
    project = open_project(config_file)
    where, github = _place(project), open_repository(os.environ).github
    try:
        inspect(folder)
        opened = {each.number: each.commit for each in answered(github.proposals)}
        if not where.repository or opened.get(number) != commit:
            return

        def numbers() -> list[int]:
            return [each.number for each in answered(github.proposals)]

        publish_site(folder, number, where, os.environ.get("PREVIEW_KEY", ""), numbers)
    except PreviewError as error:
        raise _ended(project, error) from error
    except subprocess.CalledProcessError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"address={where.address(number)}")


@preview.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.argument("number", type=click.IntRange(min=1))
@click.argument("commit")
@config_option
@click.option("--state", default="error", help="State of its mark: success, failure or error.")
@click.option("--description", default="", help="A few words on what was found.")
@click.option("--address", default="", help="Address of its preview, if there is one.")
@click.option("--run", default="", help="Address at which all can be looked up.")
def tell(
    folder: Path,
    number: int,
    commit: str,
    config_file: Path,
    state: str,
    description: str,
    address: str,
    run: str,
) -> None:
    """Tell the author of proposal NUMBER what was found in COMMIT, by one comment and a mark.

    FOLDER holds comment.md and shown.md, as 'mkdocs-forum contribution' wrote them; without them it
    is told that the check itself failed. Of a commit that isn't the newest nothing is told.
    """
    if not _COMMIT.fullmatch(commit):
        raise click.UsageError(f"no commit: {commit!r}")
    translate = open_project(config_file).frame().language.tell
    github = open_repository(os.environ).github
    if answered(lambda: github.newest_commit(number)) != commit:
        return
    file = folder / ("shown.md" if address else "comment.md")
    failed = translate("The check could not be done")
    words = translate("It isn't the fault of your text: an organiser looks at what happened.")
    text = file.read_text(encoding="utf-8") if file.is_file() else f"## {failed}\n\n{words}\n"
    answered(lambda: github.tell_issue(number, text))
    status = Status(state, translate("Check of the text"), description or f"{failed}.", run)
    answered(lambda: github.set_status(commit, status))


def _place(project: Project) -> Place:
    """Give where previews stand.

    Raises:
        UsageError: What says so can't stand.
    """
    try:
        return place(project.folder, project.settings.site_url)
    except PreviewError as error:
        raise _ended(project, error) from error


def _ended(project: Project, error: PreviewError) -> click.UsageError:
    return click.UsageError(error.message.tell(project.frame().language.tell))
