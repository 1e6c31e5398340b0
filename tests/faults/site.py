"""What is told only when the site is built, in French; the files stand in the folders of a site."""

from tests.faults import Case

CASES: dict[str, Case] = {
    "materials that aren't there": (
        {
            "docs/interventions/temps.md": (
                "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\nmaterials:\n"
                "  - title: Un\n    file: temps/un.vtt\n"
                "  - {title: Deux, file: temps/temps.pdf}\n---\n\n## Questions\n\n- Combien ?\n"
            ),
            "docs/interventions/temps/deux.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nOui.\n",
        },
        [
            "docs/interventions/temps.md:7:11: F221 "
            "il n’y a pas de fichier «\u202finterventions/temps/un.vtt\u202f»\n"
            "    conseil\u00a0: vouliez-vous écrire «\u202ftemps/deux.vtt\u202f»\u202f?",
            "docs/interventions/temps.md:8:25: F221 "
            "il n’y a pas de fichier «\u202finterventions/temps/temps.pdf\u202f»\n"
            "    conseil\u00a0: mettez-le là, ou retirez ces lignes",
        ],
    ),
    "question that is an abbreviation": (
        {
            "docs/interventions/temps.md": (
                "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n\n"
                "## Questions\n\n- Combien ?\n- *[Quand]: Le jour ?\n"
            )
        },
        [
            "docs/interventions/temps.md:10:3: F137 "
            "cette question n’apparaît pas comme telle\u00a0: "
            "«\u202f*[Quand]: Le jour ?\u202f»\n"
            "    conseil\u00a0: écrivez-la en texte simple, sur une ligne"
        ],
    ),
    "code that nothing closes": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\nVoir :\n~~~\nx\n\nFin.\n"},
        [
            "docs/membres/bob.md:6:1: F316 rien ne referme ce bloc de code\n"
            "    conseil\u00a0: écrivez les mêmes signes, seuls sur une ligne, sous le code"
        ],
    ),
    "diagram on paper": (
        {
            "docs/interventions/temps.md": (
                "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n\n"
                "```mermaid\ngraph LR\n```\n\n```text\nmermaid\n```\n"
            )
        },
        [
            "docs/interventions/temps.md:7:1: F404 "
            "ce diagramme est imprimé comme le texte qui le décrit\n"
            "    conseil\u00a0: ajoutez-en une image, ou demandez aux organisateurs d’installer "
            "«\u202fmmdc\u202f», qui le dessine"
        ],
    ),
    "link with spaces": (
        {
            "docs/membres/bob.md": (
                "---\nname: Bob Durand\n---\n\nVoir [ici](https://example.org/mon plan.pdf).\n"
            )
        },
        [
            "docs/membres/bob.md:5:12: F315 "
            "«\u202fhttps://example.org/mon plan.pdf\u202f» n’est pas lu comme un lien\u00a0: "
            "il y a des espaces dans l’adresse\n"
            "    conseil\u00a0: écrivez «\u202fhttps://example.org/mon%20plan.pdf\u202f»"
        ],
    ),
    "picture with spaces": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\n![Un dessin](mon dessin.png)\n"},
        [
            "docs/membres/bob.md:5:14: F315 "
            "«\u202fmon dessin.png\u202f» n’est pas lu comme une image\u00a0: "
            "il y a des espaces dans l’adresse\n"
            "    conseil\u00a0: écrivez «\u202fmon%20dessin.png\u202f»"
        ],
    ),
    **{
        f"words that are taken for {what}": (
            {"docs/membres/bob.md": f"---\nname: Bob Durand\n---\n\n{text}\n"},
            [
                f"docs/membres/bob.md:{place}: F318 "
                f"le site ne montre pas tout de cette ligne\u00a0: «\u202f{words}\u202f»\n"
                "    conseil\u00a0: écrivez-la en texte simple\u202f; devant un signe qui n’est "
                "pas du Markdown, mettez «\u202f\\\u202f»"
            ],
        )
        for what, text, place, words in (
            ("a definition", "Début.\n\n[NDLR]: démenti\n\nFin.", "7:9", "démenti"),
            ("an abbreviation", "*[TVA]: taxe\n\nFin.", "5:9", "taxe"),
            ("one cell too many", "| an |\n|---|\n| 2004 | sans taxe |", "7:10", "sans, taxe"),
            ("a second note", "Un[^a].\n\n[^a]: Premier.\n[^a]: Démenti.", "8:7", "démenti"),
            ("a declaration", "Copie <![CDATA[ du texte ]]> ici.", "5:10", "cdata, texte"),
        )
    },
    "photo that isn't there": (
        {
            "docs/membres/eve.md": (
                "---\nname: Ève\nphoto: photos/eve.jpg\n"
                "consent: {publish: photo, date: 2024-01-01}\n---\n"
            )
        },
        [
            "docs/membres/eve.md:3:8: F304 "
            "il n’y a pas d’image «\u202fmembres/photos/eve.jpg\u202f»\n"
            "    conseil\u00a0: mettez-la à cet endroit, ou retirez la ligne"
        ],
    ),
    "folder with an accent": (
        {"docs/réponses/prix/marge/ana.md": "---\ndate: 2024-11-02\n---\n\nPeu.\n"},
        [
            "docs/réponses/prix/marge/ana.md:1:1: F126 "
            "«\u202fréponses\u202f» n’est pas un dossier du forum\n"
            "    conseil\u00a0: vouliez-vous écrire «\u202freponses\u202f»\u202f?"
        ],
    ),
    "talk beside its folder": (
        {"docs/temps.md": "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n"},
        [
            "docs/temps.md:1:1: F126 "
            "le fichier a les clés d’une contribution, mais n’est pas lu comme telle à cet "
            "endroit\n"
            "    conseil\u00a0: placez-le dans le dossier «\u202finterventions\u202f»"
        ],
    ),
    "a link to a file that isn't there": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\nVoir [Ana](anna.md).\n"},
        [
            "docs/membres/bob.md:5:12: F305 "
            "le lien «\u202fanna.md\u202f» mène à un fichier qui n’existe pas\n"
            "    conseil\u00a0: vouliez-vous écrire «\u202fana.md\u202f»\u202f?"
        ],
    ),
    "a link to a site without its scheme": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\nVoir [ici](www.example.org).\n"},
        [
            "docs/membres/bob.md:5:12: F305 "
            "le lien «\u202fwww.example.org\u202f» mène à un fichier qui n’existe pas\n"
            "    conseil\u00a0: écrivez «\u202fhttps://www.example.org\u202f»"
        ],
    ),
    "two versions of a text": (
        {
            "docs/membres/bob.md": (
                "---\nname: Bob Durand\n---\n\n<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> autre\n"
            )
        },
        [
            "docs/membres/bob.md:5:1: F158 "
            "deux versions du texte se trouvent ici, entre des marques de git\n"
            "    conseil\u00a0: gardez l’une des deux, et retirez les lignes "
            "«\u202f<<<<<<<\u202f», «\u202f=======\u202f», «\u202f>>>>>>>\u202f»"
        ],
    ),
    "a link to a heading that isn't there": (
        {
            "docs/membres/bob.md": (
                "---\nname: Bob Durand\n---\n\n[Le compte](../interventions/prix.md#conter)\n"
            )
        },
        [
            "docs/membres/bob.md:5:13: F306 le lien "
            "«\u202f../interventions/prix.md#conter\u202f» mène à une section qui n’existe pas\n"
            "    conseil\u00a0: vouliez-vous écrire "
            "«\u202f../interventions/prix.md#compter\u202f»\u202f?"
        ],
    ),
    "a picture that isn't there": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\n![Bob](bob.png)\n"},
        [
            "docs/membres/bob.md:5:8: F307 il n’y a pas d’image «\u202fbob.png\u202f»\n"
            "    conseil\u00a0: écrivez le chemin d’un fichier à partir du dossier de celui-ci"
        ],
    ),
    "a picture without words": (
        {
            "docs/membres/bob.md": "---\nname: Bob Durand\n---\n\n![](../assets/bob.svg)\n",
            "docs/assets/bob.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        },
        [
            "docs/membres/bob.md:5:1: F308 "
            "l’image «\u202f../assets/bob.svg\u202f» n’a pas de texte de remplacement\n"
            "    conseil\u00a0: écrivez ce qu’elle montre entre «\u202f![\u202f» et «\u202f]\u202f»"
        ],
    ),
    "a picture of another site": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\n![b](https://example.org/b.png)\n"},
        [
            "docs/membres/bob.md:5:6: F309 le site ne montre pas l’image "
            "«\u202fhttps://example.org/b.png\u202f» d’un autre site\n"
            "    conseil\u00a0: enregistrez l’image, envoyez-la avec le texte et écrivez ici son "
            "nom\u202f; «\u202fmkdocs-forum check --fix --fetch\u202f» le fait pour vous"
        ],
    ),
    "a word that looks like HTML": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\nBonjour <nom>,\n"},
        [
            "docs/membres/bob.md:5:9: F310 le site ne montre pas «\u202f<nom>\u202f»\n"
            "    conseil\u00a0: écrivez «\u202f`<nom>`\u202f» pour montrer ces signes, "
            "ou enlevez-le"
        ],
    ),
    "a legal notice that nobody filled in": (
        {"docs/mentions-legales.md": "# Mentions légales\n\n## Éditeur\n\nÀ compléter\n"},
        [
            "docs/mentions-legales.md:1:1: F303 les mentions légales sont vides\n"
            "    conseil\u00a0: dites qui édite le site, qui dirige sa publication et qui l’héberge"
        ],
    ),
}
"""Files, and what a build tells of them."""

DOCUMENTS: dict[str, Case] = {
    "picture that no document can show": (
        {
            "docs/interventions/temps.md": (
                "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n\n![Un plan](/plan.png)\n"
            )
        },
        [
            f"docs/{path}:1:1: F402 son document PDF ne peut pas montrer l’image "
            "«\u202fplan.png\u202f»\n"
            "    conseil\u00a0: mettez-y une image lisible"
            for path in ("editions/2024.md", "interventions/temps.md")
        ],
    ),
    "sign that no font has": (
        {
            "docs/interventions/temps.md": (
                "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n\nUn \U0010fffd.\n"
            )
        },
        [
            f"docs/{path}:1:1: F403 son document PDF montre des carrés à la place de\u00a0: "
            "\U0010fffd (U+10FFFD)\n"
            "    conseil\u00a0: installez là où le site est construit des polices qui ont ces "
            "signes, comme Noto"
            for path in ("editions/2024.md", "interventions/temps.md")
        ],
    ),
}
"""What is told where PDF documents are made, too: of the talk's and of that of its edition."""

UNBOUND: dict[str, Case] = {
    "document that the engine can't make": (
        {
            "docs/interventions/temps.md": (
                "---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n\nBref.\n"
            )
        },
        [
            "docs/interventions/temps.md:1:1: F401 aucun document PDF n’a pu en être fait\u00a0: "
            "no ink"
        ],
    ),
}
"""What is told where the engine fails with the talk of Bob."""

FAILING: dict[str, Case] = {
    "text at which an extension fails": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\n---\n\nBien.\n\nUne PANNE-B.\n"},
        [
            "docs/membres/bob.md:7:1: F317 "
            "ce texte ne peut pas être mis en forme et paraît tel qu’il est écrit\u00a0: "
            "KeyError: 'x'\n"
            "    conseil\u00a0: écrivez-le autrement, ou demandez aux organisateurs\u00a0: "
            "un programme qui le lit échoue"
        ],
    ),
}
"""Texts at which an extension of the site fails."""
