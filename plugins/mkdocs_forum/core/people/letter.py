"""The letter that tells somebody all that a forum holds of them (right of access)."""

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.people.mentions import Kind, Mention
from mkdocs_forum.core.people.person import Person
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.language import Language


def access_letter(
    person: Person,
    library: Library,
    found: Sequence[Mention],
    settings: Settings,
    *,
    commits: int = 0,
) -> list[str]:
    """Give the paragraphs of the letter.

    Arguments:
        person: Whom it is for.
        library: What the forum says, drafts included.
        found: Where its files name the person.
        settings: The options.
        commits: How many commits of the history bear the person's name as their author's.
    """
    language = Language(settings.language)
    paragraphs = list(_paragraphs(person, library, found, settings, commits))
    return ["\n".join(each.tell(language.tell) for each in lines) for lines in paragraphs]


def _paragraphs(
    person: Person, library: Library, found: Sequence[Mention], settings: Settings, commits: int
) -> Iterator[list[Message]]:
    day = Language(settings.language).date(settings.today)
    yield [say("Hello,")]
    yield [
        say(
            "here is everything that the forum '{forum}' knows about you, '{name}', on {day}.",
            forum=settings.site_name,
            day=day,
            name=person.name,
        )
    ]
    if person.page:
        yield list(_page(person, settings))
    else:
        yield [say("You have no page in the forum.")]
    if texts := list(_texts(person, library, settings)):
        yield [say("Your talks and answers:"), *texts]
    path = person.page.path if person.page else ""
    others = [each for each in found if each.path != path]
    if sure := [each for each in others if each.kind is not Kind.PART]:
        yield [say("Lines of other files that name you:"), *map(_line, sure)]
    if parts := [each for each in others if each.kind is Kind.PART]:
        yield [say("Lines that may mean you, or somebody else:"), *map(_line, parts)]
    yield [_history(commits)]
    yield [
        say(
            "You may have all of this corrected or removed, withdraw your consent, or "
            "ask for a copy: just reply to this letter. If the answer doesn't satisfy "
            "you, you may complain to the data protection authority of your country."
        )
    ]


def _page(person: Person, settings: Settings) -> Iterator[Message]:
    page = person.page
    if page is None:
        return
    addresses = Addresses(settings)
    url = f"{settings.site_url}{addresses.url(addresses.entry('members', page.slug))}"
    yield say(
        "Your page, {url} (file {path}), says:", url=url, path=f"{settings.docs_path}/{page.path}"
    )
    for key, values in person.values.items():
        for value in values:
            yield say("- {key}: {value}", key=key, value=visible(value))
    if page.body.strip():
        yield say("- a text of {count} words", count=len(page.body.split()))
    consent = page.meta.consent
    if consent:
        yield say(
            "You agreed on {day} that this is published: {keys}.",
            day=Language(settings.language).date(consent.date),
            keys=", ".join(consent.publish),
        )
    else:
        yield say("No consent of yours to publish contact data is written down.")


def _texts(person: Person, library: Library, settings: Settings) -> Iterator[Message]:
    addresses = Addresses(settings)
    for slug in library.talks_by_speaker.get(person.slug, ()):
        url = settings.site_url + addresses.url(addresses.entry("talks", slug))
        talk = library.talks[slug]
        yield say("- talk '{title}': {url}", title=talk.meta.title, url=url)
        for material in talk.meta.materials:
            place = material.address or f"{settings.folders['talks']}/{material.file}"
            yield say("- its document '{title}': {place}", title=material.title, place=place)
    for key in library.answers_by_author.get(person.slug, ()):
        answer = library.answers[key]
        page = addresses.url(addresses.entry("questions", answer.meta.question))
        asked = library.questions.get(answer.meta.question)
        yield say(
            "- answer to '{question}', {day}: {url}",
            question=asked.title if asked else answer.meta.question,
            day=Language(settings.language).date(answer.meta.date),
            url=f"{settings.site_url}{page}#{answer.slug}",
        )


def _line(mention: Mention) -> Message:
    return say("- {path}:{line}: {words}", path=mention.path, line=mention.line, words=mention.text)


def _history(commits: int) -> Message:
    if commits:
        return say(
            "The history of the repository keeps earlier versions of these files, and "
            "{count} changes of which you are the author. We can't reach copies that "
            "others made, or paper.",
            count=commits,
        )
    return say(
        "The history of the repository keeps earlier versions of these files. We "
        "can't reach copies that others made, or paper."
    )


def shown(found: Iterable[Mention]) -> list[Message]:
    """Give lines that name somebody, as they are told."""
    return list(map(_line, found))
