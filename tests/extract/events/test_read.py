"""What a sentence tells as an event, told as done, on hearsay, announced, thought of or denied; and what is none."""

from __future__ import annotations

import pytest

from recoupe.extract.events.words import entries_of
from recoupe.extract.local import read_paragraphs
from recoupe.extract.memo import Memo
from recoupe.extract.reading import LocalEvent
from recoupe.lexicon import Entry
from recoupe.model.article import BlockKind
from recoupe.model.event import EventModality, EventType
from recoupe.model.span import Span
from recoupe.parse.sentences import split_sentences

# PLOVER's modes, by type
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": (
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons"
        " crowd-control unconventional"
    ),
}
ENTRIES = [entry for role in ("noun", "verb", "reflexive", "passive") for entry in entries_of(role)]


def read(text: str, kind: BlockKind = BlockKind.BODY) -> tuple[LocalEvent, ...]:
    return read_paragraphs([(text, kind, split_sentences(text))], Memo(size=4))[0].events


def one(text: str) -> LocalEvent:
    (event,) = read(text)
    return event


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_an_entry_has_a_type_and_a_mode_of_plover(entry: Entry) -> None:
    assert EventType(entry.means)
    mode = entry.extra.get("mode")
    assert mode is None or mode in MODES[entry.means].split()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Les insurgés ont attaqué le village.", "reported"),
        ("Les insurgés attaquaient le village.", "reported"),
        ("Le village a été attaqué par les insurgés.", "reported"),
        ("Les insurgés n'ont pas attaqué le village.", "negated"),
        ("Les insurgés auraient attaqué le village.", "alleged"),
        ("Les insurgés vont attaquer le village.", "announced"),
        ("Les insurgés attaqueront le village.", "announced"),
        ("Les insurgés pourraient attaquer le village.", "hypothetical"),
        ("Les insurgés ont tenté d'attaquer le village.", "hypothetical"),
        ("Si les insurgés attaquent le village, la route sera coupée.", "hypothetical"),
        ("Les insurgés ont renoncé à attaquer le village.", "negated"),
        ("Le colonel nie que les insurgés aient attaqué le village.", "negated"),
        ("Les insurgés ont dû attaquer le village.", "reported"),
        ("Les insurgés ont annoncé avoir attaqué le village.", "reported"),
    ],
)
def test_what_happened_is_told_from_what_did_not(text: str, modality: str) -> None:
    event = one(text)
    assert event.type is EventType.ASSAULT
    assert event.modality is EventModality(modality)


@pytest.mark.parametrize(
    "text",
    [
        "Les médecins luttent contre les attaques de la maladie.",
        "La peur d'une attaque vide les rues.",
        "Qui a attaqué le village ?",
        "L'armée s'entraîne pour attaquer le village.",
        "Le séisme a tué douze habitants.",
        "Une avalanche a détruit le marché.",
        "Des tirs de joie ont blessé deux enfants.",
        "C'est toujours l'exode des uns.",
        "Les habitants demandent que l'armée attaque.",
        "Il ne demande qu'un lit.",
    ],
)
def test_what_is_feared_aimed_at_asked_or_done_by_nature_is_no_assault(text: str) -> None:
    assert not [event for event in read(text) if event.type in (EventType.ASSAULT, EventType.SANCTION)]


def test_actor_and_target_change_places_in_the_passive() -> None:
    active, passive = one("Les insurgés ont attaqué le convoi."), one("Le convoi a été attaqué par les insurgés.")
    for event in (active, passive):
        assert event.actor is not None
        assert event.target is not None
        assert (event.actor.text, event.target.text) == ("insurgés", "convoi")


def test_a_weapon_gives_the_mode_and_its_owner_is_the_actor() -> None:
    event = one("Les obus rebelles ont tué deux écoliers.")
    assert event.mode == "heavy-weapons"
    assert event.actor is not None
    assert event.actor.text == "rebelles"


def test_a_ceasefire_announced_is_a_concession_and_one_in_force_a_retreat() -> None:
    assert one("Le général a annoncé une trêve.").type is EventType.CONCEDE
    assert one("La trêve est entrée en vigueur lundi.").type is EventType.RETREAT


def test_help_announced_is_an_agreement_and_help_given_is_aid() -> None:
    assert one("Le ministère va distribuer des vivres.").type is EventType.AGREE
    assert one("Le ministère a distribué des vivres.").type is EventType.AID


def test_those_who_flee_are_the_target() -> None:
    event = one("Des milliers d'habitants ont fui la ville.")
    assert (event.type, event.mode, event.actor) == (EventType.SANCTION, "expel", None)
    assert event.target is not None
    assert event.target.text == "habitants"


def test_whoever_is_accused_did_it() -> None:
    accused, fired = read("Ankara accuse les miliciens d'avoir ouvert le feu sur un convoi.")
    assert (accused.type, fired.type) == (EventType.ACCUSE, EventType.ASSAULT)
    assert fired.actor is not None
    assert fired.actor.text == "miliciens"


def test_a_day_dates_the_event_of_its_own_clause_alone() -> None:
    text = "Les insurgés ont attaqué le village, a dit mardi le préfet."
    assert one(text).moments == ()
    dated = one("Mardi, les insurgés ont attaqué le village.")
    assert [moment.form for moment in dated.moments] == ["weekday"]


def test_no_two_events_of_a_paragraph_are_told_by_the_same_words_and_type() -> None:
    text = (
        "L'aviation a mené une trentaine de frappes et de raids lundi, tuant deux civils. Les frappes ont repris mardi."
    )
    events = read(text)
    assert len({(event.type, event.span) for event in events}) == len(events)
    assert all(text[event.span.start : event.span.end].strip() for event in events)


def test_a_title_tells_by_its_noun_alone() -> None:
    assert [event.type for event in read("Un accord pour vider le camp", BlockKind.TITLE)] == [EventType.AGREE]
    assert read("L'accord est au menu du jour.") == ()


def test_a_hyphen_in_a_name_ends_no_event() -> None:
    """The parse takes the halves of such a name apart."""
    assert one("La Croix-Bleue ougandaise a demandé 300 tentes.").span == Span(0, 46)


def test_what_a_named_party_is_accused_of_is_no_part_of_it() -> None:
    """`accuse la société Sorel de négligence`; a name that goes on stays whole."""
    named = [one(text).target for text in ACCUSED]
    assert [party.text if party else None for party in named] == ["société Sorel", "Front de libération"]


def test_what_an_appeal_asks_for_does_not_ask() -> None:
    """`L'ONU a lancé un appel de fonds`."""
    actor = one("L'ONU a lancé un appel de fonds de 12 millions de dollars.").actor
    assert actor is not None
    assert actor.text == "ONU"


ACCUSED = (
    "Le ministre a accusé la société Sorel de négligence.",
    "Le maire accuse le Front de libération d'avoir tiré.",
)
