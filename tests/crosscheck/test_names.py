"""Which names mean the same: what is sure is joined with its reason, the rest is suggested, and nobody's word is overruled."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.crosscheck.build import article, dossier, judged

from recoupe.crosscheck.names.names import Names, sources_of
from recoupe.crosscheck.names.spelling import introduced, is_named
from recoupe.model.judgement import Judgement, NameOf

OBSERVATORY = "Observatoire des crues du Midi"


def names_of(*sources: str, texts: tuple[str, ...] = (), judgements: tuple[Judgement, ...] = ()) -> Names:
    accounts = [
        article(f"s{number}", None, f"[12](killed people; source {source}) morts.")
        for number, source in enumerate(sources)
    ]
    accounts += [article(f"t{number}", None, text) for number, text in enumerate(texts)]
    return Names.of(dossier(*accounts, judgements=judgements))


def places_of(*places: str, judgements: tuple[Judgement, ...] = ()) -> Names:
    accounts = [article(f"p{n}", None, f"[12](killed people; place {place}) morts.") for n, place in enumerate(places)]
    return Names.of(dossier(*accounts, judgements=judgements))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Riverac-Est", "RIVERAC EST"),
        ("l’Écluse", "ecluse"),
        ("Sœurs-du-Lac", "Soeurs du lac"),
        ("Abou al-Tir", "Abou al Tir"),
    ],
)
def test_spellings_of_one_name_are_joined(one: str, other: str) -> None:
    """Case, accents, ligatures, hyphens, apostrophes and a leading article say nothing about what is meant."""
    names = places_of(one, other)
    assert names.same(NameOf.PLACE, one, other)
    assert names.why(NameOf.PLACE, one, other) == "the same letters but for case, accents and hyphens"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Riverac-Est", "Riverac-Ouest"), ("Kalasse", "Kallasse"), ("quartiers est de Riverac", "Riverac-Est")],
)
def test_what_is_only_alike_is_not_joined(one: str, other: str) -> None:
    """Names that are nearly the same stay apart until a person has judged."""
    assert not places_of(one, other).same(NameOf.PLACE, one, other)


def test_likely_pairs_are_suggested_and_opposites_are_not() -> None:
    """Transliterations and words in another order are suggested with a score; east and west of a town never."""
    found = places_of("Riverac-Est", "Riverac-Ouest", "Kalasse", "Kallassé", "quartiers est de Riverac").suggestions()
    pairs = {(one.one, one.other) for one in found}
    assert pairs == {("Kalasse", "Kallassé"), ("Riverac-Est", "quartiers est de Riverac")}
    assert all(0 < one.score < 1 and one.why for one in found)


def test_an_acronym_is_joined_to_the_name_that_an_article_introduces_it_with() -> None:
    """The article that says so is named, and the full name stands for both."""
    names = names_of("OCM", OBSERVATORY, texts=("Selon l'Observatoire des crues du Midi (OCM), l'eau monte.",))
    assert names.key(NameOf.SOURCE, "OCM") == OBSERVATORY
    why = names.why(NameOf.SOURCE, "OCM", OBSERVATORY)
    assert why == f"the acronym OCM is introduced as {OBSERVATORY} in the article t0.txt"


def test_an_acronym_with_two_expansions_joins_nothing() -> None:
    """One article says the observatory, another the office: nothing tells which one a third means."""
    texts = (
        "L'Observatoire des crues du Midi (OCM) alerte.",
        "L'Office central des marais (OCM) dément.",
    )
    assert not names_of("OCM", OBSERVATORY, texts=texts).same(NameOf.SOURCE, "OCM", OBSERVATORY)


@pytest.mark.parametrize(
    "text", ["Jean Blanchet (LR) se tait.", "Il a parlé à la radio (AFP).", "Le maire (OCM) parle."]
)
def test_what_stands_in_brackets_for_another_reason_is_no_acronym(text: str) -> None:
    """A party, an agency: the letters do not fit the words before them."""
    assert list(introduced(text)) == []


def test_a_bare_surname_is_that_of_the_only_full_name_that_ends_with_it() -> None:
    """`M. Blanchet` of one article is the Jean Blanchet of another, unless two bear the name."""
    one = names_of("M. Blanchet", "Jean Blanchet")
    assert one.same(NameOf.SOURCE, "M. Blanchet", "Jean Blanchet")
    two = names_of("M. Blanchet", "Jean Blanchet", "Luce Blanchet")
    assert not two.same(NameOf.SOURCE, "M. Blanchet", "Jean Blanchet")


def test_a_surname_that_somebody_silent_bears_too_is_not_joined() -> None:
    """The texts name another Blanchet, who never speaks."""
    names = names_of("Blanchet", "Jean Blanchet", texts=("On a retrouvé Luce Blanchet dans la vase.",))
    assert not names.same(NameOf.SOURCE, "Blanchet", "Jean Blanchet")


def test_a_country_is_nobody_s_surname() -> None:
    """`France` that speaks is not Air France, whose name has the shape of a person's."""
    names = names_of("France", "Air France", texts=("Les avions de la France, dit-on, sont partis.",))
    assert not names.same(NameOf.SOURCE, "France", "Air France")


def test_a_title_must_be_that_of_the_full_name() -> None:
    """`le colonel Roche` is Paul Roche where an article says `le colonel Paul Roche`; else it is only suggested."""
    sure = names_of("colonel Roche", "Paul Roche", texts=("Le colonel Paul Roche commande les secours.",))
    assert sure.same(NameOf.SOURCE, "colonel Roche", "Paul Roche")
    unsure = names_of("colonel Roche", "Paul Roche")
    assert not unsure.same(NameOf.SOURCE, "colonel Roche", "Paul Roche")
    assert [(one.one, one.other) for one in unsure.suggestions()] == [("Paul Roche", "colonel Roche")]


def test_a_place_is_nobody_s_surname() -> None:
    """`Riverac` that speaks is not Paul Riverac where Riverac is a place."""
    given = dossier(
        article("a", None, "[12](killed people; place Riverac; source Riverac) morts."),
        article("b", None, "[12](killed people; source Paul Riverac) morts."),
    )
    assert not Names.of(given).same(NameOf.SOURCE, "Riverac", "Paul Riverac")


def test_a_person_s_judgement_joins_and_is_cited() -> None:
    """What only a person can know is joined by her word, and the join says whose."""
    names = places_of("bourg neuf", "Riverac-Ouest", judgements=(judged("place", "bourg neuf", "Riverac-Ouest"),))
    assert names.same(NameOf.PLACE, "bourg neuf", "Riverac-Ouest")
    why = names.why(NameOf.PLACE, "bourg neuf", "Riverac-Ouest")
    assert why is not None and why.startswith("a person judged bourg neuf and Riverac-Ouest the same (Ana, 2024-04-01")
    assert names.key(NameOf.PLACE, "BOURG NEUF") == "Riverac-Ouest"


def test_parted_names_are_joined_by_nothing() -> None:
    """A person's `different` parts what the letters join."""
    parted = (judged("place", "La Roche", "Roche", same=False),)
    names = places_of("La Roche", "Roche", "ROCHE", judgements=parted)
    assert not names.same(NameOf.PLACE, "La Roche", "Roche")
    assert {names.key(NameOf.PLACE, name) for name in ("La Roche", "Roche")} == {"La Roche", "Roche"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_no_chain_of_joins_connects_a_parted_pair(order: tuple[int, ...]) -> None:
    """The two newest judgements stand, whatever the order in which they come; the oldest gives way."""
    judgements = [
        judged("place", "Aval", "Bief", at="2024-04-01T10:00:00"),
        judged("place", "Bief", "Canal", at="2024-04-02T10:00:00"),
        judged("place", "Aval", "Canal", same=False, at="2024-04-03T10:00:00"),
    ]
    names = places_of("Aval", "Bief", "Canal", judgements=tuple(judgements[at] for at in order))
    assert names.same(NameOf.PLACE, "Bief", "Canal")
    assert not names.same(NameOf.PLACE, "Aval", "Bief")


def test_a_judged_pair_is_no_longer_suggested() -> None:
    """Who has answered is not asked again."""
    assert places_of("Kalasse", "Kallassé").suggestions()
    for same in (True, False):
        answer = (judged("place", "Kalasse", "Kallassé", same=same),)
        assert not places_of("Kalasse", "Kallassé", judgements=answer).suggestions()


def test_nothing_is_the_same_as_no_name() -> None:
    """A missing name has no key and is like no other, not even like another missing one."""
    names = places_of("Riverac")
    assert names.key(NameOf.PLACE, None) is None
    assert not names.same(NameOf.PLACE, None, None)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("Observatoire des crues et l'ONU", ("Observatoire des crues", "ONU")),
        ("Jean Blanchet et Luce Roche", ("Jean Blanchet", "Luce Roche")),
        ("Paris, Rome et Berne", ("Paris", "Rome", "Berne")),
        ("Direction de l'eau et de la forêt et UNICEF", ("Direction de l'eau et de la forêt", "UNICEF")),
        ("ministère de l'Intérieur et des Sports", ("ministère de l'Intérieur et des Sports",)),
        ("service des eaux et forêts", ("service des eaux et forêts",)),
        ("Jean Blanchet, maire de Riverac", ("Jean Blanchet, maire de Riverac",)),
    ],
)
def test_sources_credited_together_are_parted_with_care(source: str, parts: tuple[str, ...]) -> None:
    """Two sources are two only where each has a name of its own."""
    assert sources_of(source) == parts


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("préfecture", True),
        ("pompiers", True),
        ("Ligue des bateliers", True),
        ("un officier", False),
        ("l'un des maires", False),
        ("habitants de Riverac", False),
        ("source judiciaire", False),
        ("nouveau bilan officiel", False),
    ],
)
def test_a_source_without_a_name_is_not_one_that_two_articles_share(source: str, named: bool) -> None:
    """Two officers who will not be named may be two; two articles that credit the prefecture mean one."""
    assert is_named(source) is named


def test_names_that_part_the_same_letters_in_another_way_are_suggested() -> None:
    """`Jean Ka-Ruel` and `Jean Karuel`: one person may be meant, and a person says so."""
    (found,) = names_of("Anne Ka-Ruel", "Anne Karuel").suggestions()
    assert {found.one, found.other} == {"Anne Ka-Ruel", "Anne Karuel"}
    assert not names_of("Anne Ka-Ruel", "Anne Morand").suggestions()


def test_who_judged_two_speakers_is_not_asked_about_them_as_parties() -> None:
    """A speaker is a name of both kinds, and one answer is enough."""
    accounts = [
        article("a", None, "[Les vannes sont ouvertes](say; speaker Anne Ka-Ruel), dit-elle."),
        article("b", None, "[Le pont tient](say; speaker Anne Karuel), dit-elle."),
    ]
    assert {one.of for one in Names.of(dossier(*accounts)).suggestions()} == {NameOf.SOURCE, NameOf.PARTY}
    answer = (judged("source", "Anne Ka-Ruel", "Anne Karuel"),)
    assert not Names.of(dossier(*accounts, judgements=answer)).suggestions()


def test_sources_credited_together_are_two_where_each_is_credited_by_itself() -> None:
    """`mission des eaux et Croix-Rouge` are two only in a crisis that knows both."""
    joint = "mission des eaux et Croix-Rouge"
    assert names_of(joint, "mission des eaux", "Croix-Rouge").sources(joint) == ("Croix-Rouge", "mission des eaux")
    assert names_of(joint, "Croix-Rouge").sources(joint) == (joint,)
