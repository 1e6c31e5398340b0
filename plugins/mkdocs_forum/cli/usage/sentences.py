"""What the command line's library tells of arguments, in the language of the forum.

Click asks the standard library for its sentences, in the domain and language of the process
(https://click.palletsprojects.com/en/stable/support-multilingual/); our catalogues have them, too.
"""

import gettext
import os
import re
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from gettext import ngettext
from pathlib import Path
from typing import Final

from mkdocs_forum.core.words.language import DOMAIN, N_
from mkdocs_forum.core.words.languages import LANGUAGES, LOCALES

SENTENCES: Final = (
    N_("Usage:"),
    N_("Try '{command} {option}' for help."),
    N_("Error: {message}"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("No such option {name!r}."),
    N_("No such option: {name}"),
    N_("No such command {name!r}."),
    N_("Missing command."),
    N_("Option {name!r} does not take a value."),
    N_("Argument {name!r} takes {nargs} values."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Aborted!"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
    ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    ),
)
"""Its sentences that a user may meet; those that it words otherwise one day are told in English."""

_LANGUAGE = re.compile(rf"(?m)(?:^\s+|[{{,]\s*)language:\s*['\"]?({'|'.join(LANGUAGES)})\b")
_OPTIONS = re.compile(r"(?m)^[ \t]*-[ \t]+forum\b(?:.|\n(?=[ \t]+[^\s-]))*")
"""The plugin of the forum with its options."""


def language_of(configuration: Path) -> str | None:
    """Give the language of a forum by its configuration, which may not be sound."""
    try:
        text = configuration.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    options = _OPTIONS.search(text)
    # Where they tell none, it is that of the theme.
    found = (options and _LANGUAGE.search(options[0])) or _LANGUAGE.search(text)
    return found[1] if found else None


@contextmanager
def usage_in_language(arguments: Sequence[str]) -> Iterator[None]:
    """Let what is told of arguments be in the language that they choose, or in the forum's."""
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = _chosen(arguments) or language_of(_configuration(arguments)) or "en"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


def _chosen(arguments: Sequence[str]) -> str | None:
    told = _values(arguments, {"--lang", "--language"})
    return next((value for value in told if value in LANGUAGES), None)


def _configuration(arguments: Sequence[str]) -> Path:
    return Path(next(filter(None, _values(arguments, {"-f", "--config-file"})), "mkdocs.yml"))


def _values(arguments: Sequence[str], names: Container[str]) -> Iterator[str]:
    """Give the values of an option, whichever of its names stands before them."""
    for one, other in zip(arguments, [*arguments[1:], ""], strict=True):
        is_short = not one.startswith("--")
        name, joined, value = (one[:2], one[2:], one[2:]) if is_short else one.partition("=")
        if name in names:
            yield value if joined else other
