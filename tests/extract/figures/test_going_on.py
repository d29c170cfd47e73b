"""Numbers that go on with a tally without its noun: by place, by day, others, what the next words say they are the number of."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the figures of a paragraph as its words, their kind and what they count."""
    reading = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]
    return [(one.span.of(text), one.kind.value, one.counted.value) for one in reading.figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Dix-sept, selon le parquet. C'est le nombre de corps retirés des décombres.",
            [("Dix-sept", "killed", "people")],
        ),
        (
            "Deux cents gendarmes regardaient. Trois : c'est aussi, depuis dimanche, le bilan du ministère.",
            [("Deux cents", "deployed", "police"), ("Trois", "killed", "people")],
        ),
        (
            "La vallée compte ses morts : à Lodja, douze ; à Kole, dix.",
            [("douze", "killed", "people"), ("dix", "killed", "people")],
        ),
        (
            "Le gymnase de Lodja accueille 210 personnes ; celui de Kole, 145.",
            [("210", "hosted", "people"), ("145", "hosted", "people")],
        ),
        (
            "Cinq décès ont été documentés : trois par balle, deux par arme blanche.",
            [("Cinq", "killed", "people"), ("trois", "killed", "people"), ("deux", "killed", "people")],
        ),
        (
            "Dix-neuf décès : onze à l'hôpital, huit à domicile.",
            [("Dix-neuf", "killed", "people"), ("onze", "killed", "people"), ("huit", "killed", "people")],
        ),
        (
            "Dix morts. L'ONG, qui exploite trois centres de traitement, en recense 52.",
            [("Dix", "killed", "people"), ("trois", "other", "buildings"), ("52", "killed", "people")],
        ),
        (
            "Un mort côté gouvernement, quatre côté opposition.",
            [("Un", "killed", "people"), ("quatre", "killed", "people")],
        ),
        (
            "Deux personnes y ont été touchées à la tête, une grièvement.",
            [("Deux", "injured", "people"), ("une", "injured", "people")],
        ),
        (
            "Des 5 000 tentes promises, 1 200 seulement sont arrivées.",
            [("5 000", "delivered", "goods"), ("1 200", "delivered", "goods")],
        ),
        ("La gale ronge un détenu sur deux à la prison de Kole.", [("un détenu sur deux", "detained", "prisoners")]),
    ],
)
def test_a_number_goes_on_with_the_tally_that_its_words_go_on_with(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Trente-cinq ont été repris, deux abattus.", ("deux", "killed", "people")),
        ("Trente-cinq détenus ont été repris, deux abattus.", ("deux", "killed", "prisoners")),
        ("Sept victimes ont été tirées des ruines.", ("Sept", "killed", "people")),
        ("Huit mille se sont réfugiées dans les écoles.", ("Huit mille", "hosted", "people")),
        ("L'appareil s'est écrasé avec dix-sept passagers.", ("dix-sept", "exposed", "people")),
        ("Le pénitencier, conçu pour 800 détenus, en héberge 3 700.", ("3 700", "detained", "prisoners")),
    ],
)
def test_what_befell_others_is_not_said_of_the_next(text: str, figure: tuple[str, str, str]) -> None:
    """A passive before a comma, a reflexive verb before `avec`, a prison that houses."""
    assert figure in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il est brûlé à 40 %.",
        "Le massif est en risque fort, de niveau 4 sur 5.",
        "Le juge a entendu quatre témoignages.",
        "Le gouvernement attribue les deux attaques à une même horde.",
        "Tout feu est passible de 135 euros d'amende.",
        "Une chance sur deux, dit le médecin.",
        "Elle a deux enfants.",
    ],
)
def test_what_tells_how_large_dear_or_likely_a_thing_is_counts_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Abris : 4 300 détruits, 9 100 endommagés",
            [("4 300", "destroyed", "buildings"), ("9 100", "destroyed", "buildings")],
        ),
        (
            "Les déplacés affluent : 3 200 ménages depuis lundi, soit 16 000 âmes.",
            [("3 200", "displaced", "families"), ("16 000", "displaced", "people")],
        ),
        (
            "Naufrage : onze corps repêchés, une trentaine de disparus",
            [("onze", "killed", "people"), ("une trentaine", "missing", "people")],
        ),
        (
            "Cinq n'ont pas survécu, douze sont dans un état grave, les autres sont indemnes.",
            [("Cinq", "killed", "people"), ("douze", "injured", "people")],
        ),
        ("Dix-huit familles ne pourront pas rentrer chez elles.", [("Dix-huit", "displaced", "families")]),
        ("Chine : 33 mineurs piégés", [("33", "trapped", "people")]),
    ],
)
def test_labels_lists_and_others_part_what_is_said_of_whom(text: str, figures: list[tuple[str, str, str]]) -> None:
    assert told(text) == figures
