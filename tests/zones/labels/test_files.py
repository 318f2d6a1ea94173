import bz2
import csv
import gzip
import json

import geopandas as gpd
import numpy as np
import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
feather = pytest.importorskip("pyarrow.feather")

from zones.labels.files import label_file  # noqa: E402 - needs pyarrow

FORMATS = ["csv", "csv.gz", "csv.bz2", "csv.zst", "tsv", "parquet", "arrow", "feather", "arrows"]
NEW = ["governorate", "subdistrict", "zone", "extent"]


def events(points):
    lon, lat = points
    notes = [
        f'said "no, never" on\nday {k}; then left' if k % 7 == 0 else f"بلدة {k}" for k in range(len(lon))
    ]
    finite = np.isfinite(lon) & np.isfinite(lat)
    return pa.table(
        {
            "event_id": [f"{k:07}" for k in range(len(lon))],
            "latitude": pa.array(lat, mask=~finite),
            "longitude": pa.array(lon, mask=~finite),
            "notes": notes,
            "fatalities": np.arange(len(lon)) % 9,
        },
        metadata={"made by": "hand"},
    )


def write(table, path):
    name = path.name
    if name.endswith("parquet"):
        pq.write_table(table, path, row_group_size=1_000)
    elif name.endswith("arrows"):
        with pa.ipc.new_stream(path, table.schema) as file:
            file.write_table(table)
    elif name.endswith(("arrow", "feather")):
        feather.write_feather(table, path)
    else:
        opened = {"gz": gzip.open, "bz2": bz2.open}.get(path.suffix[1:])
        if path.suffix == ".zst":
            text = path.with_name("plain.csv")
            write(table, text)
            with pa.output_stream(path, compression="zstd") as file:
                file.write(text.read_bytes())
            text.unlink()
            return
        with (opened or open)(path, "wt", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, delimiter="\t" if "tsv" in name else ",", lineterminator="\n")
            rows.writerow(table.column_names)
            rows.writerows(["" if v is None else v for v in row.values()] for row in table.to_pylist())


def read(path):
    """Any file as plain columns of text."""
    name = path.name
    if name.endswith("parquet"):
        table = pq.read_table(path)
    elif name.endswith(("arrow", "feather", "arrows")):
        with pa.OSFile(str(path)) as file:
            opener = pa.ipc.open_stream if name.endswith("arrows") else pa.ipc.open_file
            table = opener(file).read_all()
    else:
        with pa.input_stream(path, compression="detect") as file:
            text = file.read().decode().splitlines(keepends=True)
        header, *rows = csv.reader(text, delimiter="\t" if "tsv" in name else ",")
        return {h: list(column) for h, column in zip(header, zip(*rows, strict=True), strict=True)}
    return {name: [plain(value) for value in column] for name, column in table.to_pydict().items()}


def plain(value):
    return ";".join(value) if isinstance(value, list) else "" if value is None else str(value)


def expected(labeller, table, overlaps=None):
    lon, lat = (table[name].to_numpy() for name in ("longitude", "latitude"))
    labels = labeller.label(lon, lat)
    columns = [labels.unit_column("governorate"), labels.unit_column("subdistrict")]
    columns += [labels.zone_column(), labels.extent_column()]
    got = {n: ["" if t is None else t for t in c.texts()] for n, c in zip(NEW, columns, strict=True)}
    if overlaps == "list":
        got["zone"] = [";".join(z for z, _ in labels.zones_of(k)) for k in range(len(labels))]
        got["extent"] = [";".join(e for _, e in labels.zones_of(k)) for k in range(len(labels))]
    return got


def only_target(folder, *names):
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(names)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_keeps_its_rows_and_columns_and_gains_labels(tmp_path, apart, points, ending):
    table, source, target = events(points), tmp_path / f"in.{ending}", tmp_path / f"out.{ending}"
    write(table, source)
    seen = []
    report = label_file(source, target, apart, progress=lambda rows, share: seen.append((rows, share)))
    assert (report.rows, report.rows_written, report.lon, report.lat) == (
        3_000,
        3_000,
        "longitude",
        "latitude",
    )
    before, after = read(source), read(target)
    assert list(after) == [*before, *NEW]
    assert {name: after[name] for name in before} == before
    assert {name: after[name] for name in NEW} == expected(apart, table)
    assert seen[-1][0] == 3_000
    assert all(0 <= share <= 1 for _, share in seen)
    only_target(tmp_path, source.name, target.name)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_rows_make_the_same_bytes(tmp_path, apart, points, ending):
    write(events(points), tmp_path / f"in.{ending}")
    for name in ("a", "b"):
        label_file(tmp_path / f"in.{ending}", tmp_path / f"{name}.{ending}", apart)
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


@pytest.mark.parametrize(
    ("source", "target"), [("csv", "parquet"), ("parquet", "csv"), ("csv.gz", "arrow"), ("arrow", "parquet")]
)
def test_from_one_format_to_another(tmp_path, apart, points, source, target):
    table = events(points)
    write(table, tmp_path / f"in.{source}")
    label_file(tmp_path / f"in.{source}", tmp_path / f"out.{target}", apart)
    after = read(tmp_path / f"out.{target}")
    assert after["notes"] == table["notes"].to_pylist()
    assert {name: after[name] for name in NEW} == expected(apart, table)


@pytest.mark.parametrize("ending", ["csv", "parquet", "arrow"])
def test_zones_that_overlap(tmp_path, crossing, points, ending):
    table = events(points)
    source = tmp_path / f"in.{ending}"
    write(table, source)
    label_file(source, tmp_path / f"list.{ending}", crossing)
    assert {n: read(tmp_path / f"list.{ending}")[n] for n in NEW} == expected(crossing, table, "list")
    label_file(source, tmp_path / f"first.{ending}", crossing, overlaps="first")
    assert {n: read(tmp_path / f"first.{ending}")[n] for n in NEW} == expected(crossing, table)
    report = label_file(source, tmp_path / f"rows.{ending}", crossing, overlaps="rows")
    rows = read(tmp_path / f"rows.{ending}")
    assert report.rows == 3_000 < report.rows_written == len(rows["zone"])
    assert list(dict.fromkeys(rows["event_id"])) == table["event_id"].to_pylist()


def test_counts_what_it_could_not_place(tmp_path, apart, points):
    write(events(points), tmp_path / "in.parquet")
    report = label_file(tmp_path / "in.parquet", tmp_path / "out.parquet", apart)
    lon, lat = points
    units, valid = apart.label(lon, lat).units, (np.abs(lon) <= 180) & (np.abs(lat) <= 90)
    assert report.no_position == np.count_nonzero(~valid) == 5
    assert report.outside == np.count_nonzero(valid & (units < 0))
    assert report.in_zones == np.count_nonzero(apart.label(lon, lat).groups)
    assert report.note is None


def test_says_when_longitude_and_latitude_look_exchanged(tmp_path, apart):
    (tmp_path / "in.csv").write_text("lon,lat\n35,38\n35.5,39\n")
    report = label_file(tmp_path / "in.csv", tmp_path / "out.csv", apart)
    assert "exchanged" in report.note
    (tmp_path / "in.csv").write_text("lon,lat\n,38\n,39\n")
    assert "no row has a position" in label_file(tmp_path / "in.csv", tmp_path / "out.csv", apart).note


def test_csv_values_stay_as_they_were_written(tmp_path, apart):
    text = (
        "\ufeffid;Latitude;Longitude;note\n"
        '007;35.10;38.0500;"a;b"\n'
        '1e3; 35.2 ;38.1;"said ""x"""\n'
        ";not known;38.1;\n"
        "+5;3.52e1;38.2;TRUE\n"
    )
    source = tmp_path / "in.csv"
    source.write_bytes(text.encode().replace(b"\n", b"\r\n") + b"latin;35;38;caf\xe9\r\n")
    report = label_file(source, tmp_path / "out.csv", apart)
    assert (report.rows, report.no_position) == (5, 1)
    lines = (tmp_path / "out.csv").read_bytes().split(b"\n")
    assert lines[0] == b"\xef\xbb\xbfid;Latitude;Longitude;note;governorate;subdistrict;zone;extent\r"
    for line, given in zip(lines[1:5], text.split("\n")[1:], strict=False):
        assert line.startswith(given.encode() + b";")
        assert line.endswith(b"\r")
    assert lines[5].startswith(b"latin;35;38;caf\xe9;SY")
    assert report.misread == 1
    assert report.examples[0].startswith("line 4, column Latitude: 'not known' (")


@pytest.mark.slow
def test_a_csv_column_that_turns_from_numbers_to_words_is_taken_as_text(tmp_path, apart, caplog):
    rows = [f"{k},38.{k % 10},35.5,{'x' * 40}" for k in range(200_000)]
    (tmp_path / "in.csv").write_text("\n".join(["id,lon,lat,note", *rows, "last,38.5,35.5,"]))
    report = label_file(tmp_path / "in.csv", tmp_path / "out.parquet", apart)
    assert "taken as text" in caplog.text
    after = pq.read_table(tmp_path / "out.parquet")
    assert after["id"].to_pylist()[-2:] == ["199999", "last"]
    assert after["subdistrict"].null_count == report.outside == report.no_position == 0
    only_target(tmp_path, "in.csv", "out.parquet")


def test_geoparquet_points_and_metadata(tmp_path, apart, points):
    lon, lat = (values[100:] for values in points)
    frame = gpd.GeoDataFrame({"id": range(len(lon))}, geometry=gpd.points_from_xy(lon, lat), crs=4326)
    frame.loc[3, "geometry"] = None
    wanted = apart.label(lon, lat).unit_column("subdistrict").texts().tolist()
    wanted[3] = None
    for encoding in ("WKB", "geoarrow"):
        frame.to_parquet(tmp_path / "in.parquet", geometry_encoding=encoding)
        report = label_file(tmp_path / "in.parquet", tmp_path / "out.parquet", apart)
        assert (report.lon, report.lat, report.no_position) == ("geometry", None, 1)
        back = gpd.read_parquet(tmp_path / "out.parquet")
        assert back["subdistrict"].astype(object).where(back["subdistrict"].notna(), None).tolist() == wanted
        assert back.drop(columns=NEW).equals(frame)
        geo = [pq.read_schema(tmp_path / f"{n}.parquet").metadata[b"geo"] for n in ("in", "out")]
        assert json.loads(geo[0]) == json.loads(geo[1])
    frame.drop(index=3).to_parquet(tmp_path / "in.parquet")
    label_file(tmp_path / "in.parquet", tmp_path / "out.parquet", apart)
    assert gpd.read_parquet(tmp_path / "out.parquet")["subdistrict"].tolist()[:3] == wanted[:3]


def test_schema_metadata_and_types_stay(tmp_path, apart):
    schema = pa.schema(
        [
            pa.field("lon", pa.float32(), metadata={"unit": "degree"}),
            pa.field("lat", pa.decimal128(9, 4)),
            pa.field("when", pa.timestamp("us", tz="Asia/Damascus")),
            pa.field("tags", pa.list_(pa.string())),
            pa.field("kind", pa.dictionary(pa.int8(), pa.string())),
        ],
        metadata={"licence": "CC BY 4.0"},
    )
    table = pa.table([[38.5], ["35.25"], [0], [["a"]], ["b"]], names=schema.names)
    table = table.set_column(1, "lat", pa.array(["35.25"]).cast(pa.decimal128(9, 4))).cast(schema)
    for ending, codec in (("parquet", "zstd"), ("arrow", None)):
        source, target = tmp_path / f"in.{ending}", tmp_path / f"out.{ending}"
        pq.write_table(table, source, compression=codec) if codec else feather.write_feather(table, source)
        label_file(source, target, apart)
        after = pq.read_table(target) if codec else feather.read_table(target)
        assert after.select(schema.names).equals(table)
        assert after.schema.metadata[b"licence"] == b"CC BY 4.0"
        assert after.schema.field("lon").metadata[b"unit"] == b"degree"
        if codec:
            assert pq.read_metadata(target).row_group(0).column(0).compression == "ZSTD"


@pytest.mark.parametrize("ending", ["parquet", "arrow", "csv"])
def test_a_file_without_rows(tmp_path, crossing, ending):
    source, target = tmp_path / f"in.{ending}", tmp_path / f"out.{ending}"
    write(pa.table({"lon": pa.array([], pa.float64()), "lat": pa.array([], pa.float64())}), source)
    assert label_file(source, target, crossing).rows == 0
    assert target.exists()
