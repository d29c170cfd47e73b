"""The accounts of one crisis in, what comes of laying them over each other out: pure, and in no order of arrival."""
