"""How the words that name a speaker are spelled out through the article."""

from collections.abc import Callable

import pytest

from recoupe.extract.statements import source_of
from recoupe.model.span import Span
from recoupe.model.statement import Statement

Said = Callable[..., list[tuple[str | None, str]]]
Read = Callable[..., tuple[Statement, ...]]


def speakers(found: list[tuple[str | None, str]]) -> list[str | None]:
    return [speaker for speaker, _ in found]


def test_a_surname_is_spelled_out_to_the_full_name(said: Said) -> None:
    """`M. Blanchet` is the Jean Blanchet named before."""
    report = said("La digue tiendra, assure le maire, Jean Blanchet.", "« Elle est solide », répète M. Blanchet.")
    assert speakers(report) == ["Jean Blanchet", "Jean Blanchet"]


def test_an_acronym_is_spelled_out_even_where_its_name_comes_later(said: Said) -> None:
    """The name behind the acronym may stand anywhere in the article."""
    report = said("Trente familles ont fui, selon l'UPR.", "L'Union des pêcheurs du Rivage (UPR) demande une aide.")
    assert speakers(report) == ["Union des pêcheurs du Rivage", "Union des pêcheurs du Rivage"]


def test_a_pronoun_is_whoever_spoke_last_and_agrees(said: Said) -> None:
    """`elle` passes over a man who spoke in between."""
    report = said(
        "La directrice, Lise Morel, dit attendre un rapport.",
        "« C'est long », soupire un voisin.",
        "Elle a précisé que les salles resteraient fermées.",
    )
    assert speakers(report) == ["Lise Morel", "un voisin", "Lise Morel"]


def test_a_title_alone_is_the_person_named_with_it(said: Said) -> None:
    """`le ministre` is the minister named before."""
    report = said("La ministre de la Santé, Irène Valot, a promis des lits.", "La ministre assure que tout est prêt.")
    assert speakers(report) == ["Irène Valot", "Irène Valot"]


def test_whoever_belongs_to_a_person_is_not_that_person(said: Said) -> None:
    """`l'avocate de la ministre X` is not X; a body whose members are many keeps the name for its head."""
    report = said(
        "L'avocate de la ministre Lise Morel dénonce une fuite.",
        "La porte-parole de la police Awa Diop dénonce une rumeur.",
        "Le président du syndicat des médecins Paul Caron dénonce un abandon.",
    )
    assert speakers(report) == ["avocate de la ministre Lise Morel", "Awa Diop", "Paul Caron"]


def test_a_quote_without_a_cue_keeps_the_speaker_before(said: Said) -> None:
    """It is a statement of its own where what stands before is no quote."""
    report = said("Un infirmier évoque vingt blessés. « Nous les avons soignés par terre. »")
    assert report == [("Un infirmier", "vingt blessés"), ("Un infirmier", "Nous les avons soignés par terre.")]


def test_whoever_stands_behind_a_quote_speaks_it(said: Said) -> None:
    """A name that opens the next sentence answers for a quote without a cue."""
    assert said("« On boit l'eau du puits. » Fatou, 34 ans, montre un seau.") == [("Fatou", "On boit l'eau du puits.")]


def test_a_document_gives_way_to_who_made_it(statements: Read) -> None:
    """`selon un communiqué du ministère` credits the ministry and keeps the medium."""
    [one] = statements("Le pont a cédé, selon un communiqué du ministère des Transports.")
    assert one.speaker == "ministère des Transports"
    assert one.via is not None


def test_an_ally_of_a_people_is_the_country_that_the_article_names(said: Said) -> None:
    """Without the country's name in the article, the words stay as they are."""
    ally = "L'allié russe de la junte dénonce un complot."
    assert speakers(said("La Russie a livré des blés.", ally))[-1] == "Russie"
    assert speakers(said(ally)) == ["allié russe de la junte"]


def test_a_document_on_something_is_not_by_what_that_is_of(said: Said) -> None:
    """The mine of the collapse tells no toll; the prefecture's toll is the prefecture's."""
    assert said("Le bilan de l'effondrement d'une mine grimpe à 23 morts.") == []
    assert speakers(said("Le bilan de la préfecture s'établit à douze morts.")) == ["préfecture"]


def test_an_unnamed_source_stays_as_described(said: Said) -> None:
    """No name is guessed for it."""
    assert speakers(said("L'accord est prêt, affirme une source proche du dossier.")) == [
        "une source proche du dossier"
    ]


def test_a_pronoun_without_anybody_before_it_names_nobody(said: Said) -> None:
    """What the text does not settle stays open."""
    assert said("Il a ajouté que la route rouvrirait.") == [(None, "la route rouvrirait")]


def test_words_are_credited_to_the_smallest_statement_around_them(statements: Read) -> None:
    """A statement inside another wins; words outside all are credited to nobody."""
    text = "Le maire affirme que douze maisons ont brûlé. Trois granges aussi."
    found = statements(text)
    at, outside = text.index("douze"), text.index("Trois")
    assert source_of(found, Span(at, at + 5))[0] == "maire"
    assert source_of(found, Span(outside, outside + 5)) == (None, None)


def test_whom_a_quote_names_is_not_who_goes_on_speaking(said: Said) -> None:
    """`dit-il` after a quote about another man is still the speaker."""
    report = said(
        "Le maire, Jean Blanchet, s'explique. « Je connais Paul Ndiaye depuis dix ans », dit-il.",
        "« Paul Ndiaye est un ami », ajoute-t-il.",
    )
    assert speakers(report)[-1] == "Jean Blanchet"


def test_a_general_noun_is_the_person_whose_function_it_takes_up(said: Said) -> None:
    """`le magistrat` is the prosecutor named before; with two of them it stays as said."""
    one = "Le procureur, Marc Oger, dit attendre un rapport."
    assert speakers(said(one, "« Rien ne presse », a ajouté le magistrat."))[-1] == "Marc Oger"
    two = "La juge, Anne Sol, assure que tout est prêt."
    assert speakers(said(one, two, "« Rien ne presse », a ajouté ce magistrat."))[-1] != "Anne Sol"


def test_a_pronoun_takes_up_the_function_that_the_sentence_before_is_about(said: Said) -> None:
    """`il` after `Un suspect a été arrêté` is the suspect, whoever spoke before."""
    report = said("Le préfet, Jean Blanchet, dit attendre un rapport.", "Un suspect a été arrêté. Il nie les faits.")
    assert speakers(report)[-1] == "Un suspect"


def test_the_same_source_is_the_one_before(said: Said) -> None:
    """`le même organisme` names nobody anew."""
    report = said("Douze maisons ont brûlé, indique la mairie.", "Trois granges aussi, ajoute la même source.")
    assert speakers(report) == ["mairie", "mairie"]


def test_an_acronym_in_brackets_shows_how_far_a_name_reaches(said: Said) -> None:
    """Its initials are those of the words of the name."""
    assert speakers(said("Le Groupe d'aide aux reclus du nord (GARN) demande une aide.")) == [
        "Groupe d'aide aux reclus du nord"
    ]


def test_a_function_is_nobody_whom_the_text_does_not_give_it(said: Said) -> None:
    """`le médecin-chef de l'hôpital` stays as said after a paragraph about somebody without a function."""
    report = said(
        "« Tout a brûlé », raconte Tante Fernande.", "Le médecin-chef de la clinique dit avoir soigné 34 marins."
    )
    assert speakers(report)[-1] == "médecin-chef de la clinique"
    assert speakers(said("« Tout a brûlé », dit Rosa Kone.", "La jeune femme accuse la mairie."))[-1] == "Rosa Kone"


def test_what_we_hear_from_our_sources_is_theirs_and_what_we_know_is_ours(said: Said) -> None:
    """`selon nos informations` is the outlet's own voice, `nos sources` are named as they stand."""
    assert said("Selon nos informations, trois granges ont brûlé.") == []
    report = said("Le maire, Jean Blanchet, se tait.", "Selon nos sources, trois granges ont brûlé.")
    assert speakers(report) == ["nos sources"]


def test_a_voice_behind_a_named_newspaper_speaks_through_it(statements: Read) -> None:
    """`a confié au quotidien La Dépêche du Nord une riveraine`: hers are the words."""
    [one] = statements(
        "Le chien, parti depuis lundi, est rentré, a confié au quotidien La Dépêche du Nord une riveraine."
    )
    assert (one.speaker, one.via) == ("une riveraine", "quotidien La Dépêche du Nord")


def test_how_a_document_came_out_is_no_part_of_its_name(statements: Read) -> None:
    """`un nouveau bilan communiqué par la mairie` is `un nouveau bilan`."""
    [one] = statements("Selon un nouveau bilan communiqué lundi par la mairie, neuf marins sont morts.")
    assert (one.speaker, one.via) == ("mairie", "un nouveau bilan")


def test_a_count_speaks_for_whoever_made_the_one_before(said: Said) -> None:
    """`Un précédent bilan` after one of the mairie is the mairie's; a count of nobody's is no speech."""
    report = said(
        "Le feu a fait neuf morts, selon un bilan de la mairie.", "Un précédent bilan faisait état de quatre morts."
    )
    assert report[-1] == ("mairie", "quatre morts")
    assert said("Le dernier bilan faisait état de quatre morts.") == []
    assert said("Le dernier bilan de la mairie faisait état de quatre morts.") == [("mairie", "quatre morts")]


def test_a_pronoun_is_the_human_being_whom_the_sentence_before_is_about(said: Said) -> None:
    """Past a day or a place at its head, before somebody of the paragraph above."""
    above = "Le juge, Jean Blanchet, a ouvert une enquête."
    for below in (
        "Dans la nuit, un homme de 34 ans, ancien vigile du port, a été interpellé. Il nie les faits.",
        "Mardi, la police a interpellé un homme de 34 ans. Il nie les faits.",
    ):
        assert speakers(said(above, below))[-1] == "un homme de 34 ans"
    named = "Mardi, la police a interpellé Paul Ndiaye, 34 ans. Il nie les faits."
    assert speakers(said(above, named))[-1] == "Paul Ndiaye"


def test_a_family_is_of_the_person_named_beside_it(said: Said) -> None:
    """`sa famille` is nobody's who only spoke before, and of no organisation."""
    report = said(
        "L'opposition fait état de quatre morts.",
        "Paul Ndiaye, 19 ans, a été tué au marché, a-t-on appris auprès de sa famille.",
    )
    assert speakers(report)[-1] == "famille de Paul Ndiaye"


def test_the_latter_is_the_body_named_last(said: Said) -> None:
    """`celle-ci` goes back to the last name of its gender, past whoever spoke before."""
    report = said(
        "La directrice, Lise Morel, attend. « Je suis allée à la Croix-Rouge », dit-elle.",
        "Trente familles ont écrit à la Croix-Rouge. Celle-ci affirme en avoir aidé vingt.",
    )
    assert speakers(report)[-1] == "Croix-Rouge"


def test_an_interview_credits_its_answers_to_whom_the_opening_names(said: Said) -> None:
    """The quotes below the outlet's questions are the interviewee's, also where another speaks in a question."""
    report = said(
        "L'urbaniste Rosa Kone avait alerté la ville.",
        "Que s'est-il passé ?",
        "« Rien, justement. »",
        "La mairie parle de fatalité. Qui doit répondre ?",
        "« Ceux qui ont signé. »",
    )
    assert speakers(report) == ["Rosa Kone", "mairie", "Rosa Kone"]


def test_one_question_makes_no_interview(said: Said) -> None:
    """A rhetorical question before a quote changes nothing."""
    report = said("Lise Morel vit ici. « J'ai peur », dit Paul Ndiaye.", "Pourquoi ?", "« La digue est vieille. »")
    assert speakers(report) == ["Paul Ndiaye", "Paul Ndiaye"]


def test_the_ngo_is_the_one_named_before(said: Said) -> None:
    """`l'ONG`, `l'organisation`, `l'ONG italienne` take up the body named with its kind."""
    report = said(
        "Un rapport de l'ONG Source Vive est paru.",
        "La mairie conteste ce texte. L'ONG italienne exige une enquête. L'ONG promet un second rapport.",
    )
    assert speakers(report)[1:] == ["Source Vive", "Source Vive"]


def test_a_name_behind_a_hospital_is_the_hospital_s(said: Said) -> None:
    """Nobody is called as the place is where an unnamed person works."""
    report = said("Les lits manquent, a dit un médecin de l'hôpital Paul Kone.")
    assert speakers(report) == ["un médecin de l'hôpital Paul Kone"]


def test_whoever_only_read_a_report_did_not_make_it(said: Said) -> None:
    """`consulté par` names a reader."""
    report = said("Selon un bilan de la mairie consulté par l'agence ANP, douze maisons ont brûlé.")
    assert speakers(report) == ["mairie"]


def test_fellow_journalists_are_credited_by_the_name_of_their_outlet(said: Said) -> None:
    """`nos confrères de` names nobody by itself."""
    assert speakers(said("Selon nos confrères de Radio Sud, la digue a cédé.")) == ["Radio Sud"]


def test_a_relative_goes_by_a_first_name(said: Said) -> None:
    """`Son mari, Paul,` is Paul."""
    report = said("Rosa Kone cherche ses papiers. Son mari, Paul, hausse les épaules : « À notre âge ? »")
    assert speakers(report) == ["Paul"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Rien », a confié à l'Agence Nord Paul Ndiaye, patron du canot.", "Paul Ndiaye"),
        ("« Rien », a raconté à la presse une passagère, Lise, 24 ans.", "Lise"),
        (
            "Les appels sont transférés au centre de secours de Gris-Cap, qui dit n'en avoir reçu aucun.",
            "centre de secours de Gris-Cap",
        ),
        (
            "Le port appartient à l'Office des mers, dont un premier bilan faisait état de sept morts.",
            "Office des mers",
        ),
        ("« Non », rétorque l'avocat d'un des mis en examen, Me Paul Ndiaye.", "Paul Ndiaye"),
    ],
)
def test_a_name_is_told_from_the_words_around_it(said: Said, text: str, speaker: str) -> None:
    """A medium, a place or a document beside the speaker is not the speaker."""
    assert speakers(said(text)) == [speaker]


def test_an_acronym_is_of_the_body_that_it_spells(said: Said) -> None:
    """`six experts de l'Union des pêcheurs du Rivage (UPR)` spells the union."""
    report = said("Six experts de l'Union des pêcheurs du Rivage (UPR) sont venus.", "La baie est vide, précise l'UPR.")
    assert speakers(report) == ["Union des pêcheurs du Rivage"]


def test_who_has_a_function_is_not_taken_for_the_holder_of_another(said: Said) -> None:
    """The minister of the next sentence is not the shopkeeper of this one."""
    report = said("Paul Ndiaye, quincaillier, a tout perdu. Le ministre des Ports promet une aide.")
    assert speakers(report) == ["ministre des Ports"]


def test_a_pronoun_behind_a_quote_is_whom_the_sentence_before_tells_of(said: Said) -> None:
    """`Le colonel hausse les épaules. « ... », concède-t-il`: the colonel, though another spoke before."""
    report = said(
        "Le maire, Paul Ndiaye, parle de fatalité. Le colonel hausse les épaules. « Il était tard », concède-t-il."
    )
    assert speakers(report) == ["Paul Ndiaye", "colonel"]


def test_they_are_the_group_that_the_sentence_before_tells_of(said: Said) -> None:
    """`Des familles attendent. Elles réclament ...`"""
    report = said("Des familles attendent dehors. Elles réclament des tentes.")
    assert speakers(report) == ["Des familles"]


def test_a_spokesman_is_of_the_body_named_last_by_its_kind(said: Said) -> None:
    """`La compagnie ferroviaire ... D'après son porte-parole`, whoever else spoke before."""
    report = said(
        "L'Union des riverains exige une enquête.",
        "La compagnie ferroviaire a fermé la ligne. D'après son porte-parole, des cars la remplacent.",
    )
    assert speakers(report)[1] == "porte-parole de la compagnie ferroviaire"


def test_a_quote_that_opens_a_report_is_of_the_person_in_the_next_sentence(said: Said) -> None:
    """Past a dateline and a participle: `GOMA (Congo) – « ... » Assise sur un matelas, Rosa Kone a marché`."""
    report = said("GOMA (Congo) – « J'ai cru mourir. » Assise sur un matelas, Rosa Kone a marché toute la nuit.")
    assert report == [("Rosa Kone", "J'ai cru mourir.")]


def test_a_bare_office_is_not_whoever_was_named_last(said: Said) -> None:
    """`Le maire` is the mayor, not the resident who spoke before."""
    report = said("« Rien », dit Lise Morel. Le maire avait certifié que l'armée venait.")
    assert speakers(report) == ["Lise Morel", "maire"]


def test_the_latter_are_the_group_meant_last(said: Said) -> None:
    """`ceux-ci` passes over who spoke for whom the sentence named in the plural."""
    report = said("L'armée reproche aux rebelles d'avoir tiré ; ceux-ci assurent contrôler le port.")
    assert speakers(report) == ["armée", "rebelles"]


@pytest.mark.parametrize(
    ("report", "who"),
    [
        (
            "La terre a tremblé, d'après le Centre d'études en géologie, sismologie et volcanologie (Cegsv).",
            "Centre d'études en géologie, sismologie et volcanologie",
        ),
        (
            "Le Groupe de soutien à la foi et aux fidèles revendique la mort de dix soldats.",
            "Groupe de soutien à la foi et aux fidèles",
        ),
        ("Le collectif Mains levées attend 300 personnes.", "collectif Mains levées"),
        ("La ligne rouvrira, a annoncé RTM Réseau.", "RTM Réseau"),
        ("D'après le récit de l'un d'eux, quarante passagers étaient à bord.", "l'un d'eux"),
    ],
)
def test_a_name_is_read_to_its_end(said: Said, report: str, who: str) -> None:
    """Past commas that its acronym spells, past whom it helps, past the participle that ends it."""
    assert [name for name, _ in said(report)] == [who]


def test_a_participle_that_goes_on_is_no_part_of_a_name(said: Said) -> None:
    """`le collectif Vigie basé à Lyon`"""
    assert said("Le collectif Vigie basé à Lyon attend 300 personnes.")[0][0] == "collectif Vigie"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Lomé a promis des vivres. Le Premier ministre viendra lundi, selon son cabinet.",
            "cabinet du Premier ministre",
        ),
        ("La ville est sous les eaux. La ministre viendra lundi, selon son entourage.", "entourage de la ministre"),
        ("Un élu viendra lundi, selon son entourage.", "entourage d'un élu"),
        ("Le préfet a démissionné. Awa Diop viendra lundi, selon son entourage.", "entourage d'Awa Diop"),
    ],
)
def test_a_cabinet_is_of_whoever_was_meant_last(said: Said, text: str, speaker: str) -> None:
    """Whoever has an office has those around it; a capital or a town named before has not."""
    assert said(text)[-1][0] == speaker
