"""An extension of Markdown that refuses to render what the plugin doesn't watch over.

Programs that read `mkdocs.yml` and pass over plugins that they don't know would publish drafts, and
run the scripts that members sent. They load extensions, though: this one stops them at the first
page. The plugin takes it out of the site's extensions before it begins.
"""

from typing import NoReturn

from markdown import Markdown
from markdown.extensions import Extension

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES

_REFUSAL = say(
    "This is a forum: without its plugin, drafts and members' scripts would be published. "
    "Delete what was written of the site, since files were copied unseen. Build it with "
    "'mkdocs build', or what 'mkdocs-forum export FOLDER' writes with any other program."
)


class Tripwire(Extension):
    """Stops whoever renders a text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name.
        """Let the renderer refuse every text, empty ones too, which no processor sees."""
        md.convert = _refuse  # type: ignore[method-assign]


def _refuse(source: str) -> NoReturn:
    """Tell in each language, since that of the site isn't known here.

    Raises:
        SystemExit: Always; programs tell it without a traceback, and none takes it for a fault of
            a single page.
    """
    raise SystemExit("\n".join(_REFUSAL.tell(Language(code).tell) for code in LANGUAGES))
