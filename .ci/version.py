"""The version of the package: in a release that of its tag, elsewhere the one in development."""

import os

__version__ = os.environ.get("FORUM_VERSION") or "0.1.0.dev0"
