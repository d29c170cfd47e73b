"""The forms that news prose uses of a verb of saying."""

import pytest

from recoupe.extract.statements.conjugation import forms_of


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("marteler", "martèle"),
        ("rappeler", "rappelle"),
        ("exiger", "exigeait"),
        ("dénoncer", "dénonçant"),
        ("révéler", "révèle"),
        ("balayer", "balaie"),
        ("alléguer", "allègue"),
        ("avertir", "avertissent"),
        ("soutenir", "soutiennent"),
        ("promettre", "promis"),
    ],
)
def test_a_verb_has_the_spelling_that_french_gives_it(infinitive: str, form: str) -> None:
    """Regular verbs are built by rule, the others are listed."""
    assert form in forms_of(infinitive)


def test_a_verb_has_no_form_that_french_does_not_write() -> None:
    """No `martele`, no `exigait`."""
    assert "martele" not in forms_of("marteler")
    assert "exigait" not in forms_of("exiger")
