"""The theme's shell around what a page shows, rendered once for all pages that have the same.

A shell is that of a made-up page with marks in place of what differs: title, description, address,
contents and text. What is published of it is finished once, too. Where the theme's templates, or
what they are given, aren't those that are known, pages are rendered whole, as the theme does it.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import ChoiceLoader, DictLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_forum.adapter.theme.finish import Finish
from mkdocs_forum.adapter.theme.folders import own_folders
from mkdocs_forum.adapter.theme.mends import mended
from mkdocs_forum.core.html.finish import conceal
from mkdocs_forum.core.model.addresses import folders_of
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.citing.citations import Citations
from mkdocs_forum.core.pages.environment import prepare

TEMPLATE: Final = "forum/page.html"
"""Template of every page of the forum: it calls `Shells.page`."""
OWN_TEMPLATE: Final = "forum/own.html"
"""Template of every other page that names none."""
_BARE = {"main.html": "{% block content %}{% endblock %}"}
"""Stands for the theme where what a page shows is rendered: its templates fill this block alone."""

_MARKS = ("title", "name", "description", "address", "head", "skip", "toc", "content")
_WHOLE = ("head", "content")
"""Parts that are whole elements, so that each can be finished by itself."""
_FRAME = '{% extends "forum/main.html" %}{% block content %}{{ forum_content }}{% endblock %}'
_TOC = (
    '{% import "partials/language.html" as lang with context %}'
    "{% set features = config.theme.features or [] %}"
    '{% include "partials/toc.html" %}'
)
_LED_TO = ("follow", "search")
"""Pages of the forum to which the shell leads."""
_META = frozenset({"title", "description", "template", "hide"})
"""Keys of a page's own that the theme's shell reads in a known way."""
_GIVEN = frozenset(
    {
        *("nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version"),
        *("build_date_utc", "config", "page"),
        *("forum_template", "forum_variables", "forum_head", "on_paper"),
        *("forum_title", "forum_way", "forum_section", "excerpts", "passage"),
    }
)
"""What MkDocs and the forum give a template, beside what its page shows."""


def _mark(name: str) -> str:
    return f"__forum_{name}__"


@dataclass(frozen=True)
class _Shell:
    plain: tuple[str, ...]
    """Stretches of HTML, and between them names of marks."""
    finished: tuple[str, ...]
    """The same as they are published."""

    def around(self, parts: Mapping[str, str]) -> tuple[str, str | None]:
        """Give a page, and the page as it is published if that needs no look at the whole."""
        plain = _filled(self.plain, parts)
        others = "".join(parts[name] for name in _MARKS if name not in _WHOLE)
        words = others.replace(parts["toc"], "")
        is_simple = not any(sign in others for sign in ("@", "%40", "&lt;")) and "\n" not in words
        if not is_simple or "md-ellipsis" in parts["content"]:
            return plain, None
        whole = {name: conceal(parts[name]) for name in _WHOLE}
        toc = mended(parts["toc"]).strip("\n")
        return plain, _filled(self.finished, {**parts, **whole, "toc": toc})


class Shells:
    """Renders the pages of the forum."""

    def __init__(
        self, environment: Environment, inner: Environment, config: MkDocsConfig, finish: Finish
    ) -> None:
        """Prepare the rendering.

        Arguments:
            environment: That of the theme.
            inner: Renders what a page shows, without the theme.
            config: The site's configuration.
            finish: What is done to each page at last.
        """
        self._environment, self._inner, self._finish = environment, inner, finish
        self._config = config
        self._is_known = _has_known_theme(config)
        self._frame, self._toc = environment.from_string(_FRAME), environment.from_string(_TOC)
        self._shells: dict[tuple[object, ...], _Shell | None] = {}
        self._folders: frozenset[str] | None = None
        self._last: tuple[str, str | None] = "", None

    @pass_context
    def page(self, context: Context) -> Markup:
        """Give the page that is rendered, in a template."""
        variables = context.get_all()
        template, page = variables["forum_template"], variables["page"]
        if not self._is_known or not self._knows(variables):
            return Markup(self._environment.get_template(template).render(variables))
        content = self._inner.get_template(template).render(variables)
        shell = self._shell_of(page, variables) if _is_usual(page, variables) else None
        if shell is None:
            return Markup(self._whole(content, variables))
        self._last = shell.around(self._parts(page, content, variables))
        return Markup(self._last[0])

    def finished(self, html: str) -> str:
        """Give a page as it is published."""
        plain, finished = self._last
        return finished if finished is not None and html == plain else self._finish.page(html)

    def _knows(self, variables: Mapping[str, Any]) -> bool:
        """Whether a template is given nothing but what is known."""
        known = {*_GIVEN, *variables["forum_variables"], *self._environment.globals}
        return variables["config"] is self._config and variables.keys() <= known

    def _whole(self, content: str, variables: Mapping[str, Any]) -> str:
        """Render the theme around what a page shows."""
        return self._frame.render({**variables, "forum_content": content})

    def _shell_of(self, page: Page, variables: Mapping[str, Any]) -> _Shell | None:
        """Give the shell of a page; nothing where that isn't what the theme renders."""
        key = (
            variables["base_url"],
            variables["forum_section"],
            self._folder(page.url, variables["nav"]),
            *page.meta.get("hide", ()),
            bool(page.meta.get("description")),
            bool(page.canonical_url),
        )
        if key not in self._shells:
            shell = self._made(page, variables)
            plain, _ = shell.around(self._parts(page, "", variables))
            self._shells[key] = shell if plain == self._whole("", variables) else None
        return self._shells[key]

    def _made(self, page: Page, variables: Mapping[str, Any]) -> _Shell:
        """Render the shell of a page."""
        file = File.generated(self._config, page.file.src_uri, content="")
        blank = Page(_mark("title"), file, self._config)
        blank.meta = {
            key: _mark(key) if key in _MARKS else value for key, value in page.meta.items()
        }
        blank.canonical_url = page.canonical_url and _mark("address")
        blank.edit_url = None
        blank.content = ""
        blank.toc = TableOfContents([AnchorLink(_mark("skip"), _mark("skip"), 2)])
        given = {
            **variables,
            "page": blank,
            "forum_head": Markup(_mark("head")),
            "forum_title": _mark("name"),
        }
        html = self._whole(_mark("content"), given)
        html = html.replace(self._toc.render(given), _mark("toc"))
        return _Shell(_cut(html), _cut(self._finish.page(html)))

    def _parts(self, page: Page, content: str, variables: Mapping[str, Any]) -> dict[str, str]:
        """Give what stands in place of the marks."""
        return {
            "title": page.meta["title"],
            "name": str(escape(variables["forum_title"])),
            "description": page.meta.get("description", ""),
            "address": page.canonical_url or "",
            "head": variables["forum_head"],
            "skip": next(iter(page.toc)).id,
            "toc": self._toc.render(variables),
            "content": content,
        }

    def _folder(self, url: str, nav: Navigation) -> str:
        """Give the folder of a page as far as a link of the shell leads into it, too."""
        if self._folders is None:
            targets = [*_addresses(nav.items), *map(str, self._config.extra_javascript)]
            targets += [*self._config.extra_css, "assets/", "search/"]
            targets += [str(self._environment.globals[f"forum_{name}"]) for name in _LED_TO]
            footer: Any = self._environment.globals["forum_footer"]
            targets += [link.url for link in footer]
            self._folders = frozenset(folder for path in targets for folder in folders_of(path))
        folder = posixpath.dirname(url)
        while folder and folder not in self._folders:
            folder = posixpath.dirname(folder)
        return folder


def without_theme(config: MkDocsConfig, settings: Settings) -> Environment:
    """Give what renders the forum's templates without the theme around them."""
    environment = prepare(config.theme.get_env(), settings)
    assert environment.loader
    environment.loader = ChoiceLoader([DictLoader(_BARE), environment.loader])
    return environment


def offer(environment: Environment, citations: Citations) -> Environment:
    """Let templates tell how texts are cited."""
    environment.globals["forum_citations"] = citations
    return environment


def _has_known_theme(config: MkDocsConfig) -> bool:
    """Whether every template of the site is that of Material, of MkDocs or of the forum."""
    is_linked = any(key in config.extra for key in ("alternate", "homepage"))
    return not is_linked and not own_folders(config)


def _is_usual(page: Page, variables: Mapping[str, Any]) -> bool:
    """Whether the shell of a page shows nothing of it but what the marks stand for."""
    return (
        page.meta.keys() <= _META
        and bool(page.meta.get("title"))
        and bool(page.toc)
        and not (page.parent or page.edit_url or page.is_homepage)
        and not (page.previous_page or page.next_page)
        and page not in variables["nav"].pages
    )


def _addresses(items: Iterable[StructureItem]) -> Iterator[str]:
    for item in items:
        yield getattr(item, "url", None) or ""
        yield from _addresses(getattr(item, "children", None) or ())


def _cut(html: str) -> tuple[str, ...]:
    """Cut HTML at its marks."""
    pieces = [html]
    for name in _MARKS:
        cut: list[str] = []
        for number, piece in enumerate(pieces):
            found = piece.split(_mark(name)) if number % 2 == 0 else [piece]
            cut.append(found[0])
            for rest in found[1:]:
                cut += [name, rest]
        pieces = cut
    return tuple(pieces)


def _filled(pieces: tuple[str, ...], parts: Mapping[str, str]) -> str:
    """Put what stands there in place of the names of marks."""
    filled = list(pieces)
    filled[1::2] = [parts[name] for name in pieces[1::2]]
    return "".join(filled)
