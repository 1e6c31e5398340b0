"""Where the theme's templates lie, and whether a site has its own beside them."""

from functools import cache
from pathlib import Path

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

from mkdocs_forum.core.pages.environment import TEMPLATES


@cache
def material() -> Path:
    """Give the folder of Material's templates."""
    # To tell it, MkDocs loads every theme that is installed.
    return Path(get_theme_dir("material"))


def own_folders(config: MkDocsConfig) -> list[Path]:
    """Give the folders of templates that are the site's own, and may change from build to build."""
    known = (material(), Path(mkdocs.__file__).parent / "templates", TEMPLATES)
    return [folder for folder in map(Path, config.theme.dirs) if folder not in known]
