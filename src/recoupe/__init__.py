"""Recoupe: what the reports on one crisis say, laid over each other, each cell with its exact words."""

__version__ = "0.1.0"
