"""`mkdocs-forum new`: begins an entry, which passes the check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from mkdocs_forum.commands.changes import change
from mkdocs_forum.core.composing import (
    Composed,
    compose,
    has_questions,
    lines,
    name_of,
    read_question,
    talk_body,
)
from mkdocs_forum.core.diagnostics import Diagnostic, Message, say
from mkdocs_forum.core.forms import FORMS, Field, Form, Refusal, described
from mkdocs_forum.core.language import Language
from mkdocs_forum.core.loading import load
from mkdocs_forum.core.mending import name_questions
from mkdocs_forum.core.receipts import told
from mkdocs_forum.core.reports import text
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.settings import LANGUAGES
from mkdocs_forum.dialogue import Dialogue, in_terminal
from mkdocs_forum.project import Project, config_option, open_project

_CONTACT = ("email", "phone", "address")
_AGREED = Field("date", "--consent-date", needed=True, within="consent")

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


@dataclass(frozen=True)
class _Desk:
    """Where an entry is made: the forum, who is asked, in which language."""

    project: Project
    language: Language
    dialogue: Dialogue | None
    form: Form
    texts: Mapping[str, bytes]
    """What the files of the forum hold."""
    faults: Sequence[Diagnostic]
    """What is wrong in the forum already."""

    def new_faults(self, composed: Composed, named: Mapping[str, bytes]) -> list[Diagnostic]:
        """Give what would be wrong with a new file, and with talks whose questions got names."""
        texts: dict[str, str | bytes] = {**self.texts, **named, composed.path: composed.text}
        _, faults = load(texts, self.project.settings)
        return [fault for fault in faults if fault not in self.faults]

    def refuse(self, option: str, refusal: Refusal) -> click.UsageError:
        """Make the error that tells why an option's value can't stand."""
        return click.UsageError(f"{option}: {told(refusal, self.language)}")


def _begin(kind: str, given: dict[str, Any]) -> None:
    """Make an entry of what the options give and of what is asked besides."""
    desk = _desk(kind, given)
    values = _values(desk, given)
    if kind == "members":
        values = _with_consent(desk, values, given)
    body = _body(desk, given)
    questions = _questions(desk, body, given) if kind == "talks" else {}
    is_begun = kind in {"talks", "answers"} and not body
    if kind == "talks":
        body = talk_body(body, questions, desk.form.settings)
    if given["edit"]:
        body = lines(click.edit(body, extension=".md") or body)
        is_begun = is_begun and not body
    draft = given.get("draft")
    draft = is_begun if draft is None else draft
    _write(desk, compose(desk.form, values, body, draft=draft), is_begun)


def _desk(kind: str, given: Mapping[str, Any]) -> _Desk:
    project = open_project(given["config_file"])
    language = Language(given["lang"] or project.settings.language)
    texts = project.texts()
    library, faults = load(texts, project.settings)
    form = Form(kind, library, project.settings, lambda path: (project.docs / path).exists())
    asks = in_terminal() and not given["no_input"] and str(given["body"]) != "-"
    return _Desk(project, language, Dialogue(language) if asks else None, form, texts, faults)


def _values(desk: _Desk, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values of the fields: those of the options, then what is asked or proposed."""
    values: dict[str, Any] = {}
    for asked in desk.form.fields:
        if not given[asked.name]:
            continue
        read = []
        for written in given[asked.name] if asked.many else [given[asked.name]]:
            value, refusal = desk.form.read(asked, written)
            if refusal:
                raise desk.refuse(asked.option, refusal)
            read.append(value)
        values[asked.name] = list(dict.fromkeys(read)) if asked.many else read[0]
    missing = []
    for asked in desk.form.fields:
        if asked.name in values:
            continue
        if desk.dialogue and asked.asked:
            values[asked.name] = desk.dialogue.fill(desk.form, asked, values)
        elif asked.needed:
            values[asked.name] = desk.form.proposal(asked, values)
            missing += [] if values[asked.name] else [asked.option]
    if missing:
        # A name is proposed once there is something to make it of.
        wanted = [option for option in missing if option != "--slug"] or missing
        message = say("give also: {options}", options=", ".join(wanted))
        raise click.UsageError(message.tell(desk.language.tell))
    return values


def _with_consent(desk: _Desk, values: dict[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Ask what may be published; what may not isn't written: the repository can be read, too."""
    contact = {name: values[name] for name in _CONTACT if values.get(name)}
    agreed = [name for name in contact if name in given["consent"]]
    for name in [name for name in contact if name not in agreed]:
        if desk.dialogue is None:
            message = say(Sentence.NO_CONSENT, name=name)
            hint = say("add '--consent {name}' if the member agrees", name=name)
            raise desk.refuse(f"--{name}", Refusal(message, hint))
        question = say("Does the member agree that '{value}' is published?", value=contact[name])
        if desk.dialogue.agrees(question.tell(desk.language.tell)):
            agreed.append(name)
        else:
            left_out = say("'{value}' isn't written.", value=contact[name])
            click.echo(left_out.tell(desk.language.tell))
    kept = {key: value for key, value in values.items() if key not in contact or key in agreed}
    if not agreed:
        return kept
    return {**kept, "consent": {"publish": agreed, "date": _day_of_consent(desk, given)}}


def _day_of_consent(desk: _Desk, given: Mapping[str, Any]) -> Any:
    if desk.dialogue and not given["consent_date"]:
        return desk.dialogue.fill(desk.form, _AGREED, {})
    day, refusal = desk.form.read(_AGREED, given["consent_date"] or desk.form.proposal(_AGREED, {}))
    if refusal:
        raise desk.refuse(_AGREED.option, refusal)
    return day


def _body(desk: _Desk, given: Mapping[str, Any]) -> str:
    """Read the text of the entry."""
    if given["body"] is None:
        return ""
    with click.open_file(str(given["body"]), "rb") as file:
        data: bytes = file.read()
    try:
        return lines(data.decode())
    except UnicodeDecodeError as error:
        message = say("the byte 0x{byte} is no UTF-8", byte=f"{data[error.start]:02x}")
        hint = say("save the file again with the encoding UTF-8")
        raise desk.refuse("--body", Refusal(message, hint)) from error


def _questions(desk: _Desk, body: str, given: Mapping[str, Any]) -> dict[str, str]:
    """Give the questions of a talk by their names."""
    if has_questions(body, desk.form.settings):
        if given["ask"]:
            message = say(Sentence.HAS_QUESTIONS)
            raise desk.refuse("--ask", Refusal(message, say(Sentence.AMONG_THEM)))
        return {}
    found: dict[str, str] = {}
    for written in given["ask"]:
        question, faults = read_question(written)
        for fault in faults:
            raise desk.refuse("--ask", Refusal(fault.message, fault.hint))
        if question:
            found[name_of(question, found)] = question.text
    return found if found or desk.dialogue is None else desk.dialogue.questions()


def _write(desk: _Desk, composed: Composed | list[Diagnostic], is_begun: bool) -> None:
    """Write the file if the forum has no more faults with it than without, and tell what next."""
    tell, project = desk.language.tell, desk.project
    frame = project.frame(desk.language.code)
    faults, named = composed if isinstance(composed, list) else [], {}
    if isinstance(composed, Composed):
        named = _named(desk, desk.new_faults(composed, {}))
        faults = desk.new_faults(composed, named)
    if faults or not isinstance(composed, Composed):
        click.echo(text(faults, frame))
        click.echo(tell("Nothing was written."))
        raise SystemExit(1)
    path = project.docs / composed.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(composed.text)
    for talk, data in named.items():
        change(project.docs / talk, frame.root + talk, desk.texts[talk], data)
    url = f"{project.config.site_url or ''}{composed.url}"
    click.echo(say("Written: {path}", path=f"{frame.root}{composed.path}").tell(tell))
    click.echo(say("Its address will be: {url}", url=url).tell(tell))
    for sentence in _next(desk.form.kind, composed, is_begun):
        click.echo(sentence.tell(tell))


def _named(desk: _Desk, faults: Sequence[Diagnostic]) -> dict[str, bytes]:
    """Name the questions that had no name of their own before something referred to them."""
    talks = {fault.location.path for fault in faults if fault.code == "F139"}
    settings = desk.project.settings
    return {talk: name_questions(talk, desk.texts[talk], settings) for talk in sorted(talks)}


def _next(kind: str, composed: Composed, is_begun: bool) -> list[Message]:
    """Tell what to do next."""
    sentences = []
    if is_begun and kind == "talks":
        sentences.append(say("Open the file, and write its text and its questions."))
    elif is_begun:
        sentences.append(say("Open the file, and write the answer below the second line '---'."))
    if composed.is_draft:
        sentences.append(say("Take the line 'draft: true' off when it may be published."))
    return [*sentences, say("'mkdocs serve' shows it; then propose the file by a pull request.")]


def _command(kind: str) -> click.Command:
    options = [_option(kind, asked) for asked in FORMS[kind]]
    if kind == "members":
        words = "Value that the member agreed to publish."
        options += [
            click.Option(["--consent"], multiple=True, type=click.Choice(_CONTACT), help=words),
            _option(kind, _AGREED, "consent_date"),
        ]
    else:
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


def _option(kind: str, asked: Field, name: str | None = None) -> click.Option:
    words = described(kind, asked) + (" Several times for several." if asked.many else "")
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
