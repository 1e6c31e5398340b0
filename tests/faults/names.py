"""Files and folders: renamed, misplaced, copied, looking alike, symbolic links."""

from tests.faults import CLOSING, FORUM, TALK, Case, Channel, Link

MEMBER = FORUM["members/ana.md"]
ANSWER = FORUM["answers/prix/marge/bob.md"]

CASES: dict[str, Case] = {
    "capitals and a space": (
        {"members/Ève Noël.md": MEMBER},
        [
            (
                "members/Ève Noël.md:1:1: F122 'Ève Noël' can't be an address\n"
                "    hint: name it 'eve-noel'"
            )
        ],
    ),
    "copy of an editor": (
        {"answers/prix/marge/ana (copie).md": ANSWER},
        [
            (
                "answers/prix/marge/ana (copie).md:1:1: F122 'ana (copie)' can't be an "
                "address\n"
                "    hint: name it 'ana-copie'"
            )
        ],
    ),
    "copy of a Mac": (
        {"answers/prix/marge/bob copy 2.md": ANSWER},
        [
            (
                "answers/prix/marge/bob copy 2.md:1:1: F122 'bob copy 2' can't be an "
                "address\n"
                "    hint: name it 'bob-copy-2'"
            )
        ],
    ),
    "number of a download": (
        {"members/ana(1).md": MEMBER},
        [("members/ana(1).md:1:1: F122 'ana(1)' can't be an address\n    hint: name it 'ana-1'")],
    ),
    "device of Windows": (
        {"members/con.md": MEMBER},
        ["members/con.md:1:1: F122 'con' can't be an address\n    hint: name it 'con-1'"],
    ),
    "underscore": (
        {"talks/le_temps.md": TALK},
        [
            (
                "talks/le_temps.md:1:1: F122 'le_temps' can't be an address\n"
                "    hint: name it 'le-temps'"
            )
        ],
    ),
    "accents of a Mac": (
        {"members/e\u0301ve.md": MEMBER},
        [("members/éve.md:1:1: F122 'éve' can't be an address\n    hint: name it 'eve'")],
    ),
    "Cyrillic letter": (
        {"members/\u0430na.md": MEMBER},
        [
            (
                "members/аna.md:1:1: F122 'аna' contains a letter of another alphabet "
                "that only looks like 'a'\n"
                "    hint: name it 'ana'"
            )
        ],
    ),
    "Greek letter": (
        {"talks/pri\u03c7-n\u03bfir.md": TALK},
        [
            (
                "talks/priχ-nοir.md:1:1: F122 'priχ-nοir' contains a letter of another "
                "alphabet that only looks like 'o'\n"
                "    hint: name it 'pri-noir'"
            )
        ],
    ),
    "signs of addresses": (
        {"members/a#b.md": MEMBER, "members/a?b.md": MEMBER},
        [
            ("members/a#b.md:1:1: F122 'a#b' can't be an address\n    hint: name it 'a-b'"),
            ("members/a?b.md:1:1: F122 'a?b' can't be an address\n    hint: name it 'a-b'"),
        ],
    ),
    "no letter at all": (
        {"members/…….md": MEMBER},
        [
            (
                "members/…….md:1:1: F122 '……' can't be an address\n"
                "    hint: use lower-case letters without accents, digits and hyphens"
            )
        ],
    ),
    "two dots": (
        {"members/eve..md": MEMBER},
        [("members/eve..md:1:1: F122 'eve.' can't be an address\n    hint: name it 'eve'")],
    ),
    "name of a board": (
        {"talks/open.md": TALK},
        [
            (
                "talks/open.md:1:1: F123 the name 'open' is taken by a page of the forum\n"
                "    hint: give the file another name"
            )
        ],
    ),
    "name of a folder of pages": (
        {"members/page.md": MEMBER},
        [
            (
                "members/page.md:1:1: F123 the name 'page' is taken by a page of the forum\n"
                "    hint: give the file another name"
            )
        ],
    ),
    "character nobody sees": (
        {"members/ana\u202e.md": MEMBER, "members/eve\x1b.md": MEMBER},
        [
            (
                "members/ana\\u202e.md:1:1: F122 the name 'members/ana\\u202e.md' contains "
                "an invisible character\n"
                "    hint: use lower-case letters without accents, digits and hyphens"
            ),
            (
                "members/eve\\x1b.md:1:1: F122 the name 'members/eve\\x1b.md' contains an "
                "invisible character\n"
                "    hint: use lower-case letters without accents, digits and hyphens"
            ),
        ],
    ),
    "not UTF-8": (
        {"members/\udce9ve.md": MEMBER},
        [
            (
                "members/\\udce9ve.md:1:1: F122 the name 'members/\\udce9ve.md' contains "
                "an invisible character\n"
                "    hint: use lower-case letters without accents, digits and hyphens"
            )
        ],
    ),
    "talk among the members, member among the talks": (
        {
            "members/temps.md": TALK + CLOSING,
            "talks/eve.md": "---\nname: Eve\n---\n",
        },
        [
            (
                "members/temps.md:1:1: F121 'members/temps.md' is in a place where it "
                "isn't read\n"
                "    hint: put it into the folder 'talks'"
            ),
            (
                "talks/eve.md:1:1: F121 'talks/eve.md' is in a place where it isn't "
                "read\n"
                "    hint: put it into the folder 'members'"
            ),
        ],
    ),
    "answers in other folders": (
        {
            "questions/prix/rabais/ana.md": "---\ndate: 2004-11-02\n---\n\nOui.\n",
            "talks/prix/rabais/ana.md": "---\ndate: 2004-11-02\n---\n\nOui.\n",
        },
        [
            (
                "questions/prix/rabais/ana.md:1:1: F121 'questions/prix/rabais/ana.md' "
                "is in a place where it isn't read\n"
                "    hint: put it at 'answers/prix/rabais/ana.md' if it is an answer"
            ),
            (
                "talks/prix/rabais/ana.md:1:1: F121 'talks/prix/rabais/ana.md' is in a "
                "place where it isn't read\n"
                "    hint: put it at 'answers/prix/rabais/ana.md' if it is an answer"
            ),
        ],
    ),
    "talk in a folder": (
        {"talks/2004/temps.md": TALK},
        [
            (
                "talks/2004/temps.md:1:1: F121 'talks/2004/temps.md' is in a place where "
                "it isn't read\n"
                "    hint: put it directly in its folder"
            )
        ],
    ),
    "member in a folder": (
        {"members/a/ana.md": MEMBER},
        [
            (
                "members/a/ana.md:1:1: F121 'members/a/ana.md' is in a place where it "
                "isn't read\n"
                "    hint: put it directly in its folder"
            )
        ],
    ),
    "answer beside its question": (
        {"answers/prix/bob.md": ANSWER},
        [
            (
                "answers/prix/bob.md:1:1: F121 'answers/prix/bob.md' is in a place where "
                "it isn't read\n"
                "    hint: put it at talk/question/author.md in that folder"
            )
        ],
    ),
    "answer too deep": (
        {"answers/prix/marge/2004/bob.md": ANSWER},
        [
            (
                "answers/prix/marge/2004/bob.md:1:1: F121 "
                "'answers/prix/marge/2004/bob.md' is in a place where it isn't read\n"
                "    hint: put it at talk/question/author.md in that folder"
            )
        ],
    ),
    "outcome without its talk": (
        {"questions/marge.md": "---\n---\n"},
        [
            (
                "questions/marge.md:1:1: F121 'questions/marge.md' is in a place where "
                "it isn't read\n"
                "    hint: put it at talk/question.md in that folder"
            )
        ],
    ),
    "look-alikes": (
        {
            "members/paul.md": MEMBER,
            "members/pau1.md": MEMBER,
            "members/pernin.md": MEMBER,
            "members/pemin.md": MEMBER,
        },
        [
            (
                "members/paul.md:1:1: F125 'paul' looks like 'pau1'\n"
                "    hint: give one of the two files another name"
            ),
            (
                "members/pernin.md:1:1: F125 'pernin' looks like 'pemin'\n"
                "    hint: give one of the two files another name"
            ),
        ],
    ),
    "channel": (
        {"members/eve.md": Channel()},
        [
            (
                "members/eve.md:1:1: F128 'members/eve.md' isn't a file, but a pipe or a "
                "device of the system\n"
                "    hint: remove it"
            )
        ],
    ),
    "link to a file": (
        {"members/eve.md": Link("/etc/passwd")},
        [
            (
                "members/eve.md:1:1: F124 'members/eve.md' is a symbolic link\n"
                "    hint: put the file itself there"
            )
        ],
    ),
    "link to a folder": (
        {"talks/tous": Link("..")},
        [
            (
                "talks/tous:1:1: F124 'talks/tous' is a symbolic link\n"
                "    hint: put the file itself there"
            )
        ],
    ),
    "link to nothing": (
        {"members/eve.md": Link("ailleurs.md")},
        [
            (
                "members/eve.md:1:1: F124 'members/eve.md' is a symbolic link\n"
                "    hint: put the file itself there"
            )
        ],
    ),
    "link to itself": (
        {"members/eve.md": Link("eve.md")},
        [
            (
                "members/eve.md:1:1: F124 'members/eve.md' is a symbolic link\n"
                "    hint: put the file itself there"
            )
        ],
    ),
    "lock of an editor": ({"members/.#ana.md": Link("ana@bureau.4242:1")}, []),
}
"""What such names are told."""
