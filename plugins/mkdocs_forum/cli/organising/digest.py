"""`mkdocs-forum digest`: one short mail for the list, of what is new and what waits."""

from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option, open_project
from mkdocs_forum.cli.drafts import demand_address, save_draft
from mkdocs_forum.cli.references import day_given, refused
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.drafts import mail_address
from mkdocs_forum.core.intake.notices.digest import digest as digest_of
from mkdocs_forum.core.intake.notices.digest_letter import digest_letter
from mkdocs_forum.core.library.shown import published


@click.command()
@config_option
@click.option(
    "--since",
    required=True,
    help="First day of what it tells, as YYYY-MM-DD.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("notices/digest.eml"),
    show_default=True,
    help="File to write the draft into.",
)
@click.option("--to", default="", help="Address of the mailing list.")
def digest(config_file: Path, since: str, out: Path, to: str) -> None:
    """Write the draft of one short mail for the forum's list, as text and HTML.

    It tells the open call, the questions that were answered, and a few that wait, with members who
    could answer. Nothing is sent. Ends with 0, or with 2 if it could not look.
    """
    project = open_project(config_file)
    settings = project.settings
    tell = project.frame().language.tell
    demand_address(settings, tell)
    first = day_given("--since", since, settings)
    if first > settings.today:
        message = say("'--since': the day {day} is still to come", day=first)
        hint = say("write the day of the last digest, or the first day that this one tells of")
        raise refused(settings, message, hint)
    address = mail_address(to) if to else None
    if to and address is None:
        raise click.UsageError(say("'{value}' is no address", value=to).tell(tell))
    library = published(load(project.texts(), settings).library)
    found = digest_of(library, first, settings.today)
    if found.is_empty:
        click.echo(say("Nothing is new.").tell(tell))
        return
    data = digest_letter(found, library, settings, ("", address) if address else None)
    saved = save_draft(out, data, once=True)
    click.echo(say("Draft of a mail: {path}", path=saved.as_posix()).tell(tell))
