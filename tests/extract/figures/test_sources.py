"""Who is credited with a figure where no verb of saying tells it."""

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]

UNION = "L'Union des ambulanciers du delta (UAD) tient les registres."


@pytest.mark.parametrize(
    "line",
    [
        "Bilan humain : 34 morts, 9 disparus, 212 blessés (UAD).",
        "– UAD, au 12/05 : 34 morts, 9 disparus, 212 blessés.",
        "UAD : 34 morts, 9 disparus, 212 blessés.",
    ],
)
def test_an_acronym_beside_the_figures_credits_them(figures: Read, line: str) -> None:
    """Behind them in brackets, or at the head of their line."""
    assert [one.source for one in figures(f"{UNION}\n\n{line}")] == ["Union des ambulanciers du delta"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "On a vu 34 maisons détruites (XYZ).",
        "ROUTE : 34 morts.",
        "On compte 34 morts dans les rangs de l'Union des ambulanciers du delta (UAD).",
    ],
)
def test_what_names_no_known_body_credits_nobody(figures: Read, line: str) -> None:
    """Letters that the article gives to no body, and a name that its own acronym follows."""
    assert [one.source for one in figures(f"{UNION}\n\n{line}")] == [None]


def test_a_service_of_rescue_is_credited_under_its_full_name(figures: Read) -> None:
    """`sapeurs-pompiers` as well as `pompiers`."""
    text = "D'après les sapeurs-pompiers, 11 personnes ont péri."
    assert [one.source for one in figures(text)] == ["sapeurs-pompiers"]


def test_what_follows_a_quote_is_not_the_speaker_s(figures: Read) -> None:
    """The outlet goes on in its own voice."""
    text = "« Nous avons enterré 12 voisins », a dit le maire. Quatre écoles ont été détruites."
    assert [one.source for one in figures(text)] == ["maire", None]


def test_brackets_that_say_source_credit_the_figures_before_them(figures: Read) -> None:
    """`(source : X)` names its body whether or not the article gives it elsewhere."""
    assert {one.source for one in figures("Cyclone : 31 morts et 9 disparus (source : Croix-Rouge).")} == {
        "Croix-Rouge"
    }


def test_a_count_behind_its_noun_and_a_colon_has_the_source_of_the_verb(figures: Read) -> None:
    """`avance un bilan plus lourd : quatorze décès`."""
    [one] = figures("Le groupement avance un bilan plus lourd : quatorze décès.")
    assert one.source == "groupement"


def test_a_body_in_brackets_that_closes_a_sentence_is_its_source(figures: Read) -> None:
    """Spelled out, or alone at the end of a heading; a province in brackets says where."""
    assert [one.source for one in figures("Bilan : 34 morts (Direction des secours).")] == ["Direction des secours"]
    assert [one.source for one in figures("Au moins 34 civils tués dans un raid (hôpital)")] == ["hôpital"]
    assert [one.source for one in figures("On compte 34 morts à Sel (province du Lac).")] == [None]


def test_who_is_named_before_a_colon_is_credited_with_what_stands_behind_it(figures: Read) -> None:
    """`selon la protection civile : ...`, on a line and over a list."""
    line = "Bilan provisoire, selon la protection civile : cinq morts et douze blessés."
    assert [one.source for one in figures(line)] == ["protection civile"] * 2
    listed = "La crue de lundi a noyé Arbeville.\n\nSelon la protection civile :\n– cinq morts ;\n– douze blessés."
    assert [one.source for one in figures(listed)] == ["protection civile"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Douze corps ont été repêchés, selon la Croix-Rouge. Cinq autres restent introuvables.",
        "Vingt personnes ont été blessées, selon la Croix-Rouge. Quatre ont succombé.",
        "Douze corps ont été repêchés, a indiqué la Croix-Rouge. On compte aussi quarante blessés.",
        "Douze corps ont été repêchés, a indiqué la Croix-Rouge. Deux enfants figurent parmi les morts.",
    ],
)
def test_what_befell_some_of_those_counted_has_the_source_of_the_count(figures: Read, text: str) -> None:
    """The next sentence goes on with the same people, whatever it says of them."""
    assert [one.source for one in figures(text)] == ["Croix-Rouge"] * 2


def test_somebody_else_in_the_next_sentence_has_no_source_of_the_count_before(figures: Read) -> None:
    """A new noun opens a new tally."""
    text = "Cent personnes ont défilé, selon les organisateurs. Deux suspects ont été arrêtés."
    assert figures(text)[1].source is None


@pytest.mark.parametrize(
    "text",
    [
        "Douze familles sont sans abri, indique-t-on à la mairie, dont trois avec un nourrisson.",
        "Sept morts ont été comptés, a annoncé la mairie dans un communiqué, contre trois la veille.",
        "La mairie a revu son bilan à la baisse : huit morts, et non douze.",
    ],
)
def test_a_number_behind_the_attribution_has_the_source_of_the_one_before(figures: Read, text: str) -> None:
    """`dont`, `contre` and `et non` take the count up behind whoever gave it."""
    assert [one.source for one in figures(text)] == ["mairie"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Le chiffre de 45 morts, avancé par la mairie, n'a pas été confirmé.",
        "Ce bilan de 45 morts a été communiqué par la mairie.",
        "Un précédent bilan de la mairie était de 45 morts.",
    ],
)
def test_a_total_is_that_of_whom_it_was_given_by(figures: Read, text: str) -> None:
    """A participle with `par`, and a total that is said to be so much."""
    assert [one.source for one in figures(text)] == ["mairie"]


def test_an_acronym_in_brackets_behind_a_toll_is_its_source_though_nothing_spells_it_out(figures: Read) -> None:
    """Situation reports give their sources so; an acronym behind those who serve is their body."""
    assert [one.source for one in figures("Bilan : 34 morts, 212 blessés (BNG).")] == ["BNG"] * 2
    assert [one.source for one in figures("Une mine a tué deux soldats (FARC).")] == [None]


def test_the_outlet_counts_in_its_own_voice(figures: Read) -> None:
    """Its correspondent is no source but the outlet itself."""
    assert [one.source for one in figures("Notre correspondant a compté onze maisons brûlées.")] == [None]


def test_a_body_in_brackets_behind_its_number_is_its_source(figures: Read) -> None:
    """Each number has its own, and a place in brackets is none."""
    text = "La marche a rassemblé 2.300 (police) ou 10.000 (organisateurs) manifestants."
    assert [one.source for one in figures(text)] == ["police", "organisateurs"]
    assert [one.source for one in figures("Il y a eu 34 (province) puis 12 morts.")] == [None, None]


def test_who_accuses_is_credited_with_what_the_deed_led_to(figures: Read) -> None:
    """The dead behind the deed that somebody is accused of are the accuser's."""
    said = figures(
        "Les éleveurs accusent la milice d'avoir tiré sur le marché, tuant quatre clients et en blessant une dizaine."
    )
    assert [one.source for one in said] == ["éleveurs"] * 2
    told = figures("Les éleveurs accusent la milice d'avoir tiré. Neuf clients sont morts.")
    assert [one.source for one in told] == [None]


def test_whoever_only_is_said_to_say_it_is_not_credited(figures: Read) -> None:
    """Whose words another gives in the conditional answers for none of them."""
    said = figures("Le maire exigerait que les onze hameaux soient fouillés, avance un diplomate.")
    assert [one.source for one in said] == ["un diplomate"]
    told = figures("Le maire déclarait que onze maisons avaient brûlé.")
    assert [one.source for one in told] == ["maire"]


def test_a_source_behind_a_second_bare_number_is_that_number_s(figures: Read) -> None:
    """The first stands in the outlet's own voice; a list of what one source counts is all that source's."""
    said = figures("Mardi, 2 000 personnes ont défilé dans le centre, 900 selon la police.")
    assert [(one.text, one.source) for one in said] == [("2 000", None), ("900", "police")]
    told = figures("Neuf hommes et quatre femmes ont péri, selon la police.")
    assert [one.source for one in told] == ["police", "police"]


@pytest.mark.parametrize(
    ("report", "sources"),
    [
        ("Décès : 38 (préfecture) ; 46 (syndicat des médecins).", ["préfecture", "syndicat des médecins"]),
        ("Neuf personnes sont mortes (parquet de Lens, ce jour à 16 h).", ["parquet de Lens"]),
        ("Trente élèves sont bloqués – chiffre du ministère de la Santé – depuis lundi.", ["ministère de la Santé"]),
        ("Le maire parle de neuf morts ; l'hôpital, lui, en compte onze.", ["maire", "hôpital"]),
        ("Cinq blessés, d'après la police, douze selon le collectif Rue Libre.", ["police", "collectif Rue Libre"]),
        ("Un officier raconte autre chose : quatre soldats sont morts.", ["Un officier"]),
    ],
)
def test_brackets_dashes_and_rivals_credit_their_own_number(
    figures: Read, report: str, sources: list[str | None]
) -> None:
    """Each number has the source that stands beside it."""
    assert [one.source for one in figures(report)] == sources


def test_each_body_in_brackets_answers_for_the_count_before_it(figures: Read) -> None:
    """Counts without a verb, parted by commas, and brackets that say what else is counted."""
    report = figures("Trois morts (préfecture), douze blessés légers (Samu). Neuf morts (Croix-Rouge).")
    assert [one.source for one in report] == ["préfecture", "Samu", "Croix-Rouge"]
    report = figures("Onze détenus ont fui (direction de la prison). Six sont blessés (dont un mineur).")
    assert [one.source for one in report][:1] == ["direction de la prison"]


@pytest.mark.parametrize(
    ("report", "source"),
    [
        ("Bilan (source : Croix-Rouge) : neuf morts, 12 blessés.", "Croix-Rouge"),
        ("Selon la garde côtière\n\nNeuf morts, 12 blessés.", "garde côtière"),
        ("Ce que dit la garde côtière\n\nNeuf morts, 12 blessés.", None),
    ],
)
def test_a_heading_that_credits_covers_what_stands_below(figures: Read, report: str, source: str | None) -> None:
    """In brackets before the colon, or on a line of its own."""
    assert [one.source for one in figures(report)] == [source] * 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Au camp de Dollé, 3 200 arrivants ont été enregistrés en une semaine par le Croissant-Rouge.",
            "Croissant-Rouge",
        ),
        (
            "Depuis dimanche, 61 cas de méningite ont été notifiés par le ministère de la Santé.",
            "ministère de la Santé",
        ),
        ("Fuites de gaz signalées dimanche par les pompiers : 14.", "pompiers"),
        ("Le chiffre de 300 disparus, relayé par plusieurs blogs, est faux.", "plusieurs blogs"),
        ("Les « mille morts » annoncés sur les réseaux sociaux n'ont jamais existé.", "réseaux sociaux"),
        ("Les sept rescapés repérés par un chalutier ont été soignés.", None),
        ("Les 12 décès, non vérifiés par les autorités, datent de lundi.", None),
        ("Quarante plaintes ont été déposées par des riverains.", None),
        ("Quatre hommes ont été arrêtés par la gendarmerie dans la nuit.", None),
    ],
)
def test_whoever_entered_a_count_answers_for_it(figures: Read, text: str, source: str | None) -> None:
    """Who has seen, checked or spread it; not who did it."""
    assert [one.source for one in figures(text)] == [source]
