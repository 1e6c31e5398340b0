"""Where pages stand, and how links from one lead to another."""

from urllib.parse import urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mkdocs_forum.core.model.addresses import Addresses, relative, relocate
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings

ENGLISH = Addresses(Settings())
FRENCH = Addresses(Settings(folders=FOLDERS["fr"], words=WORDS["fr"]))

SOURCES = {
    "section": (ENGLISH.section("talks"), "talks/index.md"),
    "section, page 2": (ENGLISH.section("talks", 2), "talks/page/2.md"),
    "board": (ENGLISH.board("duplicate"), "questions/duplicates.md"),
    "board, page 3": (ENGLISH.board("open", 3), "questions/open/page/3.md"),
    "entry": (ENGLISH.entry("talks", "prix"), "talks/prix.md"),
    "entry, page 2": (ENGLISH.entry("members", "ana", 2), "members/ana/page/2.md"),
    "question": (ENGLISH.entry("questions", "prix/marge"), "questions/prix/marge.md"),
    "document": (ENGLISH.output("editions", "2004", "proceedings"), "editions/2004/proceedings.md"),
    "French section": (FRENCH.section("topics", 2), "themes/page/2.md"),
    "French board": (FRENCH.board("open"), "questions/sans-reponse.md"),
    "French document": (FRENCH.output("talks", "prix", "print"), "interventions/prix/imprimer.md"),
}


@pytest.mark.parametrize(("source", "expected"), SOURCES.values(), ids=SOURCES)
def test_source(source: str, expected: str) -> None:
    """Each page has a source path, as a link in Markdown would give it."""
    assert source == expected


TARGETS: dict[str, tuple[str, bool, str, str]] = {
    "home": ("index.md", True, "index.html", ""),
    "home as file": ("index.md", False, "index.html", "index.html"),
    "section": ("talks/index.md", True, "talks/index.html", "talks/"),
    "section as file": ("talks/index.md", False, "talks/index.html", "talks/index.html"),
    "page": ("talks/prix.md", True, "talks/prix/index.html", "talks/prix/"),
    "page as file": ("talks/prix.md", False, "talks/prix.html", "talks/prix.html"),
    "quoted": ("a b/é.md", True, "a b/é/index.html", "a%20b/%C3%A9/"),
}


@pytest.mark.parametrize(
    ("source", "directory_urls", "target", "url"), TARGETS.values(), ids=TARGETS
)
def test_target(source: str, target: str, url: str, *, directory_urls: bool) -> None:
    """A source path gives a file of the site and an address."""
    addresses = Addresses(Settings(directory_urls=directory_urls))
    assert (addresses.target(source), addresses.url(source)) == (target, url)


LINKS = {
    "sibling": ("talks/b/", "talks/a/", "../b/"),
    "itself": ("talks/a/", "talks/a/", "./"),
    "home": ("", "talks/a/", "../../"),
    "from home": ("talks/a/", "", "talks/a/"),
    "home from home": ("", "", "./"),
    "below": ("talks/a/print/", "talks/a/", "print/"),
    "above": ("talks/", "talks/a/print/", "../../"),
    "anchor": ("talks/b/#c", "talks/a/", "../b/#c"),
    "anchor of itself": ("talks/a/#c", "talks/a/", "./#c"),
    "files": ("talks/b.html", "talks/a.html", "b.html"),
    "file itself": ("talks/a.html#c", "talks/a.html", "a.html#c"),
    "file above": ("assets/a.css", "talks/a.html", "../assets/a.css"),
    "whole address": ("https://a.org/b", "talks/a/", "https://a.org/b"),
    "e-mail": ("mailto:a@b.fr", "talks/a/", "mailto:a@b.fr"),
}


@pytest.mark.parametrize(("url", "here", "link"), LINKS.values(), ids=LINKS)
def test_relative(url: str, here: str, link: str) -> None:
    """An address is given as a link from a page."""
    assert relative(url, here) == link


MOVED = {
    "sibling": ("../b/", "talks/a/", "editions/x/print/", "../../../talks/b/"),
    "below": ("c.png", "talks/a/", "talks/a/print/", "../c.png"),
    "same page": ("./", "talks/a/", "talks/b/", "../a/"),
    "anchor": ("../b/#c", "talks/a/", "talks/x/", "../b/#c"),
    "home": ("../..", "talks/a/", "talks/a/print/", "../../../"),
    "folder without slash": ("../../x/..", "talks/a/", "b/", "../"),
    "query": ("../b/?q=a/b#c", "talks/a/", "d/", "../talks/b/?q=a/b#c"),
    "files": ("b.html", "talks/a.html", "editions/x.html", "../talks/b.html"),
    "whole address": ("https://a.org/b/../c", "talks/a/", "b/", "https://a.org/b/../c"),
    "other host": ("//a.org/b", "talks/a/", "b/", "//a.org/b"),
    "from the host's root": ("/b", "talks/a/", "b/", "/b"),
    "within": ("#c", "talks/a/", "b/", "#c"),
    "e-mail": ("mailto:a@b.fr", "talks/a/", "b/", "mailto:a@b.fr"),
}


@pytest.mark.parametrize(("link", "origin", "here", "moved"), MOVED.values(), ids=MOVED)
def test_relocate(link: str, origin: str, here: str, moved: str) -> None:
    """A link of one page is given as a link from another."""
    assert relocate(link, origin, here) == moved


ROOT = "https://example.org/"
NAMES = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
PAGES = st.lists(NAMES, max_size=4).map(lambda names: "".join(f"{name}/" for name in names))
FILES = st.builds("{}{}.html".format, PAGES, NAMES)
ADDRESSES = st.one_of(PAGES, FILES)
FRAGMENTS = st.sampled_from(["", "#a", "#a/b"])
PATHS = st.builds(
    lambda parts, last: "/".join([*parts, last]),
    st.lists(st.one_of(NAMES, st.sampled_from(["..", "."])), max_size=4),
    st.one_of(
        NAMES.map("{}/".format), NAMES.map("{}.html".format), st.sampled_from(["..", "../", "."])
    ),
)


@given(ADDRESSES, FRAGMENTS, ADDRESSES)
def test_relative_leads_there(page: str, fragment: str, here: str) -> None:
    """A browser that follows the link comes to the address."""
    url = page + fragment
    assert urljoin(ROOT + here, relative(url, here)) == ROOT + url


@given(PATHS, FRAGMENTS, ADDRESSES, ADDRESSES)
def test_relocate_leads_there(path: str, fragment: str, origin: str, here: str) -> None:
    """A browser that follows the link comes to the same address from both pages."""
    depth = origin.count("/")
    for part in path.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        assume(depth >= 0)
    link = path + fragment
    assert urljoin(ROOT + here, relocate(link, origin, here)) == urljoin(ROOT + origin, link)
