"""The rulebook: all that a form on the site has to know in order to propose, to judge and to write.

Patterns, limits and sentences are those of the rules themselves, and the entries those of the site
as it was built. It holds what is told before anything is sent; the check tells the rest.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.faults.diagnostic import LONGEST
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.compose import LONGEST_NAME, heading
from mkdocs_forum.core.forms.directory import decisions, directory, pictures
from mkdocs_forum.core.forms.materials import materials, materials_only
from mkdocs_forum.core.forms.page_fields import ASKED, fields
from mkdocs_forum.core.forms.write import ESCAPED
from mkdocs_forum.core.html.finish import conceal_json
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.topics import PLURAL
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.reading.files import INSTEAD, PICTURES
from mkdocs_forum.core.reading.further_files import OPENING
from mkdocs_forum.core.reading.limits.file_size import LARGEST
from mkdocs_forum.core.reading.notations import refused
from mkdocs_forum.core.reading.questions.bullets import BULLET
from mkdocs_forum.core.reading.values import BARE
from mkdocs_forum.core.repository.forge import edit_root, kind_of_forge, new_file_url, upload_url
from mkdocs_forum.core.words.characters import BREAKS
from mkdocs_forum.core.words.contacts import CONTACT
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.patterns import portable
from mkdocs_forum.core.words.slugs import LETTERS, RESERVED
from mkdocs_forum.core.words.slugs import LONGEST as LONGEST_SLUG
from mkdocs_forum.core.words.typography.replacements import replacements

RULEBOOK: Final = "assets/forum/rulebook.json"
"""Path of the rulebook below the root of the site."""

Json = dict[str, Any]

TOLD: Final = (
    *(Sentence.UNFIT, Sentence.WRITE_LINE, Sentence.NAME_TAKEN, Sentence.CALL_IT),
    *(Sentence.NO_QUESTION, Sentence.NO_MORE_ANSWERS, Sentence.OTHER_QUESTION),
    *(Sentence.NO_TEXT, Sentence.WRITE_QUESTION, Sentence.HAS_QUESTIONS, Sentence.AMONG_THEM),
    *(Sentence.LARGE_FILE, Sentence.DIVIDE, Sentence.BRINGS_IN, Sentence.WRITE_TEXT),
    *(Sentence.ANOTHER_FILE, Sentence.SEND_APART),
    *(Sentence.LARGE_MATERIAL, Sentence.SMALLER_MATERIAL),
)
"""What the scripts tell."""

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
    tell = Language(settings.language).tell
    return {
        "language": settings.language,
        "docs": settings.docs_path,
        "folders": {kind: settings.folders[kind] for kind in ASKED},
        "licence": settings.licence,
        "email": settings.email,
        "forge": {
            "kind": kind_of_forge(settings),
            "new": new_file_url(settings) or "",
            "upload": upload_url(settings) or "",
        },
        "fields": {kind: fields(kind, tell) for kind in ASKED},
        "rules": _rules(settings),
        "notation": {
            name: sign in site.render(text, f"{settings.folders['talks']}/")
            for name, (text, sign) in _PROBES.items()
        },
        "typography": [
            [portable(pattern), text] for pattern, text in replacements(settings.typeset_in())
        ],
        "sentences": {sentence.name: tell(sentence) for sentence in TOLD},
        "entries": directory(library, settings),
        "decisions": {**decisions(library, settings), "edit": edit_root(settings) or ""},
        "materials": materials(tell),
        "materials_only": materials_only(tell),
        "pictures": {
            "taken": pictures(site.addresses, library, settings),
            "endings": list(PICTURES),
            "instead": [
                {"endings": sorted(endings), "hint": hint.tell(tell)} for endings, hint in INSTEAD
            ],
        },
    }


def _rules(settings: Settings) -> Json:
    return {
        "brief": LONGEST,
        "letters": {
            "longest": LONGEST_SLUG,
            "reserved": sorted(RESERVED),
            "spelt": {chr(code): letters for code, letters in LETTERS.items()},
            "plural": portable(PLURAL),
            "breaks": portable(re.compile(f"[{BREAKS}]")),
            "unseen": portable(ESCAPED),
        },
        "bare_site": portable(BARE, "^(?:{})$"),
        "contact": portable(CONTACT),
        "further_file": portable(OPENING),
        "largest_file": LARGEST,
        "notations": [portable(pattern) for pattern in refused(settings)],
        "questions": {
            "heading": portable(settings.question_heading, "^(?:{})"),
            "bullet": portable(BULLET, "^(?:{})$"),
            "title": heading(settings),
            "longest_name": LONGEST_NAME,
        },
    }
