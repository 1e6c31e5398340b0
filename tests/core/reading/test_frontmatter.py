"""Reading one file: values, their positions, and every fault that keeps it from being read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location
from mkdocs_forum.core.reading.frontmatter.reader import DEEPEST, MOST_MENDED
from mkdocs_forum.core.reading.source import Source, read_source
from tests.growth import LINEAR, growth

NESTED = (
    "---\ntitle: Le prix\n\n# A remark.\ncontact:\n  email: a@b.fr\n"
    "speakers:\n  - ana\n  - bob\n---\n"
)


def read(data: str | bytes) -> Source:
    """Read a file that has no fault."""
    source = read_source("a.md", data)
    assert isinstance(source, Source), str(source)
    return source


def faults(data: str | bytes) -> list[Diagnostic]:
    """Give what is told of a file, whether it can be read or not."""
    found = read_source("a.md", data)
    return list(found.remarks) if isinstance(found, Source) else found


def test_parts() -> None:
    """The file is its values, its header as written, its body and where the body begins."""
    source = read("---\ntitle: Le prix\n---\n\nBonjour.\n")
    assert (source.meta, source.header, source.body, source.body_line) == (
        {"title": "Le prix"},
        "title: Le prix\n",
        "Bonjour.\n",
        5,
    )


SCALARS = {
    "year": "2004",
    "date": "2004-09-24",
    "no": "no",
    "true": "true",
    "version": "1.10",
    "octal": "010",
    "sexagesimal": "12:30",
    "infinity": ".inf",
    "exponent": "1e3",
}


@pytest.mark.parametrize("text", SCALARS.values(), ids=SCALARS)
def test_scalar_stays_text(text: str) -> None:
    """No text becomes a number, a date or a truth value."""
    assert read(f"---\nkey: {text}\nlist: [{text}]\n---\n").meta == {"key": text, "list": [text]}


@pytest.mark.parametrize("text", ["", "~", "null", "# a remark"])
def test_no_value(text: str) -> None:
    """A key without a value has none."""
    assert read(f"---\nkey: {text}\n---\n").meta == {"key": None}


@pytest.mark.parametrize("text", ['"~"', "'null'", '""'])
def test_quoted_value(text: str) -> None:
    """What stands between quotes is a text, even an empty one."""
    assert read(f"---\nkey: {text}\n---\n").meta == {"key": text[1:-1]}


@pytest.mark.parametrize("header", ["", "\n", "# A remark.\n", "   \n"])
def test_no_keys(header: str) -> None:
    """A frontmatter may be empty."""
    assert read(f"---\n{header}---\nBonjour.\n").meta == {}


VALUES: dict[str, tuple[str, tuple[str | int, ...], tuple[int, int]]] = {
    "first": (NESTED, ("title",), (2, 8)),
    "mapping": (NESTED, ("contact",), (6, 3)),
    "in mapping": (NESTED, ("contact", "email"), (6, 10)),
    "list": (NESTED, ("speakers",), (8, 3)),
    "in list": (NESTED, ("speakers", 1), (9, 5)),
    "absent: its holder": (NESTED, ("contact", "phone"), (6, 3)),
    "absent: line 1": (NESTED, ("date",), (1, 1)),
    "blank lines first": ("---\n\n\ntitle: x\n---\n", ("title",), (4, 8)),
    "spaces after dashes": ("---  \n \ntitle: x\n---\n", ("title",), (3, 8)),
    "many dashes": ("-----\ntitle: x\n-----\n", ("title",), (2, 8)),
    "header twice": ("---\na: 1\nb: 1\n---\na: 1\n", ("b",), (3, 4)),
    "byte order mark": ("\ufeff---\ntitle: x\n---\n", ("title",), (2, 8)),
    "CRLF": ("---\r\ntitle: x\r\ndate: y\r\n---\r\n", ("date",), (3, 7)),
    "CR": ("---\rtitle: x\rdate: y\r---\r", ("date",), (3, 7)),
    "accents": ("---\n{clé: été, b: x}\n---\n", ("b",), (2, 15)),
}


@pytest.mark.parametrize(("text", "keys", "place"), VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("encode", [False, True], ids=["text", "bytes"])
def test_place_of_value(
    text: str, keys: tuple[str | int, ...], place: tuple[int, int], *, encode: bool
) -> None:
    """A value is found at its line and column, counted from 1 and in characters."""
    assert read(text.encode() if encode else text).locate(*keys) == Location("a.md", *place)


KEYS: dict[str, tuple[tuple[str | int, ...], tuple[int, int]]] = {
    "first": (("title",), (2, 1)),
    "mapping": (("contact",), (5, 1)),
    "in mapping": (("contact", "email"), (6, 3)),
    "in list: the value": (("speakers", 1), (9, 5)),
    "absent: its holder": (("contact", "phone"), (6, 3)),
}


@pytest.mark.parametrize(("keys", "place"), KEYS.values(), ids=KEYS)
def test_place_of_key(keys: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """A key is found at its line and column."""
    assert read(NESTED).locate_key(*keys) == Location("a.md", *place)


BODIES = {
    "at once": ("---\na: 1\n---\nX", 4),
    "blank lines": ("---\na: 1\n---\n\n\n\nX", 7),
    "CRLF": ("---\r\na: 1\r\n---\r\n\r\nX", 5),
    "byte order mark": ("\ufeff---\na: 1\n---\nX", 4),
    "rule in the text": ("---\na: 1\n---\nX\n\n---\n\nY", 4),
}


@pytest.mark.parametrize(("text", "line"), BODIES.values(), ids=BODIES)
def test_place_of_body(text: str, line: int) -> None:
    """The first line of the body is found in the file, and nothing of the body is lost."""
    source = read(text)
    assert (source.body[:1], source.locate_body(0)) == ("X", Location("a.md", line))


HYPHENS = "write three hyphens, '---', here and below the keys"
QUOTES = "write each line as 'key: value', a text with special signs between quotes"
KEY = "write each line as 'key: value'"
REFERENCES = "'&' and '*' make references, which aren't allowed here"
WRITE_OUT = "put the text between quotes, or write it in full again"
COLON = "a text with a colon must be between quotes"
BEGIN = "begin the file with a line '---', then the keys, then a line '---'"
UNSEEN = "which is invisible"

FAULTS: dict[str, tuple[str | bytes, str, str]] = {
    "not UTF-8": (
        "---\ntitle: Été\n---\n".encode("latin-1"),
        "2:8: F101 the byte 0xc9 isn't UTF-8",
        "save the file again with the encoding UTF-8",
    ),
    "not UTF-8 after accents": (
        b"---\r\nt\xc3\xa9: \xe9t\xe9\r\n---\r\n",
        "2:5: F101 the byte 0xe9 isn't UTF-8",
        "save the file again with the encoding UTF-8",
    ),
    "UTF-16": (
        "---\ntitle: x\n---\n".encode("utf-16"),
        "1:1: F101 the file is written in UTF-16",
        "save the file again with the encoding UTF-8",
    ),
    "empty file": ("", "1:1: F102 the file doesn't begin with '---'", BEGIN),
    "no frontmatter": ("Bonjour.\n", "1:1: F102 the file doesn't begin with '---'", BEGIN),
    "two dashes": ("--\na: 1\n--\n", "1:1: F102 the first line is '--' instead of '---'", HYPHENS),
    "leading blank line": (
        "\n---\ntitle: x\n---\n",
        "1:1: F116 there is an empty line or a space before the first '---'",
        "begin the first line of the file with '---'",
    ),
    "unclosed": (
        "---\ntitle: x\n\nBonjour.\n",
        "2:1: F103 the frontmatter isn't closed",
        "write a line '---' below 'title: x'",
    ),
    "space before": (
        "  ---\ntitle: x\n---\n",
        "1:1: F116 there is an empty line or a space before the first '---'",
        "begin the first line of the file with '---'",
    ),
    "unclosed to the end": (
        "---\ntitle: x\nedition: y",
        "3:1: F103 the frontmatter isn't closed",
        "write a line '---' below 'edition: y'",
    ),
    "unclosed without a key": (
        "---\nBonjour.\n",
        "1:1: F103 the frontmatter isn't closed",
        "write a line '---' below '---'",
    ),
    "unclosed above a text": (
        "---\ntitle: x\nspeakers:\n- ana\n\n## Avant\n\nnote : non\n",
        "4:1: F103 the frontmatter isn't closed",
        "write a line '---' below '- ana'",
    ),
    "colon": (
        "---\ntitle: Le futur : pourquoi\n---\n",
        f"2:8: F110 {COLON}",
        'write title: "Le futur : pourquoi"',
    ),
    "colon and quotes": (
        '---\ntitle: Le "futur" : pourquoi\n---\n',
        f"2:8: F110 {COLON}",
        'write title: "Le \\"futur\\" : pourquoi"',
    ),
    "colon and backslash": (
        "---\ntitle: C:\\Users : où ?\n---\n",
        f"2:8: F110 {COLON}",
        'write title: "C:\\\\Users : où ?"',
    ),
    "colon at the end": (
        "---\ntitle: Le futur :\n---\n",
        f"2:8: F110 {COLON}",
        'write title: "Le futur :"',
    ),
    "colon in a nested key": (
        "---\ncontact:\n  address: 3, rue : ici\n---\n",
        f"3:12: F110 {COLON}",
        'write address: "3, rue : ici"',
    ),
    "colon after other lines": (
        "---\r\n\r\n# A remark.\r\ntitle: a : b\r\n---\r\n",
        f"4:8: F110 {COLON}",
        'write title: "a : b"',
    ),
    "colons in a list": (
        "---\nsources:\n  - Mintzberg : Safari : 1998\n---\n",
        f"3:5: F110 {COLON}",
        'write - "Mintzberg : Safari : 1998"',
    ),
    "tab": (
        "---\ncontact:\n\temail: a@b.fr\n---\n",
        "3:1: F115 a tab isn't allowed here",
        "use spaces instead: '  email: a@b.fr'",
    ),
    "special sign": (
        "---\ntitle: @ana\n---\n",
        "2:8: F104 this line can't be read: 'title: @ana'",
        'write title: "@ana"',
    ),
    "apostrophe in quotes": (
        "---\ntitle: 'L'avenir'\n---\n",
        "2:11: F104 this line can't be read: 'title: 'L'avenir''",
        'write title: "L\'avenir"',
    ),
    "text after quotes": (
        '---\ntitle: "Le futur" demain\n---\n',
        "2:19: F104 this line can't be read: 'title: \"Le futur\" demain'",
        'write title: "\\"Le futur\\" demain"',
    ),
    "no colon in the middle": (
        "---\ntitle: x\nedition 2004\nspeakers: ana\n---\n",
        "3:1: F104 this line can't be read: 'edition 2004'",
        "write it as 'key: value', or begin it with two spaces if it continues 'title:'",
    ),
    "control character": (
        "---\ntitle: a\x07b\n---\n",
        f"2:9: F117 this contains U+0007, {UNSEEN}",
        "remove it",
    ),
    "control character after accents": (
        "---\ntitré: été\x07b\n---\n",
        f"2:11: F117 this contains U+0007, {UNSEEN}",
        "remove it",
    ),
    "null": ("---\ntitle: a\x00b\n---\n", f"2:9: F117 this contains U+0000, {UNSEEN}", "remove it"),
    "null in the text": (
        "---\na: b\n---\nA\nb\x00\n",
        f"5:2: F117 this contains U+0000, {UNSEEN}",
        "remove it",
    ),
    "mark of byte order": (
        "---\na: b\n---\nx\ufeff\n",
        f"4:2: F127 this contains U+FEFF, {UNSEEN}",
        "the site leaves it out",
    ),
    "line separator": (
        "---\na: x\u2028y\n---\n",
        f"2:5: F127 this contains U+2028, {UNSEEN}",
        "the site leaves it out",
    ),
    "next line": (
        "---\r\na: x\u0085y\r\n---\r\n",
        f"2:5: F127 this contains U+0085, {UNSEEN}",
        "the site leaves it out",
    ),
    "override": (
        "---\na: b\n---\nTexte \u202etxet\n",
        "4:7: F118 this contains U+202E, which reverses the direction of writing",
        "remove it",
    ),
    "isolate": (
        "---\na: \u2067b\n---\n",
        "2:4: F118 this contains U+2067, which reverses the direction of writing",
        "remove it",
    ),
    "list of a key": (
        "---\n- title: x\n---\n",
        "2:1: F105 the frontmatter is a list: '- title: x'",
        "write 'title: x', without the dash",
    ),
    "list": ("---\n- a\n- b\n---\n", "2:1: F105 the frontmatter isn't a list of keys", KEY),
    "text": ("---\nBonjour\n---\n", "2:1: F105 the frontmatter isn't a list of keys", KEY),
    "list as key": (
        "---\n[a, b]: c\n---\n",
        "2:1: F105 a list or a mapping can't be a key",
        KEY,
    ),
    "duplicate key": (
        "---\ntitle: x\ndate: y\ntitle: z\n---\n",
        "4:1: F106 the key 'title' is given twice",
        "keep one of the two lines",
    ),
    "duplicate key in a mapping": (
        '---\ncontact:\n  email: x\n  "email": y\n---\n',
        "4:3: F106 the key 'email' is given twice",
        "keep one of the two lines",
    ),
    "anchor": ("---\na: &x 1\n---\n", f"2:4: F107 {REFERENCES}", WRITE_OUT),
    "alias": ("---\na: *x\n---\n", f"2:4: F107 {REFERENCES}", WRITE_OUT),
    "anchor on a list": ("---\na: &x [b]\n---\n", f"2:4: F107 {REFERENCES}", WRITE_OUT),
    "tag": (
        "---\na: !important\n---\n",
        "2:4: F107 the tag '!important' isn't allowed here",
        "put the text between quotes",
    ),
    "tag on a list": (
        "---\na:\n  - !python/object:os.system x\n---\n",
        "3:5: F107 the tag '!python/object:os.system' isn't allowed here",
        "put the text between quotes",
    ),
    "depth": (
        f"---\na: {'[' * (DEEPEST + 1)}{']' * (DEEPEST + 1)}\n---\n",
        "2:24: F108 more than 20 levels of nesting",
        "use fewer levels",
    ),
}


@pytest.mark.parametrize(("data", "message", "hint"), FAULTS.values(), ids=FAULTS)
def test_fault(data: str | bytes, message: str, hint: str) -> None:
    """A fault is told with its place, what was found and what to write."""
    assert list(map(str, faults(data))) == [f"a.md:{message}\n    hint: {hint}"]


OPEN: dict[str, tuple[str, str, str, str]] = {
    "quotes, and others below": (
        'title: "Prix d\'ami\nplace: "Lyon"\n',
        "2:8",
        '"',
        'title: "Prix d\'ami"',
    ),
    "quotes that others close": (
        'title: "Prix\nplace: Lyon"\ndate: y\n',
        "2:8",
        '"',
        'title: "Prix"',
    ),
    "quotes, and a colon": (
        "title: \"Prix : l'ami\ndate: y\n",
        "2:8",
        '"',
        'title: "Prix : l\'ami"',
    ),
    "quotes, and an escape below": ('title: "Prix\nplace: C:\\prix\n', "2:8", '"', 'title: "Prix"'),
    "single quotes, and an apostrophe below": (
        "title: 'Prix\nplace: l'Isle\n",
        "2:8",
        "'",
        'title: "Prix"',
    ),
    "quotes on the last line": ("date: y\ntitle: 'Prix d\n", "3:8", "'", 'title: "Prix d"'),
    "quotes closed by a word processor": ('title: "Prix”\ndate: y\n', "2:8", '"', 'title: "Prix"'),
    "backslash before quotes": ('title: "C:\\"\nplace: "Lyon"\n', "2:8", '"', 'title: "C:\\\\"'),
    "quotes over two lines": ('title: "Le\n  prix\nplace: "x"\n', "2:8", '"', "'prix\"' on line 3"),
    "quotes after a dash": ('list:\n  - "ana\n  - bob\nplace: "x"\n', "3:5", '"', '- "ana"'),
    "quotes in brackets": ('list: [ana, "bob]\nplace: "x"\n', "2:13", '"', 'list: [ana, "bob"]'),
    "quotes before a key": ('"title: Prix\ndate: y\n', "2:1", '"', 'title: "Prix"'),
    "bracket, and others below": ("list: [a, b,\nother: [c]\n", "2:7", "[", "list: [a, b]"),
    "bracket, and dashes below": ("list: [a,\nother:\n  - b\n", "2:7", "[", "list: [a]"),
    "bracket, and a block below": (
        "list: [\n  a,\n  b,\nother: |\n  c\n",
        "2:7",
        "[",
        "'b]' on line 4",
    ),
    "bracket on the last line": ("date: y\nlist: [a, b\n", "3:7", "[", "list: [a, b]"),
    "bracket closed by another": ("list: [a, b)\ndate: y\n", "2:7", "[", "list: [a, b]"),
    "brace": ("map: {a: [b], c: d\ndate: y\n", "2:6", "{", "map: {a: [b], c: d}"),
    "bracket in braces": ("map: {a: [b, c: d}\ndate: y\n", "2:10", "[", "']' where it ends"),
}


@pytest.mark.parametrize(("header", "place", "sign", "written"), OPEN.values(), ids=OPEN)
def test_open_sign(header: str, place: str, sign: str, written: str) -> None:
    """A quote or bracket that nothing closes is told where it stands, not on a line it took in."""
    assert list(map(str, faults(f"---\n{header}---\n"))) == [
        f"a.md:{place}: F104 the {sign} that opens here is never closed\n    hint: write {written}"
    ]


CLOSED: dict[str, str] = {
    "quotes over lines": 'a: "b\n  c: d"\ne: f\n',
    "quotes over lines in a list": 'a:\n  - "b\n    - c"\n',
    "bracket over lines": "a: [\n  b,\n  c\n]\nd: e\n",
    "braces over lines": "a: {\nb: c,\nd: e\n}\n",
}


@pytest.mark.parametrize("header", CLOSED.values(), ids=CLOSED)
def test_closed_sign(header: str) -> None:
    """What is closed further down is read, whatever it holds."""
    assert faults(f"---\n{header}---\n") == []


def test_cost_of_empty_lines() -> None:
    """Keys with many empty lines between them are looked through once."""

    def read(empty: str) -> list[Diagnostic]:
        return faults(f"---\na: {empty}x: [\n---\n")

    assert growth(read, lambda size: "\n" * size, 4000) < LINEAR


ENDLESS: dict[str, tuple[str, int, str]] = {
    "rule in the text": ("title: x\ndate: y\n\nDu prix.\n\n---\n\nFin.\n", 3, "date: y"),
    "heading with a line below": ("title: x\n\nDu prix\n---\n\nFin.\n", 2, "title: x"),
    "heading, and a list": ("title: x\n\n## Du prix\n\n- Un : deux.\n\n---\n", 2, "title: x"),
    "heading at once": ("title: x\n# Du prix\n\nFin.\n\n---\n", 2, "title: x"),
    "keys apart": ("title: x\n\ndate: y\n\nDu prix, encore.\n\n---\n", 4, "date: y"),
}


@pytest.mark.parametrize(("text", "line", "last"), ENDLESS.values(), ids=ENDLESS)
def test_endless_keys(text: str, line: int, last: str) -> None:
    """Keys that no line of hyphens ends aren't ended by one of the text."""
    assert list(map(str, faults(f"---\n{text}"))) == [
        f"a.md:{line}:1: F103 the frontmatter isn't closed\n"
        f"    hint: write a line '---' below '{last}'"
    ]


PLACES: dict[str, tuple[str, str]] = {
    "quotes not closed": ('---\ntitle: "x\ndate: y\n---\n', "a.md:2:8"),
    "bracket not closed": ("---\ntopics: [a, b\n---\n", "a.md:2:9"),
    "no colon on the last line": ("---\ntitle: x\nedition 2004\n---\n", "a.md:3:1"),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES)
def test_place_of_fault(text: str, place: str) -> None:
    """A fault is told where it begins, not where the parser gave up."""
    assert [str(fault.location) for fault in faults(text)] == [place]


def test_many_faults() -> None:
    """Only so many are mended to read on; each is told where it stands in the file."""
    lines = [f"k{number}:\tx\n{'k'}{number}a: b : c\n" for number in range(MOST_MENDED)]
    found = faults(f"---\nlist:\n\t- a\n{''.join(lines)}---\n")
    assert [(fault.location.line, fault.code) for fault in found] == [
        (3, "F115"),
        *((5 + 2 * number, "F110") for number in range(MOST_MENDED)),
    ]


def test_places_in_mended_lines() -> None:
    """What stands behind tabs and quotes that were put in is found where its author wrote it."""
    source = read_source("a.md", "---\nlist:\n\t-\ta: b : c\n\t-\td\nk: e : f\nl: g\n---\n")
    assert isinstance(source, Source)
    assert (source.locate("list", 1), source.locate("l")) == (
        Location("a.md", 4, 4),
        Location("a.md", 6, 4),
    )
    assert [str(fault.location) for fault in source.remarks] == [
        "a.md:3:1",
        "a.md:3:7",
        "a.md:4:1",
        "a.md:5:4",
    ]


REST = {
    "outdented key": "---\n  title: x\ndate: y\n---\n",
    "second document": "---\ntitle: x\n...\ndate: y\n---\n",
    "key after braces": "---\n{title: x}\ndate: y\n---\n",
}


@pytest.mark.parametrize("text", REST.values(), ids=REST)
def test_rest_of_frontmatter(text: str) -> None:
    """What follows the first mapping isn't dropped without a word."""
    assert not isinstance(read_source("a.md", text), Source)


def test_accent_apart() -> None:
    """An accent that stands apart from its letter is told; the text is read with it in place."""
    source = read("---\r\ntitle: E\u0301te\u0301\r\n---\r\nVoila\u0300.\r\n")
    assert (source.meta, source.body, [str(remark) for remark in source.remarks]) == (
        {"title": "Été"},
        "Voilà.\n",
        [
            (
                "a.md:2:8: F119 an accent is separated from its letter: 'É'\n"
                "    hint: type the letter with its accent again"
            )
        ],
    )


def test_nesting_allowed() -> None:
    """The deepest nesting that is allowed is read."""
    assert read(f"---\na: {'[' * DEEPEST}{']' * DEEPEST}\n---\n").meta.keys() == {"a"}


SNIPPETS = [
    *(
        "---",
        "\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        "\t",
        "- ",
        ": ",
        ":",
        "title",
        "date",
        "'",
        '"',
        "[",
        "]",
    ),
    *("{", "}", "&a", "*a", "!b", "!!int ", "#", "|", ">", "%", "@", "`", "?", ",", "~", "..."),
    *("été", "œ", "😀", "\ufeff", "\u2028", "\u0085", "\x00", "\x07", "\\", "=", "<<"),
]
FILES = st.one_of(
    st.text(),
    st.binary(),
    st.text().map(lambda text: f"---\n{text}\n---\n"),
    st.binary().map(lambda data: b"---\n" + data + b"\n---\n"),
    st.lists(st.sampled_from(SNIPPETS)).map("".join),
    st.lists(st.sampled_from(SNIPPETS)).map(lambda parts: f"---\n{''.join(parts)}\n---\n"),
)


@given(FILES)
@example("---\na: \u2028\u2028\u2028 @\n---")
def test_any_file(data: str | bytes) -> None:
    """Whatever a file holds, it is read or has a fault that lies inside it."""
    found = read_source("a.md", data)
    text = data if isinstance(data, str) else data.decode("latin-1")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = found.remarks if isinstance(found, Source) else found
    places = [fault.location for fault in told]
    if isinstance(found, Source):
        places += [*found.keys.values(), *found.values.values()]
    else:
        assert told
    assert all(1 <= place.line <= len(lines) for place in places)
    assert all(1 <= place.column <= len(lines[place.line - 1].encode()) + 1 for place in places)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.text("aé0 :#'\"-[", min_size=1)
    )
)
def test_quoted_texts(meta: dict[str, str]) -> None:
    """Any texts between single quotes come back as they were."""
    lines = [f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in meta.items()]
    assert read(f"---\n{''.join(lines)}---\n").meta == meta
