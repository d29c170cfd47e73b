"""An article in, its records out: figures and statements, each with the words and rules behind it."""
