"""What the real QGIS makes of our files and our service."""
