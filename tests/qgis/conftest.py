"""Leaves the script that runs in QGIS to QGIS."""

collect_ignore = ["inside.py"]
