"""Two folders take each other's place in one step, where the system can do that."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""`AT_FDCWD` of Linux: a relative path begins at the current folder."""
_BOTH = 2
"""`RENAME_EXCHANGE` of Linux (renameat2(2)), `RENAME_SWAP` of macOS (renamex_np(2))."""


def swap(first: Path, second: Path) -> None:
    """Let two folders take each other's place; whoever looks sees the one or the other.

    Raises:
        OSError: The system or the file system can't do that; both are where they were.
    """
    one, other = (ctypes.c_char_p(os.fsencode(path)) for path in (first, second))
    here, both = ctypes.c_int(_HERE), ctypes.c_uint(_BOTH)
    try:
        if sys.platform == "darwin":
            failed = _system().renamex_np(one, other, both)
        else:
            failed = _system().renameat2(here, one, here, other, both)
    except AttributeError as error:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from error
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(first), None, str(second))


def _system() -> ctypes.CDLL:
    """Give the system's functions; those of Windows have other names."""
    name = "kernel32" if sys.platform == "win32" else None
    return ctypes.CDLL(name, use_errno=True)
