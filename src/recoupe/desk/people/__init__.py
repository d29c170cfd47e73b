"""Who may come in, as what, and how it is known: people and roles, passwords, sessions, tokens of forms."""
