"""`mkdocs-forum notices`: tells members what was published, by drafts of mails or by a comment."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from mkdocs_forum.adapter.past import past_of
from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.drafts import demand_address, save_draft
from mkdocs_forum.cli.options import drafts_option
from mkdocs_forum.cli.workflows.connection import TOKEN, answered, open_repository
from mkdocs_forum.core.checks.addresses.publication import Publication, Subject
from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.notices.comment import comment as comment_on
from mkdocs_forum.core.intake.notices.letters import by_member, in_mails, letter, reachable
from mkdocs_forum.core.intake.notices.news import news
from mkdocs_forum.core.intake.notices.recipients import find_notices, is_on_forge
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.proposals.announcements import MOST, announce
from mkdocs_forum.core.proposals.git import commits_since, is_known
from mkdocs_forum.core.repository.revision import RevisionError


@click.command()
@config_option
@click.option(
    "--since",
    metavar="COMMIT",
    required=True,
    help="Tell of the texts that this commit didn't publish yet.",
)
@drafts_option
@click.option(
    "--comment",
    is_flag=True,
    help="Print the comment that tells of them on the forge and mentions accounts there; write no "
    "drafts.",
)
@click.option(
    "--post",
    is_flag=True,
    help="Write that comment on the forge, from a workflow: where the texts were proposed, or "
    "below the last commit if it mentions anybody. $FORUM_TOKEN lets write there.",
)
def notices(config_file: Path, since: str, out: Path, comment: bool, post: bool) -> None:
    """Write drafts of mails that tell members which talks and answers were published.

    Authors are told of their own texts, speakers of answers to the questions of their talks, others
    of what they asked for under 'told_of'. A mail is for members who agreed to publish their
    address, and for nobody who has an account on the forge: they are told there. No mail is sent.
    Ends with 2 if it could not look.
    """
    project = open_project(config_file)
    tell = project.frame().language.tell
    if post and not _can_post(project, since):
        return
    demand_address(project.settings, tell)
    loaded = load(project.texts(), project.settings)
    now = Publication(loaded.library, loaded.missing, project.settings)
    try:
        before, renamed = past_of(project, since)
    except RevisionError as error:
        raise click.UsageError(error.message.tell(tell)) from error
    found = list(news(before, now, renamed))
    if comment or post:
        lines = comment_on(now.shown, found, project.settings)
        if post:
            _post(project, since, "\n\n".join(lines))
        else:
            click.echo("\n\n".join(lines))
        return
    for message in _drafts(project, now.shown, found, out):
        click.echo(message.tell(tell))


def _can_post(project: Project, since: str) -> bool:
    """Whether a workflow can tell of anything; if not, nothing in it is at fault."""
    # A branch that is new has no commit before; a site without an address has nothing to show.
    return bool(project.settings.site_url and os.environ.get(TOKEN)) and is_known(
        project.folder, since
    )


def _post(project: Project, since: str, text: str) -> None:
    """Tell on the forge where texts are published."""
    if text:
        forge = open_repository(os.environ).forge
        commits = commits_since(project.folder, since, MOST)
        answered(lambda: announce(forge, commits, text))


def _drafts(
    project: Project, library: Library, found: Iterable[Subject], out: Path
) -> Iterator[Message]:
    """Write the drafts, and say of each member who is to be told how that is done."""
    wording = in_mails(library, project.settings)
    told = by_member(find_notices(library, found))
    if not told:
        yield say("There is nobody to tell.")
    for slug, about in told.items():
        member = library.members[slug]
        name, account = member.meta.name, member.meta.account
        if is_on_forge(member.meta, project.settings):
            yield say("Notified on the forge: {name} (@{account})", name=name, account=account)
        elif reachable(member.meta):
            data = letter(member, about, wording, project.settings.site_name)
            path = save_draft(out / f"{slug}.eml", data, once=True)
            yield say("Draft of a mail: {path}", path=path.as_posix())
        else:
            yield say("{name} can't be notified: there is no address that may be used.", name=name)
