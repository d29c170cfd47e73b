"""The mini notation of the tests gives the records that it names."""

from __future__ import annotations

from tests.crosscheck.build import article, dossier, shared

from recoupe.model.event import DatePrecision
from recoupe.model.figure import Qualifier
from recoupe.model.statement import Act


def test_marks_become_records_with_their_offsets() -> None:
    """Marks lie within marks, a part names its whole, and the text is left without them."""
    account = article(
        "a",
        "2024-03-05",
        "[Plus de [12](killed civilians; id all; more_than; place Riverac) morts, dont [3](killed children; part_of all)]"
        "(say; speaker préfecture).",
        "[L'armée a quitté Riverac](RETREAT; actor armée; date 2024-03).",
    )
    text = account.article.text
    assert text.startswith("Plus de 12 morts, dont 3.\nL'armée")
    whole, part = account.figures["all"], account.figures["a.3"]
    assert (whole.low, whole.high, whole.qualifier) == (12, None, Qualifier.MORE_THAN)
    assert part.part_of == whole.span.start and part.span.of(text) == "3"
    assert account.statements["a.1"].act is Act.SAY and account.statements["a.1"].text.endswith("dont 3")
    assert account.events["a.4"].date_precision is DatePrecision.MONTH


def test_a_shared_stretch_is_found_by_its_words() -> None:
    """The sides of a passage are in the order of the articles' ids, whichever is named first."""
    both = dossier(article("b", None, "Oui. La route est coupée."), article("a", None, "La route est coupée."))
    passage = shared(both, "b", "a", "La route est coupée")
    assert (passage.article_a, passage.span_a.start, passage.span_b.start) == ("a", 0, 5)
