"""How much a bot may send."""

import pytest

from bot.playground.server.errors import Refusal
from bot.playground.server.limits import Limits
from tests.playground.conftest import Refused, Town


class Time:
    now = 1000.0


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> type[Time]:
    Time.now = 1000.0
    monkeypatch.setattr("bot.playground.server.limits.time.monotonic", lambda: Time.now)
    return Time


def refused_after(limits: Limits, chats: list[int]) -> tuple[int, int]:
    for taken, chat in enumerate(chats):
        try:
            limits.take(chat)
        except Refusal as refusal:
            return taken, refusal.parameters["retry_after"]
    return len(chats), 0


def test_thirty_a_second_in_all(time: type[Time]) -> None:
    limits = Limits()
    assert refused_after(limits, list(range(1, 40))) == (30, 1)
    time.now += 1
    assert refused_after(limits, list(range(101, 131))) == (30, 0)


def test_twenty_a_minute_in_a_group(time: type[Time]) -> None:
    limits = Limits()
    assert refused_after(limits, [-5] * 25) == (20, 60)
    assert refused_after(limits, [-6] * 5) == (5, 0)
    time.now += 59.5
    assert refused_after(limits, [-5]) == (0, 1)
    time.now += 0.5
    assert refused_after(limits, [-5] * 20) == (20, 0)


def test_about_one_a_second_in_private(time: type[Time]) -> None:
    limits = Limits()
    assert refused_after(limits, [5] * 9) == (4, 1)
    time.now += 1
    assert refused_after(limits, [5] * 9) == (1, 1)


async def test_edits_share_the_limit_and_answers_do_not(limited_town: Town) -> None:
    town = limited_town
    sent = await town.calls("sendMessage", chat_id=town.group, text="0")
    for number in range(1, 20):
        await town.calls("editMessageText", chat_id=town.group, message_id=sent["message_id"], text=str(number))
    edit = town.calls("editMessageText", chat_id=town.group, message_id=sent["message_id"], text="x")
    with pytest.raises(Refused, match=r"Too Many Requests: retry after \d+") as refused:
        await edit
    assert refused.value.code == 429
    assert 50 <= refused.value.parameters["retry_after"] <= 60
    for _ in range(40):
        await town.calls("getMe")
        with pytest.raises(Refused, match="query is too old"):
            await town.calls("answerCallbackQuery", callback_query_id="1")
