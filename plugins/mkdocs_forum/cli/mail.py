"""`mkdocs-forum from-mail`: takes a contribution out of a mail."""

from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option
from mkdocs_forum.cli.contribution import open_receiver, read
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import Intake
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.intake.mail.receive import receive
from mkdocs_forum.core.words.languages import LANGUAGES


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@config_option
@click.option("--question", default="", help="Question that it answers, if no form wrote it.")
@click.option("--author", default="", help="Member who wrote it, if no form did.")
@click.option("--print", "shows", is_flag=True, help="Print the files; write nothing.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the messages; by default the site's."
)
def from_mail(
    file: str, config_file: Path, question: str, author: str, shows: bool, lang: str | None
) -> None:
    """Take the contribution out of a mail that is saved as FILE; '-' reads the standard input.

    Writes new files only, and only if they pass the check. Ends with 0 if all is well, with 1 if
    the contribution is refused, with 2 if it could not look.
    """
    receiver = open_receiver(config_file, lang)
    letter = read_letter(read(file))
    if isinstance(letter, Refusal):
        intake = Intake(refusals=[letter])
    else:
        intake = receive(letter, receiver.forum, question, author)
    if shows:
        receiver.show(intake)
    receiver.take(intake)
