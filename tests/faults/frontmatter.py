"""The lines at the head of a file: forgotten, unclosed, pasted from Word, full of YAML's traps."""

from tests.faults import CLOSING, TALK, Case
from tests.faults.keys import TALK_KEYS

CASES: dict[str, Case] = {
    "first key set in": (
        {"members/eve.md": "---\n name: Eve\nplace: Lyon\n---\n"},
        [
            (
                "members/eve.md:3:1: F104 'place: Lyon' isn't aligned with the key above "
                "it\n"
                "    hint: align the two; if it continues the text above, put the whole "
                "text between quotes"
            )
        ],
    ),
    "key set in by one space less": (
        {"members/eve.md": "---\nname: Eve\ncontact:\n  email: e@x.org\n phone: 0199001234\n---\n"},
        [
            (
                "members/eve.md:5:2: F104 'phone: 0199001234' isn't aligned with the key "
                "above it\n"
                "    hint: align the two; if it continues the text above, put the whole "
                "text between quotes"
            )
        ],
    ),
    "text with a colon that goes on": (
        {"members/eve.md": "---\nname: Eve\nrole: Conseil\n  spécialité: le prix\n---\n"},
        [
            (
                "members/eve.md:4:3: F104 'spécialité: le prix' isn't aligned with the "
                "key above it\n"
                "    hint: align the two; if it continues the text above, put the whole "
                "text between quotes"
            )
        ],
    ),
    "colon of full width": (
        {"members/eve.md": "---\nname：Eve\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 the frontmatter isn't a list of keys\n"
                "    hint: write 'name: Eve', with a colon and a space after the key"
            )
        ],
    ),
    "list left open": (
        {"talks/temps.md": "---\ntitle: Le temps\nedition: 2004\nspeakers: [bob, @ana]\n---\n"},
        [
            (
                "talks/temps.md:4:17: F104 this line can't be read: 'speakers: [bob, @ana]'\n"
                "    hint: write each line as 'key: value', a text with special signs between "
                "quotes"
            )
        ],
    ),
    "text without a head": (
        {"answers/prix/rabais/ana.md": "Un rabais ne vaut rien.\n"},
        [
            (
                "answers/prix/rabais/ana.md:1:1: F102 the file doesn't begin with '---'\n"
                "    hint: begin the file with a line '---', then the keys, then a line '---'"
            )
        ],
    ),
    "keys without dashes": (
        {"members/eve.md": "name: Eve Noël\n\nEve.\n"},
        [
            (
                "members/eve.md:1:1: F102 the file doesn't begin with '---'\n"
                "    hint: begin the file with a line '---', then the keys, then a line '---'"
            )
        ],
    ),
    "dashes made long by Word": (
        {"members/eve.md": "—\nname: Eve Noël\n—\n"},
        [
            (
                "members/eve.md:1:1: F102 the first line is '—' instead of '---'\n"
                "    hint: write three hyphens, '---', here and below the keys"
            ),
        ],
    ),
    "pluses of another program": (
        {"members/eve.md": '+++\nname = "Eve"\n+++\n'},
        [
            (
                "members/eve.md:1:1: F102 the first line is '+++' instead of '---'\n"
                "    hint: write three hyphens, '---', here and below the keys"
            ),
        ],
    ),
    "title above the head": (
        {"talks/temps.md": f"# Le temps\n\n{TALK}{CLOSING}"},
        [
            (
                "talks/temps.md:1:1: F102 the file doesn't begin with '---'\n"
                "    hint: begin the file with a line '---', then the keys, then a line '---'"
            )
        ],
    ),
    "empty lines above the head": (
        {"members/eve.md": "\n\n---\nname: Eve\n---\n"},
        [
            (
                "members/eve.md:1:1: F116 there is an empty line or a space before the "
                "first '---'\n"
                "    hint: begin the first line of the file with '---'"
            )
        ],
    ),
    "empty line of Windows above": (
        {"members/eve.md": "\r\n---\r\nname: Eve\r\n---\r\n"},
        [
            (
                "members/eve.md:1:1: F116 there is an empty line or a space before the "
                "first '---'\n"
                "    hint: begin the first line of the file with '---'"
            )
        ],
    ),
    "no-break space above the head": (
        {"members/eve.md": "\u00a0---\nname: Eve\n---\n"},
        [
            (
                "members/eve.md:1:1: F116 there is an empty line or a space before the "
                "first '---'\n"
                "    hint: begin the first line of the file with '---'"
            )
        ],
    ),
    "closed by nothing": (
        {"members/eve.md": "---\nname: Eve\nplace: Lyon\n\nEve.\n"},
        [
            (
                "members/eve.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write a line '---' below 'place: Lyon'"
            )
        ],
    ),
    "closed by two dashes": (
        {"members/eve.md": "---\nname: Eve\n--\n\nEve : moi.\n"},
        [
            (
                "members/eve.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write three hyphens, '---', instead of '--'"
            ),
        ],
    ),
    "closed by a long dash": (
        {"members/eve.md": "---\nname: Eve\n—\n\nEve.\n"},
        [
            (
                "members/eve.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write three hyphens, '---', instead of '—'"
            ),
        ],
    ),
    "set in, closed late": (
        {"members/eve.md": "---\nname: Eve\n ---\n\nEve.\n"},
        [
            (
                "members/eve.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write '---' alone on this line, without a space before it"
            )
        ],
    ),
    "head alone": (
        {"members/eve.md": "---"},
        [
            (
                "members/eve.md:1:1: F103 the frontmatter isn't closed\n"
                "    hint: write a line '---' below '---'"
            )
        ],
    ),
    "colon in a title": (
        {"talks/temps.md": TALK.replace("Le temps", "Le futur : pourquoi") + CLOSING},
        [
            (
                "talks/temps.md:2:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "Le futur : pourquoi"'
            )
        ],
    ),
    "colon in two titles": (
        {
            "editions/2005.md": "---\ntitle: Forum : 2005\ndate: 2005-09-24\n---\n",
            "members/eve.md": "---\nname: Eve\nrole: Conseil : prix\n---\n",
        },
        [
            (
                "editions/2005.md:2:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "Forum : 2005"'
            ),
            (
                "members/eve.md:3:7: F110 a text with a colon must be between quotes\n"
                '    hint: write role: "Conseil : prix"'
            ),
        ],
    ),
    "colon in a source": (
        {
            "answers/prix/rabais/ana.md": (
                "---\ndate: 2004-11-02\nsources:\n  - Mintzberg : Safari : 1998\n---\n\nNon.\n"
            )
        },
        [
            (
                "answers/prix/rabais/ana.md:4:5: F110 a text with a colon must be "
                "between quotes\n"
                '    hint: write - "Mintzberg : Safari : 1998"'
            )
        ],
    ),
    "colon in a single source": (
        {
            "answers/prix/rabais/ana.md": (
                "---\ndate: 2004-11-02\nsources:\n  - Mintzberg : Safari\n---\n\nNon.\n"
            )
        },
        [
            (
                "answers/prix/rabais/ana.md:4:5: F110 a text with a colon must be "
                "between quotes\n"
                '    hint: write - "Mintzberg : Safari"'
            )
        ],
    ),
    "colon in a title, and a space before that of the key": (
        {"talks/temps.md": TALK.replace("title: Le temps", "title : Le prix : pourquoi") + CLOSING},
        [
            (
                "talks/temps.md:2:9: F110 a text with a colon must be between quotes\n"
                '    hint: write title : "Le prix : pourquoi"'
            )
        ],
    ),
    "colon after quotes": (
        {
            "talks/temps.md": TALK.replace("title: Le temps", 'title: "Le prix" : pourquoi')
            + CLOSING
        },
        [
            (
                "talks/temps.md:2:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "\\"Le prix\\" : pourquoi"'
            )
        ],
    ),
    "colon after brackets": (
        {
            "talks/temps.md": TALK.replace("title: Le temps", "title: [Le prix] : pourquoi")
            + CLOSING
        },
        [
            (
                "talks/temps.md:2:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "[Le prix] : pourquoi"'
            )
        ],
    ),
    "colon in a title over two lines": (
        {
            "talks/temps.md": TALK.replace("title: Le temps", "title: Le prix :\n  pourquoi")
            + CLOSING
        },
        [
            (
                "talks/temps.md:2:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "Le prix : pourquoi"'
            )
        ],
    ),
    "colon in a very long title": (
        {"talks/temps.md": TALK.replace("Le temps", f"{'a : ' * 2000}b") + CLOSING},
        [
            (
                "talks/temps.md:2:8: F110 a text with a colon must be between quotes\n"
                f'    hint: write title: "{"a : " * 37}a :…'
            )
        ],
    ),
    "colon in topics": (
        {"members/eve.md": "---\nname: Eve\ntopics:\n  - Prix : valeur\n  - Temps :\n---\n"},
        [
            (
                "members/eve.md:4:5: F110 a text with a colon must be between quotes\n"
                '    hint: write - "Prix : valeur"'
            ),
            (
                "members/eve.md:5:5: F110 a text with a colon must be between quotes\n"
                '    hint: write - "Temps :"'
            ),
        ],
    ),
    "everything at once": (
        {
            "talks/temps.md": (
                "\n---\ntitle: Le temps : quand\nedition: 2004\nspeakers: [bob, eve]\n"
                "summary: Le prix : pourquoi\ncouleur: x\norder: un\n"
                "topics:\n\t-\tPrix : été\n\t- Coût\n"
                "licence: a : b\n---\n\n## Questions\n\n• Un ? {#un}\n• Deux ? {#un}\n"
            )
        },
        [
            (
                "talks/temps.md:1:1: F116 there is an empty line or a space before the "
                "first '---'\n"
                "    hint: begin the first line of the file with '---'"
            ),
            (
                "talks/temps.md:3:8: F110 a text with a colon must be between quotes\n"
                '    hint: write title: "Le temps : quand"'
            ),
            (
                "talks/temps.md:5:17: F203 no member is called 'eve'\n"
                "    hint: a member has a page, in a file called 'eve.md'"
            ),
            (
                "talks/temps.md:6:10: F110 a text with a colon must be between quotes\n"
                '    hint: write summary: "Le prix : pourquoi"'
            ),
            (
                "talks/temps.md:7:1: F111 no key is called 'couleur'\n"
                f"    hint: the keys are: {TALK_KEYS}"
            ),
            (
                "talks/temps.md:8:8: F113 'un' isn't allowed as 'order'\n"
                "    hint: write a whole number"
            ),
            (
                "talks/temps.md:10:1: F115 a tab isn't allowed here\n"
                "    hint: use spaces instead: '  -  Prix : été'"
            ),
            (
                "talks/temps.md:10:4: F113 'topics' can't have keys below it\n"
                "    hint: write a text, between quotes if it has a colon"
            ),
            (
                "talks/temps.md:11:1: F115 a tab isn't allowed here\n"
                "    hint: use spaces instead: '  - Coût'"
            ),
            (
                "talks/temps.md:12:10: F110 a text with a colon must be between quotes\n"
                '    hint: write licence: "a : b"'
            ),
            (
                "talks/temps.md:17:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:18:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:18:3: F134 two questions of this talk are called 'un'\n"
                "    hint: end this one with another name, such as '{#un-2}'"
            ),
        ],
    ),
    "keys in a list of names": (
        {"talks/temps.md": TALK.replace(" bob", "\n  - name: bob") + CLOSING},
        [
            (
                "talks/temps.md:5:5: F113 'speakers' can't have keys below it\n"
                "    hint: write a text, between quotes if it has a colon"
            )
        ],
    ),
    "keys in a list of texts": (
        {"members/eve.md": "---\nname: Eve\ntopics:\n  - nom: Prix\n    poids: 1\n---\n"},
        [
            (
                "members/eve.md:4:5: F113 'topics' can't have keys below it\n"
                "    hint: write a text, between quotes if it has a colon"
            )
        ],
    ),
    "space before the colon": ({"members/eve.md": "---\nname : Eve\nplace : Lyon\n---\n"}, []),
    "no-break spaces for spaces": (
        {
            "talks/temps.md": (
                "---\ntitle\u00a0: Le temps\nedition:\u202f2004\nspeakers:\n"
                "\u00a0\u00a0-\u00a0bob\ntopics:\n-\u00a0Prix\nsummary: >\n  Le prix,\n"
                "  donc\u00a0: pourquoi\u00a0?\n"
                f"date: 2004-09-24\u00a0\n---\n{CLOSING}"
            )
        },
        [
            (
                "talks/temps.md:2:6: F117 this contains U+00A0, which only looks like a "
                "space\n"
                "    hint: use a space instead"
            ),
            (
                "talks/temps.md:3:9: F117 this contains U+202F, which only looks like a "
                "space\n"
                "    hint: use a space instead"
            ),
            (
                "talks/temps.md:5:1: F117 this contains U+00A0, which only looks like a "
                "space\n"
                "    hint: use a space instead"
            ),
            (
                "talks/temps.md:7:2: F117 this contains U+00A0, which only looks like a "
                "space\n"
                "    hint: use a space instead"
            ),
        ],
    ),
    "no-break spaces in a telephone number": (
        {
            "members/eve.md": (
                "---\nname: Eve\ncontact:\n  phone: 01\u00a099\u202f00 12 34\n"
                "consent: {publish: phone, date: 2004-01-01}\n---\n"
            )
        },
        [],
    ),
    "space without width above the head": (
        {"members/eve.md": "\u200b---\n\u200bname: Eve\n---\n"},
        [
            (
                "members/eve.md:1:1: F127 this contains U+200B, which is invisible\n"
                "    hint: the site leaves it out"
            ),
        ],
    ),
    "no space after the colon": (
        {"members/eve.md": "---\nname:Eve\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 the frontmatter isn't a list of keys\n"
                "    hint: write 'name: Eve', with a colon and a space after the key"
            )
        ],
    ),
    "no space after one colon": (
        {"members/eve.md": "---\nname: Eve\nplace:Lyon\n---\n"},
        [
            (
                "members/eve.md:3:1: F104 this line can't be read: 'place:Lyon'\n"
                "    hint: write 'place: Lyon', with a colon and a space after the key"
            )
        ],
    ),
    "equals sign": (
        {"members/eve.md": "---\nname = Eve\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 the frontmatter isn't a list of keys\n"
                "    hint: write 'name: Eve', with a colon and a space after the key"
            )
        ],
    ),
    "apostrophe between quotes": (
        {"members/eve.md": "---\nname: 'Eve d'Or'\n---\n"},
        [
            (
                "members/eve.md:2:14: F104 this line can't be read: 'name: 'Eve d'Or''\n"
                '    hint: write name: "Eve d\'Or"'
            )
        ],
    ),
    "quotes left open": (
        {"members/eve.md": '---\nname: "Eve\nplace: Lyon\n---\n'},
        [
            (
                'members/eve.md:2:7: F104 the " that opens here is never closed\n'
                '    hint: write name: "Eve"'
            )
        ],
    ),
    "quotes left open above others": (
        {"members/eve.md": '---\nname: "Eve d\'Or\nplace: Lyon\nrole: "Conseil"\n---\n'},
        [
            (
                'members/eve.md:2:7: F104 the " that opens here is never closed\n'
                '    hint: write name: "Eve d\'Or"'
            )
        ],
    ),
    "words after quotes": (
        {"members/eve.md": '---\nname: "Eve" Noël\n---\n'},
        [
            (
                "members/eve.md:2:13: F104 this line can't be read: 'name: \"Eve\" Noël'\n"
                '    hint: write name: "\\"Eve\\" Noël"'
            )
        ],
    ),
    "quotes of Word": ({"members/eve.md": "---\nname: “Eve”\n---\n"}, []),
    "bracket left open": (
        {"members/eve.md": "---\nname: Eve\ntopics: [Prix, Temps\n---\n"},
        [
            (
                "members/eve.md:3:9: F104 the [ that opens here is never closed\n"
                "    hint: write topics: [Prix, Temps]"
            ),
        ],
    ),
    "end of the keys that Word made long": (
        {
            "members/eve.md": "---\nname: Eve\n—\n\nEve.\n",
            "members/guy.md": "---\nname: Guy\n--\n\nGuy.\n",
            "members/jo.md": "---\nname: Jo\n...\n\nJo.\n",
        },
        [
            (
                "members/eve.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write three hyphens, '---', instead of '—'"
            ),
            (
                "members/guy.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write three hyphens, '---', instead of '--'"
            ),
            (
                "members/jo.md:3:1: F103 the frontmatter isn't closed\n"
                "    hint: write three hyphens, '---', instead of '...'"
            ),
        ],
    ),
    "colon in the second line of a text": (
        {"talks/temps.md": TALK.replace("Le temps", "Le temps\n  qui passe : vite") + CLOSING},
        [
            (
                "talks/temps.md:3:13: F104 this line can't be read: 'qui passe : vite'\n"
                '    hint: write title: "Le temps qui passe : vite"'
            ),
        ],
    ),
    "list that isn't closed": (
        {"talks/temps.md": TALK.replace("bob", "[ana, bob") + CLOSING},
        [
            (
                "talks/temps.md:4:11: F104 the [ that opens here is never closed\n"
                "    hint: write speakers: [ana, bob]"
            ),
        ],
    ),
    "text that goes on at the margin": (
        {"talks/temps.md": TALK.replace("Le temps", "Le temps\nqui passe") + CLOSING},
        [
            (
                "talks/temps.md:3:1: F104 this line can't be read: 'qui passe'\n"
                "    hint: write it as 'key: value', or begin it with two spaces if it "
                "continues 'title:'"
            ),
        ],
    ),
    "text that begins with a number sign": (
        {"talks/temps.md": TALK.replace("Le temps", "#1 du forum") + CLOSING},
        [
            (
                "talks/temps.md:2:1: F112 the key 'title' has no value\n"
                "    hint: write its value after the colon"
            ),
            (
                "talks/temps.md:2:8: F109 '#1 du forum' is ignored: '#' begins a "
                "comment\n"
                '    hint: write title: "#1 du forum" if it belongs to the text, or put '
                "it on a line of its own"
            ),
        ],
    ),
    "text in brackets": (
        {"members/eve.md": "---\nname: [Eve] Noël\n---\n"},
        [
            (
                "members/eve.md:2:13: F104 this line can't be read: 'name: [Eve] Noël'\n"
                '    hint: write name: "[Eve] Noël"'
            ),
        ],
    ),
    "at sign first": (
        {"members/eve.md": "---\nname: @eve\n---\n"},
        [
            (
                "members/eve.md:2:7: F104 this line can't be read: 'name: @eve'\n"
                '    hint: write name: "@eve"'
            )
        ],
    ),
    "per cent first": (
        {"talks/temps.md": TALK.replace("Le temps", "% de quoi") + CLOSING},
        [
            (
                "talks/temps.md:2:8: F104 this line can't be read: 'title: % de quoi'\n"
                '    hint: write title: "% de quoi"'
            )
        ],
    ),
    "backtick first": (
        {"talks/temps.md": TALK.replace("Le temps", "`code`") + CLOSING},
        [
            (
                "talks/temps.md:2:8: F104 this line can't be read: 'title: `code`'\n"
                '    hint: write title: "`code`"'
            )
        ],
    ),
    "greater-than first": (
        {"talks/temps.md": TALK.replace("Le temps", ">100") + CLOSING},
        [
            (
                "talks/temps.md:2:10: F104 this line can't be read: 'title: >100'\n"
                '    hint: write title: ">100"'
            )
        ],
    ),
    "escapes that bring in what nobody sees": (
        {"members/eve.md": '---\nname: "Eve \\u202e\\0\\e[31m\\uFEFF"\nplace: Lyon\n---\n'},
        [
            (
                "members/eve.md:2:12: F118 this contains U+202E, which reverses the "
                "direction of writing\n"
                "    hint: remove it"
            ),
            (
                "members/eve.md:2:18: F117 this contains U+0000, which is invisible\n"
                "    hint: remove it"
            ),
            (
                "members/eve.md:2:20: F117 this contains U+001B, which is invisible\n"
                "    hint: remove it"
            ),
            (
                "members/eve.md:2:26: F127 this contains U+FEFF, which is invisible\n"
                "    hint: the site leaves it out"
            ),
        ],
    ),
    "escape in a key": (
        {"members/eve.md": '---\nname: Eve\n"\\e[31mrole": x\n---\n'},
        [
            (
                "members/eve.md:3:1: F111 no key is called '[31mrole'\n"
                "    hint: did you mean 'role'?"
            ),
            (
                "members/eve.md:3:2: F117 this contains U+001B, which is invisible\n"
                "    hint: remove it"
            ),
        ],
    ),
    "line break in a value": (
        {"members/eve.md": '---\nname: Eve\nwebsite: "x\\nF999 y"\n---\n'},
        [
            (
                "members/eve.md:3:10: F113 'x\\nF999 y' isn't allowed as 'website'\n"
                "    hint: write the whole address, such as 'https://example.org/'"
            )
        ],
    ),
    "ampersand first": (
        {"members/eve.md": "---\nname: Eve\ncompany: &Co\n---\n"},
        [
            (
                "members/eve.md:3:10: F107 '&' and '*' make references, which aren't "
                "allowed here\n"
                "    hint: put the text between quotes, or write it in full again"
            )
        ],
    ),
    "star first": (
        {"members/eve.md": "---\nname: *Eve*\n---\n"},
        [
            (
                "members/eve.md:2:11: F104 this line can't be read: 'name: *Eve*'\n"
                '    hint: write name: "*Eve*"'
            )
        ],
    ),
    "exclamation mark first": (
        {"members/eve.md": "---\nname: !Eve\n---\n"},
        [
            (
                "members/eve.md:2:7: F107 the tag '!Eve' isn't allowed here\n"
                "    hint: put the text between quotes"
            )
        ],
    ),
    "object of Python": (
        {"members/eve.md": "---\nname: !!python/object/apply:os.system [id]\n---\n"},
        [
            (
                "members/eve.md:2:7: F107 the tag '!!python/object/apply:os.system' "
                "isn't allowed here\n"
                "    hint: put the text between quotes"
            )
        ],
    ),
    "bomb of references": (
        {"members/eve.md": "---\na: &a [x, x]\nb: &b [*a, *a]\nname: [*b, *b]\n---\n"},
        [
            (
                "members/eve.md:2:4: F107 '&' and '*' make references, which aren't "
                "allowed here\n"
                "    hint: put the text between quotes, or write it in full again"
            )
        ],
    ),
    "merged keys": (
        {"members/eve.md": "---\n<<: {name: Eve}\n---\n"},
        [
            (
                "members/eve.md:1:1: F112 the key 'name' is missing\n"
                "    hint: write 'name:' and its value between the '---' lines"
            ),
            (
                "members/eve.md:2:1: F111 no key is called '<<'\n"
                "    hint: the keys are: name, sort_name, company, role, place, topics, "
                "answers_on, website, photo, account, told_of, contact, consent, aliases, draft"
            ),
        ],
    ),
    "number sign in a title": (
        {"talks/temps.md": TALK.replace("Le temps", "Forum #3") + CLOSING},
        [
            (
                "talks/temps.md:2:14: F109 '#3' is ignored: '#' begins a comment\n"
                '    hint: write title: "Forum #3" if it belongs to the text, or put it '
                "on a line of its own"
            ),
        ],
    ),
    "number sign as a topic": (
        {"members/eve.md": "---\nname: Eve\ntopics: #prix\n---\n"},
        [
            (
                "members/eve.md:3:9: F109 '#prix' is ignored: '#' begins a comment\n"
                '    hint: write topics: "#prix" if it belongs to the text, or put it on '
                "a line of its own"
            ),
        ],
    ),
    "key twice": (
        {"members/eve.md": "---\nname: Eve\nplace: Lyon\nname: Noël\n---\n"},
        [
            (
                "members/eve.md:4:1: F106 the key 'name' is given twice\n"
                "    hint: keep one of the two lines"
            )
        ],
    ),
    "key twice, once quoted": (
        {"members/eve.md": '---\nname: Eve\n"name": Noël\n---\n'},
        [
            (
                "members/eve.md:3:1: F106 the key 'name' is given twice\n"
                "    hint: keep one of the two lines"
            )
        ],
    ),
    "dash before each key": (
        {"members/eve.md": "---\n- name: Eve\n- place: Lyon\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 the frontmatter is a list: '- name: Eve'\n"
                "    hint: write 'name: Eve', without the dash"
            )
        ],
    ),
    "dash below a key": (
        {"members/eve.md": "---\nname: Eve\ncontact:\n  - email: eve@example.org\n---\n"},
        [
            (
                "members/eve.md:4:3: F113 'contact' can't be a list\n"
                "    hint: write '  email: eve@example.org', without the dash"
            )
        ],
    ),
    "list without keys": (
        {"members/eve.md": "---\n- Eve\n- Lyon\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 the frontmatter isn't a list of keys\n"
                "    hint: write each line as 'key: value'"
            )
        ],
    ),
    "text without keys": (
        {"members/eve.md": "---\nEve Noël, Lyon\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 the frontmatter isn't a list of keys\n"
                "    hint: write each line as 'key: value'"
            )
        ],
    ),
    "list as key": (
        {"members/eve.md": "---\n? [a, b]\n: c\nname: Eve\n---\n"},
        [
            (
                "members/eve.md:2:3: F105 a list or a mapping can't be a key\n"
                "    hint: write each line as 'key: value'"
            )
        ],
    ),
    "tab before a key": (
        {"members/eve.md": "---\nname: Eve\ncontact:\n\tphone: 01 99 00 12 34\n---\n"},
        [
            (
                "members/eve.md:4:1: F115 a tab isn't allowed here\n"
                "    hint: use spaces instead: '  phone: 01 99 00 12 34'"
            ),
            (
                "members/eve.md:4:2: F301 'phone' is given without the member's consent\n"
                "    hint: remove it, or name it under 'consent: publish:' if the member "
                "agrees"
            ),
        ],
    ),
    "tab after the colon": ({"members/eve.md": "---\nname:\tEve\n---\n"}, []),
    "key out of line": (
        {"members/eve.md": "---\nname: Eve\n  place: Lyon\n---\n"},
        [
            (
                "members/eve.md:3:3: F104 'place: Lyon' isn't aligned with the key above "
                "it\n"
                "    hint: align the two; if it continues the text above, put the whole "
                "text between quotes"
            )
        ],
    ),
    "keys set in": (
        {"members/eve.md": "---\n  name: Eve\nplace: Lyon\n---\n"},
        [
            (
                "members/eve.md:3:1: F104 'place: Lyon' isn't aligned with the key above "
                "it\n"
                "    hint: align the two; if it continues the text above, put the whole "
                "text between quotes"
            )
        ],
    ),
    "braces and more": (
        {"members/eve.md": "---\n{name: Eve}\nplace: Lyon\n---\n"},
        [
            (
                "members/eve.md:3:1: F104 this line can't be read: 'place: Lyon'\n"
                "    hint: write each line as 'key: value', a text with special signs between "
                "quotes"
            )
        ],
    ),
    "two documents": (
        {"members/eve.md": "---\nname: Eve\n...\nplace: Lyon\n---\n"},
        [
            (
                "members/eve.md:4:1: F104 this line can't be read: 'place: Lyon'\n"
                "    hint: write each line as 'key: value', a text with special signs between "
                "quotes"
            )
        ],
    ),
    "directive": (
        {"members/eve.md": "---\n%YAML 1.2\nname: Eve\n---\n"},
        [
            (
                "members/eve.md:3:1: F104 this line can't be read: 'name: Eve'\n"
                "    hint: write each line as 'key: value', a text with special signs between "
                "quotes"
            )
        ],
    ),
    "nested to the bottom": (
        {"members/eve.md": f"---\nname: {'[' * 3000}{']' * 3000}\n---\n"},
        [
            (
                "members/eve.md:2:1006: F104 this line can't be read: 'name: "
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…'\n"
                "    hint: write each line as 'key: value', a text with special signs between "
                "quotes"
            )
        ],
    ),
    "nested brackets left open": (
        {"members/eve.md": f"---\nname: {'[' * 3000}\n---\n"},
        [
            (
                "members/eve.md:2:1006: F104 this line can't be read: 'name: "
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…'\n"
                "    hint: write each line as 'key: value', a text with special signs "
                "between quotes"
            ),
        ],
    ),
    "nested dashes": (
        {"members/eve.md": f"---\nname:\n  {'- ' * 100}x\n---\n"},
        [("members/eve.md:3:43: F108 more than 20 levels of nesting\n    hint: use fewer levels")],
    ),
}
"""What such lines are told."""
