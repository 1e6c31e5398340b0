"""Loads and renders texts in processes of limited time and memory, one JSON text a line.

Answers with one line each: the faults that `load` reports as `[line, code]`, or for each way of
rendering the size of what comes out; in place of these a status, where a process was ended.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Sequence
from functools import partial

from markdown import Markdown

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.html.tree import read as read_html
from mkdocs_forum.core.html.tree import rebase
from mkdocs_forum.core.html.typography import typeset_text
from mkdocs_forum.core.reading.questions.scan import mark

SECONDS, BYTES = 2, 300 * 1024 * 1024

PLAIN = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
EXTENSIONS = {
    "site": [*PLAIN, "pymdownx.details", "pymdownx.superfences"],
    "rich": [
        *PLAIN,
        "md_in_html",
        *("pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.emoji"),
        *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink"),
        *("pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed"),
        *("pymdownx.tasklist", "pymdownx.tilde"),
    ],
}
TALK = "---\ntitle: T\nedition: e\nspeakers: m\n---\n"


def read(text: str) -> object:
    """Give the text that a site would render, or what `load` reports of it."""
    library, faults, _ = load(
        {
            "talks/t.md": TALK + text,
            "editions/e.md": "---\ntitle: E\ndate: 2004-01-01\n---\n",
            "members/m.md": "---\nname: M\n---\n",
        }
    )
    if "t" not in library.talks:
        return [[fault.location.line, fault.code] for fault in faults]
    return mark(library.talks["t"].body, list(library.questions.values()))


def render(text: str, renderer: Markdown) -> int:
    """Do with a text what a build does with it, and count what comes out."""
    return len(rebase(typeset_text(read_html(renderer.convert(text)), "fr"), "prefix_", top=3).html)


def outcome(text: str, renderers: Sequence[Markdown]) -> object:
    """Tell how a text fares: faults, or how its rendering ended in each way of rendering."""
    marked = in_child(lambda: read(text))
    if not isinstance(marked, str):
        return marked
    return [in_child(partial(render, marked, renderer)) for renderer in renderers]


def in_child(work: Callable[[], object]) -> object:
    """Do something in a process that is killed when it takes too long, and give its result."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        with os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(work()))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return {"status": status} if status else json.loads(told)


def main() -> None:
    """Answer each line of standard input with one of output."""
    renderers = [Markdown(extensions=names) for names in EXTENSIONS.values()]
    for line in sys.stdin:
        print(json.dumps(outcome(json.loads(line), renderers)), flush=True)


if __name__ == "__main__":
    main()
