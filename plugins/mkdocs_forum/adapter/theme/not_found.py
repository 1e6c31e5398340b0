"""The page for an address that leads nowhere, in place of the theme's, which is in English."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, Template

from mkdocs_forum.adapter.theme.folders import material

PAGE: Final = "404.html"
"""Name of the theme's template, and of the page that hosts show for such an address."""


def template_for(name: str, template: Template, environment: Environment) -> Template:
    """Give the forum's template for such an address, unless the site has one of its own.

    Arguments:
        name: Name of the template that is about to be rendered.
        template: What the theme has for it.
        environment: That of the theme, prepared for the forum's templates.
    """
    is_themes = Path(template.filename or "").is_relative_to(material())
    if name != PAGE or not is_themes:
        return template
    return environment.get_template("forum/not-found.html")
