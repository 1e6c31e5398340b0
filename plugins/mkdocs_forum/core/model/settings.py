"""What an organiser may set, with defaults that need no configuration."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.words.languages import LANGUAGES, conventions

FOLDERS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {code: MappingProxyType(conventions(code).folders) for code in LANGUAGES}
)
"""Folders of the entries by the language of the interface."""
WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {code: MappingProxyType(conventions(code).words) for code in LANGUAGES}
)
"""Words of addresses that are no folders, by the language of the interface."""
PAPERS: Final = ("a4", "letter")
"""Sizes of paper."""
PROCEEDINGS: Final = ("continuous", "chapters")
"""How talks stand in proceedings: one below the other, or each on pages of its own."""
PDF_ENGINES: Final = ("weasyprint", "chromium")
"""What writes PDF documents; the first one is the usual one."""

PDF_CHOICES: Final = ("sheet", "large")
"""What there may be of a talk as PDF beside the whole: a work sheet, large print."""


@dataclass(frozen=True)
class Settings:
    """All options, complete."""

    language: str = "en"
    """Language of the interface: one of `LANGUAGES`."""
    folders: Mapping[str, str] = field(default_factory=lambda: FOLDERS["en"])
    """Folder of each kind of entry and page."""
    words: Mapping[str, str] = field(default_factory=lambda: WORDS["en"])
    """Words of addresses that are no folders."""
    question_heading: re.Pattern[str] = re.compile(conventions("en").question_heading)
    """Matches the start of the heading above a talk's questions."""
    page_size: int = 50
    """Items on one page of a listing."""
    extra_keys: frozenset[str] = frozenset()
    """Keys of the frontmatter that other plugins read."""
    legal_notice: str = conventions("en").legal_notice
    """Path of the page that says who publishes the site."""
    unheard: frozenset[str] = frozenset()
    """Codes of faults of which the organisers don't want to hear."""
    notations: frozenset[str] = frozenset()
    """Kinds of notation by which the site's plugins would run what stands in a text."""
    openings: frozenset[str] = frozenset()
    """Patterns of what opens that which the site's plugins would run, as these are configured."""
    maths: bool = False
    """Whether formulas are set without a script, as MathML."""
    tex: bool = False
    """Whether the site knows formulas and doesn't set them: on paper they stand as TeX."""
    diagrams: bool = False
    """Whether the site has a script of its own that draws diagrams."""
    draws: bool = False
    """Whether a program is there that draws diagrams for paper."""
    typography: bool = True
    """Whether the prose of texts is set as their language wants it."""
    paper: str = "a4"
    """Size of the paper: one of `PAPERS`."""
    proceedings: str = ""
    """How talks stand in proceedings: one of `PROCEEDINGS`; by default as their length wants it."""
    pdf: str = ""
    """By which of `PDF_ENGINES` talks and proceedings are written as PDF, too; nothing if not."""
    pdf_choices: tuple[str, ...] = ()
    """Which of `PDF_CHOICES` there are of each talk, too."""
    epub: bool = False
    """Whether editions are written as books for readers of EPUB, too."""
    search: bool = True
    """Whether the site has a search of its own, in place of the theme's."""
    cards: bool = False
    """Whether talks and questions have a picture, which those see to whom their page is sent."""
    licence: str = ""
    """Licence that authors of new texts are asked to agree to; without one, they are asked whether
    their texts may be published on the site."""
    email: str = ""
    """Address to which contributions can be sent by mail, or nothing."""
    contacts: tuple[str, ...] = ()
    """Numbers and addresses that texts may tell, since they are no person's."""
    notice: str = ""
    """What every page says above all else, as plain text."""
    site_name: str = ""
    """Name of the site."""
    site_description: str = ""
    """What the site says of itself."""
    site_url: str = ""
    """Whole address of the site's root, ending in `/`, or nothing if it isn't known."""
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
    forge: str = ""
    """Program that shows the repository, if its address doesn't tell: a key of `FORGES` in
    `repository/forge.py`, or `none`."""
    branch: str = "main"
    """Branch that contributions go to."""
    docs_path: str = "docs"
    """Path of the docs folder in the repository."""

    def typeset_in(self, language: str | None = None) -> str | None:
        """Give the code by whose rules a text is set; nothing where it stays as it was written.

        Arguments:
            language: Language of the text, by default the site's.
        """
        return (language or self.language).split("-")[0] if self.typography else None
