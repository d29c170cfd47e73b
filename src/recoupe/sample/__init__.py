"""The sample crisis: twelve dispatches written for this project, with records coded by hand; data only, no code."""
