"""Tolls made for tests: a few words say what is told on a day, by how many reports, of which origins."""

from __future__ import annotations

from dataclasses import dataclass, field

from recoupe.model.figure import Counted, Kind, Number, Qualifier
from recoupe.model.series import Series, Step, StepKind
from recoupe.show.charts.toll_picture import TollPicture, picture_of
from recoupe.store.rows import FigureRow
from recoupe.store.tolls import ToldFigure


@dataclass
class Tolls:
    """Series under way, with the figures and the origins behind their steps."""

    series: list[Series] = field(default_factory=list)
    told: dict[str, ToldFigure] = field(default_factory=dict)
    origins: dict[str, list[str]] = field(default_factory=dict)

    def toll(
        self, source: str | None, *steps: Step, place: str = "Port-Réal", since: str | None = "2024-03-01"
    ) -> None:
        self.series.append(
            Series(
                id=f"toll{len(self.series)}",
                kind=Kind.KILLED,
                counted=steps[0].counted,
                unit="count",
                place=place,
                since=since,
                source=source,
                running=True,
                steps=steps,
            )
        )

    def step(
        self,
        until: str | None,
        low: Number | None,
        high: Number | None,
        *origins: str,
        step: str = "first",
        counted: Counted = Counted.PEOPLE,
        article: str = "",
        modality: str = "reported",
    ) -> Step:
        """Return a step that one report tells for each origin named; `article` is the file's name of all of them."""
        ids = []
        for origin in origins or ("o",):
            id = f"figure{len(self.told)}"
            name = article or f"article{len(self.told)}.txt"
            self.told[id] = ToldFigure(row=_row(id, name, until, modality), title=None, publisher=None, held=True)
            self.origins[id] = [origin]
            ids.append(id)
        return Step(
            until=until,
            low=low,
            high=high,
            qualifier=Qualifier.EXACT,
            step=StepKind(step),
            counted=counted,
            place=None,
            articles=tuple(ids),
            origins=tuple(dict.fromkeys(origins)),
            figures=tuple(ids),
        )

    def picture(self, left_out: int = 0) -> TollPicture:
        return picture_of(self.series, self.told, self.origins, left_out=left_out)


def _row(id: str, article: str, until: str | None, modality: str) -> FigureRow:
    return FigureRow(
        article=article, start=0, end=2, text="12", unit="count", low=12, high=12, qualifier="exact", kind="killed",
        counted="people", side=None, by=None, place=None, place_id=None, place_text=None, since=None, until=until,
        source=None, modality=modality, part_of=None, id=id, article_id=article, words="12", published=until,
    )  # fmt: skip
