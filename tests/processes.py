"""Commands in processes of their own, which begin where everything is imported already.

Most of what a short command costs is to import what it needs. One process does so; each command is
a fork of it, which ends, is killed and leaves what it leaves as any other.
"""

import atexit
import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

IMPORTED = (
    "babel.dates",
    "material.extensions.emoji",
    "material.plugins.search.plugin",
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs_forum.cli.main",
    "mkdocs_forum.plugin",
)
"""Modules that most commands need."""
TIMEOUT = 120
"""Seconds that a command may take."""


def run(
    start: str,
    arguments: Sequence[str],
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    stdin: bytes = b"",
) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own, in which the packages are imported already.

    Arguments:
        start: The code, for which only the package is on the path.
        arguments: Arguments of its command line.
        folder: The folder in which it runs.
        environment: All variables of its environment; those of this process otherwise.
        stdin: What it may read.
    """
    with TemporaryDirectory() as kept:
        streams = [str(Path(kept, name)) for name in ("stdin", "stdout", "stderr")]
        Path(streams[0]).write_bytes(stdin)
        variables = dict(os.environ if environment is None else environment)
        asked = [start, ["-c", *arguments], str(folder), variables, streams]
        server = _server()
        assert server.stdin
        assert server.stdout
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        told = (Path(path).read_text(encoding="utf-8") for path in streams[1:])
        return subprocess.CompletedProcess([start, *arguments], status, *told)


@cache
def _server() -> subprocess.Popen[str]:
    """Start the process that imports; it ends with this one."""
    server = subprocess.Popen(
        [sys.executable, "-P", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(server.communicate)
    return server


def _serve() -> None:
    """Fork for each request; give the status with which the fork ended."""
    for name in IMPORTED:
        import_module(name)
    # What is there already is no garbage: its pages stay shared with each fork.
    gc.freeze()
    while line := sys.stdin.readline():
        start, sys.argv, folder, variables, streams = json.loads(line)
        child = os.fork()
        if not child:
            break
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    else:
        return
    signal.alarm(TIMEOUT)
    for number, path in enumerate(streams):
        flags = os.O_WRONLY | os.O_CREAT if number else os.O_RDONLY
        os.dup2(os.open(path, flags), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    exec(compile(start, "<command>", "exec"), {"__name__": "__main__"})


if __name__ == "__main__":
    _serve()
