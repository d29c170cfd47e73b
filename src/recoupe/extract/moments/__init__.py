"""Times in a text: what French news calls days, and the numbers that belong to times and are no figures."""

from recoupe.extract.moments.find import find_moments
from recoupe.extract.moments.ignored import number_spans_to_ignore

__all__ = ["find_moments", "number_spans_to_ignore"]
