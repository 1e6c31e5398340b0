"""An answer that somebody wrote in a letter by hand, once an organiser says whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, brief, say
from mkdocs_forum.core.forms.compose import Composed, compose, namesake
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.intake.intake import Forum, named_questions, named_talks
from mkdocs_forum.core.intake.mail.courtesies import asides
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.intake.mail.form_letter import requested
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.omissions import Kind, remarks
from mkdocs_forum.core.intake.mail.prose import Prose, prose
from mkdocs_forum.core.intake.mail.quotes import may_introduce
from mkdocs_forum.core.intake.pictures.album import Album, Illustrator, album
from mkdocs_forum.core.intake.pictures.picture import TOKEN


@dataclass(frozen=True)
class Told:
    """What an organiser says of a letter that no form wrote."""

    question: str = ""
    """What it answers: `talk/question` or an address."""
    author: str = ""
    """Name of the member who wrote it."""
    new_author: str = ""
    """Name of who wrote it, if they have no page yet."""
    talk: str = ""
    """The talk beside which what came with it is laid: its name or an address."""
    edition: str = ""
    """The edition for which it proposes a talk."""
    title: str = ""
    """Title of that talk; by default the subject of the letter."""


@dataclass(frozen=True)
class ByHand:
    """What a letter by hand becomes."""

    files: Sequence[Enclosure]
    remarks: Sequence[Message]
    others: Sequence[str]
    """Names of what came with it and isn't taken."""
    is_passed_on: bool
    """Whether somebody else passed it on."""
    album: Album
    """The pictures that came with it."""


@dataclass(frozen=True)
class _Author:
    slug: str
    name: str
    files: Sequence[Enclosure] = ()
    """Their page, if it is new."""


def by_hand(letter: Letter, forum: Forum, told: Told) -> ByHand | Refusal | list[Diagnostic]:
    """Make an answer or a talk of the words of a letter, or tell why there is none."""
    if request := requested(_texts(letter), forum.library, forum.settings):
        return request
    question = "" if told.edition else _question(letter, forum, told.question)
    author = question if isinstance(question, Refusal) else _author(letter, forum, told, question)
    if not isinstance(author, _Author):
        return author
    form = forum.form("talks" if told.edition else "answers")
    given = _given(letter, form, told, author, str(question))
    if isinstance(given, Refusal):
        return given
    found = prose(letter, [author.name])
    if found.announces and (names := _came(letter)):
        message = say(
            "the mail only says that its text is in '{names}', which can't be read", names=names
        )
        return Refusal(message, say("ask the sender for it as .docx or in the mail itself"))
    if not found.text:
        message = say("without its quotes and its signature, nothing is left of the mail")
        return Refusal(message, say("ask the sender for the text once more"))
    pictures = album(letter.every_picture)
    illustrator = Illustrator(pictures, forum.settings)
    text = illustrator.illustrate(found.text, _unplaced(pictures, found))
    composed = compose(form, given, text, draft=bool(told.edition), whole=True)
    if not isinstance(composed, Composed):
        return composed
    path = f"{forum.settings.docs_path}/{composed.path}" if told.edition else ""
    files = [*author.files, Enclosure(composed.text, path)]
    told_of = [*illustrator.remarks, *_remarks(found, letter, author.name)]
    return ByHand(files, told_of, found.others, Kind.HEAD in found.omitted, pictures)


def _given(
    letter: Letter, form: Form, told: Told, author: _Author, question: str
) -> dict[str, Any] | Refusal:
    """Give the keys of an answer or a talk."""
    fields = {asked.name: asked for asked in form.fields}
    name, wanted = ("edition", told.edition) if told.edition else ("question", question)
    asked, refusal = form.read(fields[name], wanted)
    if refusal:
        return refusal
    if not told.edition:
        today = form.settings.today
        day = min(letter.day or today, today).isoformat()
        return {"question": asked, "author": author.slug, "date": day}
    title = told.title or letter.subject
    slug = form.proposal(fields["slug"], {"title": title})
    if not slug:
        message = say("it isn't clear what the talk is called")
        return Refusal(message, say("add: {options}", options="--title …"))
    return {"title": title, "slug": slug, "edition": asked, "speakers": [author.slug]}


def _came(letter: Letter) -> str:
    """Name what came with a letter and can't be read as a text; pictures stand in the answer."""
    return brief(", ".join([*letter.others, *(each.name for each in letter.every_material)]))


def _unplaced(pictures: Album, found: Prose) -> list[str]:
    """Give the names of the pictures that belong to a text, though nothing tells where they stand.

    What stands in words that were left out was left out with them; what is small is a logo.
    """
    omitted = (line for lines in found.omitted.values() for line in lines)
    known = {mark[2] for line in [found.text, *omitted] for mark in TOKEN.finditer(line)}
    placed = {pictures.name(wanted) for wanted in known}
    return [
        name
        for name, picture in pictures.named.items()
        if name not in placed and not picture.is_small and not picture.is_documents
    ]


def _author(
    letter: Letter, forum: Forum, told: Told, question: str
) -> _Author | Refusal | list[Diagnostic]:
    """Find the author of a letter: a member, or somebody who gets a page."""
    if told.new_author:
        return _newcomer(told.new_author, forum.form("members"))
    if not told.author and told.edition:
        message = say("it isn't clear who gives the talk")
        return Refusal(message, say("add: {options}", options=f"--author {_sender(letter, forum)}"))
    if not told.author:
        message = say(
            "the mail contains no file made by a form, but names '{question}'", question=question
        )
        options = f"--question {question} --author {_sender(letter, forum)}"
        return Refusal(message, say("if its text is the answer, add: {options}", options=options))
    form = forum.form("answers")
    slug, refusal = form.read(form.fields[1], told.author)
    member = forum.library.members.get(slug)
    # The name of whoever isn't named stands below the letter, and goes with the signature.
    return refusal or _Author(slug, member.meta.name if member else letter.name or slug)


def _newcomer(name: str, form: Form) -> _Author | Refusal | list[Diagnostic]:
    """Make a page that says nothing but a name."""
    if found := namesake(form, name):
        message = say("'{name}' has a page already, in a file called '{slug}.md'", **found)
        options = f"--author {found['slug']}"
        return Refusal(message, say("if it is the same person, write: {options}", options=options))
    asked = next(field for field in form.fields if field.name == "slug")
    slug = form.proposal(asked, {"name": name})
    if not slug:
        message = say("it isn't clear what the file should be called")
        return Refusal(message, say("write a title or a name with a letter or a digit"))
    composed = compose(form, {"slug": slug, "name": name}, whole=True)
    if not isinstance(composed, Composed):
        return composed
    path = f"{form.settings.docs_path}/{composed.path}"
    return _Author(slug, name, [Enclosure(composed.text, path)])


def _remarks(found: Prose, letter: Letter, author: str) -> Iterator[Message]:
    """Tell what isn't in an answer by hand, and who passed it on."""
    if Kind.HEAD in found.omitted:
        sender = letter.sender or letter.name or "…"
        yield say(
            "'{sender}' forwarded a mail, and its text was taken: see whether '{author}' wrote it",
            sender=sender,
            author=author,
        )
    yield from remarks(found.omitted)
    if found.announces and not letter.every_picture:
        yield say("the mail says that something came with it, but nothing did: ask the sender")
    if addressed := tuple(asides(found.text)):
        message = say("these lines may be said to you, not to readers: see if they should stay")
        yield replace(message, below=addressed)
    if doubtful := tuple(filter(may_introduce, found.text.split("\n"))):
        message = say("these lines may introduce somebody else's words: see whose they are")
        yield replace(message, below=doubtful)


def _question(letter: Letter, forum: Forum, told: str) -> str | Refusal:
    """Find the question that a letter answers."""
    if told:
        return next(iter(named_questions(told, forum.settings)), told)
    texts = "\n".join(_texts(letter))
    named = named_questions(texts, forum.settings)
    known = [name for name in named if name in forum.library.questions]
    if len(known) > 1:
        message = say("the mail names several questions: {ids}", ids=brief(", ".join(known)))
        return Refusal(message, say("say with '--question' which one it answers"))
    if known:
        return known[0]
    message = say("the mail contains no file made by a form")
    if letter.every_material:
        names = brief(", ".join(each.name for each in letter.every_material))
        talks = named_talks(texts, forum.settings)
        option = f"--talk {next((name for name in talks if name in forum.library.talks), '…')}"
        hint = say("if a talk brings {names}, add: {option}", names=names, option=option)
        return Refusal(message, hint)
    if letter.others:
        names = brief(", ".join(letter.others))
        return Refusal(message, say("what came with it was ignored: {names}", names=names))
    hint = say(
        "ask the sender for the file, or say with '--question' what it answers and with '--author' "
        "who wrote it, with '--new-author' if they have no page; if it is a talk, with '--edition' "
        "and '--title' which one"
    )
    return Refusal(message, hint)


def _texts(letter: Letter) -> Iterator[str]:
    """Give all that a letter says, and those that came with it."""
    for each in letter.every:
        yield each.subject
        for body in each.bodies:
            for wording in body:
                yield from wording.lines


def _sender(letter: Letter, forum: Forum) -> str:
    """Propose the member whose page has the address that the letter says it is from."""
    address = letter.sender.lower()
    for slug, member in forum.library.members.items():
        if address and (member.meta.contact.email or "").lower() == address:
            return slug
    return "…"
