"""The one door through which every page leaves, whatever made it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from mkdocs_forum.adapter.theme.mends import with_mends
from mkdocs_forum.core.html.finish import conceal, conceal_json
from mkdocs_forum.core.html.indentation import unindented
from mkdocs_forum.core.html.policy import with_policy
from mkdocs_forum.core.html.tooltips import with_plain_tooltips
from mkdocs_forum.core.pages.output import Output

SEARCH_INDEX: Final = "search/search_index.json"
"""Path of the search index below the root of the site."""


@dataclass(frozen=True)
class Finish:
    """What is done to each page at last."""

    policy: str = ""
    """Content-Security-Policy, or nothing where there is none."""

    def page(self, html: str) -> str:
        """Give a page as it is published."""
        return self._ruled(conceal(with_plain_tooltips(with_mends(html))))

    def alone(self, html: str) -> str:
        """Give a page in which the theme, whose faults are mended elsewhere, has no part."""
        return self._ruled(conceal(unindented(html)))

    def outputs(self, outputs: Iterable[Output]) -> Iterator[Output]:
        """Give files that are none of the generator's as they are published."""
        for output in outputs:
            if output.target.endswith(".html"):
                made_of = output.made_of and (self.policy, output.made_of)
                yield Output(output.target, partial(self._text, output), made_of)
            else:
                yield output

    def _text(self, output: Output) -> str:
        return self.alone(output.text)

    def _ruled(self, html: str) -> str:
        return with_policy(html, self.policy) if self.policy else html

    def search_index(self, site: Path) -> None:
        """Write the search index anew as it is published, if there is one."""
        index = site / SEARCH_INDEX
        if index.is_file():
            text = index.read_text(encoding="utf-8")
            index.write_text(conceal_json(text), encoding="utf-8", newline="\n")
