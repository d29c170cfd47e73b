"""A crisis of the ledger in, a situation report on it out; nothing is said there that no record carries."""
