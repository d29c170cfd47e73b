"""What an export row holds."""

from recoupe.model.figure import Counted, Figure, Kind, Qualifier
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement
from recoupe.show.rows import FIGURE_FIELDS, STATEMENT_FIELDS, figure_row, statement_row

FIGURE = Figure(
    article="a1",
    span=Span(13, 15),
    text="12",
    unit="count",
    low=12.0,
    high=None,
    qualifier=Qualifier.AT_LEAST,
    kind=Kind.KILLED,
    counted=Counted.PEOPLE,
    evidence=(Evidence("kind", "kinds:killed.die"),),
)
STATEMENT = Statement(
    article="a1",
    span=Span(0, 4),
    text="rien",
    speaker=None,
    form=Form.DIRECT,
    act=Act.SAY,
    evidence=(Evidence("form", "statements.form.direct"),),
)


def test_a_figures_row_has_exactly_the_codebooks_fields_and_both_ids() -> None:
    """The export names `article` by file and adds `id` and `article_id`, nothing else."""
    row = figure_row("note.txt", "a1", FIGURE)
    assert tuple(row) == FIGURE_FIELDS
    assert (row["article"], row["article_id"], row["start"], row["end"]) == ("note.txt", "a1", 13, 15)


def test_an_open_side_stays_none_and_a_whole_number_is_an_int() -> None:
    """An unknown bound is never 0, and 12.0 is written 12."""
    row = figure_row("note.txt", "a1", FIGURE)
    assert row["high"] is None
    assert repr(row["low"]) == "12"


def test_a_statements_row_has_exactly_the_codebooks_fields_and_both_ids() -> None:
    """A quote without a cue has no cue offsets."""
    row = statement_row("note.txt", "a1", STATEMENT)
    assert tuple(row) == STATEMENT_FIELDS
    assert (row["cue"], row["cue_start"], row["speaker"]) == (None, None, None)


def test_the_id_is_of_the_content_and_not_of_the_rules() -> None:
    """Another rule that reads the same gives the same record; another value gives another."""
    import dataclasses

    same = dataclasses.replace(FIGURE, evidence=(Evidence("kind", "figures.kind.other_rule"),))
    other = dataclasses.replace(FIGURE, kind=Kind.INJURED)
    one = figure_row("note.txt", "a1", FIGURE)["id"]
    assert figure_row("copy.txt", "a1", same)["id"] == one
    assert figure_row("note.txt", "a1", other)["id"] != one
