"""The command `mkdocs-forum`."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any

import click

from mkdocs_forum.cli.additions import notice, slot
from mkdocs_forum.cli.check import check
from mkdocs_forum.cli.ids import ids
from mkdocs_forum.cli.init.command import init
from mkdocs_forum.cli.new import new
from mkdocs_forum.cli.notices import notices
from mkdocs_forum.cli.organising.archive import import_files
from mkdocs_forum.cli.organising.digest import digest
from mkdocs_forum.cli.organising.export import export
from mkdocs_forum.cli.organising.inbox import inbox
from mkdocs_forum.cli.organising.invite import invite
from mkdocs_forum.cli.organising.people import forget_member, whois
from mkdocs_forum.cli.organising.stats import stats
from mkdocs_forum.cli.outcome import outcome
from mkdocs_forum.cli.receiving.issues import from_issue, issue_forms
from mkdocs_forum.cli.receiving.mail import from_mail
from mkdocs_forum.cli.schema import schema
from mkdocs_forum.cli.usage.sentences import usage_in_language
from mkdocs_forum.cli.workflows.build import kept, muted
from mkdocs_forum.cli.workflows.contribution import contribution
from mkdocs_forum.cli.workflows.preview import preview
from mkdocs_forum.cli.workflows.propose import propose


class _Commands(click.Group):
    """Commands that tell which file they may not read or write, in the language of the forum."""

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]
        with usage_in_language(sys.argv[1:] if args is None else args):
            return super().main(args, **extra)

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except PermissionError as error:
            told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise click.UsageError(told) from error


@click.group(cls=_Commands)
@click.version_option(package_name="mkdocs-forum")
@click.pass_context
def main(context: click.Context) -> None:
    """Work on the content of a forum."""
    # https://no-color.org; where the output is no terminal, nothing is coloured anyway.
    if os.environ.get("NO_COLOR"):
        context.color = False
    for stream in (sys.stdout, sys.stderr):
        _let_write_anything(stream)


def _let_write_anything(stream: object) -> None:
    """Let a channel take every letter: on Windows, files and pipes lack the spaces of French."""
    if not isinstance(stream, TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8")


main.add_command(check)
main.add_command(contribution)
main.add_command(digest)
main.add_command(export)
main.add_command(forget_member)
main.add_command(from_issue)
main.add_command(from_mail)
main.add_command(ids)
main.add_command(import_files)
main.add_command(inbox)
main.add_command(init)
main.add_command(invite)
main.add_command(issue_forms)
main.add_command(kept)
main.add_command(muted)
new.add_command(notice)
new.add_command(outcome)
new.add_command(slot)
main.add_command(new)
main.add_command(notices)
main.add_command(preview)
main.add_command(propose)
main.add_command(schema)
main.add_command(stats)
main.add_command(whois)
