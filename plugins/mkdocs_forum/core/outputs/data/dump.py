"""The JSON files of a forum: one that leads to the others, and one for each edition."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, Final

from mkdocs_forum.core.html.finish import conceal_json
from mkdocs_forum.core.library.dialogue import Dialogue, dialogues
from mkdocs_forum.core.model import kinds
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.data import model
from mkdocs_forum.core.outputs.published_schemas import FOLDER
from mkdocs_forum.core.outputs.schemas import written
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.reading.entry import Entry

_Kind = type[model.Forum] | type[model.Edition]
SCHEMAS: Final[Mapping[_Kind, str]] = {model.Forum: "forum-data", model.Edition: "edition-data"}
"""Name of the schema of each kind of file."""


def dump(contents: Contents) -> Iterator[Output]:
    """Give the files and their schemas."""
    dumper, addresses = _Dumper(contents), Addresses(contents.settings)
    library, parts = contents.library, contents.parts
    editions, members = map(parts.edition, library.editions), map(parts.member, library.members)
    made_of = [*editions, *members, *parts.topics()]
    yield Output(addresses.data(), lambda: _json(dumper.forum()), made_of)
    for edition in library.editions.values():
        target, talks = addresses.data(edition.slug), dumper.programme(edition)
        told = [[parts.talk(talk), *parts.discussions(talk)] for talk in talks]
        parts_of_edition = [parts.edition(edition.slug), told]
        yield Output(target, partial(_edition, dumper, edition), parts_of_edition)
    for kind, name in SCHEMAS.items():
        address = contents.address(f"{FOLDER}{name}.json")
        yield Output(f"{FOLDER}{name}.json", partial(_schema, kind, address), name)


@cache
def schema(kind: _Kind) -> Mapping[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a kind of file."""
    made = kind.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _schema(kind: _Kind, address: str) -> str:
    return written({"$id": address, **schema(kind)})


def _json(file: model.Forum | model.Edition) -> str:
    return conceal_json(file.model_dump_json(by_alias=True, exclude_none=True, indent=1)) + "\n"


def _edition(dumper: "_Dumper", edition: Entry[kinds.Edition]) -> str:
    return _json(dumper.edition(edition))


class _Dumper:
    def __init__(self, contents: Contents) -> None:
        self._contents, self._library = contents, contents.library
        self._views, self._names = contents.views, contents.names
        self._addresses = Addresses(contents.settings)
        self._dialogues = dialogues(self._library)

    def forum(self) -> model.Forum:
        settings, address = self._contents.settings, self._contents.address
        editions = sorted(self._library.editions.values(), key=lambda each: each.meta.date)
        return model.Forum(
            schema_=self._schema(model.Forum),
            name=settings.site_name,
            description=settings.site_description or None,
            url=address(""),
            language=settings.language,
            licence=settings.licence or None,
            editions=tuple(
                model.EditionEntry(
                    **self._facts(edition), data=address(self._addresses.data(edition.slug))
                )
                for edition in editions
            ),
            members=tuple(map(self._member, self._library.members.values())),
            topics=tuple(map(self._topic, self._library.topics)),
        )

    def _topic(self, key: str) -> model.Topic:
        library = self._library
        broader = library.topics.get(library.topic_pages.broader(key) or "")
        return model.Topic(
            id=library.topics[key].slug,
            name=library.topics[key].name,
            url=self._contents.address(self._views.topics[key].url),
            also=library.topic_pages.also(key),
            part_of=broader.slug if broader else None,
        )

    def edition(self, edition: Entry[kinds.Edition]) -> model.Edition:
        return model.Edition(
            schema_=self._schema(model.Edition),
            **self._facts(edition),
            html=self._contents.edition(edition.slug).html,
            schedule=tuple(
                model.Slot(**{"date": edition.meta.date} | slot.model_dump(exclude_none=True))
                for slot in edition.meta.schedule
            ),
            talks=tuple(self._talk(self._library.talks[slug]) for slug in self.programme(edition)),
        )

    def programme(self, edition: Entry[kinds.Edition]) -> Iterator[str]:
        """Give the talks of an edition in all their languages."""
        for slug in self._library.talks_by_edition.get(edition.slug, ()):
            yield from self._library.versions(slug)

    def _facts(self, edition: Entry[kinds.Edition]) -> dict[str, Any]:
        meta = edition.meta
        call = meta.call.model_dump(exclude_none=True)
        return {
            "id": self._names.edition(edition.slug),
            "title": meta.title,
            "url": self._contents.address(self._views.editions[edition.slug].url),
            "date": meta.date,
            "end_date": meta.end_date,
            "number": meta.number,
            "theme": meta.theme,
            "place": meta.place,
            "organiser": meta.organiser,
            "website": meta.website,
            "call": model.Call(**call) if call else None,
        }

    def _member(self, member: Entry[kinds.Member]) -> model.Member:
        meta, view = member.meta, self._views.members[member.slug]
        return model.Member(
            id=self._names.member(member.slug),
            name=meta.name,
            url=self._contents.address(view.url),
            company=meta.company,
            role=meta.role,
            place=meta.place,
            website=meta.website,
            topics=self._topics(map(self._library.topic_pages.key, meta.topics)),
            photo=view.photo and self._contents.address(view.photo),
            email=view.email,
            phones=view.phones,
            fax=view.fax,
            address=view.address,
            html=self._contents.member(member.slug).html,
        )

    def _talk(self, talk: Entry[kinds.Talk]) -> model.Talk:
        meta, view = talk.meta, self._views.talks[talk.slug]
        questions = self._library.questions_by_talk.get(talk.slug, ())
        original = self._library.originals.get(talk.slug)
        return model.Talk(
            id=self._names.talk(talk.slug),
            title=meta.title,
            url=self._contents.address(view.url),
            date=view.date,
            start=meta.start,
            duration=meta.duration,
            room=meta.room,
            speakers=tuple(map(self._names.member, meta.speakers)),
            session=meta.session,
            topics=self._topics(self._contents.topics_of(talk.slug)),
            summary=meta.summary,
            language=meta.lang,
            translation_of=original and self._names.talk(original),
            licence=meta.licence,
            notices=_notices(meta.notice),
            materials=tuple(
                model.Material(
                    title=each.title, url=self._contents.address(each.url), kind=each.kind
                )
                for each in view.materials
            ),
            html=self._contents.talk(talk.slug).html,
            questions=tuple(map(self._question, questions)),
        )

    def _question(self, key: str) -> model.Question:
        view = self._views.questions[key]
        return model.Question(
            id=self._names.question(key),
            text=self._library.questions[key].title,
            url=self._contents.address(view.url),
            wordings=tuple(
                model.Wording(
                    language=link.lang or self._contents.settings.language,
                    text=link.text,
                    url=self._contents.address(link.url),
                )
                for link in view.wordings
            ),
            status=self._library.status(key),
            topics=self._topics(self._library.topics_of(key)),
            html=self._contents.detail(key).html,
            outcome=self._outcome(key),
            asked_of=tuple(
                model.Asked(member=self._names.member(each.member.slug), date=each.day)
                for each in view.asked_of
            ),
            promises=tuple(
                model.Promise(
                    member=self._names.member(each.member.slug),
                    date=each.day,
                    answered=each.answered,
                )
                for each in view.promises
            ),
            answers=tuple(map(self._answer, self._library.answers_by_question.get(key, ()))),
        )

    def _outcome(self, key: str) -> model.Outcome | None:
        outcome = self._library.decision(key)
        if outcome is None:
            return None
        meta = outcome.meta
        return model.Outcome(
            author=self._names.member(meta.by) if meta.by else None,
            date=meta.date,
            duplicate_of=meta.duplicate_of and self._names.question(meta.duplicate_of),
            html=self._contents.synthesis(key).html,
        )

    def _answer(self, key: str) -> model.Answer:
        meta, dialogue = self._library.answers[key].meta, self._dialogues.get(key, Dialogue())
        return model.Answer(
            id=self._names.answer(key),
            url=self._contents.address(self._views.answers[key].url),
            author=self._names.member(meta.member) if meta.member else None,
            date=meta.date,
            updated=meta.updated,
            retained=meta.retained,
            replies_to=tuple(map(self._names.answer, dialogue.replies_to)),
            differs_from=tuple(map(self._names.answer, dialogue.differs_from)),
            sources=meta.sources,
            language=meta.lang,
            licence=meta.licence,
            notices=_notices(meta.notice),
            html=self._contents.answer(key).html,
        )

    def _topics(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._library.topics[key].slug for key in dict.fromkeys(keys))

    def _schema(self, kind: _Kind) -> str:
        return self._contents.address(f"{FOLDER}{SCHEMAS[kind]}.json")


def _notices(notices: Iterable[Notice]) -> tuple[model.Notice, ...]:
    return tuple(model.Notice(date=each.date, text=each.text) for each in notices)
