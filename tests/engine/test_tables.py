"""Foreign files: read by a child with little to lose, or refused with a reason; never an exception, never for long."""

from __future__ import annotations

import io
import os
import struct
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import register
from bot.domain.rules import RuleError
from bot.i18n import LANGUAGES, words
from bot.runtime import tables
from bot.runtime.tables import child
from tests.lists import HEADINGS, workbook

ROW = ("3栋", "2单元", 501, 89.5, "王芳")
TEXT = ("楼栋", "单元", "房号"), ("3栋", "2单元", "501"), ("4号楼", "一单元", "０１０１")


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_part(book: bytes, name: str, change: Any) -> bytes:
    """The same workbook with one part changed, or added."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    return packed(parts)


def refusal(content: bytes, name: str = "名单.xlsx") -> str:
    with pytest.raises(RuleError) as refused:
        tables.read(content, name)
    for lang in LANGUAGES:
        assert words(lang)(refused.value.code, **refused.value.details)
    return refused.value.code.removeprefix("table-")


def joined(separator: str) -> str:
    return "\r\n".join(separator.join(row) for row in TEXT) + "\r\n"


# what is read


def test_a_workbook_is_read_as_text_with_its_row_numbers_and_merged_cells() -> None:
    [sheet] = tables.read(
        workbook(HEADINGS, ROW, ("", "", 502.0), (), ("=", None, "五零三"), merge=["A2:A3"]), "a.xlsx"
    )

    assert sheet.name == "名单"
    assert sheet.rows[1:3] == (("3栋", "2单元", "501", "89.5", "王芳"), ("", "", "502"))
    assert sheet.numbers == (1, 2, 3, 4, 5) and sheet.merged == ((2, 0, 3, 0),)


def test_formulas_dates_and_errors_are_told_by_their_cell() -> None:
    book = workbook(HEADINGS, ("3栋", date(2026, 3, 2), "=A1", True), ("#REF!",))

    [sheet] = tables.read(book, "a.xlsx")

    assert sheet.odd == {(2, 1): "date", (2, 2): "formula", (2, 3): "bool", (3, 0): "error"}
    assert {one.code for one in register.read([sheet]).problems} >= {
        "cell-formula",
        "cell-date",
        "cell-bool",
        "cell-error",
    }


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_is_read_in_every_usual_encoding_and_with_every_usual_separator(separator: str, encoding: str) -> None:
    [sheet] = tables.read(joined(separator).encode(encoding), "名单.csv")

    assert sheet.rows == TEXT
    assert [line.path for line in register.read([sheet]).lines][1][-1] == ("dwelling", "101")


def test_a_quoted_cell_may_hold_separators_and_line_breaks() -> None:
    [sheet] = tables.read('房号,业主\n501,"王芳, 李强\n赵敏"\n'.encode(), "a.csv")

    assert register.read([sheet]).lines[0].owners == ("王芳", "李强", "赵敏")


def test_a_sheet_that_claims_to_be_endless_is_read_to_where_it_ends() -> None:
    book = with_part(
        workbook(HEADINGS, ROW),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"'),
    )

    [sheet] = tables.read(book, "a.xlsx")

    assert len(sheet.rows) == 2


def test_hidden_sheets_are_not_read() -> None:
    book = with_part(
        workbook(HEADINGS, ROW), "xl/workbook.xml", lambda xml: xml.replace(b'state="visible"', b'state="hidden"')
    )

    assert tables.read(book, "a.xlsx") == []


def test_spreadsheets_are_opened_with_defused_xml_only() -> None:
    import openpyxl

    assert openpyxl.DEFUSEDXML


# what is refused


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(10)
) + b"]>"  # fmt: skip


def laughing(xml: bytes) -> bytes:
    """The part with a billion laughs before it and one of them in it."""
    head, mark, rest = xml.rpartition(b"?>")
    return head + mark + ENTITIES + rest.replace("王芳".encode(), b"&k;")


def _sheet_of(columns: int, rows: int) -> bytes:
    return workbook(HEADINGS, *[tuple("1" for _ in range(columns))] * rows)


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.xlsx", "empty"),
        (b"PK\x03\x04 cut off", "a.xlsx", "broken"),
        (packed({"xl/workbook.xml": b"<nonsense"}), "a.xlsx", "broken"),
        (packed({"xl/workbook.xml": b"0" * 400_000_00}), "a.xlsx", "bomb"),
        (packed({f"xl/{n}": b"" for n in range(1001)}), "a.xlsx", "bomb"),
        (with_part(workbook(HEADINGS, ROW), "xl/vbaProject.bin", lambda _: b"x"), "a.xlsm", "macros"),
        (with_part(workbook(HEADINGS, ROW), "xl/macrosheets/sheet1.xml", lambda _: b"x"), "a.xlsx", "macros"),
        (child.OLE + bytes(600), "名单.xls", "old-xls"),
        (child.OLE + bytes(600), "名单.et", "wps"),
        (child.OLE + bytes(600) + child.ENCRYPTED, "名单.xlsx", "encrypted"),
        (packed({"xl/workbook.bin": b"x"}), "a.xlsb", "old-xls"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "a.xls", "old-xls"),
        (b'<?xml version="1.0"?><Workbook/>', "a.xml", "old-xls"),
        (packed({"Index/Document.iwa": b"x"}), "名单.numbers", "numbers"),
        (packed({"mimetype": b"x", "content.xml": b"x"}), "a.ods", "opendocument"),
        (packed({"word/document.xml": b"x"}), "a.docx", "document"),
        (packed({"名单.xlsx": b"x"}), "a.zip", "archive"),
        (b"Rar!\x1a\x07", "a.rar", "archive"),
        (b"%PDF-1.7", "名单.pdf", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "名单.png", "picture"),
        (b"\xff\xd8\xff\xe0", "名单.jpg", "picture"),
        (b"\x00\x00\x00\x18ftypheic", "名单.heic", "picture"),
        (bytes(range(256)) * 4, "a.csv", "no-table"),
        (b"\xff\xff\xff\xff,", "a.csv", "no-table"),
        (b"1,2\n" * 20_001, "a.csv", "too-long"),
        (b"1" + b",1" * 60, "a.csv", "too-wide"),
        (_sheet_of(51, 1), "a.xlsx", "too-wide"),
        (b'a,"' + b"x" * 200_000, "a.csv", "broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_that_should_not_be_opened_is_refused_with_its_reason(content: bytes, name: str, reason: str) -> None:
    assert refusal(content, name) == reason


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_billion_laughs_are_refused_wherever_they_stand(part: str) -> None:
    assert refusal(with_part(workbook(HEADINGS, ROW), part, laughing)) == "bomb"


def test_a_zip_with_a_password_is_refused() -> None:
    plain = bytearray(packed({"xl/workbook.xml": b"x"}))
    at = plain.rindex(b"PK\x01\x02")
    plain[at + 8 : at + 10] = struct.pack("<H", 1)

    assert refusal(bytes(plain)) == "encrypted"


def test_a_bomb_that_lies_about_its_size_meets_the_childs_limits() -> None:
    """The list of contents says 1,000 bytes, the part holds two hundred million."""
    book = bytearray(
        with_part(workbook(HEADINGS, ROW), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 100_000_000)
    )
    at = book.rindex(b"xl/worksheets/sheet1.xml") - 46
    book[at + 24 : at + 28] = struct.pack("<I", 1000)

    assert refusal(bytes(book)) in ("broken", "too-slow", "bomb")


def test_a_file_of_two_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    began = time.monotonic()
    with pytest.raises(RuleError, match="table-too-big"):
        tables.read_file(path)
    assert time.monotonic() - began < 1


def test_a_child_that_takes_too_long_or_dies_is_a_refusal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hangs, dies = tmp_path / "hangs.py", tmp_path / "dies.py"
    hangs.write_text("import time; time.sleep(60)")
    dies.write_text("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    monkeypatch.setattr(tables, "PATIENCE", 0.5)

    for script in (hangs, dies):
        monkeypatch.setattr(tables, "CHILD", script)
        assert refusal(b"1,2") == "too-slow"


def test_the_child_has_no_environment_no_files_to_write_and_little_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "tells.py"
    script.write_text(
        f"""
import json, os, runpy, sys
limited = runpy.run_path({str(tables.CHILD)!r})
limited["limit"]()
rows = [["环境", ",".join(sorted(name for name in os.environ if name != "LC_CTYPE"))]]
try:
    os.write(os.open({str(tmp_path / "written")!r}, os.O_CREAT | os.O_WRONLY), b"x")
    rows.append(["wrote", ""])
except OSError:
    rows.append(["could not write", ""])
try:
    bytes(2_000_000_000)
except MemoryError:
    rows.append(["no memory", ""])
print(json.dumps({{"sheets": [{{"name": "", "rows": rows, "numbers": [1, 2, 3], "odd": [], "merged": []}}]}}))
"""
    )
    monkeypatch.setenv("LINLI_TOKEN", "secret")
    monkeypatch.setattr(tables, "CHILD", script)

    [sheet] = tables.read(b"x", "a.csv")

    assert sheet.rows == (("环境", ""), ("could not write", ""), ("no memory", ""))
    assert "LINLI_TOKEN" in os.environ


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(str.encode),
        st.binary(max_size=60).map(lambda junk: workbook(HEADINGS, ROW)[:-60] + junk),
        st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=8)).map(
            lambda patch: (
                workbook(HEADINGS, ROW)[: patch[0]] + patch[1] + workbook(HEADINGS, ROW)[patch[0] + len(patch[1]) :]
            )
        ),
    )
)
def test_whatever_bytes_come_only_a_refusal_or_a_table_comes_out(content: bytes) -> None:
    """In this process: the same code that the child runs, without its limits."""
    try:
        found = child.sheets(content, ".xlsx")
    except child.Refused as refused:
        assert all(words(lang).has(f"table-{refused.code}") for lang in LANGUAGES)
    except Exception as error:  # what the child's main answers with "broken"
        assert content.startswith(b"PK"), error
    else:
        assert all({"name", "rows", "numbers", "odd", "merged"} <= one.keys() for one in found)
