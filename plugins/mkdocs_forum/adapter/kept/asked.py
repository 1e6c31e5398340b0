"""What the links of a text were looked up as: the page depends on the answers."""

from collections.abc import Iterator, Mapping

from mkdocs.structure.files import File, Files


class AskedFiles(Files):
    """The files of a site, which remember by which paths they were asked for."""

    def __init__(self, files: Files) -> None:
        """Stand for the files of a site."""
        super().__init__(())
        self._site = files
        self.asked: set[str] = set()
        """The paths, whether there is such a file or not."""

    @property
    def src_uris(self) -> Mapping[str, File]:
        """The files by path."""
        return self._site.src_uris

    def __iter__(self) -> Iterator[File]:
        """Give the files."""
        return iter(self._site)

    def __len__(self) -> int:
        """Give their number."""
        return len(self._site)

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file of a path, and remember that."""
        self.asked.add(path)
        return self._site.get_file_from_path(path)
