"""How French writes quantities, and the closed intervals that its hedges make of them."""

from __future__ import annotations

import pytest

from recoupe.extract.multiples import find_multiples
from recoupe.extract.numbers import find_quantities
from recoupe.extract.quantity import Quantity, interval
from recoupe.extract.shares import find_shares
from recoupe.model.figure import Number, Qualifier


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [one.span.of(text) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("384 civils", "384", 384),
        ("80.000 réfugiés", "80.000", 80000),
        ("80 000 réfugiés", "80 000", 80000),
        ("80\u00a0000 réfugiés", "80\u00a0000", 80000),
        ("80\u202f000 réfugiés", "80\u202f000", 80000),
        ("80'000 réfugiés", "80'000", 80000),
        ("80’000 réfugiés", "80’000", 80000),
        ("1.250.000 réfugiés", "1.250.000", 1250000),
        ("2,5 tonnes", "2,5", 2.5),
        ("1,6 million de personnes", "1,6 million", 1600000),
        ("3 millions de personnes", "3 millions", 3000000),
        ("12 mille personnes", "12 mille", 12000),
        ("dix-sept morts", "dix-sept", 17),
        ("vingt et un morts", "vingt et un", 21),
        ("quatre-vingt-dix-neuf morts", "quatre-vingt-dix-neuf", 99),
        ("septante-deux morts", "septante-deux", 72),
        ("nonante morts", "nonante", 90),
        ("deux cents gendarmes", "deux cents", 200),
        ("mille deux cents gendarmes", "mille deux cents", 1200),
        ("Trente mille personnes", "Trente mille", 30000),
        ("zéro victime", "zéro", 0),
        ("un million de personnes", "un million", 1000000),
        ("un demi-million de personnes", "un demi-million", 500000),
    ],
)
def test_a_plain_number_keeps_its_words_and_its_value(text: str, words: str, value: Number) -> None:
    """Digits in every grouping, number words of France, Belgium and Switzerland, and millions are exact."""
    one = only(text)
    assert (one.span.of(text), one.low, one.high, one.qualifier) == (words, value, value, Qualifier.EXACT)


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("au moins 12 civils", Qualifier.AT_LEAST, 12, None),
        ("pas moins de 12 civils", Qualifier.AT_LEAST, 12, None),
        ("douze civils au moins", Qualifier.AT_LEAST, 12, None),
        ("plus de 300 civils", Qualifier.MORE_THAN, 300, None),
        ("plus d'un millier de civils", Qualifier.MORE_THAN, 1000, None),
        ("environ 300 civils", Qualifier.ABOUT, 270, 330),
        ("quelque 15 civils", Qualifier.ABOUT, 13, 17),
        ("300 civils environ", Qualifier.ABOUT, 270, 330),
        ("une vingtaine de civils", Qualifier.ABOUT, 18, 22),
        ("une centaine de civils", Qualifier.ABOUT, 90, 110),
        ("un millier de civils", Qualifier.ABOUT, 900, 1100),
        ("une demi-douzaine de civils", Qualifier.ABOUT, 5, 7),
        ("une trentaine de millions de civils", Qualifier.ABOUT, 27000000, 33000000),
        ("près de 60 civils", Qualifier.NEARLY, 54, 60),
        ("presque 60 civils", Qualifier.NEARLY, 54, 60),
        ("au plus 60 civils", Qualifier.AT_MOST, None, 60),
        ("jusqu'à 60 civils", Qualifier.UP_TO, None, 60),
        ("moins de 60 civils", Qualifier.LESS_THAN, None, 60),
        ("entre 20 et 30 civils", Qualifier.RANGE, 20, 30),
        ("entre quinze et vingt civils", Qualifier.RANGE, 15, 20),
        ("deux à trois cents civils", Qualifier.RANGE, 200, 300),
        ("deux millions et demi de civils", Qualifier.EXACT, 2_500_000, 2_500_000),
        ("un millier et demi de civils", Qualifier.ABOUT, 1350, 1650),
        ("trois douzaines de civils", Qualifier.ABOUT, 32, 40),
        ("entre vingt et un et trente civils", Qualifier.RANGE, 21, 30),
        ("20 à 30 civils", Qualifier.RANGE, 20, 30),
        ("deux ou trois civils", Qualifier.RANGE, 2, 3),
        ("quinze à vingt millions d'euros", Qualifier.RANGE, 15000000, 20000000),
        ("des dizaines de civils", Qualifier.VAGUE, 20, 99),
        ("plusieurs centaines de civils", Qualifier.VAGUE, 200, 999),
        ("des milliers de civils", Qualifier.VAGUE, 2000, 9999),
        ("des dizaines de milliers de civils", Qualifier.VAGUE, 20000, 99999),
        ("des centaines de milliers de civils", Qualifier.VAGUE, 200000, 999999),
        ("des millions de civils", Qualifier.VAGUE, 2000000, 9999999),
    ],
)
def test_a_hedge_makes_an_interval(text: str, qualifier: Qualifier, low: Number | None, high: Number | None) -> None:
    """Each hedge gives the closed interval of the codebook, open where the words leave a side open."""
    one = only(text)
    assert (one.qualifier, one.low, one.high) == (qualifier, low, high)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("85 % du territoire", "85 %", 85),
        ("85% du territoire", "85%", 85),
        ("dix pour cent du pays", "dix pour cent", 10),
        ("plus de la moitié du pays", "moitié", 50),
        ("les deux tiers du pays", "deux tiers", 67),
        ("un tiers du pays", "un tiers", 33),
        ("un ménage sur quatre", "un ménage sur quatre", 25),
        ("six habitants sur dix", "six habitants sur dix", 60),
        ("trois centres de santé sur cinq", "trois centres de santé sur cinq", 60),
    ],
)
def test_a_share_is_a_percentage(text: str, words: str, value: Number) -> None:
    """Percent signs, fractions and ratios all give a percentage; the sign belongs to the words."""
    one = only(text)
    assert (one.span.of(text), one.units, one.low) == (words, ("percent",), value)


def test_the_noun_of_a_ratio_is_its_head() -> None:
    """`un centre de santé sur cinq` counts centres."""
    text = "trois centres de santé sur cinq"
    inside = only(text).inside
    assert inside is not None and inside.of(text) == "centres"


def test_the_two_ends_of_a_raise_are_two_quantities() -> None:
    """`est passé de 16 à 18` says two numbers, not a range; the first points to the second."""
    text = "Le bilan est passé de 16 à 18 morts."
    first, second = find_quantities(text)
    assert (first.low, second.low, first.pair) == (16, 18, second.span.start)


def test_the_lower_end_of_a_raise_has_the_magnitude_of_the_upper() -> None:
    """`de 1,2 à 1,6 million` begins at 1 200 000."""
    first, second = find_quantities("Leur nombre est passé de 1,2 à 1,6 million.")
    assert (first.low, second.low) == (1200000, 1600000)


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("12 millions d'euros", "EUR", 12000000),
        ("8,5 M$ d'aide", "USD", 8500000),
        ("3 Md€ d'aide", "EUR", 3000000000),
        ("12 km2 de forêt", "km2", 12),
        ("6 500 hectares de forêt", "km2", 65),
        ("1 700 ha de pinède", "km2", 17),
    ],
)
def test_a_unit_is_read_behind_the_number(text: str, unit: str, low: Number) -> None:
    """Money has its currency, and every area is told in square kilometres."""
    one = only(text)
    assert (one.units[0], one.low) == (unit, low)


def test_a_hedge_of_an_area_holds_for_its_square_kilometres() -> None:
    """Nearly 15 000 hectares are 135 to 150 square kilometres."""
    one = only("près de 15 000 hectares")
    assert (one.low, one.high) == (135, 150)


@pytest.mark.parametrize(
    "text",
    ["un mot", "les blessés", "F16", "mi-2016", "R2D2", "le double attentat a choqué", "trois fois plus grand"],
)
def test_what_is_no_multiple_and_no_number_is_left_alone(text: str) -> None:
    """Articles, codes and comparisons of size give no multiple."""
    assert find_multiples(text) == []


def test_a_code_is_no_number() -> None:
    """Digits inside a word are part of a name."""
    assert find_quantities("Un F16 a survolé la ville.") == ()


def test_and_more_behind_a_noun_does_not_belong_to_the_number_before() -> None:
    """`huit morts et plus de 130 blessés`: the eight are exactly eight."""
    eight, many = find_quantities("huit morts et plus de 130 blessés")
    assert (eight.qualifier, many.qualifier) == (Qualifier.EXACT, Qualifier.MORE_THAN)


def test_plus_que_restricts() -> None:
    """`ne compte plus que quatre` is four, not more than four."""
    assert only("La liste n'en compte plus que quatre.").qualifier is Qualifier.EXACT


@pytest.mark.parametrize(
    ("text", "factor"),
    [("en revendique le double.", 2.0), ("il en faut dix fois plus", 10.0), ("cinq fois moins.", 0.2)],
)
def test_a_multiple_waits_for_the_number_that_it_multiplies(text: str, factor: float) -> None:
    """A multiple has a factor and no value, until it is taken of a number."""
    one = find_multiples(text)[0]
    assert (one.factor, one.low) == (factor, None)
    assert one.taken_of(60, 60).low == 60 * factor


def test_intervals_of_about_are_rounded_outward() -> None:
    """0.9 and 1.1 times, to whole things; 20 times 0.9 is 18 and no 17."""
    assert interval(Qualifier.ABOUT, 20, 20) == (18, 22)
    assert interval(Qualifier.ABOUT, 15, 15) == (13, 17)


@pytest.mark.parametrize(
    "text",
    [
        "La Croix-Rouge lance un appel pour 10 millions de francs.",
        "Le mouvement a lancé une collecte pour 40 familles.",
    ],
)
def test_what_is_asked_for_is_no_share(text: str) -> None:
    """`un X pour N` gives a number of its own; only `un X sur N` is a part of a whole."""
    assert find_shares(text) == []
