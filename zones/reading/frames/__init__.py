"""Frames: rules as data that find a deed in a sentence's structure and fill its slots."""
