"""The head of a page: what each of its lines is, from the kind of session to the title."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from mkdocs_forum.core.intake.archive import signs
from mkdocs_forum.core.intake.archive.days import YEAR, find_days
from mkdocs_forum.core.intake.archive.lines import Line
from mkdocs_forum.core.intake.archive.parts import Reader, Taken, between
from mkdocs_forum.core.intake.archive.people import first_names, names
from mkdocs_forum.core.intake.archive.speakers import read_contacts, read_speakers, take_rest
from mkdocs_forum.core.words.slugs import slugify

_QUOTED = re.compile(r"[\"«“„]\s*([^\"«»“”]+?)\s*[\"»”]\.?")
_WITHIN = re.compile(r"[\s,:–-]*[\"«“]\s*([^\"«»“”]{3,}?)\s*[\"»”]")
_NEAR = 3
"""Lines of text around one that names an edition, which may belong to it."""


@dataclass(frozen=True)
class Head:
    """What the lines above the text say."""

    taken: tuple[Taken, ...]
    rest: tuple[int, ...]
    """Places of the lines that are something else: they belong to the text."""
    candidates: tuple[str, ...] = ()
    """What may be the title, the likeliest first."""


def read_head(
    lines: Sequence[Line],
    window: str = "",
    *,
    is_question: Callable[[str], bool],
    members: Collection[str] = (),
) -> Head:
    """Tell what the lines above a text are.

    Arguments:
        lines: The lines.
        window: What the window of the page was called.
        is_question: Whether a heading stands above questions.
        members: Names of members who have a page already, as slugs.
    """
    reader = Reader(lines, window, is_question, members)
    _read_labels(reader)
    _read_sessions(reader)
    _read_edition(reader)
    read_contacts(reader)
    read_speakers(reader)
    candidates = _read_title(reader)
    return Head(tuple(reader.taken), tuple(reader.free), candidates)


def _read_labels(reader: Reader) -> None:
    """Take what a name before it says: 'Intervenant : Jean Dupont'."""
    for place in reader.free:
        found = signs.label(reader.lines[place].plain)
        if not found:
            continue
        part, value = found
        _take_label(reader, place, part, value)


def _take_label(reader: Reader, place: int, part: str, value: str) -> None:
    if part == "speakers":
        named, rest = names(value), ""
        if not named:
            named, rest = first_names(value)
        if not named:
            return
        reader.take(place, part, ", ".join(named))
        take_rest(reader, rest)
        return
    if part in {"date", "edition"}:
        return  # The line is read as any other that holds a day or an edition.
    if value and part not in {each.part for each in reader.taken}:
        reader.take(place, part, value.strip('"«»“” ') if part in {"theme", "title"} else value)


def _read_sessions(reader: Reader) -> None:
    for place in reader.free:
        kind = signs.session(reader.lines[place].plain)
        if kind and not reader.has("session"):
            reader.take(place, "session", kind)


def _read_edition(reader: Reader) -> None:
    """Take the lines that name the edition, its days, its place and its theme."""
    near: list[int] = []
    for place in reader.free:
        if _names_edition(reader, place) and not reader.has("edition"):
            _take_edition(reader, place)
            near.append(place)
    for place in reader.free:
        text = reader.lines[place].plain
        found = find_days(text) if len(text) <= 120 and not reader.has("date") else None
        label = signs.label(text)
        around = [found.before, found.behind] if found else []
        if not found or sum(map(len, around)) > 70:
            continue
        if label and label[0] in {"date", "edition"}:
            around = [found.behind]
        reader.take(place, "date", _span(found.first, found.last))
        near.append(place)
        for words in filter(None, around):
            _take_around(reader, words)
    for place in reader.free:
        quoted = _QUOTED.fullmatch(reader.lines[place].plain)
        is_near = any(between(reader, place, other) < _NEAR for other in near)
        if quoted and is_near and not reader.has("theme"):
            reader.take(place, "theme", quoted[1])


def _span(first: object, last: object) -> str:
    return f"{first}/{last}" if last else str(first)


def _take_around(reader: Reader, words: str) -> None:
    """Take what stands beside a day: the edition, a theme, or a place."""
    quoted = _QUOTED.fullmatch(words)
    if quoted and not reader.has("theme"):
        reader.taken.append(Taken("theme", words, quoted[1]))
    elif signs.is_edition(words) and not reader.has("edition"):
        reader.taken.append(Taken("edition", words, words))
    elif not reader.has("place"):
        reader.taken.append(Taken("place", words, re.sub(r"^(?:à|at|in) ", "", words)))


def _names_edition(reader: Reader, place: int) -> bool:
    text = reader.lines[place].plain
    if not signs.is_edition(text):
        return False
    is_dated = bool(YEAR.search(text) or find_days(text))
    is_numbered = signs.number(text) is not None
    if signs.is_forum(text) and (is_dated or is_numbered):
        return True
    if not (is_dated or is_numbered):
        return False
    # 'Première rencontre avec un client' may be the title of a talk.
    behind = [each for each in reader.free if each > place][:2]
    return is_dated or any(find_days(reader.lines[each].plain) for each in behind)


def _take_edition(reader: Reader, place: int) -> None:
    text = reader.lines[place].plain
    label = signs.label(text)
    told = label[1] if label and label[0] == "edition" else text
    if theme := _WITHIN.search(told):
        reader.taken.append(Taken("theme", theme[0].strip(), theme[1]))
        told = f"{told[: theme.start()]} {told[theme.end() :]}".strip()
    if found := find_days(told):
        reader.taken.append(Taken("date", told, _span(found.first, found.last)))
        kept = [part for part in (found.before, found.behind) if part]
        if kept and signs.is_edition(kept[0]) and len(kept) > 1:
            reader.taken.append(Taken("place", kept[1], re.sub(r"^(?:à|at|in) ", "", kept[1])))
        told = next((part for part in kept if signs.is_edition(part)), told)
    reader.take(place, "edition", told.strip(" ,;:.-–—()[]"))


def _read_title(reader: Reader) -> tuple[str, ...]:
    """Take the title; give what else it may be."""
    if reader.has("title"):
        return ()
    scored = [(_title_score(reader, place), place) for place in reader.free]
    scored = sorted((each for each in scored if each[0] > -4), key=lambda each: (-each[0], each[1]))
    if not scored:
        _read_title_of_session(reader)
        return ()
    best, place = scored[0]
    is_sure = len(scored) == 1 or scored[1][0] < best
    words = reader.lines[place].plain
    reader.take(place, "title", _unquoted(words), is_sure=is_sure)
    if (below := place + 1) in reader.free and _goes_on(reader.lines[place], reader.lines[below]):
        more = reader.lines[below].plain
        reader.used.add(below)
        reader.taken[-1] = Taken("title", f"{words} {more}", f"{words} {more}", is_sure)
    return tuple(reader.lines[other].plain for _, other in scored[:5])


def _read_title_of_session(reader: Reader) -> None:
    """Take what stands behind the kind of session, where there is no other title."""
    words = next((each.words for each in reader.taken if each.part == "session"), "")
    if title := signs.session_title(words):
        reader.taken.append(Taken("title", words, title, is_sure=False))


def _unquoted(text: str) -> str:
    found = _QUOTED.fullmatch(text)
    return found[1] if found else text


def _goes_on(above: Line, below: Line) -> bool:
    """Whether a line is the second one of a title."""
    alike = (above.level, above.is_strong) == (below.level, below.is_strong)
    return alike and below.plain[:1].islower() and not above.plain.endswith((".", "?", "!"))


def _title_score(reader: Reader, place: int) -> int:
    line, text = reader.lines[place], reader.lines[place].plain
    if reader.is_question(text) or not slugify(text):
        return -10
    below = [each for each in range(place + 1, len(reader.lines)) if reader.lines[each].text]
    score = (6 - min(line.level, 5) if line.level else 0) + (2 if line.is_strong else 0)
    score += 5 if len(slugify(text)) > 3 and slugify(text) in slugify(reader.window) else 0
    score += 1 if 3 <= len(text.split()) <= 16 else 0
    score += 1 if _QUOTED.fullmatch(text) else 0
    score += 1 if not below else 0
    score -= 5 if signs.is_introduction(text) else 0
    score -= (
        3
        if signs.is_company(text) and not signs.begins_with_article(text) and not line.stands_out
        else 0
    )
    score -= 2 if signs.is_role(text) else 0
    return score - (3 if text.endswith((".", ":")) and not text.endswith("...") else 0)
