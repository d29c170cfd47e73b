# ruff: noqa: E501 - a paragraph of a report is one line
"""Accounts of short reports for the tests of what articles share; all of them are invented."""

from __future__ import annotations

from recoupe.model.account import Account
from recoupe.model.article import Article, Block, BlockKind, PublishedBasis, Raw
from recoupe.model.span import Span
from recoupe.parse.article import parse

DISPATCH = """Le pont de Morvaux s'effondre au passage d'un train

MORVAUX, 3 mars 2019 (ASP) - Au moins onze voyageurs ont péri dimanche soir quand le pont métallique de Morvaux a cédé sous un train de banlieue, a annoncé la préfecture.

Les secours ont dégagé 43 blessés des deux premières voitures, tombées dans la rivière en crue. "On entendait crier sous la tôle et personne ne pouvait descendre", a raconté un garde-barrière.

Le pont, ouvert en 1911, devait fermer en avril pour des travaux chiffrés à 1.200.000 euros, selon la compagnie.

dl-fm/rg
"""
REPRINT = """Onze morts dans la chute d'un pont

Par la rédaction, avec ASP

Au moins 11 voyageurs ont péri dimanche soir quand le pont métallique de Morvaux a cédé sous un train de banlieue, a annoncé la préfecture.

Notre photographe a passé la nuit sur la berge, parmi les curieux venus des fermes voisines.

Les secours ont dégagé quarante-trois blessés des deux premières voitures, tombées dans la rivière en crue. « On entendait crier sous la tôle et personne ne pouvait descendre », a raconté un garde-barrière.
"""
REWRITTEN = """À Morvaux, un pont trop vieux de huit ans

Onze passagers d'un train de banlieue ne sont jamais rentrés dimanche : le vieux pont de fer s'est dérobé sous leur rame.

Quarante-trois blessés, extraits des deux voitures de tête que la crue engloutissait, occupent les hôpitaux du canton.

Quant aux travaux, la compagnie les avait estimés à 1 200 000 euros et promettait une fermeture en avril.
"""
OTHER = """Grève des éboueurs : la mairie d'Ostrelle cède

Après neuf jours de grève, les éboueurs d'Ostrelle ont obtenu mercredi les 60 euros de prime mensuelle qu'ils réclamaient.

« Nos bennes ressortiront dès demain matin », a promis leur déléguée, Solange Quirin. Quelque 400 tonnes d'ordures attendent sur les trottoirs du centre.
"""


def article(
    text: str,
    id: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    name: str | None = None,
) -> Article:
    """Return an article read from a text, under an id of one's own."""
    raw = Raw(name=name or f"{id}.txt", origin=id, data=text.encode(), media="text", language="fr", publisher=publisher)
    read = parse(raw)
    assert isinstance(read, Article)
    day = published or read.published
    return Article(
        id=id,
        name=read.name,
        text=read.text,
        blocks=read.blocks,
        language="fr",
        publisher=publisher,
        agency=read.agency,
        published=day,
        published_basis=PublishedBasis.METADATA if day else PublishedBasis.UNKNOWN,
    )


def account(text: str, id: str, **given: str | None) -> Account:
    """Return the account of an article without records."""
    return Account(article=article(text, id, **given))


NAMES = [
    a + b + c
    for a in ("bal", "cor", "dim", "fur", "gel")
    for b in ("ta", "ri", "mo", "ne", "su")
    for c in ("pic", "ver", "lon", "dat", "ruc", "mil", "fes", "gon")
]

INDEPENDENT = """Catastrophe ferroviaire : la vallée sous le choc

La préfecture compte onze morts et 43 blessés après l'effondrement du pont de Morvaux.

« J'ai vu la rame basculer d'un coup », murmure Odile Rambert, qui promenait son chien. Sa voisine n'ouvre plus ses volets.

Une chapelle ardente accueille les familles au gymnase, où vingt psychologues se relaient.
"""


def plain(text: str, id: str) -> Account:
    span = Span(0, len(text))
    block = Block(BlockKind.BODY, span, (span,))
    return Account(article=Article(id=id, name=id, text=text, blocks=(block,), language="fr"))
