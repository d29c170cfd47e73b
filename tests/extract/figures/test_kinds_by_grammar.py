"""What the grammar around a number settles: whose object it is, how it ended, whom it is taken out of, whom they serve."""

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
            "Trois alpinistes ensevelis sous une avalanche ont été retrouvés morts.",
            [("Trois", "killed", "people")],
        ),
        (
            "Deux gendarmes, touchés par balle, n'ont pas survécu à leurs blessures.",
            [("Deux", "killed", "police")],
        ),
        ("Deux gendarmes, touchés par balle, ont été opérés.", [("Deux", "injured", "police")]),
    ],
)
def test_the_verb_says_how_it_ended_for_those_of_whom_a_participle_tells(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    """What a participle tells came before; the verb behind it says who died and who was saved."""
    assert told(text) == figures


def test_what_somebody_has_done_is_not_whom_the_last_verb_befalls() -> None:
    """The fires that a man is said to have lit are not arrested with him, and the drivers whom they arrested are."""
    lit = told("Un pyromane soupçonné d'avoir allumé quatre incendies a été arrêté.")
    assert [(words, counted) for words, _, counted in lit] == [("quatre", "other")]
    assert lit[0][1] != "detained"
    assert told("La police a arrêté quatre chauffeurs.") == [("quatre", "detained", "people")]
    assert told("Les ravisseurs ont relâché quatre de leurs otages.") == [("quatre", "rescued", "people")]


def test_those_it_happened_to_are_taken_out_of_those_who_were_there() -> None:
    """`30 000 habitants sur 45 000 sont partis`: the verb is said of the first number, the second were there."""
    assert told("Dans ce bourg, 30 000 habitants sur 45 000 ont fui.") == [
        ("30 000", "displaced", "people"),
        ("45 000", "exposed", "people"),
    ]


def test_a_verb_in_the_plural_is_said_of_both_of_its_subjects() -> None:
    """One of two who died together is counted; of two clauses the second verb is not the first's."""
    assert told("Une fillette et sa grand-mère ont été tuées.") == [("Une", "killed", "children")]
    assert told("Une fillette attend et sa grand-mère a été tuée.") == []


def test_one_more_of_those_counted_before_is_a_figure() -> None:
    """An ordinal or `autre` for a noun goes on counting; before a noun it does not."""
    assert told("Trois ouvriers sont morts, un quatrième est entre la vie et la mort.") == [
        ("Trois", "killed", "people"),
        ("un", "injured", "people"),
    ]
    assert told("Trois ouvriers sont morts, un quatrième jour de deuil est annoncé.") == [("Trois", "killed", "people")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Trois employés d'une ONG ont été exécutés.", "aid_workers"),
        ("Trois membres de la police ont été tués.", "police"),
        ("Trois agents de l'hôpital ont été tués.", "health_workers"),
        ("Trois hommes de la milice ont été tués.", "combatants"),
        ("Trois employés de l'usine ont été tués.", "people"),
    ],
)
def test_whom_they_serve_says_what_they_are(text: str, counted: str) -> None:
    """Those who work for an organisation of aid, a hospital, the police or an army are counted as such."""
    assert told(text) == [("Trois", "killed", counted)]


def test_what_stands_under_a_preposition_is_no_single_dead() -> None:
    """The article in `sous une bâche` counts nobody, whatever the verb behind says."""
    assert told("Trois ouvriers abrités sous une bâche sont morts.") == [("Trois", "killed", "people")]


def test_of_them_are_people_where_only_people_can_undergo_it() -> None:
    """Houses are not missing: `d'entre eux` goes back to people, whatever was counted last."""
    assert told("Le séisme a détruit trois immeubles. Deux d'entre eux restent introuvables.")[1] == (
        "Deux",
        "missing",
        "people",
    )
    assert told("Le séisme a touché trois immeubles. Deux d'entre eux ont été rasés.")[1] == (
        "Deux",
        "destroyed",
        "buildings",
    )


def test_a_number_of_those_whose_noun_has_no_plural_is_read() -> None:
    """`le nombre de sans-abri` names what the two ends of a raise count."""
    assert told("Le nombre de sans-abri passant de 600 à 1 200, la mairie a ouvert une école.") == [
        ("600", "displaced", "people"),
        ("1 200", "displaced", "people"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("La sécheresse a tué la moitié de mon troupeau.", "other", "goods"),
        ("L'état-major a retiré deux hélicoptères.", "other", "vehicles"),
        ("Trente jeunes se sont enfuis du camp de rééducation.", "escaped", "people"),
        ("Trente familles se sont enfuies du village.", "displaced", "families"),
        ("Une trentaine de bus sont restés bloqués par la neige.", "trapped", "vehicles"),
        ("Deux voitures piégées ont explosé.", "launched", "vehicles"),
        ("Trois enfants se sont noyés.", "killed", "children"),
    ],
)
def test_what_can_befall_them_decides_between_two_senses(text: str, kind: str, counted: str) -> None:
    """A herd does not die as people do, prisoners who flee escape, and vehicles are stuck where people are trapped."""
    assert [figure[1:] for figure in told(text)] == [(kind, counted)]


def test_a_verb_behind_another_count_is_said_of_that_count() -> None:
    """`ont péri et 3 000 ont dû fuir`: the nearest verb is each number's own; a joined participle takes what follows it."""
    assert told("Neuf personnes au moins ont péri et plus de 3 000 ont dû quitter leur village.")[0] == (
        "Neuf",
        "killed",
        "people",
    )
    assert told("La crue a noyé trois bergers et endommagé cinq hameaux.")[1] == ("cinq", "destroyed", "settlements")


def test_what_is_told_of_the_first_is_not_told_of_those_listed_behind_the_verb() -> None:
    """The wounded of a list were not killed, and a numbered participle is a count of its own."""
    assert [
        figure[:2]
        for figure in told("Selon un bilan, 80 personnes ont été tuées, 220 blessées et 14 restent introuvables.")
    ] == [("80", "killed"), ("220", "injured"), ("14", "missing")]
    assert [figure[:2] for figure in told("Un foyer de choléra : cent douze malades, neuf décédés.")] == [
        ("cent douze", "ill"),
        ("neuf", "killed"),
    ]


def test_victims_who_were_aboard_are_dead() -> None:
    """Where the dead were when they died does not make them people who were only there."""
    assert told("L'attaque a fait vingt morts. Neuf des victimes se trouvaient à bord du car.")[1][1] == "killed"
    assert told("Neuf personnes se trouvaient à bord du car.") == [("Neuf", "exposed", "people")]


def test_a_label_before_the_colon_says_what_befell_plain_people() -> None:
    """`Déplacés : 300 personnes` are displaced; a label that is no kind says nothing."""
    assert told("Déplacés : 12 750 personnes dans 41 sites.")[0] == ("12 750", "displaced", "people")
    assert told("Population : 12 750 personnes dans 41 sites.")[0] == ("12 750", "other", "people")


def test_an_answer_is_a_figure_of_what_was_asked() -> None:
    """A number that somebody answers with counts what the question or the number before it counts."""
    assert told("Combien seront évacués ? Pas plus de 2 000 personnes, dit le préfet.") == [
        ("2 000", "evacuated", "people")
    ]
    assert told("Il y avait 60 passagers à bord, selon la police ; « pas plus de quarante », rétorque l'armateur.")[
        1
    ] == (
        "quarante",
        "exposed",
        "people",
    )
    assert told("Une marche a traversé le centre. « Quatre mille », jurent les associations.")[0][1] == "protesting"


def test_numbers_told_in_the_same_way_as_the_one_before_are_of_one_tally() -> None:
    """A second number in brackets, a second source without its verb, and the half of `du double` go on counting."""
    assert [words for words, _, _ in told("Des cas ont été relevés à Marovoay (38 cas) et à Mahajanga (8).")] == [
        "38",
        "8",
    ]
    assert [words for words, _, _ in told("L'État a parlé de 6 500 marcheurs, l'institut de 22 000.")] == [
        "6 500",
        "22 000",
    ]


def test_one_of_them_is_a_figure_whatever_is_said_of_it() -> None:
    """`dont un grièvement` counts one of those before it."""
    assert told("Onze gendarmes ont été blessés, dont un grièvement.") == [
        ("Onze", "injured", "police"),
        ("un", "injured", "police"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("Parmi les morts, sept enfants.", "killed", "children"),
        ("Trois femmes figuraient parmi les corps identifiés.", "killed", "women"),
        ("Vingt ouvriers attendent toujours d'être remontés du puits.", "trapped", "people"),
        ("Six rames de métro ont pris feu.", "destroyed", "vehicles"),
        ("Le séisme a privé de toit 15 000 familles.", "displaced", "families"),
        ("La municipalité a recensé 400 logements sinistrés.", "destroyed", "buildings"),
        ("Les islamistes ont fait main basse sur quatre localités.", "controlled", "settlements"),
        ("Les mutins détiennent onze gardiens en otages.", "abducted", "people"),
        ("Le ministère envoie deux escadrons de gendarmerie.", "deployed", "police"),
    ],
)
def test_what_stands_around_decides_between_two_kinds(text: str, kind: str, counted: str) -> None:
    """Words behind or before a verb give it another sense, and a group is named by those in it."""
    assert [figure[1:] for figure in told(text)] == [(kind, counted)]


def test_those_taken_out_of_a_whole_named_first_are_not_the_whole() -> None:
    """`sur les 62 passagers, 38 ont péri`: the verb is said of the 38, the 62 were there."""
    assert told("Sur les 62 passagers montés à Oran, 38 ont péri.") == [
        ("62", "exposed", "people"),
        ("38", "killed", "people"),
    ]
    assert told("Sur les 53 blessés enregistrés, 31 ont regagné leur domicile.")[0] == ("53", "injured", "people")


def test_a_toll_spelled_out_goes_on_to_its_end() -> None:
    """Soldiers and attackers of a toll are dead, not deployed, as far as the list goes."""
    listed = told(
        "La justice en est à 96 tués : 64 civils – dont 22 femmes et 17 enfants –, 26 militaires, six assaillants."
    )
    assert [kind for _, kind, _ in listed] == ["killed"] * 6
    assert told("L'armée reconnaît 26 tués, à savoir dix-neuf soldats et sept gendarmes.")[1:] == [
        ("dix-neuf", "killed", "combatants"),
        ("sept", "killed", "police"),
    ]
    assert told("Une attaque a fait 26 tués. Dix-neuf soldats patrouillent en ville.")[1][1] == "deployed"


def test_they_are_people_and_no_sum_of_money() -> None:
    """A pronoun goes back to the people counted last, over money and places."""
    assert told("Le camp abrite 300 personnes dans 41 tentes ; elles étaient près de 900 en mai.")[2][2] == "people"
    assert told("Ils étaient 6 500, dimanche, à descendre l'avenue.") == [("6 500", "protesting", "people")]


def test_of_those_before_says_what_befell_them() -> None:
    """`Parmi eux` begins a sentence with a part of the toll before it."""
    assert told("Trente personnes ont été blessées. Parmi eux, on dénombre six pompiers.")[1] == (
        "six",
        "injured",
        "aid_workers",
    )


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Le gouvernement a envoyé 450 hommes en renfort.", "combatants"),
        ("La gendarmerie a envoyé 450 hommes en renfort.", "police"),
        ("Les pompiers ont envoyé 450 hommes en renfort.", "aid_workers"),
    ],
)
def test_men_who_are_sent_are_soldiers_unless_they_fight_fires_or_keep_order(text: str, counted: str) -> None:
    """`hommes` who are deployed belong to a force; which one the sentence says."""
    assert told(text) == [("450", "deployed", counted)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On s'inquiète du sort d'une trentaine d'éleveurs, arrêtés samedi.", "detained"),
        ("On s'inquiète du sort d'une trentaine d'éleveurs.", "missing"),
        ("Une trentaine d'éleveurs risquent de mourir de faim.", "affected"),
        ("Une trentaine d'éleveurs ont été piétinés à mort.", "killed"),
        ("Une trentaine d'éleveurs restent entre les mains des ravisseurs.", "abducted"),
        ("Une trentaine d'éleveurs ont repris le chemin du village.", "returned"),
        ("Une trentaine d'éleveurs ont repris le chemin de l'exil.", "other"),
        ("La police a embarqué une trentaine d'éleveurs.", "detained"),
        ("Le ferry a embarqué une trentaine d'éleveurs.", "exposed"),
    ],
)
def test_the_words_beside_a_verb_say_which_sense_it_has(text: str, kind: str) -> None:
    """One verb befalls people in several ways, by who does it and by what stands behind it."""
    assert [figure[1] for figure in told(text)] == [kind]


def test_brackets_spell_out_a_toll_and_what_was_expected_is_a_figure() -> None:
    """Those in brackets died with the whole; a participle of expectation behind a bare number makes it one of the tally."""
    assert [
        kind for _, kind, _ in told("L'ONU confirme la mort de 164 civils (89 hommes, 58 femmes et 17 enfants).")
    ] == ["killed"] * 4
    assert told("Le convoi a permis la sortie de 1 140 personnes, loin des 3 000 prévues.")[1] == (
        "3 000",
        "evacuated",
        "people",
    )


def test_those_out_of_whom_others_are_taken_keep_what_their_own_words_say() -> None:
    """`deux des cinq enseignants enlevés`: the five were abducted, the two are free."""
    assert told("Deux des cinq enseignants enlevés ont été relâchés.") == [
        ("Deux", "rescued", "people"),
        ("cinq", "abducted", "people"),
    ]


def test_who_telling_a_number_hands_nothing_over() -> None:
    """`en annonce` goes on counting what was counted; `a annoncé` an aid hands it over."""
    assert told("La ville a recensé 62 maisons détruites, la région en annonce 300.")[1][1] == "destroyed"
    assert told("Le ministère a annoncé 300 tentes.") == [("300", "delivered", "goods")]


def test_many_who_did_something_together_behind_a_source_are_a_crowd() -> None:
    """A source may stand between a number and what its people did."""
    assert told("Samedi, ils étaient 3 500, selon la police, à défiler.") == [("3 500", "protesting", "people")]


def test_nine_others_are_no_new_ones() -> None:
    """`neuf autres ont été blessées`: the tagger may take `neuf` for the adjective."""
    text = "Deux personnes sont mortes et neuf autres ont été blessées dans la nuit au passage de la tempête Ingrid sur la côte."
    assert [kind for _, kind, _ in told(text)] == ["killed", "injured"]


def test_celui_takes_up_what_befell_those_counted_before() -> None:
    """`celui des femmes` is the number of the women killed, behind that of the infants killed."""
    text = "Le nombre des nourrissons tués ne change pas et celui des femmes passe de 19 à 16."
    assert told(text) == [("19", "killed", "women"), ("16", "killed", "women")]
