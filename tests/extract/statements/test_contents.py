"""Which words are reported, and by whom, in sentences of the news."""

from collections.abc import Callable

import pytest

from recoupe.model.statement import Act, Form, Statement

Said = Callable[..., list[tuple[str | None, str]]]
Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Le pont a cédé, a fait savoir la mairie dans un communiqué.", "mairie", "Le pont a cédé"),
        ("« On attend », souffle Rosa Kone.", "Rosa Kone", "On attend"),
        (
            "Selon la Croix-Rouge, trois villages sont coupés du monde.",
            "Croix-Rouge",
            "trois villages sont coupés du monde",
        ),
        ("D'ailleurs trois villages sont coupés, selon un élu.", "un élu", "trois villages sont coupés"),
        ("La mairie assure que le stade est ouvert.", "mairie", "le stade est ouvert"),
        ("L'armée a démenti avoir tiré.", "armée", "avoir tiré"),
        ("La mairie a ramené mercredi de 23 à 19 le nombre de morts.", "mairie", "de 23 à 19 le nombre de morts"),
        ("Le gouvernement dément.", "gouvernement", "dément"),
        ("L'usine a démenti.", "usine", "a démenti"),
        ("Le syndicat accuse la mairie d'avoir tardé.", "syndicat", "la mairie d'avoir tardé"),
        ("Le préfet a demandé aux riverains de quitter les lieux.", "préfet", "riverains de quitter les lieux"),
        ("La ville s'est engagée à réparer la digue.", "ville", "réparer la digue"),
        ("Le syndicat parle de 300 grévistes.", "syndicat", "300 grévistes"),
        ("La police s'en tient à 27.", "police", "27"),
        ("De source policière, deux hommes auraient fui.", "source policière", "deux hommes auraient fui"),
        ("Deux hommes ont fui, a-t-on appris de source policière.", "source policière", "Deux hommes ont fui"),
        ("L'incendie est maîtrisé, indique-t-on à la préfecture.", "préfecture", "L'incendie est maîtrisé"),
        ("La mairie élude : « Nous verrons cela lundi. »", "mairie", "Nous verrons cela lundi."),
        ("Insuffisant, tranche l'association.", "association", "Insuffisant"),
        ("Le maire, Jean Blanchet, s'est dit inquiet.", "Jean Blanchet", "inquiet"),
        ("Le groupe a revendiqué l'attentat dans un communiqué.", "groupe", "l'attentat"),
        (
            "« Ils ont tout pris », s'étrangle une marchande de poisson.",
            "une marchande de poisson",
            "Ils ont tout pris",
        ),
        ("« On verra », a tenté de rassurer le gérant.", "gérant", "On verra"),
        ("« Rien ne bouge », nous écrit un de ses voisins.", "un de ses voisins", "Rien ne bouge"),
        ("La mairie juge le bilan trop lourd.", "mairie", "le bilan trop lourd"),
        ("Les familles tiennent la mairie pour responsable.", "familles", "la mairie pour responsable"),
        ("Les dégâts sont évalués à 3 millions d'euros par la région.", "région", "3 millions d'euros"),
        ("Douze blessés ont été recensés par la préfecture.", "préfecture", "Douze blessés"),
        ("Le bilan de la préfecture s'établit à douze morts.", "préfecture", "douze morts"),
        ("Le préfet conteste : selon lui, la digue a tenu.", "préfet", "la digue a tenu"),
        ("Du côté de l'armée, on s'en tient à sept tués.", "armée", "sept tués"),
        (
            "La police parle de neuf morts : sept détenus et deux gardes.",
            "police",
            "neuf morts : sept détenus et deux gardes",
        ),
        ("Le maire a, quant à lui, fustigé « un abandon ».", "maire", "un abandon"),
        ("Le préfet a écarté l'idée d'une trêve.", "préfet", "l'idée d'une trêve"),
        ("La maire n'exclut pas une évacuation.", "maire", "une évacuation"),
        ("L'élu ne cache pas son inquiétude.", "élu", "son inquiétude"),
        ("La digue, répond sans hésiter Paul Ndiaye.", "Paul Ndiaye", "La digue"),
        (
            "La presse exagère : dix-neuf maisons ont brûlé, a admis le préfet.",
            "préfet",
            "dix-neuf maisons ont brûlé",
        ),
        ("La digue a cédé, comme l'affirme la mairie.", "mairie", "La digue a cédé"),
        ("Onze navires ont fui, et non trois, comme l'avait écrit le ministère.", "ministère", "trois"),
        ("Comme l'a rappelé la mairie, le pont est interdit.", "mairie", "le pont est interdit"),
        ("Réponse du ministère : deux millions, « dès janvier ».", "ministère", "deux millions, « dès janvier »"),
        ("La ministre a promis aux sinistrés 300 tentes.", "ministre", "300 tentes"),
        ("Un forgeron du village dit les avoir vus.", "Un forgeron du village", "les avoir vus"),
        ("La mairie qui, lundi, signalait onze blessés se tait.", "mairie", "onze blessés se tait"),
        ("La police en était à 47 le premier soir.", "police", "47"),
        ("Le ministère a fait état pendant deux semaines de dix morts.", "ministère", "dix morts"),
        (
            "Le parquet parle de 52 arrestations, concernant neuf mineurs.",
            "parquet",
            "52 arrestations, concernant neuf mineurs",
        ),
        (
            "La mairie a ramené son bilan à quatre morts, un blessé ayant été compté deux fois.",
            "mairie",
            "son bilan à quatre morts, un blessé ayant été compté deux fois",
        ),
        (
            "La mairie a relevé le nombre des morts de neuf à quatorze.",
            "mairie",
            "le nombre des morts de neuf à quatorze",
        ),
        (
            "Depuis lundi, raconte la proviseure, cent jeunes sont venus.",
            "proviseure",
            "Depuis lundi, raconte la proviseure, cent jeunes sont venus",
        ),
        ("• Toujours d'après la juge, l'homme s'est rendu.", "juge", "l'homme s'est rendu"),
        ("Le maire a averti les habitants que la digue céderait.", "maire", "la digue céderait"),
        ("La préfète a assuré les sinistrés de « toute son aide ».", "préfète", "toute son aide"),
        (
            "L'ONG Source Vive tire la sonnette d'alarme : dix abris n'ont pas d'eau.",
            "Source Vive",
            "dix abris n'ont pas d'eau",
        ),
        ("Le ministre en convient : le recensement a été bâclé.", "ministre", "le recensement a été bâclé"),
        ("Le syndicat a, lui, appelé à la patience.", "syndicat", "la patience"),
        ("Ordre de la commune : chacun doit partir.", "commune", "chacun doit partir"),
        ("La maire s'est tout de même engagée à payer.", "maire", "payer"),
        ("Le préfet n'exclut plus une évacuation.", "préfet", "une évacuation"),
        (
            "« On nous ment », dénonce dans une lettre ouverte un collectif de soignants.",
            "un collectif de soignants",
            "On nous ment",
        ),
        (
            "Les sirènes ont sonné, corrige le préfet, mais trop tard.",
            "préfet",
            "Les sirènes ont sonné, corrige le préfet, mais trop tard",
        ),
        ("Quant à la mission, elle a fait savoir que ses drones voleraient.", "mission", "ses drones voleraient"),
        (
            "À ses côtés, la gérante acquiesce : « L'eau reste noire depuis lundi. »",
            "gérante",
            "L'eau reste noire depuis lundi.",
        ),
        (
            "« Tout est perdu », a reconnu sur la chaîne Rive 1 le chef des secours.",
            "chef des secours",
            "Tout est perdu",
        ),
        ("Il a, dit la chirurgienne, opéré trois fois.", "chirurgienne", "Il a, dit la chirurgienne, opéré trois fois"),
        ("L'opposition voit dans ces violences « un échec ».", "opposition", "un échec"),
        ("Le ministre s'est empressé de déclarer que le puits tenait.", "ministre", "le puits tenait"),
        ("Le préfet a dû admettre que la digue cédait.", "préfet", "la digue cédait"),
        ("Les tirs ont repris, rapporte un habitant joint par téléphone.", "un habitant", "Les tirs ont repris"),
        ("Kiev estime à 38.000 le nombre des assiégés.", "Kiev", "38.000 le nombre des assiégés"),
        ("La mairie soutient que la digue tenait, ce que l'armée conteste.", "mairie", "la digue tenait"),
        (
            "La police fait état de 34 morts, contre 29 la veille, et de 212 blessés.",
            "police",
            "34 morts, contre 29 la veille, et de 212 blessés",
        ),
        ("Huit, d'après le dernier communiqué de la gendarmerie, contre trente hier.", "gendarmerie", "Huit"),
        ("Vingt ont survécu, explique la maire, pour la plupart chez des proches.", "maire", "Vingt ont survécu"),
        ("L'ambassade du Pérou à Paris dément tout retard.", "ambassade du Pérou à Paris", "tout retard"),
        ("Trente morts : c'est le chiffre que le ministère a livré.", "ministère", "Trente morts"),
        (
            "Trente corps ont été repêchés, c'est le dernier pointage de la marine.",
            "marine",
            "Trente corps ont été repêchés",
        ),
        ("Les rebelles ont tiré, c'est du moins ce qu'affirme l'armée.", "armée", "Les rebelles ont tiré"),
        ("« Honte à vous », peut-on lire dans un tract du syndicat.", "syndicat", "Honte à vous"),
        ("Le manque d'eau inquiète la Croix-Rouge, laquelle a recensé treize cas.", "Croix-Rouge", "treize cas"),
    ],
)
def test_a_cue_gives_its_content_and_its_speaker(said: Said, text: str, speaker: str, content: str) -> None:
    """The content leaves out the cue, its `que`, `de` or `à`, and a leading connective."""
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet a refusé de répondre aux questions.",
        "Le vent souffle sur la ville.",
        "Les prix varient selon la saison.",
        "Pour l'instant, la route est fermée.",
        "Le village compte 300 habitants.",
        "Le campement « provisoire » accueille des familles.",
        "Le mot « crise » agace le maire.",
        "On compte douze blessés.",
        "Le tribunal juge les voleurs.",
        "La route a été coupée par la police.",
        "La crue menace le village.",
        "Elle attend son fils depuis vingt heures.",
        "La route est longue, c'est le problème.",
        "La station a relevé 96 millimètres de pluie.",
        "La digue a cédé, comme l'a constaté un journaliste.",
        "Il en reste neuf cents à rebrancher.",
        "Certains disent adieu à la ville.",
        "Un mineur, qui souhaite taire son nom, est venu.",
        "Le gouverneur a dû ramener ses évacués de 1.200 à 950.",
        "Le ministère n'en dit plus rien.",
    ],
)
def test_what_nobody_says_is_no_statement(said: Said, text: str) -> None:
    """Deeds, refusals to speak, rules, measures and quotation marks for show give no record."""
    assert said(text) == []


def test_a_quote_broken_by_its_attribution_is_one_statement(statements: Read) -> None:
    """`« A », a dit X. « B »` runs from the start of A to the end of B."""
    [one] = statements("« Nos lits sont pleins », a expliqué la docteure Awa Diop. « Il faudra choisir. »")
    assert one.text == "Nos lits sont pleins », a expliqué la docteure Awa Diop. « Il faudra choisir."
    assert (one.form, one.speaker) == (Form.DIRECT, "Awa Diop")


def test_each_new_cue_makes_a_new_statement(said: Said) -> None:
    """A second quote with a cue of its own is a second record."""
    report = "« Nous partons », a dit la gérante Lise Morel. « Tout est perdu », a-t-elle ajouté."
    assert said(report) == [("Lise Morel", "Nous partons"), ("Lise Morel", "Tout est perdu")]


@pytest.mark.parametrize(
    ("report", "contents"),
    [
        ("Le maire a juré que la digue tiendrait et annoncé des travaux.", ["la digue tiendrait", "des travaux"]),
        ("Le maire fustige l'État et exige une enquête.", ["l'État", "une enquête"]),
        ("La mairie fait état de trois morts, la préfecture en compte neuf.", ["trois morts", "neuf"]),
    ],
)
def test_two_cues_of_one_sentence_keep_their_own_contents(said: Said, report: str, contents: list[str]) -> None:
    """What a second verb reports is no part of what the first does."""
    assert [content for _, content in said(report)] == contents


def test_what_the_outlet_says_before_a_colon_is_no_part_of_what_is_reported(said: Said) -> None:
    """The content of a trailing cue begins behind the last colon."""
    assert said("Rosa Kone veut continuer : deux pompes, fait-elle valoir, tournent déjà.") == [
        ("Rosa Kone", "deux pompes, fait-elle valoir, tournent déjà")
    ]


def test_what_a_quote_of_another_bears_out_stays_with_whoever_said_it(said: Said) -> None:
    """The words before the colon are one's, the quote behind it has a cue of its own."""
    report = "La régie nie avoir ouvert la vanne : « Personne n'y a touché », assure son directeur, Jean Kossi."
    assert said(report) == [("régie", "avoir ouvert la vanne"), ("Jean Kossi", "Personne n'y a touché")]


def test_a_quote_behind_indirect_speech_is_a_record_of_its_own(said: Said) -> None:
    """Only a quote that its attribution breaks goes on as one."""
    report = said("Dix enfants ont la fièvre, précise la sœur Awa Diop. « Le plus petit ne parle plus. »")
    assert report == [("Awa Diop", "Dix enfants ont la fièvre"), ("Awa Diop", "Le plus petit ne parle plus.")]


def test_speech_inside_speech_is_a_record_of_its_own(said: Said) -> None:
    """The inner quote has its own speaker."""
    found = said("« Un agent m'a répondu : “Revenez demain.” Je suis revenu », raconte Paul Ndiaye.")
    assert ("Un agent", "Revenez demain.") in found
    assert found[0][0] == "Paul Ndiaye"


def test_a_clause_with_quoted_words_is_mixed_and_keeps_its_marks(statements: Read) -> None:
    """Only words wholly between marks are direct."""
    [one] = statements("La mairie promet des logements « avant l'hiver ».")
    assert (one.form, one.text, one.act) == (Form.MIXED, "des logements « avant l'hiver »", Act.PROMISE)


def test_each_side_of_a_list_of_counts_has_its_own_source(said: Said) -> None:
    """`A selon X, B selon Y` are two statements, each with its own count."""
    assert said("Le défilé a réuni 3.000 personnes selon la police, 9.000 selon les organisateurs.") == [
        ("police", "Le défilé a réuni 3.000 personnes"),
        ("organisateurs", "9.000"),
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("« C'est faux », a répondu la directrice.", Act.DENY),
        ("La direction rejette ces accusations.", Act.REJECT),
        ("Les familles réclament une enquête.", Act.DEMAND),
        ("Le groupe menace de reprendre les tirs.", Act.THREATEN),
        ("La préfète a salué le courage des pompiers.", Act.PRAISE),
        ("Les riverains dénoncent l'inaction de l'exploitant.", Act.ACCUSE),
        ("La route est ouverte, indique la mairie.", Act.SAY),
    ],
)
def test_the_act_follows_from_the_sense(statements: Read, text: str, act: Act) -> None:
    """The cue decides, or the words of the content where the cue is a plain verb of saying."""
    assert [one.act for one in statements(text)] == [act]


def test_the_day_it_was_said_is_the_day_of_the_cue(statements: Read) -> None:
    """A day beside the cue dates the statement; a day inside the content does not."""
    [dated] = statements("Le pont a cédé, a annoncé mercredi la mairie.", moment="mercredi")
    [undated] = statements("Le pont a cédé mercredi, a annoncé la mairie.", moment="mercredi")
    assert (dated.said_on, undated.said_on) == ("2020-03-04", None)


@pytest.mark.parametrize(
    "text",
    [
        "Deux marins sont morts à l'hôpital, portant à onze le nombre de victimes.",
        "Le gendarme est mort lundi, portant le bilan à onze morts.",
        "La police a arrêté trois hommes.",
        "Ni le préfet ni le maire n'ont confirmé le bilan de onze morts.",
        "Aucun ministre n'a confirmé le chiffre de onze morts.",
        "Le préfet n'a pas confirmé que le pont ait cédé.",
        "Personne n'a dit que le pont avait cédé.",
        "Aucun voisin n'affirme que le pont avait cédé.",
    ],
)
def test_what_happens_or_is_not_confirmed_is_no_statement(said: Said, text: str) -> None:
    """What happened raises a toll without a word, and what is not confirmed is not said."""
    assert said(text) == []


def test_a_toll_raised_in_a_statement_is_its_speakers(said: Said) -> None:
    """A participle that goes on from words of somebody is theirs."""
    assert said("La mairie annonce deux décès, portant à onze le nombre de victimes.")[-1][0] == "mairie"


def test_a_number_that_nobody_confirms_is_whose_it_is(said: Said) -> None:
    """`avancé par les réseaux sociaux` credits them, not those who do not confirm it."""
    report = said("Ni le préfet ni le maire n'ont confirmé le chiffre de onze morts avancé par les réseaux sociaux.")
    assert report == [("réseaux sociaux", "le chiffre de onze morts")]


def test_a_cue_holds_its_reflexive_pronoun(statements: Read) -> None:
    """`s'emporte`, from the pronoun on."""
    assert [one.cue for one in statements("« C'est une honte », s'emporte le gérant.")] == ["s'emporte"]
    assert [one.cue for one in statements("« C'est une honte », s'est emporté le gérant.")] == ["s'est emporté"]


@pytest.mark.parametrize(
    "text",
    [
        "La garde, qui aligne 800 hommes, recule.",
        "Notre décompte donne douze morts.",
        "Nos calculs, à partir de ses listes, donnent douze morts.",
        "La route est noyée, chiffre beaucoup plus grave que prévu.",
        "C'est un hiver sans bois que redoutent les bergers.",
    ],
)
def test_what_is_ours_or_only_looks_like_speech_is_no_statement(said: Said, text: str) -> None:
    """The strength of a force, the outlet's own count, an adverb, and a subject that stands behind its verb."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Deux hommes ont fui, rapporte-t-on de source policière.",
            [("source policière", "Deux hommes ont fui")],
        ),
        (
            "La mairie recommande aux riverains la prudence.",
            [("mairie", "la prudence")],
        ),
        (
            "La mairie demande aux riverains de rendre les clés qu'ils ont reçues.",
            [("mairie", "riverains de rendre les clés qu'ils ont reçues")],
        ),
        ("Le préfet a offert dix lits, a fait connaître la mairie.", [("mairie", "Le préfet a offert dix lits")]),
        (
            "Personne n'a été blessé, a fait valoir la gérante, tout en reconnaissant une fuite.",
            [("gérante", "Personne n'a été blessé"), ("gérante", "une fuite")],
        ),
        ("La mairie récuse fermement cette accusation.", [("mairie", "cette accusation")]),
        ("Le collectif a compté, lui, plus de 600 morts.", [("collectif", "plus de 600 morts")]),
    ],
)
def test_a_content_begins_behind_what_only_belongs_to_its_cue(
    said: Said, text: str, found: list[tuple[str | None, str]]
) -> None:
    """Past an adverb and whom the words are given to, with the party that is asked, and with `plus de`."""
    assert said(text) == found


def test_a_denial_that_is_spelled_out_in_a_quote_is_the_quote(said: Said) -> None:
    """`L'usine a démenti. « Rien n'a fui »`; and `on nie` is nobody's."""
    assert said("Le préfet accuse l'usine. L'usine a démenti. « Rien n'a fui », a dit le directeur.")[1:] == [
        ("directeur", "Rien n'a fui")
    ]
    assert said("Chez l'exploitant, on nie.") == []


def test_a_verdict_of_a_few_words_before_a_colon_is_no_content(said: Said) -> None:
    """`Pour X, aucun doute : ...` says what stands behind; a clause or a number before the colon is said itself."""
    assert said("Pour Moscou, aucun doute : les miliciens ont tiré sur le convoi.") == [
        ("Moscou", "les miliciens ont tiré sur le convoi")
    ]
    assert said("Pour le préfet, la digue a tenu : personne n'a été blessé.") == [("préfet", "la digue a tenu")]


def test_a_body_keeps_what_its_name_says_it_goes_without(said: Said) -> None:
    assert said("Douze puits sont à sec, estime l'ONG Routes sans fin.") == [
        ("Routes sans fin", "Douze puits sont à sec")
    ]
    assert said("Selon le maire Jean Blanchet sans autre détail, douze puits sont à sec.")[0][0] == "Jean Blanchet"


def test_a_signature_that_opens_like_a_credit_says_nothing(said: Said) -> None:
    """Nothing follows the comma, so nothing was said."""
    assert said("Pour la direction du port,") == []
