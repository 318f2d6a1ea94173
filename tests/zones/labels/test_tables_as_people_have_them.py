"""Tables as Excel, R, pandas and people write them: positions read, rows kept byte for byte, the rest told."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import zones
from zones.labels.errors import LabelError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from zones.labels import csv_records, label_file  # noqa: E402 - needs pyarrow
from zones.labels.csv_records import records  # noqa: E402
from zones.labels.csv_rows import Wanted  # noqa: E402

LABELLER = zones.load().labeller
SARAQIB = "SY07,SY0700,SY070003,idlib,whole"
RASTAN = "SY04,SY0404,SY040400,northern-homs,part"


def labelled(
    folder: Path, content: bytes | str, name: str = "in.csv", to: str = "out.csv", **how: str
) -> bytes:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    label_file(folder / name, folder / to, LABELLER, **how)  # type: ignore[arg-type]
    return (folder / to).read_bytes()


CELLS = [
    ("35.8645", "36.8059"),
    ("35,8645", "36,8059"),
    (" 35,8645 ", "36,8059 "),
    ("35.8645N", "36.8059E"),
    ("N 35.8645", "E 36.8059"),
    ("35,8645° N", "36,8059° E"),
    ("35°51'52\"N", "36°48'21\"E"),
    ("35° 51′ 52″", "36° 48′ 21″"),
    ("35°51’52”N", "36°48’21”E"),
    ("35 51 52 N", "36 48 21 E"),
    ("35°51.87'N", "36°48.35'E"),
    ("\u00a035.8645", "36.8059\u00a0"),
    ("\u200e35.8645", "\u202a36.8059\u202c"),
    ("\ufeff35.8645", "36.8059\u200b"),
    ("35.8645°", "36.8059º"),
    ("٣٥٫٨٦٤٥", "٣٦٫٨٠٥٩"),
    ("۳۵٫۸۶۴۵", "۳۶٫۸۰۵۹"),
    ("+35.8645", "+36.8059"),
    ("3.58645e1", "3.68059e1"),
    ("lat 35.8645", "lon 36.8059"),
]


@pytest.mark.parametrize(("lat", "lon"), CELLS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_coordinates_as_people_write_them(tmp_path: Path, lat: str, lon: str, delimiter: str) -> None:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    rows.writerows([["id", "lat", "lon"], ["1", lat, lon], ["2", "34.92667", "36.73241"]])
    given = out.getvalue().splitlines()
    lines = labelled(tmp_path, out.getvalue()).decode().split("\n")
    assert lines[1] == f"{given[1]}{delimiter}{SARAQIB.replace(',', delimiter)}"
    assert lines[2] == f"{given[2]}{delimiter}{RASTAN.replace(',', delimiter)}"


@pytest.mark.parametrize("to", ["out.parquet", "out.arrow"])
def test_they_are_the_same_in_another_format(tmp_path: Path, to: str) -> None:
    rows = "".join(f'"{lat}"\t"{lon}"\n'.replace('"', "") for lat, lon in CELLS if '"' not in lat)
    (tmp_path / "in.tsv").write_text(f"lat\tlon\n{rows}", encoding="utf-8")
    report = label_file(tmp_path / "in.tsv", tmp_path / to, LABELLER)
    assert (report.rows, report.no_position, report.misread) == (report.in_zones, 0, 0)


BAD = {
    "35°70'": "70",
    "north": "north",
    "35.86.45": "35.86.45",
    "135.8": "beyond 90",
    "35.8 S N": "S",
    "35.8 E": "longitude",
    "360-35": "360",
    "n/a": "n/a",
    "35,86,45": "35,86,45",
    "-35.8 S": "S",
    "35.8?": "?",
    "#REF!": "#REF!",
    "1e999": "",
}


@pytest.mark.parametrize("cell", BAD)
def test_what_is_no_coordinate_is_told_with_its_line_and_stays(tmp_path: Path, cell: str) -> None:
    text = f'id,lat,lon\n1,35.8645,36.8059\n2,"{cell}",36.8\n3,,\n'
    (tmp_path / "in.csv").write_text(text, encoding="utf-8")
    report = label_file(tmp_path / "in.csv", tmp_path / "out.csv", LABELLER)
    assert (report.rows, report.no_position, report.misread) == (3, 2, 1)
    (told,) = report.examples
    assert told.startswith("line 3, column lat: ")
    assert BAD[cell] in told
    assert (tmp_path / "out.csv").read_text("utf-8").splitlines()[2:] == [f'2,"{cell}",36.8,,,,,', "3,,,,,,,"]


def test_the_first_three_are_shown_with_the_lines_on_which_their_rows_begin(tmp_path: Path) -> None:
    rows = ['"a\nb\nc",1,2', "", "x,east,north", '"d\r\ne",35.8,36.8', "y,,", "z,35.8,far", "w,off,36"]
    (tmp_path / "in.csv").write_text(
        "\n".join(["sep=,", "note,lat,lon", *rows]), encoding="utf-8", newline=""
    )
    report = label_file(tmp_path / "in.csv", tmp_path / "out.csv", LABELLER)
    assert (report.rows, report.misread) == (6, 4)
    assert [told.split(":")[0] for told in report.examples] == [
        "line 7, column lon", "line 7, column lat", "line 11, column lon"
    ]  # fmt: skip


def test_if_none_can_be_read_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("lat,lon\nx,y\nz,\n", encoding="utf-8")
    with pytest.raises(LabelError, match=r"none of 2 rows has a position.*line 2, column lon: 'y'.*line 3"):
        label_file(tmp_path / "in.csv", tmp_path / "out.csv", LABELLER)
    utm = pa.table({"lon": [360000.0, 361000.0], "lat": [3970000.0, 3971000.0]})
    pq.write_table(utm, tmp_path / "in.parquet")
    with pytest.raises(LabelError, match=r"row 1, column lon: '360000' \(beyond 180 degrees\)"):
        label_file(tmp_path / "in.parquet", tmp_path / "out.parquet", LABELLER)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("out")]


WHOLE = [
    "35.8645, 36.8059",
    "35,8645 36,8059",
    "35°51'52\"N 36°48'21\"E",
    "36.8059 E, 35.8645 N",
    "geo:35.8645,36.8059",
    "POINT (36.8059 35.8645)",
    "lat: 35.8645, lon: 36.8059",
    "(35.8645, 36.8059)",
    "https://www.google.com/maps?q=35.8645,36.8059",
    "https://www.openstreetmap.org/?mlat=35.8645&mlon=36.8059",
    "37SCV0189771142",
]


@pytest.mark.parametrize("cell", WHOLE)
@pytest.mark.parametrize("column", ["Lat/Lon", "where"])
def test_a_column_of_whole_positions(tmp_path: Path, cell: str, column: str) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["id", column], ["1", cell], ["2", "nowhere"], ["3", ""]])
    how = {} if column == "Lat/Lon" else {"position": column}
    (tmp_path / "in.csv").write_text(out.getvalue(), encoding="utf-8")
    report = label_file(tmp_path / "in.csv", tmp_path / "out.csv", LABELLER, **how)
    assert (report.lon, report.lat, report.in_zones, report.misread) == (column, None, 1, 1)
    assert (tmp_path / "out.csv").read_text("utf-8").splitlines()[1].endswith(SARAQIB)


@pytest.mark.parametrize("name", ["coordinates", "position", "geo", "location"])
def test_of_other_names_nobody_knows_which_comes_first(tmp_path: Path, name: str) -> None:
    with pytest.raises(LabelError, match=rf"or one of whole positions with position; there are id, {name}"):
        labelled(tmp_path, f'id,{name}\n1,"36.8,35.86"\n')
    with pytest.raises(LabelError, match="name either"):
        labelled(tmp_path, f'id,lat,{name}\n1,2,"36.8,35.86"\n', position=name, lat="lat")


@pytest.mark.parametrize(
    "names",
    [
        ("LAT_DD", "LONG_DD"), ("Latitude_y", "Longitude_x"), ("lat_deg", "lon_deg"),
        ("Latitude (DD)", "Longitude (DD)"),
        ("latitude_wgs84", "longitude_wgs84"), ("point_y", "point_x"), ("GPS_Latitude", "GPS_Longitude"),
        ("#geo+lat", "#geo+lon"), ("Lat.", "Long."), ("decimal latitude", "decimal longitude"),
    ],
)  # fmt: skip
def test_names_of_columns(tmp_path: Path, names: tuple[str, str]) -> None:
    made = labelled(tmp_path, f"{names[0]},{names[1]}\n35.8645,36.8059\n")
    assert made.decode().splitlines()[1].endswith(SARAQIB)


NEW = ["governorate", "district", "subdistrict", "zone", "extent"]
KEPT = {
    "sep=;": b"sep=;\r\nid;lat;lon\r\n1;35,8645;36,8059\r\n",
    "sep= in quotes": b'"sep=|"\nid|lat|lon\n1|35.8645|36.8059\n',
    "a byte order mark": codecs.BOM_UTF8 + b"id,lat,lon\n1,35.8645,36.8059\n",
    "a mark and sep=": codecs.BOM_UTF8 + b"sep=\t\r\nid\tlat\tlon\r\n1\t35.8645\t36.8059\r\n",
    "CRLF": b"id,lat,lon\r\n1,35.8645,36.8059\r\n",
    "CR": b"id,lat,lon\r1,35.8645,36.8059\r",
    "no end at the end": b"id,lat,lon\n1,35.8645,36.8059",
    "empty lines": b"\n\nid,lat,lon\n\n1,35.8645,36.8059\n\n\n",
    "CRLF and LF": b"id,lat,lon\r\n1,35.8645,36.8059\n2,35.8645,36.8059\r\n",
    "CR, CRLF and LF": b"id,lat,lon\r1,35.8645,36.8059\r\n2,35.8645,36.8059\n",
    "needless quotation marks": b'id,lat,lon\n"1","35.8645",36.8059\n',
    "blanks": b"id, lat , lon\n 1 , 35.8645,36.8059 \n",
    "a quoted cell of lines": b'lat,lon,note\n35.8645,36.8059,"a\r\nb ""c"", d\n\ne"\n',
    "marks within cells": b'note;lat;lon\n5" shell;35.8645;36.8059\nit"s;35.8645;36.8059\n',
    "primes without quotation": "1;lat;lon\nx;35°51'52\"N;36°48'21\"E\ny;35°51'52\"N;36°48'21\"\n".encode(),
    "a mark after a cell's end": b'note,lat,lon\n"a"b,35.8645,36.8059\n',
    "separators of lines in cells": "note,lat,lon\na\u2028b\u2029c\x85d\x0be,35.8645,36.8059\n".encode(),
    "Windows-1256": "رقم,الاسم,lat,lon\r\n1,سراقب,35.8645,36.8059\r\n".encode("cp1256"),
    "Windows-1252 with degrees": "nom;lat;lon\nD\xe9raa;35,8645\xb0;36,8059\xb0\n".encode("cp1252"),
    "bytes of no encoding": b"note,lat,lon\n\x81\x8d\xff\xfe,35.8645,36.8059\n",
    "a header with bytes of no encoding": b"\x9d\x81,lat,lon\nx,35.8645,36.8059\n",
    "NUL in a cell further down": b"note,lat,lon\n"
    + b"x,35.8645,36.8059\n" * 70_000
    + b"a\0b,35.8645,36.8059\n",
}


@pytest.mark.parametrize("form", KEPT)
def test_every_byte_stays_and_the_labels_stand_behind(tmp_path: Path, form: str) -> None:
    content = KEPT[form]
    made = labelled(tmp_path, content)
    delimiter = next(mark for mark in (b"|", b";", b"\t", b",") if mark in content)
    for cells in ([name.encode() for name in NEW], *([c.encode() for c in SARAQIB.split(",")],) * 70_001):
        added = delimiter + delimiter.join(cells)
        if added not in made:
            break
        made = made.replace(added, b"")
    assert made == content


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("first", ["", "sep=\t\r\n"])
def test_unicode_text_of_excel_stays_that(tmp_path: Path, encoding: str, first: str) -> None:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    mark = marks.get(encoding) or (codecs.BOM_UTF32_LE if encoding.endswith("le") else codecs.BOM_UTF32_BE)
    text = first + "id\tname\tlat\tlon{}\r\n1\tسراقب\t35,8645\t36,8059{}\r\n"
    made = labelled(tmp_path, mark + text.format("", "").encode(encoding))
    added = ["\t" + "\t".join(cells) for cells in (NEW, SARAQIB.split(","))]
    assert made == mark + text.format(*added).encode(encoding)
    back = labelled(tmp_path, mark + text.format("", "").encode(encoding), to="out.parquet")
    assert back
    assert pq.read_table(tmp_path / "out.parquet")["name"].to_pylist() == ["سراقب"]


def test_old_encodings_are_told_where_texts_are_taken_apart(tmp_path: Path) -> None:
    content = "الاسم,lat,lon\nسراقب,35.8645,36.8059\nيلدا,33.4,36.3\n".encode("cp1256")
    (tmp_path / "in.csv").write_bytes(content)
    report = label_file(tmp_path / "in.csv", tmp_path / "out.parquet", LABELLER)
    assert pq.read_table(tmp_path / "out.parquet").to_pydict()["الاسم"] == ["سراقب", "يلدا"]
    assert "read as Windows-1256" in str(report.note)
    (tmp_path / "in.csv").write_bytes("name,lat,lon\nسراقب يلدا,35.8,36.8\n".encode() + b"\xe9,1,2\n")
    with pytest.raises(LabelError, match="UTF-8 for the most part, and not at byte"):
        label_file(tmp_path / "in.csv", tmp_path / "out.parquet", LABELLER)
    for ending in ("csv", "parquet"):
        spoilt = codecs.BOM_UTF16_LE + "lat,lon\n35.8,36.8\n".encode("utf-16-le") + b"\0"
        (tmp_path / "in.csv").write_bytes(spoilt)
        with pytest.raises(LabelError, match=r"holds bytes that are no text in utf-16|truncated"):
            label_file(tmp_path / "in.csv", tmp_path / f"out.{ending}", LABELLER)
    (tmp_path / "in.csv").write_bytes("lat,lon\n".encode("utf-16-le"))
    with pytest.raises(LabelError, match="UTF-16 without its mark; save it as UTF-8"):
        label_file(tmp_path / "in.csv", tmp_path / "out.csv", LABELLER)


def test_a_table_that_quotes_all_its_header_gets_labels_in_quotation_marks(tmp_path: Path) -> None:
    made = labelled(tmp_path, '"id","lat","lon"\n1,35.8645,36.8059\n2,,\n').decode().splitlines()
    assert made[0].endswith(',"zone","extent"')
    assert made[1].endswith(',"idlib","whole"')
    assert made[2] == '2,,,"","","","",""'


HXL = [
    "name,lat,lon\n#loc+name,#geo+lat,#geo+lon\nSaraqib,35.8645,36.8059\n",
    "name,lat,lon\r\n#loc +name,#geo +lat,#geo +lon\r\nSaraqib,35.8645,36.8059\r\n",
    "name,lat,lon,x\n#loc+name,#geo+lat,#geo+lon,\nSaraqib,35.8645,36.8059,\n",
    'name,lat,lon\n"#loc+name","#geo+lat","#geo+lon"\nSaraqib,35.8645,36.8059\n',
    "الاسم,عرض,طول\n#loc+name,#geo+lat,#geo+lon\nSaraqib,35.8645,36.8059\n",
    "x,a,b,c\n,#loc+name,#geo+lat,#geo+lon\n,Saraqib,35.8645,36.8059\n",
    "name;lat;lon\n#loc+name;#geo+lat;#geo+lon\nSaraqib;35,8645;36,8059\n",
    "\ufeffname,lat,lon\n#loc+name,#geo+lat,#geo+lon\nSaraqib,35.8645,36.8059\n",
    "name,lat,lon\n\n#loc+name,#geo+lat,#geo+lon\nSaraqib,35.8645,36.8059\n",
    "NAME,LAT,LON\n#LOC+NAME,#GEO+LAT,#GEO+LON\nSaraqib,35.8645,36.8059\n",
    "sep=,\nname,lat,lon\n#loc+name,#geo+lat,#geo+lon\nSaraqib,35.8645,36.8059\n",
]


@pytest.mark.parametrize("text", HXL)
def test_a_row_of_hashtags_stays_and_tells_the_new_columns(tmp_path: Path, text: str) -> None:
    (tmp_path / "in.csv").write_bytes(text.encode())
    report = label_file(tmp_path / "in.csv", tmp_path / "out.csv", LABELLER)
    assert (report.rows, report.in_zones, report.misread, report.note) == (1, 1, 0, None)
    made = (tmp_path / "out.csv").read_bytes().decode().splitlines()
    (tags,) = [line for line in made if "#" in line]
    cells = re.split("[,;]", tags)
    assert cells[-5:] == [
        "#adm1+code+v_pcode", "#adm2+code+v_pcode", "#adm3+code+v_pcode", "#region+zone+code", "#region+zone+extent"
    ]  # fmt: skip
    assert [line for line in text.splitlines() if "#" in line][0] in tags  # noqa: RUF015
    assert label_file(tmp_path / "in.csv", tmp_path / "out.parquet", LABELLER).in_zones == 1


def test_hashtags_are_left_out_of_other_formats_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(HXL[0], encoding="utf-8")
    report = label_file(tmp_path / "in.csv", tmp_path / "out.parquet", LABELLER)
    assert report.note == "the row of HXL hashtags was left out"
    assert pq.read_table(tmp_path / "out.parquet")["lat"].to_pylist() == [35.8645]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "lat,lon\n35,8645,36,8059\n",
            r"line 2: Expected 2 columns, got 4; a cell that holds ',' needs quotation",
        ),
        ('a,lat,lon\n"x\ny",1,2\n1,2\n', "line 4: Expected 3 columns, got 2"),
        (
            'a,lat,lon\nx,35,36\n"open,35,36\nz,1,2\n',
            "line 3: a quotation mark opens there, and none closes it",
        ),
        ('a,lat,lon\nx"y,35,36\n"open,35,36\n', "line 3: a quotation mark opens there, and none closes it"),
        ('a;lat;lon\nx"y;35;36\nz;1;2;3\n', "line 3: Expected 3 columns, got 4"),
        ("sep=;\nx,y\n35.8,36.8\n", "no columns for longitude and latitude"),
        ("sep=؛\nlat؛lon\n35.8؛36.8\n", "expected one of"),
        ("\n\n\n", "is empty"),
        ("\ufeff", "is empty"),
        ("lat,lat,lon\n1,2,3\n", "lat and lat could be meant"),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LabelError, match=message):
        labelled(tmp_path, text)
    assert not (tmp_path / "out.csv").exists()


def test_overlapping_zones_as_rows_end_each_row(tmp_path: Path) -> None:
    made = labelled(tmp_path, "lat,lon\r\n35.8645,36.8059\r\n34.92667,36.73241", overlaps="rows")
    assert made.endswith(b"part\r\n")
    assert made.count(b"\r\n") == 3


CELL = st.text(alphabet="ab\",;\n\r\t' é\u2028#", max_size=6)


@pytest.mark.slow
@given(
    rows=st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=12),
    quoting=st.booleans(),
    seed=st.integers(8, 40),
)
@example(rows=[["", ""]], quoting=False, seed=9)
def test_blocks_of_any_length_give_pythons_rows(rows: list[list[str]], quoting: bool, seed: int) -> None:
    """Rows found many at once are those that Python's reader finds, their bytes all there, wherever a block ends."""
    out = io.StringIO()
    how = csv.QUOTE_ALL if quoting else csv.QUOTE_MINIMAL
    csv.writer(out, lineterminator="\r\n", quoting=how).writerows([*row, "1"] for row in rows)
    content = out.getvalue().encode()
    wanted = Wanted(columns=(0, 1, 2), width=3, delimiter=",")
    before, csv_records.BLOCK = csv_records.BLOCK, seed
    try:
        batches = list(records(io.BytesIO(content), wanted, line=1))
    finally:
        csv_records.BLOCK = before
    made = [row for batch in batches for row in batch.to_pylist()]
    assert b"".join(row["row"] + row["end"] for row in made) == content
    plain = [[*row, "1"] for row in rows]
    assert [[row[name].decode() for name in "012"] for row in made] == plain
    assert [row["line"] for row in made] == lines_of(content)


def lines_of(content: bytes) -> list[int]:
    """Return the line on which each row begins, as Python's reader counts them."""
    text = io.StringIO(content.decode("latin-1"), newline="")
    reader = csv.reader(text)
    begun, found = 1, []
    for cells in reader:
        if cells:
            found.append(begun)
        begun = reader.line_num + 1
    return found


@given(content=st.text(alphabet='ab",\n\r', max_size=60), block=st.integers(4, 30))
@example(content='"\na,b,\n\n', block=5)
def test_any_text_is_split_into_rows_without_loss_or_refused(content: str, block: int) -> None:
    wanted = Wanted(columns=(0,), width=2, delimiter=",")
    before, csv_records.BLOCK = csv_records.BLOCK, block
    try:
        made = [
            r for batch in records(io.BytesIO(content.encode()), wanted, line=1) for r in batch.to_pylist()
        ]
    except LabelError:
        return
    finally:
        csv_records.BLOCK = before
    assert b"".join(row["row"] + row["end"] for row in made) in {content.encode(), b""}
    if made:
        rows = [cells for cells in csv.reader(io.StringIO(content, newline="")) if cells]
        assert [row["0"].decode() for row in made] == [cells[0] for cells in rows]
