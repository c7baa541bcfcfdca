"""The quick wire: real HTTP to the strict Telegram, and every way it can break."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InputFile
from telegram.error import InvalidToken, NetworkError, TimedOut

from bot.playground.clock import Clock
from bot.playground.server import World, application, serve
from bot.runtime.transport import QuickWire, Trespass, Wire, surely_not_sent, wires
from storage.database import INSIDE
from tests.house import TOKEN


@pytest.fixture
async def telegram() -> AsyncIterator[tuple[World, str]]:
    world = World(Clock(), None, TOKEN)
    [person] = world.add_people([{"first_name": "王芳"}])
    world.private(person).started = True
    handle = await serve(application(world, page=None), "127.0.0.1", 0)
    yield world, f"http://127.0.0.1:{handle.port}/bot"
    await handle.stop()


def bot(url: str, token: str = TOKEN, patience: float = 5) -> Bot:
    return Bot(token, base_url=url, request=QuickWire(patience), get_updates_request=QuickWire(patience))


async def test_words_files_and_numbers_arrive_as_with_the_stock_networking(telegram: tuple[World, str]) -> None:
    world, url = telegram
    person = next(iter(world.people))

    async with bot(url) as quick:
        said = await quick.send_message(person, "布洛芬 & <b> 🤝 100%", reply_markup=None)
        sent = await quick.send_document(person, InputFile("名单\n".encode(), filename="名单.txt"), caption="给您")

    assert said.text == "布洛芬 & <b> 🤝 100%"
    assert sent.document and sent.document.file_name == "名单.txt" and sent.caption == "给您"


async def test_a_token_that_telegram_does_not_know_is_said_so(telegram: tuple[World, str]) -> None:
    with pytest.raises(InvalidToken):
        async with bot(telegram[1], "99:unknown"):
            pass


async def test_what_never_left_is_told_from_what_nobody_knows() -> None:
    with pytest.raises(NetworkError) as refused:
        await bot("http://127.0.0.1:9/bot").get_me()

    assert surely_not_sent(refused.value)
    assert TOKEN not in str(refused.value)


async def test_an_answer_that_does_not_come_is_a_time_out_and_nobody_knows(telegram: tuple[World, str]) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2)
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(TimedOut) as late:
            await bot(f"http://127.0.0.1:{port}/bot", patience=0.1).do_api_request("getMe", read_timeout=0.1)

    assert not surely_not_sent(late.value)


async def test_nobody_speaks_to_the_network_inside_a_transaction(telegram: tuple[World, str]) -> None:
    before, token = Trespass.seen, INSIDE.set(True)
    try:
        with pytest.raises(NetworkError):
            await bot(telegram[1]).get_me()
    finally:
        INSIDE.reset(token)

    assert Trespass.seen == before + 1


@pytest.mark.parametrize(
    ("proxy", "stock", "kind"),
    [
        (None, False, QuickWire),
        ("http://127.0.0.1:1", False, QuickWire),
        ("socks5://127.0.0.1:1", False, Wire),
        (None, True, Wire),
    ],
)
def test_socks_and_the_playground_use_the_stock_networking(proxy: str | None, stock: bool, kind: type) -> None:
    assert all(isinstance(wire, kind) for wire in wires(proxy, stock=stock))
