"""What is kept between builds: found again whole, or not at all."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import mkdocs_forum
from mkdocs_forum.core.publish.store import NAME, Store

PLUGINS = Path(mkdocs_forum.__file__).parents[1]
DAMAGED = "what was kept from earlier builds is damaged: everything is made again"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a store that holds a value."""
    keep(tmp_path / "kept", "root", one=b"1")
    return tmp_path / "kept"


def keep(folder: Path, root: str, **values: bytes) -> list[str]:
    """Keep values as a build does, and give what it tells."""
    store = Store(folder, root)
    for key, value in values.items():
        store.put("kind", key, value)
    store.close()
    return [str(remark) for remark in store.remarks]


def found(folder: Path, *keys: str, root: str = "root") -> tuple[list[bytes | None], list[str]]:
    """Give what the next build finds, and what it tells."""
    store = Store(folder, root)
    values = [store.get("kind", key) for key in keys]
    store.close()
    return values, [str(remark) for remark in store.remarks]


def test_kept(folder: Path) -> None:
    """A value is found by its kind and key alone, in the same build and in the next."""
    store = Store(folder, "root")
    store.put("kind", "two", b"")
    assert [store.get("kind", "two"), store.get("other", "one")] == [b"", None]
    store.close()
    assert found(folder, "one", "two", "three") == ([b"1", b"", None], [])
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_other_root(folder: Path) -> None:
    """What other versions kept is gone; what is kept then is found."""
    assert found(folder, "one", root="newer") == ([None], [])
    keep(folder, "newer", two=b"2")
    assert found(folder, "one", "two", root="newer") == ([None, b"2"], [])


def truncate(path: Path) -> None:
    """Cut the file short, as a full disk does."""
    path.write_bytes(path.read_bytes()[:-4096])


def scribble(path: Path) -> None:
    """Put something else than a database there."""
    path.write_bytes(b"<p>no database</p>" * 1000)


def alter(path: Path) -> None:
    """Change a value behind the back of SQLite."""
    path.write_bytes(path.read_bytes().replace(_stored(path), _stored(path)[:-1] + b"2"))


def _stored(path: Path) -> bytes:
    base = sqlite3.connect(path)
    ((value,),) = base.execute("SELECT value FROM kept").fetchall()
    base.close()
    return bytes(value)


def take_over(path: Path) -> None:
    """Let another program have a file of that name."""
    path.unlink()
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE theirs (name TEXT)")
    base.close()


def lose_table(path: Path) -> None:
    """Take a table out of it."""
    base = sqlite3.connect(path)
    base.execute("DROP TABLE kept")
    base.close()


@pytest.mark.parametrize("damage", [truncate, scribble, alter, take_over, lose_table])
def test_damage(folder: Path, damage: Callable[[Path], None]) -> None:
    """A file that is damaged, or another program's, is told and gives way to a new one."""
    damage(folder / NAME)
    assert found(folder, "one") == ([None], [DAMAGED])
    keep(folder, "root", two=b"2")
    assert found(folder, "one", "two") == ([None, b"2"], [])


def test_unusable_place(tmp_path: Path) -> None:
    """Where nothing can be written, nothing is kept, and that is told once."""
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    (told,) = keep(tmp_path / "kept", "root", one=b"1")
    assert told.startswith("nothing is kept for the next build: ")


def test_held_by_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that can't write, since another does, finds what is there and goes on."""
    monkeypatch.setattr("mkdocs_forum.core.publish.store._PATIENCE", 0.01)
    other = sqlite3.connect(folder / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store(folder, "root")
    assert store.get("kind", "one") == b"1"
    store.put("kind", "two", b"2")
    store.close()
    other.close()
    (told,) = map(str, store.remarks)
    assert told.startswith("nothing is kept for the next build: ")
    assert found(folder, "one", "two") == ([b"1", None], [])


def test_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What wasn't used for longest makes place for what is new."""
    monkeypatch.setattr("time.time", lambda: 0.0)
    store = Store(tmp_path, "root", size=1 << 20)
    for number in range(15):
        store.put("old", str(number), bytes(50_000))
    store.close()
    monkeypatch.setattr("time.time", lambda: 1e6)
    store = Store(tmp_path, "root", size=1 << 20)
    assert store.get("old", "3") == bytes(50_000)
    for number in range(10):
        store.put("new", str(number), bytes(50_000))
    store.save()
    kept = [key for key in range(15) if store.get("old", str(key))]
    assert 3 in kept
    assert len(kept) < 8
    assert all(store.get("new", str(key)) for key in range(10))
    store.close()
    assert (tmp_path / NAME).stat().st_size < 1 << 20


WRITER = """
import sys
from pathlib import Path
from mkdocs_forum.core.publish import store
store._BATCH = 10_000
kept = store.Store(Path(sys.argv[1]), "root")
print("ready", flush=True)
for number in range(100_000):
    kept.put(sys.argv[2], str(number), str(number).encode() * 100)
"""


@pytest.fixture
def writers(folder: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Let two processes fill the store at once."""
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), name],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for name in ("first", "second")
    ]
    yield started
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def test_killed(folder: Path, writers: list[subprocess.Popen[str]]) -> None:
    """However two builds are killed while they write, all that is found is whole."""
    for process in writers:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    for process in writers:
        process.send_signal(signal.SIGKILL)
        process.wait()
    store = Store(folder, "root")
    assert store.get("kind", "one") == b"1"
    for name in ("first", "second"):
        for number in range(100_000):
            value = store.get(name, str(number))
            if value is None:
                break
            assert value == str(number).encode() * 100
    store.close()
    assert store.remarks == []
