"""Which notations a text may not hold depends on how the site's plugins are configured."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from mkdocs_forum.adapter.options.forum import settings_of
from mkdocs_forum.core.reading.notations import refused
from tests.sites import configuration, write

CASES: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "no reader": ("other", {"x": "{{"}, set()),
    "macros": ("macros", {"j2_block_start_string": ""}, {"{{ a", "{% a"}),
    "macros with signs of their own": (
        "macros",
        {"j2_block_start_string": "[[%", "j2_variable_start_string": "[[", "module_name": "main"},
        {"[[ a", "[[% a"},
    ),
    "macros with one sign of their own": (
        "group/macros", {"j2_variable_start_string": "$("}, {"$( a", "{% a"},
    ),
    "options within options": (
        "markdownextradata",
        {"jinja_options": {"variable_start_string": "<<", "comment_start_string": "<#"}},
        {"<< a", "{% a"},
    ),
    "includes": ("include-markdown", {"opening_tag": "{%"}, set()),
    "includes with a sign of their own": (
        "include-markdown", {"opening_tag": "<!--"}, {"<!--\ninclude a", "<!-- include-markdown a"},
    ),
}  # fmt: skip
SOME = {
    *("{{ a", "{% a", "[[ a", "[[% a", "$( a", "<< a", "<# a", "{# a"),
    *("<!--\ninclude a", "<!-- include-markdown a", "<!-- a"),
}


@pytest.mark.parametrize("case", CASES)
def test_signs_of_plugins(tmp_path: Path, case: str) -> None:
    """What opens a notation of a plugin is refused as the organisers have configured it."""
    name, options, expected = CASES[case]
    write(tmp_path, {"mkdocs.yml": configuration(), "docs/index.md": ""})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    plugin: BasePlugin[Any] = BasePlugin()
    plugin.config = options
    config.plugins[name] = plugin
    settings = settings_of(config.plugins["forum"].config, config, live=False)
    patterns = refused(settings)
    found = {text for text in SOME if any(pattern.search(text) for pattern in patterns)}
    assert found == expected
