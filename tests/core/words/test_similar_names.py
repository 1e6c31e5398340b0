"""Similar names are offered, and seeking them never takes longer than reading the forum may."""

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

import pytest

from mkdocs_forum.core.checks.addresses.publication import Publication
from mkdocs_forum.core.checks.addresses.remedies import check_permanence
from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.checks.site import check_site
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words import similar_names as near
from mkdocs_forum.core.words.similar_names import EFFORT, LONGEST, MOST, SimilarNames
from tests.core.checks.test_links import render
from tests.faults import FORUM

TALK = "---\ntitle: T\nedition: 2004\nspeakers: {}\n---\n\n{}\n"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Give what tells how many names were compared since it was last asked."""
    counted: list[float] = []
    ratio = SequenceMatcher.real_quick_ratio

    def counting(matcher: SequenceMatcher[str]) -> float:
        counted.append(ratio(matcher))
        return counted[-1]

    def told() -> int:
        number = len(counted)
        counted.clear()
        return number

    monkeypatch.setattr(SequenceMatcher, "real_quick_ratio", counting)
    return told


def members(number: int) -> dict[str, str]:
    """Give a forum with some more members."""
    page = "---\nname: A\n---\n"
    return {**FORUM, **{f"members/membre-{each:04d}.md": page for each in range(number)}}


def talks(number: int) -> dict[str, str]:
    """Give a forum with some more talks."""
    text = TALK.format("ana", "## Questions\n\n- Que vaut-il ?")
    return {**FORUM, **{f"talks/le-prix-{each:04d}.md": text for each in range(number)}}


def speakers(number: int) -> Mapping[str, str]:
    """Give a talk by many who are no members, among as many members."""
    names = ", ".join(f"menbre-{each:04d}" for each in range(number))
    return {**members(number), "talks/foule.md": TALK.format(f"[{names}]", "")}


def links(number: int) -> Mapping[str, str]:
    """Give a text with many links to talks that aren't there, among as many that are."""
    written = "\n".join(f"[a](les-prix-{each:04d}.md)" for each in range(number))
    return {**talks(number), "talks/foule.md": TALK.format("ana", written)}


def anchors(number: int) -> Mapping[str, str]:
    """Give a text with many links to headings that aren't there, among as many that are."""
    written = "\n\n".join(f"## Lieu {each:04d}\n\n[a](#lieux-{each:04d})" for each in range(number))
    return {**FORUM, "talks/foule.md": TALK.format("ana", written)}


def answers(number: int) -> Mapping[str, str]:
    """Give many answers to talks that aren't there, among as many talks."""
    path = "answers/les-prix-{:04d}/que-vaut-il/bob.md"
    text = FORUM["answers/prix/marge/bob.md"]
    return {**talks(number), **{path.format(each): text for each in range(number)}}


def told(texts: Mapping[str, str]) -> list[str]:
    """Give everything that is told of a forum."""
    library, faults, missing = load(texts, Settings())
    site = Site({path: path.removesuffix("md") for path in texts}, {}, render)
    findings = check_site(library, missing, Settings(), site)
    return [str(fault) for fault in [*faults, *(found.fault for found in findings)]]


@pytest.mark.parametrize("made", [speakers, links, anchors])
def test_one_file(compared: Callable[[], int], made: Callable[[int], Mapping[str, str]]) -> None:
    """With twice the wrong names and twice the right ones, twice as many are compared."""
    found = []
    for number in (50, 100, 200):
        faults = told(made(number))
        assert len(faults) == number
        assert sum("did you mean" in fault for fault in faults) == MOST
        found.append(compared())
    assert found[2] - found[1] == 2 * (found[1] - found[0]) > 0


def test_many_files(compared: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many files name in vain what many others are called, a run compares no more."""
    monkeypatch.setattr(near, "EFFORT", 100_000)
    found = []
    for number in (50, 100, 200):
        faults = told(answers(number))
        assert len(faults) == number
        assert any("did you mean" in fault for fault in faults)
        found.append(compared())
    # A pair of names here has about two hundred pairs of characters.
    assert max(found) < 100_000 / 100
    assert max(found) < 2 * min(found)


def test_lost_addresses(compared: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many files have another name than a commit gave them, a run compares no more."""
    monkeypatch.setattr(near, "EFFORT", 100_000)
    found = []
    for number in (50, 100, 200):
        text = TALK.format("ana", "")
        former = {f"talks/les-prix-{each:04d}.md": text for each in range(number)}
        other = text.replace("title: T", "title: U")
        present = {f"talks/le-prix-{each:04d}.md": other for each in range(number)}
        lost = list(check_permanence(published(former), published(present), {}))
        assert len(lost) == number
        assert any(fault.location.path in present for fault in lost)
        found.append(compared())
    assert max(found) < 2 * min(found)


def published(texts: Mapping[str, str]) -> Publication:
    """Give what a forum publishes with some more files."""
    forum = load({**FORUM, **texts}, Settings())
    return Publication(forum.library, forum.missing, Settings())


def test_name_that_many_misspell(compared: Callable[[], int]) -> None:
    """A wrong name that stands in many files is sought once, and offered in each."""
    text = TALK.format("menbre-0003", "")
    faults = told({**members(50), **{f"talks/t{each}.md": text for each in range(60)}})
    assert sum("did you mean 'membre-0003'?" in fault for fault in faults) == 60
    assert compared() < 60


def test_every_file_has_its_share() -> None:
    """A file full of wrong names takes no near name from the next one."""
    text = TALK.format("menbre-0003", "")
    faults = told({**speakers(100), "talks/suivant.md": text})
    assert [fault for fault in faults if "suivant" in fault and "did you mean" in fault]


@pytest.mark.parametrize(
    ("wanted", "known"),
    [
        ("a" * (LONGEST + 1), ["a" * LONGEST]),
        ("a" * LONGEST, ["a" * LONGEST] * (EFFORT // LONGEST**2 + 1)),
    ],
    ids=["a long name", "more names than can be compared"],
)
def test_limits(compared: Callable[[], int], wanted: str, known: list[str]) -> None:
    """What would take long isn't compared at all."""
    found = SimilarNames().seek(wanted, lambda: known, among="a", path="a.md")
    assert (found, compared()) == ([], 0)
