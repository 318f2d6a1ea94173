"""Passages with known answers, and how a reading of them is scored."""
