"""Former addresses as hosts read them, which then answer by the present ones themselves.

Beside them a page stands at each former address, for hosts that read none of these files.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import all_redirects
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.output import Output

REDIRECTS: Final = "_redirects"
"""Path of the file of Netlify, Cloudflare Pages and GitLab Pages, which read it at the root."""
NGINX: Final = "assets/forum/redirects/nginx.map"
"""Path of what nginx includes into a `map`."""
APACHE: Final = "assets/forum/redirects/apache.map"
"""Path of what Apache reads by `RewriteMap`."""
_INDEX: Final = "index.html"


def redirect_maps(library: Library, settings: Settings) -> Iterator[Output]:
    """Give the files that lead from every former address to the present one."""
    moved = dict(_moved(library, settings))
    if not moved:
        return
    # In addresses, signs beyond ASCII are written by their numbers; hosts compare plain ones.
    lines = [f"{quote(old)} {new} 301" for old, new in moved.items()]
    yield Output(REDIRECTS, _joined(lines))
    yield Output(NGINX, _joined([f'"{old}" "{new}";' for old, new in moved.items()]))
    yield Output(APACHE, _joined([f"{old} {new}" for old, new in moved.items()]))


def _moved(library: Library, settings: Settings) -> Iterator[tuple[str, str]]:
    """Give each former path of an address with the present address, both from the host's root."""
    root = urlsplit(settings.site_url).path or "/"
    for redirect in all_redirects(library, settings):
        path = unquote(root) + redirect.target
        forms = [path]
        if path.endswith(f"/{_INDEX}"):
            folder = path.removesuffix(_INDEX)
            forms = [folder, folder.rstrip("/"), path]
        for form in forms:
            yield form, root + redirect.url


def _joined(lines: list[str]) -> str:
    return "\n".join([*lines, ""])
