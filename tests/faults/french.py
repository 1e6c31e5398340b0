"""What is told in French, word for word: the mistakes that members make most often."""

from tests.faults import CLOSING, FORUM, TALK, Case

ANSWER = "answers/prix/rabais/ana.md"

CASES: dict[str, Case] = {
    "quotes that nothing closes": (
        {"talks/temps.md": TALK.replace("Le temps", "\"Le temps d'un ami") + CLOSING},
        [
            (
                'talks/temps.md:2:8: F104 le " ouvert ici n’est jamais refermé\n'
                '    conseil\xa0: écrivez title: "Le temps d\'un ami"'
            )
        ],
    ),
    "what people write for keys": (
        {
            "members/eve.md": (
                "---\nnom: Eve\ncourriel: eve@example.org\n"
                "consent:\n  publish: email, courriel\n---\n"
            ),
            "talks/temps.md": ("---\ntitle: Le temps\n edition: 2004\nspeakers: bob\n---\n"),
            "talks/cout.md": ("---\ntitle: Le coût\nedition: 2004\nspeakers:ana\n---\n"),
            "talks/delai.md": (
                "---\ntitle: Le délai\nedition: 2004\nspeakers: ana\ndate: 02/11/2004\n"
                "topics: Prix, Marge\n---\n"
            ),
        },
        [
            (
                "members/eve.md:2:1: F111 aucune clé ne s’appelle «\u202fnom\u202f»\n"
                "    conseil\xa0: vouliez-vous écrire «\u202fname\u202f»\u202f?"
            ),
            (
                "members/eve.md:3:1: F111 aucune clé ne s’appelle «\u202fcourriel\u202f»\n"
                "    conseil\xa0: écrivez «\u202femail:\u202f» sous une ligne "
                "«\u202fcontact:\u202f», en retrait de deux espaces"
            ),
            (
                "members/eve.md:5:3: F112 la clé «\u202fdate\u202f» manque\n"
                "    conseil\xa0: écrivez sous «\u202fconsent:\u202f» une ligne en retrait de "
                "deux espaces, par exemple «\u202fdate: 2026-11-20\u202f»"
            ),
            (
                "members/eve.md:5:12: F113 «\u202femail, courriel\u202f» ne convient pas "
                "pour «\u202fpublish\u202f»\n"
                "    conseil\xa0: vouliez-vous écrire «\u202femail\u202f»\u202f?"
            ),
            (
                "talks/cout.md:4:1: F104 cette ligne est illisible\xa0: "
                "«\u202fspeakers:ana\u202f»\n"
                "    conseil\xa0: écrivez «\u202fspeakers: ana\u202f», avec un deux-points et une "
                "espace après la clé"
            ),
            (
                "talks/delai.md:5:7: F113 «\u202f02/11/2004\u202f» ne convient pas pour "
                "«\u202fdate\u202f»\n"
                "    conseil\xa0: écrivez l’année, le mois, puis le jour\xa0: "
                "«\u202f2004-11-02\u202f» ou «\u202f2004-02-11\u202f»"
            ),
            (
                "talks/delai.md:6:9: F120 «\u202fPrix, Marge\u202f» est lu comme un seul thème\n"
                "    conseil\xa0: écrivez «\u202ftopics: [Prix, Marge]\u202f»\u202f; si c’est un "
                "seul thème, placez-le sous «\u202ftopics:\u202f», après un tiret"
            ),
            (
                "talks/temps.md:3:2: F104 «\u202fedition: 2004\u202f» ne commence pas sous la "
                "clé du dessus\n"
                "    conseil\xa0: alignez les deux\u202f; si un texte continue sur plusieurs "
                "lignes, mettez-le tout entier entre guillemets droits"
            ),
        ],
    ),
    "no head": (
        {ANSWER: "Un rabais ne vaut rien.\n"},
        [
            (
                "answers/prix/rabais/ana.md:1:1: F102 le fichier ne commence pas par «\u202f"
                "---\u202f»\n"
                "    conseil\xa0: commencez le fichier par une ligne «\u202f---\u202f», puis "
                "les clés, puis une ligne «\u202f---\u202f»"
            )
        ],
    ),
    "not closed": (
        {ANSWER: "---\ndate: 2004-11-02\n\nRien.\n"},
        [
            (
                "answers/prix/rabais/ana.md:2:1: F103 l’en-tête n’est pas fermé\n"
                "    conseil\xa0: écrivez une ligne «\u202f---\u202f» sous «\u202fdate: "
                "2004-11-02\u202f»"
            )
        ],
    ),
    "colon": (
        {"talks/temps.md": TALK.replace("Le temps", "Le futur : pourquoi") + CLOSING},
        [
            (
                "talks/temps.md:2:8: F110 un texte qui contient un deux-points se met entre "
                "guillemets droits\n"
                '    conseil\xa0: écrivez title: "Le futur : pourquoi"'
            )
        ],
    ),
    "apostrophe": (
        {"members/eve.md": "---\nname: 'Eve d'Or'\n---\n"},
        [
            (
                "members/eve.md:2:14: F104 cette ligne est illisible\xa0: «\u202fname: 'Eve "
                "d'Or'\u202f»\n"
                '    conseil\xa0: écrivez name: "Eve d\'Or"'
            )
        ],
    ),
    "dashes": (
        {"members/eve.md": "---\n- name: Eve\n---\n"},
        [
            (
                "members/eve.md:2:1: F105 l’en-tête est une liste\xa0: «\u202f- name: "
                "Eve\u202f»\n"
                "    conseil\xa0: écrivez «\u202fname: Eve\u202f», sans le tiret"
            )
        ],
    ),
    "old Windows": (
        {"members/eve.md": "---\nname: Ève\n---\n".encode("cp1252")},
        [
            (
                "members/eve.md:2:7: F101 l’octet 0xc8 n’est pas de l’UTF-8\n"
                "    conseil\xa0: enregistrez de nouveau le fichier en choisissant "
                "l’encodage UTF-8"
            )
        ],
    ),
    "text turned round": (
        {ANSWER: "---\ndate: 2004-11-02\n---\n\nPour\u202eertnoc.\n"},
        [
            (
                "answers/prix/rabais/ana.md:5:5: F118 un caractère inverse ici le sens de "
                "l’écriture\xa0: U+202E\n"
                "    conseil\xa0: retirez-le"
            )
        ],
    ),
    "tab": (
        {"members/eve.md": "---\nname: Eve\ncontact:\n\tphone: 0199001234\n---\n"},
        [
            (
                "members/eve.md:4:1: F115 une tabulation ne peut pas se trouver ici\n"
                "    conseil\xa0: remplacez-la par des espaces\xa0: «\u202f  phone: "
                "0199001234\u202f»"
            ),
            (
                "members/eve.md:4:2: F301 «\u202fphone\u202f» est donné sans l’accord du "
                "membre\n"
                "    conseil\xa0: retirez-le, ou nommez-le sous «\u202fconsent: "
                "publish:\u202f» si le membre est d’accord"
            ),
        ],
    ),
    "day in French order": (
        {ANSWER: "---\ndate: 31/12/2024\n---\n"},
        [
            (
                "answers/prix/rabais/ana.md:1:1: F212 la réponse n’a pas de texte\n"
                "    conseil\u00a0: écrivez-la sous la deuxième ligne «\u202f---\u202f»"
            ),
            (
                "answers/prix/rabais/ana.md:2:7: F113 «\u202f31/12/2024\u202f» ne convient pas "
                "pour «\u202fdate\u202f»\n"
                "    conseil\u00a0: écrivez «\u202f2024-12-31\u202f»"
            ),
        ],
    ),
    "keys in French": (
        {"members/eve.md": "---\nnom: Eve\n---\n"},
        [
            (
                "members/eve.md:2:1: F111 aucune clé ne s’appelle «\u202fnom\u202f»\n"
                "    conseil\xa0: vouliez-vous écrire «\u202fname\u202f»\u202f?"
            )
        ],
    ),
    "speakers by name": (
        {"talks/temps.md": TALK.replace("bob", "Bob Durand") + CLOSING},
        [
            (
                "talks/temps.md:4:11: F113 «\u202fBob Durand\u202f» ne convient pas pour "
                "«\u202fspeakers\u202f»\n"
                "    conseil\xa0: écrivez «\u202fbob\u202f»"
            )
        ],
    ),
    "name of the file": (
        {"members/Ève Noël.md": FORUM["members/ana.md"]},
        [
            (
                "members/Ève Noël.md:1:1: F122 «\u202fÈve Noël\u202f» ne peut pas servir "
                "d’adresse\n"
                "    conseil\xa0: nommez-le «\u202feve-noel\u202f»"
            )
        ],
    ),
    "Cyrillic letter": (
        {"members/\u0430na.md": FORUM["members/ana.md"]},
        [
            (
                "members/аna.md:1:1: F122 «\u202fаna\u202f» contient une lettre d’un autre "
                "alphabet, qui ressemble seulement à «\u202fa\u202f»\n"
                "    conseil\xa0: nommez-le «\u202fana\u202f»"
            )
        ],
    ),
    "place of the file": (
        {"answers/prix/ana.md": "---\ndate: 2004-11-02\n---\nOui.\n"},
        [
            (
                "answers/prix/ana.md:1:1: F121 un fichier se trouve là où il n’est pas lu\xa0"
                ": «\u202fanswers/prix/ana.md\u202f»\n"
                "    conseil\xa0: rangez-le sous intervention/question/auteur.md dans ce "
                "dossier"
            )
        ],
    ),
    "path and key": (
        {ANSWER: "---\ndate: 2004-11-02\nauthor: bob\n---\n"},
        [
            (
                "answers/prix/rabais/ana.md:1:1: F212 la réponse n’a pas de texte\n"
                "    conseil\u00a0: écrivez-la sous la deuxième ligne «\u202f---\u202f»"
            ),
            (
                "answers/prix/rabais/ana.md:3:9: F114 le chemin du fichier dit «\u202fana\u202f», "
                "cette ligne dit «\u202fbob\u202f»\n"
                "    conseil\u00a0: retirez la ligne, ou déplacez le fichier"
            ),
        ],
    ),
    "bullets of Word": (
        {"talks/temps.md": f"{TALK}## Questions\n\n• Combien ?\n"},
        [
            (
                "talks/temps.md:9:1: F132 «\u202f•\u202f» n’introduit pas une question\n"
                "    conseil\xa0: commencez la ligne par «\u202f-\u202f»"
            )
        ],
    ),
    "no list": (
        {"talks/temps.md": f"{TALK}## Questions\n\nCombien ?\n"},
        [
            (
                "talks/temps.md:7:1: F131 la section des questions ne contient pas de liste\n"
                "    conseil\xa0: écrivez chaque question sur sa propre ligne, qui commence "
                "par «\u202f-\u202f»"
            )
        ],
    ),
    "name of a question": (
        {"talks/temps.md": f"{TALK}## Questions\n\n- Combien ? {{#Durée}}\n"},
        [
            (
                "talks/temps.md:9:3: F135 «\u202f{#Durée}\u202f» ne peut pas nommer une "
                "question\n"
                "    conseil\xa0: écrivez «\u202f{#duree}\u202f»"
            )
        ],
    ),
    "renamed question": (
        {"answers/prix/marges/ana.md": "---\ndate: 2004-11-02\n---\nOui.\n"},
        [
            (
                "answers/prix/marges/ana.md:1:1: F201 aucune question ne s’appelle «\u202f"
                "prix/marges\u202f»\n"
                "    conseil\xa0: vouliez-vous écrire «\u202fprix/marge\u202f»\u202f?"
            )
        ],
    ),
    "author who is no member": (
        {"answers/prix/marge/zoe.md": "---\ndate: 2004-11-02\n---\nOui.\n"},
        [
            (
                "answers/prix/marge/zoe.md:1:1: F203 aucun membre ne s’appelle «\u202f"
                "zoe\u202f»\n"
                "    conseil\xa0: un membre a une fiche, dans un fichier nommé «\u202f"
                "zoe.md\u202f»"
            )
        ],
    ),
    "answer before its talk": (
        {ANSWER: "---\ndate: 2003-11-02\n---\nOui.\n"},
        [
            (
                "answers/prix/rabais/ana.md:2:7: F209 la réponse est plus ancienne que son "
                "intervention, qui est du 2004-09-24\n"
                "    conseil\u00a0: inscrivez le jour où elle a été écrite\u202f; "
                "si c’est bien celui-ci, ajoutez «\u202fupdated\u202f»"
            )
        ],
    ),
    "contact without consent": (
        {"members/eve.md": "---\nname: Eve\ncontact: {email: eve@example.org}\n---\n"},
        [
            (
                "members/eve.md:3:11: F301 «\u202femail\u202f» est donné sans l’accord du "
                "membre\n"
                "    conseil\xa0: retirez-le, ou nommez-le sous «\u202fconsent: "
                "publish:\u202f» si le membre est d’accord"
            )
        ],
    ),
}
"""What such files are told."""
