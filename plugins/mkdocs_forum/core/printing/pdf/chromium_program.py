"""Where the program is that makes PDF documents in WeasyPrint's place."""

import os
import sys
from shutil import which
from typing import Final

VARIABLE: Final = "FORUM_CHROMIUM"
"""Variable of the environment that names the program."""
MISSING: Final = (
    "PDF documents need Chromium on Linux or macOS: install it, or name its file in the variable "
    f"{VARIABLE}; or write 'pdf: weasyprint'."
)
"""Says what to do where there is none."""
_PROGRAMS: Final = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "microsoft-edge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_chromium() -> str | None:
    """Give the path of Chromium: of the one that `FORUM_CHROMIUM` names, or of one in the path.

    Returns:
        Nothing if there is none, or none that can be told over a pipe what to do.
    """
    if sys.platform == "win32":
        return None
    named = os.environ.get(VARIABLE)
    return which(named) if named else next(filter(None, map(which, _PROGRAMS)), None)
