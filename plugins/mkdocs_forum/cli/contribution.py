"""Where contributions come in: they are judged as files of the forum, written, and told of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_forum.adapter.project import Project, open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.faults.reports import Frame
from mkdocs_forum.core.intake.intake import Forum, Intake
from mkdocs_forum.core.intake.receipts import comment, receipt


@dataclass(frozen=True)
class Receiver:
    """A forum that takes contributions, and the language in which it tells of them."""

    project: Project
    forum: Forum
    frame: Frame

    def show(self, intake: Intake) -> None:
        """Print files in place of writing them; all else is told on the error channel."""
        for path, data in intake.files.items():
            click.echo(f"{self.frame.root}{path}", err=True)
            click.echo(data.decode(), nl=False)
        for path, data in intake.changed.items():
            click.echo(f"{self.frame.root}{path}", err=True)
            click.echo(data.decode(), nl=False)
        for path in intake.pictures:
            click.echo(f"{self.frame.root}{path}", err=True)
        self._tell(receipt(intake, self.frame, written=False), is_error=True)

    def take(self, intake: Intake, report: Path | None = None, files: Path | None = None) -> None:
        """Write files, never over others, and tell what became of the contribution.

        Arguments:
            intake: What came of it.
            report: File that tells it as a comment in Markdown.
            files: File that tells the paths of what was written, one a line.
        """
        if not intake.is_refused:
            self._write(intake)
        if report:
            report.write_text(comment(intake, self.frame), encoding="utf-8", newline="\n")
        if files:
            new = [*intake.files, *intake.pictures]
            written = [] if intake.is_refused else [*new, *intake.changed, *intake.named]
            told = "".join(f"{self.frame.root}{path}\n" for path in written)
            files.write_text(told, encoding="utf-8", newline="\n")
        self._tell(receipt(intake, self.frame), is_error=False)

    def _write(self, intake: Intake) -> None:
        docs, root = self.project.docs, self.frame.root
        try:
            for path, data in [*intake.pictures.items(), *intake.files.items()]:
                file = docs / path
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("xb") as opened:
                    opened.write(data)
        except OSError as error:
            raise click.UsageError(str(error)) from error
        for path, data in [*intake.changed.items(), *intake.named.items()]:
            change(docs / path, root + path, self.forum.texts[path], data)

    def _tell(self, told: str, *, is_error: bool) -> None:
        if told:
            click.echo(told, err=is_error)


def open_receiver(config_file: Path, language: str | None) -> Receiver:
    """Open the forum of a configuration for contributions.

    Raises:
        UsageError: There is no forum, or its configuration can't be read.
    """
    project = open_project(config_file)
    texts = project.texts()
    loaded = project.check()

    def judge(changed: Mapping[str, bytes]) -> Sequence[Diagnostic]:
        return project.check(changed).faults if changed else loaded.faults

    def is_taken(path: str) -> bool:
        return (project.docs / path).exists()

    forum = Forum(loaded.library, project.settings, texts, judge, is_taken, loaded.missing)
    return Receiver(project, forum, project.frame(language))


def read(file: str) -> bytes:
    """Read what a command is given; `-` is the standard input."""
    with click.open_file(file, "rb") as opened:
        data: bytes = opened.read()
    return data
