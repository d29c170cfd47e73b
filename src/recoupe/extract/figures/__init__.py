"""Figures: from the parsed sentences of a paragraph (read.py) to the codebook's records of an article (bind.py)."""
