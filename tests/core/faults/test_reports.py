"""Reports: the same faults for people, for a forge and for other programs."""

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version

import pytest

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.faults.reports import (
    FORMATS,
    Frame,
    editor,
    github,
    gitlab,
    plain_json,
    sarif,
    summary,
    text,
)
from mkdocs_forum.core.words.language import Language

ENGLISH = Frame(Language("en"), "docs/")
FRENCH = Frame(Language("fr"), "docs/")
SITE = replace(ENGLISH, guide="https://forum.example.org/contribute/faults/")

ERROR = Diagnostic(
    Location("talks/prix.md", 3, 10),
    "F202",
    say("no edition is called '{wanted}'", wanted="2040"),
    say("did you mean '{near}'?", near="2004"),
)
BARE = Diagnostic(
    Location("talks/prix.md", 3, 10), "F202", say("no edition is called '{wanted}'", wanted="x")
)
WARNING = Diagnostic(
    Location("talks/l'été, 100 %:a.md", 9, 1),
    "F132",
    say("'{sign}' doesn't begin a question", sign="•"),
    say("begin the line with '- '"),
)


NOTICE = Diagnostic(
    Location("questions/prix/marge.md", 3, 8),
    "F330",
    say("'{name}' promised an answer by {day}", name="bob", day="2004-12-01"),
)
SUMMARIES: dict[str, tuple[list[Diagnostic], Frame, str]] = {
    "nothing": ([], ENGLISH, "no fault found"),
    "nothing, in French": ([], FRENCH, "aucune faute trouvée"),
    "an error": ([ERROR], ENGLISH, "1 error"),
    "errors": ([ERROR, BARE], ENGLISH, "2 errors"),
    "a warning that can be mended": (
        [WARNING],
        ENGLISH,
        "1 warning; 'mkdocs-forum check --fix' can correct 1 of them",
    ),
    "both": (
        [ERROR, WARNING, WARNING],
        ENGLISH,
        "1 error, 2 warnings; 'mkdocs-forum check --fix' can correct 2 of them",
    ),
    "all, in French": (
        [ERROR, WARNING, NOTICE],
        FRENCH,
        "1 erreur, 1 avertissement, 1 rappel\u202f; "
        "«\u202fmkdocs-forum check --fix\u202f» peut en corriger 1",
    ),
    "an error, in French": ([ERROR], FRENCH, "1 erreur"),
    "both, in French": (
        [ERROR, BARE, WARNING],
        FRENCH,
        "2 erreurs, 1 avertissement\u202f; "
        "«\u202fmkdocs-forum check --fix\u202f» peut en corriger 1",
    ),
    "warnings, in French": (
        [WARNING, WARNING],
        FRENCH,
        "2 avertissements\u202f; «\u202fmkdocs-forum check --fix\u202f» peut en corriger 2",
    ),
}


@pytest.mark.parametrize(("faults", "frame", "told"), SUMMARIES.values(), ids=SUMMARIES)
def test_summary(faults: list[Diagnostic], frame: Frame, told: str) -> None:
    """The last line says how many faults there are, and how many need no judgement."""
    assert summary(faults, frame.language) == told


def test_text() -> None:
    """People read each fault at the path that leads to it, what to do, and the summary."""
    assert text([ERROR, WARNING], ENGLISH) == (
        "docs/talks/prix.md:3:10: F202 no edition is called '2040'\n"
        "    hint: did you mean '2004'?\n"
        "docs/talks/l'été, 100 %:a.md:9:1: F132 '•' doesn't begin a question\n"
        "    hint: begin the line with '- '\n"
        "1 error, 1 warning; 'mkdocs-forum check --fix' can correct 1 of them"
    )


def test_text_in_french() -> None:
    """All of it is told in French."""
    assert text([ERROR], FRENCH) == (
        "docs/talks/prix.md:3:10: F202 aucune édition ne s’appelle «\u202f2040\u202f»\n"
        "    conseil\u00a0: vouliez-vous écrire «\u202f2004\u202f»\u202f?\n"
        "1 erreur"
    )


def test_painted() -> None:
    """The code alone takes a colour."""
    told = text([BARE], ENGLISH, lambda fault: f"<{fault.code}>")
    assert told.split("\n")[0] == "docs/talks/prix.md:3:10: <F202> no edition is called 'x'"


def test_editor() -> None:
    """Each fault stands on one line with its place, as editors read it."""
    assert editor([ERROR, BARE, WARNING], ENGLISH) == (
        "docs/talks/prix.md:3:10: error: F202 no edition is called '2040' – "
        "hint: did you mean '2004'?\n"
        "docs/talks/prix.md:3:10: error: F202 no edition is called 'x'\n"
        "docs/talks/l'été, 100 %:a.md:9:1: warning: F132 '•' doesn't begin a question – "
        "hint: begin the line with '- '"
    )


def test_github() -> None:
    """Each fault is an annotation; what would end a value or a line early is escaped."""
    assert github([ERROR, BARE, WARNING], ENGLISH) == (
        "::error file=docs/talks/prix.md,line=3,col=10,title=F202 An edition that "
        "doesn't exist::no edition is called '2040'%0Ahint: did you mean '2004'?\n"
        "::error file=docs/talks/prix.md,line=3,col=10,title=F202 An edition that "
        "doesn't exist::no edition is called 'x'\n"
        "::warning file=docs/talks/l'été%2C 100 %25%3Aa.md,line=9,col=1,title=F132 A "
        "question begins with another sign::'•' doesn't begin a question%0Ahint: begin "
        "the line with '- '"
    )


def test_github_commands_in_a_text() -> None:
    """No text of a member begins an annotation of its own."""
    hostile = replace(
        BARE,
        location=Location("a\r\n::error::b.md"),
        message=say("no edition is called '{wanted}'", wanted="\r\n::stop-commands::x"),
    )
    assert github([hostile], ENGLISH) == (
        "::error file=docs/a%0D%0A%3A%3Aerror%3A%3Ab.md,line=1,col=1,title=F202 An "
        "edition that doesn't exist::no edition is called '\\r\\n::stop-commands::x'"
    )


def test_json() -> None:
    """Programs get every field of a fault, and how many there are."""
    assert json.loads(plain_json([ERROR, WARNING], FRENCH)) == {
        "version": 1,
        "errors": 1,
        "warnings": 1,
        "notices": 0,
        "faults": [
            {
                "path": "docs/talks/prix.md",
                "line": 3,
                "column": 10,
                "code": "F202",
                "severity": "error",
                "message": "aucune édition ne s’appelle «\u202f2040\u202f»",
                "hint": "vouliez-vous écrire «\u202f2004\u202f»\u202f?",
                "mechanical": False,
                "explanation": None,
            },
            {
                "path": "docs/talks/l'été, 100 %:a.md",
                "line": 9,
                "column": 1,
                "code": "F132",
                "severity": "warning",
                "message": "«\u202f•\u202f» n’introduit pas une question",
                "hint": "commencez la ligne par «\u202f-\u202f»",
                "mechanical": True,
                "explanation": None,
            },
        ],
    }


def test_json_without_faults() -> None:
    """No fault is an empty list, so that programs need no second way."""
    assert json.loads(plain_json([], ENGLISH)) == {
        "version": 1,
        "errors": 0,
        "warnings": 0,
        "notices": 0,
        "faults": [],
    }


def test_json_explanation() -> None:
    """A site that has an address explains each code there."""
    (fault,) = json.loads(plain_json([BARE], SITE))["faults"]
    assert (fault["hint"], fault["explanation"]) == (
        None,
        "https://forum.example.org/contribute/faults/#f202",
    )


def test_sarif() -> None:
    """The interchange format names the rules that were broken, and each result by its rule."""
    assert json.loads(sarif([ERROR, WARNING], SITE)) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "mkdocs-forum",
                        "version": version("mkdocs-forum"),
                        "language": "en",
                        "rules": [
                            {
                                "id": "F132",
                                "shortDescription": {"text": "A question begins with another sign"},
                                "fullDescription": {
                                    "text": (
                                        "A question begins with '- '. This one is read anyway."
                                    )
                                },
                                "defaultConfiguration": {"level": "warning"},
                                "helpUri": "https://forum.example.org/contribute/faults/#f132",
                            },
                            {
                                "id": "F202",
                                "shortDescription": {"text": "An edition that doesn't exist"},
                                "fullDescription": {
                                    "text": "A talk is shown on the page of its edition."
                                },
                                "defaultConfiguration": {"level": "error"},
                                "helpUri": "https://forum.example.org/contribute/faults/#f202",
                            },
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "F202",
                        "ruleIndex": 1,
                        "level": "error",
                        "message": {
                            "text": "no edition is called '2040'\nhint: did you mean '2004'?"
                        },
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "docs/talks/prix.md"},
                                    "region": {"startLine": 3, "startColumn": 10},
                                }
                            }
                        ],
                    },
                    {
                        "ruleId": "F132",
                        "ruleIndex": 0,
                        "level": "warning",
                        "message": {
                            "text": "'•' doesn't begin a question\nhint: begin the line with '- '"
                        },
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "docs/talks/l%27%C3%A9t%C3%A9%2C%20100%20%25%3Aa.md"
                                    },
                                    "region": {"startLine": 9, "startColumn": 1},
                                }
                            }
                        ],
                    },
                ],
            }
        ],
    }


def test_sarif_without_faults() -> None:
    """A run without a result tells that nothing was found; without it, a forge keeps old faults."""
    (run,) = json.loads(sarif([], ENGLISH))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


@pytest.mark.parametrize("report", FORMATS.values(), ids=FORMATS)
def test_explanation_needs_a_site(
    report: Callable[[list[Diagnostic], Frame], str],
) -> None:
    """Without an address of the site nothing leads there."""
    told = report([ERROR, WARNING], ENGLISH)
    assert ("helpUri" in told, "#f202" in told, "example.org" in told) == (False, False, False)


def test_notice() -> None:
    """What is no fault is told as such to each program."""
    assert github([NOTICE], ENGLISH).startswith("::notice file=docs/questions/prix/marge.md,")
    assert json.loads(plain_json([NOTICE], ENGLISH))["notices"] == 1
    result = json.loads(sarif([NOTICE], ENGLISH))["runs"][0]["results"][0]
    assert (result["level"], json.loads(gitlab([NOTICE], ENGLISH))[0]["severity"]) == (
        "note",
        "info",
    )
