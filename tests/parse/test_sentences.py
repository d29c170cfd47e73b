"""Where sentences of French news end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from recoupe.parse.sentences import LONGEST, split_sentences

# the sentences of each text are parted by a bar
TEXTS = [
    "M. A. Diallo et Mme B. Sow ont parlé.| Le Dr Sy aussi.",
    "Selon MM. Petit et Sow, c'est fini.| MM. Sow et Petit sont partis.",
    "Les cas d'hépatite A.| Les médecins s'inquiètent.",
    "Jean D. a été tué.| Marie L., 12 ans, aussi.",
    "Rapport n° 2.| Le suivant vient.",
    "Il est arrivé à 14 h.| Le bilan monte.",
    "Vers 14 h. 30 hier.",
    "Douze morts...| Et trente blessés…| Rien d'autre.",
    "Il pleut… mais pas ici.",
    "« Ils tirent ! »| Le maire confirme.",
    "« Qui a tiré ? », demande-t-on.| « Nous », dit-il.",
    "Il crie « Au secours ! ».| Rien.",
    'Il a dit : "C\'est fini."| Le maire confirme.',
    "«Non.»| Puis il part.",
    "12 morts.| 105 civils blessés.| 3 disparus.",
    "Quelque 3.400 maisons et 2,5 millions de dollars.",
    "En 44 av. J.-C.| Le reste est perdu.",
    "L'art. 12 de la loi du 11 oct. 2018.| La suite.",
    "II. LES DÉCÈS",
    "2.1. Situation sanitaire",
    "1. Chiffres clés",
    "Ceux qui (...) Les ont vus.",
    "La S.N.C.F. a dit non.",
    "Il est mort.Le maire confirme.".replace(".Le", ".|Le"),
    "Des chiffres.[1]| Le maire doute.",
    "Quoi ?!| Rien.",
    "– Oui.| – Non.",
    "Le site presse.Example.com en parle.",
    "Première ligne\n|Deuxième ligne",
    "Première ligne\r\n|Deuxième ligne",
    "Le gén. Sow et le col. Petit.",
    "Me Sy plaide.| Me. Sy aussi.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_they_do(marked: str) -> None:
    """Titles, initials, numbers, hours, quotations and words left out end no sentence; the rest does."""
    text = marked.replace("|", "")
    assert [span.of(text) for span in split_sentences(text)] == [piece.strip() for piece in marked.split("|")]


def test_wrapped_lines_do_not_end_a_sentence() -> None:
    """The end of a line is white space where lines were broken at a fixed width."""
    text = "Douze personnes\nsont mortes. Trois\nont disparu."
    assert len(split_sentences(text, wrapped=True)) == 2
    assert len(split_sentences(text)) == 4


def test_no_sentence_is_longer_than_the_pipeline_can_bear() -> None:
    """What has no full stop is cut at a space."""
    text = "mot " * (2 * LONGEST)
    spans = split_sentences(text)
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert all(span.of(text).startswith("mot") for span in spans)
