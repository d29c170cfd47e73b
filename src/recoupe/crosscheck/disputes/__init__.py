"""Statements and figures in, the questions that speakers answer differently out."""
