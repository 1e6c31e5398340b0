"""Pages without a text of their own: a Markdown renderer would be made for each, and do nothing."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class TextlessPage(Page):
    """A page whose text is empty, unless a plugin writes one."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give the page the HTML of its text."""
        if self.markdown is None or self.markdown.strip():
            super().render(config, files)
            return
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def place_textless(files: Files, paths: set[str], nav: Navigation, config: MkDocsConfig) -> None:
    """Give files that hold no text a page that knows it, save those that the navigation shows."""
    shown = {page.file.src_uri for page in nav.pages}
    for path in paths - shown:
        if file := files.src_uris.get(path):
            TextlessPage(None, file, config)  # It becomes the file's own.
