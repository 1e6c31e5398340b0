"""A small page at each former address that leads to the present one."""

from collections.abc import Iterator
from functools import partial

from jinja2 import Environment

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import all_redirects
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.output import Output, Place


def redirect_pages(
    library: Library, settings: Settings, environment: Environment
) -> Iterator[Output]:
    """Make every redirect.

    Arguments:
        library: The forum's entries.
        settings: The options.
        environment: Prepared for the forum's templates.
    """
    for redirect in all_redirects(library, settings):
        yield redirect_page(redirect.target, redirect.url, environment)


def redirect_page(target: str, url: str, environment: Environment) -> Output:
    """Make the page at a former address.

    Arguments:
        target: Path of its HTML file below the root of the site.
        url: The present address, relative to that root.
        environment: Prepared for the forum's templates.
    """
    template = environment.get_template("forum/redirect.html")
    page = Place(target.removesuffix("index.html"))
    return Output(target, partial(template.render, page=page, url=url), url)
