"""Where previews of proposals stand, and what may stand there."""

import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mkdocs_forum.core.faults.diagnostic import Message, say

CONFIGURATION: Final = ".github/preview.toml"
"""File that says where previews stand. It is read on the branch that is published: variables of the
repository don't reach what runs for a fork."""
MOST_FILES: Final = 20_000
LARGEST: Final = 500_000_000
"""Bytes of a preview. The site of a small forum has 15 MB."""

GITHUB_KEY: Final = (
    "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
)
"""Key of GitHub's host, which publishes its fingerprint:
https://docs.github.com/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints
"""
PAGE: Final = re.compile(rb"\s*<!doctype html>\s*<html\b[^>]*>\s*<head>", re.IGNORECASE)
"""How every page begins. What begins otherwise was not made by the forum."""
POLICY: Final = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""What pages of a preview may do. Several share a host, and with it what pages keep in a browser:
so none of them runs a script, asks anything or sends a form."""
QUIET: Final = (
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta name="robots" content="noindex">'
).encode()
"""Begins the head of every page of a preview."""
DOCUMENTS: Final = frozenset({".htm", ".shtml", ".xht", ".xhtml"})
"""Endings by which hosts take a file for a page, and which no page of the forum has."""


class PreviewError(Exception):
    """Something keeps previews from being shown."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
        """The sentence, for people."""


@dataclass(frozen=True)
class Place:
    """Where previews stand; nowhere, if nothing says so."""

    url: str = ""
    """Address of a preview, in which `{number}` stands for that of its proposal."""
    repository: str = ""
    """Repository that holds a folder for each, as git finds it."""
    host_key: str = ""
    """Line by which ssh knows the repository's host, if that isn't GitHub's."""

    def address(self, number: int) -> str:
        """Give the address of a preview, or nothing where there are none."""
        return self.url.replace("{number}", str(number))


def place(folder: Path, site_url: str) -> Place:
    """Read where the previews of a forum stand.

    Arguments:
        folder: Topmost folder of the repository.
        site_url: Address of the forum.

    Raises:
        PreviewError: They would share the forum's host, or have no address of their own each.
    """
    file = folder / CONFIGURATION
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(say("it isn't TOML: {told}", told=str(error))) from error
    values = (str(told.get(key, "")) for key in ("url", "repository", "host_key"))
    found = Place(*values)
    if not (found.url and found.repository):
        return Place()
    if "{number}" not in found.url or not found.url.startswith("https://"):
        raise _refused(say("write 'url' as {example}", example="https://HOST/pr-{number}/"))
    if urlsplit(site_url).hostname == urlsplit(found.url).hostname:
        raise _refused(say("previews must not be on the host of the forum"))
    return found


def _refused(why: Message) -> PreviewError:
    return PreviewError(say("{file}: {why}", file=CONFIGURATION, why=why))


def inspect(site: Path) -> None:
    """Refuse what isn't a site.

    Raises:
        PreviewError: It holds something else than plain files, or too much.
    """
    paths = list(site.rglob("*"))
    if strange := next(filter(_is_strange, paths), None):
        raise PreviewError(say("no plain file: {path}", path=repr(str(strange))))
    if len(paths) > MOST_FILES or sum(path.lstat().st_size for path in paths) > LARGEST:
        raise PreviewError(say("the preview is too large"))
    if not (site / "index.html").is_file():
        raise PreviewError(say("the preview has no home page"))
    if foreign := next(filter(_is_foreign, paths), None):
        raise PreviewError(say("no page of the forum: {path}", path=repr(str(foreign))))


def _is_strange(path: Path) -> bool:
    # Git obeys the settings of a `.git` wherever it stands; no site has a name with a dot ahead.
    is_plain = path.is_file() or path.is_dir()
    return path.name.startswith(".") or path.is_symlink() or not is_plain


def _is_foreign(path: Path) -> bool:
    is_page = path.suffix.lower() == ".html" and path.is_file()
    return path.suffix.lower() in DOCUMENTS or (is_page and not PAGE.match(path.read_bytes()))


def arrange(site: Path, number: int, opened: Iterable[int], previews: Path) -> None:
    """Lay a site beside the previews of the other proposals that are open.

    Arguments:
        site: Folder of the site.
        number: Proposal that it shows.
        opened: Proposals that are open.
        previews: Folder of all previews.
    """
    kept = {f"pr-{each}" for each in opened if each != number}
    for old in previews.glob("pr-*"):
        if old.name not in kept:
            shutil.rmtree(old)
    own = previews / f"pr-{number}"
    shutil.copytree(site, own)
    for page in _pages(own):
        page.write_bytes(PAGE.sub(lambda found: found[0] + QUIET, page.read_bytes(), count=1))
    (previews / ".nojekyll").touch()
    (previews / "robots.txt").write_text("User-agent: *\nDisallow: /\n")


def _pages(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix.lower() == ".html")
