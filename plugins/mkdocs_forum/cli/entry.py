"""Where a new entry is made: the forum that it is for, who is asked, and how it is put down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from mkdocs_forum.adapter.project import Project, open_project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.cli.prompts import Prompts, in_terminal
from mkdocs_forum.core.checks.fix import name_questions
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.faults.reports import text
from mkdocs_forum.core.forms.compose import Composed
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.intake import CONTACT, answer_remarks, new_faults
from mkdocs_forum.core.intake.receipts import refusal_text
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.repository.forge import kind_of_forge
from mkdocs_forum.core.words.language import Language

_PULL = say("See it with 'mkdocs serve', then send the file in a pull request.")
_SENDING = {
    "github": _PULL,
    "gitlab": say("See it with 'mkdocs serve', then send the file in a merge request."),
    "forgejo": _PULL,
    "gitea": _PULL,
}
"""How a file is sent, in the words of each forge."""
_HANDED_OVER = say("See it with 'mkdocs serve', then send the file to the organisers.")


@dataclass(frozen=True)
class Session:
    """Where an entry is made: the forum, who is asked, in which language."""

    project: Project
    language: Language
    prompts: Prompts | None
    form: Form
    texts: Mapping[str, bytes]
    """What the files of the forum hold."""
    faults: Sequence[Diagnostic]
    """What is wrong in the forum already."""

    def new_faults(self, composed: Composed, named: Mapping[str, bytes]) -> list[Diagnostic]:
        """Give what would be wrong with a new file, and with talks whose questions got names."""
        texts: dict[str, str | bytes] = {**self.texts, **named, composed.path: composed.text}
        return new_faults(load(texts, self.project.settings).faults, self.faults)

    def refuse(self, option: str, refusal: Refusal) -> click.UsageError:
        """Make the error that tells why an option's value can't stand."""
        return click.UsageError(f"{option}: {refusal_text(refusal, self.language)}")


def open_session(kind: str, given: Mapping[str, Any]) -> Session:
    """Read the forum, and see whether somebody is there to be asked.

    Arguments:
        kind: What is made, a key of `FORMS`.
        given: The options of the command.
    """
    project = open_project(given["config_file"])
    language = Language(given["lang"] or project.settings.language)
    texts = project.texts()
    forum = load(texts, project.settings)

    form = Form(kind, forum.library, project.settings, project.is_taken, forum.missing)
    asks = in_terminal() and not given["no_input"] and str(given["body"]) != "-"
    return Session(
        project, language, Prompts(language) if asks else None, form, texts, forum.faults
    )


def save(
    session: Session,
    composed: Composed | list[Diagnostic],
    *,
    is_begun: bool,
    is_asked: bool = False,
) -> None:
    """Write the file if the forum has no more faults with it than without, and tell what next.

    Arguments:
        session: Where the entry is made.
        composed: The file, or why there is none.
        is_begun: Whether its text is still to be written.
        is_asked: Whether the questions of a talk are written already.
    """
    tell, project = session.language.tell, session.project
    frame = project.frame(session.language.code)
    faults, named = composed if isinstance(composed, list) else [], {}
    if isinstance(composed, Composed):
        named = _named(session, session.new_faults(composed, {}))
        faults = session.new_faults(composed, named)
    refusing = [fault for fault in faults if fault.code != CONTACT]
    if faults:
        click.echo(text(faults, frame))
    if refusing or not isinstance(composed, Composed):
        click.echo(tell("Nothing was written."))
        raise SystemExit(1)
    path = project.docs / composed.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(composed.text)
    for talk, data in named.items():
        change(project.docs / talk, frame.root + talk, session.texts[talk], data)
    url = f"{project.settings.site_url}{composed.url}"
    click.echo(say("Written: {path}", path=f"{frame.root}{composed.path}").tell(tell))
    click.echo(say("Its address will be: {url}", url=url).tell(tell))
    source = read_source(composed.path, composed.text)
    meta = source.meta if isinstance(source, Source) else {}
    for sentence in answer_remarks(composed.path, meta, session.form.library, project.settings):
        click.echo(f"{tell('remark:')} {sentence.tell(tell)}")
    settings = project.settings
    for sentence in _next(session.form.kind, composed, settings, is_begun, is_asked):
        click.echo(sentence.tell(tell))


def _named(session: Session, faults: Sequence[Diagnostic]) -> dict[str, bytes]:
    """Name the questions that had no name of their own before something referred to them."""
    talks = {fault.location.path for fault in faults if fault.code == "F139"}
    settings = session.project.settings
    return {talk: name_questions(talk, session.texts[talk], settings) for talk in sorted(talks)}


def _next(
    kind: str, composed: Composed, settings: Settings, is_begun: bool, is_asked: bool
) -> list[Message]:
    """Tell what to do next."""
    sentences = []
    if is_begun and kind == "talks" and is_asked:
        sentences.append(say("Open the file, and write its text."))
    elif is_begun and kind == "talks":
        sentences.append(say("Open the file, and write its text and its questions."))
    elif is_begun:
        sentences.append(say("Open the file, and write the answer below the second line '---'."))
    if composed.is_draft:
        sentences.append(say("Remove the line 'draft: true' when it may be published."))
    return [*sentences, _SENDING.get(kind_of_forge(settings), _HANDED_OVER)]
