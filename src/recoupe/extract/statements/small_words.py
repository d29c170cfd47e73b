"""The small words of French noun phrases: determiners, particles of names, what ends a phrase."""

from __future__ import annotations

import re

TIME_NOUNS = frozenset(
    ["veille", "lendemain", "jour", "semaine", "mois", "année", "heure", "fois", "week-end", "weekend", "heures"]
)

SINGULAR = {
    "le": "m", "la": "f", "l'": None, "un": "m", "une": "f", "ce": "m", "cet": "m", "cette": "f", "son": None,
    "sa": "f", "notre": None, "mon": None, "ma": "f", "leur": None, "du": "m", "chaque": None, "tel": "m", "aucun": "m",
}  # fmt: skip

PLURAL = frozenset(
    [
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "nos",
        "mes",
        "plusieurs",
        "certains",
        "certaines",
        "quelques",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "nombreux",
        "divers",
        "différents",
        "maints",
    ]
)

DETERMINERS = frozenset(SINGULAR) | PLURAL

DEFINITE = frozenset(
    ["le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "du"]
)

POSSESSIVE = frozenset(["son", "sa", "ses", "leur", "leurs"])

PARTICLES = frozenset(
    (
        "al el ben bin bint mint abou abu ould oulad ibn aït ait ag abd umm oum binti de d' du des von van der den da dos do das "
        "del della di la le ter ten zu und y e"
    ).split()
)

CIVIL = frozenset(["m", "mm", "mme", "mmes", "mlle", "me", "mgr", "dr", "dre", "pr", "pre", "m.", "mme.", "dr.", "me."])

STOPS = frozenset(
    ["qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "et", "ou", "mais", "ni", "car"]
)

# how somebody was reached, which is no part of who it is: `un habitant joint par téléphone`
REACHED = frozenset("joint contacté interrogé rencontré interviewé cité présent questionné sollicité".split())

# bodies that are named with the town they sit in: `l'ambassade du Pérou à Paris`
SEATED = frozenset(
    "ambassade consulat bureau représentation mission siège délégation antenne légation nonciature".split()
)

BEHIND_PARTICIPLE = frozenset(
    "à au aux de d' du des dans par en sur sous depuis pour lundi mardi mercredi jeudi".split()
)

# nouns in the name of a body that say whom it helps: `Comité d'aide aux réfugiés`
AID = frozenset("soutien aide appui secours assistance".split())

ACRONYM = re.compile(r"^[A-ZÉÈÀÂÎÔ][A-ZÉÈÀÂÎÔ0-9./&-]{1,9}$")

FINITE_FORMS = frozenset(
    [
        "a",
        "ont",
        "est",
        "sont",
        "avait",
        "avaient",
        "était",
        "étaient",
        "aurait",
        "auraient",
        "serait",
        "seraient",
        "sera",
        "seront",
        "va",
        "vont",
        "doit",
        "doivent",
        "peut",
        "peuvent",
    ]
)
