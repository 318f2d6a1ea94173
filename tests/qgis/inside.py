"""
Runs in QGIS's own Python: opens layers as QGIS does and prints what it made of them as JSON.

    python3 inside.py IMAGE.png SOURCE...

A source is "FILE|layername=NAME" or "http://HOST#COLLECTION". All are drawn over Syria into the image.
"""

from __future__ import annotations

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

SYRIA = QgsRectangle(35.5, 32.2, 42.5, 37.4)


def opened(source):
    if source.startswith("http"):
        base, collection = source.rsplit("#", 1)
        return QgsVectorLayer(f"url='{base}' typename='{collection}'", collection, "OAPIF")
    return QgsVectorLayer(source, source.rpartition("=")[2], "ogr")


def facts(layer):
    fields = layer.fields()
    renderer = layer.renderer()
    return {
        "valid": layer.isValid(),
        "fields": {field.name(): field.typeName() for field in fields},
        "rows": [
            {field.name(): text(value) for field, value in zip(fields, feature.attributes(), strict=True)}
            for feature in layer.getFeatures()
        ],
        "crs": layer.crs().authid(),
        "renderer": renderer.type() if renderer else None,
        "legend": [item.label() for item in renderer.legendSymbolItems()] if renderer else [],
        "labels": layer.labelsEnabled(),
    }


def text(value):
    return None if value is None or str(value) == "NULL" else str(value)


def drawn(layers, path):
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in layers if layer.isSpatial()])
    settings.setOutputSize(QSize(1200, 900))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setExtent(SYRIA)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(path)
    return [label.labelText for label in job.takeLabelingResults().allLabels()]


image, *sources = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
shown = [opened(source) for source in sources]
told = {source: facts(layer) for source, layer in zip(sources, shown, strict=True)}
print(json.dumps({"layers": told, "labels": drawn(shown, image)}))
