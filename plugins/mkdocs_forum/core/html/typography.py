"""French typography: the spaces that belong before and inside some signs.

The signs and their spaces follow the *Lexique des règles typographiques en usage à
l'Imprimerie nationale* (2002): a thin space that doesn't break before `; ! ?` and inside
guillemets, a full one before the colon and between a number and its per cent sign.
"""

import re

from mkdocs_forum.core.html.tree import Text

THIN = "\u202f"
"""NARROW NO-BREAK SPACE."""
FULL = "\u00a0"
"""NO-BREAK SPACE."""

_SPACE = "[ \t\n\u00a0\u2009\u202f]"
# A run of spaces is tried from its beginning only, or a long one would take its square in steps.
_SPACES = f"(?<!{_SPACE}){_SPACE}+"
_RULES = (
    (re.compile(rf"{_SPACES}(?=[;!?»])"), THIN),
    (re.compile(rf"(?<=«){_SPACES}"), THIN),
    (re.compile(rf"{_SPACES}(?=:(?:\s|$))"), FULL),
    (re.compile(rf"(?<=\d){_SPACES}(?=%)"), FULL),
)


def typeset(text: str) -> str:
    """Set the spaces of French prose, only where its author put one.

    Applied twice, it changes nothing more.
    """
    for rule, space in _RULES:
        text = rule.sub(space, text)
    return text


def typeset_text(text: Text) -> Text:
    """Set the spaces of French prose in a rendered text, save in code and attributes."""
    return text.rewritten(text=typeset)
