"""Reading what was printed: its words in their order, and what is wrong with its pages."""

import ctypes
import math
import re
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import pairwise, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2 import raw as pdfium

from mkdocs_forum.core.html.pieces import Token, element, tokens

MM = 72 / 25.4
TOP, RIGHT, BOTTOM = 22 * MM, 20 * MM, 24 * MM
"""Margins of the page, in points."""

WINDOW = 90
"""Letters that may stand between two words that follow each other: the head of a table again."""

RAISED = 14
"""Points by which a raised sign of the first line may stand above it."""

FEWEST = 6
"""Lines on a page that isn't the last."""

SMALLEST = 6
"""Points."""

CONTRAST = 7
"""Lowest ratio of contrast with white paper (WCAG 2.2, 1.4.6)."""

MENUS = (
    "Revenir à la page",
    "À imprimer",
    "Corriger cette page",
    "Rechercher",
    "Page suivante",
    "Table des",
)
"""Words of the site's furniture."""


def squeezed(text: str) -> str:
    """Give the letters and digits of a text, however they are set."""
    return "".join(sign for sign in normalize("NFKC", text).casefold() if sign.isalnum())


@dataclass(frozen=True)
class Sign:
    """One sign on a page; its place in points, from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    colour: tuple[int, int, int]


def _squeezed_signs(signs: Iterable[Sign]) -> str:
    return squeezed("".join(sign.text for sign in signs))


@dataclass(frozen=True)
class Printed:
    """A PDF document that an engine printed."""

    pdf: bytes
    ends: Collection[int] = field(default=())
    """Numbers of the pages that may end anywhere: of a cover, of chapters, of an index."""
    fronts: int = 0
    """Number of the first pages that say no number: of a cover, a title, an imprint."""
    is_sheet: bool = False
    """Whether it is a work sheet, whose pages have few lines."""

    @cached_property
    def pages(self) -> Sequence["Page"]:
        """Its pages."""
        document = PdfDocument(self.pdf)
        found = [
            Page(number, page.get_width(), page.get_height(), tuple(_signs(page)), *_reach(page))
            for number, page in enumerate(document, 1)
        ]
        document.close()
        return found

    @cached_property
    def text(self) -> str:
        """The letters of its text in the order in which they were written, late numbers last."""
        parts = [page.parted for page in self.pages]
        return "".join([*(words for words, _ in parts), *(numbers for _, numbers in parts)])

    @property
    def pictures(self) -> list[bytes]:
        """Its pages as pictures."""
        with _drawn(self.pdf, "-r", "60") as pages:
            return [page.read_bytes() for page in pages]

    @property
    def codes(self) -> set[str]:
        """What its QR codes say."""
        kinds = ["-Sdisable", "-Sqrcode.enable"]
        with _drawn(self.pdf, "-r", "200", "-gray") as pages:
            command = ["zbarimg", "--quiet", "--raw", *kinds, *map(str, pages)]
            told = subprocess.run(command, capture_output=True, check=False).stdout.decode()
        return set(told.split())

    @property
    def fonts(self) -> list[str]:
        """Its fonts, as poppler lists them."""
        command = ["pdffonts", "-"]
        told = subprocess.run(command, input=self.pdf, capture_output=True, check=True).stdout
        return told.decode().splitlines()[2:]


@dataclass(frozen=True)
class Page:
    """One page of a document."""

    number: int
    width: float
    height: float
    signs: Sequence[Sign]
    rightmost: float
    lowest: float
    """How far to the right and how far down its pictures and rules reach."""

    @cached_property
    def body(self) -> list[Sign]:
        """Its signs without those in the margins."""
        low = self.height - BOTTOM + 2
        return [sign for sign in self.signs if sign.top >= TOP - RAISED and sign.bottom <= low]

    @cached_property
    def letters(self) -> str:
        """The letters of its body in the order in which they were written."""
        return _squeezed_signs(self.body)

    @property
    def parted(self) -> tuple[str, str]:
        """Its letters, and the numbers of lists that WeasyPrint writes last, within a word even."""
        lowest = max((sign.bottom for sign in self.body), default=0)
        late = takewhile(
            lambda sign: sign.bottom < lowest - SMALLEST and sign.text in "0123456789.",
            reversed(self.body),
        )
        end = len(self.body) - len(list(late))
        words, numbers = self.body[:end], self.body[end:]
        return _squeezed_signs(words), _squeezed_signs(numbers)

    @property
    def foot(self) -> str:
        """What stands in the margin below, from left to right."""
        signs = [sign for sign in self.signs if sign.top > self.height - BOTTOM]
        return "".join(sign.text for sign in sorted(signs, key=lambda sign: sign.left))

    @property
    def head(self) -> str:
        """The letters in the margin above, from left to right."""
        signs = [sign for sign in self.signs if sign.bottom < TOP]
        return squeezed("".join(sign.text for sign in signs))

    @cached_property
    def lines(self) -> list[str]:
        """The letters of each line of its body, from above to below."""
        rows: dict[float, list[Sign]] = {}
        for sign in self.body:
            if squeezed(sign.text):
                # Raised signs belong to their line.
                row = next((low for low in rows if abs(low - sign.bottom) < 5), sign.bottom)
                rows.setdefault(row, []).append(sign)
        return [
            squeezed("".join(sign.text for sign in sorted(row, key=lambda sign: sign.left)))
            for _, row in sorted(rows.items())
        ]


@dataclass(frozen=True)
class Expected:
    """What has to stand on paper, taken from the page to print."""

    html: str

    @cached_property
    def words(self) -> list[str]:
        """The words in their order."""
        return "".join(_texts(tokens(self.html))).split()

    @cached_property
    def addresses(self) -> set[str]:
        """The whole addresses of all links that lead out of the document."""
        urls = {token.get("href") for token in tokens(self.html) if token.name == "a"}
        kept = {url for url in urls if url and not url.startswith("#")}
        return {url.removeprefix("mailto:").removeprefix("tel:") for url in kept}

    @cached_property
    def codes(self) -> set[str]:
        """The addresses of all QR codes."""
        pairs = pairwise(tokens(self.html))
        images = (image for place, image in pairs if place.has_class("print-code"))
        return {image.get("alt").partition("\u00a0: ")[2] for image in images}

    @cached_property
    def heads(self) -> list[str]:
        """The letters of the headings, and of the lines that tell who answers."""
        return self._letters(lambda token: bool(re.fullmatch("h[1-6]", token.name))) + list(
            self.answers
        )

    @cached_property
    def answers(self) -> dict[str, str]:
        """The letters of each line that tells who answers, with those of the answer below it."""
        found = {}
        for answer in self._elements(lambda token: token.has_class("print-answer")):
            stream = iter(answer[1:])
            for token in stream:
                if token.has_class("print-byline"):
                    byline = _letters(element(stream, token))
                    rest = list(stream)
                    # Which answers it speaks to stands between the two.
                    said = only(
                        "".join(token.source for token in rest),
                        lambda token, _: not token.has_class("print-byline"),
                    )
                    found[byline] = _letters(iter(tokens(said)))
                    break
        return found

    @cached_property
    def last_items(self) -> list[str]:
        """The letters of the last item of each list that has others before it."""
        found = []
        listings = ("print-contents", "print-authors", "print-index")
        kept = only(self.html, lambda token, _: not any(map(token.has_class, listings)))
        for parts in Expected(kept)._elements(lambda token: token.name in {"ol", "ul"}):
            stream = iter(parts[1:-1])
            items = [_letters(element(stream, token)) for token in stream if token.kind == "start"]
            found += items[-1:] if len(items) > 1 else []
        return found

    @cached_property
    def notes(self) -> list[str]:
        """The letters of each list of addresses."""
        return self._letters(lambda token: token.has_class("print-notes"))

    def _letters(self, is_wanted: Callable[[Token], bool]) -> list[str]:
        return list(map(_letters, self._elements(is_wanted)))

    def _elements(self, is_wanted: Callable[[Token], bool]) -> Iterator[list[Token]]:
        """Give elements, also those within each other."""
        pieces = tokens(self.html)
        for number, token in enumerate(pieces):
            if token.kind == "start" and is_wanted(token):
                yield element(iter(pieces[number + 1 :]), token)


def only(html: str, keep: Callable[[Token, list[Token]], bool]) -> str:
    """Give a document without the elements that aren't kept, given them and their ancestors."""
    pieces, open_, stream = [], list[Token](), iter(tokens(html))
    for token in stream:
        if token.is_open or token.kind == "empty" or token.kind == "start":
            if not keep(token, open_):
                element(stream, token)
                continue
            if token.is_open:
                open_.append(token)
        elif token.kind == "end" and open_:
            open_.pop()
        pieces.append(token.source)
    return "".join(pieces)


_LONE = re.compile(
    r'(<div class="print-asked">\s*)<(h[3-6])\b(.*?)</\2>'
    r'(?=\s*(?:<div class="print-space"(?:(?!</div>).)*</div>)?\s*</div>)',
    re.DOTALL,
)
"""A question of which nothing but its title is printed: one of a list of questions, and no head."""


def whole(html: str) -> str:
    """Give what is printed of a document if the reader chooses nothing."""
    return only(html, lambda token, _: not token.has_class("print-not-all"))


def alone(html: str) -> str:
    """Give what is printed of a document without its discussions."""

    def keep(token: Token, _: list[Token]) -> bool:
        classes = token.get("class")
        if token.has_class("print-not-alone"):
            return False
        hidden = {"print-discussion", "print-question--listed", "print-state"} & set(
            classes.split()
        )
        return not hidden

    return _LONE.sub(r"\1<p\3</p>", only(_renumbered(html, "alone"), keep))


def sheet(html: str) -> str:
    """Give what is printed of a document as a work sheet."""

    def keep(token: Token, open_: list[Token]) -> bool:
        if token.has_class("print-not-sheet"):
            return False
        in_text = bool(open_) and open_[-1].has_class("print-text")
        if token.has_class("print-question"):
            return True
        return not (in_text or token.has_class("print-discussion"))

    return only(_renumbered(html, "sheet"), keep)


def _renumbered(html: str, scope: str) -> str:
    """Give a document with the numbers of addresses that a choice has."""
    return re.sub(rf'(<sup [^>]*data-{scope}="([^"]*)"[^>]*>).*?</sup>', r"\1\2</sup>", html)


SCREEN = (
    *("forum-screen", "forum-tools", "forum-call", "forum-neighbours", "forum-answer-link"),
    *("forum-way", "forum-page__narrow", "forum-contents", "forum-reach", "forum-answer__foot"),
    *("headerlink", "footnote-backref", "forum-hidden"),
)
"""Classes of what is on a page of the site for a screen alone."""


def of_page(html: str) -> str:
    """Give what is printed of the main column of a page of the site; no address of a link."""

    def keep(token: Token, _: list[Token]) -> bool:
        return not any(map(token.has_class, SCREEN))

    return _untabbed(re.sub(r' href="[^"]*"', "", only(html, keep)))


def _untabbed(html: str) -> str:
    """Put the label of each tab before what it shows, as it is printed."""
    labels = iter(re.findall(r'<label for="__tabbed.*?</label>', html))
    html = re.sub(r'<label for="__tabbed.*?</label>', "", html)
    return re.sub('<div class="tabbed-block">', lambda tab: f"{next(labels)}{tab[0]}", html)


SCOPES: dict[str, Callable[[str], str]] = {"all": whole, "alone": alone, "sheet": sheet}
"""What is printed of a document, by what the reader chose."""


def faults(printed: Printed, expected: Expected, *, margins: bool = True) -> list[str]:
    """Tell all that is wrong with what was printed.

    Arguments:
        printed: What was printed.
        expected: What has to stand there.
        margins: Whether the engine knows margin boxes.
    """
    found = [
        *_missing_words(printed, expected),
        *_missing_addresses(printed, expected),
        *forsaken_heads(printed, expected),
        *_torn_heads(printed, expected),
        *_lone_notes(printed, expected),
        *_empty_pages(printed),
        *_overflow(printed),
        *_lost_pictures(printed),
        *bad_type(printed),
        *_menus(printed),
    ]
    # Firefox, which knows none, doesn't keep items together either.
    more = (*_lone_items(printed, expected), *_page_numbers(printed))
    return [*found, *more] if margins else found


def between(printed: Printed, expected: Expected) -> list[str]:
    """Give the letters that are printed where no word is expected, in their order."""
    found = [printed.text[end:start] for _, end, start in _placed(printed, expected)]
    return [letters for letters in found if letters]


def _missing_words(printed: Printed, expected: Expected) -> Iterator[str]:
    for word, end, start in _placed(printed, expected):
        if start < 0:
            around = printed.text[max(0, end - 30) : end + 50]
            yield f"'{word}' is missing after '…{around}…'"


def _placed(printed: Printed, expected: Expected) -> Iterator[tuple[str, int, int]]:
    """Give each word with the end of the one before it and its own start, at last that of no word.

    The first one that is missing is the last of them, and starts at -1.
    """
    end = 0
    for word in expected.words:
        letters = squeezed(word)
        start = printed.text.find(letters, end, end + WINDOW + len(letters))
        yield word, end, start
        if start < 0:
            return
        end = start + len(letters)
    yield "", end, len(printed.text)


def _missing_addresses(printed: Printed, expected: Expected) -> Iterator[str]:
    for address in sorted(expected.addresses):
        if squeezed(address) not in printed.text:
            yield f"the address {address} isn't told"


def forsaken_heads(printed: Printed, expected: Expected) -> Iterator[str]:
    """Tell which pages end with a heading, or with the line that tells who answers."""
    for page in printed.pages[:-1]:
        lines = page.lines if page.number not in printed.ends else []
        # A head has its lines for itself: a sentence may end with the same words.
        ends = {"".join(lines[start:]) for start in range(len(lines))}
        if last := next((head for head in expected.heads if head in ends), ""):
            yield f"page {page.number} ends with the head '{last}'"


def _torn_heads(printed: Printed, expected: Expected) -> Iterator[str]:
    """Tell of heads that go over to another page, and of bylines with one line of their answer."""
    for page, following in pairwise(printed.pages):
        ends = ["".join(page.lines[-count:]) for count in range(1, 5)]
        for head in expected.heads:
            begun = (end for end in ends if end != head and head.startswith(end))
            if any(following.letters.startswith(head[len(end) :]) for end in begun):
                yield f"page {page.number} ends within the head '{head}'"
        before, last = ["".join(page.lines[-count:-1]) for count in range(2, 7)], page.lines[-1:]
        for byline, answer in expected.answers.items():
            is_above = any(lines.startswith(byline) for lines in before)
            if is_above and [answer] != last and answer.startswith("".join(last)):
                yield f"page {page.number} has one line below '{byline}'"


def _lone_items(printed: Printed, expected: Expected) -> Iterator[str]:
    """Tell of last items of lists that begin a page."""
    for page in printed.pages[1:]:
        # Items of lists begin with a number, or a sign.
        begin = page.letters.lstrip("0123456789")
        lone = [item for item in expected.last_items if item and begin.startswith(item)]
        if lone and page.number - 1 not in printed.ends:
            yield f"page {page.number} begins with the last item of a list, '{lone[0]}'"


def _lone_notes(printed: Printed, expected: Expected) -> Iterator[str]:
    """Tell of pages on which addresses begin without a text above them; a long list may go on."""
    for page in printed.pages[1:] if not printed.is_sheet else ():
        letters = _unnumbered(page.letters)
        if letters and any(_unnumbered(note).startswith(letters) for note in expected.notes):
            yield f"page {page.number} has nothing but addresses"


def _unnumbered(letters: str) -> str:
    return re.sub(r"\d", "", letters)


def used_heights(printed: Printed) -> list[float]:
    """Give how much of the height of each page its text reaches down."""
    return [
        (max((sign.bottom for sign in page.body), default=TOP) - TOP) / (page.height - TOP - BOTTOM)
        for page in printed.pages
    ]


def _empty_pages(printed: Printed) -> Iterator[str]:
    ends = {len(printed.pages), *printed.ends}
    for page in printed.pages:
        if not page.lines:
            yield f"page {page.number} is empty"
        elif len(page.lines) < FEWEST and page.number not in ends and not printed.is_sheet:
            yield f"page {page.number} has {len(page.lines)} lines"


def _overflow(printed: Printed) -> Iterator[str]:
    for page in printed.pages:
        wide = [sign for sign in page.body if sign.right > page.width - RIGHT + 2]
        if wide:
            yield f"page {page.number}: '{wide[0].text}' runs off the text's edge"


def _lost_pictures(printed: Printed) -> Iterator[str]:
    for page in printed.pages:
        if page.lowest > page.height - BOTTOM + 2:
            yield f"page {page.number}: a picture or a rule stands in the margin below"
        if page.rightmost > page.width - RIGHT + 2:
            yield f"page {page.number}: a picture or a rule stands in the margin beside"


def bad_type(printed: Printed) -> Iterator[str]:
    """Give what is too small, too pale, or in a font that the document lacks."""
    for page in printed.pages:
        small = [sign for sign in page.signs if sign.size < SMALLEST - 0.01]
        if small:
            yield f"page {page.number}: '{small[0].text}' has {small[0].size:.1f} pt"
        for colour in sorted({sign.colour for sign in page.signs}):
            if (ratio := _contrast(colour)) < CONTRAST:
                yield f"page {page.number}: the colour {colour} has a contrast of {ratio:.1f}"
    yield from (f"not embedded: {font}" for font in printed.fonts if font[58:].split()[-5] != "yes")


def _menus(printed: Printed) -> Iterator[str]:
    yield from (f"'{words}' is printed" for words in MENUS if squeezed(words) in printed.text)


def _page_numbers(printed: Printed) -> Iterator[str]:
    total = len(printed.pages)
    for page in printed.pages[printed.fronts :]:
        if not page.foot.endswith(f"/{page.number}/{total}"):
            yield f"page {page.number} doesn't say '{page.number}/{total}' but '{page.foot}'"


def _letters(pieces: Iterable[Token]) -> str:
    return squeezed("".join(_texts(pieces)))


def _texts(pieces: Iterable[Token]) -> Iterator[str]:
    """Give the texts of a document; blocks end a word."""
    for token in pieces:
        if token.kind in {"text", "other"}:
            yield unescape(token.source)
        elif token.name not in {"a", "abbr", "b", "code", "em", "span", "strong", "sup", "time"}:
            yield " "


def _contrast(colour: tuple[int, int, int]) -> float:
    """Give the ratio of contrast with white, as WCAG defines it."""
    linear = [
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
        for level in (part / 255 for part in colour)
    ]
    weights = (0.2126, 0.7152, 0.0722)
    return 1.05 / (sum(weight * part for weight, part in zip(weights, linear, strict=True)) + 0.05)


def _reach(page: PdfPage) -> tuple[float, float]:
    """Give how far to the right and how far down the pictures and rules of a page reach."""
    shapes = page.get_objects(max_depth=1)
    bounds = [shape.get_bounds() for shape in shapes if shape.type != pdfium.FPDF_PAGEOBJ_TEXT]
    right = max((float(right) for _, _, right, _ in bounds), default=0.0)
    return right, max((page.get_height() - float(low) for _, low, _, _ in bounds), default=0.0)


def _signs(page: PdfPage) -> Iterator[Sign]:
    """Give the visible signs of a page in the order in which they were written."""
    text, height = page.get_textpage(), page.get_height()
    sides = [ctypes.c_double() for _ in range(4)]
    colours = [ctypes.c_uint() for _ in range(4)]
    matrix = pdfium.FS_MATRIX()
    for place in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, place))
        if pdfium.FPDFText_IsGenerated(text, place) or not sign.strip():
            continue
        pdfium.FPDFText_GetCharBox(text, place, *sides)
        pdfium.FPDFText_GetFillColor(text, place, *colours)
        pdfium.FPDFText_GetMatrix(text, place, matrix)
        left, right, bottom, top = (side.value for side in sides)
        red, green, blue, _ = (colour.value for colour in colours)
        size = pdfium.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
        yield Sign(sign, left, right, height - top, height - bottom, size, (red, green, blue))


@contextmanager
def _drawn(pdf: bytes, *options: str) -> Iterator[list[Path]]:
    """Draw the pages of a document with poppler."""
    with TemporaryDirectory() as folder:
        command = ["pdftoppm", *options, "-", f"{folder}/page"]
        subprocess.run(command, input=pdf, check=True)
        yield sorted(Path(folder).iterdir())
