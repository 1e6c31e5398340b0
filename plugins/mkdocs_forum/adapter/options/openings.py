"""What opens that which other plugins would run in a text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.core.reading.notations import MACROS, SIGNS


def openings(config: MkDocsConfig) -> Iterator[str]:
    """Give the patterns of what opens that which plugins would run, as these are configured."""
    for name, plugin in config.plugins.items():
        # A hook is a module: it has no options.
        given = dict(_options(getattr(plugin, "config", {})))
        for end, sign in SIGNS.items():
            own = [value for key, value in given.items() if key.endswith(end) and value]
            if not own and name.rpartition("/")[2] in MACROS:
                own = [sign]
            yield from (re.escape(str(written)) for written in own)
        if tag := given.get("opening_tag"):
            yield rf"{re.escape(str(tag))}[-+]?\s*include"


def _options(options: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the options of a plugin, and those within them."""
    for key, value in options.items():
        yield str(key), value
        if isinstance(value, Mapping):
            yield from _options(value)
