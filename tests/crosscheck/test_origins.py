"""The independent origins behind a record: shared words and a shared source are one, however many articles tell it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.crosscheck.build import article, dossier, shared

from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.origins.claims import claims
from recoupe.crosscheck.origins.origins import Origins, origins
from recoupe.model.account import Account, Dossier
from recoupe.model.judgement import NameOf
from recoupe.model.passage import Passage

TOLL = "killed people; place Riverac; since 2024-03-01; until 2024-03-05"
DISPATCH = "La crue a fait [12]({toll}{more}) morts dans la vallée depuis vendredi"
SAID = "La crue a fait 12 morts dans la vallée depuis vendredi"


def telling(name: str, more: str = "", after: str = "", toll: str = TOLL) -> Account:
    return article(name, "2024-03-05", DISPATCH.format(toll=toll, more=more) + after)


def own(name: str, more: str = "") -> Account:
    return article(name, "2024-03-05", f"À Riverac, on compte désormais [12]({TOLL}{more}) victimes.")


def of(one: Dossier, *passages: Passage) -> Origins:
    return Origins.of_dossier(one, Names.of(one), passages)


def test_reprints_of_one_dispatch_are_one_origin() -> None:
    """Three articles with the same words are one origin, whatever they credit, and the passage says why."""
    one = dossier(telling("a"), telling("b"), telling("c"))
    found = of(one, shared(one, "a", "b", SAID), shared(one, "a", "c", SAID))
    assert found.behind(["a.1", "b.1", "c.1"]) == found.of("a.1") == found.of("b.1") == found.of("c.1")
    row = found.rows[0]
    assert row.members == ("a.1", "b.1", "c.1")
    assert row.why == (
        "the same words carry it in a.txt [15, 17) and b.txt [15, 17): a passage of 11 shared words (verbatim)",
        "the same words carry it in a.txt [15, 17) and c.txt [15, 17): a passage of 11 shared words (verbatim)",
    )


def test_two_tellings_that_share_neither_words_nor_source_are_two_origins() -> None:
    """Two outlets that tell the same in their own voice and words bear each other out."""
    assert len(of(dossier(telling("a"), own("b"))).behind(["a.1", "b.1"])) == 2


def test_one_source_is_one_origin_in_articles_that_share_no_word() -> None:
    """Both say `selon la préfecture`: one origin, and the source is named."""
    found = of(dossier(telling("a", "; source préfecture"), own("b", "; source Préfecture")))
    assert len(found.behind(["a.1", "b.1"])) == 1
    (why,) = found.rows[0].why
    assert why.startswith("a.txt and b.txt both credit Préfecture with it (the same letters")


def test_an_article_that_credits_two_sources_has_two_origins() -> None:
    """The prefecture and the Red Cross both stand behind it; a reprint has the same two."""
    both = "; source préfecture et la Croix-Rouge"
    one = dossier(telling("a", both), telling("b", both))
    found = of(one, shared(one, "a", "b", SAID))
    assert len(found.of("a.1")) == 2
    assert found.of("a.1") == found.of("b.1")


def test_a_copy_that_dropped_the_attribution_has_the_origin_of_its_model() -> None:
    """The words are the same, so the copy adds nothing, and neither does another article with the same source."""
    one = dossier(telling("a", "; source préfecture"), telling("b"), own("c", "; source préfecture"))
    found = of(one, shared(one, "a", "b", SAID))
    assert len(found.behind(["a.1", "b.1", "c.1"])) == 1


def test_a_copy_that_changed_the_attribution_has_the_origin_of_its_model() -> None:
    """The words lie in a shared passage: who is named around them does not make a second origin."""
    one = dossier(telling("a", "; source préfecture"), telling("b", "; source gendarmerie"))
    assert len(of(one, shared(one, "a", "b", SAID)).behind(["a.1", "b.1"])) == 1


def test_a_title_has_the_origin_of_the_body() -> None:
    """A toll in the title without a source is that of the body of the same article."""
    one = dossier(article("a", "2024-03-05", f"[12]({TOLL}) morts", f"On compte [12]({TOLL}; source mairie) morts."))
    assert len(of(one).behind(["a.1", "a.2"])) == 1


def test_the_title_of_a_copy_has_no_source_that_only_its_model_credits() -> None:
    """The model credits the mayor's office and a hospital, the copy only the office: its title rests on the office."""
    model = article(
        "a", "2024-03-05", f"La mairie compte [12]({TOLL}; source mairie) morts dans la vallée depuis vendredi matin",
        f"L'hôpital aussi: [12]({TOLL}; source hôpital de Riverac).",
    )  # fmt: skip
    copy = article(
        "b", "2024-03-05", f"[12]({TOLL}) morts",
        f"La mairie compte [12]({TOLL}; source mairie) morts dans la vallée depuis vendredi matin",
    )  # fmt: skip
    one = dossier(model, copy)
    found = of(one, shared(one, "a", "b", "La mairie compte 12 morts dans la vallée depuis vendredi matin"))
    assert found.of("b.1") == found.of("b.2") == found.of("a.1")
    assert len(found.behind(["a.1", "a.2"])) == 2


def test_what_two_say_together_counts_once_for_each_of_them() -> None:
    """Asked for the prefecture alone, the words that it and the Red Cross share have one origin."""
    one = dossier(telling("a", "; source préfecture et la Croix-Rouge"))
    key = Names.of(one).key(NameOf.SOURCE, "préfecture")
    assert len(of(one).behind(["a.1"])) == 2
    assert len(of(one).behind(["a.1"], credited_to=key)) == 1


def test_two_officers_without_a_name_may_be_two() -> None:
    """`un officier` in two unrelated articles is not known to be one man."""
    assert (
        len(of(dossier(telling("a", "; source un officier"), own("b", "; source un officier"))).behind(["a.1", "b.1"]))
        == 2
    )


def test_the_same_number_of_another_place_is_another_origin() -> None:
    """Twelve dead in two towns, in two articles of two outlets: nothing joins them."""
    elsewhere = telling("b", toll=TOLL.replace("Riverac", "Montvert"))
    assert len(of(dossier(telling("a"), elsewhere)).behind(["a.1", "b.1"])) == 2


def test_another_number_in_a_shared_passage_is_another_claim_and_no_second_support() -> None:
    """A rewrite that raised the toll tells another value, but of the same origin."""
    one = dossier(telling("a"), article("b", "2024-03-06", DISPATCH.format(toll=TOLL, more="").replace("12", "15")))
    passage = shared(one, "a", "b", SAID, SAID.replace("12", "15"))
    assert claims(one, Names.of(one), [passage]) == (("a.1",), ("b.1",))
    found = of(one, passage)
    assert found.of("a.1") != found.of("b.1")
    assert len(found.behind(["a.1", "b.1"])) == 1


def test_one_source_behind_two_claims_is_counted_once() -> None:
    """The dead and the injured of one prefecture, told by two articles, rest on the prefecture alone."""
    hurt = article("b", "2024-03-05", "Il y a [30](injured people; place Riverac; source préfecture) blessés.")
    found = of(dossier(telling("a", "; source préfecture"), hurt))
    assert len(found.behind(["a.1", "b.1"])) == 1
    assert found.of("a.1") != found.of("b.1")


def test_an_article_s_own_voice_is_no_support_beside_the_source_that_it_credits() -> None:
    """What one article says by itself and by the prefecture is one origin; another article's own voice is a second."""
    one = dossier(
        article("a", None, f"[12]({TOLL}; source préfecture) morts et [30](injured people; place Riverac) blessés."),
        article("b", None, "Il y a [40](injured people; place Riverac) blessés."),
    )
    found = of(one)
    assert len(found.behind(["a.1", "a.2"])) == 1
    assert len(found.behind(["a.1", "a.2", "b.1"])) == 2
    assert found.behind([]) == found.behind(["unknown"]) == ()


def test_speech_is_one_claim_where_its_words_are_shared_or_the_same() -> None:
    """A quote cut short in a copy, and the same words of the same speaker, are one; other words of hers are not."""
    long = "« [Nous avions prévenu la mairie dès lundi matin, et personne n'est venu](accuse; direct; speaker Luce Roche) »"
    cut = "« [Nous avions prévenu la mairie dès lundi matin](accuse; direct; speaker Luce Roche) »"
    other = "« [Les digues étaient vieilles](say; direct; speaker Luce Roche) »"
    one = dossier(article("a", None, long), article("b", None, cut), article("c", None, cut), article("d", None, other))
    passage = shared(one, "a", "b", "Nous avions prévenu la mairie dès lundi matin")
    assert claims(one, Names.of(one), [passage]) == (("a.1", "b.1", "c.1"), ("d.1",))


def test_a_correction_in_a_reworked_passage_is_another_statement() -> None:
    """The governor counts 1200, then corrects himself: the second says something else, though it stands in its place."""
    first = "[Quelque 1200 habitants ont dû partir, dont 340 du bourg](say; speaker gouverneur), dit la même source"
    second = "[de 1200 à 950 le nombre des partants](say; speaker gouverneur), dit la même source"
    one = dossier(article("a", None, first), article("b", None, second))
    words = [account.article.text for account in one.accounts]
    assert claims(one, Names.of(one), [shared(one, "a", "b", *words)]) == (("a.1",), ("b.1",))


def test_an_event_rests_on_the_speaker_of_the_statement_around_it() -> None:
    """What the army says that it did has the army for an origin; what the outlet tells itself is its own."""
    army = "[[Nos troupes ont quitté Riverac](RETREAT; actor armée)](say; direct; speaker armée)"
    one = dossier(article("a", None, army), article("b", None, "[L'armée a quitté Riverac](RETREAT; actor armée)."))
    found = of(one)
    assert len(found.behind(["a.1", "a.2"])) == 1
    assert len(found.behind(["a.2", "b.1"])) == 2


ACCOUNTS = [
    telling("a", "; source préfecture et la Croix-Rouge"),
    telling("b"),
    telling("c", "; source Croix-Rouge"),
    own("d", "; source préfecture"),
    own("e"),
    own("f"),
]


@given(st.permutations(ACCOUNTS), st.permutations(range(3)))
def test_the_order_of_articles_and_passages_changes_nothing(accounts: list[Account], order: list[int]) -> None:
    """The same dossier gives the same rows, ids and sentences, in whatever order its articles came."""
    one = dossier(*accounts)
    passages = [
        shared(one, "a", "b", SAID),
        shared(one, "b", "c", SAID),
        shared(one, "e", "f", "on compte désormais 12"),
    ]
    reference = dossier(*ACCOUNTS)
    expected = origins(reference, Names.of(reference), claims(reference, Names.of(reference), passages), passages)
    moved = [passages[at] for at in order]
    assert origins(one, Names.of(one), claims(one, Names.of(one), moved), moved) == expected
