"""
Zones as files, one module a format, chosen by the file's ending.

    registry     FORMATS, encode, save: which ending stands for what
      table      a layer as typed rows and shapes, the same for every format; rows: their types
      text       texts made harmless for XML, C libraries and spreadsheets; plain: lists in words
      gdal       writing through pyogrio, with a fixed clock
    geojson, full_model, geopackage (styles), geoparquet, flatgeobuf, kml, shapefile, topojson, csv_hxl (csvw), xlsx

Examples
--------
>>> import zones
>>> from maps.formats import encode
>>> encode(zones.load(), "members.csv").content.decode("utf-8-sig").splitlines()[0][:32]
'id,zone,zone_name,pcode,name,nam'
"""

from maps.formats.encoded import Encoded
from maps.formats.errors import FormatError
from maps.formats.registry import FORMATS, LAYERS, Format, check, encode, format_of, save

__all__ = ["FORMATS", "LAYERS", "Encoded", "Format", "FormatError", "check", "encode", "format_of", "save"]
