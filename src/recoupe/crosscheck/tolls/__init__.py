"""Figures in, how each toll moved out."""
