"""How texts of contributions are rendered: as on GitHub, with the extensions of the site."""

from collections.abc import Callable
from typing import Final

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import is_contribution

_NOTES = "footnotes"
FURTHER: Final = (_NOTES, "pymdownx.tasklist")
"""Extensions for what GitHub reads and the renderer doesn't by itself."""


def github(config: MkDocsConfig, reads: Callable[[Markdown], bool]) -> GfmExtension:
    """Give what lets a site's renderer read some texts as GitHub does.

    Arguments:
        config: The site's configuration.
        reads: Tells whether the text that is being rendered is one of them.
    """
    notes = {"USE_DEFINITION_ORDER": False, **config.mdx_configs.get(_NOTES, {})}
    return GfmExtension(reads, FURTHER, {**config.mdx_configs, _NOTES: notes})


def for_contributions(config: MkDocsConfig, settings: Settings) -> GfmExtension:
    """Give what lets a site's renderer read contributions as GitHub does."""
    return github(config, lambda md: is_contribution(source_of(md) or "", settings))


def renderer(config: MkDocsConfig, settings: Settings) -> Callable[[str, str], str]:
    """Give what renders the text of a file with the site's extensions as they are now."""
    extensions, configs = list(config.markdown_extensions), dict(config.mdx_configs)

    def render(text: str, path: str) -> str:
        gfm = github(config, lambda _: is_contribution(path, settings))
        return Markdown(extensions=[*extensions, gfm], extension_configs=configs).convert(text)

    return render


def source_of(md: Markdown) -> str | None:
    """Tell which file is being rendered: the processor of relative links knows it."""
    if "relpath" not in md.treeprocessors:
        return None
    path: str = md.treeprocessors["relpath"].file.src_uri  # type: ignore[attr-defined]
    return path
