"""Raw documents in, articles out: decoded, told apart into blocks, dated by what stands in the text."""
