"""A new entry put together: the path and the text of its file."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from mkdocs_forum.core.checks.fix import mend
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.forms.form import Form, Given, one_line
from mkdocs_forum.core.forms.write import write_entry, write_file
from mkdocs_forum.core.gfm.breaks import keep_breaks
from mkdocs_forum.core.library.namesakes import namesakes
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry, read_entry
from mkdocs_forum.core.reading.questions.scan import Question, scan
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.characters import tidy
from mkdocs_forum.core.words.encodings import encode
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.slugs import slugify

LONGEST_NAME = 30
"""Characters of a question's name at the most, where it is made of the question."""


@dataclass(frozen=True)
class Composed:
    """The file of a new entry."""

    path: str
    """Path below the docs folder."""
    text: str
    """What the file holds."""
    url: str
    """Address of its page, relative to the root of the site."""
    is_draft: bool


def compose(
    form: Form, given: Given, body: str = "", *, draft: bool = False, whole: bool = False
) -> Composed | list[Diagnostic]:
    """Put an entry together.

    Arguments:
        form: The form that was filled in.
        given: The values by the names of their fields; `consent` as in the frontmatter.
        body: The text.
        draft: Whether it isn't shown yet.
        whole: Whether the file repeats what its path says, since it may travel without that.

    Returns:
        The file, or every fault that keeps it from being understood.
    """
    slug, told, url = _place(form, given)
    told = frozenset() if whole else told
    values = _nested(form, given)
    if draft:
        values["draft"] = "true"
    kept = {key: value for key, value in values.items() if key not in told}
    source = read_source(form.path(slug), write_file(kept))
    if not isinstance(source, Source):
        return source
    entry = read_entry(source, form.kind, form.settings)
    if not isinstance(entry, Entry):
        return entry
    return Composed(form.path(slug), write_entry(entry.meta, body, told=told), url, draft)


def _place(form: Form, given: Given) -> tuple[str, frozenset[str], str]:
    """Give the name of a file, the keys that its path says, and the address of its page."""
    addresses = Addresses(form.settings)
    if form.kind != "answers":
        slug = given["slug"]
        return slug, frozenset(), addresses.url(addresses.entry(form.kind, slug))
    own = f"{given['question']}/{given['author']}"
    slug = form.free(own)
    # A further answer of somebody says who wrote it: its path has a number besides.
    told = {"question", "author"} if slug == own else {"question"}
    page = addresses.url(addresses.entry("questions", given["question"]))
    return slug, frozenset(told), f"{page}#{slug.rpartition('/')[2]}"


def _nested(form: Form, given: Given) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for asked in form.fields:
        value = given.get(asked.name)
        if not value or asked.name == "slug":
            continue
        if asked.within:
            values[asked.within] = {**values.get(asked.within, {}), asked.name: value}
        else:
            values[asked.name] = value
    consent = given.get("consent")
    # A consent to nothing isn't written.
    return {**values, "consent": consent} if consent and consent.get("publish") else values


def namesake(form: Form, name: str) -> dict[str, str]:
    """Give the name and the slug of the member whose page bears a name already, or nothing."""
    found = namesakes(name, form.library) if form.kind == "members" else []
    return {"name": found[0].meta.name, "slug": found[0].slug} if found else {}


def read_question(text: str) -> tuple[Question | None, list[Diagnostic]]:
    """Read a question as it is written in a list, perhaps with `{#name}` at its end."""
    source = Source("", body=f"# Q\n\n- {one_line(text)}\n")
    questions, faults = scan(source, re.compile("Q"))
    return (questions[0] if questions else None), faults


def name_of(question: Question, others: Collection[str] = ()) -> str:
    """Propose the name of a question, other than those of the talk's other questions."""
    name = question.slug
    if name == slugify(question.title):
        # Nobody has named it: a few of its words are enough.
        name = slugify(question.title, longest=LONGEST_NAME)
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(name for name in names if name not in others)


def talk_body(text: str, questions: Mapping[str, str], settings: Settings) -> str:
    """Write the text of a talk, which ends with its questions.

    Arguments:
        text: What was written already.
        questions: The questions by their names.
        settings: The options.

    Returns:
        The text; where there is none, or no question, an example stands in its place.
    """
    tell = Language(settings.language).tell
    if text and not questions:
        return text
    part, words = tell("First part"), tell("The text of the talk.")
    start = text or f"## {part}\n\n{words}"
    example = {tell("your-question"): tell("Your question, on one line")}
    return with_questions(start, questions or example, settings)


def with_questions(text: str, questions: Mapping[str, str], settings: Settings) -> str:
    """Write questions, by their names, in a section below a text."""
    items = [f"- {asked} {{#{name}}}" for name, asked in questions.items()]
    above = [text, ""] if text else []
    return "\n".join([*above, f"## {heading(settings)}", "", *items])


def has_questions(body: str, settings: Settings) -> bool:
    """Whether a text holds a list of questions already."""
    return bool(scan(Source("", body=body), settings.question_heading)[0])


def heading(settings: Settings) -> str:
    """Give a heading that the list of questions is found below."""
    pattern = settings.question_heading
    plain = re.sub(r"\(\?\w+\)|[^\w\s'’-]", "", pattern.pattern).strip().capitalize()
    words = [Language(settings.language).tell("Questions"), plain]
    return next((word for word in words if pattern.match(word)), words[0])


def lines(text: str) -> str:
    """Give a text as files hold it, without what the check wouldn't let stand."""
    ended = text.replace("\r\n", "\n").replace("\r", "\n")
    return tidy(ended).strip("\n")


def typed(text: str, form: Form, *, are_faithful: bool = True) -> str:
    """Give a text that was typed: its lists as Markdown has them, its lines ended as they were.

    Arguments:
        text: What was typed.
        form: The form for which.
        are_faithful: Whether all its lines are as their author ended them, as in a form.
    """
    path, head = form.path("a"), write_file({})
    mended = mend(path, encode(f"{head}{lines(text)}"), form.settings)
    body = mended.decode("utf-8", "surrogatepass").removeprefix(head)
    return keep_breaks(lines(body), are_typed=are_faithful)
