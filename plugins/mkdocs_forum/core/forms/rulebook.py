"""The rulebook: all that a form on the site has to know in order to judge as the check does.

Patterns, limits and sentences are those of the rules themselves, and the entries those of the site
as it was built. What it can't hold is told by the check alone: the history of the repository, the
headings of other texts, drafts, and files that were added since.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.faults.diagnostic import LONGEST
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms import write as writing
from mkdocs_forum.core.forms.compose import LONGEST_NAME, heading
from mkdocs_forum.core.forms.directory import directory
from mkdocs_forum.core.forms.page_fields import ASKED, consent_fields, fields
from mkdocs_forum.core.html.finish import conceal_json
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.topics import LONGEST as LONGEST_TOPIC
from mkdocs_forum.core.model.topics import PLURAL
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.reading import values
from mkdocs_forum.core.reading.limits.file_size import LARGEST
from mkdocs_forum.core.reading.notations import refused
from mkdocs_forum.core.repository.forge import kind_of_forge, new_file_url
from mkdocs_forum.core.words.characters import BREAKS, TURNING, UNSEEN
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.patterns import one_of, portable
from mkdocs_forum.core.words.slugs import LETTERS, RESERVED
from mkdocs_forum.core.words.slugs import LONGEST as LONGEST_SLUG

RULEBOOK: Final = "assets/forum/rulebook.json"
"""Path of the rulebook below the root of the site."""

Json = dict[str, Any]

_PROBES: Final[Mapping[str, tuple[str, str]]] = {
    "abbreviations": ("AB\n\n*[AB]: a b", "<abbr"),
    "boxed": ('!!! note "A"\n    b', 'class="admonition'),
    "definitions": ("a\n:   b", "<dl"),
    "footnotes": ("a[^1]\n\n[^1]: b", "<sup"),
}
"""Texts of which a site that knows a notation makes an element: its preview knows it, too."""


def rulebook_file(library: Library, settings: Settings, site: Site) -> Output:
    """Give the rulebook as it is published."""
    made = rulebook(library, settings, site)
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    # Whatever takes the file for a page finds no element in it, and a harvester no address.
    return Output(RULEBOOK, conceal_json(text).replace("<", "\\u003c") + "\n")


def rulebook(library: Library, settings: Settings, site: Site) -> Json:
    """Give the rulebook of a forum; of drafts it says nothing where the library has none."""
    language = Language(settings.language)
    kinds: Json = {kind: {"fields": fields(kind)} for kind in ASKED}
    kinds["members"]["consent"] = consent_fields()
    rules = _rules(settings, site)
    told = {*rules["sentences"].values(), *_sentences(rules), *_sentences(kinds)}
    return {
        "language": settings.language,
        "docs": settings.docs_path,
        "folders": dict(settings.folders),
        "licence": settings.licence,
        "email": settings.email,
        "forge": {"kind": kind_of_forge(settings), "new": new_file_url(settings) or ""},
        "kinds": kinds,
        "rules": rules,
        "messages": {text: language.tell(text) for text in sorted(told)},
        "entries": directory(library, settings),
    }


def _rules(settings: Settings, site: Site) -> Json:
    return {
        "sentences": {sentence.name: str(sentence) for sentence in Sentence},
        "brief": LONGEST,
        "letters": {
            "longest": LONGEST_SLUG,
            "reserved": sorted(RESERVED),
            "spelt": _table(LETTERS),
            "combining": portable(_combining()),
            "plural": portable(PLURAL),
            "longest_topic": LONGEST_TOPIC,
            "breaks": portable(one_of(BREAKS)),
            "unseen": portable(UNSEEN),
            "turning": portable(TURNING),
        },
        "bare_site": portable(values.BARE),
        "writing": _writing(),
        "largest_file": LARGEST,
        "notations": [portable(pattern) for pattern in refused(settings)],
        "questions": {
            "heading": _heading_pattern(settings),
            "title": heading(settings),
            "longest_name": LONGEST_NAME,
        },
        "notation": {name: sign in site.render(text) for name, (text, sign) in _PROBES.items()},
    }


def _table(letters: Mapping[int, Any]) -> dict[str, str]:
    """Give a table of `str.translate` by the letters themselves."""
    return {
        chr(code): chr(other) if isinstance(other, int) else other
        for code, other in letters.items()
    }


@cache
def _combining() -> Any:
    """Give the pattern of the marks that stand on other letters, which slugs leave out."""
    # What lies beyond these planes stands on nothing, and takes its time.
    return one_of(sign for sign in map(chr, range(0x20000)) if unicodedata.combining(sign))


def _writing() -> Json:
    resolvers = {
        pattern.pattern: pattern
        for found in writing.LOADER.yaml_implicit_resolvers.values()
        for _, pattern in found
    }
    return {
        "escaped": portable(writing.ESCAPED),
        "number": portable(writing.NUMBER),
        "typed": [portable(pattern) for pattern in resolvers.values()],
    }


def _heading_pattern(settings: Settings) -> dict[str, str]:
    """Give the organisers' own pattern; what no browser knows finds nothing there."""
    try:
        return portable(settings.question_heading)
    except ValueError:
        return portable(re.compile("(?!)"))


def _sentences(value: object) -> Iterator[str]:
    """Give the sentences in a part of the rulebook, in English."""
    if isinstance(value, Mapping):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for item in value.values():
            yield from _sentences(item)
    elif isinstance(value, list):
        for item in value:
            yield from _sentences(item)
