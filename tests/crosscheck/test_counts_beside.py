"""One deed laid on two doers, and two counts of one thing, are disputes; what only looks like it is none."""

from __future__ import annotations

from tests.crosscheck.build import article, dossier
from tests.crosscheck.test_disputes import found, said, speakers

from recoupe.crosscheck.agreements.agreements import agreements
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.origins.origins import Origins
from recoupe.model.dispute import DisputeKind
from recoupe.model.series import Verdict

WINDOW = "since 2024-03-01; until 2024-03-04"
GRID, MAYOR = "source régie", "source Ana Ruel"


def test_one_deed_laid_on_two_doers_is_two_accounts_where_words_set_them_against_each_other() -> None:
    """`soutient l'inverse`: neither accuses in so many words."""
    given = dossier(
        said(
            "a",
            "« [Les insurgés ont coupé le câble du bac](say; direct; speaker Jules Morand; cue affirme) », affirme le "
            "colonel Morand. Ana Ruel soutient l'inverse : « [C'est l'armée qui a coupé le câble du bac]"
            "(say; direct; speaker Ana Ruel; cue soutient) ».",
        )
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.TWO_ACCOUNTS
    assert speakers(dispute) == {"Jules Morand", "Ana Ruel"}


def test_two_deeds_of_two_doers_are_no_dispute_though_both_are_told_side_by_side() -> None:
    """The one cut the cable, the other burnt the mill: both may be so."""
    given = dossier(
        said(
            "a",
            "« [Les insurgés ont coupé le câble du bac](say; direct; speaker Jules Morand; cue affirme) », affirme le "
            "colonel Morand. Ana Ruel ajoute : « [L'armée a brûlé le moulin](say; direct; speaker Ana Ruel; cue ajoute) ».",
        )
    )
    assert found(given) == ()


def test_the_accused_who_lays_the_deed_on_others_in_another_article_accuses_back() -> None:
    """The one accuses the CDR; who speaks for the CDR says that it was the soldiers."""
    given = dossier(
        said("a", "Le colonel Morand accuse [le CDR de bloquer le convoi de farine](accuse; speaker Jules Morand)."),
        said(
            "b",
            "« [Ce sont les soldats qui bloquent le convoi](accuse; direct; speaker Ana Ruel) », accuse Ana Ruel au nom "
            "du CDR.",
        ),
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.ACCUSED_EACH_OTHER
    assert speakers(dispute) == {"Jules Morand", "Ana Ruel"}


def test_two_strangers_who_blame_two_parties_for_the_same_are_no_dispute() -> None:
    """The police may have shot at the crowd, and the gendarmes too."""
    given = dossier(
        said("a", "La ligue accuse [la police de bloquer le convoi de farine](accuse; speaker Jules Morand)."),
        said("b", "Le syndicat accuse [les gendarmes de bloquer le convoi](accuse; speaker Ana Ruel)."),
    )
    assert found(given) == ()


def test_who_asks_that_more_leave_than_will_answers_nobody_unless_they_are_said_to_be_there() -> None:
    """`réclame l'évacuation de 5000 habitants` wishes; `l'évacuation des 5000 habitants` says how many there are."""
    plan = said("a", "[900](evacuated; planned; place Riverac; source armée) habitants partiront.")
    number = "[5000](evacuated; called_for; place Riverac; source mairie) habitants"
    assert found(dossier(plan, said("b", f"La mairie réclame l'évacuation de {number}."))) == ()
    (dispute,) = found(dossier(plan, said("b", f"La mairie réclame l'évacuation des {number}.")))
    assert speakers(dispute) == {"armée", "mairie"}


def test_speech_inside_speech_answers_nobody() -> None:
    """The official is quoted by the baker, who agrees."""
    given = dossier(
        said(
            "a",
            "« [L'armée m'a répondu : [Les insurgés ont coupé le câble du bac](accuse; direct; speaker armée). Les insurgés "
            "ont coupé le câble du bac](say; direct; speaker Ana Ruel; cue dit) », dit Ana Ruel.",
        )
    )
    assert found(given) == ()


def test_a_part_with_more_than_the_whole_is_another_account() -> None:
    """4500 homes of the district, more than 6000 of its town alone; fewer in the town contradict nobody."""
    whole = f"La régie compte [4500](affected families; {WINDOW}; place arrondissement de Riverac; {GRID}) foyers dans le noir."
    more = (
        f"« Rien que chez nous, [6000](affected families; more_than; {WINDOW}; place Riverac; {MAYOR}) », dit Ana Ruel."
    )
    fewer = f"« Chez nous, [2000](affected families; {WINDOW}; place Riverac; {MAYOR}) », dit Ana Ruel."
    (dispute,) = found(dossier(said("a", f"{whole} {more}")))
    assert speakers(dispute) == {"régie", "Ana Ruel"}
    assert "though the place is arrondissement de Riverac and Riverac" in dispute.why[0]
    assert found(dossier(said("a", f"{whole} {fewer}"))) == ()


def test_two_towns_are_one_matter_only_where_the_text_calls_the_one_another_number() -> None:
    """`en avance un autre` answers the number before it; a second town's dead do not."""
    first = f"La régie compte [4500](affected families; {WINDOW}; place Riverac; {GRID}) foyers dans le noir."
    second = f"[6000](affected families; {WINDOW}; place Aubrac; {MAYOR}) foyers"
    assert found(dossier(said("a", f"{first} Ana Ruel compte {second} à Aubrac."))) == ()
    assert len(found(dossier(said("a", f"{first} Ana Ruel en avance un autre : {second}.")))) == 1


def test_two_attacks_of_a_day_at_two_hours_are_two() -> None:
    """Six at dawn and three at nightfall; nobody contradicts anybody."""
    dead = "since 2024-03-04; until 2024-03-04; place Riverac"
    dawn = f"À l'aube, un obus a tué [6](killed; {dead}; source préfet) personnes, selon le préfet."
    dusk = f"À la tombée de la nuit, des hommes en ont tué [3](killed; {dead}; source Croix-Rouge), dit la Croix-Rouge."
    assert found(dossier(said("a", dawn, dusk))) == ()
    assert len(found(dossier(said("a", dawn, dusk.replace("À la tombée de la nuit, ", ""))))) == 1


def test_counts_of_one_side_and_of_all_differ_only_where_the_side_has_more() -> None:
    """14 hurt in all, and 60 of the marchers; 6 of the marchers may be among the 14."""
    all_of = f"Le ministère compte [14](injured; {WINDOW}; place Riverac; source ministère) blessés."
    ours = (
        "« [{}](injured; "
        + f"{WINDOW}; place Riverac; side Front; source Front) des nôtres sont blessés », dit le Front."
    )
    assert len(found(dossier(said("a", f"{all_of} {ours.format(60)}")))) == 1
    assert found(dossier(said("a", f"{all_of} {ours.format(6)}"))) == ()


def test_a_bare_number_is_of_what_the_one_before_it_is() -> None:
    """`soit 720 ménages ... avancent le chiffre de 9000`: 9000 people, whatever was read."""
    given = dossier(
        said(
            "a",
            f"L'agence compte [3600](displaced; {WINDOW}; place Riverac; source agence) déplacés, soit 720 ménages. La région "
            f"avance le chiffre de [9000](displaced families; {WINDOW}; place Riverac; source région), sans plus.",
        )
    )
    (dispute,) = found(given)
    assert speakers(dispute) == {"agence", "région"}


def test_two_counts_that_a_text_sets_beside_each_other_conflict() -> None:
    """Nothing says since when; the text answers one question twice."""
    aboard = "place Riverac; until 2024-03-04"
    given = dossier(
        said(
            "a",
            f"« [60](exposed; {aboard}; source un rescapé) à bord », répond un rescapé. « [40](exposed; {aboard}; source "
            "un pilote), pas davantage », estime un pilote.",
        )
    )
    names = Names.of(given)
    (one,) = agreements(given, names, Origins.of_dossier(given, names, ()))
    assert one.verdict is Verdict.CONFLICT
    assert "beside each other" in one.reasons[0]


def test_the_count_of_a_part_of_a_town_may_be_smaller_than_that_of_the_town() -> None:
    """However the text turns from the one to the other."""
    text = (
        "[Cent](killed people; low 100; high 100; place Riverac-Ouest; source Ligue des soignants; since 2024-03-01;"
        " until 2024-03-08) habitants ont péri à Riverac-Ouest, selon la Ligue des soignants. L'Union des quartiers"
        " compte, elle, plus de [trois cents](killed people; more_than; low 300; place Riverac; source Union des"
        " quartiers; since 2024-03-01; until 2024-03-08) morts à Riverac."
    )
    laid = dossier(article("a", "2024-03-08", text))
    names = Names.of(laid)
    told = agreements(laid, names, Origins.of_dossier(laid, names, ()))
    assert not [one for one in told if one.verdict is Verdict.CONFLICT]


RUNS, TODAY = "since 2024-03-01; until 2024-03-05", "since 2024-03-05; until 2024-03-05"


def _counts(one: str, other: str, between: str = "Le syndicat parle, lui,") -> str:
    return (
        f"La régie a compté [17](killed people; place Riverac; {one}; source régie) morts. "
        f"{between} d'au moins [25](killed people; at_least; place Riverac; {other}; source syndicat) morts."
    )


def test_two_tolls_stay_a_dispute_where_one_has_the_day_on_which_it_is_told_for_its_window() -> None:
    """A person who gave the one its start has not settled which of them is right."""
    for windows in ((TODAY, TODAY), (RUNS, TODAY), (RUNS, RUNS)):
        (dispute,) = found(dossier(said("a", _counts(*windows))))
        assert dispute.kind is DisputeKind.HOW_MANY
        assert speakers(dispute) == {"régie", "syndicat"}
    (dispute,) = found(dossier(said("a", _counts(RUNS, TODAY))))
    assert dispute.why[0].endswith("though the count begins on 2024-03-01 and 2024-03-05, the day on which it is told")


def test_fewer_dead_on_one_day_than_since_the_start_are_no_dispute() -> None:
    """Seventeen today by the one, 25 since Friday by the other: both can be so where no word sets them against each other."""
    assert found(dossier(said("a", _counts(TODAY, RUNS, "Depuis vendredi, le syndicat fait état")))) == ()


def test_the_number_that_a_source_gives_up_is_none_of_its_counts() -> None:
    """`de 19 à 17`: the 17 stands against the union's 25, though the 19 of the same sentence is larger."""
    fields = "killed people; place Riverac; since 2024-03-01; source régie"
    given = dossier(
        said(
            "a",
            f"La régie a ramené de [19]({fields}; until 2024-03-04) à [17]({fields}; until 2024-03-05) le nombre de morts. "
            f"Le syndicat parle, lui, d'au moins [25](killed people; at_least; place Riverac; {RUNS}; source syndicat) morts.",
        )
    )
    (dispute,) = found(given)
    assert {figure for position in dispute.positions for figure in position.figures} == {"a.2", "a.3"}
