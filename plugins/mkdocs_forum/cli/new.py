"""`mkdocs-forum new`: begins an entry, which passes the check."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, get_args

import click

from mkdocs_forum.adapter.project import config_option
from mkdocs_forum.cli.entry import Session, open_session, save
from mkdocs_forum.cli.prompts import Prompts
from mkdocs_forum.core.checks.fix import mend
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.compose import (
    Composed,
    compose,
    has_questions,
    name_of,
    namesake,
    read_question,
    talk_body,
    typed,
)
from mkdocs_forum.core.forms.fields import CONSENT, FORMS, Field
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.model.kinds import Publishable
from mkdocs_forum.core.words.languages import LANGUAGES

_CONTACT = get_args(Publishable)
_AGREED = next(asked for asked in CONSENT if asked.name == "date")

_LATER = {"editions": "end_date", "answers": "date"}
"""Days that have to come after another one."""

_HELP = {
    "talks": "Begin a talk, with its questions.",
    "answers": "Begin an answer to a question.",
    "members": "Begin the page of a member.",
    "editions": "Begin an edition.",
}


@click.group()
def new() -> None:
    """Begin an entry: asks for what it needs, and writes a file that passes the check.

    In a terminal it asks for what no option gives. Elsewhere, what is needed and not given ends
    the command with 2, and nothing is written.
    """


def _begin(kind: str, given: dict[str, Any]) -> None:
    """Make an entry of what the options give and of what is asked besides."""
    session = open_session(kind, given)
    try:
        _make(session, kind, given)
    except click.Abort as abort:
        # Whoever gives up in the middle of a line goes on below it.
        click.echo("\n" + session.language.tell("Nothing was written."))
        raise SystemExit(1) from abort


def _make(session: Session, kind: str, given: dict[str, Any]) -> None:
    values = _values(session, given)
    if kind == "members":
        values = _with_consent(session, values, given)
    body = _body(session, given)
    questions = _questions(session, body, given) if kind == "talks" else {}
    is_begun = kind in {"talks", "answers"} and not body
    if kind == "talks":
        body = talk_body(body, questions, session.form.settings)
    if given["edit"]:
        body = typed(click.edit(body, extension=".md") or body, session.form, are_faithful=False)
        is_begun = is_begun and not body
    draft = given.get("draft")
    draft = is_begun if draft is None else draft
    composed = compose(session.form, values, body, draft=draft)
    if isinstance(composed, Composed):
        mended = mend(composed.path, composed.text.encode(), session.form.settings)
        composed = replace(composed, text=mended.decode())
    save(session, composed, is_begun=is_begun, is_asked=bool(questions))


def _values(session: Session, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values of the fields: those of the options, then what is asked or proposed."""
    values: dict[str, Any] = {}
    for asked in session.form.fields:
        if not given[asked.name]:
            continue
        read = []
        given_texts = given[asked.name] if asked.many else [given[asked.name]]
        for written in chain.from_iterable(map(asked.values, given_texts)):
            value, refusal = session.form.read(asked, written)
            if refusal:
                raise session.refuse(asked.option, refusal)
            read.append(value)
        values[asked.name] = list(dict.fromkeys(read)) if asked.many else read[0]
    _meet_namesake(session, values)
    missing = []
    for asked in session.form.fields:
        if asked.name in values:
            continue
        if session.prompts and asked.asked:
            values[asked.name] = _asked(session, session.prompts, asked, values)
        elif asked.needed:
            values[asked.name] = session.form.proposal(asked, values)
            missing += [] if values[asked.name] else [asked.option]
    if missing:
        # A name is proposed once there is something to make it of.
        wanted = [option for option in missing if option != "--slug"] or missing
        message = say("give also: {options}", options=", ".join(wanted))
        raise click.UsageError(message.tell(session.language.tell))
    return values


def _asked(session: Session, prompts: Prompts, asked: Field, values: dict[str, Any]) -> Any:
    """Ask for a value until it can stand beside the others."""
    while True:
        value = prompts.fill(session.form, asked, values)
        if asked.name == "name":
            _meet_namesake(session, {**values, "name": value})
        is_later = value and asked.name == _LATER.get(session.form.kind)
        composed = compose(session.form, {**values, asked.name: value}) if is_later else []
        faults = session.new_faults(composed, {}) if isinstance(composed, Composed) else []
        untimely = [fault for fault in faults if fault.code in {"F209", "F214", "F215"}]
        if not untimely:
            return value
        prompts.refuse(Refusal(untimely[0].message, untimely[0].hint))


def _meet_namesake(session: Session, values: Mapping[str, Any]) -> None:
    """Make sure that nobody gets two pages: who only shares a name says so."""
    found = namesake(session.form, values.get("name", ""))
    if not found or values.get("slug"):
        return
    message = say("'{name}' has a page already, in a file called '{slug}.md'", **found)
    if session.prompts is None:
        hint = say("name the file with '--slug' if it is somebody else")
        raise session.refuse("--name", Refusal(message, hint))
    session.prompts.refuse(Refusal(message))
    if not session.prompts.agrees(session.language.tell("Is it somebody else?")):
        raise click.Abort


def _with_consent(
    session: Session, values: dict[str, Any], given: Mapping[str, Any]
) -> dict[str, Any]:
    """Ask what may be published; what may not isn't written: the repository can be read, too."""
    contact = {name: values[name] for name in _CONTACT if values.get(name)}
    agreed = [name for name in contact if name in given["consent"]]
    for name in [name for name in contact if name not in agreed]:
        if session.prompts is None:
            message = say(Sentence.NO_CONSENT, name=name)
            hint = say("add '--consent {name}' if the member agrees", name=name)
            raise session.refuse(f"--{name}", Refusal(message, hint))
        question = say("Does the member agree to publishing '{value}'?", value=contact[name])
        if session.prompts.agrees(question.tell(session.language.tell)):
            agreed.append(name)
        else:
            left_out = say("'{value}' was left out.", value=contact[name])
            click.echo(left_out.tell(session.language.tell))
    kept = {key: value for key, value in values.items() if key not in contact or key in agreed}
    if not agreed:
        return kept
    return {**kept, "consent": {"publish": agreed, "date": _day_of_consent(session, given)}}


def _day_of_consent(session: Session, given: Mapping[str, Any]) -> Any:
    if session.prompts and not given["consent_date"]:
        return session.prompts.fill(session.form, _AGREED, {})
    day, refusal = session.form.read(
        _AGREED, given["consent_date"] or session.form.proposal(_AGREED, {})
    )
    if refusal:
        raise session.refuse(_AGREED.option, refusal)
    return day


def _body(session: Session, given: Mapping[str, Any]) -> str:
    """Read the text of the entry."""
    if given["body"] is None:
        return ""
    with click.open_file(str(given["body"]), "rb") as file:
        data: bytes = file.read()
    try:
        # Whether a person or a program ended its lines nobody says, as with a mail.
        return typed(data.decode(), session.form, are_faithful=False)
    except UnicodeDecodeError as error:
        message = say("the byte 0x{byte} isn't UTF-8", byte=f"{data[error.start]:02x}")
        hint = say("save the file again with the encoding UTF-8")
        raise session.refuse("--body", Refusal(message, hint)) from error


def _questions(session: Session, body: str, given: Mapping[str, Any]) -> dict[str, str]:
    """Give the questions of a talk by their names."""
    if has_questions(body, session.form.settings):
        if given["ask"]:
            message = say(Sentence.HAS_QUESTIONS)
            raise session.refuse("--ask", Refusal(message, say(Sentence.AMONG_THEM)))
        return {}
    found: dict[str, str] = {}
    for written in given["ask"]:
        question, faults = read_question(written)
        for fault in faults:
            raise session.refuse("--ask", Refusal(fault.message, fault.hint))
        if question:
            found[name_of(question, found)] = question.text
    return found if found or session.prompts is None else session.prompts.questions()


def _command(kind: str) -> click.Command:
    options = [_option(asked) for asked in FORMS[kind]]
    if kind == "members":
        words = "Value that the member agreed to publish."
        options += [
            click.Option(["--consent"], multiple=True, type=click.Choice(_CONTACT), help=words),
            _option(_AGREED, "consent_date"),
        ]
    words = "Whether it isn't shown yet; by default, if its text is still to be written."
    options.append(click.Option(["--draft/--no-draft"], default=None, help=words))
    if kind == "talks":
        words = "A question left open, perhaps with {#name} at its end."
        options.append(click.Option(["--ask"], multiple=True, help=words))
    command = click.Command(
        kind.removesuffix("s"),
        params=[*options, *_COMMON],
        callback=lambda **given: _begin(kind, given),
        help=_HELP[kind],
    )
    return config_option(command)


def _option(asked: Field, name: str | None = None) -> click.Option:
    words = asked.question or asked.description
    if asked.many:
        commas = ", or with commas between them" if asked.parts_at_commas else ""
        words += f" Several times for several{commas}."
    return click.Option([asked.option, name or asked.name], multiple=asked.many, help=words)


_COMMON = (
    click.Option(
        ["--body"],
        type=click.Path(exists=True, dir_okay=False, allow_dash=True),
        help="File that holds its text; '-' reads it from the standard input.",
    ),
    click.Option(["--edit"], is_flag=True, help="Open its text in an editor."),
    click.Option(["--no-input"], is_flag=True, help="Ask nothing."),
    click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        help="Language of the questions; by default the site's.",
    ),
)

for _kind in FORMS:
    new.add_command(_command(_kind))
