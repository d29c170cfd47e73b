"""An office and the one person who holds it are one source; with any doubt they stay two."""

from __future__ import annotations

import pytest
from tests.crosscheck.build import article, dossier, judged

from recoupe.crosscheck.names.names import Names
from recoupe.model.judgement import NameOf

MAN = "[Non](say; speaker Jean Blanchet)"


def same(office: str, *texts: str) -> bool:
    """Whether the crisis of these texts takes the office and the man for one source."""
    said = f"[Oui](say; speaker {office})"
    articles = [article(f"a{at}", None, text, *((said, MAN) if not at else ())) for at, text in enumerate(texts)]
    return Names.of(dossier(*articles)).same(NameOf.SOURCE, office, "Jean Blanchet")


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("gouverneur du Littoral", "Le gouverneur du Littoral, Jean Blanchet, se tait."),
        ("gouverneur du Littoral", "Jean Blanchet, gouverneur du Littoral, se tait."),
        ("gouverneur", "Le gouverneur du Littoral, Jean Blanchet, se tait. Le gouverneur attend."),
        ("gouverneur", "Le gouverneur Jean Blanchet se tait."),
        ("porte-parole de la Ligue des bateliers", "Jean Blanchet, porte-parole de la Ligue des bateliers, se tait."),
        ("ministre de la Mer", "Le ministre de la Mer, M. Jean Blanchet, a vu la ministre du Sport, Rosa Kone."),
    ],
)
def test_who_is_named_beside_an_office_holds_it(office: str, text: str) -> None:
    """With or without what it is held over, where that is one place."""
    assert same(office, text)


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("gouverneur", "Le gouverneur du Littoral, Jean Blanchet, se tait. Le gouverneur du Plateau attend."),
        ("maire", "Le maire de Bona, Jean Blanchet, a vu le maire de Riva, Paul Ndiaye."),
        ("maire", "L'adjoint au maire, Jean Blanchet, se tait."),
        ("maire de Bona", "L'ancien maire de Bona, Jean Blanchet, se tait."),
        ("préfet du Nord", "Jean Blanchet, préfet du Nord, part. Le nouveau préfet du Nord est nommé."),
        ("préfet du Nord", "Jean Blanchet a rencontré le préfet du Nord."),
        ("préfet du Nord", "Le préfet du Nord, Paul Ndiaye, a vu Jean Blanchet."),
        ("ministre", "Le ministre Jean Blanchet se tait."),
        ("colonel", "Le colonel Jean Blanchet se tait."),
        ("maire de Bona", "Le premier adjoint du maire de Bona, Jean Blanchet, se tait."),
    ],
)
def test_any_doubt_keeps_them_apart(office: str, text: str) -> None:
    """Two holders, one who held it, an office that many hold, or nothing that sets them side by side."""
    assert not same(office, text)


def test_another_article_that_names_another_holder_parts_them() -> None:
    """Whichever of the two is wrong."""
    assert not same(
        "maire de Bona", "Le maire de Bona, Jean Blanchet, se tait.", "Le maire de Bona, Paul Ndiaye, part."
    )


def test_a_person_s_judgement_goes_before() -> None:
    """Whoever parts them is heard."""
    said = "[Oui](say; speaker maire de Bona)"
    one = article("a", None, "Le maire de Bona, Jean Blanchet, se tait.", said, MAN)
    names = Names.of(dossier(one, judgements=(judged("source", "maire de Bona", "Jean Blanchet", same=False),)))
    assert not names.same(NameOf.SOURCE, "maire de Bona", "Jean Blanchet")


def test_a_join_says_why() -> None:
    """It names the article and the office."""
    said = "[Oui](say; speaker maire de Bona)"
    names = Names.of(dossier(article("a", None, "Le maire de Bona, Jean Blanchet, se tait.", said, MAN)))
    why = names.why(NameOf.SOURCE, "maire de Bona", "Jean Blanchet")
    assert why is not None and "maire de Bona" in why and "another holder" in why
