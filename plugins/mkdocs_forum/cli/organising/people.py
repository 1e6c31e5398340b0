"""`mkdocs-forum forget` and `whois`: what the forum holds of somebody, and how it lets go of it."""

import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

import click

from mkdocs_forum.adapter.kept.place import cache_folder
from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.changes import show
from mkdocs_forum.cli.drafts import save_draft
from mkdocs_forum.cli.prompts import Prompts, in_terminal
from mkdocs_forum.cli.references import refused
from mkdocs_forum.core.checks.addresses.compare import Comparison
from mkdocs_forum.core.checks.addresses.publication import Publication
from mkdocs_forum.core.checks.addresses.retired import FILE
from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.faults.reports import text
from mkdocs_forum.core.forum import Forum, load
from mkdocs_forum.core.intake.drafts import draft, mail_address
from mkdocs_forum.core.intake.intake import new_faults
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.namesakes import members_partly_called
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.people.forget import Choice, Forgetting, forget
from mkdocs_forum.core.people.letter import access_letter, shown
from mkdocs_forum.core.people.mentions import Kind, elsewhere, is_text, mentions
from mkdocs_forum.core.people.neutral import Neutral
from mkdocs_forum.core.people.person import Person, can_be_sought, person
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.repository.history import authors_of, files_of
from mkdocs_forum.core.words.language import Language

_LARGEST = 1 << 20
"""Bytes of a file in which names are sought."""


def _files(project: Project) -> dict[str, bytes]:
    """Read all files of the docs folder, those too that the site leaves out."""
    docs = project.docs
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _beside(project: Project) -> dict[str, bytes]:
    """Read the files beside the docs folder that may name somebody: the configuration, guides."""
    root, docs = project.folder, project.docs.resolve()
    near = files_of(root) or [*root.glob("*"), *root.glob(".git[hl]*/*"), *root.glob(".github/*/*")]
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(near)
        if docs not in path.parents
        and path.is_file()
        and not path.is_symlink()
        and path.stat().st_size <= _LARGEST
    }
    return {path: data for path, data in found.items() if is_text(data)}


def _with_docs(project: Project, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files of the docs folder by their paths in the repository, and those beside it."""
    root = project.frame().root
    return {**{f"{root}{path}": data for path, data in files.items()}, **_beside(project)}


@click.command()
@click.argument("name")
@config_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write the letter into, as the draft of a mail ('.eml').",
)
def whois(name: str, config_file: Path, out: Path | None) -> None:
    """Tell all that the forum holds of somebody, as a letter to them (right of access).

    NAME is that of a member, that of the page's file, or any other name. Looks through all texts of
    the forum, its configuration and its history. Ends with 0, or with 2 if it could not look.
    """
    project = open_project(config_file)
    files = _files(project)
    library = load(project.texts(), project.settings).library
    found = person(name, library) or _without_page(name, library, project.settings)
    searched = {path: data for path, data in _with_docs(project, files).items() if is_text(data)}
    lines = elsewhere(mentions(found, searched), found, library, project.frame().root)
    emails = [value for value in found.contacts if "@" in value]
    commits = sum(authors_of(project.docs, found.name, emails).values())
    paragraphs = access_letter(found, library, lines, project.settings, commits=commits)
    if out is None:
        click.echo("\n\n".join(paragraphs))
        return
    tell = Language(project.settings.language).tell
    to = next(((found.name, each) for each in map(mail_address, emails) if each), None)
    subject = tell("What the forum knows about you")
    saved = save_draft(out, draft(to, subject, paragraphs, project.settings))
    click.echo(say("Draft of a mail: {path}", path=saved.as_posix()).tell(tell))


def _without_page(name: str, library: Library, settings: Settings) -> Person:
    """Give somebody of whom nothing is known but the name.

    Raises:
        UsageError: It is none, or it may be that of a member, whose data nobody else is told.
    """
    if not can_be_sought(name):
        message = say("'{name}' isn't a name by which somebody can be found", name=name)
        hint = say("give the whole name, or that of the member's file")
        raise refused(settings, message, hint)
    if members := _meant(name, library):
        message = say("'{name}' doesn't say which member it is", name=name)
        raise refused(settings, message, members)
    return Person(name)


def _meant(name: str, library: Library) -> Message | None:
    """Tell which members a part of a name may mean."""
    members = members_partly_called(name, library)
    names = ", ".join(f"{member.slug} ({member.meta.name})" for member in members)
    return say("give the name of the member's file: {names}", names=names) if members else None


@click.command("forget")
@click.argument("member")
@config_option
@click.option("--answers", is_flag=True, help="Let the member's answers go as well.")
@click.option("--talks", is_flag=True, help="Let talks go that the member alone gave, as well.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
def forget_member(member: str, config_file: Path, answers: bool, talks: bool, yes: bool) -> None:
    """Let the forum forget a MEMBER: page, photo, contact data and name go.

    Answers and talks stay as those of a withdrawn member, unless they go, too. Shows all that
    changes, and does it once somebody agrees. Ends with 0 if it was done, with 1 if nothing was
    done, with 2 if it could not look.
    """
    project = open_project(config_file)
    language = Language(project.settings.language)
    files = _files(project)
    before = load(project.texts(), project.settings)
    found = person(member, before.library)
    if found is None or found.page is None:
        message = say("no member is called '{wanted}'", wanted=member)
        raise refused(project.settings, message, _meant(member, before.library))
    plan = forget(found, files, before.library, project.settings, Choice(answers, talks))
    after = load(_entries(_applied(files, plan), project), project.settings)
    for message in _told(plan, found, project):
        click.echo(message.tell(language.tell))
    _show(project, files, plan)
    faults = new_faults(after.faults, before.faults)
    if faults:
        click.echo(text(faults, project.frame()))
    if not (yes or _agrees(language)):
        click.echo(language.tell("Nothing was changed. The option '--yes' does it."))
        raise SystemExit(1)
    _do(project, plan)
    _retire(project, before, after, plan)
    shutil.rmtree(cache_folder(project.config), ignore_errors=True)
    for line in _afterwards(found, plan, project):
        click.echo(line)


def _agrees(language: Language) -> bool:
    return in_terminal() and Prompts(language).agrees(language.tell("Do all of this?"))


def _entries(files: Mapping[str, bytes], project: Project) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if kind_of(path, project.settings)}


def _applied(files: Mapping[str, bytes], plan: Forgetting) -> dict[str, bytes]:
    gone = {*plan.removed, *plan.moved}
    return {**{path: data for path, data in files.items() if path not in gone}, **plan.written}


def _told(plan: Forgetting, found: Person, project: Project) -> list[Message]:
    """Tell what would be done."""
    root = project.frame().root
    lines = [say("goes: {path}", path=f"{root}{path}") for path in plan.removed]
    lines += [
        say("is renamed: {old} → {new}", old=f"{root}{old}", new=f"{root}{new}")
        for old, new in plan.moved.items()
    ]
    new = set(plan.moved.values())
    lines += [
        say("changes: {path}", path=f"{root}{path}") for path in plan.written if path not in new
    ]
    lines += [
        say("is removed with the talk, though somebody else wrote it: {path}", path=f"{root}{path}")
        for path in plan.costs
    ]
    beside = [each for each in mentions(found, _beside(project)) if each.kind is not Kind.PART]
    if plan.seen or beside:
        seen = [replace(each, path=f"{root}{each.path}") for each in plan.seen]
        lines += [
            say("Lines that may still mean this person: see to them."),
            *shown([*seen, *beside]),
        ]
    if plan.unsearched:
        paths = ", ".join(f"{root}{path}" for path in plan.unsearched)
        lines.append(say("Nobody seeks names in documents: look into {paths}", paths=paths))
    if plan.has_pictures:
        lines.append(say("Nor in pictures: see to those that show this person or the name."))
    return lines


def _show(project: Project, files: Mapping[str, bytes], plan: Forgetting) -> None:
    """Show the lines that change."""
    was = {new: old for old, new in plan.moved.items()}
    for path, data in plan.written.items():
        old = files.get(was.get(path, path), b"")
        if path.endswith((".md", ".vtt")) and old != data:
            show(f"{project.frame().root}{path}", old, data)


def _do(project: Project, plan: Forgetting) -> None:
    docs = project.docs
    for path, data in plan.written.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
    for path in (*plan.removed, *plan.moved):
        (docs / path).unlink(missing_ok=True)
        _prune((docs / path).parent, docs)


def _prune(folder: Path, docs: Path) -> None:
    """Take empty folders off."""
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _retire(project: Project, before: Forum, after: Forum, plan: Forgetting) -> None:
    """Write down that the addresses which are lost were given up on purpose."""
    settings = project.settings
    past = Publication(before.library, before.missing, settings)
    now = Publication(after.library, after.missing, settings)
    lost = Comparison(past, now, plan.moved).losses()
    places = (each for places in lost.values() for each in places)
    grown = project.retired.grown(places, token_hex(16))
    project.retired_file.write_text(grown.text(), encoding="utf-8", newline="\n")


def _afterwards(found: Person, plan: Forgetting, project: Project) -> Iterator[str]:
    """Tell what remains to be done, and what nobody can undo."""
    tell = Language(project.settings.language).tell
    yield tell(
        "Done. Now build and publish the site, so that pages, feeds, pictures and data forget, too."
    )
    told = say("'{file}' accounts for the addresses that are gone: commit it, too.", file=FILE)
    yield told.tell(tell)
    yield tell(
        "The history of the repository, its forks, the site's last copy and paper keep all of it. "
        "To purge the history, with git-filter-repo, in a fresh clone:"
    )
    yield from (f"    {line}" for line in _purge(found, plan, project))
    yield tell("Then push by force, ask the forge to drop its copies, and ask owners of forks.")


def _purge(found: Person, plan: Forgetting, project: Project) -> Iterator[str]:
    """Give the commands that take somebody out of the history: paths, texts, messages, authors."""
    root, neutral = project.frame().root, Neutral(Language(project.settings.language))
    gone = [*found.contacts, *filter(None, [found.company]), found.name]
    words = [*(f"{value}==>***" for value in gone), f"{found.slug}==>{neutral.slug}"]
    yield f"printf '%s\\n' {shlex.join(words)} > names.txt"
    options = [f"--path {shlex.quote(root + path)}" for path in (*plan.removed, *plan.moved)]
    former = rf"(^|/){re.escape(found.slug)}\.[^/]*$"
    options.append(f"--path-regex {shlex.quote(former)}")
    replaced = "--replace-text names.txt --replace-message names.txt"
    emails = [value for value in found.contacts if "@" in value]
    if authors := authors_of(project.docs, found.name, emails):
        mailmap = [f"{neutral.title} <{neutral.slug}@invalid> {author}" for author in authors]
        yield f"printf '%s\\n' {shlex.join(mailmap)} > authors.txt"
        replaced += " --mailmap authors.txt"
    yield f"git filter-repo --invert-paths {' '.join(options)}"
    yield f"git filter-repo {replaced}"
