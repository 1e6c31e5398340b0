"""What templates may do with the values that they show."""

from importlib.resources import files

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.assets import STYLE, assets, drawn_icons
from mkdocs_forum.core.pages.environment import prepare

LETTERS = {
    "ana@example.org": "mailto:ana@example.org",
    "ana+forum@example.org": "mailto:ana+forum@example.org",
    "r&d@example.org": "mailto:r%26d@example.org",
    "ana?bcc=bob@example.org": "mailto:ana%3Fbcc%3Dbob@example.org",
    "a%0Ab#c@example.org": "mailto:a%250Ab%23c@example.org",
}


@pytest.mark.parametrize("email", LETTERS)
def test_letter(email: str) -> None:
    """A link to an address holds the address alone: no copy for somebody, no text."""
    template = prepare(Environment(), Settings()).from_string("{{ email | forum_mailto }}")
    assert template.render(email=email) == LETTERS[email]


LINES = {
    "<ul>\n  {% for n in [1, 2] %}\n    <li>{{ n }}</li>\n  {% endfor %}\n</ul>": (
        "<ul>\n<li>1</li>\n<li>2</li>\n</ul>"
    ),
    "<b>a</b>\n  {% if true %}<b>b</b>{% endif %}\n  <b>c</b>": "<b>a</b>\n<b>b</b>\n<b>c</b>",
    "<b>a</b>\n  {%- if true %}\n  <b>b</b>\n  {%- endif %}\n  <b>c</b>": (
        "<b>a</b>\n<b>b</b>\n<b>c</b>"
    ),
    "<b>{{ 'a' -}}</b>\n{% set x = 1 -%}\n{% if x %}\n<b>b</b>{% endif %}": "<b>a</b>\n\n<b>b</b>",
    "<pre>\n  {% if true %}\n  a\n  {% endif %}</pre>": "<pre>\n  \n  a\n  </pre>",
}


@pytest.mark.parametrize("source", LINES)
def test_lines_of_a_template(source: str) -> None:
    """No indentation and no line of a tag comes into a page; words stay as far apart."""
    templates = {"forum/a.html": source, "forum/a.txt": source}
    environment = prepare(Environment(loader=DictLoader(templates)), Settings())
    assert environment.get_template("forum/a.html").render() == LINES[source]
    as_written = Environment(loader=DictLoader(templates)).get_template("forum/a.txt").render()
    assert environment.get_template("forum/a.txt").render() == as_written


ICONS = files("material") / "templates/.icons/material"
LOGO = files("mkdocs_forum") / "templates/.icons/forum/logo-drawing.svg"
DRAWINGS = {
    "forum-logo": LOGO,
    **{f"forum-icon--{name}": ICONS / f"{name}.svg" for name in drawn_icons()},
}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_drawing(name: str) -> None:
    """The style sheet draws an icon as its file does."""
    style = next(output.text for output in assets() if output.target == STYLE)
    drawing = DRAWINGS[name].read_text(encoding="utf-8").strip().replace('"', "'")
    rule = f'.{name}{{--forum-icon:url("data:image/svg+xml;charset=utf-8,{drawing}")'
    assert rule in style.replace(": ", ":")


def test_drawn_icon() -> None:
    """Of an icon that the style sheet draws, pages hold the name alone."""
    name = min(drawn_icons())
    icon = prepare(Environment(), Settings()).from_string("{{ forum_icon(name) }}")
    shown = f'<span class="forum-icon forum-icon--{name}" aria-hidden="true"></span>'
    assert icon.render(name=name) == shown
