"""What a forum publishes at one time: where everything stands, and where former addresses lead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import Redirect, all_redirects, redirects, targets
from mkdocs_forum.core.library.shown import published
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import Answer, Edition, Member, Talk
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.read import Missing

Subject = tuple[str, str]
"""Kind and identifier of an entry or a question, as `("talks", "prix")`."""

Page = Entry[Edition] | Entry[Talk] | Entry[Member] | Entry[Answer]
"""An entry that may have former addresses."""


@dataclass(frozen=True)
class Publication:
    """A library with the addresses at which it is published."""

    library: Library
    """All entries, drafts included."""
    missing: Missing
    """What it lacks because files are at fault."""
    settings: Settings
    files: frozenset[str] = frozenset()
    """HTML files that the site has beside those of the forum."""
    unreadable: frozenset[str] = frozenset()
    """Paths of files and folders below the docs folder that couldn't even be opened."""

    @cached_property
    def shown(self) -> Library:
        """The library without the drafts."""
        return published(self.library)

    @cached_property
    def pages(self) -> Mapping[str, Subject]:
        """Entries and questions by the HTML file of their page, each after what it hangs on."""
        shown = self.shown
        slugs = {
            "editions": shown.editions,
            "talks": shown.talks,
            "members": shown.members,
            "questions": shown.questions,
        }
        subjects = [(kind, slug) for kind, found in slugs.items() for slug in found]
        return {self.file(subject): subject for subject in subjects}

    @cached_property
    def subjects(self) -> frozenset[Subject]:
        """All that has a page."""
        return frozenset(self.pages.values())

    @cached_property
    def former_questions(self) -> Mapping[str, Subject]:
        """Former names of questions by the HTML file of the address that they give."""
        subjects = [
            ("questions", f"{talk.slug}/{former}")
            for talk in self.shown.talks.values()
            for former in talk.meta.question_aliases
        ]
        return {self.file(subject): subject for subject in subjects}

    @cached_property
    def redirects(self) -> Mapping[str, Redirect]:
        """Redirects by the HTML file at the former address."""
        return _by_file(all_redirects(self.shown, self.settings))

    @cached_property
    def written(self) -> frozenset[str]:
        """HTML files of the redirects that are written in an entry, one by one."""
        return frozenset(found.target for found in redirects(self.shown, self.settings))

    @cached_property
    def withheld(self) -> Mapping[str, Redirect]:
        """Redirects as they would be with the drafts."""
        return _by_file(all_redirects(self.library, self.settings))

    @cached_property
    def entries(self) -> Mapping[Subject, Page]:
        """Entries that may have former addresses, drafts included."""
        library = self.library
        return {
            **{("editions", slug): entry for slug, entry in library.editions.items()},
            **{("talks", slug): entry for slug, entry in library.talks.items()},
            **{("members", slug): entry for slug, entry in library.members.items()},
            **{("answers", slug): entry for slug, entry in library.answers.items()},
        }

    @cached_property
    def by_path(self) -> Mapping[str, Subject]:
        """Those entries by the path of their file."""
        return {entry.path: subject for subject, entry in self.entries.items()}

    @cached_property
    def _served(self) -> frozenset[str]:
        """Every HTML file of the site, but for the further pages of listings."""
        own = targets(self.shown, Addresses(self.settings))
        return frozenset({*own, *self.redirects, *self.files})

    def is_unread(self, kind: str, path: str) -> bool:
        """Whether there is a file that may be an entry, but couldn't be read."""
        above = {str(folder) for folder in PurePosixPath(path).parents} | {path}
        is_unread = (kind, PurePosixPath(path).stem) in self.missing.unread
        return is_unread or not self.unreadable.isdisjoint(above)

    def serves(self, file: str) -> bool:
        """Whether a page or a redirect stands at an HTML file."""
        return file in self._served

    def file(self, subject: Subject) -> str:
        """Give the HTML file of what has a page."""
        addresses = Addresses(self.settings)
        return addresses.target(addresses.entry(*subject))

    def subject_at(self, file: str) -> Subject | None:
        """Tell what the page shows to which an HTML file leads in the end."""
        redirect = None if file in self.pages else self.redirects.get(file)
        if redirect:
            path = redirect.url.partition("#")[0]
            file = f"{path}index.html" if path.endswith("/") or not path else path
        return self.pages.get(file)


def address(file: str) -> str:
    """Give the address of an HTML file as people write it."""
    return file.removesuffix("index.html") or file


def _by_file(found: Iterable[Redirect]) -> Mapping[str, Redirect]:
    """Give redirects by their HTML file; of two at one, the first counts."""
    by_file: dict[str, Redirect] = {}
    for redirect in found:
        by_file.setdefault(redirect.target, redirect)
    return by_file
