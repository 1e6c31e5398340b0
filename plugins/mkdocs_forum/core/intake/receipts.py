"""What became of a contribution, told to organisers and below an issue."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Message, brief, say
from mkdocs_forum.core.faults.reports import Frame, text
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import Intake
from mkdocs_forum.core.words.language import Language

MOST_LINES: Final = 60
LONGEST_LINE: Final = 500
"""Lines that are told below an issue, and characters of each; GitHub takes 65,536."""


def refusal_text(refusal: Refusal, language: Language) -> str:
    """Tell why a value can't stand, and in a second line what to write."""
    about = language.tell("{question}: ").format(question=refusal.about) if refusal.about else ""
    lines = [f"{about}{refusal.message.tell(language.tell)}"]
    if refusal.hint:
        lines.append(f"    {language.tell('hint:')} {refusal.hint.tell(language.tell)}")
    return "\n".join(lines)


def receipt(intake: Intake, frame: Frame, *, written: bool = True) -> str:
    """Tell what became of a contribution, line by line.

    Arguments:
        intake: What came of it.
        frame: What is told beside it.
        written: Whether its files were written, and not only shown.
    """
    return "\n".join(_lines(intake, frame, written=written))


def comment(intake: Intake, frame: Frame) -> str:
    """Tell it as a comment in Markdown: what a stranger wrote stands in a block of code alone."""
    tell = frame.language.tell
    head = tell("The contribution can't be accepted as it is.")
    if not intake.is_refused:
        head = tell("The contribution passes the check.")
    lines = receipt(intake, frame).split("\n")
    shown = [_cut(line) for line in lines[:MOST_LINES]] + ["…"] * (len(lines) > MOST_LINES)
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    told = [head, "", f"{fence}text", *shown, fence, ""]
    if intake.is_refused:
        told += [tell("Correct what you sent where you wrote it: it is read again at once."), ""]
    return "\n".join(told)


def _lines(intake: Intake, frame: Frame, *, written: bool) -> Iterator[str]:
    tell = frame.language.tell
    if intake.faults:
        yield text(intake.faults, frame)
    for refusal in intake.refusals:
        yield refusal_text(refusal, frame.language)
    if intake.is_refused:
        yield tell("Nothing was written.")
        return
    for path in intake.present:
        yield say("Already there: {path}", path=f"{frame.root}{path}").tell(tell)
    for path in [*intake.files, *intake.pictures] if written else ():
        yield say("Written: {path}", path=f"{frame.root}{path}").tell(tell)
    for path in intake.changed if written else ():
        yield say("Changed: {path}", path=f"{frame.root}{path}").tell(tell)
    for path in intake.named if written else ():
        sentence = say("The questions of '{path}' have names now.", path=f"{frame.root}{path}")
        yield sentence.tell(tell)
    label = tell("remark:")
    for remark in intake.remarks:
        yield f"{label} {remark.tell(tell)}"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"


def passed_over(paths: Iterable[PurePath]) -> Message | None:
    """Tell how many files were passed over, and of which kinds; nothing if there are none."""
    kinds = Counter(path.suffix.lower() or path.name for path in paths)
    if not kinds:
        return None
    told = ", ".join(f"{kind} ({count})" for kind, count in kinds.most_common())
    return say("files passed over, since their kind can't be read: {kinds}", kinds=brief(told))
