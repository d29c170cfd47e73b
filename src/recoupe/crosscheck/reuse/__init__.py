"""Articles in, the words that they share and who copied whom out."""
