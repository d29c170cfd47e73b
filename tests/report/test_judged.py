"""A conflict that a review ends is told as what moved; what was judged and taken back again is not."""

from __future__ import annotations

from pathlib import Path

from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.model.series import Agreement
from recoupe.report import Report, compose
from recoupe.report.parts import Sentence

_COUNTS = (
    "Le séisme de dimanche a fait 44 morts à Port-Clair, a annoncé mardi le préfet Jean Ardouin. "
    "Le Croissant-Rouge, lui, compte 52 morts à Port-Clair."
)


def moved(composed: Report) -> list[str]:
    (section,) = [one for one in composed.sections if one.key == "moved"]
    said = [part.text for part in section.parts if isinstance(part, Sentence)]
    return [one.replace("\u00a0", " ").replace("\u202f", " ") for one in said]


def test_a_conflict_that_a_review_ends_is_told(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "read.sqlite") as read:
        raw = Raw(name="a", origin="a", data=_COUNTS.encode(), media="text", language="fr", published="2024-03-05")
        read.add_documents([raw], crisis="c")
        assert [one.verdict for one in conflicting(read)] == ["conflict"]
        wrong = next(one for one in read.figures() if one.low == 52)
        read.reviews.judge(wrong.id, "reject", by="Ana", reason="another quake", rests_on=None)
        said = moved(compose(read))
        assert any(one.startswith("Chiffres qui ne sont plus tenus pour inconciliables : ") for one in said)
        assert any(one.startswith("Relevé rejeté à la relecture : « 52 »") for one in said)


def conflicting(read: Ledger) -> list[Agreement]:
    return [one for one in read.crisis().check().agreements if one.verdict == "conflict"]


def test_what_was_judged_and_taken_back_moved_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "read.sqlite") as read:
        raw = Raw(name="a", origin="a", data=_COUNTS.encode(), media="text", language="fr", published="2024-03-05")
        read.add_documents([raw], crisis="c")
        compose(read)
        one = next(iter(read.figures()))
        stands = read.reviews.judge(one.id, "reject", by="Ana", reason="no figure", rests_on=None)
        read.reviews.judge(one.id, "undo", by="Ana", rests_on=stands.number)
        assert not any("à la relecture" in said or said.startswith("Relecture") for said in moved(compose(read)))
