"""Rules over the programmes: nobody is at two places at once, no two talks have one room."""

from collections.abc import Iterable, Iterator

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.programme import Item, programme
from mkdocs_forum.core.reading.read import Missing


def check_programmes(library: Library, _: Missing) -> Iterator[Diagnostic]:
    """Report what takes place outside an edition's days, at a time that is taken, or twice."""
    for slug, edition in library.editions.items():
        items = programme(library, slug)
        first, last = edition.meta.date, edition.meta.end_date or edition.meta.date
        for item in items:
            if item.start and not first <= item.day <= max(first, last):
                where = item.talk.source.locate("date") if item.talk else item.location
                message = say("{day} is no day of the edition '{name}'", day=item.day, name=slug)
                hint = say("write a day from {first} to {last}", first=first, last=last)
                yield Diagnostic(where, "F216", message, hint)
        timed = [item for item in items if item.start]
        yield from _at_once(timed)


def _at_once(items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Report what begins before something else has ended that needs the same room or person."""
    rooms: dict[object, Item] = {}
    people: dict[object, Item] = {}
    for item in items:
        before = rooms.get((item.day, item.room))
        if before and item.first < before.last:
            yield _clash(item, before, "F217", say("two things take place here at once"))
        elif item.talk:
            for name in item.talk.meta.speakers:
                other = people.get((item.day, name))
                if other and item.first < other.last:
                    message = say("'{name}' speaks at two places at once", name=name)
                    yield _clash(item, other, "F218", message)
        _keep(rooms, (item.day, item.room), item)
        for name in item.talk.meta.speakers if item.talk else ():
            _keep(people, (item.day, name), item)


def _keep(found: dict[object, Item], key: object, item: Item) -> None:
    """Keep what ends last."""
    if key not in found or found[key].last < item.last:
        found[key] = item


def _clash(item: Item, other: Item, code: str, message: Message) -> Diagnostic:
    hint = say(
        "'{title}' begins at {start}: change the time, the length or the room of one of the two",
        title=other.title,
        start=other.start,
    )
    return Diagnostic(item.location, code, message, hint)
