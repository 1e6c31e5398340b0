"""The map of a site that is served: MkDocs makes it of all pages, with the events of plugins."""

import gzip
from io import BytesIO
from typing import Final

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_timestamp

from mkdocs_forum.adapter.theme.sitemap import NAME

SITEMAPS: Final = frozenset({NAME, f"{NAME}.gz"})
"""Paths of the map and of the same in few bytes, below the root of the site."""


def sitemap(
    target: str, files: Files, config: MkDocsConfig, nav: Navigation, environment: Environment
) -> bytes:
    """Give the map of a site at one of `SITEMAPS`, with the days that its pages have."""
    plugins = config.plugins
    template = environment.get_template(NAME)
    template = plugins.on_pre_template(template, template_name=NAME, config=config)
    context = get_context(nav, files, config, base_url=".")
    context = plugins.on_template_context(context, template_name=NAME, config=config)
    # The plugin may know the files of a build that failed since.
    context["pages"] = files.documentation_pages()
    text = template.render(context)
    text = plugins.on_post_template(text, template_name=NAME, config=config)
    return text.encode() if target == NAME else _packed(text.encode(), files)


def _packed(held: bytes, files: Files) -> bytes:
    pages = [file.page for file in files.documentation_pages() if file.page]
    packed = BytesIO()
    day = get_build_timestamp(pages=pages)
    with gzip.GzipFile(filename=NAME, fileobj=packed, mode="wb", mtime=day) as file:
        file.write(held)
    return packed.getvalue()
