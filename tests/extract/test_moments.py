"""Times in sentences: what is found, where it ends, what only looks like a time, and which numbers belong to times."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.extract.moments import find_moments, number_spans_to_ignore
from recoupe.extract.moments.fold import fold
from recoupe.extract.moments.pieces import number
from recoupe.lexicon import Entry, entries

ENTRIES = entries("fr", "moments")
SHARED = Path(__file__).parents[2].parent / "shared"
PIECES = (
    "depuis le début de l'offensive, lancée le 15 novembre",
    "Douze morts en 2014",
    "dans la nuit de mardi à mercredi",
    "du 9 au 12 mars 2021",
    "d’ici à la mi-décembre",
    "âgées de 71 et 84 ans",
    "le 31/12/1999 à 23 h 59",
    "ces dernières 48 heures",
    "le mardi 7, et",
    "2011–2012",
    "cent vingt et un jours plus tard",
    "e\u0301te\u0301 2015",
    "le 1er janvier",
    " \u202f\xa0\n",
    "«», ; .",
    "Alep-Est 🙂 İ ß",
    "février 30 99/99/9999 il y a 0 ans",
    "1.er",
)
MANGLED = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=8).map("".join)


def found(text: str) -> list[str]:
    return [moment.span.of(text) for moment in find_moments(text)]


def ignored(text: str) -> list[str]:
    return [span.of(text) for span in number_spans_to_ignore(text)]


def rules(text: str) -> set[str]:
    return {name for moment in find_moments(text) for name in moment.rule.split("+")}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_each_entry_reads_its_own_sentences_and_leaves_the_others(entry: Entry) -> None:
    """An entry's `finds` are read by it, its `ignores` are not."""
    for sentence in entry.finds:
        assert entry.name in rules(sentence), sentence
    for sentence in entry.ignores:
        assert entry.name not in rules(sentence), sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neuf ouvriers ont péri depuis mardi soir.", ["depuis mardi soir"]),
        ("Le bac a chaviré dans la nuit du 3 au 4 mai.", ["dans la nuit du 3 au 4 mai"]),
        ("Le préfet, joint ce jeudi matin, dément.", ["ce jeudi matin"]),
        ("Le puits a tari depuis le début du mois", ["depuis le début du mois"]),
        ("Le camp ferme le 7 juin. Il rouvrira.", ["le 7 juin"]),
        ("Le préfet viendra mercredi prochain, 24 août, sur les lieux.", ["mercredi prochain", "24 août"]),
        ("Entre lundi midi et mercredi soir, rien.", ["Entre lundi midi et mercredi soir"]),
        ("Bilan au 19/11 : 12 cas", ["au 19/11"]),
        ("LE 3 DECEMBRE, LA DIGUE A CEDE", ["LE 3 DECEMBRE"]),
        (
            "Il attend depuis l’annexion de l’île, en mars 2014, un procès.",
            ["depuis l’annexion de l’île, en mars 2014"],
        ),
        ("Les pluies de de\u0301cembre 2013", ["de\u0301cembre 2013"]),
        ("le\xa03\u202fmai  2015", ["le\xa03\u202fmai  2015"]),
    ],
)
def test_the_span_is_all_of_the_words_that_tell_the_time(text: str, expected: list[str]) -> None:
    """Openers, parts of the day and years are taken in, the sentence's full stop is not."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ils ont marché pendant trois jours.",
        "Le siège a duré deux mois.",
        "La navette part à 8 h 20 et revient à 17:00.",
        "La permanence est ouverte 24 h/24.",
        "Deux sœurs de 7 et 9 ans",
        "Le bazar se tient chaque mardi.",
        "La prière du vendredi a été annulée.",
        "Le Journal du Dimanche l'affirme.",
        "Le cortège a pris l'avenue du 8-Mai-1945.",
        "Le train s'est arrêté place du 11 Novembre.",
        "Il est né à Champ-de-Mars.",
        "Le sac coûte 200 francs.",
        "Le camp abrite 2015 familles.",
        "Ils sont passés de 2000 à 2500.",
        "Ils ont tiré depuis la plage.",
        "Au lendemain du scrutin, la ville est calme.",
        "Le registre est tenu à jour.",
        "Le Vendredi saint est férié.",
        "Le 31 février n'existe pas.",
        "Le pont était fermé à la veille du procès.",
        "Deux heures plus tard, le feu reprenait.",
    ],
)
def test_what_only_looks_like_a_time_is_left(text: str) -> None:
    """Durations, clock times, ages, habits and names are no moments."""
    assert found(text) == []


@pytest.mark.parametrize("counted", ["civils ont été tués", "soldats", "morts"])
def test_a_weekday_before_a_count_does_not_take_the_number(counted: str) -> None:
    """`ce mardi 7 civils` is a weekday and seven civilians, `ce mardi 7,` is a day of the month."""
    assert found(f"Ce mardi 7 {counted}") == ["Ce mardi"]
    assert ignored(f"Mardi 7 {counted}") == []
    assert found("Ce mardi 7, la digue a cédé") == ["Ce mardi 7"]


def test_an_opener_marks_what_it_opens_or_closes() -> None:
    """`depuis` starts a window, `à partir de` opens one, `d'ici à` and `au` end one, a bare day does none of it."""
    since, onward, by, as_of, plain = (
        find_moments(text)[0]
        for text in ("depuis mardi", "à partir de mardi", "d'ici à mardi", "au 3 mai", "tué mardi")
    )
    assert (since.starts, since.opens, since.ends) == (True, False, False)
    assert (onward.starts, onward.opens, onward.ends) == (False, True, False)
    assert by.ends and as_of.ends and not as_of.starts
    assert not (plain.starts or plain.opens or plain.ends)


def test_a_day_that_something_is_moved_to_ends_no_window() -> None:
    """`reporté au 15 mars` names a day, `au 15 mars` a count's last one."""
    assert not find_moments("Le sommet est reporté au 15 mars.")[0].ends


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Neuf morts depuis le début de l'offensive lancée le 15 novembre.", True),
        ("Neuf morts depuis le début, le 15 novembre, de l'offensive", True),
        ("Neuf morts depuis la prise du pouvoir par l'armée en 2021.", True),
        ("Neuf morts depuis le coup d'État du 26 juillet", True),
        ("Neuf morts depuis le début de l'offensive.", False),
        ("Depuis le début de l'offensive, neuf bateaux sont partis mardi.", False),
    ],
)
def test_an_event_that_a_window_starts_with_takes_the_day_beside_it(text: str, dated: bool) -> None:
    """Where the words date the event, its form is that of the date; else it is `event` and waits for the article."""
    moment = find_moments(text)[0]
    assert moment.starts and moment.since_event
    assert (moment.form != "event") is dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 morts en 2014", ["2014"]),
        ("500 personnes par jour", []),
        ("Deux femmes de 71 et 84 ans sont mortes.", ["71 et 84"]),
        ("Un garçon âgé de 24 ans", ["24"]),
        ("des enfants de 12 à 15 ans", ["12 à 15"]),
        ("Le convoi part à 15H00, 8 h 20 ou 17:00.", ["15H00", "8 h 20", "17:00"]),
        ("Le feu a duré trois jours et 72 heures.", ["trois", "72"]),
        ("une trêve de vingt-quatre heures", ["vingt-quatre"]),
        ("Permanence 24 h/24", ["24 h/24"]),
        ("Le 3 mai 2015, 40 soldats", ["3", "2015"]),
        ("Onze morts du 9 au 12 mars", ["9", "12"]),
        ("une dizaine de jours", ["une dizaine"]),
        ("une dizaine de morts", []),
        ("Quelque 2000 Lillois ont défilé.", []),
        ("Ils étaient 2000, selon la police.", []),
        ("Le camp a accueilli 1998 réfugiés.", []),
        ("un budget de 1 500 euros", []),
        ("celle du 10, une coque", ["10"]),
        ("12 % des 300 tentes", []),
        ("La guerre de 2008, la pire", ["2008"]),
    ],
)
def test_numbers_that_tell_times_are_told_apart_from_figures(text: str, expected: list[str]) -> None:
    """Only what belongs to a date, a clock time, a duration, an age or a year is to be left alone."""
    assert ignored(text) == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("quatre-vingt-dix", 90),
        ("soixante et onze", 71),
        ("septante-deux", 72),
        ("cent vingt et un", 121),
        ("deux cents", 200),
        ("mille neuf cents", 1900),
        ("une quinzaine", 15),
        ("deux trois", None),
        ("", None),
    ],
)
def test_number_words_are_counted(words: str, value: int | None) -> None:
    """Words that make no number stand for none."""
    assert number(words) == value


@given(MANGLED)
def test_no_text_breaks_the_search_and_every_span_is_words_of_it(text: str) -> None:
    """Spans lie in the text, in order, never overlap, and do not start or end in white space."""
    for spans in (tuple(moment.span for moment in find_moments(text)), number_spans_to_ignore(text)):
        assert list(spans) == sorted(spans)
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        assert all(first.end <= second.start for first, second in pairwise(spans))


@given(st.text())
def test_folding_keeps_the_way_back(text: str) -> None:
    """Each folded character stands for a character of the text, in order."""
    folded = fold(text)
    places = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert all(place.start < place.end <= len(text) for place in places)
    assert all(first.end <= second.start for first, second in pairwise(places))


def test_a_reading_does_not_hang_on_typography() -> None:
    """Curly apostrophes, no-break spaces, missing accents and capitals change nothing."""
    plain = find_moments("depuis le début de l'année, d'ici à décembre")
    fancy = find_moments("DEPUIS LE DEBUT DE L’ANNEE, D’ICI À\xa0DÉCEMBRE")
    assert [(moment.form, moment.value, moment.rule) for moment in plain] == [
        (moment.form, moment.value, moment.rule) for moment in fancy
    ]


@pytest.mark.skipif(not (SHARED / "corpus" / "wikinews-fr").is_dir(), reason="the corpus of French reports is absent")
def test_every_report_of_the_corpus_names_its_day() -> None:
    """A report opens with a full date, which is found with its year."""
    missing = []
    for file in sorted((SHARED / "corpus" / "wikinews-fr").glob("*.txt")):
        head = file.read_text(encoding="utf-8")[:400]
        if " 2012" in head and not any(moment.value[:1] == ("2012",) for moment in find_moments(head)):
            missing.append(file.name)
    assert missing == []
