"""`mkdocs-forum new notice` and `new slot`: what joins the keys of an entry that is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.cli.options import lang_option
from mkdocs_forum.cli.references import day_given, refused, text_called
from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.faults.reports import text
from mkdocs_forum.core.forms.change import no_end_of_keys, with_items
from mkdocs_forum.core.forum import Forum, load
from mkdocs_forum.core.intake.intake import new_faults
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.model.schedule import Slot, in_one_line
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.values import misread_slot
from mkdocs_forum.core.words.encodings import decode


@dataclass(frozen=True)
class _Session:
    """A forum to which something is added, and the language in which that is told."""

    project: Project
    texts: Mapping[str, bytes]
    forum: Forum
    lang: str | None


@click.command()
@click.argument("subject")
@click.option("--text", "words", required=True, help="What is to be known before it is read.")
@click.option("--date", "day", help="Day of the notice (YYYY-MM-DD); by default today.")
@config_option
@lang_option
def notice(subject: str, words: str, day: str | None, config_file: Path, lang: str | None) -> None:
    """Let an erratum or a remark stand above a text.

    SUBJECT is a talk or an answer: its address, the path of its file, or its name, as 'talk' or
    'talk/question/author'.
    """
    session = _open(config_file, lang)
    entry = text_called(subject, session.forum.library, session.project.settings)
    if entry is None:
        raise _refused(session, say("no talk and no answer is called '{name}'", name=subject))
    if not words.strip():
        hint = say("write what is to be known before it is read")
        raise _refused(session, say("'{option}' is empty", option="--text"), hint)
    settings = session.project.settings
    date = day_given("--date", day, settings, lang) if day else settings.today
    item = {"date": date.isoformat(), "text": " ".join(words.split())}
    _add(session, entry, "notice", Notice, [item])


@click.command()
@click.argument("edition")
@click.argument("slots", nargs=-1, required=True)
@config_option
@lang_option
def slot(edition: str, slots: tuple[str, ...], config_file: Path, lang: str | None) -> None:
    """Add to the programme of an edition what takes place besides the talks.

    EDITION is the name of its file. Each of SLOTS is a line such as '12:30-14:00 Lunch', perhaps
    with its day before it, and behind a stroke its room: '2027-05-29 9:00 Welcome | Great hall'.
    """
    session = _open(config_file, lang)
    entry = session.forum.library.editions.get(edition)
    if entry is None:
        raise _refused(session, say("no edition is called '{wanted}'", wanted=edition))
    items = list(map(in_one_line, slots))
    for item in items:
        if isinstance(item, str):
            raise _refused(session, *misread_slot(item))
    _add(session, entry, "schedule", Slot, items)


def _open(config_file: Path, lang: str | None) -> _Session:
    project = open_project(config_file)
    texts = project.texts()
    return _Session(project, texts, load(texts, project.settings), lang)


def _add(
    session: _Session, entry: Entry[Any], key: str, model: type[Meta], items: Sequence[Any]
) -> None:
    """Write a file with further items below a key, if the forum has no more faults with it."""
    project, texts = session.project, session.texts
    frame, before = project.frame(session.lang), texts[entry.path]
    after = with_items(entry, decode(before), key, model, items)
    if after is None:
        refusal = no_end_of_keys(f"{frame.root}{entry.path}")
        raise _refused(session, refusal.message, refusal.hint)
    new = after.encode("utf-8")
    found = load({**texts, entry.path: new}, project.settings).faults
    if faults := new_faults(found, session.forum.faults):
        click.echo(text(faults, frame))
        click.echo(frame.language.tell("Nothing was written."))
        raise SystemExit(1)
    change(project.docs / entry.path, frame.root + entry.path, before, new)
    told = say("Changed: {path}", path=f"{frame.root}{entry.path}")
    click.echo(told.tell(frame.language.tell))


def _refused(session: _Session, message: Message, hint: Message | None = None) -> click.UsageError:
    return refused(session.project.settings, message, hint, session.lang)
