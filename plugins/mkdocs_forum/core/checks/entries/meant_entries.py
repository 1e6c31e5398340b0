"""Whom and what a value means that names an entry in full: its file has another name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from mkdocs_forum.core.checks.relations import Known
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, brief, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.reading.frontmatter.quoting import LONGEST_LINE
from mkdocs_forum.core.reading.values import PARTING, flow
from mkdocs_forum.core.words.slugs import LONGEST, slugify

Titles = Callable[[Library], Mapping[str, str]]

_KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("speakers", "author", "by", "asked_of", "promised_by", "replies_to", "differs_from"),
        "members",
    ),
    "edition": "editions",
    "translation_of": "talks",
    "question": "questions",
    "duplicate_of": "questions",
}
"""Kind of entry that a key names."""
_TITLES: Final[Mapping[str, Titles]] = {
    "members": lambda library: {slug: one.meta.name for slug, one in library.members.items()},
    "editions": lambda library: {slug: one.meta.title for slug, one in library.editions.items()},
    "talks": lambda library: {slug: one.meta.title for slug, one in library.talks.items()},
    "questions": lambda library: {key: one.title for key, one in library.questions.items()},
}
_LISTS: Final = frozenset({"speakers", "replies_to", "differs_from"})
_LINK: Final = re.compile(r"\[[^\[\]]*\]\(([^()]*)\)")
_PATH: Final = re.compile(r"^.*[/@]|\.md$")


def with_meant_entries(faults: Iterable[Diagnostic], known: Known) -> Iterator[Diagnostic]:
    """Give faults, of which those that a full name raised tell the name that files go by."""
    for fault in faults:
        values = dict(fault.message.values)
        kind = _KINDS.get(str(values.get("key")))
        if fault.code == "F113" and kind and fault.message.text == Sentence.UNFIT:
            hint = _meant(
                str(values["key"]), str(values["value"]), kind, fault.location.path, known
            )
            yield replace(fault, hint=hint or fault.hint)
        else:
            yield fault


def _meant(key: str, written: str, kind: str, path: str, known: Known) -> Message | None:
    titles = _TITLES[kind](known.library)
    named: dict[str, list[str]] = {}
    for name, title in titles.items():
        for each in {name, slugify(title, longest=LONGEST)}:
            named.setdefault(each, []).append(name)
    if kind == "members":
        named = {**{slug: [slug] for slug in known.missing.members()}, **named}

    def exact(text: str) -> str | None:
        bare = _PATH.sub("", _LINK.sub(r"\1", text).strip())
        found = named.get(bare) or named.get(slugify(bare, longest=LONGEST), [])
        return found[0] if len(found) == 1 else None

    if one := exact(written):
        return say(Sentence.WRITE_LINE, line=one)
    parts = [part for part in PARTING.split(written) if part] if key in _LISTS else []
    if len(parts) > 1:
        line = flow(key, (exact(part) or slugify(part) for part in parts))
        return say(Sentence.WRITE_LINE, line=brief(line, LONGEST_LINE))
    wanted = slugify(written, longest=LONGEST)
    partly = {name for each in named for name in named[each] if f"-{wanted}-" in f"-{each}-"}
    if wanted and len(partly) == 1:
        return say(Sentence.NEAR, near=partly.pop())
    near = known.near.seek(wanted, lambda: named, among=f"{kind} in full", path=path)
    if near:
        return say(Sentence.NEAR, near=named[near[0]][0])
    if kind == "members" and wanted and key not in {"replies_to", "differs_from"}:
        return say(
            "write '{name}', and this member's page in a file called '{name}.md'", name=wanted
        )
    return None
