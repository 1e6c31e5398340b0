"""`mkdocs-forum invite`: a mail to each member who could answer a question."""

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.cli.drafts import demand_address, save_draft
from mkdocs_forum.cli.options import drafts_option
from mkdocs_forum.cli.references import day_given, member_named, question_called, refused
from mkdocs_forum.core.checks.relations import Known
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.notices.invitation import Inviter, invited, with_asked
from mkdocs_forum.core.intake.notices.letters import reachable
from mkdocs_forum.core.library.asking.answerers import Answerer
from mkdocs_forum.core.library.library import Library


@click.command()
@click.argument("question")
@config_option
@click.option(
    "--to",
    "names",
    multiple=True,
    help="Member to ask; several times for several. By default those who could answer.",
)
@click.option(
    "--by",
    help="Day by which an answer would help, as YYYY-MM-DD.",
)
@click.option(
    "--most",
    type=click.IntRange(1, 20),
    default=3,
    show_default=True,
    help="Members at the most who are asked without '--to'.",
)
@drafts_option
@click.option(
    "--record", is_flag=True, help="Write into the question's file who was asked, and when."
)
def invite(
    question: str,
    config_file: Path,
    names: tuple[str, ...],
    by: str | None,
    most: int,
    out: Path,
    record: bool,
) -> None:
    """Write the drafts of mails that ask members to answer a QUESTION.

    QUESTION is 'talk/question', as in the address of its page, or that address. Mails go only to
    addresses that their owners agreed to publish; who has none is named. Nothing is sent. Ends with
    0, or with 2 if it could not look.
    """
    project = open_project(config_file)
    settings, tell = project.settings, project.frame().language.tell
    demand_address(settings, tell)
    forum = load(project.texts(), settings)
    library, known = forum.library, Known(forum.library, forum.missing)
    key = question_called(question, known, settings)
    if not library.status(key).takes_answers:
        raise refused(settings, say("the question takes no more answers"))
    day = day_given("--by", by, settings) if by else None
    if day and day < settings.today:
        message = say("'--by': the day {day} has passed", day=day)
        raise refused(settings, message, say("write a day that is still to come"))
    members = [member_named(name, known, settings) for name in names]
    reasons: list[tuple[str, Answerer | None]] = [(slug, None) for slug in members]
    reasons = reasons or [(each.member, each) for each in invited(key, library, most)]
    if not reasons:
        message = say("Nobody who could answer can be reached by mail: name somebody by '--to'.")
        click.echo(message.tell(tell))
        return
    writer = Inviter(key, library, settings, day)
    for slug, reason in reasons:
        member = library.members[slug]
        if not reachable(member.meta):
            message = say("{name} has no published address: ask in person.", name=member.meta.name)
            click.echo(message.tell(tell))
            continue
        path = out / f"{key.replace('/', '-')}-{slug}.eml"
        saved = save_draft(path, writer.letter(member, reason), once=True)
        click.echo(say("Draft of a mail: {path}", path=saved.as_posix()).tell(tell))
    if record:
        _record(key, [slug for slug, _ in reasons], library, project)


def _record(question: str, members: Sequence[str], library: Library, project: Project) -> None:
    """Write who was asked, and show the lines that change."""
    outcome = library.outcomes.get(question)
    folder = project.settings.folders["questions"]
    path = outcome.path if outcome else f"{folder}/{question}.md"
    file = project.docs / path
    before = file.read_bytes() if file.exists() else b""
    text = with_asked(question, members, library, project.settings.today).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    change(file, f"{project.frame().root}{path}", before, text)
