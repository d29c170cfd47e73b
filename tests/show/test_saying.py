"""Why something was found is said in the language of the interface, and a sentence that is not known stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.ledger import Ledger
from recoupe.ledger.history import History
from recoupe.show.saying import said


@pytest.mark.parametrize(
    ("own", "french"),
    [
        ("alep-01.txt appeared 2016-12-08, alep-03.txt appeared between 2016-12-09 and 2016-12-10",
         "parution : alep-01.txt, 8 déc. 2016 ; alep-03.txt, entre le 9 déc. 2016 et le 10 déc. 2016"),
        ("at least 14 (a.txt) and 17 (b.txt, in its own voice) have values in common",
         "au moins 14 (a.txt) et 17 (b.txt, en son nom) ont des valeurs en commun"),
        ("its toll of 413 (killed) had been raised in b.txt (465)",
         "son bilan de 413 (tués) avait été revu à la hausse dans b.txt (465)"),
        ("tells 3 times of Thursday as past and of no other weekday: a report of that day",
         "parle 3 fois de jeudi au passé et d'aucun autre jour de la semaine : un article de ce jour-là"),
        ("set aside: tells of 2016-11-15 as past (`depuis le 15 novembre`)",
         "écarté : parle du 15 nov. 2016 au passé (`depuis le 15 novembre`)"),
        ("killed civilians, place not said, OSDH: ≥ 465 (2016-12) (counted civilians before, people now; start not said)",
         "tués, civils, lieu non dit, OSDH : ≥ 465 (2016-12) (civils auparavant, personnes maintenant ; début non dit)"),
    ],
)  # fmt: skip
def test_a_sentence_is_said_with_its_days_kinds_and_hedges(own: str, french: str) -> None:
    assert said(own, "fr").words == french


@pytest.mark.parametrize(
    ("own", "english"),
    [
        ("its toll of 413 (killed) had been raised in b.txt (465)", "its toll of 413 (killed) had been raised in b.txt (465)"),
        ("tells of 2016-11-15 as past (`le 15 novembre`)", "tells of 15 Nov 2016 as past (`le 15 novembre`)"),
        ("deployed aid_workers, place not said: 12 (2016-12)", "deployed aid workers, place not said: 12 (2016-12)"),
    ],
)  # fmt: skip
def test_in_its_own_language_too_values_have_their_names(own: str, english: str) -> None:
    assert said(own, "en").words == english


def test_what_is_not_known_stays_and_says_its_language() -> None:
    assert said("a new kind of reason", "fr").language == "en"
    assert said("x" * 100_000, "fr").words == "x" * 100_000


def test_words_of_a_text_in_a_sentence_stay_as_they_are() -> None:
    """What an article says is no pattern and no format."""
    hostile = "{0} {one} <b> \\g<1> %s"
    assert said(f"says `{hostile}` of its own Tuesday", "fr").words == f"dit `{hostile}` de son propre mardi"


def test_every_reason_of_the_sample_is_said_in_french(sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger) as ledger:
        assert [one for one in _reasons(ledger) if said(one, "fr").language != "fr"] == []


def _reasons(ledger: Ledger) -> Iterator[str]:
    found = ledger.crisis().kept()
    assert found is not None
    for dating in found.datings:
        yield from (clue.says for clue in (*dating.clues, *dating.contradicts))
    for dispute in found.disputes:
        yield from dispute.why
    for agreement in found.agreements:
        yield from agreement.reasons
    for one in (*found.passages, *(copying for family in found.lineages for copying in family.copyings)):
        yield from one.why
    # the question of a dispute is in the language of its reports
    yield from (row.says for _, _, row in History(ledger.crisis()).items() if row.what != "new dispute")


def test_which_way_words_went_is_said_in_words() -> None:
    assert (
        said("2 passages, 40 words, from the first to the second", "fr").words
        == "2 passages, 40 mots, du premier au second"
    )
    assert said("2 passages, 40 words, direction unknown", "fr").words == "2 passages, 40 mots, sens inconnu"
