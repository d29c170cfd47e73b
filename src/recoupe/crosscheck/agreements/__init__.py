"""Figures that speak of the same thing in, whether both can be true out."""
