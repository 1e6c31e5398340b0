"""Files as other programs save them: encodings, marks, ends of lines, characters nobody sees."""

from tests.faults import CLOSING, TALK, Case

CASES: dict[str, Case] = {
    "old Windows": (
        {"members/eve.md": "---\nname: Ève Noël\n---\n".encode("cp1252")},
        [
            (
                "members/eve.md:2:7: F101 the byte 0xc8 isn't UTF-8\n"
                "    hint: save the file again with the encoding UTF-8"
            )
        ],
    ),
    "old Mac": (
        {"members/eve.md": "---\nname: Ève Noël\n---\n".encode("mac-roman")},
        [
            (
                "members/eve.md:2:7: F101 the byte 0xe9 isn't UTF-8\n"
                "    hint: save the file again with the encoding UTF-8"
            )
        ],
    ),
    "DOS, in the text": (
        {"answers/prix/rabais/ana.md": "---\ndate: 2004-11-02\n---\nUn été.\n".encode("cp850")},
        [
            (
                "answers/prix/rabais/ana.md:4:4: F101 the byte 0x82 isn't UTF-8\n"
                "    hint: save the file again with the encoding UTF-8"
            )
        ],
    ),
    "UTF-8 and Windows mixed": (
        {"members/eve.md": b"---\nname: \xc3\x88ve No\xebl\n---\n"},
        [
            (
                "members/eve.md:2:13: F101 the byte 0xeb isn't UTF-8\n"
                "    hint: save the file again with the encoding UTF-8"
            )
        ],
    ),
    "Unicode of Notepad": (
        {"members/eve.md": "---\nname: Eve\n---\n".encode("utf-16")},
        [
            (
                "members/eve.md:1:1: F101 the file is written in UTF-16\n"
                "    hint: save the file again with the encoding UTF-8"
            )
        ],
    ),
    "UTF-16 without its mark": (
        {"members/eve.md": "---\nname: Eve\n---\n".encode("utf-16-le")},
        [
            (
                "members/eve.md:1:2: F117 this contains U+0000, which is invisible\n"
                "    hint: remove it"
            )
        ],
    ),
    "old Windows, and more": (
        {
            "talks/temps.md": (
                "---\ntitle: Le prix : été\nedition: 2004\nspeakers: eve\n---\n\n[x](y.md)\n"
                "## Questions\n\n• Combien d'été ? {#Été}\n"
            ).encode("cp1252")
        },
        [
            (
                "talks/temps.md:2:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "Le prix : été"'
            ),
            (
                "talks/temps.md:2:18: F101 the byte 0xe9 isn't UTF-8\n"
                "    hint: save the file again with the encoding UTF-8"
            ),
            (
                "talks/temps.md:4:11: F203 no member is called 'eve'\n"
                "    hint: a member has a page, in a file called 'eve.md'"
            ),
            (
                "talks/temps.md:10:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            ("talks/temps.md:10:3: F135 '{#Été}' can't name a question\n    hint: write '{#ete}'"),
        ],
    ),
    "sign of physics for a letter": (
        {"members/eve.md": "---\nname: Eve\nrole: 10 k\u2126\n---\n"},
        [
            (
                "members/eve.md:3:11: F119 this contains U+2126, which only looks like "
                "'Ω'\n"
                "    hint: type the letter again"
            ),
        ],
    ),
    "UTF-16 cut in the middle": (
        {"members/eve.md": "---\nname: Eve\n---\n".encode("utf-16")[:-1]},
        [
            (
                "members/eve.md:1:1: F101 the file is written in UTF-16\n"
                "    hint: save the file again with the encoding UTF-8"
            ),
            (
                "members/eve.md:2:1: F103 the frontmatter isn't closed\n"
                "    hint: write a line '---' below 'name: Eve'"
            ),
        ],
    ),
    "byte order mark": ({"members/eve.md": b"\xef\xbb\xbf---\nname: Eve\n---\n"}, []),
    "byte order mark twice": (
        {"members/eve.md": b"\xef\xbb\xbf\xef\xbb\xbf---\nname: Eve\n---\n"},
        [
            (
                "members/eve.md:1:1: F127 this contains U+FEFF, which is invisible\n"
                "    hint: the site leaves it out"
            )
        ],
    ),
    "two files joined": (
        {"members/eve.md": b"---\nname: Eve\n---\n\n\xef\xbb\xbfBonjour.\n"},
        [
            (
                "members/eve.md:5:1: F127 this contains U+FEFF, which is invisible\n"
                "    hint: the site leaves it out"
            )
        ],
    ),
    "ends of lines of Windows": ({"members/eve.md": b"---\r\nname: Eve\r\n---\r\nEve.\r\n"}, []),
    "ends of lines of old Macs": ({"members/eve.md": b"---\rname: Eve\r---\rEve.\r"}, []),
    "all ends of lines mixed": (
        {"members/eve.md": b"---\r\nname: Eve\rplace: [Lyon\n---\n"},
        [
            (
                "members/eve.md:3:8: F104 the [ that opens here is never closed\n"
                "    hint: write place: [Lyon]"
            ),
        ],
    ),
    "picture with another name": (
        {"members/eve.md": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"},
        [
            (
                "members/eve.md:1:1: F102 this isn't a text, but a document of another "
                "program\n"
                "    hint: copy its text into a plain text file, below the keys"
            ),
        ],
    ),
    "Word document with another name": (
        {"members/eve.md": b"PK\x03\x04\x14\x00\x06\x00"},
        [
            (
                "members/eve.md:1:1: F102 this isn't a text, but a document of another "
                "program\n"
                "    hint: copy its text into a plain text file, below the keys"
            ),
        ],
    ),
    "documents and pictures with another name": (
        {
            "members/eve.md": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
            "members/guy.md": b"\x89PNG\r\n\x1a\n",
            "talks/temps.md": b"\xd0\xcf\x11\xe0\xa1\xb1",
        },
        [
            (
                "members/eve.md:1:1: F102 this isn't a text, but a document of another "
                "program\n"
                "    hint: copy its text into a plain text file, below the keys"
            ),
            (
                "members/guy.md:1:1: F102 this isn't a text, but a document of another "
                "program\n"
                "    hint: copy its text into a plain text file, below the keys"
            ),
            (
                "talks/temps.md:1:1: F102 this isn't a text, but a document of another "
                "program\n"
                "    hint: copy its text into a plain text file, below the keys"
            ),
        ],
    ),
    "RTF with another name": (
        {"members/eve.md": "{\\rtf1\\ansi Eve}"},
        [
            (
                "members/eve.md:1:1: F102 this isn't a text, but a document of another "
                "program\n"
                "    hint: copy its text into a plain text file, below the keys"
            ),
        ],
    ),
    "empty file": (
        {"members/eve.md": b""},
        [
            (
                "members/eve.md:1:1: F102 the file doesn't begin with '---'\n"
                "    hint: begin the file with a line '---', then the keys, then a line '---'"
            )
        ],
    ),
    "a single NUL": (
        {"members/eve.md": b"\0"},
        [
            (
                "members/eve.md:1:1: F117 this contains U+0000, which is invisible\n"
                "    hint: remove it"
            )
        ],
    ),
    "NUL in the text": (
        {"answers/prix/rabais/ana.md": b"---\ndate: 2004-11-02\n---\n\nTrop\0.\n"},
        [
            (
                "answers/prix/rabais/ana.md:5:5: F117 this contains U+0000, which is "
                "invisible\n"
                "    hint: remove it"
            )
        ],
    ),
    "page break of Word": (
        {"talks/temps.md": f"{TALK}Un.\n\x0cDeux.\n{CLOSING}"},
        [
            (
                "talks/temps.md:8:1: F127 this contains U+000C, which is invisible\n"
                "    hint: the site leaves it out"
            )
        ],
    ),
    "line break of Word": (
        {"talks/temps.md": f"{TALK}Un.\x0bDeux.\n{CLOSING}"},
        [
            (
                "talks/temps.md:7:4: F127 this contains U+000B, which is invisible\n"
                "    hint: the site leaves it out"
            )
        ],
    ),
    "line separator": (
        {"talks/temps.md": f"{TALK}Un.\u2028Deux.\n{CLOSING}"},
        [
            (
                "talks/temps.md:7:4: F127 this contains U+2028, which is invisible\n"
                "    hint: the site leaves it out"
            )
        ],
    ),
    "colours of a terminal": (
        {"talks/temps.md": f"{TALK}\x1b[31mUn.\x1b[0m\n{CLOSING}"},
        [
            (
                "talks/temps.md:7:1: F117 this contains U+001B, which is invisible\n"
                "    hint: remove it"
            )
        ],
    ),
    "lone surrogate": (
        {"members/eve.md": b"---\nname: \xed\xa0\x80\n---\n"},
        [
            (
                "members/eve.md:2:7: F101 the byte 0xed isn't UTF-8\n"
                "    hint: save the file again with the encoding UTF-8"
            )
        ],
    ),
    "text turned round": (
        {"answers/prix/rabais/ana.md": "---\ndate: 2004-11-02\n---\n\nPour\u202eertnoc.\n"},
        [
            (
                "answers/prix/rabais/ana.md:5:5: F118 this contains U+202E, which "
                "reverses the direction of writing\n"
                "    hint: remove it"
            )
        ],
    ),
    "name turned round": (
        {"members/eve.md": "---\nname: Eve \u2067Noël\n---\n"},
        [
            (
                "members/eve.md:2:11: F118 this contains U+2067, which reverses the "
                "direction of writing\n"
                "    hint: remove it"
            )
        ],
    ),
    "accents of a Mac's file name": (
        {"members/eve.md": "---\nname: E\u0300ve Noe\u0308l\n---\n"},
        [
            (
                "members/eve.md:2:7: F119 an accent is separated from its letter: 'È'\n"
                "    hint: type the letter with its accent again"
            )
        ],
    ),
    "accents apart in the text": (
        {"talks/temps.md": f"{TALK}Un e\u0301te\u0301.\n{CLOSING}"},
        [
            (
                "talks/temps.md:7:4: F119 an accent is separated from its letter: 'é'\n"
                "    hint: type the letter with its accent again"
            )
        ],
    ),
    "spaces of French typography": ({"members/eve.md": "---\nname: Eve\u00a0Noël\n---\n"}, []),
}
"""What such files are told."""
