"""Records in, the independent origins behind each out."""
