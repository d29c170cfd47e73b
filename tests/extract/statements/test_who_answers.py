"""Who answers for words: crowds that nobody counts, bodies taken up by their kind, credits that are none."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Trois granges ont brûlé, ont affirmé de nombreux fermiers.", "de nombreux fermiers"),
        ("Douze ont fui, disent d'autres habitants.", "d'autres habitants"),
        ("Nombre de commerçants affirment que la digue a cédé.", "Nombre de commerçants"),
        ("Beaucoup d'habitants disent que l'eau sent le soufre.", "Beaucoup d'habitants"),
        ("Selon bon nombre de riverains, la digue a cédé lundi.", "bon nombre de riverains"),
        ("Douze ont fui, racontent plusieurs de leurs voisins.", "plusieurs de leurs voisins"),
        ("Certains affirment que la digue a cédé.", "Certains"),
    ],
)
def test_a_crowd_that_nobody_counts_is_named_whole(said: Said, text: str, speaker: str) -> None:
    """With what stands before `de`."""
    assert [voice for voice, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "A Tombel, 80 granges ont brûlé, a indiqué de son côté la mairie.",
            "mairie",
            "A Tombel, 80 granges ont brûlé",
        ),
        (
            "L'Islande débloque en outre 350 000 couronnes, a annoncé lundi le ministre.",
            "ministre",
            "L'Islande débloque en outre 350 000 couronnes",
        ),
        (
            "Deux fermes auraient été pillées, ce que nie l'état-major : « Personne n'était là. »",
            "état-major",
            "Personne n'était là.",
        ),
        (
            "La ville a offert dix matelas, un don que leur avocate, Sophie Lamy, qualifie de « dérisoire ».",
            "Sophie Lamy",
            "dérisoire",
        ),
        (
            "La Ligue des droits se tait ; la préfecture s'en défend et assure que ses agents étaient désarmés.",
            "préfecture",
            "ses agents étaient désarmés",
        ),
        ("Le dernier bilan de source hospitalière fait état de huit morts.", "source hospitalière", "huit morts"),
        ("Selon ce que le maire a dit à la radio, neuf ponts sont coupés.", "maire", "neuf ponts sont coupés"),
        ("Onze fermes ont brûlé, d'après ce que son frère lui a raconté.", "frère", "Onze fermes ont brûlé"),
        (
            "Douze ouvriers sont sortis vivants de la galerie. C'est le syndicat qui l'annonce.",
            "syndicat",
            "Douze ouvriers sont sortis vivants de la galerie",
        ),
        (
            "Un bilan de neuf morts, lu lundi à la radio, a été démenti par la préfecture.",
            "préfecture",
            "Un bilan de neuf morts, lu lundi à la radio",
        ),
        ("Les rebelles parlent de 200 morts, un chiffre que conteste le gouverneur.", "rebelles", "200 morts"),
    ],
)
def test_who_speaks_where_the_order_is_turned(said: Said, text: str, speaker: str, content: str) -> None:
    """Behind an aside, behind a relative, behind a semicolon, in a sentence of its own."""
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("« Nous évacuerons dix blessés, selon leur état », explique le docteur Paul Wenda.", 1),
        ("Ces chiffres n'ont pu être vérifiés de source indépendante.", 0),
        ("Les trois hommes arrêtés par la police ont été libérés.", 0),
        ("L'hôpital a admis 37 blessés.", 0),
        ("Le site de Dollé compte 9 400 déplacés.", 0),
        ("La rumeur, démentie par la mairie, court encore.", 0),
        ("Un an plus tôt, la région n'en comptait que cinq.", 0),
        ("Deux avions chargés de 14 tonnes de riz sont partis.", 0),
        ("5 morts et 11 blessés côté rebelles, selon un officier.", 1),
    ],
)
def test_what_only_looks_like_a_credit_is_none(said: Said, text: str, content: int) -> None:
    """What is sorted by, who did something, and a side that somebody else counts."""
    assert len(said(text)) == content


def test_a_body_is_taken_up_by_a_noun_of_its_kind_alone(said: Said) -> None:
    """A union is no Red Cross, and a firm no hospital; who runs a works is a firm."""
    union = said("La Croix-Rouge a évacué 14 blessés. Le syndicat exige des masques.")
    assert union[-1] == ("syndicat", "des masques")
    firm = said(
        "Le site d'Ouda, exploité par Pétroles du Delta depuis 2003, brûle toujours. L'Hôpital de Bria soigne 12 blessés. "
        "L'entreprise affirme avoir perdu 14 camions."
    )
    assert firm[-1] == ("Pétroles du Delta", "avoir perdu 14 camions")


def test_whose_somebody_is_stays_open_where_nothing_tells(said: Said) -> None:
    """`ses organisateurs` are not those of whoever was named last."""
    report = said("Awa Diop a fui. Mille personnes ont défilé, selon ses organisateurs.")
    assert report[-1][0] == "organisateurs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un agent, qui réclame l'anonymat, se tait.", []),
        ("Le lac, dit-on ici, ne rend rien.", []),
        ("Des 200 tonnes promises par l'Union des ports, 87 sont là.", [("Union des ports", "200 tonnes")]),
        ("Le maire écarte cette idée : « On ne ferme pas un port. »", [("maire", "On ne ferme pas un port.")]),
    ],
)
def test_what_nobody_says_is_left_out(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    """A wish to stay unnamed, hearsay without a voice, what the quote says by itself."""
    assert said(text) == expected
