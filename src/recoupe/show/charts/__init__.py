"""Findings in, pictures out: what is drawn as plain data, its specification, and the SVG or PNG that a renderer makes of it."""
