"""The shapes that reported speech takes in French news: broken, impersonal, announced by a noun, signed, taken up."""

from collections.abc import Callable

import pytest

from recoupe.model.statement import Act, Form, Statement

Said = Callable[..., list[tuple[str | None, str]]]
Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        # an attribution that stands inside its clause
        (
            "La Région, ajoute l'échevin des Travaux, n'a jamais répondu.",
            "échevin des Travaux",
            "La Région, ajoute l'échevin des Travaux, n'a jamais répondu",
        ),
        (
            "La digue tiendra, martèle la préfète, tant que le vent reste faible.",
            "préfète",
            "La digue tiendra, martèle la préfète, tant que le vent reste faible",
        ),
        (
            "Le site – c'est l'exploitant qui l'assure – ne présente plus aucun danger.",
            "exploitant",
            "Le site – c'est l'exploitant qui l'assure – ne présente plus aucun danger",
        ),
        ("Le pont est sûr, c'est la mairie qui le dit.", "mairie", "Le pont est sûr"),
        # something held up between verb and speaker
        (
            "« Nous ne partirons pas », ont répété, banderole en main, les salariés du site.",
            "salariés du site",
            "Nous ne partirons pas",
        ),
        (
            "La LPDH – Ligue pour les droits humains – dénonce des exécutions.",
            "Ligue pour les droits humains",
            "des exécutions",
        ),
        # impersonal and passive
        (
            "Il a été précisé par la cellule de crise que les cours reprendront jeudi.",
            "cellule de crise",
            "les cours reprendront jeudi",
        ),
        (
            "Il est indiqué dans un communiqué du parquet que deux hommes ont fui.",
            "parquet",
            "deux hommes ont fui",
        ),
        (
            "Il ressort du rapport de l'inspection que les extincteurs étaient périmés.",
            "inspection",
            "les extincteurs étaient périmés",
        ),
        (
            "On indique au ministère que les renforts arriveront dans la nuit.",
            "ministère",
            "les renforts arriveront dans la nuit",
        ),
        ("On apprend auprès du parquet que deux hommes ont été arrêtés.", "parquet", "deux hommes ont été arrêtés"),
        (
            "Ainsi que l'a confirmé la régie du port, deux grues sont à l'arrêt.",
            "régie du port",
            "deux grues sont à l'arrêt",
        ),
        # prepositions
        ("Du point de vue de l'assureur, le contrat était caduc.", "assureur", "le contrat était caduc"),
        ("Une affaire classée, dixit le commissaire.", "commissaire", "Une affaire classée"),
        (
            "Le feu est fixé, selon le dernier point de situation de la préfecture.",
            "préfecture",
            "Le feu est fixé",
        ),
        # a noun that announces what is said
        ("Même son de cloche chez les pompiers : « Tout a brûlé. »", "pompiers", "Tout a brûlé."),
        ("Le verdict du laboratoire est tombé : l'eau est impropre.", "laboratoire", "l'eau est impropre"),
        (
            "Constat amer de la présidente du refuge, Line Vautrin : « On manque de tout. »",
            "Line Vautrin",
            "On manque de tout.",
        ),
        (
            "Le Dr Marius Koffi avance une explication : les puits ont été souillés.",
            "Marius Koffi",
            "les puits ont été souillés",
        ),
        (
            "Le commandant a fait le point à 18 heures : le feu n'avançait plus.",
            "commandant",
            "le feu n'avançait plus",
        ),
        ("Le groupe avance un bilan plus lourd : quatorze décès.", "groupe", "un bilan plus lourd : quatorze décès"),
        # verbs
        ("Le pilote raconte comment la coque s'est fendue.", "pilote", "comment la coque s'est fendue"),
        (
            "La ministre a jugé « inacceptable » que des enfants dorment dehors.",
            "ministre",
            "« inacceptable » que des enfants dorment dehors",
        ),
        ("Le porte-parole tient l'incident pour clos.", "porte-parole", "l'incident pour clos"),
        ("Une partie des habitants jugent l'alerte trop tardive.", "Une partie des habitants", "l'alerte trop tardive"),
        ("Le préfet rejette ces accusations, qu'il juge « grotesques ».", "préfet", "ces accusations"),
        # who says it
        ("« Mon fils est dessous », murmure une femme voilée.", "une femme voilée", "Mon fils est dessous"),
        ("« Rien n'a bougé », répond Awa N'Diarra.", "Awa N'Diarra", "Rien n'a bougé"),
        (
            "« On n'a rien vu venir » : Pauline Garneau, 62 ans, a perdu sa grange.",
            "Pauline Garneau",
            "On n'a rien vu venir",
        ),
    ],
)
def test_each_shape_of_reported_speech_is_read(said: Said, text: str, speaker: str, content: str) -> None:
    """Whatever the order of the words, who says what is found."""
    assert (speaker, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le film « La Digue » raconte l'histoire du village.",
        "Son inquiétude est ailleurs : la rivière monte.",
        "Il a été décidé que les écoles fermeraient.",
        "Le jour suivant, la route a rouvert.",
        "Le procureur a requis un expert.",
        "Le maire a une maison : elle a brûlé.",
        "Les enfants ont appris que la classe fermait.",
    ],
)
def test_what_only_looks_like_speech_is_left_alone(said: Said, text: str) -> None:
    """Nobody says anything here."""
    assert said(text) == []


def test_whoever_spoke_goes_on_behind_an_infinitive_of_narration(said: Said) -> None:
    """`Et de renvoyer la balle : « ... »` tells more of the same speaker."""
    text = "« Le béton était bon », assure Awa Diop. Et de renvoyer la balle à la mairie : « Qui a signé le permis ? »"
    assert said(text) == [("Awa Diop", "Le béton était bon"), ("Awa Diop", "Qui a signé le permis ?")]


@pytest.mark.parametrize(
    "text",
    [
        "« C'était l'enfer », se remémore-t-elle. Mariam Tokpa vendait du poisson au bord du quai.",
        "À l'entendre, tout était prévu. Le sous-préfet Amadou Sylla reçoit dans son bureau.",
    ],
)
def test_a_pronoun_may_come_before_the_name(said: Said, text: str) -> None:
    """Where nobody was named before, whoever is named right behind is meant."""
    assert said(text)[0][0] in ("Mariam Tokpa", "Amadou Sylla")


def test_a_word_that_fits_anybody_takes_up_who_spoke_last(said: Said) -> None:
    """`le vieil homme` and `le responsable` say nothing of their own about who is meant."""
    assert said(
        "À Gourane, le chef de canton assure que le puits est sec. « Nous étions dix », dit le vieil homme.",
        "Amadou Sylla dirige le district. Il faudra des mois, prévient le responsable.",
    ) == [
        ("chef de canton", "le puits est sec"),
        ("chef de canton", "Nous étions dix"),
        ("Amadou Sylla", "Il faudra des mois"),
    ]


def test_an_acronym_takes_more_than_the_first_letters(said: Said) -> None:
    """`SOLFEU` is spelled by the beginnings of the words of a body named elsewhere."""
    report = said("La Société de lutte contre les feux publie un point.", "Le feu est fixé, selon la SOLFEU.")
    assert report == [("Société de lutte contre les feux", "Le feu est fixé")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("« Rendez les corps ! », scandaient des femmes.", Act.DEMAND),
        ("« Que la lumière soit faite », écrit la maire.", Act.DEMAND),
        ("« Nous n'avons tiré sur personne », se défend la gendarmerie.", Act.DENY),
        ("Le suspect clame son innocence.", Act.DENY),
        ("Le général a ordonné le repli de ses hommes.", Act.DEMAND),
        ("Démenti de la préfecture : « La digue tient. »", Act.DENY),
    ],
)
def test_the_act_shows_in_the_grammar(statements: Read, text: str, act: Act) -> None:
    """An imperative or a wish demands, a denial denies."""
    (statement,) = statements(text)
    assert statement.act is act


def test_a_quoted_attribute_keeps_its_marks(statements: Read) -> None:
    """What is judged and the quoted judgement are one content."""
    (statement,) = statements("La ministre a jugé « inacceptable » que des enfants dorment dehors.")
    assert statement.form is Form.MIXED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministre parle d'accident, l'opposition de sabotage, les familles de crime.",
            [("ministre", "accident"), ("opposition", "sabotage"), ("familles", "crime")],
        ),
        (
            "Onze morts, à en croire l'hôpital ; vingt-trois, jure le comité de quartier.",
            [("hôpital", "Onze morts"), ("comité de quartier", "vingt-trois")],
        ),
        (
            "Le pape a appelé, dimanche, lors de la messe, à « faire taire les armes ».",
            [("pape", "faire taire les armes")],
        ),
        (
            "L'Union africaine « condamne fermement » les violences.",
            [("Union africaine", "« condamne fermement » les violences")],
        ),
        ("Le gérant « reconnaît son erreur », assure Awa Diop.", [("Awa Diop", "Le gérant « reconnaît son erreur »")]),
        (
            "Le ministre, qui « regrette cet incident », a promis une enquête.",
            [("ministre", "regrette cet incident"), ("ministre", "une enquête")],
        ),
        ("Et le ministre d'ajouter : « Nous paierons. »", [("ministre", "Nous paierons.")]),
        ("Puis quelqu'un lâche : « Ils savaient. »", [("quelqu'un", "Ils savaient.")]),
        (
            "Le barrage est celui d'un groupe dont la société, Hydralis, réfute toute faute.",
            [("Hydralis", "toute faute")],
        ),
        (
            "Le chef de la Nation de Mistawak, Conrad Wapistan, se dit inquiet.",
            [("Conrad Wapistan", "inquiet")],
        ),
        ("La Cour a rendu son avis mardi : l'expulsion est illégale.", [("Cour", "l'expulsion est illégale")]),
        (
            "Le préfet a répondu que « rien ne serait caché », avant de quitter la salle.",
            [("préfet", "rien ne serait caché")],
        ),
        (
            "« Mon fils n'a rien fait » : la mère de Youssef, 17 ans, attend.",
            [("mère de Youssef", "Mon fils n'a rien fait")],
        ),
    ],
)
def test_several_voices_and_broken_clauses_are_kept_apart(
    said: Said, text: str, expected: list[tuple[str, str]]
) -> None:
    """Each count and each opinion has whoever gave it."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le règlement prévoit que les portes restent ouvertes.",
        "La banderole proclame : « Justice pour Amadou ».",
        "« Interdit au public », dit le panneau.",
        "Le rapport recommande que les vannes soient changées.",
    ],
)
def test_what_bears_words_does_not_speak(said: Said, text: str) -> None:
    """A rule, a banner and what a report asks for are nobody's speech."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a gerund before its subject
        (
            "Tout en saluant « la solidarité des voisins », la bourgmestre Ann Declercq déplore que l'État tarde.",
            [("Ann Declercq", "la solidarité des voisins"), ("Ann Declercq", "l'État tarde")],
        ),
        (
            "Écartant un cessez-le-feu, M. Kassem a estimé que la ville tomberait.",
            [("Kassem", "un cessez-le-feu"), ("Kassem", "la ville tomberait")],
        ),
        # where a content ends
        ("Le groupe revendique la mort de six soldats et montre deux captifs.", [("groupe", "la mort de six soldats")]),
        (
            "Le groupe a revendiqué l'embuscade mais nié « avoir versé le sang ».",
            [("groupe", "l'embuscade"), ("groupe", "avoir versé le sang")],
        ),
        (
            "L'armée maintient que quinze malades sont morts, là où les soignants en ont enterré onze.",
            [("armée", "quinze malades sont morts")],
        ),
        (
            "La garde, qui affirmait avoir rattrapé trente fugitifs, a rabattu ses prétentions.",
            [("garde", "avoir rattrapé trente fugitifs")],
        ),
        # where it begins
        (
            "Les inspecteurs avaient signalé dès le mois de mars des fissures dans quatre puits.",
            [("inspecteurs", "fissures dans quatre puits")],
        ),
        ("La ministre a évoqué lundi à la Chambre « trois cents sinistrés ».", [("ministre", "trois cents sinistrés")]),
        ("Le ministre voit « une poignée de casseurs ».", [("ministre", "une poignée de casseurs")]),
        (
            "« Je ne signerai pas » : le mot est du maire de Lanvec, Yves Goasdoué.",
            [("Yves Goasdoué", "Je ne signerai pas")],
        ),
        (
            "Seule Ida Ferrand reste : « J'y suis née, ma mère aussi. »",
            [("Ida Ferrand", "J'y suis née, ma mère aussi.")],
        ),
        (
            "D'après la sœur, il reste sept chirurgiens, alors qu'il en faudrait vingt.",
            [("sœur", "il reste sept chirurgiens, alors qu'il en faudrait vingt")],
        ),
    ],
)
def test_a_content_begins_and_ends_with_its_clause(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    """Not with the day it was said on, nor with what somebody does next."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le patron de la société balaie toute responsabilité : « Mon camion était en panne. »",
            [("patron de la société", "toute responsabilité"), ("patron de la société", "Mon camion était en panne.")],
        ),
        (
            "Du côté de la garde, le démenti reste catégorique : ses bateaux sont arrivés plus tard.",
            [("garde", "ses bateaux sont arrivés plus tard")],
        ),
        (
            "L'adjudant Rado n'en démord pas : ses hommes ont tout photographié.",
            [("Rado", "ses hommes ont tout photographié")],
        ),
        (
            "L'Organisation des marins du golfe (OMG) dénombre 21 300 déplacés.",
            [("Organisation des marins du golfe", "21 300 déplacés")],
        ),
        ("Pour ce prélat, le gouvernement doit céder.", [("prélat", "le gouvernement doit céder")]),
        (
            "Les rebelles accusent des miliciens d'avoir ouvert le feu, tuant quatre passagers.",
            [("rebelles", "des miliciens d'avoir ouvert le feu, tuant quatre passagers")],
        ),
        ("Paul Ndiaye est venu. Lui dit avoir compté dix tombes.", [("Paul Ndiaye", "avoir compté dix tombes")]),
    ],
)
def test_denials_and_sides_keep_all_they_say(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    """What is denied and the quote that spells it out are two, and the consequences belong to the charge."""
    assert said(text) == expected
