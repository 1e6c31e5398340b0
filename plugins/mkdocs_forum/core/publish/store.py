"""What is kept between builds: values by kind and key, in one file of SQLite.

Only what pure functions give is kept, each value by a key made of all that it depends on: nothing
is ever out of date, and to lose the file costs time alone. What was made with other versions stands
under another root. Nothing here raises: a file that can't be used is as good as none.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Message, say

NAME: Final = "store.sqlite"
"""Name of the file in its folder."""
SIZE: Final = 512 * 1024 * 1024
"""Bytes of the file at the most: what wasn't used for longest makes place for other things."""
_MARK: Final = 0x666F7275
"""Tells our files from those of other programs: `foru` (`application_id` of SQLite)."""
_FORM: Final = 1
"""Number of the form of the tables (`user_version` of SQLite)."""
_TABLES: Final = (
    "CREATE TABLE root (name TEXT NOT NULL)",
    "CREATE TABLE kept (kind TEXT, key TEXT, value BLOB NOT NULL, used INTEGER NOT NULL,"
    " PRIMARY KEY (kind, key))",
    "CREATE INDEX by_use ON kept (used)",
)
_BATCH: Final = 1024 * 1024
"""Bytes of new values that are held in memory at the most."""
_PROOF: Final = 16
"""Bytes before each value that prove it whole, and that of its key."""
_PATIENCE: Final = 5.0
"""Seconds to wait for another process that writes."""
_DAY: Final = 24 * 60 * 60


class Store:
    """Keeps bytes by kind and key."""

    def __init__(self, folder: Path, root: str, *, size: int = SIZE) -> None:
        """Open the file of a folder, or make one.

        Arguments:
            folder: Folder of what is kept.
            root: Stands for all that every value depends on, such as versions: what was kept under
                another one is removed.
            size: Bytes of the file at the most.
        """
        self.remarks: list[Message] = []
        """What is to be told of the file: that it was damaged, or can't be written."""
        self._path, self._size = folder / NAME, size
        self._today = int(time.time() / _DAY)
        self._new: dict[tuple[str, str], bytes] = {}
        self._new_size = 0
        self._used: set[tuple[str, str]] = set()
        self._base: sqlite3.Connection | None = None
        for _ in range(2):  # In place of one that is damaged, another one is made.
            if self._base is None:
                with self._guarded():
                    self._base = _opened(self._path, root)

    def get(self, kind: str, key: str) -> bytes | None:
        """Give what is kept, or nothing."""
        if (kind, key) in self._new or self._base is None:
            return self._new.get((kind, key))
        with self._guarded():
            query = "SELECT value, used FROM kept WHERE kind = ? AND key = ?"
            row = self._base.execute(query, (kind, key)).fetchone()
            if row is None:
                return None
            proof, value = row[0][:_PROOF], row[0][_PROOF:]
            if proof != _proof(kind, key, value):
                raise sqlite3.DatabaseError(f"{kind} {key}")
            if row[1] != self._today:
                self._used.add((kind, key))
            return bytes(value)
        return None

    def has(self, kind: str, key: str) -> bool:
        """Whether a value is kept, and will be for as long as those that were just asked for."""
        if (kind, key) in self._new or self._base is None:
            return (kind, key) in self._new
        with self._guarded():
            query = "SELECT used FROM kept WHERE kind = ? AND key = ?"
            row = self._base.execute(query, (kind, key)).fetchone()
            if row and row[0] != self._today:
                self._used.add((kind, key))
            return row is not None
        return False

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep a value; it is on the disk after `save`, if not before."""
        if self._base is None:
            return
        self._new[kind, key] = value
        self._new_size += len(value)
        if self._new_size > _BATCH:
            self._write(self._base)

    def save(self) -> None:
        """Write what is new, and take away what there is too much of."""
        if self._base:
            self._write(self._base)
        if self._base:
            with self._guarded():
                _trim(self._base, self._size)

    def close(self) -> None:
        """Save, and let go of the file."""
        self.save()
        self._let_go()

    def _write(self, base: sqlite3.Connection) -> None:
        rows = (
            (kind, key, _proof(kind, key, value) + value, self._today)
            for (kind, key), value in self._new.items()
        )
        used = [(self._today, *name) for name in self._used]
        self._new, self._new_size, self._used = {}, 0, set()
        with self._guarded(), _transaction(base):
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            base.executemany("UPDATE kept SET used = ? WHERE kind = ? AND key = ?", used)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let go of a file that can't be used; one that is damaged is removed."""
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:
            # Another process holds it, nobody may write there, or the disk is full.
            self._let_go()
            self._tell(say("nothing is kept for the next build: {error}", error=str(error)))
        except sqlite3.DatabaseError:
            self._let_go()
            self._tell(
                say("what was kept from earlier builds is damaged: everything is made again")
            )
            # The journal of a file that is gone says nothing.
            for path in (self._path, self._path.with_name(f"{NAME}-journal")):
                with suppress(OSError):
                    path.unlink()

    def _let_go(self) -> None:
        if self._base:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base, self._new = None, {}

    def _tell(self, remark: Message) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)


def _opened(path: Path, root: str) -> sqlite3.Connection:
    """Open a file that holds nothing but what was kept under a root."""
    path.parent.mkdir(parents=True, exist_ok=True)
    ignored = path.parent / ".gitignore"
    if not ignored.exists():  # Nobody takes it for a part of the repository.
        ignored.write_text("*\n", encoding="utf-8")
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        # Of a system that breaks down, not to wait for the disk may cost the file: no great loss.
        base.execute("PRAGMA synchronous = OFF")
        _prepare(base, root)
    except BaseException:
        base.close()
        raise
    return base


def _prepare(base: sqlite3.Connection, root: str) -> None:
    """Make the tables, or remove what was kept under another root.

    Raises:
        DatabaseError: The file is another program's, or of another form.
    """
    if _header(base) == (_MARK, _FORM, len(_TABLES)) and _root(base) == root:
        return
    with _transaction(base):
        if _header(base) == (0, 0, 0):
            for statement in (f"PRAGMA application_id = {_MARK}", f"PRAGMA user_version = {_FORM}"):
                base.execute(statement)
            for statement in _TABLES:
                base.execute(statement)
        elif _header(base) != (_MARK, _FORM, len(_TABLES)):
            raise sqlite3.DatabaseError("another program's")
        base.execute("DELETE FROM kept")
        base.execute("DELETE FROM root")
        base.execute("INSERT INTO root VALUES (?)", (root,))


def _header(base: sqlite3.Connection) -> tuple[int, int, int]:
    """Give whose file it is, the number of its form, and how many tables and indexes it has."""
    (mark,) = base.execute("PRAGMA application_id").fetchone()
    (form,) = base.execute("PRAGMA user_version").fetchone()
    (count,) = base.execute("SELECT count(*) FROM sqlite_master WHERE sql NOT NULL").fetchone()
    return mark, form, count


def _root(base: sqlite3.Connection) -> str | None:
    row = base.execute("SELECT name FROM root").fetchone()
    return row and str(row[0])


def _trim(base: sqlite3.Connection, size: int) -> None:
    """Take away what wasn't used for longest, so that a quarter of the place is free."""
    if _taken(base) <= size:
        return
    with _transaction(base):
        rest = size * 3 // 4
        query = "SELECT kind, key, length(value) FROM kept ORDER BY used DESC, rowid DESC"
        gone = []
        for kind, key, length in base.execute(query):
            rest -= length + len(kind) + len(key)
            if rest < 0:
                gone.append((kind, key))
        base.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", gone)
    base.execute("VACUUM")


def _taken(base: sqlite3.Connection) -> int:
    (pages,) = base.execute("PRAGMA page_count").fetchone()
    (each,) = base.execute("PRAGMA page_size").fetchone()
    return int(pages * each)


@contextmanager
def _transaction(base: sqlite3.Connection) -> Iterator[None]:
    """Let all changes be made, or none, whenever the process is killed."""
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            base.execute("ROLLBACK")
        raise
    base.execute("COMMIT")


def _proof(kind: str, key: str, value: bytes) -> bytes:
    digest = blake2b(f"{kind}\0{key}\0".encode(), digest_size=_PROOF)
    digest.update(value)
    return digest.digest()
