"""A figure that counts what came anew in a day or a stretch of days in, the same dated by them and by no earlier day out."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.reading import LocalFigure

# `trois nouveaux décès ont été enregistrés samedi`: those of Saturday
NEW = re.compile(r"^\s(?:[^\W\d]+\s){0,2}?(?:nouveaux|nouvelles|nouveau|nouvelle|supplémentaires?)\b", re.IGNORECASE)
# `au cours des dernières 24 heures`
LAST = re.compile(r"\bderni(?:ers?|ères?)\b", re.IGNORECASE)


def of_its_stretch(figure: LocalFigure, block: str) -> LocalFigure:
    """Return a figure whose count is of the day that it was made on, where it counts what came anew; `block` is its paragraph.

    The others keep what they have: `un bilan établi samedi` runs until then.
    """
    new = NEW.match(block[figure.span.end :]) is not None
    moments = tuple(
        replace(one, relation="own")
        if one.relation == "tally"
        and not (one.moment.starts or one.moment.ends)
        and (new or (one.moment.form == "rolling" and LAST.search(one.moment.span.of(block))))
        else one
        for one in figure.moments
    )
    return figure if moments == figure.moments else replace(figure, moments=moments)
