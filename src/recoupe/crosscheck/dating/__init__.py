"""Articles in, the days on which each can have appeared, and which were taken back, out."""
