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

    def take(self, intake: Intake) -> None:
        """Write files, never over others, and tell what became of the contribution."""
        if not intake.is_refused:
            self._write(intake)
        self._tell(receipt(intake, self.frame), is_error=False)

    def hand_over(self, intake: Intake, folder: Path) -> None:
        """Write into another folder what would be written, and what becomes of the contribution.

        Arguments:
            intake: What came of it.
            folder: Gets `report.md`, a comment in Markdown, and below `files` each file at its path
                in the repository.
        """
        folder.mkdir(parents=True, exist_ok=True)
        report = comment(intake, self.frame)
        (folder / "report.md").write_text(report, encoding="utf-8", newline="\n")
        made = {**intake.files, **intake.pictures, **intake.changed, **intake.named}
        for path, data in ({} if intake.is_refused else made).items():
            file = folder / "files" / self.project.settings.docs_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

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

    forum = Forum(loaded.library, project.settings, texts, judge, project.is_taken, loaded.missing)
    return Receiver(project, forum, project.frame(language))


def read(file: str) -> bytes:
    """Read what a command is given; `-` is the standard input."""
    with click.open_file(file, "rb") as opened:
        data: bytes = opened.read()
    return data
