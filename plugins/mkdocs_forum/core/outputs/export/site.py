"""What an export has beside its pages: the configuration of a generator, and what to do with it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import yaml

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.export.columns import EXTENSIONS
from mkdocs_forum.core.outputs.export.index import INDEX
from mkdocs_forum.core.words.language import Language

DOCS: Final = "docs"
"""Folder of the pages."""


def configuration(
    settings: Settings, theme: Mapping[str, Any], nav: object, styles: Sequence[str]
) -> str:
    """Give the `mkdocs.yml` of an export, which MkDocs, ProperDocs and Zensical read.

    Arguments:
        settings: The options of the forum.
        theme: What the theme of the site is set to, its name left out.
        nav: The navigation of the site.
        styles: Paths of the style sheets that the site has of its own.
    """
    told = {
        "site_name": settings.site_name,
        "site_url": settings.site_url,
        "site_description": settings.site_description,
        "copyright": settings.rights,
    }
    options = {
        **{key: value for key, value in told.items() if value},
        "use_directory_urls": settings.directory_urls,
        "theme": {"name": "material", "language": settings.language, "font": False, **theme},
        "plugins": ["search"],
        "markdown_extensions": list(EXTENSIONS),
        **({"extra_css": list(styles)} if styles else {}),
        "nav": nav,
        # The pages that the navigation leaves out are found from those that it names.
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    return yaml.safe_dump(options, allow_unicode=True, sort_keys=False)


def readme(settings: Settings) -> str:
    """Say what an export is, and how a site is made of it."""
    tell = Language(settings.language).tell
    start = tell("Read them here")
    index = tell(
        "{index} names every address of the site, the file that answers at it, and where former "
        "addresses lead."
    )
    blocks = [
        f"# {settings.site_name}",
        tell(
            "These are the published pages of the forum as plain Markdown, without drafts and "
            "without scripts. 'mkdocs-forum export' wrote them: whatever is changed here is lost "
            "with the next export."
        ),
        f"[{start}]({DOCS}/index.md)",
        tell("Zensical makes a site of them, with the same addresses:"),
        "    pip install zensical\n    zensical build",
        tell("MkDocs does, too, also without the theme Material:"),
        "    pip install mkdocs\n    mkdocs build --theme mkdocs",
        index.format(index=f"[{INDEX}]({INDEX})"),
    ]
    return "\n\n".join(blocks) + "\n"
