"""What an organiser may set, with defaults that need no configuration."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = ("fr", "en")
"""Languages of the interface."""

FOLDERS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "fr": {
            "editions": "editions",
            "talks": "interventions",
            "questions": "questions",
            "answers": "reponses",
            "members": "membres",
            "topics": "themes",
            "contribute": "contribuer",
        },
        "en": {
            "editions": "editions",
            "talks": "talks",
            "questions": "questions",
            "answers": "answers",
            "members": "members",
            "topics": "topics",
            "contribute": "contribute",
        },
    }
)
"""Folders of the entries, which are the first words of their pages' addresses too."""

WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "fr": {
            "open": "sans-reponse",
            "unsettled": "a-trancher",
            "answered": "avec-reponse",
            "synthesised": "avec-synthese",
            "closed": "closes",
            "duplicate": "doublons",
            "proceedings": "actes",
            "print": "imprimer",
            "faults": "controles",
            "answer": "repondre",
            "propose": "proposer",
            "introduce": "se-presenter",
            "page": "page",
        },
        "en": {
            "open": "open",
            "unsettled": "unsettled",
            "answered": "answered",
            "synthesised": "synthesised",
            "closed": "closed",
            "duplicate": "duplicates",
            "proceedings": "proceedings",
            "print": "print",
            "faults": "faults",
            "answer": "answer",
            "propose": "propose",
            "introduce": "introduce",
            "page": "page",
        },
    }
)
"""Words of addresses that are no folders."""

NOTICES: Final[Mapping[str, str]] = MappingProxyType(
    {"fr": "mentions-legales.md", "en": "legal-notice.md"}
)
"""Path of the legal notice."""

CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "fr": {"all": "tout", "alone": "seul", "sheet": "feuille", "large": "grand"},
        "en": {"all": "all", "alone": "alone", "sheet": "sheet", "large": "large"},
    }
)
"""What the address of a page to print may end with, after `#`, to choose what is printed."""

PAPERS: Final = ("a4", "letter")
"""Sizes of paper."""


@dataclass(frozen=True)
class Settings:
    """All options, complete."""

    language: str = "en"
    """Language of the interface: one of `LANGUAGES`."""
    folders: Mapping[str, str] = field(default_factory=lambda: FOLDERS["en"])
    """Folder of each kind of entry and page."""
    words: Mapping[str, str] = field(default_factory=lambda: WORDS["en"])
    """Words of addresses that are no folders."""
    question_heading: re.Pattern[str] = re.compile("(?i)question")
    """Matches the start of the heading above a talk's questions."""
    page_size: int = 50
    """Items on one page of a listing."""
    extra_keys: frozenset[str] = frozenset()
    """Keys of the frontmatter that other plugins read."""
    legal_notice: str = NOTICES["en"]
    """Path of the page that says who publishes the site."""
    unheard: frozenset[str] = frozenset()
    """Codes of faults of which the organisers don't want to hear."""
    notations: frozenset[str] = frozenset()
    """Kinds of notation by which the site's plugins would run what stands in a text."""
    openings: frozenset[str] = frozenset()
    """Patterns of what opens that which the site's plugins would run, as these are configured."""
    diagrams: bool = False
    """Whether the site has a script of its own that draws diagrams."""
    typography: bool = True
    """Whether the spaces of French prose are set."""
    paper: str = "a4"
    """Size of the paper: one of `PAPERS`."""
    pdf: bool = False
    """Whether talks and proceedings are written as PDF, too."""
    licence: str = ""
    """Licence that authors of new texts are asked to agree to; without one, they are asked whether
    their texts may be published on the site."""
    email: str = ""
    """Address to which contributions can be sent by mail, or nothing."""
    rights: str = ""
    """What the site says of the rights to its texts, as HTML."""
    drafts: bool = False
    """Whether drafts are shown."""
    today: datetime.date = datetime.date.max
    """Day of the build, which tells what is to come; where nobody names it, all is past."""
    directory_urls: bool = True
    """Whether addresses end in `/` instead of `.html`."""
    repository: str | None = None
    """Address of the repository on its forge."""
    branch: str = "main"
    """Branch that contributions go to."""
    docs_path: str = "docs"
    """Path of the docs folder in the repository."""

    def spaced(self, language: str | None = None) -> bool:
        """Whether a text in `language` (by default the site's) takes the spaces of French."""
        return self.typography and (language or self.language).split("-")[0] == "fr"
