"""Records and what was found of them in, what happened day by day out."""
