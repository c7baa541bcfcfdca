"""Everything the playground emits is what PTB's and aiogram's models expect."""

import asyncio
from typing import Any

import aiogram.types
import pytest
from pydantic import TypeAdapter
from telegram import Bot, Update

from tests.playground.conftest import BOT, TOKEN, Refused, Town, keyboard
from tests.playground.judge import judge, result_type
from tests.playground.paths import losses

ALL = [
    "message", "edited_message", "callback_query", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "channel_post", "edited_channel_post",
]  # fmt: skip
PNG_HEAD = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10" + b"\0" * 20


def parses(update: dict[str, Any], bot: Bot) -> None:
    ours = Update.de_json(update, bot)
    assert losses(update, ours.to_dict()) == []
    theirs = aiogram.types.Update.model_validate(update)
    assert losses(update, theirs.model_dump(mode="json", by_alias=True, exclude_unset=True)) == []
    assert unknown(theirs) == []


def unknown(thing: Any, path: str = "") -> list[str]:
    if isinstance(thing, aiogram.types.TelegramObject):
        extra = [f"{path}.{key}" for key in thing.model_extra or {}]
        return extra + [
            found for key in type(thing).model_fields for found in unknown(getattr(thing, key), f"{path}.{key}")
        ]
    if isinstance(thing, list):
        return [found for item in thing for found in unknown(item, f"{path}[]")]
    return []


async def test_every_kind_of_update_is_read_by_both_libraries(town: Town) -> None:
    await town.calls("getUpdates", allowed_updates=ALL)
    await everything_happens(town)
    updates = [*await town.hears(), *await town.hears()]
    assert {list(update)[1] for update in updates} == set(ALL)
    bot = Bot(TOKEN)
    for update in updates:
        parses(update, bot)


async def everything_happens(town: Town) -> None:
    anna, boris, home = town.anna, town.boris, town.home
    await town.starts(anna)
    said = await town.says(anna, home, "看 /need 好😀 https://e.org @x_yz_bot #标签 +8613812345678")
    await town.says(boris, home, "reply", reply_to=said["message_id"])
    await town.says(anna, home, "hidden", anonymous=True)
    await town.says(anna, home, "loud", as_channel=True)
    await town.play("edit", who_acts=anna, chat=home, message_id=said["message_id"], text="edited")
    await town.play("photo", who_acts=anna, chat=home, caption="two", album=2)
    await town.play("voice", who_acts=anna, chat="bot", seconds=4)
    card = await town.calls("sendMessage", chat_id=home, text="card", reply_markup=keyboard(("a", "b")))
    presses = [await town.presses(boris, home, card["message_id"], "b")]
    await town.calls("deleteMessage", chat_id=home, message_id=card["message_id"])
    presses.append(await town.presses(boris, home, card["message_id"], "b"))
    poll = await town.calls("sendPoll", chat_id=home, question="?", options=["a", {"text": "b"}], is_anonymous=False)
    await town.play("vote", who_acts=boris, chat=home, message_id=poll["message_id"], options=[1])
    await town.calls("stopPoll", chat_id=home, message_id=poll["message_id"])
    board = await town.calls("sendMessage", chat_id=home, text="board")
    await town.calls("pinChatMessage", chat_id=home, message_id=board["message_id"])
    await town.play("document", who_acts=anna, chat=home, name="名单.csv", text="3-2-501,王芳", caption="看看 /need")
    for who, act in ((town.dong, "join"), (town.dong, "leave"), (town.dong, "ask")):
        await town.play(act, who=who, chat=home)
    await town.calls("declineChatJoinRequest", chat_id=home, user_id=town.dong)
    asking = await town.calls("createChatInviteLink", chat_id=home, name="门口", creates_join_request=True)
    await town.play("open", who_acts=town.dong, link=asking["invite_link"])
    await town.calls("approveChatJoinRequest", chat_id=home, user_id=town.dong)
    await town.calls("banChatMember", chat_id=home, user_id=town.dong)
    await town.calls("unbanChatMember", chat_id=home, user_id=town.dong)
    open_to_all = await town.calls("createChatInviteLink", chat_id=home, member_limit=5, expire_date=2_000_000_000)
    await town.play("open", who_acts=town.dong, link=open_to_all["invite_link"])
    empty = (await town.play("group", title="E", members=[], admins=[anna], bot=None))["chat"]["id"]
    link = "https://t.me/linli_bot?startgroup=place_3&admin=pin_messages+delete_messages+invite_users"
    await town.play("open", who_acts=anna, link=link, chat=empty)
    await town.play("promote", who=boris, chat=home, admin=True)
    await town.play("block", who_acts=anna, blocked=True)
    yard = await town.play("group", title="Yard", members=[anna], bot="administrator", type="group")
    await town.play("migrate", chat=yard["chat"]["id"])
    forum = (await town.play("group", title="F", members=[anna], bot="administrator", topics=["T"]))["chat"]
    thread = (await town.play("topic", chat=forum["id"], name="New"))["thread"]
    await town.says(anna, forum["id"], "in the topic", thread=thread)
    await town.play("close_topic", chat=forum["id"], thread=thread)
    await town.play("close_topic", chat=forum["id"], thread=thread, closed=False)
    channel = (await town.play("group", title="C", members=[anna], bot="administrator", type="channel"))["chat"]["id"]
    post = await town.says(anna, channel, "post")
    await town.play("edit", who_acts=anna, chat=channel, message_id=post["message_id"], text="better")
    await town.play("remove", who_acts=anna, who="bot", chat=home)
    for press in presses:
        press.cancel()
    await asyncio.gather(*presses, return_exceptions=True)


async def answered(town: Town, method: str, **params: Any) -> Any:
    judge(method, params)
    result = await town.calls(method, **params)
    read: Any = TypeAdapter(result_type(method)).validate_python(result)
    assert unknown(read) == [], method
    return result


async def test_every_result_is_what_aiogram_expects(town: Town) -> None:
    home, anna = town.home, town.anna
    await town.starts(anna)
    await answered(town, "getMe")
    await answered(town, "getUpdates", limit=5)
    card = await answered(town, "sendMessage", chat_id=home, text="<b>x</b>", parse_mode="HTML")
    this = {"chat_id": home, "message_id": card["message_id"]}
    await answered(town, "editMessageText", **this, text="y", reply_markup=keyboard(("a", "b")))
    await answered(town, "editMessageReplyMarkup", **this)
    await answered(town, "copyMessage", chat_id=anna, from_chat_id=home, message_id=card["message_id"])
    await answered(town, "forwardMessage", chat_id=anna, from_chat_id=home, message_id=card["message_id"])
    await answered(town, "pinChatMessage", **this)
    await answered(town, "getChat", chat_id=home)
    await answered(town, "getChat", chat_id=anna)
    await answered(town, "unpinChatMessage", chat_id=home)
    await answered(town, "deleteMessage", **this)
    poll = await answered(town, "sendPoll", chat_id=home, question="?", options=["a", "b"])
    await answered(town, "stopPoll", chat_id=home, message_id=poll["message_id"])
    await answered(town, "getChatMember", chat_id=home, user_id=anna)
    await answered(town, "getChatMember", chat_id=home, user_id=BOT)
    await answered(town, "getChatMember", chat_id=home, user_id=town.dong)
    await answered(town, "getChatAdministrators", chat_id=home)
    await answered(town, "getChatMemberCount", chat_id=home)
    await answered(town, "sendChatAction", chat_id=home, action="typing")
    commands = [{"command": "need", "description": "求助"}]
    await answered(town, "setMyCommands", commands=commands, scope={"type": "all_group_chats"}, language_code="zh")
    got = await answered(town, "getMyCommands", scope={"type": "all_group_chats"}, language_code="zh")
    assert got == commands
    await answered(town, "deleteMyCommands", scope={"type": "all_group_chats"})
    await answered(town, "setChatMenuButton", menu_button={"type": "commands"})
    await answered(town, "getChatMenuButton")
    for what in ("Name", "Description", "ShortDescription"):
        name = {"Name": "name", "Description": "description"}.get(what, "short_description")
        await answered(town, f"setMy{what}", **{name: "邻里"})
        assert await answered(town, f"getMy{what}") == {name: "邻里"}
    await answered(town, "setWebhook", url="https://example.org/")
    await answered(town, "getWebhookInfo")
    await answered(town, "deleteWebhook")
    await town.play("ask", who=town.dong, chat=home)
    await answered(town, "declineChatJoinRequest", chat_id=home, user_id=town.dong)
    await town.play("ask", who=town.dong, chat=home)
    await answered(town, "approveChatJoinRequest", chat_id=home, user_id=town.dong)
    await answered(town, "banChatMember", chat_id=home, user_id=town.dong)
    await answered(town, "unbanChatMember", chat_id=home, user_id=town.dong, only_if_banned=True)
    link = await answered(town, "createChatInviteLink", chat_id=home, name="3栋", creates_join_request=True)
    this = {"chat_id": home, "invite_link": link["invite_link"]}
    await town.play("open", who_acts=town.dong, link=link["invite_link"])
    await answered(town, "editChatInviteLink", **this, name="4栋", creates_join_request=True)
    await answered(town, "revokeChatInviteLink", **this)
    await answered(town, "exportChatInviteLink", chat_id=home)
    await answered(town, "getChat", chat_id=home)
    await answered(town, "leaveChat", chat_id=home)


async def test_files_go_up_and_come_down(town: Town) -> None:
    await town.starts(town.anna)
    for method, name, content in (
        ("sendPhoto", "photo", PNG_HEAD),
        ("sendDocument", "document", b"%PDF"),
        ("sendVoice", "voice", b"OggS"),
    ):
        files = {name: ("文件 1.png", content, "image/png")}
        answer = await town.http.post(f"/bot{TOKEN}/{method}", data={"chat_id": town.anna, "caption": "c"}, files=files)
        message = answer.json()["result"]
        aiogram.types.Message.model_validate(message)
        part = message[name][0] if name == "photo" else message[name]
        file = await answered(town, "getFile", file_id=part["file_id"])
        down = await town.http.get(f"/file/bot{TOKEN.replace(':', '%3A')}/{file['file_path']}")
        assert down.content == content
        again = await town.calls(method, chat_id=town.anna, **{name: part["file_id"]})
        assert again[name] == message[name]


async def test_a_refusal_is_a_refusal_to_both_libraries(town: Town) -> None:
    with pytest.raises(Refused, match="invalid file_id"):
        await town.calls("getFile", file_id="x")
