"""Rules over what talks bring: files that aren't there, and files that no talk names."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.materials import Material
from mkdocs_forum.core.model.settings import PDF_CHOICES, Settings
from mkdocs_forum.core.reading.materials.check import is_material


def check_materials(
    library: Library, settings: Settings, paths: Collection[str]
) -> Iterator[Diagnostic]:
    """Report files that talks name and that aren't there, or whose place is the forum's."""
    folder, addresses = settings.folders["talks"], Addresses(settings)
    there = [path.removeprefix(f"{folder}/") for path in paths if is_material(path, settings)]
    for slug, talk in library.talks.items():
        for number, material in enumerate(talk.meta.materials):
            path = f"{folder}/{material.file}"
            where = talk.source.locate_item("materials", number, "file")
            if material.file and path not in paths:
                message = say("there is no file '{path}'", path=path)
                near = get_close_matches(material.file, there, n=1)
                hint = say("put it there, or remove these lines")
                if near:
                    hint = say(Sentence.NEAR, near=near[0])
                yield Diagnostic(where, "F221", message, hint)
            elif path in {addresses.talk_pdf(slug, choice) for choice in ("", *PDF_CHOICES)}:
                message = say("'{path}' is where the forum puts the talk as a PDF", path=path)
                yield Diagnostic(where, "F221", message, say("give the file another name"))


def named_files(library: Library, settings: Settings) -> dict[str, Material]:
    """Give the files that talks bring, by their paths, whether they are there or not."""
    folder = settings.folders["talks"]
    return {
        f"{folder}/{material.file}": material
        for talk in library.talks.values()
        for material in talk.meta.materials
        if material.file
    }


def check_unnamed(
    library: Library, settings: Settings, paths: Iterable[str]
) -> Iterator[Diagnostic]:
    """Report documents that no talk names, drafts included: nobody would find them."""
    folder = settings.folders["talks"]
    named = named_files(library, settings)
    for path in paths:
        if is_material(path, settings) and path not in named:
            name = path.removeprefix(f"{folder}/")
            message = say("no talk names this file, so it isn't published")
            hint = say(
                "write 'file: {file}' under 'materials' of its talk, or remove it", file=name
            )
            yield Diagnostic(Location(path), "F222", message, hint)
