"""Documents, both ways: what people send, what bots send, and how large it may be."""

import base64
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, InputFile
from telegram.request import HTTPXRequest

from bot.playground.clock import Clock
from bot.playground.server import World, application, sample, serve
from bot.runtime.transport import QuickWire
from tests.playground.conftest import TOKEN, Refused, Town

PDF = b"%PDF-1.7\n" + bytes(range(256))


async def sends(town: Town, content: bytes, name: str = "名单 1.xlsx", **more: Any) -> Any:
    encoded = base64.b64encode(content).decode()
    given = {"who_acts": town.anna, "chat": "bot", "name": name, "content": encoded, **more}
    return (await town.play("document", **given))["message"]


async def test_a_person_sends_a_file_and_the_bot_fetches_it(town: Town) -> None:
    await sends(town, PDF, caption="<b>名单</b>", name="../名单/3栋.xlsx")

    message = (await town.hears())[-1]["message"]
    document = message["document"]
    assert (document["file_name"], document["file_size"], message["caption"]) == (
        ".._名单_3栋.xlsx",
        265,
        "<b>名单</b>",
    )
    assert document["mime_type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = await town.calls("getFile", file_id=document["file_id"])
    down = await town.http.get(f"/file/bot{TOKEN}/{file['file_path']}")
    assert down.content == PDF


async def test_a_text_is_a_file_too(town: Town) -> None:
    sent = (await town.play("document", who_acts=town.anna, chat="bot", name="places.txt", text="3栋 2单元"))["message"]
    shown = await town.http.get(f"/play/file/{sent['document']['file_id']}")
    assert (shown.content.decode(), shown.headers["content-type"][:10]) == ("3栋 2单元", "text/plain")
    assert shown.headers["content-disposition"].startswith("attachment")


async def test_a_file_answers_a_prompt_and_a_message(town: Town) -> None:
    await town.starts(town.anna)
    asked = await town.calls("sendMessage", chat_id=town.anna, text="?", reply_markup={"force_reply": True})
    sent = await sends(town, PDF, reply_to=asked["message_id"])
    assert sent["reply_to_message"]["message_id"] == asked["message_id"]
    assert (await town.look("chats", who_looks=town.anna))["chats"][0]["keyboard"] is None
    voice = await town.play("voice", who_acts=town.anna, chat="bot", seconds=7, reply_to=asked["message_id"])
    assert voice["message"]["voice"]["duration"] == 7
    assert voice["message"]["reply_to_message"]["message_id"] == asked["message_id"]


@pytest.mark.parametrize(
    "values", [{"content": ""}, {"content": "%"}, {"text": ""}, {"text": "x", "caption": "x" * 1025}]
)
async def test_what_is_no_file_is_refused(town: Town, values: dict[str, str]) -> None:
    given = {"as": town.anna, "chat": "bot", "name": "x.txt", **values}
    answer = await town.http.post("/play/document", json=given)
    assert (answer.status_code, len(answer.json()["error"]) > 10) == (400, True)


@pytest.mark.parametrize(("size", "fetched"), [(20 * 1024 * 1024, True), (20 * 1024 * 1024 + 1, False)])
async def test_a_bot_fetches_twenty_megabytes_and_not_a_byte_more(town: Town, size: int, fetched: bool) -> None:
    document = (await sends(town, bytes(size)))["document"]
    if fetched:
        file = await town.calls("getFile", file_id=document["file_id"])
        assert len((await town.http.get(f"/file/bot{TOKEN}/{file['file_path']}")).content) == size
        return
    with pytest.raises(Refused, match=r"^Bad Request: file is too big$") as refused:
        await town.calls("getFile", file_id=document["file_id"])
    assert refused.value.code == 400
    again = await town.calls(
        "sendDocument", chat_id=town.anna, document=document["file_id"]
    )  # passing it on is allowed
    assert again["document"]["file_size"] == size


async def test_what_a_person_sent_outlives_a_restart(tmp_path: Path) -> None:
    town = Town(tmp_path / "telegram.db")
    id = (await sends(town, PDF))["document"]["file_id"]
    town.world.close()
    again = Town.reopened(tmp_path / "telegram.db")
    assert (await again.http.get(f"/play/file/{id}")).content == PDF


@pytest.mark.parametrize("wire", [lambda: QuickWire(20), HTTPXRequest], ids=["quick", "stock"])
async def test_a_bot_uploads_over_either_wire_under_a_chinese_name(wire: Any) -> None:
    world = World(Clock(), None, TOKEN)
    sample.fill(world)
    handle = await serve(application(world, page=None), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{handle.port}"
    person = next(iter(world.people))
    world.private(person).started = True
    try:
        async with Bot(
            TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot", request=wire(), get_updates_request=wire()
        ) as bot:
            upload = InputFile(PDF, filename="3栋 二维码“门”.pdf")
            sent = await bot.send_document(person, upload, caption="给您", disable_notification=True)
            assert sent.document and sent.document.file_name == "3栋 二维码“门”.pdf"
            assert (sent.document.mime_type, sent.caption) == ("application/pdf", "给您")
            file = await sent.document.get_file()
            assert bytes(await file.download_as_bytearray()) == PDF
            copied = await bot.copy_message(person, person, sent.message_id, caption="")
            assert "caption" not in world.chats[person].posts[copied.message_id].body
    finally:
        await handle.stop()


async def test_everything_that_is_said_can_be_copied(town: Town) -> None:
    await town.starts(town.boris)
    said = [
        await town.says(town.anna, town.home, "words /need"),
        (await town.play("photo", who_acts=town.anna, chat=town.home, caption="a picture"))["message"],
        (await town.play("voice", who_acts=town.anna, chat=town.home, seconds=4))["message"],
        await sends(town, PDF, chat=town.home, caption="a file"),
    ]
    for message in said:
        copied = await town.calls(
            "copyMessage", chat_id=town.boris, from_chat_id=town.home, message_id=message["message_id"]
        )
        copy = town.world.chats[town.boris].posts[copied["message_id"]].body
        content = ("text", "photo", "voice", "document", "caption", "entities")
        assert {key: copy.get(key) for key in content} == {key: message.get(key) for key in content}
    service = town.world.post(town.world.chats[town.home], town.anna, {"new_chat_title": "x"})
    with pytest.raises(Refused, match="message can't be copied"):
        await town.calls("copyMessage", chat_id=town.boris, from_chat_id=town.home, message_id=service.id)


async def test_a_picture_sent_as_a_file_opens_and_a_page_does_not_run(town: Town) -> None:
    picture = (await sends(town, PDF, name="码.png"))["document"]
    page = (await sends(town, b"<script>", name="x.html"))["document"]
    for document, disposition in ((picture, "inline"), (page, "attachment")):
        shown = await town.http.get(f"/play/file/{document['file_id']}")
        assert shown.headers["content-disposition"].split(";")[0] == disposition
        assert shown.headers["x-content-type-options"] == "nosniff"
