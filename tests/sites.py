"""Building forums and reading what was built."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests import processes

ROOT = Path(__file__).parent.parent
"""The repository, which holds a forum of its own."""

FORUM = Path(__file__).parent / "forum"
"""The fixture forum: every kind of entry and every status of a question."""

DAY = "1795132800"
"""Day of all builds, 20 November 2026, as `SOURCE_DATE_EPOCH`."""

MKDOCS_COMMAND = f"""
import sys

sys.path.append({str(ROOT)!r})
from mkdocs.__main__ import cli
from tests.templates import keep_templates

keep_templates()
cli(prog_name="mkdocs")
"""
"""Starts `mkdocs` with the templates that earlier builds compiled."""

FORUM_COMMAND = "from mkdocs_forum.cli.main import main; main(prog_name='mkdocs-forum')"
"""Starts `mkdocs-forum` where only the package is on the path."""

Attributes = list[tuple[str, str | None]]

_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Elements that have no end tag."""


@dataclass(frozen=True)
class Link:
    """An address in a page, and where it stands."""

    page: str
    """Path of the HTML file that holds it, below the root of the site."""
    tag: str
    """Element that holds it."""
    url: str
    """The address as it stands there."""
    line: int

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: <{self.tag}> {self.url}"


class Html(HTMLParser):
    """What an HTML file holds: its links, its identifiers, the places of its elements."""

    def __init__(self, text: str, page: str = "") -> None:
        super().__init__()
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str], int, int]] = []
        """Name, attributes, and the stretch of the text between the element's tags."""
        self.unclosed: list[str] = []
        """Elements that were ended by another's end tag, or not at all."""
        self._text, self._page = text, page
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._open: list[tuple[str, dict[str, str], int]] = []
        self.feed(text)
        self.close()
        self.unclosed += [tag for tag, _, _ in self._open]

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note an element and its addresses."""
        given = {key: value or "" for key, value in attrs}
        for key in ("id", "name"):
            if given.get(key) and not (key == "name" and tag != "a"):
                self.ids.append(given[key])
        for key in ("href", "src", "srcset", "poster", "data", "action"):
            if key in given:
                # A browser asks nobody for a licence, nor for other forms of a page.
                is_told = (given.get("rel") or "").strip() in {"alternate", "license"}
                name = "a" if tag == "link" and is_told else tag
                self.links.append(Link(self._page, name, given[key], self.getpos()[0]))
        if tag == "meta" and given.get("http-equiv") == "refresh":
            url = given["content"].partition("url=")[2]
            self.links.append(Link(self._page, tag, url, self.getpos()[0]))
        if tag not in _EMPTY:
            start = self._place() + len(self.get_starttag_text() or "")
            self._open.append((tag, given, start))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Note an element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Note where an element ends."""
        while self._open:
            name, given, start = self._open.pop()
            self.elements.append((name, given, start, self._place()))
            if name == tag:
                return
            self.unclosed.append(name)

    def inner(self, tag: str, **wanted: str) -> Iterator[str]:
        """Give what stands in each element whose attributes contain the wanted words."""
        found = [
            (start, end)
            for name, given, start, end in self.elements
            if name == tag
            and all(value in given.get(key.strip("_"), "").split() for key, value in wanted.items())
        ]
        for start, end in sorted(found):
            yield self._text[start:end]

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


@dataclass(frozen=True)
class Site:
    """A built site."""

    path: Path
    """Its folder."""

    def file(self, url: str) -> Path:
        """Give the HTML file at an address below the root of the site."""
        target = self.path / unquote(urlsplit(url).path)
        return target / "index.html" if target.is_dir() else target

    def page(self, url: str) -> str:
        """Give the HTML at an address."""
        return self.file(url).read_text(encoding="utf-8")

    def html(self, url: str) -> Html:
        """Give what the page at an address holds."""
        return self.pages[self.file(url).relative_to(self.path).as_posix()]

    def main(self, url: str) -> str:
        """Give the main column of a page; of a document to print, the document."""
        return self.columns[self.file(url).relative_to(self.path).as_posix()]

    @property
    def files(self) -> dict[str, bytes]:
        """What each file holds, by path."""
        return {
            path.relative_to(self.path).as_posix(): path.read_bytes()
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }

    @cached_property
    def pages(self) -> Mapping[str, Html]:
        """What every HTML file holds, by path."""
        return {
            path: Html(text.decode("utf-8"), path)
            for path, text in self.files.items()
            if path.endswith(".html")
        }

    @cached_property
    def columns(self) -> Mapping[str, str]:
        """The main column of every page that has one, by path."""
        found = {}
        for path, html in self.pages.items():
            columns = [
                *html.inner("article", class_="md-content__inner"),
                *html.inner("main", class_="print-document"),
            ]
            assert len(columns) < 2, f"{path}: {len(columns)} main columns"
            if columns and path != "404.html":
                found[path] = columns[0]
        return found

    @cached_property
    def search(self) -> Mapping[str, Any]:
        """What the theme's search is given."""
        text = (self.path / "search/search_index.json").read_text(encoding="utf-8")
        found: Mapping[str, Any] = json.loads(text)
        return found

    @cached_property
    def search_index(self) -> Mapping[str, Mapping[str, Any]]:
        """What the site's own search shows of each thing that it finds, by address."""
        folder = self.path / "assets/forum/search"
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        names = (
            f"found/{name}/{n}.json" for name, found in index["found"] for n in range(len(found))
        )
        blocks = [json.loads((folder / name).read_text(encoding="utf-8")) for name in names]
        records = [[*record, "", "", "", ""] for block in blocks for record in block]
        found = {url: {"title": title, "text": text} for url, title, _, text, *_ in records}
        assert len(found) == len(records) == index["count"], "two things have one address"
        return found

    def dead_links(self, own: str = "https://forum.example.org/") -> Iterator[str]:
        """Tell every link, image, script or style that leads to no file or to no anchor.

        Arguments:
            own: Address of the site; links that begin with it are internal, too.
        """
        for path, html in self.pages.items():
            for link in html.links:
                # The theme's page for what isn't found begins its links with the site's root.
                url = urljoin(own + path, link.url)
                if url.startswith(own) and (fault := self._fault(url.removeprefix(own))):
                    yield f"{link}: {fault}"

    def foreign(self, own: str = "https://forum.example.org/") -> Iterator[Link]:
        """Give the addresses that a browser asks another host for without being told to."""
        for path, html in self.pages.items():
            for link in html.links:
                url = urljoin(own + path, link.url)
                asked = link.tag not in {"a", "meta", "form"}
                if asked and urlsplit(url).scheme != "data" and not url.startswith(own):
                    yield link

    def _fault(self, url: str) -> str | None:
        target = self.file(url)
        if not target.is_file():
            return "no such file"
        fragment = unquote(urlsplit(url).fragment)
        page = target.relative_to(self.path).as_posix()
        # Material's links to its own script states are buttons.
        if not fragment or fragment.startswith("__") or page not in self.pages:
            return None
        return None if fragment in self.pages[page].ids else "no such anchor"


def write(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write files; each text is dedented."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8", newline="\n")
    return folder


def configuration(
    *, language: str = "fr", theme: Mapping[str, Any] | None = None, **options: Any
) -> str:
    """Give a small `mkdocs.yml`.

    Arguments:
        language: Language of the theme.
        theme: Further settings of the theme.
        options: Settings of the site; `forum` holds those of the plugin.
    """
    forum = options.pop("forum", {})
    extensions = ["mkdocs_forum", *options.pop("markdown_extensions", ())]
    return yaml.safe_dump(
        {
            "site_name": "Forum",
            "site_url": "https://forum.example.org/",
            "theme": {"name": "material", "language": language, "font": False, **(theme or {})},
            "plugins": ["search", {"forum": forum}],
            "markdown_extensions": extensions,
            "validation": {"anchors": "warn"},
            **options,
        },
        allow_unicode=True,
    )


def build_site(folder: Path, site: Path, **options: Any) -> Site:
    """Build a forum in this process: what is wrong with it is logged, an error is raised."""
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(site), **options)
    plugins = config.plugins
    plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        plugins.on_shutdown()
    return Site(site)


@dataclass(frozen=True)
class Run:
    """How a command ended and what it told."""

    status: int
    told: str

    @property
    def traceback(self) -> bool:
        """Whether it told more than its users can read."""
        return "Traceback" in self.told


def mkdocs(
    folder: Path,
    *arguments: str,
    variables: Mapping[str, str | None] | None = None,
    afresh: bool = False,
) -> Run:
    """Run `mkdocs` in a folder as its users do, in a process of its own.

    Arguments:
        folder: The folder of its `mkdocs.yml`.
        arguments: Command and options.
        variables: Variables of the environment to set, or to take out.
        afresh: Whether nothing that an earlier build compiled is used.
    """
    name = "mkdocs, afresh" if afresh else "mkdocs"
    return command(name, *arguments, folder=folder, variables=variables)


def command(
    name: str, *arguments: str, folder: Path, variables: Mapping[str, str | None] | None = None
) -> Run:
    """Run a command of a package, `mkdocs` or `mkdocs_forum`, as `mkdocs` above."""
    given = {**os.environ, **(variables or {})}
    environment = {key: value for key, value in given.items() if value is not None}
    if name == "mkdocs, afresh":
        result = subprocess.run(
            [sys.executable, "-P", "-m", "mkdocs", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=processes.TIMEOUT,
            check=False,
        )
    else:
        start = MKDOCS_COMMAND if name == "mkdocs" else FORUM_COMMAND
        result = processes.run(start, arguments, folder, environment=environment)
    return Run(result.returncode, result.stdout + result.stderr)


def strip_tags(html: str) -> str:
    """Give the text of a fragment of HTML, its spaces as they are."""
    pieces: list[str] = []

    class _Text(HTMLParser):
        def handle_data(self, data: str) -> None:
            pieces.append(data)

    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(pieces)


def joined(faults: Iterable[object]) -> str:
    """Give faults one a line, so that a failing test shows all of them."""
    return "\n".join(map(str, faults))
