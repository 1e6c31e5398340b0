"""Other generators beside which a build stands: Hugo and Zensical, where they are installed.

Each builds the site of `stock.py`, with the same texts on as many pages. Hugo's templates show a
page's title and text and an index for a search, and nothing else: it is the floor. Zensical has the
theme of Material. Both work in several threads, whose time counts together.
"""

import shutil
import sys
from pathlib import Path
from typing import Final

TOOLS: Final = Path(sys.executable).parent
"""Folder of the commands that are installed with this Python."""

_PAGE: Final = """\
<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>{{ .Content }}{{ .TableOfContents }}</main>
</body>
</html>
"""

_HUGO: Final = {
    "hugo.toml": """\
baseURL = "https://example.org/"
title = "Forum"
disableKinds = ["taxonomy", "term", "rss"]
[outputs]
home = ["html", "json"]
[markup.goldmark.renderer]
unsafe = true
""",
    "layouts/_default/single.html": _PAGE,
    "layouts/_default/list.html": _PAGE,
    "layouts/index.json": (
        '[{{ range $n, $page := .Site.Pages }}{{ if $n }},{{ end }}{{ dict "title" .Title '
        '"location" .RelPermalink "text" .Plain | jsonify }}{{ end }}]'
    ),
}
"""Files of a site of Hugo, beside its texts."""


def anchors(stock: Path, folder: Path) -> dict[str, list[str]]:
    """Give the commands that build a site with other generators, by the name of each.

    Arguments:
        stock: Folder of the site of `stock.py`.
        folder: An empty folder: each has one of its name in it, with the site in `site`.
    """
    found = {}
    if hugo := _installed("hugo"):
        _write_hugo(stock, folder / "Hugo")
        found["Hugo"] = [hugo, "--quiet", "-s", f"{folder}/Hugo", "-d", f"{folder}/Hugo/site"]
    if zensical := _installed("zensical"):
        shutil.copytree(stock, folder / "Zensical")
        found["Zensical"] = [zensical, "build", "-c", "-f", f"{folder}/Zensical/mkdocs.yml"]
    return found


def _installed(name: str) -> str | None:
    return shutil.which(name, path=str(TOOLS)) or shutil.which(name)


def _write_hugo(stock: Path, folder: Path) -> None:
    for path, text in _HUGO.items():
        _write(folder / path, text)
    docs = stock / "docs"
    for source in docs.rglob("*.md"):
        # There a file of this name makes one page of its folder, and of the others none.
        target = source.with_name("_index.md") if source.stem in {"index", "README"} else source
        # A list at the beginning would be taken for frontmatter.
        text = f"---\n---\n\n{source.read_text(encoding='utf-8')}"
        _write(folder / "content" / target.relative_to(docs), text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
