"""Bring the catalogues up to date with the sentences in the code, and compile them.

The English catalogue repeats the sentences; the others keep their translations, and a sentence
without one is told and ends the run with 1.
"""

import datetime
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from mkdocs_forum.core.outputs.schemas import descriptions
from mkdocs_forum.core.words.languages import LANGUAGES

PACKAGE = Path(__file__).parent.parent / "plugins/mkdocs_forum"
EPOCH = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def main() -> int:
    """Update and compile every catalogue."""
    template = extracted()
    missing = 0
    for language in LANGUAGES:
        path = PACKAGE / "locales" / language / "LC_MESSAGES" / "forum.po"
        catalogue = merged(template, path, language)
        for message in catalogue:
            if message.id and not all(told(message.string)):
                print(f"{path.relative_to(PACKAGE)}: not translated: {message.id!r}")
                missing += 1
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, no_location=True, sort_output=True)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
    return min(missing, 1)


def extracted() -> Catalog:
    """Give all sentences of the code and the templates, and what the models say of their keys."""
    with (PACKAGE / "locales/babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    keywords = {**DEFAULT_KEYWORDS, "say": None, "tell": None, "translate": None}
    catalogue = Catalog()
    for _, _, message, _, context in extract_from_dir(PACKAGE, methods, options, keywords):
        catalogue.add(message, context=context)
    for description in descriptions():
        catalogue.add(description)
    return catalogue


def merged(template: Catalog, path: Path, language: str) -> Catalog:
    """Give a catalogue that has the sentences of the template and the translations of the file."""
    catalogue = Catalog(
        locale=language,
        domain="forum",
        project="mkdocs-forum",
        version="",
        header_comment="# Sentences of mkdocs-forum.",
        # The same sentences give the same bytes on every day.
        creation_date=EPOCH,
        revision_date=EPOCH,
        fuzzy=False,
    )
    present = read_po(path.open("rb"), locale=language) if path.exists() else catalogue
    for message in template:
        if not message.id:
            continue
        old = present.get(message.id)
        string = message.id if language == "en" else old.string if old else ""
        flags = message.flags - {"fuzzy"}
        catalogue.add(message.id, string=string, flags=flags)
    return catalogue


def told(string: str | tuple[str, ...] | list[str]) -> list[str]:
    """Give the wordings of a translation: several where a number decides."""
    return [string] if isinstance(string, str) else list(string) or [""]


if __name__ == "__main__":
    sys.exit(main())
