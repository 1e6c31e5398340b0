"""`mkdocs-forum from-issue` and `issue-forms`: contributions as issues of a forge."""

from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option, open_project
from mkdocs_forum.cli.options import lang_option
from mkdocs_forum.cli.pictures import RefusedError, download
from mkdocs_forum.cli.receiving.receiver import open_receiver, read
from mkdocs_forum.core.faults.diagnostic import Message
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import Forum, Intake
from mkdocs_forum.core.intake.issues.events import is_wanted
from mkdocs_forum.core.intake.issues.files import issue_files
from mkdocs_forum.core.intake.issues.read import fill, read_issue
from mkdocs_forum.core.intake.issues.take import take, wanted
from mkdocs_forum.core.reading.materials.check import LARGEST
from mkdocs_forum.core.words.languages import LANGUAGES


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@config_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write into instead of the forum: report.md, which tells as a comment what "
    "became of it, and each file below 'files'.",
)
@click.option(
    "--label", help="Take it only if it has just got this label, or has it and was edited."
)
@click.option("--print", "shows", is_flag=True, help="Print the file; write nothing.")
@lang_option
def from_issue(
    file: str,
    config_file: Path,
    out: Path | None,
    label: str | None,
    shows: bool,
    lang: str | None,
) -> None:
    """Make a file of an issue that was opened with a form of the forum.

    FILE is the event that the forge gives to a workflow ($GITHUB_EVENT_PATH; on GitLab
    $TRIGGER_PAYLOAD), or the issue's text; '-' reads the standard input. Pictures and
    documents that were dropped into it are brought from the forge.
    Ends with 0 if the file was written, with 1 if the issue is
    refused, with 2 if it could not look.
    """
    data = read(file)
    if label and not is_wanted(data, label):
        return
    receiver = open_receiver(config_file, lang)
    intake = _taken(data, receiver.forum)
    if shows:
        receiver.show(intake)
    elif out:
        receiver.hand_over(intake, out)
    else:
        receiver.take(intake)
    raise SystemExit(int(intake.is_refused))


def _taken(data: bytes, forum: Forum) -> Intake:
    issue = read_issue(data)
    if isinstance(issue, Refusal):
        return Intake(refusals=[issue])
    filled = fill(issue, forum.settings)
    if isinstance(filled, Refusal):
        return Intake(refusals=[filled])
    brought = {address: _brought(address) for address in wanted(filled, forum.settings)}
    return take(issue, filled, forum, brought)


def _brought(address: str) -> bytes | Message:
    """Bring what was dropped into an issue, or tell why it can't be had."""
    try:
        # What is too large for a picture is told when it is judged.
        return download(address, LARGEST)
    except RefusedError as error:
        return error.message


@click.command()
@config_option
@click.option("--write", is_flag=True, help="Write them into the folder of the configuration.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the forms; by default the site's."
)
def issue_forms(config_file: Path, write: bool, lang: str | None) -> None:
    """Give the forms by which contributions are sent as issues of the forge."""
    project = open_project(config_file)
    for path, text in issue_files(project.settings, lang).items():
        if not write:
            click.echo(f"# {path}\n{text}")
            continue
        file = Path(project.config.config_file_path).parent / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        click.echo(path)
