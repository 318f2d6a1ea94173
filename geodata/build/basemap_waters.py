"""Which rivers and lakes are drawn, and their names: facts that the sources do not carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class River:
    """A river, and the numbers of its pieces in the pinned package."""

    name: str
    name_ar: str
    rank: Literal[1, 2, 3]
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lake:
    """A lake, told by a position on its water (WGS 84 degrees)."""

    name: str
    name_ar: str
    lon: float
    lat: float
    source: Literal["Natural Earth", "GSHHG"] = "Natural Earth"


RIVERS = (
    River(
        name="Euphrates",
        name_ar="الفرات",
        rank=1,
        pieces=(
            *(1121, 1125, 1124, 1172, 1170, 1171, 1169, 1221, 1222, 1223, 1224, 1264, 1263, 1265, 1266),
            *(1321, 1323, 1322, 1324, 1374, 1375, 1376, 1377, 1412, 1448),
        ),
    ),
    River(
        name="Tigris",
        name_ar="دجلة",
        rank=1,
        pieces=(1127, 1173, 1175, 1174, 1177, 1178, 1176, 1225, 1226, 1268, 1267, 1325, 1326),
    ),
    River(
        name="Orontes",
        name_ar="العاصي",
        rank=2,
        pieces=(4465, 4463, 4436, 4464, 10022, 9924, 9926, 9925, 9921),
    ),
    River(name="Khabur", name_ar="الخابور", rank=2, pieces=(18555, 18551, 9927, 10023)),
    River(name="Yarmouk", name_ar="اليرموك", rank=2, pieces=(10369, 10373)),
    River(
        name="Jordan",
        name_ar="الأردن",
        rank=2,
        pieces=(4514, 10268, 4515, 4563, 4564, 4559, 4562, 4561, 4560, 4621),
    ),
    River(name="Litani", name_ar="الليطاني", rank=2, pieces=(10152, 10269, 10267, 10266)),
    River(name="Afrin", name_ar="عفرين", rank=3, pieces=(18440, 18543)),
    River(name="Barada", name_ar="بردى", rank=3, pieces=(10270,)),
    River(name="Awaj", name_ar="الأعوج", rank=3, pieces=(18753, 18758)),
    River(name="Nahr al-Kabir", name_ar="النهر الكبير الجنوبي", rank=3, pieces=(18693, 18686)),
    River(
        name="Great Zab", name_ar="الزاب الكبير", rank=2, pieces=(18453, 18452, 18556, 18558, 18557, 18638)
    ),
    River(
        name="Ceyhan",
        name_ar="جيحان",
        rank=2,
        pieces=(9705, 9707, 9706, 9708, 9800, 9797, 9799, 9798, 9795, 9919),
    ),
    River(name="Zarqa", name_ar="الزرقاء", rank=3, pieces=(10375, 10371, 10372, 10374)),
)
"""
The main stems of World Data Bank II in the frame.

It does not have the Balikh, the Quwayq and the Sajur; of the Khabur it has the upper course by way
of Ras al-Ain and, under the same number as the middle course, the lowest stretch of the Jaghjagh.
"""

LAKES = (
    Lake(name="Lake Assad", name_ar="بحيرة الأسد", lon=38.09, lat=36.05),
    Lake(name="Lake Qattinah", name_ar="بحيرة قطينة", lon=36.57, lat=34.64, source="GSHHG"),
    Lake(name="Sabkhat al-Jabbul", name_ar="سبخة الجبول", lon=37.5, lat=36.06, source="GSHHG"),
    Lake(name="Lake Tiberias", name_ar="بحيرة طبريا", lon=35.58, lat=32.8),
    Lake(name="Dead Sea", name_ar="البحر الميت", lon=35.48, lat=31.54),
    Lake(name="Atatürk Reservoir", name_ar="بحيرة أتاتورك", lon=38.81, lat=37.66),
    Lake(name="Lake Tharthar", name_ar="بحيرة الثرثار", lon=43.22, lat=34.02),
    Lake(name="Lake Habbaniyah", name_ar="بحيرة الحبانية", lon=43.44, lat=33.31),
    Lake(name="Lake Razzaza", name_ar="بحيرة الرزازة", lon=43.57, lat=32.81),
)
"""Natural Earth has no Tishreen reservoir (1999) and no Mosul Lake; drained and dry lakes are left out."""
