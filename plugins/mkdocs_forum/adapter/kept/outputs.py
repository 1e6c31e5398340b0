"""Files beside the pages that are taken over from the last site."""

from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs_forum.adapter.kept.last import LastBuild
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.publish.serialise import Fingerprints
from mkdocs_forum.core.words.encodings import encode


@dataclass
class KeptOutputs:
    """Knows the files of the last site that are no pages of MkDocs'."""

    last: LastBuild
    prints: Fingerprints = field(default_factory=Fingerprints)
    """Fingerprints of what they are made of."""
    made: dict[str, str] = field(default_factory=dict)
    """Keys of those that stand in the new site, by their paths."""

    def is_kept(self, target: str, key: str) -> bool:
        """Whether the file that stood at a path would be the same, by what stands for it."""
        self.made[target] = key
        return self.last.keys.get(target) == key and self.last.has_output(target)

    def keep(self, kind: str, made_of: object, make: Callable[[], str]) -> str:
        """Give a text that is made of plain values alone: one that is kept, or else made."""
        key = self.prints.of(self.last.known, made_of)
        kept = self.last.get(kind, key)
        if kept is None:
            made = make()
            self.last.put(kind, key, encode(made))
            return made
        return kept.decode("utf-8", "surrogatepass")

    def take(self, output: Output) -> bool:
        """Link a file into the new site, if the last one has the same; tell whether it has."""
        if self.last.known is None or output.made_of is None:
            return False
        key = self.prints.of(self.last.known, output.made_of)
        is_kept = self.is_kept(output.target, key)
        if is_kept:
            self.last.link(output.target)
        return is_kept
