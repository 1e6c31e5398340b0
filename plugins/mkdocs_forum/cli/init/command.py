"""`mkdocs-forum init`: begins a forum, or brings what follows the software up to date."""

from pathlib import Path

import click

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.cli.init.questions import chosen
from mkdocs_forum.cli.init.requirement import renewed, running
from mkdocs_forum.cli.prompts import Prompts, in_terminal
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.repository.forge import FORGES, NONE
from mkdocs_forum.core.repository.history import build_day
from mkdocs_forum.core.scaffold.choices import Choices
from mkdocs_forum.core.scaffold.files import REQUIREMENT, forum_files, owned_files, upkeep_files
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Name of the forum.")
@click.option("--language", "--lang", type=click.Choice(LANGUAGES), help="Its language.")
@click.option("--repository", help="Address of its repository on a forge; '-' for none.")
@click.option("--forge", type=click.Choice((*FORGES, NONE)), help="Program that shows it there.")
@click.option("--email", help="Address to which members send contributions; '-' for none.")
@click.option("--licence", help="Licence of its texts; '-' for none.")
@click.option("--site-url", help="Address of its site; by default, where the forge puts it.")
@click.option("--package", help="What workflows install, for pip; by default what is running.")
@click.option(
    "--update", is_flag=True, help="Bring workflows, forms and locked versions up to date."
)
@click.option("--no-input", is_flag=True, help="Ask nothing.")
def init(folder: Path, update: bool, no_input: bool, **given: str | None) -> None:
    """Begin a forum in FOLDER, which builds at once: texts, guides, examples, workflows.

    In a terminal it asks for what no option gives. It writes new files only. With '--update' it
    brings an existing forum's workflows, issue forms and locked versions up to date, and shows each
    change; texts, settings and what organisers fill in, such as CODEOWNERS, stay as they are.
    """
    package = given["package"] or running()
    asks = in_terminal() and not no_input
    if update:
        _update(folder, package, asks=asks)
    else:
        _begin(folder, chosen(folder, given, package, asks=asks))


def _begin(folder: Path, choices: Choices) -> None:
    """Write a forum into a folder, if none of its files is there."""
    language, files = Language(choices.language), forum_files(choices)
    if there := [path for path in files if (folder / path).exists()]:
        message = say("'{path}' exists already: nothing was written", path=folder / there[0])
        raise click.UsageError(message.tell(language.tell))
    for path, text in files.items():
        _write(folder / path, text)
    for sentence in (
        say("Written: {count} files in {folder}", count=len(files), folder=folder),
        say("See it: go there and type 'mkdocs serve'."),
        say(
            "'mkdocs-forum check' lists what you still have to fill in; README.md says "
            "how to publish."
        ),
    ):
        click.echo(sentence.tell(language.tell))


def _update(folder: Path, package: str, *, asks: bool) -> None:
    """Bring what follows the software up to date, once it was shown."""
    language = Language(open_project(folder / "mkdocs.yml").settings.language)
    made = {folder / path: text for path, text in followed(folder, package).items()}
    changed = [path for path, text in made.items() if _content(path) != text.encode()]
    if asks and any(map(Path.exists, changed)) and not _agreed(folder, changed, language):
        click.echo(language.tell("Nothing was written."))
        raise SystemExit(1)
    for path in changed:
        shown = path.relative_to(folder).as_posix()
        path.parent.mkdir(parents=True, exist_ok=True)
        change(path, shown, _content(path), made[path].encode())
    message = say("Files brought up to date: {count} of {all}.", count=len(changed), all=len(made))
    click.echo(message.tell(language.tell))


def followed(folder: Path, package: str) -> dict[str, str]:
    """Give the files of a forum that follow the software and its forge, by their paths.

    Those that organisers fill in are among them only where they are lacking.

    Arguments:
        folder: Folder of the forum.
        package: What is installed, if nobody wrote something else than a release.
    """
    project = open_project(folder / "mkdocs.yml")
    settings = project.settings
    choices = Choices(
        settings.site_name,
        settings.language,
        build_day(folder, live=True),
        settings.repository or "",
        settings.forge,
        settings.email,
        settings.licence,
        settings.site_url,
        renewed(folder / REQUIREMENT, package),
        settings.branch,
        settings.docs_path,
    )
    owned = owned_files(choices).items()
    lacking = {path: text for path, text in owned if not _is_there(folder / path)}
    return {**lacking, **upkeep_files(choices)}


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _agreed(folder: Path, changed: list[Path], language: Language) -> bool:
    for path in changed:
        click.echo(path.relative_to(folder).as_posix())
    return Prompts(language).agrees(language.tell("Write these files again?"))


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
