"""A site as `mkdocs serve` shows it, asked without a network."""

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from wsgiref.util import setup_testing_defaults

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

URL = "http://127.0.0.1:8000/"
_LINK = re.compile(r'(?:href|src)="([^"]*)"')
_BAR = re.compile(rb"<style>\s*\.forum-faults.*?</aside>", re.DOTALL)


class Served:
    """A site that MkDocs' server shows; whoever edits a file calls `rebuild`."""

    def __init__(self, folder: Path, site: Path, **options: Any) -> None:
        """Build a site as `mkdocs serve` does before it listens.

        Arguments:
            folder: The folder of `mkdocs.yml`.
            site: Folder of the site.
            options: Settings of the site.
        """
        self.builds = 0
        """How often the whole site was built."""

        def configured() -> MkDocsConfig:
            return load_config(str(folder / "mkdocs.yml"), site_dir=str(site), **options)

        def builder(config: MkDocsConfig | None = None) -> None:
            config = config or configured()
            config.site_url = URL
            self.builds += 1
            build(config, serve_url=URL)

        config = configured()
        config.plugins.on_startup(command="serve", dirty=False)
        builder(config)
        server = LiveReloadServer(builder, "127.0.0.1", 8000, str(site))
        self._server = config.plugins.on_serve(server, config=config, builder=builder)
        self._site = site

    def close(self) -> None:
        """Let go of the server."""
        self._server.server_close()

    def rebuild(self) -> None:
        """Do what the server does after a file was edited."""
        self._server.builder()

    def answer(self, path: str) -> tuple[str, bytes]:
        """Give the status and the body of the answer for a path below the root of the site."""
        told: list[str] = []
        environ: dict[str, Any] = {}
        setup_testing_defaults(environ)
        environ["PATH_INFO"] = f"/{path}".encode().decode("latin-1")
        app = self._server.get_app()
        assert app
        answer = app(environ, lambda status, *_: told.append(status))  # type: ignore[arg-type]
        body = b"".join(answer)
        if close := getattr(answer, "close", None):
            close()
        return told[0][:3], body

    def text(self, path: str) -> str:
        """Give the HTML of the page at a path, without the bar."""
        return (self.page(path) or b"").decode()

    def page(self, path: str) -> bytes | None:
        """Give what stands at a path, without the bar; nothing where nothing does."""
        status, body = self.answer(path)
        return _BAR.sub(b"", body) if status == "200" else None

    def bar(self, path: str = "") -> str:
        """Give the bar of a page, or nothing."""
        found = _BAR.search(self.answer(path)[1])
        return found[0].decode() if found else ""

    def keep_all(self) -> None:
        """Ask for all that the pages lead to, and put it beside what is there."""
        asked: set[str] = set()
        while new := self._led_to() - asked - self.paths:
            asked |= new
            for path in new:
                if (held := self.page(path)) is not None:
                    (self._site / path).parent.mkdir(parents=True, exist_ok=True)
                    (self._site / path).write_bytes(held)

    def _led_to(self) -> set[str]:
        """Give the paths of the files to which links and sources of the pages lead."""
        found = set()
        for path in sorted(self._site.rglob("*.html")):
            here = path.relative_to(self._site).as_posix()
            for address in _LINK.findall(path.read_text(encoding="utf-8")):
                way = urlsplit(urljoin(f"{URL}{here}", unescape(address)))
                if way.netloc == urlsplit(URL).netloc:
                    target = unquote(way.path).lstrip("/")
                    found.add(f"{target}index.html" if target[-1:] in {"", "/"} else target)
        return found

    @property
    def paths(self) -> set[str]:
        """The paths of the files that are there."""
        files = (path for path in self._site.rglob("*") if path.is_file())
        return {path.relative_to(self._site).as_posix() for path in files}
