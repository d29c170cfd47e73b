"""The append-only ledger file: digests in, rows out. The only folder that imports SQLAlchemy."""
