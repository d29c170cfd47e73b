"""What costs what, as ratios measured in one run: `make bench`."""
