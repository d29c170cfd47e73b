"""Words before a number in, whether it is one to be dialled out: `Numéro vert : 1055. Info-trafic : 511`."""

from __future__ import annotations

import re

from recoupe.extract.quantity import Quantity

RULE = "figures.aside.dialled"
# what is called, and what answers there: behind these a number that stands alone counts nobody
SERVICE = (
    r"(?:num[ée]ros?|standard|hotline|infoligne|allô|sos|samu|info-[^\W\d]+|"
    r"ligne\s(?:verte|téléphonique|gratuite|directe|ouverte|d['’]\s?(?:écoute|urgence|appel|aide))|"
    r"cellule\s(?:d['’]\s?|de\s|des\s)?(?:écoute|appels?|soutien|psychologique|information|urgence\spsychologique)|"
    r"pour\s(?:tout\s|toute\s|tous\s|toutes\s|vos\s|plus\sd['’]\s?)(?:vos\s|autre\s)?(?:renseignement|information|signalement|urgence|question|demande|appel)s?|"
    r"(?:pour\s)?l['’]état\sdes?\s(?:routes?|pistes|réseaux))"
)
# from the service to a colon, or to the verb of calling
BEFORE = re.compile(
    rf"(?:^|[.;–•\n(«-][^\S\n]{0, 3}|\bau\s|\ble\s){SERVICE}\b[^.:;\d]{{0,60}}\s?:\s?(?:le\s|au\s)?$"
    r"|\b(?:composez|compos(?:er|ant)|appelez|appeler|téléphonez|joignable|joindre)\b[^.;:\d]{0,40}\s(?:le|au|du)\s(?:numéro\s(?:vert|gratuit|court|d['’]urgence)?\s?)?$",
    re.IGNORECASE,
)
NEAR = 120
BARE = re.compile(r"(?:[\s\u00a0\u202f.-]?\d{2,4})*[\s\u00a0\u202f]*(?:[.,;!)»]|$|\(|ou\b)", re.IGNORECASE)


def is_dialled(text: str, quantity: Quantity) -> bool:
    """Whether a number in digits, with no noun behind it, stands behind the name of a service that is called by it."""
    words = quantity.span.of(text)
    if quantity.units != ("count",) or not words[0].isdigit():
        return False
    return (
        BEFORE.search(text[max(0, quantity.span.start - NEAR) : quantity.span.start]) is not None
        and BARE.match(text, quantity.span.end) is not None
    )
