"""`mkdocs-forum from-mail`: takes contributions out of mails."""

from itertools import chain, islice
from pathlib import Path, PurePath

import click

from mkdocs_forum.adapter.project import config_option
from mkdocs_forum.cli.drafts import save_draft
from mkdocs_forum.cli.options import lang_option
from mkdocs_forum.cli.receiving.mailboxes import mails_in, others_in
from mkdocs_forum.cli.receiving.receiver import Receiver, open_receiver
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.acknowledgements import acknowledgement
from mkdocs_forum.core.intake.intake import Forum, Intake
from mkdocs_forum.core.intake.mail.by_hand import Told
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.intake.mail.receive import receive
from mkdocs_forum.core.intake.receipts import passed_over
from mkdocs_forum.core.words.slugs import slugify


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@config_option
@click.option("--question", default="", help="Question that it answers, if no form wrote it.")
@click.option("--author", default="", help="Member who wrote it, if no form did.")
@click.option("--new-author", default="", help="Who wrote it and has no page yet; one is made.")
@click.option(
    "--talk", default="", help="Talk that brings the documents and transcripts that came with it."
)
@click.option("--edition", default="", help="Edition for which its text is a talk, as a draft.")
@click.option("--title", default="", help="Title of that talk; by default the mail's subject.")
@click.option(
    "--replies",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write the draft of a reply to each sender into.",
)
@click.option("--print", "shows", is_flag=True, help="Print the files; write nothing.")
@lang_option
def from_mail(
    files: tuple[str, ...],
    config_file: Path,
    question: str,
    author: str,
    new_author: str,
    talk: str,
    edition: str,
    title: str,
    replies: Path | None,
    shows: bool,
    lang: str | None,
) -> None:
    """Take contributions out of mails: FILES are such as '.eml', mailboxes or folders of them.

    '-' reads the standard input. Writes new files only, and only if they pass the check. Ends with
    0 if all is well, with 1 if a contribution is refused, with 2 if it could not look.
    """
    if talk and (question or author or new_author):
        raise click.UsageError("'--talk' is for documents, the other options for an answer.")
    if edition and (question or talk):
        raise click.UsageError("'--edition' is for a talk, '--question' for an answer.")
    if title and not edition:
        raise click.UsageError("'--title' goes with '--edition'.")
    if author and new_author:
        raise click.UsageError("'--author' and '--new-author' exclude each other.")
    mails = mails_in(files)
    first = list(islice(mails, 2))
    if len(first) > 1 and (author or new_author):
        raise click.UsageError("'--author' and '--new-author' are for one mail.")
    told = Told(question, author, new_author, talk, edition, title)
    receiver = open_receiver(config_file, lang)
    if left := passed_over(others_in(files)):
        click.echo(left.tell(receiver.frame.language.tell), err=shows)
    taken = []
    for name, data in chain(first, mails):
        if len(first) > 1:
            click.echo(f"{name}:", err=shows)
        letter = read_letter(data)
        intake = _received(letter, receiver.forum, told)
        taken.append(not intake.is_refused)
        if shows:
            receiver.show(intake)
            continue
        receiver.take(intake)
        if replies and isinstance(letter, Letter) and not intake.is_refused:
            _reply(letter, intake, replies / _named(name), receiver)
        if intake.files or intake.changed:
            receiver = open_receiver(config_file, lang)
    if len(taken) > 1:
        message = say("Mails taken: {taken} of {count}.", taken=sum(taken), count=len(taken))
        click.echo(message.tell(receiver.frame.language.tell), err=shows)
    raise SystemExit(int(not all(taken)))


def _named(name: str) -> str:
    """Give the name of the file of a draft, by that of the mail."""
    return f"{slugify(PurePath(name).name.removesuffix('.eml')) or 'mail'}.eml"


def _received(letter: Letter | Refusal, forum: Forum, told: Told) -> Intake:
    if isinstance(letter, Refusal):
        return Intake(refusals=[letter])
    return receive(letter, forum, told)


def _reply(letter: Letter, intake: Intake, path: Path, receiver: Receiver) -> None:
    """Write the draft of a reply into a file."""
    project = receiver.project
    data = acknowledgement(letter, intake, project.settings)
    saved = save_draft(path, data)
    message = say("Draft of a reply: {path}", path=saved.as_posix())
    click.echo(message.tell(receiver.frame.language.tell))
