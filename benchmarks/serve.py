"""Measures how long an edit takes under `mkdocs serve`, until its page is new.

usage: python -m benchmarks.serve FOLDER

The forum of a folder is built as for MkDocs' server, without the network and without the process
that looks for changes. Then its first answer is edited, again and again: all that is read, judged
and made until the page of its question has the new words counts, of the least of all edits. That
page, and the time of the processor, are printed.
"""

import argparse
import logging
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from wsgiref.util import setup_testing_defaults

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

EDITS = 5
URL = "http://127.0.0.1:8000/"


def serve(folder: Path, site: Path) -> LiveReloadServer:
    """Build a site as `mkdocs serve` does, and give what answers for it."""

    def configured() -> MkDocsConfig:
        return load_config(f"{folder}/mkdocs.yml", site_dir=str(site))

    def builder(config: MkDocsConfig | None = None) -> None:
        config = config or configured()
        config.site_url = URL
        build(config, serve_url=URL)

    config = configured()
    config.plugins.on_startup(command="serve", dirty=False)
    builder(config)
    server = LiveReloadServer(builder, "127.0.0.1", 8000, str(site))
    return config.plugins.on_serve(server, config=config, builder=builder)


def ask(server: LiveReloadServer, path: str) -> str:
    """Give the page at a path."""
    environ = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    app = server.get_app()
    assert app
    return b"".join(app(environ, lambda *_: lambda _: None)).decode()


def edit(server: LiveReloadServer, answer: Path, page: str, words: str) -> float:
    """Add words to an answer, and give the seconds until they are on a page.

    Raises:
        ValueError: They aren't.
    """
    text = answer.read_text(encoding="utf-8")
    answer.write_text(f"{text}\n{words}\n", encoding="utf-8")
    begun = time.process_time()
    server.builder()
    if words not in ask(server, page):
        raise ValueError(f"{page} stays as it was")
    return time.process_time() - begun


def main() -> None:
    """Print the figure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder = parser.parse_args().folder
    logging.disable(logging.WARNING)
    answer = min(folder.glob("docs/reponses/*/*/*.md"))
    talk, question = answer.parts[-3:-1]
    page = f"/questions/{talk}/{question}/"
    with TemporaryDirectory() as site:
        server = serve(folder, Path(site))
        print(min(edit(server, answer, page, f"Mot {number}.") for number in range(EDITS)))
        server.server_close()


if __name__ == "__main__":
    main()
