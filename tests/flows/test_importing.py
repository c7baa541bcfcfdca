"""The register from the command line, as the steward meets it on the server."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.runtime import tables
from storage.database import Database
from storage.files import Lock
from tests.flows.test_command_line import Linli, folder, linli
from tests.lists import HEADINGS, workbook

__all__ = ["folder", "linli"]

LIST = workbook(HEADINGS, ("3栋", "2单元", "501", 89.5, "王芳、=李强"), ("", "", "502", "", ""))
BAD = workbook(HEADINGS, *[("3栋", "2单元", str(1000 + nth), "约90", "") for nth in range(60)])


@pytest.fixture
def ready(folder: Path, linli: Linli) -> Path:
    linli("init")
    (folder / "名单.xlsx").write_bytes(LIST)
    (folder / "bad.xlsx").write_bytes(BAD)
    return folder


def homes(folder: Path) -> int:
    async def count(read: object) -> int:
        value = await read.sql.value("SELECT count(*) FROM places WHERE kind = 'dwelling'")  # type: ignore[attr-defined]  # Read
        return int(value)

    return asyncio.run(Database.glance(folder / "linli.db", count))


def test_a_list_is_shown_asked_about_and_applied(ready: Path, linli: Linli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: "是")

    status, said = linli("import", "名单.xlsx")

    assert status == 0 and homes(ready) == 2
    assert said.splitlines()[:4] == [
        "正在看 名单.xlsx…",
        "看过了，2户。正在和登记册比较…",
        "看过了，2户。会这样改：",
        "  ➕ 新的房屋：2户（3栋2单元501、3栋2单元502）",
    ]
    assert said.endswith("正在改…\n改好了：2户。\n") and "王芳" not in said


BUILDINGS = "3栋 2个单元 18层 每层4户\n4栋 2个单元 6层 每层2户\n"


def test_lines_that_describe_buildings_are_built_after_a_look(
    ready: Path, linli: Linli, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ready / "楼.txt").write_text(BUILDINGS, encoding="gb18030")
    monkeypatch.setattr("builtins.input", lambda prompt: "是")

    status, said = linli("import", "楼.txt")

    assert status == 0 and homes(ready) == 144 + 24
    assert said.splitlines()[:3] == [
        "要建的是：",
        "  3栋 · 2个单元 · 1到18层 · 每层4户 · 共144户",
        "  4栋 · 2个单元 · 1到6层 · 每层2户 · 共24户",
    ]
    assert "建好了。" in said and "168" in said
    assert linli("import", "--yes", "楼.txt")[0] == 0 and homes(ready) == 168  # what is there stays


def test_a_neighbours_group_is_built_from_a_file_too(ready: Path, linli: Linli) -> None:
    (ready / "楼.txt").write_text(BUILDINGS, encoding="utf-8")
    linli("import", "--yes", "楼.txt")
    (ready / "组.txt").write_text("邻里组 春风组：3-1-101, 4-2-202\n5栋 6层 每层2户", encoding="utf-8")

    assert linli("import", "--yes", "组.txt")[0] == 0

    async def group(read: Any) -> list[int]:
        [(number,)] = await read.sql.rows("SELECT id FROM places WHERE kind = 'neighbours'")
        return [home.id for home in await read.places.dwellings_in(number)]

    assert len(asyncio.run(Database.glance(ready / "linli.db", group))) == 2


def test_lines_that_describe_buildings_change_nothing_without_a_yes(
    ready: Path, linli: Linli, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ready / "楼.txt").write_text(BUILDINGS, encoding="utf-8")
    monkeypatch.setattr("builtins.input", lambda prompt: "no")

    assert linli("import", "楼.txt")[0] == 1
    assert linli("import", "--dry-run", "楼.txt")[0] == 0
    assert homes(ready) == 0


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("3栋 2单元 18层 每层4户", "“2单元”有两个意思：一共2个单元，写“2个单元”；只有第2个，写“第2单元”。"),
        ("3栋 2个单元 18层 每层4户\n不知道", "这一行我没看懂"),
        ("3栋 6层 每层2户\n邻里组 春风组：9-1-101", "“春风组”里写的门牌，我没有全找到。"),
    ],
)
def test_lines_that_are_not_clear_build_nothing(ready: Path, linli: Linli, lines: str, said: str) -> None:
    (ready / "楼.txt").write_text(lines, encoding="utf-8")

    status, answer = linli("import", "--yes", "楼.txt")

    assert status == 1 and said in answer
    assert homes(ready) == 0


def test_buildings_wait_while_linli_runs(ready: Path, linli: Linli) -> None:
    (ready / "楼.txt").write_text(BUILDINGS, encoding="utf-8")
    lock = Lock.take(ready / "linli.db")
    try:
        status, said = linli("import", "--yes", "楼.txt")
    finally:
        lock.release()

    assert status == 1 and "机器人" in said and homes(ready) == 0


def test_without_a_yes_nothing_is_changed(ready: Path, linli: Linli, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in ("", "no", "不"):
        monkeypatch.setattr("builtins.input", lambda prompt, said=answer: said)
        status, said = linli("import", "名单.xlsx")
        assert status == 1 and said.endswith("没有改。\n")

    def nobody(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert linli("import", "名单.xlsx", lang="en_GB.UTF-8")[1].endswith("Nothing was changed.\n")
    assert homes(ready) == 0


def test_a_dry_run_only_looks_even_while_linli_runs(ready: Path, linli: Linli) -> None:
    lock = Lock.take(ready / "linli.db")
    try:
        status, said = linli("import", "名单.xlsx", "--dry-run")
    finally:
        lock.release()

    assert status == 0 and said.endswith("只是看看，没有改。\n") and homes(ready) == 0


@pytest.mark.parametrize(
    ("lang", "ways"),
    [
        ("zh_CN.UTF-8", ("私聊发给机器人", "停一分钟")),
        ("en_GB.UTF-8", ("send the spreadsheet to the bot", "for a minute")),
    ],
)
def test_while_linli_runs_the_two_ways_on_are_named(
    ready: Path, linli: Linli, lang: str, ways: tuple[str, str]
) -> None:
    lock = Lock.take(ready / "linli.db")
    try:
        status, said = linli("import", "名单.xlsx", "--yes", lang=lang)
    finally:
        lock.release()

    assert status == 1 and all(way in said for way in ways)


def test_every_problem_is_named_fifty_are_shown_and_nothing_is_changed(ready: Path, linli: Linli) -> None:
    status, said = linli("import", "bad.xlsx", "--yes")

    assert status == 1 and homes(ready) == 0
    assert "有60处要改，我什么都没动" in said
    assert said.count("面积写数字，比如 89.5") == 50 and "还有10处，改完这些再看。" in said
    assert "“名单”第2行D列（面积）“约90”：面积写数字，比如 89.5" in said


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (("import", "no.xlsx"), "没有这个文件：no.xlsx", "There is no file no.xlsx"),
        (("import", "config.toml"), "没找到表头", "I found no headings"),
        (("import",), "还差“file”", "file"),
    ],
)
def test_what_cannot_be_imported_is_said_in_a_sentence(
    ready: Path, linli: Linli, words: tuple[str, ...], zh: str, en: str
) -> None:
    for lang, expected in (("zh_CN.UTF-8", zh), ("en_GB.UTF-8", en)):
        status, said = linli(*words, lang=lang)
        assert status in (1, 2) and expected in said and "Traceback" not in said


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_GB.UTF-8"])
def test_what_is_exported_is_imported_without_a_difference(ready: Path, linli: Linli, lang: str) -> None:
    linli("import", "名单.xlsx", "--yes")

    assert linli("export-register", "out.xlsx", lang=lang)[0] == 0
    status, said = linli("import", "out.xlsx", "--yes", lang=lang)

    assert status == 0 and ("和登记册一样" in said or "the same as in the register" in said)
    [sheet, _] = tables.read((ready / "out.xlsx").read_bytes(), "out.xlsx")
    assert sheet.rows[1] == ("3栋", "2单元", "501", "89.5", f"'=李强{'; ' if lang.startswith('en') else '、'}王芳")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in sheet.rows for cell in row) and sheet.odd == {}
    assert (ready / "out.xlsx").stat().st_mode & 0o777 == 0o600


def test_files_that_are_there_are_never_written_over(ready: Path, linli: Linli) -> None:
    assert linli("register-template")[0] == 0
    before = (ready / "登记册-空白.xlsx").read_bytes()

    status, said = linli("register-template")
    exported = linli("export-register", "名单.xlsx")

    assert status == exported[0] == 1 and "已经有了，我没有动它" in said
    assert (ready / "登记册-空白.xlsx").read_bytes() == before
    assert (ready / "名单.xlsx").read_bytes() == LIST


def test_the_empty_sheet_is_read_back_as_empty(ready: Path, linli: Linli) -> None:
    linli("register-template", "t.xlsx", lang="en_GB.UTF-8")

    status, said = linli("import", "t.xlsx", lang="en_GB.UTF-8")

    assert status == 1 and "There is nothing below the headings." in said


def test_a_database_of_before_is_not_glanced_at(ready: Path, linli: Linli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.newest_version", lambda: 99)

    status, said = linli("export-register", "out.xlsx")

    assert status == 1 and "程序更新" in said and not (ready / "out.xlsx").exists()
