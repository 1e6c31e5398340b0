"""Who speaks, as the head of a page tells it: names, and the cards below them."""

import re
from collections.abc import Sequence

from mkdocs_forum.core.intake.archive import signs
from mkdocs_forum.core.intake.archive.parts import Reader, Taken, between
from mkdocs_forum.core.intake.archive.people import first_names, is_opened, likeness, names
from mkdocs_forum.core.words.slugs import slugify

_MOST_SPEAKERS = 6


def read_contacts(reader: Reader) -> None:
    """Take the lines that tell how to reach somebody, and addresses of sites."""
    for place in reader.free:
        text = reader.lines[place].plain
        if found := signs.WEBSITE.fullmatch(text):
            reader.take(place, "website", found[1])
        elif signs.is_card(text) or signs.is_contact(text) or signs.is_address(text):
            reader.take(place, "contact", text)


def read_speakers(reader: Reader) -> None:
    """Take the names, and what stands on the cards below them."""
    contacts = [place for place in sorted(reader.used) if _is(reader, place, "contact")]
    if not reader.has("speakers"):
        scored = sorted(_scored(reader, contacts), key=lambda each: (-each[0], each[1]))
        best = scored[0][0] if scored else 0
        chosen = [each for each in scored[:_MOST_SPEAKERS] if each[0] >= max(1, best - 1)]
        # A second one stands on a card of its own, or is told as the first one is.
        chosen = [each for each in chosen if each is chosen[0] or (best >= 3 and each[0] >= 3)]
        runner = scored[1][0] if len(scored) > 1 else 0
        for score, place, named, rest in sorted(chosen, key=lambda each: each[1]):
            is_sure = score >= 2 and (len(chosen) > 1 or score > runner)
            reader.take(place, "speakers", ", ".join(named), is_sure=is_sure)
            take_rest(reader, rest)
    for place in [each for each in sorted(reader.used) if _is(reader, each, "speakers")]:
        _read_card(reader, place, contacts)


def _is(reader: Reader, place: int, part: str) -> bool:
    words = reader.lines[place].plain
    return any(each.part == part and each.words == words for each in reader.taken)


def _scored(reader: Reader, contacts: Sequence[int]) -> list[tuple[int, int, tuple[str, ...], str]]:
    """Give what may name the speakers: how much it looks so, where, which names, what behind."""
    found = []
    around = " ".join(line.plain for line in reader.lines) + " " + reader.window
    for place in reader.free:
        line = reader.lines[place]
        named, rest = names(line.plain), ""
        if not named:
            named, rest = first_names(line.plain)
            named = named if len(rest) <= 90 else ()
        if not named or reader.is_question(line.plain) or signs.is_edition(line.plain):
            continue
        others = around.replace(line.plain, "", 1)
        score = likeness(line.plain.split(",")[0] if rest else line.plain, others)
        below = [each for each in contacts if each > place]
        is_card = bool(below) and between(reader, place, below[0]) <= 4
        score += 2 if is_card else 0
        score += 5 if any(slugify(name) in reader.members for name in named) else 0
        score += 1 if rest or is_opened(line.plain) else 0
        score -= 3 if line.level in {1, 2} else 0
        score -= 2 if slugify(line.plain) and slugify(line.plain) == slugify(reader.window) else 0
        found.append((score, place, named, rest))
    return found


def _read_card(reader: Reader, place: int, contacts: Sequence[int]) -> None:
    """Take the company, the trade and the rest of the address below a name."""
    below = [each for each in contacts if each > place]
    end = place
    for each in below:
        if between(reader, end, each) > 4 or _has_title_between(reader, end, each):
            break
        end = each
    within = [each for each in reader.free if place < each < end]
    for each in within:
        text = reader.lines[each].plain
        first = next((contact for contact in below if contact < each), None)
        if first is not None or (names(text) and reader.has("company") and reader.has("role")):
            reader.take(each, "contact", text)
        else:
            _take_trade(reader, each)
    if end == place:
        _read_block(reader, place)


def _has_title_between(reader: Reader, one: int, other: int) -> bool:
    return any(reader.lines[each].stands_out for each in reader.free if one < each < other)


def _read_block(reader: Reader, place: int) -> None:
    """Take what stands right below a name that no telephone number follows."""
    for each in [each for each in reader.free if each > place][:3]:
        line = reader.lines[each]
        is_next = not any(above.is_blank for above in reader.lines[place + 1 : each])
        others = [other for other in reader.free if other != each and not _is_trade(reader, other)]
        if line.stands_out or not (_is_trade(reader, each) or (is_next and others)):
            break
        if is_next and not _is_trade(reader, each) and len(line.plain) > 60:
            break
        _take_trade(reader, each)


def _is_trade(reader: Reader, place: int) -> bool:
    text = reader.lines[place].plain
    if signs.begins_with_article(text) or len(text) > 80:
        return False
    return signs.is_role(text) or (signs.is_company(text) and len(text.split()) <= 6)


def _take_trade(reader: Reader, place: int) -> None:
    text = reader.lines[place].plain
    company, sign, role = text.partition(", ")
    if sign and signs.is_role(role) and not reader.has("company") and not reader.has("role"):
        reader.take(place, "company", company)
        reader.taken.append(Taken("role", role, role))
    elif signs.is_role(text) and not reader.has("role"):
        reader.take(place, "role", text)
    elif not reader.has("company"):
        reader.take(place, "company", text)
    elif not reader.has("role"):
        reader.take(place, "role", text)
    elif signs.is_contact(text) or len(text) <= 60:
        reader.take(place, "contact", text)


def take_rest(reader: Reader, rest: str) -> None:
    """Take what stands behind a name on its line."""
    for part in filter(None, map(str.strip, re.split(r"\s*(?:,|;| [-–/] )\s*", rest))):
        if signs.is_contact(part) or signs.is_address(part):
            reader.taken.append(Taken("contact", part, part))
        elif signs.is_role(part) and not reader.has("role"):
            reader.taken.append(Taken("role", part, part))
        elif not reader.has("company"):
            reader.taken.append(Taken("company", part, part))
        elif not reader.has("role"):
            reader.taken.append(Taken("role", part, part))
