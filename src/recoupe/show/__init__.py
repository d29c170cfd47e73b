"""The ledger's rows in, what people see out: plain rows, terminal tables, notebook tables."""
