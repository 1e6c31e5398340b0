"""`mkdocs-forum inbox`: what waits for the organisers, and since when."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option, open_project
from mkdocs_forum.cli.receiving.mailboxes import mails_in
from mkdocs_forum.core.faults.diagnostic import Message, brief, say
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.inbox import (
    Waiting,
    in_order,
    of_drafts,
    of_issues,
    of_letters,
    of_promises,
    of_proposals,
)
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.repository.history import first_changes
from mkdocs_forum.core.repository.unmerged import unmerged
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES


@click.command()
@config_option
@click.option(
    "--mail",
    "mails",
    multiple=True,
    type=click.Path(exists=True),
    help="Mail, mailbox or folder of mails to look through. Several times for several.",
)
@click.option(
    "--issues",
    type=click.Path(exists=True, allow_dash=True),
    help="What the forge tells of its open issues, as JSON; '-' reads the standard input.",
)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the list; by default the site's."
)
def inbox(config_file: Path, mails: tuple[str, ...], issues: str | None, lang: str | None) -> None:
    """List what waits for the organisers, and since when; what waits longest comes first.

    Proposals are branches and pull requests that this copy of the repository knows and hasn't
    merged, drafts those of the forum, and promises those to answer a question whose day has passed.
    Nothing is asked over the network. Ends with 0, or with 2
    if it could not look.
    """
    project = open_project(config_file)
    language = Language(lang or project.settings.language)
    library = load(project.texts(), project.settings).library
    found = [
        *of_proposals(unmerged(project.docs)),
        *of_letters(_letters(mails)),
        *(_issues(issues, language) if issues else ()),
        *of_drafts(library, first_changes(project.docs)),
        *of_promises(library, project.settings.today),
    ]
    for each in in_order(found):
        click.echo(_line(each, project.settings.today.toordinal(), language))
    message: Message = say("Nothing waits.") if not found else _sum(len(found))
    click.echo(message.tell(language.tell), err=True)


def _sum(count: int) -> Message:
    return say("One thing waits.") if count == 1 else say("{count} things wait.", count=count)


def _letters(paths: Iterable[str]) -> Iterator[tuple[str, Letter]]:
    for name, data in mails_in(paths) if paths else ():
        letter = read_letter(data)
        if isinstance(letter, Letter):
            yield name, letter


def _issues(file: str, language: Language) -> list[Waiting]:
    with click.open_file(file, "rb") as opened:
        data: bytes = opened.read()
    try:
        return list(of_issues(data))
    except ValueError as error:
        told = say("'{file}' contains no list of issues", file=file).tell(language.tell)
        raise click.UsageError(told) from error


def _line(each: Waiting, today: int, language: Language) -> str:
    tell = language.tell
    since = say("no date")
    if each.day:
        since = say("{days} d", days=f"{max(0, today - each.day.toordinal()):>5}")
    told = say(
        "{since}  {source}: {title} ({name})",
        since=since,
        source=tell(each.source.value),
        title=", ".join(filter(None, [brief(each.title), brief(each.who)])),
        name=each.name,
    )
    return told.tell(tell)
