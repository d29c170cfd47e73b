# ruff: noqa: E501 - a paragraph of a report is one line
"""What two articles share, and what no two articles share though it stands in both."""

from __future__ import annotations

import pytest
from tests.crosscheck.copies import DISPATCH, INDEPENDENT, NAMES, OTHER, REPRINT, REWRITTEN, account, plain

from recoupe.crosscheck.reuse.fingerprints import proposed
from recoupe.crosscheck.reuse.passages import find_passages, prove_pairs
from recoupe.crosscheck.reuse.rewording import sentences_of
from recoupe.crosscheck.reuse.texts import text_of
from recoupe.model.account import Account
from recoupe.model.article import Article
from recoupe.model.figure import Counted, Figure, Kind, Qualifier
from recoupe.model.passage import PassageForm
from recoupe.model.span import Evidence, Span


def shared(*accounts: Account) -> list[tuple[str, str, PassageForm]]:
    """Return the words of each passage on both sides, and its form."""
    texts = {one.article.id: one.article.text for one in accounts}
    return [
        (one.span_a.of(texts[one.article_a]), one.span_b.of(texts[one.article_b]), one.form)
        for one in find_passages(accounts)
    ]


def test_a_reprint_is_found_with_its_offsets_though_marks_and_numbers_are_written_otherwise() -> None:
    """`onze` and `11`, `43` and `quarante-trois`, straight and French quotation marks."""
    assert shared(account(DISPATCH, "a"), account(REPRINT, "b")) == [
        (
            "Au moins onze voyageurs ont péri dimanche soir quand le pont métallique de Morvaux a cédé sous un train "
            "de banlieue, a annoncé la préfecture",
            "Au moins 11 voyageurs ont péri dimanche soir quand le pont métallique de Morvaux a cédé sous un train "
            "de banlieue, a annoncé la préfecture",
            PassageForm.VERBATIM,
        ),
        (
            'Les secours ont dégagé 43 blessés des deux premières voitures, tombées dans la rivière en crue. "On '
            'entendait crier sous la tôle et personne ne pouvait descendre", a raconté un garde-barrière',
            "Les secours ont dégagé quarante-trois blessés des deux premières voitures, tombées dans la rivière en "
            "crue. « On entendait crier sous la tôle et personne ne pouvait descendre », a raconté un garde-barrière",
            PassageForm.VERBATIM,
        ),
    ]


def test_a_rewrite_is_found_by_the_figures_that_it_tells_in_the_same_order() -> None:
    """No eight words in a row are the same; each passage names the words that bind it."""
    found = find_passages([account(DISPATCH, "a"), account(REWRITTEN, "b")])
    assert [one.form for one in found] == [PassageForm.REWORKED] * 3
    assert "43" in found[1].why[0]
    assert "1.200.000" in found[2].why[0]


def test_two_reports_of_different_things_share_nothing() -> None:
    """They are not even compared."""
    assert prove_pairs([account(DISPATCH, "a"), account(OTHER, "b")]) == {}


def test_a_report_of_the_same_event_that_copied_nothing_shares_nothing() -> None:
    """The toll stands in both, and nothing else."""
    assert shared(account(DISPATCH, "a"), account(INDEPENDENT, "b")) == []


WITHOUT_FIGURES = """À Morvaux, un pont trop vieux

Dimanche soir, des voyageurs sont morts : le pont métallique s'est dérobé sous un train de banlieue.

Les secours ont sorti les blessés des premières voitures, que la rivière en crue engloutissait.

La compagnie avait promis des travaux et une fermeture en avril.
"""


def test_what_is_told_again_without_its_figures_is_left_alone() -> None:
    """Rather missed than wrongly joined: two witnesses of one fall use the same words for it."""
    assert shared(account(DISPATCH, "a"), account(WITHOUT_FIGURES, "b")) == []


ASIDE = """Chiffres de la semaine

Onze voyageurs du quartier latin chanteront au kiosque, accompagnés d'un accordéon, de deux violons tziganes et d'un montreur d'ours venu exprès de Moldavie.

Un braconnier a relâché ses 43 truites, blessés lui-même et son chien par les hameçons rouillés que le courant avait ramenés contre le barrage du moulin.

Le chantier de la piscine, à 1 200 000 euros, commence en avril, si toutefois le syndic des copropriétaires lève son recours et que les grenouilles déménagent.
"""


@pytest.mark.parametrize("turned", [False, True])
def test_the_same_numbers_told_of_other_things_prove_nothing(turned: bool) -> None:
    """In the same order or in another, each with a word in common in a sentence that is full of others."""
    title, *rest = ASIDE.strip().split("\n\n")
    other = "\n\n".join([title, *(rest[::-1] if turned else rest)]) + "\n"
    assert shared(account(DISPATCH, "a"), account(other, "b")) == []


def test_one_changed_word_makes_a_passage_reworked_and_not_two() -> None:
    """The runs on both sides of it are joined."""
    other = REPRINT.replace("dimanche soir", "avant-hier soir")
    (first, *_) = shared(account(DISPATCH, "a"), account(other, "b"))
    assert first[2] is PassageForm.REWORKED
    assert first[1].startswith("Au moins 11 voyageurs")
    assert first[1].endswith("la préfecture")


def test_a_run_inside_another_sentence_is_reworked() -> None:
    """Words taken over into a sentence of one's own are not the sentence."""
    other = """Transports

Parmi les drames de la décennie figure celui où, on s'en souvient, le pont métallique de Morvaux a cédé sous un train de banlieue alors que la compagnie comptait le fermer, malgré l'avis de tous les experts que la région avait fait venir à grands frais, et que personne n'avait voulu croire.
"""
    ((_, there, form),) = shared(account(DISPATCH, "a"), account(other, "b"))
    assert there == "le pont métallique de Morvaux a cédé sous un train de banlieue"
    assert form is PassageForm.REWORKED


@pytest.mark.parametrize(
    "phrase",
    [
        "a déclaré à la presse le porte-parole du ministère de l'Intérieur, Anselme Vauquelin-Ribot",
        "selon le Comité de vigilance des riverains de la Morve (CVRM), a-t-il ajouté mardi",
        "depuis le début du mois de mars, dans la nuit de lundi à mardi",
        "depuis le début du siège, le 28 août 2019, les routes",
        "il y a eu, à ce qu'on nous en a dit, plus de",
        "a indiqué le ministre de la recherche scientifique, de la jeunesse et de la vie associative",
    ],
)
def test_attributions_names_dates_and_grammar_are_no_passage(phrase: str) -> None:
    """However many words of them are the same."""
    one = f"Le feu a pris dans une scierie, {phrase}, et deux hangars ont brûlé."
    other = f"Aucun train ne roulera vers la côte avant une semaine, {phrase}, car les rails ont plié sous la chaleur."
    assert shared(account(f"Scierie\n\n{one}\n", "a"), account(f"Rails\n\n{other}\n", "b")) == []


def test_the_name_of_a_source_that_the_records_know_is_no_passage() -> None:
    """Where small letters hide that it is one."""
    name = "la maison des éleveurs et bergers réunis du plateau"
    texts = {
        "a": f"Neige\n\nPlus de 300 brebis sont mortes, selon {name}, qui réclame du foin.\n",
        "b": f"Route\n\nLa route du col rouvrira samedi d'après {name}, mais les camions attendront.\n",
    }
    bare = [account(text, id) for id, text in texts.items()]
    assert len(shared(*bare)) == 1
    assert (
        shared(*(Account(article=one.article, figures={one.article.id: credited(one.article, name)}) for one in bare))
        == []
    )


def credited(article: Article, source: str) -> Figure:
    return Figure(
        article=article.id,
        span=Span(0, 4),
        text=article.text[:4],
        unit="count",
        low=1,
        high=1,
        qualifier=Qualifier.EXACT,
        kind=Kind.OTHER,
        counted=Counted.OTHER,
        source=source,
        evidence=(Evidence("kind", "test"),),
    )


BACKGROUND = (
    "La guerre des carrières, qui oppose mineurs et bûcherons depuis six ans, a vidé quarante villages de la plaine."
)
MATTERS = [
    "Un bac a chaviré sur le lac et sept pêcheurs manquent à l'appel. Des plongeurs fouillent la vase depuis l'aube.",
    "Le maire de Brassy a remis sa démission sans un mot. Son adjointe tiendra la caisse jusqu'aux urnes de juin.",
    "Des loups ont décimé un troupeau de chèvres au pied du mont Arbel. Les bergers veulent des fusils et des chiens.",
    "La récolte de pommes sera mauvaise, préviennent les vergers du nord. Le gel d'avril a brûlé neuf fleurs sur dix.",
    "Un incendie a détruit la filature, seul employeur du bourg de Cernes. On soupçonne une lampe oubliée au séchoir.",
]


REST = [
    "Les cloches ont sonné le tocsin et chacun a sorti sa barque. Une fillette a été ramenée vivante, agrippée à une bouée.",
    "Deux conseillers ont quitté la salle en claquant la porte. Le budget de la piscine reste introuvable depuis mars.",
    "Une louve portant collier avait pourtant été signalée au printemps. Le ministère promet des patrouilles de nuit.",
    "Le cidre sera rare et cher, disent les pressoirs. Certains songent à planter des amandiers, plus sobres en eau.",
    "Les bobines ont brûlé trois jours durant. Le patron, assuré au plus juste, ne sait pas s'il relèvera les murs.",
]


def test_a_phrase_that_many_unrelated_articles_hold_is_stock() -> None:
    """Two that hold it may have copied it; of four that share nothing else nobody copied it from the other."""
    articles = [
        account(f"Titre\n\n{matter} {BACKGROUND}\n\n{rest}\n", f"a{at}")
        for at, (matter, rest) in enumerate(zip(MATTERS, REST, strict=True))
    ]
    assert len(shared(*articles[:2])) == 1
    assert shared(*articles) == []


def test_a_stock_phrase_that_fills_a_fifth_of_a_short_article_lets_no_toll_pass_for_copied() -> None:
    """Two reports of one toll that have only background in common copied nothing, nor does it make them related."""
    tolls = [
        "La préfecture a compté 71 mineurs ensevelis et 12 bûcherons blessés dans la plaine.",
        "Des 71 mineurs ensevelis, la préfecture dit avoir retrouvé les lampes ; les 12 bûcherons blessés vont mieux.",
    ]
    articles = [
        account(f"Titre\n\n{toll} {BACKGROUND}\n\n{rest}\n\n{' '.join(NAMES[at * 20 : at * 20 + 20])}.\n", f"a{at}")
        for at, (toll, rest) in enumerate(zip([*tolls, *MATTERS[2:]], REST, strict=True))
    ]
    assert [form for *_, form in shared(*articles[:2])] == [PassageForm.VERBATIM]
    assert shared(*articles) == []


def test_a_dispatch_that_many_articles_reprint_is_no_stock_phrase() -> None:
    """It is most of what each of them says."""
    lines = DISPATCH.split("\n\n")[2:4]
    reprints = [
        account(f"Titre {at}\n\n{matter}\n\n" + "\n\n".join(lines) + "\n", f"a{at}")
        for at, matter in enumerate(MATTERS)
    ]
    found = find_passages(reprints)
    assert len({(one.article_a, one.article_b) for one in found}) == 10


def test_a_dispatch_of_which_many_articles_reprint_three_short_parts_is_no_stock_phrase() -> None:
    """Each part is little of any of them; together they are what no two reporters have in common."""
    parts = [
        "Les grutiers du port d'Anselle ont voté la reprise du travail par 212 voix contre 198, à main levée, sous la pluie.",
        "La direction renonce à vendre les deux portiques de la jetée et versera 350 euros à chaque docker avant Noël.",
        "Onze cargos attendaient au large, dont trois chargés d'agrumes que leurs armateurs disent perdus.",
    ]
    own = REST
    articles = [
        account("\n\n".join([f"Titre {at}", own[at], parts[0], MATTERS[at], *parts[1:]]) + "\n", f"a{at}")
        for at in range(5)
    ]
    for at, one in enumerate(articles):
        assert one.article.text.count(parts[at % 3]) == 1
    assert len({(one.article_a, one.article_b) for one in find_passages(articles)}) == 10


ATTACK = """Attentat à {town}

Au moins {dead} personnes ont été tuées et {hurt} autres blessées dans un attentat-suicide à la voiture piégée {day} à {town}, a annoncé la police.

{more}
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            {"dead": "douze", "hurt": "30", "day": "mardi", "town": "Kessab"},
            {"dead": "sept", "hurt": "19", "day": "jeudi", "town": "Orval"},
        ),
        (
            {"dead": "12", "hurt": "30", "day": "mardi", "town": "Kessab"},
            {"dead": "7", "hurt": "19", "day": "mardi", "town": "Kessab"},
        ),
    ],
)
def test_two_attacks_told_in_one_formula_share_nothing(first: dict[str, str], second: dict[str, str]) -> None:
    """Any report of an attack has these words; each tells of other numbers."""
    texts = [ATTACK.format(more=more, **told) for more, told in zip(REST, (first, second), strict=False)]
    assert shared(account(texts[0], "a"), account(texts[1], "b")) == []


def test_a_raised_toll_in_a_dispatch_that_goes_on_the_same_is_copied_all_the_same() -> None:
    """There is more than the formula."""
    raised = DISPATCH.replace("onze voyageurs", "14 voyageurs")
    assert len(shared(account(DISPATCH, "a"), account(raised, "b"))) >= 3


def test_the_header_of_a_houses_reports_is_no_passage() -> None:
    """Both bear it on top, and nothing else of one stands in the other."""
    header = (
        "Ce rapport est établi par le bureau régional avec ses partenaires et paraît chaque semaine de la saison sèche."
    )
    texts = [f"Situation n° {at}\n\n{header}\n\n{MATTERS[at]}\n\n{REST[at]}\n" for at in (1, 2)]
    assert shared(*(account(text, id, publisher="Bureau d'aide") for text, id in zip(texts, "ab", strict=True))) == []


def test_the_standing_last_paragraph_of_a_house_is_no_passage() -> None:
    """Two dispatches of one agency that share only that; in another paper's hands it is."""
    footer = (
        "Cette région minière, grande comme trois départements, vit sous couvre-feu depuis la révolte des puisatiers."
    )
    one = account(f"Lac\n\n{MATTERS[0]} {MATTERS[1]}\n\n{footer}\n", "a", publisher="ASP")
    same, another = (
        account(f"Filature\n\n{MATTERS[4]}\n\n{MATTERS[3]}\n\n{footer}\n", "b", publisher=paper)
        for paper in ("ASP", "Le Fanal")
    )
    assert shared(one, same) == []
    assert len(shared(one, another)) == 1


def test_more_holders_than_are_compared_with_each_other_are_still_one_family() -> None:
    """Of a dispatch that dozens reprint each copy is compared with the first, so the work does not grow with the pairs."""
    body = DISPATCH.split("\n\n", 2)[2]
    copies = [account(f"Titre\n\nÉdition numéro {at} du soir.\n\n{body}", f"c{at:03d}") for at in range(40)]
    pairs = {(one.article_a, one.article_b) for one in find_passages(copies)}
    assert len(pairs) < 40 * 39 / 2
    assert {end for pair in pairs for end in pair} == {one.article.id for one in copies}


def test_no_two_texts_meet_that_share_no_row_of_words_and_no_sentence() -> None:
    """Pairs are proposed from what is shared, never tried one by one."""
    accounts = [plain(" ".join(f"{name}{at}" for name in NAMES[:60]), f"p{at}") for at in range(50)]
    texts = [text_of(one.article) for one in accounts]
    assert proposed(texts, {text.article: sentences_of(text) for text in texts}) == ()


BLAZE = """Un entrepôt brûle à Sormel

SORMEL, 9 mai 2018 (ASP) - Un incendie a ravagé mardi un entrepôt de coton de Sormel, tuant 7 employés, ont indiqué les pompiers.

Vingt-trois ouvriers ont été hospitalisés, dont 4 dans un état grave.

Les habitants de 60 maisons voisines ont été évacués et accueillis dans un gymnase.

La police a interpellé le gérant et recherche deux gardiens.

Le ministre de l'Intérieur a promis une enquête et 350.000 euros d'aide.
"""
RETOLD = """Nuit de cendres à Sormel

Le coton de Sormel est parti en flammes : 7 salariés y ont laissé la vie.

Le gérant a été arrêté. Deux gardiens sont introuvables.

Soixante logements alentour sont vides, leurs résidents dorment dans un gymnase.

Quelque 350 000 euros seront versés, s'est engagé le ministre de l'Intérieur, et la justice devra investiguer.

Les médecins de la clinique soignent vingt-trois travailleurs, et 4 sont gravement atteints.
"""


def test_a_report_told_again_in_another_order_and_in_other_words_is_copied() -> None:
    """No four words of one stand in a row in the other; one sentence was split in two."""
    found = shared(account(BLAZE, "a"), account(RETOLD, "b"))
    assert {form for *_, form in found} == {PassageForm.REWORKED}
    told = " | ".join(second for _, second, _ in found)
    assert len(found) >= 5
    assert all(word in told for word in ("flammes", "arrêté", "logements", "investiguer", "travailleurs"))


def test_a_report_on_the_spot_with_the_same_toll_and_names_is_not() -> None:
    """Its sentences have mates for few of those of the dispatch."""
    seen = RETOLD.split("\n\n")[1] + "\n\n" + "\n\n".join(REST)
    assert shared(account(BLAZE, "a"), account(f"À Sormel, le soir\n\n{seen}\n", "b")) == []
