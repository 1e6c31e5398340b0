"""What templates may do with the values that they show."""

import pytest
from jinja2 import Environment

from mkdocs_forum.core.model.settings import Settings
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
