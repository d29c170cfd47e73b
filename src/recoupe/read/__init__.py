"""Files, folders and standard input in, raw documents out; what cannot be read comes out as `Skipped`."""
