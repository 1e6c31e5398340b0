"""Reports of faults: for people, for a forge, for other programs."""

import hashlib
import json
import operator
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from mkdocs_forum.core.faults.catalogue.codes import CODES
from mkdocs_forum.core.faults.code import Code, Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.words.language import Language


@dataclass(frozen=True)
class Frame:
    """What a report needs to know beside its faults."""

    language: Language
    root: str = ""
    """Put before each path; with it, a path leads to the file from where the reader stands."""
    guide: str | None = None
    """Address of the page that explains the codes."""

    def explanation(self, code: str) -> str | None:
        """Give the address at which a code is explained."""
        return f"{self.guide}#{code.lower()}" if self.guide else None


def text(
    faults: Sequence[Diagnostic],
    frame: Frame,
    paint: Callable[[Diagnostic], str] = operator.attrgetter("code"),
) -> str:
    """Report faults to people: each with its hint, then how many there are.

    Arguments:
        faults: The faults, in their order.
        frame: What is told beside them.
        paint: Gives the code of a fault as it is shown; by default without colour.
    """
    told = [fault.tell(frame.language.tell, frame.root, paint(fault)) for fault in faults]
    return "\n".join([*told, summary(faults, frame.language)])


def summary(faults: Sequence[Diagnostic], language: Language) -> str:
    """Tell in a line how many faults there are, and how many of them can be mended."""
    if not faults:
        return language.tell("no fault found")
    catalogue = language.catalogue
    counts = Counter(fault.severity for fault in faults)
    errors, warnings, notices = (counts[severity] for severity in Severity)
    parts = {
        catalogue.ngettext("{count} error", "{count} errors", errors): errors,
        catalogue.ngettext("{count} warning", "{count} warnings", warnings): warnings,
        catalogue.ngettext("{count} notice", "{count} notices", notices): notices,
    }
    told = ", ".join(part.format(count=count) for part, count in parts.items() if count)
    mended = sum(fault.is_mechanical for fault in faults)
    if not mended:
        return told
    advice = catalogue.ngettext(
        "{told}; 'mkdocs-forum check --fix' can correct {count} of them",
        "{told}; 'mkdocs-forum check --fix' can correct {count} of them",
        mended,
    )
    return advice.format(told=told, count=mended)


def github(faults: Sequence[Diagnostic], frame: Frame) -> str:
    """Report faults as annotations of GitHub's workflows, one a line.

    https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
    """
    return "\n".join(_annotation(fault, frame) for fault in faults)


def _annotation(fault: Diagnostic, frame: Frame) -> str:
    where = fault.location
    properties = {
        "file": frame.root + where.path,
        "line": str(where.line),
        "col": str(where.column),
        "title": f"{fault.code} {frame.language.tell(CODES[fault.code].title)}",
    }
    told = ",".join(
        f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in properties.items()
    )
    return f"::{fault.severity.value} {told}::{_escaped(_sentences(fault, frame))}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _sentences(fault: Diagnostic, frame: Frame) -> str:
    """Give the message, and the hint in a line below."""
    tell = frame.language.tell
    message = fault.message.tell(tell)
    return f"{message}\n{tell('hint:')} {fault.hint.tell(tell)}" if fault.hint else message


def editor(faults: Sequence[Diagnostic], frame: Frame) -> str:
    """Report faults as compilers do, which editors read: all that is told of one on one line."""
    return "\n".join(
        f"{frame.root}{fault.location}: {fault.severity.value}: {fault.code} "
        + _sentences(fault, frame).replace("\n", " – ")
        for fault in faults
    )


def plain_json(faults: Sequence[Diagnostic], frame: Frame) -> str:
    """Report faults as JSON: an object for each, and their numbers."""
    counts = Counter(fault.severity for fault in faults)
    return _dumped(
        {
            "version": 1,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notices": counts[Severity.NOTICE],
            "faults": objects(faults, frame),
        }
    )


def objects(faults: Sequence[Diagnostic], frame: Frame) -> list[dict[str, Any]]:
    """Give all that is told of each fault, as values of JSON."""
    tell = frame.language.tell
    return [
        {
            "path": frame.root + fault.location.path,
            "line": fault.location.line,
            "column": fault.location.column,
            "code": fault.code,
            "severity": fault.severity.value,
            "message": fault.message.tell(tell),
            "hint": fault.hint.tell(tell) if fault.hint else None,
            "mechanical": fault.is_mechanical,
            "explanation": frame.explanation(fault.code),
        }
        for fault in faults
    ]


def gitlab(faults: Sequence[Diagnostic], frame: Frame) -> str:
    """Report faults as GitLab shows them beside a merge request, file and line.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return _dumped([_finding(fault, frame) for fault in faults])


_WEIGHTS: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}
"""What GitLab calls each severity."""


def _finding(fault: Diagnostic, frame: Frame) -> dict[str, Any]:
    path = frame.root + fault.location.path
    same = f"{fault.location} {fault.code} {fault.message}"
    return {
        "description": _sentences(fault, frame).replace("\n", " – "),
        "check_name": fault.code,
        # Two faults of one are shown as one.
        "fingerprint": hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _WEIGHTS[fault.severity],
        "location": {"path": path, "lines": {"begin": fault.location.line}},
    }


def sarif(faults: Sequence[Diagnostic], frame: Frame) -> str:
    """Report faults in the Static Analysis Results Interchange Format.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    codes = sorted({fault.code for fault in faults})
    return _dumped(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "mkdocs-forum",
                            "version": version("mkdocs-forum"),
                            "language": frame.language.code,
                            "rules": [_rule(code, CODES[code], frame) for code in codes],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "results": [_result(fault, codes, frame) for fault in faults],
                }
            ],
        }
    )


def _rule(name: str, code: Code, frame: Frame) -> dict[str, Any]:
    rule = {
        "id": name,
        "shortDescription": {"text": frame.language.tell(code.title)},
        "fullDescription": {"text": frame.language.tell(code.reason)},
        "defaultConfiguration": {"level": _level(code.severity)},
    }
    address = frame.explanation(name)
    return {**rule, "helpUri": address} if address else rule


def _level(severity: Severity) -> str:
    return "note" if severity is Severity.NOTICE else severity.value


def _result(fault: Diagnostic, codes: Sequence[str], frame: Frame) -> dict[str, Any]:
    where = fault.location
    return {
        "ruleId": fault.code,
        "ruleIndex": codes.index(fault.code),
        "level": _level(fault.severity),
        "message": {"text": _sentences(fault, frame)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(frame.root + where.path)},
                    "region": {"startLine": where.line, "startColumn": where.column},
                }
            }
        ],
    }


def _dumped(report: object) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2)


FORMATS: Final[Mapping[str, Callable[[Sequence[Diagnostic], Frame], str]]] = MappingProxyType(
    {
        "text": text,
        "editor": editor,
        "github": github,
        "gitlab": gitlab,
        "json": plain_json,
        "sarif": sarif,
    }
)
"""How faults can be reported."""
