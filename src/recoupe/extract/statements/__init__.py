"""Who says what: paragraphs in, statements with their speakers out."""

from recoupe.extract.statements.bind import bind_statements, source_of
from recoupe.extract.statements.read import read_statements

__all__ = ["bind_statements", "read_statements", "source_of"]
