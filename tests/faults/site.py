"""What is told only when the site is built, in French; the files stand in the folders of a site."""

from tests.faults import Case

CASES: dict[str, Case] = {
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
}
"""What such files are told."""
