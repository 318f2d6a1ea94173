"""Gazetteers as OCHA, GeoNames, HDX and Excel write them: each row the place that it is, or told."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from geodata.own_places import OwnPlacesError, load_places, read_places

YALDA = "يلدا"
AT = ("33.4633", "36.3197")


def saved(folder: Path, content: str | bytes, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


OCHA = {
    "featurename_en,featurename_ar,pcode,featurerefname,featurealtname1_en,adm3_en,point_x,point_y": (
        f"Yalda,{YALDA},C2343,Yalda,Yelda,Babella,36.3197,33.4633"
    ),
    "featurename_en,featurename_ar,pcode,adm4_en,adm4_ar,adm4_pcode,point_x,point_y": (
        f"Yalda,{YALDA},C2343,Babella,ببيلا,C2340,36.3197,33.4633"
    ),
    "FEATURENAME_EN,FEATURENAME_AR,PCODE,POINT_X,POINT_Y": f"Yalda,{YALDA},C2343,36.3197,33.4633",
    "ADM4_EN,ADM4_AR,ADM4_PCODE,LAT_DD,LONG_DD": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "admin4Name_en,admin4Name_ar,admin4Pcode,Latitude_y,Longitude_x": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "NAME_EN,NAME_AR,PCODE,Lat_Deg,Lon_Deg": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "adm4_name,adm4_name1,adm4_pcode,latitude_wgs84,longitude_wgs84": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "featurename,featurename_ar,pcode,center_lat,center_lon": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "name_en,name_ar,pcode,y_coord,x_coord": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "Name English,Name Arabic,PCODE,Latitude (DD),Longitude (DD)": f"Yalda,{YALDA},C2343,33.4633,36.3197",
    "admin4Name,admin4Na_1,admin4Pcod,LATITUDE_DECIMAL,LONGITUDE_DECIMAL": f"Yalda,{YALDA},C2343,33.4633,36.3197",
}


@pytest.mark.parametrize("header", OCHA)
def test_columns_as_ocha_and_its_users_name_them(tmp_path: Path, header: str) -> None:
    (place,) = load_places(saved(tmp_path, f"{header}\n{OCHA[header]}\n"))
    assert (place.name, place.name_ar, place.id) == ("Yalda", YALDA, "own:C2343")
    assert (place.lat, place.lon) == (33.4633, 36.3197)


def test_a_neighbourhood_has_its_own_name_and_not_its_towns(tmp_path: Path) -> None:
    header = "featurename_en,featurename_ar,pcode,adm4_en,adm4_ar,adm4_pcode,point_x,point_y"
    rows = (
        f"Old Quarter,,N1,Yalda,{YALDA},C2343,36.3197,33.4633",
        f"North Quarter,الحي,,Yalda,{YALDA},C2343,36.3297,33.4733",
        "Sands,,N3,,,,36.31,33.46",
    )
    found = load_places(saved(tmp_path, "\n".join((header, *rows))))
    assert [(place.name, place.name_ar) for place in found] == [
        ("Old Quarter", ""), ("North Quarter", "الحي"), ("Sands", "")
    ]  # fmt: skip
    assert [place.id for place in found] == ["own:N1", "own:3", "own:N3"]


def test_rows_without_a_name_or_position_are_told_and_the_others_taken(tmp_path: Path) -> None:
    rows = ["Yalda,33.46,36.32", *[",33.4,36.3"] * 4, "Nowhere,,", "Babella,33.47,36.33"]
    found = read_places(saved(tmp_path, "\n".join(("name,lat,lon", *rows))))
    assert [place.name for place in found.places] == ["Yalda", "Babella"]
    assert found.notes == (
        "4 rows left out, without a name: line 3, 4, 5 ...",
        "1 row left out, without a position: line 7",
    )


COLUMNS = [
    *(
        "geonameid",
        "name",
        "asciiname",
        "alternatenames",
        "latitude",
        "longitude",
        "feature_class",
        "feature_code",
    ),
    *(
        "country_code",
        "cc2",
        "admin1",
        "admin2",
        "admin3",
        "admin4",
        "population",
        "elevation",
        "dem",
        "timezone",
    ),
    "modification_date",
]
TOWN = [
    "1",
    "Yalda",
    "Yalda",
    f"Yelda,{YALDA}",
    *AT,
    "P",
    "PPL",
    "SY",
    "",
    "08",
    *[""] * 3,
    "5000",
    *[""] * 4,
]
MOUNTAIN = ["2", "Jabal X", "Jabal X", "", *AT, "T", "MT", "SY", "", "08", *[""] * 3, "0", *[""] * 4]


def lines(*rows: list[str], mark: str = "\t", quoted: bool = False) -> str:
    return "".join(mark.join(f'"{cell}"' if quoted else cell for cell in row) + "\n" for row in rows)


GEONAMES = {
    "as it comes": lines(TOWN, MOUNTAIN),
    "with a header": lines(COLUMNS, TOWN, MOUNTAIN),
    "as R writes it": lines(COLUMNS, TOWN, MOUNTAIN, quoted=True),
    "as pandas writes it": lines(COLUMNS, TOWN, MOUNTAIN, mark=",", quoted=True),
    "with semicolons": lines(COLUMNS, TOWN, MOUNTAIN, mark=";"),
    "with bars": lines(COLUMNS, TOWN, MOUNTAIN, mark="|"),
    "names with blanks": lines([name.replace("_", " ") for name in COLUMNS], TOWN, MOUNTAIN),
    "names in camel case": lines([name.title().replace("_", "") for name in COLUMNS], TOWN, MOUNTAIN),
    "with Windows line ends": lines(COLUMNS, TOWN, MOUNTAIN).replace("\n", "\r\n"),
    "as it comes, with a byte order mark": "\ufeff" + lines(TOWN, MOUNTAIN),
    "as it comes, with Windows line ends": lines(TOWN, MOUNTAIN).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("form", GEONAMES)
def test_a_dump_of_geonames_with_or_without_a_header(tmp_path: Path, form: str) -> None:
    found = read_places(saved(tmp_path, GEONAMES[form], "SY.txt"))
    (place,) = found.places
    assert (place.name, place.name_ar, place.population) == ("Yalda", YALDA, 5000)
    assert place.spellings == ("Yalda", "Yelda", YALDA)
    assert found.notes == ("1 row left out, of other feature classes than P, populated places: T 1",)


def test_other_classes_are_counted_and_a_column_without_classes_is_told(tmp_path: Path) -> None:
    rows = "".join(f"A{n},33.4,36.3,{kind}\n" for n, kind in enumerate(["P", "T", "H", "T", "", "p"]))
    found = read_places(saved(tmp_path, f"name,lat,lon,feature class\n{rows}"))
    assert [place.name for place in found.places] == ["A0", "A5"]
    assert found.notes == (
        "4 rows left out, of other feature classes than P, populated places: none 1, H 1, T 2",
    )
    found = read_places(saved(tmp_path, "name,lat,lon,feature_class\nA,33.4,36.3,village\n"))
    assert len(found.places) == 1
    assert found.notes[0].startswith("the column feature_class holds none of GeoNames's classes")
    with pytest.raises(OwnPlacesError, match="no place in it; 1 row left out, of other feature classes"):
        load_places(saved(tmp_path, lines(MOUNTAIN), "SY.txt"))


def test_a_quotation_mark_is_a_letter_in_a_dump(tmp_path: Path) -> None:
    odd = ["3", 'Tall "Abyad', 'Tall "Abyad', "", *TOWN[4:]]
    found = load_places(saved(tmp_path, lines(odd, TOWN), "SY.txt"))
    assert [place.name for place in found] == ['Tall "Abyad', "Yalda"]


@pytest.mark.parametrize("column", ["spellings", "alternatenames", "alternate_names", "aliases", "alt names"])
@pytest.mark.parametrize(
    "told",
    [
        "Foxtrot|Golfburg",
        "Foxtrot;Golfburg",
        '"Foxtrot,Golfburg"',
        '" Foxtrot , Golfburg ,"',
        "Foxtrot،Golfburg",
    ],
)
def test_spellings_are_parted_by_whatever_mark(tmp_path: Path, column: str, told: str) -> None:
    (place,) = load_places(saved(tmp_path, f"name,lat,lon,{column}\nYalda,33.4633,36.3197,{told}\n"))
    assert place.spellings == ("Foxtrot", "Golfburg")


TABLE = "name,name_ar,lat,lon\r\nYalda,{ar},{lat},{lon}\r\n"
DIALECTS = {
    "sep=; as Excel reads it": "sep=;\r\nname;lat;lon\r\nYalda;33.4633;36.3197\r\n",
    "sep=, quoted": '"sep=,"\nname,lat,lon\nYalda,33.4633,36.3197\n',
    "SEP=| after a mark": "\ufeffSEP=|\nname|lat|lon\nYalda|33.4633|36.3197\n",
    "sep= with a tab": "sep=\t\nname\tlat\tlon\nYalda\t33.4633\t36.3197\n",
    "bars": "name|lat|lon\nYalda|33.4633|36.3197\n",
    "empty lines before": "\r\n\r\nname,lat,lon\r\nYalda,33.4633,36.3197\r\n",
    "carriage returns alone": "name,lat,lon\rYalda,33.4633,36.3197\r",
    "decimal commas": "name;lat;lon\nYalda;33,4633;36,3197\n",
    "decimal commas, quoted": 'name,lat,lon\nYalda,"33,4633","36,3197"\n',
    "decimal commas and tabs": "name\tlat\tlon\nYalda\t33,4633\t36,3197\n",
    "letters of sides": "name,lat,lon\nYalda,33.4633 N,E 36.3197\n",
    "degree signs": "name,lat,lon\nYalda,33.4633°,36.3197°\n",
    "no-break blanks and marks": "name,lat,lon\nYalda,\u00a033.4633,\u200e36.3197\u00a0\n",
    "Arabic digits": "name,lat,lon\nYalda,٣٣٫٤٦٣٣,٣٦٫٣١٩٧\n",
    "hashtags": "name,name_ar,lat,lon\n#loc+name,#loc+name+i_ar,#geo+lat,#geo+lon\nYalda,,33.4633,36.3197\n",
    "hashtags with blanks": "name,lat,lon,x1\n#loc +name,#geo +lat,#geo +lon,\nYalda,33.4633,36.3197,\n",
    "hashtags that tell the columns": "الاسم,خط العرض,خط الطول\n#loc+name,#geo+lat,#geo+lon\nYalda,33.4633,36.3197\n",
    "hashtags alone": "#loc+name+i_ar,#loc+name,#geo+lat,#geo+lon\n,Yalda,33.4633,36.3197\n",
    "#geo+coord": "a,b,c\n#loc+name,#geo+coord+lat,#geo+coord+lon\nYalda,33.4633,36.3197\n",
    "a separator of lines within a cell": "name,lat,lon,note\nYalda,33.4633,36.3197,a\u2028b\x85c\x0bd\n",
    "a quoted cell over lines": 'note,name,lat,lon\n"a\r\nb",Yalda,33.4633,36.3197\n',
}  # fmt: skip


@pytest.mark.parametrize("form", DIALECTS)
def test_dialects_of_tables(tmp_path: Path, form: str) -> None:
    found = read_places(saved(tmp_path, DIALECTS[form]))
    (place,) = found.places
    assert (place.name, place.lat, place.lon) == ("Yalda", 33.4633, 36.3197)
    assert found.notes == ()


def test_degrees_minutes_and_seconds(tmp_path: Path) -> None:
    (place,) = load_places(saved(tmp_path, "name;lat;lon\nYalda;33°27'48\";36°19'12\"E\n"))
    assert (place.lat, place.lon) == pytest.approx((33 + 27 / 60 + 48 / 3600, 36.32))


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_encodings_that_tell_themselves(tmp_path: Path, encoding: str, mark: bytes, delimiter: str) -> None:
    text = TABLE.format(ar=YALDA, lat=AT[0], lon=AT[1]).replace(",", delimiter)
    found = read_places(saved(tmp_path, mark + text.encode(encoding)))
    assert (found.places[0].name_ar, found.places[0].lat) == (YALDA, 33.4633)
    assert found.notes == ()


ARABIC = "الاسم,lat,lon,name\nيلدا,33.4633,36.3197,ببيلا\nحلب,36.2,37.16,سراقب\n"
WESTERN = "name,lat,lon,note\nAlépo,36.2,37.16,déjà occupé\nDéraa,32.6,36.1,château\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"), [(ARABIC, "cp1256", "ببيلا"), (WESTERN, "cp1252", "Alépo")]
)
def test_encodings_of_windows_are_found_and_told(tmp_path: Path, text: str, encoding: str, name: str) -> None:
    found = read_places(saved(tmp_path, text.encode(encoding)))
    assert found.places[0].name == name
    assert found.notes == (f"is not UTF-8; read as Windows-{encoding[2:]}, which fits its letters best",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_refused_in_words(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(OwnPlacesError, match="UTF-16 without its mark; save it as UTF-8"):
        load_places(saved(tmp_path, "name,lat,lon\n".encode(encoding)))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Yalda,70 33,36.3", "70"),
        ("Yalda,33.4S5,36.3", "33.4S5"),
        ("Yalda,33.4 E,36.3", "longitude"),
        ("Yalda,north,36.3", "north"),
        ("Yalda,33.46333.1,36.3", "33.46333.1"),
        ("Yalda,33°70',36.3", "70"),
        ("Yalda,133.4,36.3", "133.4"),
        ("Yalda,33.4,", "longitude ''"),
        ('Yalda,"33,4,6",36.3', "33,4,6"),
        ("Yalda,nan,36.3", "nan"),
        ("Yalda,1e999,36.3", "1e999"),
    ],
)
def test_a_position_that_is_none_is_refused_with_its_line(tmp_path: Path, row: str, why: str) -> None:
    with pytest.raises(OwnPlacesError, match="line 3: ") as caught:
        load_places(saved(tmp_path, f"name,lat,lon\nBabella,33.4,36.3\n{row}\n"))
    assert why in str(caught.value)
