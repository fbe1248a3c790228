"""The invented publication of the demo: its story (words) and its drawings (pictures)."""
