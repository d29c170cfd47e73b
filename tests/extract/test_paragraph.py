"""The paragraph that the readers work on."""

from recoupe.extract.paragraph import parse_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.span import Span


def test_a_sentence_keeps_its_text_to_the_letter_and_puts_it_together_once() -> None:
    """However strange its spaces are; asked a thousand times in a long list of numbers, it costs nothing."""
    words = ("Il y a\u00a0 12\tmorts , dit-on\u200b  .", "Rien.")
    text, end = " ".join(words), len(words[0])
    (paragraph,) = parse_paragraphs([(text, BlockKind.BODY, (Span(0, end), Span(end + 1, len(text))))])
    first, second = paragraph.sentences
    assert (first.text, second.text) == words
    assert first.text is first.text
