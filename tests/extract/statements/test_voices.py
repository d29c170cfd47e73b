"""Who speaks where something stands between the voice and its verb, or where a general word takes somebody up."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Les pompiers font, eux, état de six blessés.", "pompiers", "six blessés"),
        ("Le maire en dénombre, lui, le double.", "maire", "le double"),
        ("La régie a, dans une brève note, exprimé sa tristesse.", "régie", "sa tristesse"),
        ("« On manque de tout », lâche, amère, une infirmière.", "une infirmière", "On manque de tout"),
        ("L'élu en a profité pour réclamer une enquête.", "élu", "une enquête"),
        (
            "La mairie a beau jurer que la digue tient, les riverains partent.",
            "mairie",
            "la digue tient",
        ),
        ("Les avocats ne disent pas autre chose : le rapport était prêt.", "avocats", "le rapport était prêt"),
        ("La ministre s'est voulue ferme : les pollueurs paieront.", "ministre", "les pollueurs paieront"),
        (
            "De source syndicale, on assure que le train roulait trop vite.",
            "source syndicale",
            "le train roulait trop vite",
        ),
        ("À Lisbonne, on assure que les crédits sont versés.", "Lisbonne", "les crédits sont versés"),
        ("Sur son compte X, la maire promet des tentes.", "maire", "des tentes"),
        ("Cité par l'agence Norpresse, un officier accuse les milices.", "un officier", "les milices"),
        (
            "Une note du recteur a mis le feu aux poudres : « Les élèves sont manipulés. »",
            "recteur",
            "Les élèves sont manipulés.",
        ),
        ("Selon nos confrères du Courrier du Littoral, le pont a cédé.", "Courrier du Littoral", "le pont a cédé"),
        ("Trente-cinq élus dénoncent un abandon.", "Trente-cinq élus", "un abandon"),
        ("Une vingtaine d'associations réclament un vote.", "Une vingtaine d'associations", "un vote"),
        ("L'opposition crie à la fraude.", "opposition", "la fraude"),
        ("Le ministre a exclu de démissionner.", "ministre", "démissionner"),
        ("La patronne s'attend à un hiver difficile.", "patronne", "un hiver difficile"),
        ("Le groupe a revendiqué l'attentat dans un message audio.", "groupe", "l'attentat"),
        ("« Un procès bâclé », pour l'avocate.", "avocate", "Un procès bâclé"),
        ("Aux dires du personnel, les issues étaient bloquées.", "personnel", "les issues étaient bloquées"),
        ("La députée LR exige un vote.", "députée LR", "un vote"),
        ("« On continue », prévient la déléguée CGT, Josiane Petit.", "Josiane Petit", "On continue"),
        ("Le ministre veut rassurer : la viande est saine.", "ministre", "la viande est saine"),
        ("Les riverains en veulent à la mairie.", "riverains", "la mairie"),
        ("Le maire a lui-même donné le chiffre : 40 hectares brûlés.", "maire", "40 hectares brûlés"),
    ],
)
def test_what_stands_between_keeps_nobody_from_speaking(said: Said, text: str, speaker: str, content: str) -> None:
    """Asides, circumstances and moods are stepped over; a name in them is not whoever speaks."""
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Quelque 900 abonnés attendent encore 2 techniciens.",
        "L'enfant crie à l'aide.",
        "La police a dévoilé l'identité des suspects.",
        "Le vieil homme raconte sa vie.",
    ],
)
def test_what_only_looks_like_speech_is_none(said: Said, text: str) -> None:
    """People who wait count nobody, and a cry for help reports nothing."""
    assert said(text) == []


def test_a_quote_with_its_attribution_inside_is_its_speaker_s(said: Said) -> None:
    """Also where the quote has an `I` of its own before the verb."""
    [(speaker, words)] = said("« J'ai vu le pont plier, raconte Marc Duval, chauffeur. J'ai freiné. » Il tremble.")
    assert speaker == "Marc Duval"
    assert words.startswith("J'ai vu") and words.endswith("J'ai freiné.")


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        ("L'évêque de Bona a imploré la paix. Le prélat accuse les milices.", "évêque de Bona"),
        ("Le président Adama Kone promet un deuil. Le chef de l'État exige une enquête.", "Adama Kone"),
        (
            "Le Fonds des refuges du Sud (FRS) s'alarme du froid. L'agence onusienne réclame des tentes.",
            "Fonds des refuges du Sud",
        ),
        ("Le maire est venu. Ce dernier dénonce une manœuvre.", "maire"),
        (
            "Trois agents sont morts, indique un communiqué de la préfecture. Le texte évoque deux blessés.",
            "préfecture",
        ),
        ("Le groupe minier Orex s'est tu. Son directeur reconnaît une fuite.", "directeur d'Orex"),
        ("« Il n'y a plus d'eau », dit sa représentante sur place, Amina Saley.", "Amina Saley"),
        ("La directrice s'est tue face au ministre. Ce dernier promet une enquête.", "ministre"),
        ("Interrogée, la porte-parole s'en remet au juge. Mais elle l'assure : « Rien n'est écrit. »", "porte-parole"),
        ("Le chef, qui avait juré de « tenir » la vallée, reconnaît des difficultés.", "chef"),
        ("Les rebelles s'en défendent : ils n'y étaient pas, jurent-ils.", "rebelles"),
    ],
)
def test_a_general_word_is_whoever_spoke_before(said: Said, report: str, speaker: str) -> None:
    """An office without a name is taken up as well as one with a name."""
    assert said(report)[-1][0] == speaker


def test_a_club_s_president_is_no_head_of_state(said: Said) -> None:
    """`le chef de l'État` is a president of nothing less."""
    report = said("Le président du club, Paul Ndiaye, est parti. Le chef de l'État dénonce une farce.")
    assert report[-1][0] == "chef de l'État"


def test_whom_somebody_asks_for_is_not_who_asks(said: Said) -> None:
    """`l'organisation` is no body that its own words only name."""
    report = said(
        "L'ONG Rivages a compté 40 récits. Il faut que les voix des familles soient entendues jusque devant le HCR, plaide l'organisation."
    )
    assert report[-1][0] == "Rivages"
