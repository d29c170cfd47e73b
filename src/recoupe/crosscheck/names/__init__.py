"""The names of a crisis in, which of them mean the same out."""
