"""What links in a site may lead to, before anything is rendered."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from mkdocs_forum.core.checks.materials import named_files
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import all_redirects
from mkdocs_forum.core.library.targets import document_sources, link_targets, page_sources
from mkdocs_forum.core.model.addresses import Addresses, relative
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import is_contribution, kind_of
from mkdocs_forum.core.reading.materials.check import is_material
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.words.similar_names import SimilarNames


@dataclass(frozen=True)
class Site:
    """What a generator knows of a site's files before it renders them."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    """Address of each published file, relative to the site's root, by its path."""
    pages: Mapping[str, str | bytes] = field(default_factory=dict)
    """What the files of the pages hold that are no entries, by path."""
    render: Callable[[str, str], str] = lambda text, _: text
    """Renders Markdown as the site does, and as it stands in the file of a path."""


class LinkTargets:
    """What links may lead to in a forum."""

    def __init__(self, library: Library, missing: Missing, settings: Settings, site: Site) -> None:
        self.library = library
        self._missing = missing
        self.targets = link_targets(library, settings)
        """Where the files lead that have no page of their own."""
        self.entries = {path for path in site.addresses if kind_of(path, settings)}
        """Paths of the files in the folders of entries."""
        self.paths = {
            *(site.addresses.keys() - self.entries),
            *page_sources(library, settings),
            *self.targets,
        }
        """Every path that a link in Markdown may lead to."""
        self.unpublished_photos = unpublished_photos(library, settings)
        """The photos that no consent publishes."""
        self.paths -= self.unpublished_photos
        self.paths -= unpublished_materials(library, settings, site.addresses)
        self._settings, self._site = settings, site
        self._addresses = Addresses(settings)
        self._further = re.compile(rf"(.+)/{re.escape(settings.words['page'])}/\d+\.md")

    def has(self, path: str) -> bool:
        """Whether a link to a path leads somewhere, as far as can be told."""
        if path in self.paths or self._may_be_unread(path):
            return True
        # The further pages of listings, of which nobody knows the number yet.
        listing = self._further.fullmatch(path)
        return listing is not None and (
            f"{listing[1]}.md" in self.paths or f"{listing[1]}/index.md" in self.paths
        )

    def _may_be_unread(self, path: str) -> bool:
        """Whether an entry that couldn't be read may stand at a path."""
        if not self._missing.unread:
            return False
        folders = self._settings.folders
        stem = posixpath.basename(path).removesuffix(".md")
        derived = tuple(f"{folders[kind]}/" for kind in ("topics", "sessions", "questions"))
        known = (kind_of(path, self._settings) or "", stem) in self._missing.unread
        return known or path.startswith(derived)

    def is_contribution(self, path: str) -> bool:
        """Whether a text is one that anyone may send."""
        return is_contribution(path, self._settings)

    def nearest(self, path: str, names: SimilarNames, here: str) -> str | None:
        """Give the path that is most like one that leads nowhere.

        Arguments:
            path: The path that leads nowhere.
            names: Seeks similar names.
            here: Path of the file that holds it.
        """
        folder, name = posixpath.split(path)
        namesakes = self._by_name.get(name, [])
        if len(namesakes) == 1:
            return namesakes[0]
        if namesakes:
            near = names.seek(path, lambda: namesakes, among=f"*/{name}", path=here, cutoff=0)
            return near[0] if near else None
        is_page = name.endswith(".md")
        beside = self._by_folder.get(folder, ())
        near = names.seek(
            name,
            lambda: [other for other in beside if other.endswith(".md") == is_page],
            among=f"{folder}/*",
            path=here,
        )
        return posixpath.join(folder, near[0]) if near else None

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        names: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self.paths):
            names[posixpath.basename(path)].append(path)
        return names

    @cached_property
    def _by_folder(self) -> Mapping[str, list[str]]:
        folders: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self.paths):
            folder, name = posixpath.split(path)
            folders[folder].append(name)
        return folders

    def address(self, path: str) -> str:
        """Give the address at which a path is shown, relative to the site's root."""
        target = self.targets.get(path)
        page = target.page if target else path
        given = self._site.addresses.get(page)
        is_entry = given is None or kind_of(page, self._settings) is not None
        return self._addresses.url(page) if is_entry else str(given)

    def at(self, address: str, here: str) -> str | None:
        """Give the path that is shown at an address.

        Arguments:
            address: A path as a browser takes it, still quoted.
            here: Path of the file whose page holds it.
        """
        folder = posixpath.dirname(unquote(self.address(here)))
        return self._by_address.get(_bare(posixpath.join(folder, unquote(address))))

    @cached_property
    def _by_address(self) -> Mapping[str, str]:
        addresses = {_bare(self.address(path)): path for path in self.paths}
        for document in document_sources(self.library, self._settings):
            addresses[_bare(self._addresses.url(document))] = ""
        for redirect in all_redirects(self.library, self._settings):
            addresses.setdefault(_bare(redirect.target), "")
        return addresses

    def page_at(self, address: str) -> str | None:
        """Give the path of the page at an address below the site's root, still quoted.

        It is empty for a page that no file stands for, and nothing where there is no page.
        """
        bare = _bare(address)
        path = self._by_address.get(bare)
        if path is None:
            # What belongs to a page stands below it, under a word: its print page, its transcript.
            page, _, word = bare.removesuffix(".html").rpartition("/")
            is_part = word in self._settings.words.values() and self.page_at(page) is not None
            return "" if is_part or self.has(f"{bare}.md") or bare == "404.html" else None
        target = self.targets.get(path)
        return target.page if target else path

    def nearest_address(self, address: str, names: SimilarNames, here: str) -> str | None:
        """Give the address of a page that is most like one that leads nowhere.

        Arguments:
            address: The address, below the site's root.
            names: Seeks similar names.
            here: Path of the file that holds it.
        """
        near = names.seek(_bare(address), lambda: self._by_address, among="addresses", path=here)
        if not near:
            return None
        path = self._by_address[near[0]]
        return self.address(path).removeprefix("./") if path else f"{near[0]}/"

    def relative_address(self, path: str, here: str) -> str:
        """Give the address of a path as a browser takes it on the page of another."""
        return relative(self.address(path).removeprefix("./"), self.address(here))


def unpublished_photos(library: Library, settings: Settings) -> set[str]:
    """Give the paths of the photos that no consent publishes."""
    return {
        f"{settings.folders['members']}/{member.meta.photo}"
        for member in library.members.values()
        if member.meta.photo and not member.meta.published("photo")
    }


def unpublished_materials(library: Library, settings: Settings, paths: Iterable[str]) -> set[str]:
    """Give the paths of the documents that no talk names, and of transcripts: these are pages."""
    named = {
        path
        for path, material in named_files(library, settings).items()
        if not material.is_transcript
    }
    return {path for path in paths if is_material(path, settings) and path not in named}


def _bare(address: str) -> str:
    """Give what the addresses of one page have in common."""
    path = posixpath.normpath(unquote(address)).removesuffix("index.html").strip("/")
    return "" if path == "." else path
