"""`linli check`: what is well, what is not, and what to do next."""

from __future__ import annotations

import dataclasses
import os
import threading
import time
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from telegram import Bot

from bot.i18n import words
from bot.playground.server import acts
from bot.playground.server.state import BOT
from bot.runtime import checks, transport
from storage import files
from tests.house import House


@pytest.fixture
def check(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """The house, whose check goes to its own Telegram, where no answer has a date."""

    def silent(*_: object, **__: object) -> httpx.Response:
        raise httpx.ConnectError("no clock here")

    monkeypatch.setattr(transport, "wires", lambda _: (house.wire(), house.wire()))
    monkeypatch.setattr(httpx, "head", silent)
    return house


async def found(house: House) -> dict[str, bool]:
    """What was found, in Chinese, and whether it is well."""
    findings = await checks.findings(house.plan)
    return {words("zh")(f"check-{finding.what}", **finding.details): finding.well for finding in findings}


async def test_a_group_where_the_bot_may_do_everything_is_well(check: House) -> None:
    await check.bind_group()

    seen = await found(check)

    assert seen["群“锦江苑”：置顶、删消息、邀请人都可以"] is True
    assert any("隐私模式开着" in line and well for line, well in seen.items())


async def test_each_missing_right_is_named(check: House) -> None:
    await check.bind_group()
    acts.promote(check.world, BOT, check.world.chats[check.group], True, ["pin_messages"])
    await check.settles()

    seen = await found(check)

    assert seen["群“锦江苑”：不能删消息"] is False and seen["群“锦江苑”：不能邀请人"] is False
    assert "群“锦江苑”：不能置顶" not in seen


async def test_a_plain_member_lacks_all_three(check: House) -> None:
    await check.bind_group()
    check.world.member_changed(check.world.chats[check.group], BOT, "member", by=BOT)
    await check.settles()

    assert [line for line, well in (await found(check)).items() if "不能" in line and not well] == [
        "群“锦江苑”：不能置顶", "群“锦江苑”：不能删消息", "群“锦江苑”：不能邀请人",
    ]  # fmt: skip


async def test_a_group_that_removed_the_bot_is_named(check: House) -> None:
    await check.bind_group()
    check.world.member_changed(check.world.chats[check.group], BOT, "kicked", by=BOT)
    await check.settles()

    assert (await found(check))["机器人不在群“锦江苑”里了"] is False


async def test_a_group_with_topics_is_named_once(check: House) -> None:
    await check.bind_group()
    await check.db.whole(lambda tx: tx.rooms.open(check.group, 7, "报修"))

    assert len([line for line in await found(check) if "群“" in line]) == 1


async def test_a_snapshot_of_a_night_before_last_is_too_old(check: House) -> None:
    made = files.snapshot(check.database, check.plan.backups / "linli-2026-11-27-0330.db")
    assert (await found(check))["备份：1 份，最近的是 0 小时前"] is True

    old = time.time() - 37 * 3600
    os.utime(made, (old, old))
    assert (await found(check))["备份：1 份，最近的是 37 小时前"] is False


class Clock(BaseHTTPRequestHandler):
    ahead = 0.0

    def do_HEAD(self) -> None:
        self.send_response_only(302)
        self.send_header("Date", formatdate(time.time() + self.ahead, usegmt=True))
        self.end_headers()


@pytest.fixture
def clock() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Clock)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("ahead", "said", "well"),
    [(0, "时钟准", True), (-25, "时钟准", True), (90, "时钟差了", False), (-3600, "时钟差了", False)],
)
def test_the_clock_is_compared_with_telegrams(
    ahead: int, said: str, well: bool, clock: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clock, "ahead", ahead)

    [finding] = checks._clock(dataclasses.replace(House(tmp_path).plan, base_url=clock))

    assert finding.well is well
    assert words("zh")(f"check-{finding.what}", **finding.details).startswith(said)


def test_an_answer_without_a_date_says_nothing_of_the_clock(tmp_path: Path) -> None:
    assert checks._clock(dataclasses.replace(House(tmp_path).plan, base_url="http://127.0.0.1:9")) == []


async def test_privacy_mode_is_told_as_it_stands(check: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("隐私模式开着" in line for line in await found(check))
    real = Bot.get_me

    async def hears(self: Bot, *args: object, **more: object) -> object:
        me = await real(self)
        with me._unfrozen():
            me.can_read_all_group_messages = True
        return me

    monkeypatch.setattr(Bot, "get_me", hears)
    assert any("隐私模式关着" in line and well for line, well in (await found(check)).items())


async def test_a_token_that_telegram_does_not_know_is_named(check: House) -> None:
    plan = dataclasses.replace(check.plan, token="1000000002:other")

    [first, *_] = await checks.findings(plan)

    assert (first.what, first.well) == ("token", False)


async def test_a_disk_that_is_nearly_full_is_named(check: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [well for line, well in (await found(check)).items() if "磁盘" in line] == [True]

    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=400_000_000))

    assert (await found(check))["磁盘还剩 400 MB"] is False
