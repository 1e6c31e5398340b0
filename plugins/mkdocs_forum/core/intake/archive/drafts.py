"""Files of pages of the past: a draft of each talk, of its edition, and the pages of its speakers.

What is there already is found again, whatever its file is called by now, so that a folder can be
imported as often as one likes.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forms.compose import typed
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.intake.archive import signs
from mkdocs_forum.core.intake.archive.page import Page
from mkdocs_forum.core.intake.archive.written import File, written
from mkdocs_forum.core.intake.intake import Forum, Submission, remarks_on
from mkdocs_forum.core.model.types import Alias
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.slugs import LONGEST, slugify

_ALIAS: Final[TypeAdapter[str]] = TypeAdapter(Alias)
_WORD = re.compile(r"[^\W_]+")
_LONG: Final = 60
"""Characters of a paragraph by which a text is known again."""
_OURS: Final = frozenset({"aliases", "draft"})
"""Keys that no form asks for, and that are ours."""
_PARTING = re.compile(r"\s*[,;/]\s*")


@dataclass(frozen=True)
class Draft:
    """What came of one page."""

    path: str = ""
    """Path of the talk below the docs folder."""
    is_present: bool = False
    """Whether it is there already."""
    remarks: tuple[Message, ...] = ()
    refusal: Refusal | None = None


class Drafts:
    """The drafts of a run, which know those before them and what the forum has."""

    def __init__(self, forum: Forum) -> None:
        self._forum = forum
        self._settings = forum.settings
        self._files: dict[str, File] = {}
        library = forum.library
        self._members = {
            key: member.slug
            for member in library.members.values()
            for key in (member.slug, _key(member.meta.name))
        }
        self._editions = {
            slug: (edition.meta.date.isoformat(), edition.meta.number)
            for slug, edition in library.editions.items()
        }
        self._titles = {
            (_key(talk.meta.title), talk.meta.edition): talk.path for talk in library.talks.values()
        }
        self._aliases = {
            alias.strip("/"): talk.path
            for talk in library.talks.values()
            for alias in talk.meta.aliases
        }
        self._paragraphs = {
            mark: talk.path for talk in library.talks.values() for mark in _marks(talk.body)
        }

    @property
    def members(self) -> frozenset[str]:
        """Names of the members who have a page, as slugs."""
        return frozenset(self._members)

    def edition(self, page: Page) -> str:
        """Give the edition of a page, if the forum has it: by its day, its number, its year."""
        day = page.value("date").partition("/")[0]
        number = signs.number(page.value("edition"))
        found = [
            *(slug for slug, known in self._editions.items() if day and known[0] == day),
            *(slug for slug, known in self._editions.items() if number and known[1] == number),
            *(slug for slug, known in self._editions.items() if known[0][:4] == page.year),
        ]
        return found[0] if found else ""

    def add(self, page: Page, address: str = "", edition: str = "") -> Draft:
        """Make the files of a page.

        Arguments:
            page: The page.
            address: Its former address below the root of the site, if it had one.
            edition: Name of its edition, if somebody told it.
        """
        title, speakers = page.value("title"), self._speakers(page)
        if present := self._present(page, address, edition):
            return self._known(present, address)
        lacking = [
            said
            for said, value in (
                (say("the title"), slugify(title)),
                (say("who speaks"), speakers),
                (
                    say("the day of the edition"),
                    edition or self.edition(page) or page.value("date"),
                ),
            )
            if not value
        ]
        if lacking:
            return Draft(refusal=_lacking(lacking))
        remarks: list[Message] = []
        edition = edition or self.edition(page) or self._new_edition(page)
        slugs = [self._member(name, page, remarks, is_one=len(speakers) == 1) for name in speakers]
        return self._talk(page, edition, slugs, address, remarks)

    def submissions(self, without: Collection[str] = ()) -> Iterator[Submission]:
        """Give the files, each with what an organiser should look at.

        Arguments:
            without: Paths of talks that are left out, and with them what is made for them alone.
        """
        talks = [
            file.values
            for path, file in self._files.items()
            if file.kind == "talks" and path not in without
        ]
        wanted = {self._form("editions").path(talk["edition"]) for talk in talks}
        wanted |= {self._form("members").path(name) for talk in talks for name in talk["speakers"]}
        for path, file in self._files.items():
            if path in without or (file.kind != "talks" and path not in wanted):
                continue
            keys = {key: value for key, value in file.values.items() if key not in _OURS}
            remarks = remarks_on(path, file.kind, keys, self._settings)
            yield Submission(
                path, written(path, file, self._settings), remarks if file.kind == "talks" else []
            )

    def _speakers(self, page: Page) -> list[str]:
        told = chain.from_iterable(map(_PARTING.split, page.values("speakers")))
        return list(dict.fromkeys(filter(slugify, told)))

    def _present(self, page: Page, address: str, edition: str) -> str:
        """Give the path of the talk of a page that is there already."""
        named = (_key(page.value("title")), edition or self.edition(page))
        marks = _marks(page.body.text)
        seen = Counter(self._paragraphs[mark] for mark in marks if mark in self._paragraphs)
        shared, times = next(iter(seen.most_common(1)), ("", 0))
        if address and address.strip("/") in self._aliases:
            return self._aliases[address.strip("/")]
        if named in self._titles:
            return self._titles[named]
        return shared if times * 2 >= len(marks) else ""

    def _known(self, path: str, address: str) -> Draft:
        """Remember a further address of a draft of this run, such as that of a page to print."""
        file = self._files.get(path)
        aliases = self._alias(address)
        if file and aliases:
            told = list(dict.fromkeys([*file.values.get("aliases", []), *aliases]))
            values = {**file.values, "aliases": told}
            self._files[path] = replace(file, values=values)
            self._aliases[aliases[0]] = path
        elif aliases and address.strip("/") not in self._aliases:
            remark = say("'{address}' isn't among its former addresses: add it", address=address)
            return Draft(path, is_present=True, remarks=(remark,))
        return Draft(path, is_present=True)

    def _new_edition(self, page: Page) -> str:
        first, _, last = page.value("date").partition("/")
        form = self._form("editions")
        title = page.value("edition") or Language(self._settings.language).tell("Forum")
        number = signs.number(title)
        values = {
            "title": title,
            "date": first,
            "number": number,
            "theme": page.value("theme"),
            "end_date": last,
            "place": page.value("place"),
            "draft": "true",
        }
        slug = form.free(first[:4])
        self._put(form, slug, values)
        self._editions[slug] = (first, number)
        return slug

    def _member(self, name: str, page: Page, remarks: list[Message], *, is_one: bool) -> str:
        """Give the name of a speaker's page; a new one tells no more than who it is."""
        key = _key(name)
        told = {part: page.value(part) for part in ("company", "role", "website")}
        known = self._members.get(key) or self._members.get(_key(" ".join(reversed(name.split()))))
        if known:
            others = [value for value in told.values() if value]
            if is_one and others and known in self._forum.library.members:
                remarks.append(_kept(name, others, self._forum.library.members[known]))
            return known
        form = self._form("members")
        values: dict[str, Any] = {"name": name, "draft": "true"}
        for part, value in told.items() if is_one else ():
            written = f"https://{value}" if value.startswith("www.") else value
            field = next(asked for asked in form.fields if asked.name == part)
            if value and form.read(field, written)[1] is None:
                values[part] = written
        slug = form.free(slugify(name))
        self._put(form, slug, values)
        self._members |= {key: slug, slug: slug}
        return slug

    def _talk(
        self,
        page: Page,
        edition: str,
        speakers: Sequence[str],
        address: str,
        remarks: list[Message],
    ) -> Draft:
        form = self._form("talks")
        title = page.value("title")
        aliases = self._alias(address)
        if address and not aliases:
            remarks.append(say("'{address}' can't be a former address", address=address))
        topics = [topic for topic in _PARTING.split(page.value("topics")) if slugify(topic)]
        values = {
            "title": title,
            "edition": edition,
            "speakers": list(dict.fromkeys(speakers)),
            "session": page.value("session"),
            "topics": topics[:30],
            "aliases": aliases,
            "draft": "true",
        }
        slug = form.free(slugify(title))
        path = self._put(form, slug, values, typed(page.body.text, form, are_faithful=False))
        self._titles[_key(title), edition] = path
        self._aliases |= dict.fromkeys(aliases, path)
        self._paragraphs |= dict.fromkeys(_marks(page.body.text), path)
        return Draft(path, remarks=tuple(remarks))

    def _alias(self, address: str) -> list[str]:
        try:
            return [_ALIAS.validate_python(address)] if address else []
        except ValidationError:
            return []

    def _form(self, kind: str) -> Form:
        forum = self._forum

        def is_taken(path: str) -> bool:
            return path in self._files or forum.is_taken(path)

        return Form(kind, forum.library, forum.settings, is_taken, forum.missing)

    def _put(self, form: Form, slug: str, values: Mapping[str, Any], body: str = "") -> str:
        given = {key: value for key, value in values.items() if value}
        self._files[form.path(slug)] = File(form.kind, given, body)
        return form.path(slug)


def _kept(name: str, told: Sequence[str], member: Entry[Any]) -> Message:
    return say(
        "'{name}' has a page already, '{path}', which stays as it is, without: {told}",
        name=name,
        path=member.path,
        told=", ".join(told),
    )


def _lacking(parts: Iterable[Message]) -> Refusal:
    told = list(parts)
    message = say("nothing tells {part}", part=told[0])
    if len(told) > 1:
        message = say("nothing tells {part}, nor {other}", part=told[0], other=told[1])
    if len(told) > 2:
        message = say("nothing tells the title, nor who speaks, nor the day of the edition")
    return Refusal(
        message, say("import it in a terminal, which asks, or say it by an option: see --help")
    )


def _key(text: str) -> str:
    return slugify(text, longest=LONGEST)


def _marks(text: str) -> list[str]:
    """Give what a text is known by again: its long paragraphs, whatever stands between words."""
    return [
        " ".join(_WORD.findall(line.lower())) for line in text.split("\n") if len(line) >= _LONG
    ]
