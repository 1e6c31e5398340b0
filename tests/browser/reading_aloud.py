"""What checkers say of a PDF document that a program reads out."""

import re
import subprocess
import sys
from pathlib import Path

CHECKERS = ("pdfua", "outloud")
_ARGUMENTS = {"pdfua": ["check", "--min-severity", "error"], "outloud": []}
_CODE = re.compile(r"^\s+(?:\[ERROR\]|ERROR)\s+([A-Z]{2,3}-[\d-]+)", re.MULTILINE)
_TOLD = re.compile(r"(\d+) error\(s\)|errors=(\d+)")


def inaccessible(pdf: bytes, checker: str, folder: Path) -> set[str]:
    """Give the codes of the errors that a checker finds in a document."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    command = [str(Path(sys.executable).with_name(checker)), *_ARGUMENTS[checker], str(path)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
    count, codes = _TOLD.search(told), set(_CODE.findall(told))
    assert count, told
    assert bool(int(count[1] or count[2])) == bool(codes), told
    return codes
