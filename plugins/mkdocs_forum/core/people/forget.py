"""How a forum forgets a member: what goes, what stays under a neutral name, what needs an eye."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Final

from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.library.dialogue import named
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Talk
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.people.mentions import Mention, is_text, mentions
from mkdocs_forum.core.people.neutral import Neutral
from mkdocs_forum.core.people.person import Person
from mkdocs_forum.core.people.pledges import without_pledges
from mkdocs_forum.core.words.encodings import decode, encode
from mkdocs_forum.core.words.language import Language

_LINK = re.compile(
    r"(!?)\[([^\[\]]*)\]\((<?)([^()\s<>#]*)((?:#[^()\s<>]*)?)(>?)((?:\s+\"[^\"]*\")?)\)"
)
_HEADER = re.compile(r"\A---[ \t]*\r?\n(?:.*\n)*?---[ \t]*(?:\r?\n|\Z)")
_NEIGHBOURS = re.compile(r"(?m)^([ \t]*- +)(\S+)[ \t]*\n(?:[ \t]*- +\2[ \t]*(?:\n|\Z))+")
_NOTHING = re.compile(r"---[ \t]*\r?\n---\s*")
_TEXTS: Final = (".md", ".vtt")
_DOCUMENTS: Final = (".pdf", ".docx", ".odt", ".pptx", ".odp", ".xlsx", ".ods", ".epub", ".zip")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg")


@dataclass(frozen=True)
class Choice:
    """What goes beside the page, the photo, the contact data and the name."""

    answers: bool = False
    talks: bool = False


@dataclass(frozen=True)
class Forgetting:
    """What changes in the docs folder when somebody is forgotten."""

    removed: tuple[str, ...]
    """Paths of the files that go."""
    moved: Mapping[str, str]
    """New paths of files by their old ones."""
    written: Mapping[str, bytes]
    """What files hold that are new or otherwise, by their new paths."""
    seen: tuple[Mention, ...]
    """Lines that may still name the person, by a part of the name."""
    costs: tuple[str, ...] = ()
    """Answers of others that go with a talk."""
    unsearched: tuple[str, ...] = ()
    """Documents that stay and in which nobody seeks names."""
    has_pictures: bool = False
    """Whether pictures stay, at which nobody looks."""


def forget(
    person: Person,
    files: Mapping[str, bytes],
    library: Library,
    settings: Settings,
    choice: Choice,
) -> Forgetting:
    """Tell how the files of a forum change.

    Arguments:
        person: A member with a page.
        files: What all files of the docs folder hold, by path.
        library: What they say, drafts included.
        settings: The options.
        choice: What goes as well.
    """
    return _Forgetter(person, files, library, settings, choice).result()


def _files_of(talk: Talk) -> Iterator[str]:
    return (material.file for material in talk.materials if material.file)


@dataclass(frozen=True)
class _Forgetter:
    person: Person
    files: Mapping[str, bytes]
    library: Library
    settings: Settings
    choice: Choice

    @cached_property
    def neutral(self) -> Neutral:
        """What stands for the name."""
        return Neutral(Language(self.settings.language))

    def result(self) -> Forgetting:
        removed = dict.fromkeys(self._removed())
        moved = dict(self._moved(removed))
        written: dict[str, bytes] = {}
        outcomes = {entry.path for entry in self.library.outcomes.values()}
        page = f"{self.settings.folders['members']}/{self.neutral.slug}.md"
        for path, data in self.files.items():
            if path in removed or not path.endswith(_TEXTS):
                continue
            text = decode(data)
            new = self._rewritten(path, text, removed, moved)
            if path in outcomes and new != text and _NOTHING.fullmatch(new):
                removed[path] = None
            elif new != text or path in moved:
                written[moved.get(path, path)] = encode(new)
        if self._stays(removed, moved) and page not in self.files:
            written[page] = encode(self._page())
        for path in moved:
            if path not in written and moved[path] not in written:
                written[moved[path]] = self.files[path]
        kept = {
            path: data
            for path, data in {**self.files, **written}.items()
            if path not in removed and path not in moved and is_text(data)
        }
        costs = tuple(path for path in removed if path in self._others)
        seen = tuple(mentions(self.person, kept))
        stay = [moved.get(path, path) for path in self.files if path not in removed]
        unsearched = tuple(path for path in stay if path.endswith(_DOCUMENTS))
        has_pictures = any(path.endswith(_PICTURES) for path in stay)
        return Forgetting(tuple(removed), moved, written, seen, costs, unsearched, has_pictures)

    def _stays(self, removed: Mapping[str, None], moved: Mapping[str, str]) -> bool:
        """Whether something stays that names the withdrawn member as its author."""
        own, slug = self._own, self.person.slug
        outcomes, talks = self.library.outcomes.values(), self.library.talks.values()
        return any(path in own for path in moved) or any(
            entry.path not in removed
            for entry in (
                *(talk for talk in talks if slug in talk.meta.speakers),
                *(outcome for outcome in outcomes if outcome.meta.by == slug),
            )
        )

    @property
    def _own(self) -> set[str]:
        answers = self.library.answers.values()
        return {entry.path for entry in answers if entry.meta.author == self.person.slug}

    @property
    def _others(self) -> set[str]:
        return {entry.path for entry in self.library.answers.values()} - self._own

    def _removed(self) -> Iterator[str]:
        page = self.person.page
        if page is None:
            return
        yield page.path
        photo = page.meta.photo
        others = [each for each in self.library.members.values() if each is not page]
        if photo and not any(each.meta.photo == photo for each in others):
            path = f"{self.settings.folders['members']}/{photo}"
            yield from [path] if path in self.files else []
        if self.choice.answers:
            yield from sorted(self._own)
        for talk in self.library.talks.values() if self.choice.talks else ():
            if talk.meta.speakers == (page.slug,):
                yield talk.path
                yield from self._below(talk.slug)
                yield from self._brought(talk.slug)

    def _below(self, talk: str) -> Iterator[str]:
        """Give what hangs on a talk: answers, outcomes, their pictures."""
        folders = [
            f"{self.settings.folders[kind]}/{talk}/" for kind in ("answers", "questions", "talks")
        ]
        yield from (path for path in self.files if path.startswith(tuple(folders)))

    def _brought(self, talk: str) -> Iterator[str]:
        """Give the files that a talk alone brings, wherever they lie."""
        files = {slug: set(_files_of(entry.meta)) for slug, entry in self.library.talks.items()}
        others = set().union(*(files[slug] for slug in files if slug != talk))
        paths = (f"{self.settings.folders['talks']}/{name}" for name in files[talk] - others)
        yield from sorted(path for path in paths if path in self.files)

    def _moved(self, removed: Mapping[str, None]) -> Iterator[tuple[str, str]]:
        """Give neutral paths to what bears the name of the person: answers, and pictures."""
        taken = {path for path in self.files if path not in removed}
        for path in self.files:
            folder = posixpath.dirname(path)
            if path in removed:
                continue
            if path in self._own:
                new = self._free(folder, taken)
            elif self.person.token.search(path):
                new = self.person.token.sub(self.neutral.slug, path)
            else:
                continue
            taken.add(new)
            yield path, new

    def _free(self, folder: str, taken: Collection[str]) -> str:
        """Give a neutral path for an answer: the first, or one with a number."""
        names = (
            f"{self.neutral.slug}-{number}" if number > 1 else self.neutral.slug
            for number in count(1)
        )
        return next(path for path in (f"{folder}/{name}.md" for name in names) if path not in taken)

    def _rewritten(
        self, path: str, text: str, removed: Mapping[str, None], moved: Mapping[str, str]
    ) -> str:
        name = moved.get(path, "").rpartition("/")[2].removesuffix(".md")
        text = _HEADER.sub(lambda head: self._header(head[0], path, name), text, count=1)
        text = _LINK.sub(lambda link: self._link(path, link, removed, moved), text)
        text = self.neutral.in_text(text, self.person)
        text = self.person.reached.sub(self.neutral.value, text)
        if company := self._company:
            text = text.replace(company, self.neutral.value)
        for old, new in self._anchors(moved):
            text = old.sub(new, text)
        text = self.person.token.sub(self.neutral.slug, text)
        return self._related(text, path, removed, moved) if path in self._answers else text

    def _anchors(self, moved: Mapping[str, str]) -> Iterator[tuple[re.Pattern[str], str]]:
        """Find links to answers on the pages of their questions; another number may be theirs."""
        for path, new in moved.items():
            if key := self._answers.get(path):
                question, _, old = key.rpartition("/")
                name = posixpath.basename(new).removesuffix(".md")
                page = rf"(?<=[/(<]{re.escape(question)})((?:\.md|/)?#){re.escape(old)}(?![\w-])"
                yield re.compile(page), rf"\g<1>{name}"

    @cached_property
    def _answers(self) -> Mapping[str, str]:
        """The identifiers of the answers, by the paths of their files."""
        return {entry.path: key for key, entry in self.library.answers.items()}

    def _related(
        self, text: str, path: str, removed: Mapping[str, None], moved: Mapping[str, str]
    ) -> str:
        """Let an answer name others as they are called now, and none that is gone."""
        present: dict[str, list[str]] = {}
        changed = set()
        for key, _, other in named(self._answers[path], self.library):
            entry = self.library.answers.get(other)
            old = other.rpartition("/")[2]
            new = posixpath.basename(moved.get(entry.path, "")).removesuffix(".md") if entry else ""
            is_gone = entry is not None and entry.path in removed
            present.setdefault(key, []).extend([] if is_gone else [new or old])
            changed |= {key} if is_gone or new else set()
        for key in changed:
            line = f"{key}: [{', '.join(present[key])}]\n" if present[key] else ""
            text = re.sub(rf"(?m)^{key}[ \t]*:.*\n(?:[ \t]+.*\n|-[ \t].*\n)*", line, text, count=1)
        return text

    def _header(self, head: str, path: str, name: str) -> str:
        """Give a frontmatter that names the withdrawn member, once."""
        told = without_pledges(head, self.person.pattern) if self.person.slug else head
        told = self.person.key.sub(lambda found: f"{found[1]}{self.neutral.slug}", told)
        told = _NEIGHBOURS.sub(r"\1\2\n", told)
        is_told = path not in self._own or name == self.neutral.slug or "\nauthor:" in told
        return told if is_told else told.replace("\n", f"\nauthor: {self.neutral.slug}\n", 1)

    @property
    def _company(self) -> str:
        """The company, unless others belong to it."""
        company = self.person.company
        others = [each for each in self.library.members.values() if each is not self.person.page]
        return "" if any(each.meta.company == company for each in others) else company

    def _link(
        self,
        path: str,
        link: re.Match[str],
        removed: Mapping[str, None],
        moved: Mapping[str, str],
    ) -> str:
        picture, words, opening, target, anchor, closing, title = link.groups()
        if "://" in target or not target:
            return link[0]
        home = posixpath.dirname(path)
        found = posixpath.normpath(posixpath.join(home, target))
        page = self.person.page.path if self.person.page else ""
        is_own = found == page or found in self._own or self.person.token.search(target)
        if is_own and not picture:
            words = self.person.named.sub(self.neutral.name, words)
            words = self.person.partly_named.sub(self.neutral.name, words)
        if found in removed:
            return "" if picture else words
        if found in moved:
            target = posixpath.relpath(moved[found], home or ".")
        return f"{picture}[{words}]({opening}{target}{anchor}{closing}{title})"

    def _page(self) -> str:
        tell = self.neutral.language.tell
        return write_file(
            {"name": self.neutral.title, "sort_name": self.neutral.title},
            tell("Texts of members who asked to be named no more."),
        )
