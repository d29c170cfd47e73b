"""Rows in, a table out that can be gone through, handed to a data frame, or shown in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from html import escape
from typing import TYPE_CHECKING, Any, TypeVar, overload

from recoupe.errors import ExtraMissing
from recoupe.show.columns import columns_of
from recoupe.show.rows import EVENT_FIELDS, FIGURE_FIELDS, STATEMENT_FIELDS
from recoupe.store.rows import EventRow, FigureRow, StatementRow

if TYPE_CHECKING:
    import pandas
    import polars

Row = TypeVar("Row")
_SHOWN = 50
"""Rows that a notebook shows; the rest is counted."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Table(Sequence[Row]):
    """Rows of one kind, in order. Records have the codebook's fields when they leave as dicts or as a data frame."""

    kind: type[Row]
    rows: tuple[Row, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that a row has when it leaves."""
        if self.kind is FigureRow:
            return FIGURE_FIELDS
        if self.kind is StatementRow:
            return STATEMENT_FIELDS
        if self.kind is EventRow:
            return EVENT_FIELDS
        return tuple(field.name for field in fields(self.kind))  # type: ignore[arg-type]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each row as a dict of plain values, unknown ones None."""
        return [{name: _plain(getattr(row, name)) for name in self.fields} for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """Return a data frame whose unknown values are missing. Errors: ExtraMissing without the extra `pandas`."""
        try:
            import pandas
        except ImportError as error:
            raise ExtraMissing("pandas") from error
        return pandas.DataFrame(self.to_dicts(), columns=list(self.fields), dtype=object).convert_dtypes()

    def to_polars(self) -> polars.DataFrame:
        """Return a data frame whose unknown values are null. Errors: ExtraMissing without the extra `polars`."""
        try:
            import polars
        except ImportError as error:
            raise ExtraMissing("polars") from error
        dicts = self.to_dicts()
        # an empty table, or a column of which no value is known, keeps its column
        columns = {name: [row[name] for row in dicts] for name in self.fields}
        return polars.DataFrame(columns, strict=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Table[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Table[Row]:
        if isinstance(at, slice):
            return Table(self.kind, self.rows[at])
        return self.rows[at]

    def __repr__(self) -> str:
        return f"<{len(self.rows)} × {self.kind.__name__}>"

    def _repr_html_(self) -> str:
        columns = columns_of(self.kind)
        head = "".join(f"<th>{escape(name)}</th>" for name, _ in columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(fill(row))}</td>" for _, fill in columns) + "</tr>"
            for row in self.rows[:_SHOWN]
        )
        more = f"<caption>{_SHOWN} of {len(self.rows)}</caption>" if len(self.rows) > _SHOWN else ""
        return f"<table>{more}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
