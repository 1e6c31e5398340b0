"""`mkdocs-forum contribution`: reads what a commit proposes, and tells what was found."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.check import judge
from mkdocs_forum.cli.options import format_option
from mkdocs_forum.core.faults.reports import FORMATS, Frame, objects
from mkdocs_forum.core.proposals.changes import merge
from mkdocs_forum.core.proposals.git import git
from mkdocs_forum.core.proposals.take import take
from mkdocs_forum.core.proposals.verdict import Taken, Verdict, aside, describe, summary
from mkdocs_forum.core.repository.revision import RevisionError, open_revision
from mkdocs_forum.core.words.language import Language

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("commit")
@config_option
@format_option
@click.option("--preview", default="", help="Address of the preview, if there may be one.")
@click.option(
    "--comment",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write what its author is told into: comment.md, and shown.md for where there "
    "is a preview.",
)
@click.option("--summary", "page", type=_FILE, help="File to add the same to.")
@click.option(
    "--outputs",
    type=_FILE,
    help="File to add the outputs of a workflow's step to: state, description, shown.",
)
@click.option("--code-quality", type=_FILE, help="File to write the report into, for GitLab.")
def contribution(
    commit: str,
    config_file: Path,
    report: str,
    preview: str,
    comment: Path | None,
    page: Path | None,
    outputs: Path | None,
    code_quality: Path | None,
) -> None:
    """Check what COMMIT proposes, by the software and the settings of the branch checked out.

    It changes files: of the commit, joined with what the branch got meanwhile, plain files in the
    folders of the contributions are written into the checkout, and no others. Nothing of it is run.
    Ends with 0 if it can be accepted, with 1 if not, with 2 if it could not look.
    """
    project = open_project(config_file)
    frame = project.frame()
    taken = _taken(project, commit, frame.language)
    root = f"{project.settings.docs_path}/"
    proposed = frozenset(path.removeprefix(root) for path in taken.read)
    faults = judge(project, frame, proposed=proposed, against="HEAD")
    # From the topmost folder, wherever the command stands.
    whole = Frame(frame.language, root, frame.guide)
    found = Verdict(taken, objects(faults, whole))
    click.echo(FORMATS[report](faults, whole))
    if report == "text":
        for line in aside(taken, frame.language):
            click.echo(line)
    if comment:
        _write_comments(comment, found, frame.language, preview)
    if page:
        _add(page, f"{summary(found, frame.language)}\n")
    if outputs:
        _add(outputs, "".join(f"{line}\n" for line in _outputs(found, frame.language)))
    if code_quality:
        code_quality.write_text(FORMATS["gitlab"](faults, whole), encoding="utf-8")
    is_faulty = any(fault["severity"] == "error" for fault in found.faults)
    raise SystemExit(int(is_faulty or not found.is_accepted))


def _taken(project: Project, commit: str, language: Language) -> Taken:
    """Take what a commit proposes into the checkout.

    Raises:
        UsageError: There is no such commit, or it is for another branch.
    """
    try:
        revision = open_revision(project.folder, commit)
        root = Path(git(project.folder, "rev-parse", "--show-toplevel").decode().strip())
        return take(root, merge(root, revision), project.settings)
    except RevisionError as error:
        raise click.UsageError(error.message.tell(language.tell)) from error
    except subprocess.CalledProcessError as error:
        raise click.UsageError(error.stderr.decode("utf-8", "replace")) from error


def _write_comments(folder: Path, found: Verdict, language: Language, preview: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in (("comment", ""), ("shown", preview)):
        told = f"{summary(found, language, address)}\n"
        (folder / f"{name}.md").write_text(told, encoding="utf-8", newline="\n")


def _outputs(found: Verdict, language: Language) -> Iterator[str]:
    """Give the outputs of a step that tell of a contribution."""
    yield f"state={'success' if found.is_accepted else 'failure'}"
    yield f"description={describe(found, language)}"
    yield f"shown={str(found.may_be_shown).lower()}"


def _add(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
