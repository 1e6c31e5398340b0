"""The pages that a browser looks at."""

KINDS = {
    "home": "",
    "talks": "interventions/",
    "talk": "interventions/le-juste-prix/",
    "talk in English": "interventions/pricing-abroad/",
    "questions": "questions/",
    "board": "questions/sans-reponse/",
    "question without answer": "questions/le-juste-prix/marge/",
    "question with answers": "questions/le-juste-prix/rabais/",
    "question with synthesis": "questions/la-mission-de-trop/refuser/",
    "duplicate": "questions/pricing-abroad/discount/",
    "editions": "editions/",
    "edition": "editions/2024/",
    "edition to come": "editions/2027/",
    "members": "membres/",
    "member": "membres/chloe/",
    "topics": "themes/",
    "topic": "themes/prix/",
    "contribute": "contribuer/",
    "codes": "contribuer/controles/",
    "own page": "a-propos/",
    "talk to print": "interventions/le-juste-prix/imprimer/",
    "programme to print": "editions/2025/imprimer/",
    "proceedings": "editions/2025/actes/",
}
"""One page of each kind."""
