"""Numbers whose noun is set elsewhere: by the theme, by `en`, by a list of names, by a demand, by what was asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Quant aux hangars, sept ont brûlé.", [("sept", "destroyed", "buildings")]),
        (
            "La ville comptait 600 000 habitants. Les insurgés en contrôlent 70 %.",
            [("600 000", "exposed", "people"), ("70 %", "controlled", "territory_share")],
        ),
        (
            "La marine a secouru 52 passagers. La police en a interpellé trois, soupçonnés d'être les passeurs.",
            [("52", "rescued", "people"), ("trois", "detained", "people")],
        ),
        ("Le manifeste énumère 212 noms.", [("212", "exposed", "people")]),
        (
            "Partis en fumée : deux kiosques et une demi-douzaine de camionnettes.",
            [("deux", "destroyed", "buildings"), ("une demi-douzaine", "destroyed", "vehicles")],
        ),
        ("Incendiés : trois autocars.", [("trois", "destroyed", "vehicles")]),
        (
            "FINANCEMENT\n\n8,5 millions de dollars requis jusqu'en juin ; 24 % reçus.",
            [("8,5 millions", "delivered", "money"), ("24 %", "delivered", "money")],
        ),
        ("L'appel de fonds n'est couvert qu'à 11 %.", [("11 %", "delivered", "money")]),
        (
            "Nous réclamons :\n\n– trois millions de francs pour chaque foyer ;\n\n– la levée des poursuites contre douze pêcheurs.",
            [("trois millions", "delivered", "money"), ("douze", "other", "people")],
        ),
        (
            "2 400 familles, soit près de 13 000 personnes, ont fui Kona. La veille, elles étaient 1 700.",
            [
                ("2 400", "displaced", "families"),
                ("13 000", "displaced", "people"),
                ("1 700", "displaced", "families"),
            ],
        ),
        (
            "Quarante habitants sont morts. Le préfet, qui a vu les fosses, s'en tient à trente et un.",
            [("Quarante", "killed", "people"), ("trente et un", "killed", "people")],
        ),
        (
            "Cinq cents détenus se sont évadés. Les 139 repris sont à l'isolement.",
            [("Cinq cents", "escaped", "prisoners"), ("139", "detained", "prisoners")],
        ),
    ],
)
def test_a_number_counts_what_its_surroundings_leave_to_it(
    text: str, rows: list[Row], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """Each counts what its sentence, its line or the sum before it sets it to count."""
    assert [(one.text, one.kind.value, one.counted.value) for one in figures(text)] == rows
