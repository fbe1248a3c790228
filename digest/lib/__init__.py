"""Leaves: modules that import nothing else of ours."""
