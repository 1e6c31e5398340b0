"""The command `mkdocs-forum`."""

from pathlib import Path

import click
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import get_files

from mkdocs_forum.core.codes import Severity
from mkdocs_forum.core.language import Language
from mkdocs_forum.core.loading import load
from mkdocs_forum.options import ForumOptions, settings_of
from mkdocs_forum.site import entry_texts


@click.group()
@click.version_option(package_name="mkdocs-forum")
def main() -> None:
    """Work on the content of a forum."""


@main.command()
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="Configuration of the site.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as faults.")
def check(config_file: Path, strict: bool) -> None:
    """Tell what is wrong in the content: where, and what to write.

    Ends with 0 if nothing is, with 1 if something is, with 2 if it could not look.
    """
    try:
        config = load_config(str(config_file))
    except (Abort, ConfigurationError) as error:
        raise click.UsageError(str(error)) from error
    plugin = config.plugins.get("forum")
    if plugin is None or not isinstance(plugin.config, ForumOptions):
        raise click.UsageError(f"the plugin 'forum' isn't among the plugins of {config_file}")
    # Drafts are read too: their authors want to know before they are shown.
    settings = settings_of(plugin.config, config, live=True)
    _, problems = load(entry_texts(get_files(config), settings), settings)
    tell = Language(settings.language).tell
    for problem in problems:
        click.echo(problem.tell(tell))
    if not problems:
        click.echo(tell("no fault found"))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    raise SystemExit(1 if errors or (strict and problems) else 0)
