"""`mkdocs-forum check`: tells what is wrong in the content."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_forum.adapter.configuration import TRIPWIRE
from mkdocs_forum.adapter.past import past_of
from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.cli.options import format_option, lang_option
from mkdocs_forum.cli.pictures import fetch_remote, rename_misnamed
from mkdocs_forum.core.checks.addresses.remedies import check_permanence
from mkdocs_forum.core.checks.fix import amend, mend_forum
from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, Message, in_order, say
from mkdocs_forum.core.faults.reports import FORMATS, Frame, text
from mkdocs_forum.core.forum import Forum
from mkdocs_forum.core.repository.revision import RevisionError
from mkdocs_forum.core.words.language import Language

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}

_UNGUARDED = say(
    "Write '{name}' under 'markdown_extensions' in mkdocs.yml: programs that don't know the forum "
    "would publish drafts and members' scripts.",
    name=TRIPWIRE,
)


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@config_option
@click.option("--strict", is_flag=True, help="Let warnings count as faults.")
@lang_option
@format_option
@click.option("--fix", is_flag=True, help="Mend first what needs no judgement, and show it.")
@click.option(
    "--fetch", is_flag=True, help="With --fix: bring pictures of other sites, once you agree."
)
@click.option(
    "--proposal",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File with the paths of what somebody proposes, one a line: contact data is no one's "
    "to publish there, and counts as an error.",
)
@click.option(
    "--against",
    metavar="COMMIT",
    help="Tell which addresses that this commit publishes lead nowhere any more, too.",
)
def check(
    files: tuple[Path, ...],
    config_file: Path,
    strict: bool,
    lang: str | None,
    report: str,
    fix: bool,
    fetch: bool,
    proposal: Path | None,
    against: str | None,
) -> None:
    """Tell what is wrong in the content, or in FILES of it: where, and what to write.

    Ends with 0 if nothing is, with 1 if something is, with 2 if it could not look.
    """
    project = open_project(config_file)
    frame = project.frame(lang)
    if fetch and not fix:
        raise click.UsageError(frame.language.tell("'--fetch' changes files: add '--fix' to it."))
    if files and (fetch or against is not None):
        told = frame.language.tell("'{option}' checks the whole forum: don't name files with it.")
        raise click.UsageError(told.format(option="--fetch" if fetch else "--against"))
    judged = _below(project.docs, files) if files else None
    passed_over = list(_passed_over(project, files))
    for message in passed_over:
        click.echo(message.tell(frame.language.tell), err=True)
    if not project.is_guarded:
        click.echo(_UNGUARDED.tell(frame.language.tell), err=True)
    if fix:
        _mend(project, frame, judged)
    if fetch:
        fetch_remote(project, frame)
    proposed = _proposed(proposal, project) if proposal else frozenset()
    faults = judge(project, frame, proposed, judged, against)
    if report != "text":
        click.echo(FORMATS[report](faults, frame))
    elif faults or not files or len(passed_over) < len(files):
        click.echo(text(faults, frame, _paint))
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise SystemExit(1 if any(fault.severity in stopping for fault in faults) else 0)


def judge(
    project: Project,
    frame: Frame,
    proposed: Collection[str] = frozenset(),
    judged: Collection[str] | None = None,
    against: str | None = None,
) -> list[Diagnostic]:
    """Give what is wrong in a forum, in its order.

    Arguments:
        project: The forum.
        frame: What is told beside it.
        proposed: Paths of what somebody proposes: contact data there counts as an error.
        judged: Paths of the files whose faults are asked for; by default all.
        against: Commit of whose addresses those are told that lead nowhere any more.

    Raises:
        UsageError: The commit can't be read.
    """
    forum = project.check(proposed=proposed, judged=judged)
    lost = _lost(project, forum, against, frame.language) if against is not None else ()
    return list(_raised(in_order([*forum.faults, *lost]), proposed))


def _below(docs: Path, files: Iterable[Path]) -> frozenset[str]:
    """Give the paths of files below the docs folder; a hook names all that a commit changes."""
    return frozenset(filter(None, (_path_below(docs, file) for file in files)))


def _path_below(docs: Path, file: Path) -> str | None:
    folder, place = docs.resolve(), file.parent.resolve() / file.name
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else None


def _passed_over(project: Project, files: Iterable[Path]) -> Iterator[Message]:
    """Tell which files aren't looked at, and where those of the forum are."""
    for file in files:
        path = _path_below(project.docs, file)
        if path is None:
            yield say(
                "'{path}' isn't a file of the forum: these are in the folder '{folder}'",
                path=file.as_posix(),
                folder=project.settings.docs_path,
            )
        elif project.is_left_out(path):
            yield say(
                "'{path}' isn't a file of the forum: the site leaves it out", path=file.as_posix()
            )


CONTACTS = frozenset({"F301", "F311"})
"""Codes of contact data without consent."""


def _proposed(proposal: Path, project: Project) -> frozenset[str]:
    """Give the paths of what somebody proposes, below the docs folder."""
    root = f"{project.settings.docs_path}/"
    paths = proposal.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    return frozenset(path.removeprefix(root) for path in paths)


def _raised(faults: Iterable[Diagnostic], proposed: Collection[str]) -> Iterator[Diagnostic]:
    """Let contact data that a proposal brings count as errors."""
    for fault in faults:
        is_raised = fault.code in CONTACTS and fault.location.path in proposed
        yield replace(fault, is_raised=True) if is_raised else fault


def _mend(project: Project, frame: Frame, judged: Collection[str] | None) -> None:
    """Mend what each file tells by itself, then names of pictures, then what leads elsewhere.

    Of files that are judged alone nothing else changes: pictures keep their names.
    """
    _change(project, frame, lambda texts: mend_forum(_only(judged, texts), project.settings))
    if judged is None:
        rename_misnamed(project, frame)
    faults = [fault for fault in project.check(judged=judged).faults if fault.edit]

    def amended(texts: Mapping[str, bytes]) -> dict[str, bytes]:
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for fault in faults:
            if fault.edit and fault.location.path in texts:
                edits[fault.location.path].append(fault.edit)
        return {path: amend(texts[path], found) for path, found in edits.items()}

    _change(project, frame, amended)


def _only(judged: Collection[str] | None, texts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: data for path, data in texts.items() if judged is None or path in judged}


def _change(
    project: Project, frame: Frame, mended: Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
) -> None:
    texts = project.texts()
    for path, data in mended(texts).items():
        if data != texts[path]:
            change(project.docs / path, frame.root + path, texts[path], data)


def _lost(project: Project, forum: Forum, commit: str, language: Language) -> Iterator[Diagnostic]:
    """Report addresses that a commit publishes and that lead nowhere any more.

    Raises:
        UsageError: The commit can't be read.
    """
    try:
        before, renamed = past_of(project, commit)
    except RevisionError as error:
        raise click.UsageError(error.message.tell(language.tell)) from error
    if before is None:
        told = say("no forum was published at '{commit}': nothing to compare", commit=commit)
        click.echo(told.tell(language.tell), err=True)
        return
    yield from check_permanence(before, project.publication(forum), renamed, project.retired)


def _paint(fault: Diagnostic) -> str:
    return click.style(fault.code, fg=_COLORS[fault.severity], bold=True)
