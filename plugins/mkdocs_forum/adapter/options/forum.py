"""The plugin's options in `mkdocs.yml`, and the settings that they give."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_forum.adapter.options.openings import openings
from mkdocs_forum.adapter.options.speech import spoken, theme_language
from mkdocs_forum.adapter.options.types import Engine, Pattern, Slugs, repeated
from mkdocs_forum.core.diagrams.mermaid import find_mermaid
from mkdocs_forum.core.formulas.mathml import EXTRA as MATHS_EXTRA
from mkdocs_forum.core.model.settings import (
    FOLDERS,
    PAPERS,
    PDF_CHOICES,
    PROCEEDINGS,
    WORDS,
    Settings,
)
from mkdocs_forum.core.model.types import EMAIL
from mkdocs_forum.core.outputs.cards.kept import EXTRA as CARDS_EXTRA
from mkdocs_forum.core.printing.pdf.chromium_program import MISSING, find_chromium
from mkdocs_forum.core.printing.pdf.engines import EXTRA
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.reading.notations import READERS
from mkdocs_forum.core.repository.forge import FORGES, NONE, guess_forge
from mkdocs_forum.core.repository.history import build_day, path_in_repository
from mkdocs_forum.core.words.languages import LANGUAGES, conventions

_UNKNOWN = (
    "Nothing tells which program runs at '{host}', so no page links there. "
    f"Write 'forge: ' and one of: {', '.join((*FORGES, NONE))}."
)

THEME_KEYS = frozenset(
    {
        *("author", "comments", "description", "hide", "icon", "image", "location", "robots"),
        *("search", "social", "status", "subtitle", "tags", "template", "title"),
    }
)
"""Keys by which a page chooses its template, hides or excludes itself, or that a theme prints."""


class ForumOptions(base.Config):
    """Options of the plugin; none is needed."""

    language = c.Optional(c.Choice(LANGUAGES))
    """Language of the interface; by default the theme's, if there is a catalogue for it."""
    folders = Slugs(frozenset(FOLDERS["en"]))
    """Folders of the entries, where they have other names than in `FOLDERS`."""
    words = Slugs(frozenset(WORDS["en"]))
    """Words of addresses, where they are other than in `WORDS`."""
    question_heading = c.Optional(Pattern())
    """Matches the start of the heading above a questions; by default as the language has it."""
    page_size = c.Type(int, default=Settings.page_size)
    """Items on one page of a listing."""
    repository = c.Optional(c.URL())
    """Address of the repository on its forge, for links to edit and to answer."""
    forge = c.Optional(c.Choice((*FORGES, NONE)))
    """Program that shows the repository; by default what its address tells."""
    branch = c.Type(str, default=Settings.branch)
    """Branch that contributions go to."""
    licence = c.Type(str, default=Settings.licence)
    """Licence that authors of new texts are asked to agree to."""
    email = c.Type(str, default=Settings.email)
    """Address to which contributions can be sent by mail."""
    contacts = c.ListOfItems(c.Type(str), default=[])
    """Numbers and addresses that texts may tell, since they are no person's."""
    extra_keys = c.ListOfItems(c.Type(str), default=[])
    """Keys of the frontmatter that other plugins read."""
    legal_notice = c.Optional(c.Type(str))
    """Path of the page that says who publishes the site; by default as the language has it."""
    content_security_policy = c.Type(bool, default=True)
    """Whether pages say which scripts may run; never in the live view, which adds its own."""
    typography = c.Type(bool, default=Settings.typography)
    """Whether the spaces of French prose are set."""
    paper = c.Choice(PAPERS, default=Settings.paper)
    """Size of the paper that talks and proceedings are printed on."""
    proceedings = c.Optional(c.Choice(PROCEEDINGS))
    """Whether the talks of proceedings run on, or begin pages; by default as their length wants."""
    maths = c.Type(bool, default=Settings.maths)
    """Whether formulas are set as MathML, without a script."""
    pdf = Engine(default="")
    """Whether talks and proceedings are written as PDF, too, and by which of `PDF_ENGINES`."""
    pdf_choices = c.ListOfItems(c.Choice(PDF_CHOICES), default=[])
    """What there is of each talk as PDF beside the whole: a work sheet, large print."""
    epub = c.Type(bool, default=Settings.epub)
    """Whether editions are written as books for readers of EPUB, too."""
    search = c.Type(bool, default=Settings.search)
    """Whether the site has a search of its own, in place of the theme's."""
    cards = c.Type(bool, default=Settings.cards)
    """Whether talks and questions have a picture, which those see to whom their page is sent."""
    notice = c.Type(str, default=Settings.notice)
    """What every page says above all else."""

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Check each option, then what no option can tell by its type."""
        failed, warnings = super().validate()
        if not failed:
            failed += [(key, base.ValidationError(told)) for key, told in self._told()]
        host = urlsplit(self.repository or "").netloc
        if host and not self.forge and not guess_forge(self.repository or ""):
            warnings.append(("forge", _UNKNOWN.format(host=host)))
        return failed, warnings

    def _told(self) -> Iterator[tuple[str, str]]:
        if self.pdf == "weasyprint" and find_spec("weasyprint") is None:
            yield "pdf", f"PDF documents need WeasyPrint: type {EXTRA}"
        if self.pdf == "chromium" and not find_chromium():
            yield "pdf", MISSING
        if self.maths and find_spec("ziamath") is None:
            yield "maths", f"Formulas need latex2mathml and ziamath: type {MATHS_EXTRA}"
        if self.cards and find_spec("PIL") is None:
            yield "cards", f"Pictures of talks need Pillow: type {CARDS_EXTRA}"
        if self.email and not re.fullmatch(EMAIL, self.email):
            yield "email", f"'{self.email}' is no address: write one such as name@example.org."
        if self.page_size < 1:
            yield "page_size", "Write a whole number from 1."
        known = {key for model in MODELS.values() for key in model.model_fields}
        for key in sorted(known.intersection(self.extra_keys)):
            yield "extra_keys", f"'{key}' is a key of the forum's own."
        for key in sorted(THEME_KEYS.intersection(self.extra_keys)):
            yield "extra_keys", f"'{key}' tells the theme how to show a page: not in an entry."


def settings_of(
    options: ForumOptions, config: MkDocsConfig, *, live: bool, docs: Path | None = None
) -> Settings:
    """Give the settings of a site.

    Arguments:
        options: The plugin's options.
        config: The site's configuration.
        live: Whether the site is shown live, drafts included.
        docs: Folder of the texts in the repository; by default the one that is configured.

    Raises:
        PluginError: Two folders or two words have one name, or the day can't be told.
    """
    docs = docs or Path(config.docs_dir)
    return replace(
        chosen(options, theme_language(config)),
        notations=frozenset(
            kind for plugin, kind in READERS.items() if _has_plugin(config, plugin)
        ),
        openings=frozenset(openings(config)),
        tex="pymdownx.arithmatex" in config.markdown_extensions and not options.maths,
        diagrams=any("mermaid" in str(script) for script in config.extra_javascript),
        draws=find_mermaid() is not None,
        site_name=config.site_name,
        site_description=config.site_description or "",
        site_url=config.site_url or "",
        rights=config.copyright or "",
        drafts=live,
        today=_day(docs, live=live),
        directory_urls=config.use_directory_urls,
        unheard=_unheard(config),
        docs_path=path_in_repository(docs) or _path_from_configuration(docs, config),
    )


def _day(docs: Path, *, live: bool) -> date:
    try:
        return build_day(docs, live=live)
    except ValueError as error:
        raise PluginError(str(error)) from error


def chosen(options: ForumOptions, theme: str) -> Settings:
    """Give the settings that depend on the plugin's options and the theme's language alone.

    Raises:
        PluginError: Two folders or two words have one name.
    """
    language = options.language or spoken(theme)
    own = conventions(language)
    folders = {**own.folders, **options.folders}
    words = {**own.words, **options.words}
    for name, given in (("folders", folders), ("words", words)):
        if twice := repeated(given.values()):
            raise PluginError(f"Plugin 'forum', option '{name}': '{twice}' is given twice.")
    return Settings(
        language=language,
        folders=MappingProxyType(folders),
        words=MappingProxyType(words),
        question_heading=options.question_heading or re.compile(own.question_heading),
        page_size=options.page_size,
        contacts=tuple(options.contacts),
        extra_keys=frozenset(options.extra_keys),
        legal_notice=options.legal_notice or own.legal_notice,
        typography=options.typography,
        paper=options.paper,
        proceedings=options.proceedings or "",
        maths=options.maths,
        pdf=options.pdf,
        pdf_choices=tuple(options.pdf_choices),
        epub=options.epub,
        search=options.search,
        cards=options.cards,
        notice=options.notice,
        repository=options.repository,
        forge=options.forge or "",
        branch=options.branch,
        licence=options.licence,
        email=options.email,
    )


def _path_from_configuration(docs: Path, config: MkDocsConfig) -> str:
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name


def _unheard(config: MkDocsConfig) -> frozenset[str]:
    """Give the codes of dead links that the organisers turned off, as for MkDocs.

    Dead anchors are told at MkDocs' default, by which it only notes them, and not below.
    """
    levels = config.validation.links
    files = {"F305", "F307"} if levels.not_found < logging.WARNING else set()
    anchors = {"F306"} if levels.anchors < logging.INFO else set()
    return frozenset(files | anchors)


def _has_plugin(config: MkDocsConfig, name: str) -> bool:
    return any(plugin.rpartition("/")[2] == name for plugin in config.plugins)


def shown_root(config: MkDocsConfig) -> str:
    """Give what stands before the path of an entry where it is told to people.

    Returns:
        The docs folder, ending in `/`: as it is seen from the working folder if it lies in
        there, else from the folder of the configuration.
    """
    docs, here = Path(config.docs_dir).resolve(), Path.cwd()
    if not docs.is_relative_to(here) and config.config_file_path:
        here = Path(config.config_file_path).resolve().parent
    shown = docs.relative_to(here) if docs.is_relative_to(here) else docs
    return f"{shown.as_posix()}/"
