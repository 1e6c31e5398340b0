"""Options that several commands have."""

from pathlib import Path

import click

from mkdocs_forum.core.faults.reports import FORMATS
from mkdocs_forum.core.words.languages import LANGUAGES

lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the messages; by default the site's."
)
"""Option of the commands that tell what they found."""
format_option = click.option(
    "--format",
    "report",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Form of the report.",
)
"""Option of the commands that report faults."""
drafts_option = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("notices"),
    show_default=True,
    help="Folder to write the drafts into.",
)
"""Option of the commands that write mails to several people."""
