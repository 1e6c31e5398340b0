"""`mkdocs-forum import`: takes in pages and documents of past editions, as drafts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option
from mkdocs_forum.cli.options import lang_option
from mkdocs_forum.cli.prompts import Prompts, in_terminal
from mkdocs_forum.cli.receiving.receiver import Receiver, open_receiver
from mkdocs_forum.cli.references import day_given
from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.faults.reports import text
from mkdocs_forum.core.forms.compose import heading
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.archive.days import find_days
from mkdocs_forum.core.intake.archive.drafts import Draft, Drafts
from mkdocs_forum.core.intake.archive.files import (
    ENDINGS,
    LARGEST_DOCUMENT,
    PAGES,
    Reading,
    furniture,
    read,
)
from mkdocs_forum.core.intake.archive.page import PARTS, Page, recognise, said
from mkdocs_forum.core.intake.intake import Intake, admit
from mkdocs_forum.core.intake.receipts import passed_over, refusal_text
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import Language

_OLD = frozenset({".doc", ".rtf", ".odt", ".pdf", ".sxw", ".wpd"})
"""Endings of documents of which a folder's organiser wants to hear, though they can't be read."""


@dataclass(frozen=True)
class _File:
    name: str
    address: str
    """Former address below the root of the site, if it had one."""
    reading: Reading | Refusal


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@config_option
@click.option("--edition", default="", help="Edition to which all of them belong: its file's name.")
@click.option("--date", "day", default="", help="Day of the edition, where a page tells none.")
@click.option("--title", default="", help="Title, where one page is imported.")
@click.option("--speaker", "speakers", multiple=True, help="Name of who speaks on one page.")
@click.option("--base", default="", help="Folder below the root of the site where they stood.")
@click.option("--no-input", is_flag=True, help="Ask nothing.")
@click.option("--print", "shows", is_flag=True, help="Print the files; write nothing.")
@lang_option
def import_files(
    files: tuple[Path, ...],
    config_file: Path,
    edition: str,
    day: str,
    title: str,
    speakers: tuple[str, ...],
    base: str,
    no_input: bool,
    shows: bool,
    lang: str | None,
) -> None:
    """Take in talks of past editions, as drafts: FILES are pages (.html), texts, .docx, .odt, PDF.

    A folder stands for all files below it, as they stood below the root of the old site. Tells
    what each line was taken for, and what is left out; in a terminal, it asks where that isn't
    sure. Writes new files only; what is there already stays as it is. Ends with 0 if all is well,
    with 1 if a file was refused, with 2 if it could not look.
    """
    receiver = open_receiver(config_file, lang)
    language = receiver.frame.language
    found = list(_files(files, base))
    if left := passed_over(each for path in files for each in _below(path) if not _is_read(each)):
        click.echo(left.tell(language.tell), err=shows)
    if len(found) != 1 and (title or speakers):
        raise click.UsageError("'--title' and '--speaker' are for one file.")
    if edition and edition not in receiver.forum.library.editions:
        raise click.UsageError(
            say("no edition is called '{wanted}'", wanted=edition).tell(language.tell)
        )
    asks = in_terminal() and not no_input
    session = _Session(receiver, Prompts(language) if asks else None, shows)
    told = {
        "title": [title] if title else [],
        "speakers": [*speakers],
        "date": [_day(day, receiver.forum.settings, lang)] if day else [],
    }
    drafts = session.drafts(found, edition, told)
    intake = session.admitted(drafts)
    session.end(intake)


def _day(text: str, settings: Settings, lang: str | None) -> str:
    found = find_days(text)
    day = found.first if found else day_given("--date", text, settings, lang)
    return day.isoformat()


def _files(paths: Sequence[Path], base: str) -> Iterator[_File]:
    """Read what is given; in folders, what can be read or is a document."""
    root = f"{base.strip('/')}/" if base.strip("/") else ""
    for given in paths:
        for path in filter(_is_read, _below(given)) if given.is_dir() else [given]:
            name = path.relative_to(given).as_posix() if path != given else path.name
            is_page = path.suffix.lower() in PAGES
            with path.open("rb") as opened:
                data = opened.read(LARGEST_DOCUMENT + 1)
            yield _File(name, f"{root}{name}" if is_page else "", read(name, data))


def _below(folder: Path) -> list[Path]:
    """Give the files below a folder; a file has none."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS | _OLD


@dataclass
class _Session:
    """One run: where it writes, and who is asked."""

    receiver: Receiver
    prompts: Prompts | None
    shows: bool
    is_refused: bool = False

    @property
    def language(self) -> Language:
        return self.receiver.frame.language

    def tell(self, message: Message, indent: str = "  ") -> None:
        click.echo(f"{indent}{message.tell(self.language.tell)}", err=self.shows)

    def refuse(self, refusal: Refusal) -> None:
        self.is_refused = True
        click.echo(f"  {refusal_text(refusal, self.language)}", err=self.shows)

    def drafts(self, files: Sequence[_File], edition: str, told: dict[str, list[str]]) -> Drafts:
        """Make the drafts of files, and tell what became of each."""
        drafts = Drafts(self.receiver.forum)
        shared = furniture(each.reading for each in files if isinstance(each.reading, Reading))
        for file in files:
            click.echo(f"{file.name}:", err=self.shows)
            if isinstance(file.reading, Refusal):
                self.refuse(file.reading)
                continue
            page = self._recognised(file.reading, drafts, shared)
            if not page.value("speakers"):
                # A name on most pages may be that of who speaks on all of them.
                page = self._recognised(file.reading, drafts, frozenset())
            self._add(page, file, drafts, edition, told)
        return drafts

    def _recognised(self, reading: Reading, drafts: Drafts, shared: frozenset[str]) -> Page:
        settings = self.receiver.project.settings
        return recognise(
            reading,
            is_question=lambda text: bool(settings.question_heading.match(text)),
            heading=heading(settings),
            members=drafts.members,
            furniture=shared,
        )

    def _add(
        self, page: Page, file: _File, drafts: Drafts, edition: str, told: dict[str, list[str]]
    ) -> None:
        if not page.is_talk and not any(told.values()):
            self.tell(say("left out: it contains no text of a talk"))
            return
        for part, values in told.items():
            if values and (part != "date" or not page.value("date")):
                page = page.with_value(part, values)
        if self.prompts:
            page = _asked(page, self.prompts, is_dated=bool(edition or drafts.edition(page)))
        draft = drafts.add(page, file.address, edition)
        if not draft.is_present:
            self._report(page, file.reading)
        self._outcome(draft)

    def _report(self, page: Page, reading: Reading | Refusal) -> None:
        """Tell what each line was taken for, and what is left out."""
        for taken in page.taken:
            if taken.part not in PARTS:
                continue
            message = said(taken)
            self.tell(message if taken.is_sure else say("not sure: {told}", told=message))
        for words in page.body.headings:
            self.tell(say("'{words}' is taken for a heading", words=words))
        for words in page.moved:
            self.tell(say("'{words}' is nothing known: it opens the text", words=words))
        for words in page.frame:
            self.tell(say("left out, as it belongs to the old site: '{words}'", words=words))
        for words in page.contacts:
            message = say(
                "left out, since nobody agreed that it is published: '{words}'", words=words
            )
            self.tell(message)
        for left in reading.left_out if isinstance(reading, Reading) else ():
            self.tell(say("left out: {what}", what=left))
        for remark in page.remarks:
            self.tell(remark)
        if not page.body.questions:
            self.tell(say("no questions were found"))

    def _outcome(self, draft: Draft) -> None:
        for remark in draft.remarks:
            self.tell(remark)
        if draft.refusal:
            self.refuse(draft.refusal)
        elif draft.is_present:
            root = self.receiver.frame.root
            self.tell(say("Already there: {path}", path=f"{root}{draft.path}"))

    def admitted(self, drafts: Drafts) -> Intake:
        """Judge the files: a talk that is at fault keeps no other from being written."""
        intake = admit(self.receiver.forum, drafts.submissions())
        wrong = {fault.location.path for fault in intake.faults}
        kept = list(drafts.submissions(wrong))
        if not wrong or not kept:
            return intake
        click.echo(text(intake.faults, self.receiver.frame))
        self.is_refused = True
        return admit(self.receiver.forum, kept)

    def end(self, intake: Intake) -> None:
        """Write the files, and end the command."""
        if self.shows:
            self.receiver.show(intake)
        elif intake.files or intake.is_refused:
            self.receiver.take(intake)
            if not intake.is_refused:
                self.tell(
                    say("Read the drafts: to publish one, remove its line 'draft: true'."),
                    "",
                )
                self.tell(say("A talk is shown once its own page and that of its speaker are."), "")
        else:
            self.tell(say("Nothing is new."), "")
        raise SystemExit(int(self.is_refused or intake.is_refused))


def _asked(page: Page, prompts: Prompts, *, is_dated: bool) -> Page:
    """Ask for what isn't sure; what is proposed is what was found."""
    tell = prompts.language.tell
    wanted = [part for part in ("title", "speakers") if not page.is_sure(part)]
    wanted += [] if is_dated or page.is_sure("date") else ["date"]
    for part in wanted:
        for number, title in enumerate(page.titles if part == "title" else (), 1):
            click.echo(f"{number:4}  {title}")
        question = PARTS[part].tell(tell)
        answer = prompts.line(question[:1].upper() + question[1:], ", ".join(page.values(part)))
        if part == "title" and answer.isdigit() and 0 < int(answer) <= len(page.titles):
            answer = page.titles[int(answer) - 1]
        if part == "date":
            found = find_days(answer)
            answer = found.first.isoformat() if found else ""
        if answer:
            page = page.with_value(part, [answer])
    return page
