"""What telephones know of the site that somebody keeps among their programs."""

import json
from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.output import Output

MANIFEST: Final = "manifest.webmanifest"
"""Path below the root of the site (https://www.w3.org/TR/appmanifest/)."""
ICONS: Final = "assets/forum/icons/"
"""Folder of the icons, which the templates bring along."""
ICON: Final = f"{ICONS}icon-192.png"
"""Icon of the site where its organisers chose none."""
_SIZES: Final = (192, 512)


def web_manifest(settings: Settings) -> Iterator[Output]:
    """Give the manifest."""
    icons = [
        {
            "src": f"{ICONS}icon-{size}.png",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in _SIZES
        for purpose in ("any", "maskable")
    ]
    manifest = {
        "name": settings.site_name,
        "description": settings.site_description,
        "lang": settings.language,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": icons,
    }
    told = {key: value for key, value in manifest.items() if value}
    yield Output(MANIFEST, json.dumps(told, ensure_ascii=False, indent=2) + "\n")
