"""`mkdocs-forum check`: tells what is wrong in the content."""

from pathlib import Path

import click

from mkdocs_forum.commands.changes import change
from mkdocs_forum.core.codes import Severity
from mkdocs_forum.core.diagnostics import Diagnostic, in_order
from mkdocs_forum.core.loading import load
from mkdocs_forum.core.mending import mend
from mkdocs_forum.core.reports import FORMATS, text
from mkdocs_forum.core.settings import LANGUAGES
from mkdocs_forum.project import config_option, open_project

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


@click.command()
@config_option
@click.option("--strict", is_flag=True, help="Let warnings count as faults.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the messages; by default the site's."
)
@click.option(
    "--format",
    "report",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("--fix", is_flag=True, help="Mend first what needs no judgement, and show it.")
def check(config_file: Path, strict: bool, lang: str | None, report: str, fix: bool) -> None:
    """Tell what is wrong in the content: where, and what to write.

    Ends with 0 if nothing is, with 1 if something is, with 2 if it could not look.
    """
    project = open_project(config_file)
    frame = project.frame(lang)
    texts, unreadable = project.read()
    if fix:
        for path, data in texts.items():
            mended = mend(path, data, project.settings)
            if mended != data:
                change(project.docs / path, frame.root + path, data, mended)
        texts, unreadable = project.read()
    _, told = load(texts, project.settings)
    faults = in_order([*unreadable, *told])
    click.echo(text(faults, frame, _paint) if report == "text" else FORMATS[report](faults, frame))
    errors = any(fault.severity is Severity.ERROR for fault in faults)
    raise SystemExit(1 if errors or (strict and faults) else 0)


def _paint(fault: Diagnostic) -> str:
    return click.style(fault.code, fg=_COLORS[fault.severity], bold=True)
