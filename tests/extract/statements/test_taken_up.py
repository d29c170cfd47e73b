"""Whom general words take up further on: a calling, a pair, a body by its kind or its acronym."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        # of two officers the one who spoke last
        (
            "Le lieutenant Éric Bassolé a été blessé. Son supérieur, le commandant Salif Ouattara, salue « un homme courageux ». "
            "L'officier ajoute que l'unité tiendra.",
            "Salif Ouattara",
        ),
        # a pair
        (
            "Paul Tremblant et Julie Kanapé ont porté plainte. Le premier assure que son bateau a coulé.",
            "Paul Tremblant",
        ),
        ("Paul Tremblant et Julie Kanapé ont porté plainte. La seconde assure que son bateau a coulé.", "Julie Kanapé"),
        (
            "La Ligue des marins et l'Union des pêcheurs condamnent ce raid. Les deux organisations exigent une enquête.",
            "Ligue des marins et Union des pêcheurs",
        ),
        # a body by its kind
        (
            "La Société nationale des eaux (SNE) a rouvert les vannes. L'entreprise publique assure n'avoir fait aucune victime.",
            "Société nationale des eaux",
        ),
        (
            "La Haute Autorité de l'eau s'est réunie. Le barrage est presque vide, indique l'instance.",
            "Haute Autorité de l'eau",
        ),
        # acronyms
        (
            "Le Comité de solidarité avec les détenus (CSD) tient un registre. Le CSD exige la libération de tous.",
            "Comité de solidarité avec les détenus",
        ),
        (
            "Le Haut-Commissariat des Nations unies aux droits de l'homme s'inquiète. Le HCDH réclame un accès aux prisons.",
            "Haut-Commissariat des Nations unies aux droits de l'homme",
        ),
        # somebody without a name
        ("L'ANP a interrogé un berger. « Ils sont venus à l'aube », a-t-il raconté.", "un berger"),
        (
            "Une habitante, qui a tout perdu, s'est approchée. « Vous arrivez trop tard », a-t-elle dit.",
            "Une habitante",
        ),
        # `le docteur` says nothing of a woman or a man
        ("Le docteur Aline Fortin n'a pas dormi. « Les lits manquent », prévient-elle.", "Aline Fortin"),
        # a relative by a first name
        ("La mère d'une victime, Rose-Marie, a crié : « Qui paiera ? »", "Rose-Marie"),
    ],
)
def test_general_words_take_up_whom_the_text_means(said: Said, report: str, speaker: str) -> None:
    """The last statement is that of whoever was named before."""
    assert said(report)[-1][0] == speaker


def test_many_who_are_not_two_take_up_nobody(said: Said) -> None:
    """`les agences` after two bodies are others."""
    text = "La Ligue des marins et l'Union des pêcheurs condamnent ce raid. Les agences exigent une enquête."
    assert said(text)[-1][0] == "agences"


def test_somebody_spoken_of_where_another_spoke_is_not_who_goes_on(said: Said) -> None:
    """The one who spoke last goes on."""
    text = "Un résident est rentré nourrir ses chiens, a rapporté un garde forestier. « On le comprend », a-t-il lâché."
    assert said(text)[-1][0] == "un garde forestier"


def test_a_pronoun_takes_up_the_body_that_the_sentence_before_is_about(said: Said) -> None:
    """Though somebody else spoke before that."""
    text = (
        "« La ville tient », assure le préfet, Paul Ndiaye. Le Front du salut n'a fait état d'aucune perte. "
        "Dans un communiqué, il accuse l'armée d'avoir tiré."
    )
    assert said(text)[-1][0] == "Front du salut"


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        ("Khaled et Mona ont perdu leur maison. « On n'a plus rien », disent-ils.", "Khaled et Mona"),
        (
            "La porte-parole du HCR, Ana Solis, craint « un exode massif ». L'agence onusienne estime que l'eau va manquer.",
            "HCR",
        ),
    ],
)
def test_they_and_the_agency_are_those_named_before(said: Said, report: str, speaker: str) -> None:
    """A pair opens the sentence before; `onusienne` says of whom the agency is."""
    assert said(report)[-1][0] == speaker


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        ("Le colonel opine. « Trop tard », lâche-t-il.", "colonel"),
        ("La juge s'inquiète. « Trop tard », dit-elle.", "juge"),
        ("Le préfet se dit confiant. À l'en croire, la piste est sûre.", "préfet"),
        ("« La peur ne passe pas. » Mohamed, plombier au village.", "Mohamed"),
        ("La piste est sûre, d'après un relevé que la garde civile a revu.", "garde civile"),
    ],
)
def test_a_sentence_of_few_words_shows_who_is_meant(said: Said, report: str, speaker: str) -> None:
    """Where the parse knows no verb or no name in it, and where a clause says who made a document."""
    assert said(report)[-1][0] == speaker


def test_the_same_source_goes_on_behind_somebody_unnamed(said: Said) -> None:
    """`De même source, on indique que ...`."""
    report = said("De source policière, le pont est coupé. De même source, on indique que la piste est sûre.")
    assert report == [("source policière", "le pont est coupé"), ("source policière", "la piste est sûre")]


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        # a paragraph that names somebody of its own
        (
            "« Tout va bien », assure le maire, Luc Petit.\n\nBruno, pisteur depuis vingt ans, est venu. « C'est fini », souffle-t-il.",
            "Bruno",
        ),
        # a lake in the name of a body is nobody
        (
            "Inès Dossa, présidente de l'Union des riverains du lac Kaba, brandit une liste. « Il ment », lance-t-elle.",
            "Inès Dossa",
        ),
        (
            "Dans la salle de Loon-Plage, sœur Marie-Odile Bulté a dressé des lits. « J'attends », sourit-elle.",
            "Marie-Odile Bulté",
        ),
        (
            "Un officier, joint par WhatsApp, refuse de donner son nom. « L'eau est froide », explique-t-il.",
            "Un officier",
        ),
        ("Rosa Kone, du Comité des veuves, qui affirme que la piste est sûre, attend.", "Rosa Kone"),
        ("Le ministère de l'Intérieur conteste et évoque « un contrôle ».", "ministère de l'Intérieur"),
    ],
)
def test_whoever_a_sentence_or_a_paragraph_opens_with_goes_on(said: Said, report: str, speaker: str) -> None:
    """Before anybody of the paragraph above, any place, and any body that somebody belongs to."""
    assert said(*report.split("\n\n"))[-1][0] == speaker


def test_the_head_of_a_page_gives_the_whole_name_of_a_body(said: Said) -> None:
    """Small words and what stands before the words that spell it are of the name."""
    report = said(
        "Bureau de la coordination des affaires humanitaires (OCHA), Kaba. Note n° 4.",
        "OCHA affirme que la piste est sûre.",
    )
    assert report[-1][0] == "Bureau de la coordination des affaires humanitaires"
    report = said("Médecins du Fleuve (MDF) – Ségou, le 12 mai", "Nous déplorons la mort de trois collègues.")
    assert report[-1][0] == "Médecins du Fleuve"


def test_a_heading_in_quotation_marks_behind_an_hour_is_nobody_s(said: Said) -> None:
    """`16 h 50 | « Elle s'appelle Lina »`."""
    assert said("16 h 50 | « Elle s'appelle Lina »\nLa foule applaudit.") == []
