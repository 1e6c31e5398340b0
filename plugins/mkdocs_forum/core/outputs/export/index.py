"""The index of an export: each address with the file that answers at it, or what it leads to."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

INDEX: Final = "addresses.csv"
"""Path of the index below the folder of an export; it is what an export is known by."""
_HEAD: Final = ("address", "file", "leads_to")


class Address(NamedTuple):
    """An address of the site."""

    address: str
    """From the root of the site, which is `/`."""
    file: str
    """Path of the file below the folder of the export."""
    leads_to: str = ""
    """The present address, of a former one."""


def written(addresses: Iterable[Address]) -> str:
    """Write the index, sorted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(sorted(set(addresses)))
    return out.getvalue()


def files_of(index: str) -> Iterator[str] | None:
    """Give the paths of the files that an index names; nothing if it is none."""
    rows = csv.reader(io.StringIO(index))
    if tuple(next(rows, ())) != _HEAD:
        return None
    return (row[1] for row in rows if len(row) == len(_HEAD))
