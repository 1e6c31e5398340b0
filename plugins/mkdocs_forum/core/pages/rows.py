"""Rows and cards of lists: each is rendered once, however many pages show it."""

import re
from functools import cached_property
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from mkdocs_forum.core.model.addresses import relative
from mkdocs_forum.core.pages.output import Place

_ADDRESS = re.compile(r'( (?:href|src)=")(?!#|/|[a-zA-Z][\w+.-]*:)([^"]*)')
"""An address in a row; templates write no other quotes than those of attributes."""


class Rows:
    """Renders rows and cards by the macros of their names."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[Any, ...], str] = {}

    @cached_property
    def _macros(self) -> TemplateModule:
        """The macros, which render rows as they would stand at the root of the site."""
        template = self._environment.get_template("forum/partials/macros.html")
        return template.make_module({"page": Place("")})

    @pass_context
    def __call__(self, context: Context, macro: str, view: Any, *options: Any) -> Markup:
        """Give a row as it stands in the page that is rendered; see `placed`."""
        return Markup(self.placed(context["page"].url, macro, view, *options))

    def placed(self, here: str, macro: str, view: Any, *options: Any) -> str:
        """Give a row as it stands in a page.

        Arguments:
            here: Address of the page.
            macro: Name of the macro that renders it.
            view: What it shows.
            options: Further arguments of the macro.
        """
        key = (macro, id(view), *options)  # Views live as long as the site is built.
        if key not in self._made:
            self._made[key] = getattr(self._macros, macro)(view, *options)
        return _ADDRESS.sub(lambda found: found[1] + relative(found[2], here), self._made[key])
