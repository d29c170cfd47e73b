"""The ledger on a screen: pages and an HTTP interface that a browser or a program asks; the one home of the web framework."""
