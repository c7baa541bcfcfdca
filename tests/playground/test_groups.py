"""Groups: what the bot gets to see, who comes and goes, topics, and a group that becomes a supergroup."""

from typing import Any

import pytest

from tests.playground.conftest import BOT, Refused, Town


async def seen(town: Town) -> list[str]:
    return [update["message"].get("text", "") for update in await town.hears() if "message" in update]


PRIVATE_WORDS = ["hello", "@linli_bot hello", "/need@other_bot x", "say /need@linli_bot", "/need"]


@pytest.mark.parametrize("text", PRIVATE_WORDS)
async def test_privacy_mode_hides_plain_words(town: Town, text: str) -> None:
    await town.says(town.anna, town.group, text)
    assert await seen(town) == []


@pytest.mark.parametrize("text", [*PRIVATE_WORDS, "/need@linli_bot x"])
async def test_an_admin_bot_sees_everything(town: Town, text: str) -> None:
    await town.says(town.anna, town.home, text)
    assert await seen(town) == [text]


async def test_a_plain_member_sees_what_is_meant_for_it(town: Town) -> None:
    await town.says(town.anna, town.group, "/need@Linli_Bot x")
    card = await town.calls("sendMessage", chat_id=town.group, text="card")
    await town.says(town.anna, town.group, "/need")
    await town.says(town.anna, town.group, "/need")
    plain = await town.says(town.boris, town.group, "a reply to you", reply_to=card["message_id"])
    await town.says(town.chen, town.group, "a reply to another", reply_to=plain["message_id"])
    assert await seen(town) == ["/need@Linli_Bot x", "/need", "a reply to you"]


async def test_an_edit_is_an_edit(town: Town) -> None:
    said = await town.says(town.anna, town.home, "one")
    await town.play("edit", who_acts=town.anna, chat=town.home, message_id=said["message_id"], text="two")
    edited = (await town.hears())[-1]["edited_message"]
    assert (edited["text"], edited["date"] <= edited["edit_date"]) == ("two", True)


async def test_people_come_and_go(town: Town) -> None:
    await town.play("join", who=town.dong, chat=town.group)
    await town.play("leave", who=town.dong, chat=town.group)
    await town.play("add", who_acts=town.anna, who=town.dong, chat=town.group)
    await town.play("remove", who_acts=town.anna, who=town.dong, chat=town.group)
    heard = [update["message"] for update in await town.hears()]
    assert [list(message)[3] for message in heard] == ["new_chat_members", "left_chat_member"] * 2
    assert [message["from"]["id"] for message in heard] == [town.dong, town.dong, town.anna, town.anna]
    member = await town.calls("getChatMember", chat_id=town.group, user_id=town.dong)
    assert member["status"] == "kicked"


async def test_the_bot_learns_of_its_own_standing(town: Town) -> None:
    await town.play("promote", who="bot", chat=town.group, admin=True)
    await town.play("remove", who_acts=town.anna, who="bot", chat=town.group)
    await town.says(town.anna, town.group, "/need@linli_bot")
    await town.play("add", who_acts=town.anna, who="bot", chat=town.group)
    await town.starts(town.boris)
    await town.play("block", who_acts=town.boris, blocked=True)
    heard = await town.hears()
    changes = [update["my_chat_member"] for update in heard if "my_chat_member" in update]
    assert [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes] == [
        ("member", "administrator"),
        ("administrator", "kicked"),
        ("kicked", "member"),
        ("member", "kicked"),
    ]
    messages = [update["message"] for update in heard if "message" in update]
    assert [m["new_chat_members"][0]["id"] for m in messages if "new_chat_members" in m] == [BOT]
    assert [m["text"] for m in messages if "text" in m] == ["/start"]


async def test_a_group_that_becomes_a_supergroup_has_a_new_id(town: Town) -> None:
    members = {"members": [town.anna, town.boris], "bot": "administrator", "type": "group"}
    old = (await town.play("group", title="Yard", **members))["chat"]["id"]
    await town.calls("sendMessage", chat_id=old, text="card")
    new = (await town.play("migrate", chat=old))["chat"]
    went, came = [update["message"] for update in await town.hears()]
    assert (went["chat"]["id"], went["migrate_to_chat_id"]) == (old, new)
    assert (came["chat"]["id"], came["chat"]["type"], came["migrate_from_chat_id"]) == (new, "supergroup", old)
    with pytest.raises(Refused, match="Bad Request: group chat was upgraded to a supergroup chat") as refused:
        await town.calls("sendMessage", chat_id=old, text="x")
    assert refused.value.parameters == {"migrate_to_chat_id": new}
    with pytest.raises(Refused, match="message to edit not found"):
        await town.calls("editMessageText", chat_id=new, message_id=77, text="x")
    assert (await town.calls("getChatMember", chat_id=new, user_id=BOT))["status"] == "administrator"
    chats = (await town.look("chats", who_looks=town.boris))["chats"]
    assert new in [chat["id"] for chat in chats]
    assert old not in [chat["id"] for chat in chats]


async def forum(town: Town) -> tuple[int, int]:
    made = await town.play(
        "group", title="Forum", members=[town.anna], bot="administrator", topics=["Repairs", "Votes"]
    )
    return made["chat"]["id"], made["chat"]["topics"][0]["id"]


async def test_in_a_topic_every_message_replies_to_its_root(town: Town) -> None:
    chat, thread = await forum(town)
    await town.says(town.anna, chat, "in the topic", thread=thread)
    await town.says(town.anna, chat, "in General")
    topic, general = [update["message"] for update in await town.hears()]
    assert (topic["message_thread_id"], topic["is_topic_message"]) == (thread, True)
    assert topic["reply_to_message"]["message_id"] == thread
    assert topic["reply_to_message"]["forum_topic_created"]["name"] == "Repairs"
    assert topic["chat"]["is_forum"]
    assert {"message_thread_id", "reply_to_message"}.isdisjoint(general)


async def test_a_bot_writes_into_topics(town: Town) -> None:
    chat, thread = await forum(town)
    sent = await town.calls("sendMessage", chat_id=chat, text="x", message_thread_id=thread)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    answer = await town.calls("sendMessage", chat_id=chat, text="x", reply_to_message_id=sent["message_id"])
    assert answer["message_thread_id"] == thread
    for missing in (1, 99):
        with pytest.raises(Refused, match="Bad Request: message thread not found"):
            await town.calls("sendMessage", chat_id=chat, text="x", message_thread_id=missing)
    await town.play("close_topic", chat=chat, thread=thread)
    with pytest.raises(Refused, match="Bad Request: TOPIC_CLOSED"):
        await town.calls("sendMessage", chat_id=chat, text="x", message_thread_id=thread)
    await town.play("delete", chat=chat, message_id=thread)
    with pytest.raises(Refused, match="Bad Request: message thread not found"):
        await town.calls("sendMessage", chat_id=chat, text="x", message_thread_id=thread)


async def test_a_plain_member_does_not_take_the_root_for_its_own_message(town: Town) -> None:
    made = await town.play("group", title="Forum", members=[town.anna], bot="member", topics=["Repairs"])
    chat, thread = made["chat"]["id"], made["chat"]["topics"][0]["id"]
    await town.says(town.anna, chat, "hello", thread=thread)
    assert await seen(town) == []


async def test_a_reply_in_a_supergroup_carries_a_thread_that_is_no_topic(town: Town) -> None:
    first = await town.says(town.anna, town.home, "one")
    reply = await town.says(town.boris, town.home, "two", reply_to=first["message_id"])
    assert reply["message_thread_id"] == first["message_id"]
    assert "is_topic_message" not in reply


@pytest.mark.parametrize(
    ("how", "sender", "sender_type"),
    [("anonymous", 1087968824, "supergroup"), ("as_channel", 136817688, "channel")],
)
async def test_groups_and_channels_speak_as_nobody(town: Town, how: str, sender: int, sender_type: str) -> None:
    more: dict[str, Any] = {how: True}
    await town.says(town.anna, town.home, "hello", **more)
    message = (await town.hears())[-1]["message"]
    assert (message["from"]["id"], message["sender_chat"]["type"]) == (sender, sender_type)
    assert (message["sender_chat"]["id"] == town.home) == (how == "anonymous")


async def test_a_press_on_a_deleted_message_is_inaccessible(town: Town) -> None:
    sent = await town.calls("sendMessage", chat_id=town.group, text="card")
    await town.play("delete", chat=town.group, message_id=sent["message_id"])
    press = await town.presses(town.anna, town.group, sent["message_id"], "x")
    query = (await town.hears())[-1]["callback_query"]
    assert query["message"]["date"] == 0
    assert "text" not in query["message"]
    await town.calls("answerCallbackQuery", callback_query_id=query["id"])
    await press


async def test_who_asks_to_join_can_be_written_to_for_five_minutes(town: Town) -> None:
    await town.play("ask", who=town.dong, chat=town.home)
    request = (await town.hears())[-1]["chat_join_request"]
    assert await town.calls("sendMessage", chat_id=request["user_chat_id"], text="Which home is yours?")
    await town.play("clock", seconds=301)
    with pytest.raises(Refused):
        await town.calls("sendMessage", chat_id=request["user_chat_id"], text="x")
    await town.calls("approveChatJoinRequest", chat_id=town.home, user_id=town.dong)
    assert (await town.calls("getChatMember", chat_id=town.home, user_id=town.dong))["status"] == "member"


async def test_a_pin_is_a_message_of_its_own(town: Town) -> None:
    sent = await town.calls("sendMessage", chat_id=town.home, text="board")
    await town.calls("pinChatMessage", chat_id=town.home, message_id=sent["message_id"], disable_notification=True)
    pinned = (await town.hears())[-1]["message"]["pinned_message"]
    assert (pinned["message_id"], pinned["text"]) == (sent["message_id"], "board")
    chat = next(c for c in (await town.look("chats", who_looks=town.anna))["chats"] if c["id"] == town.home)
    assert chat["pinned"]["text"] == "board"
    await town.calls("unpinChatMessage", chat_id=town.home)
    with pytest.raises(Refused, match="message to unpin not found"):
        await town.calls("unpinChatMessage", chat_id=town.home)


async def test_pins_in_private_and_in_a_row(town: Town) -> None:
    await town.starts(town.anna)
    first, second = [await town.calls("sendMessage", chat_id=town.anna, text=text) for text in ("one", "two")]
    for sent in (first, second, first):
        await town.calls("pinChatMessage", chat_id=town.anna, message_id=sent["message_id"])
    assert (await town.calls("getChat", chat_id=town.anna))["pinned_message"]["text"] == "one"
    await town.calls("unpinChatMessage", chat_id=town.anna, message_id=first["message_id"])
    assert (await town.calls("getChat", chat_id=town.anna))["pinned_message"]["text"] == "two"
    await town.calls("deleteMessage", chat_id=town.anna, message_id=second["message_id"])
    assert "pinned_message" not in await town.calls("getChat", chat_id=town.anna)


async def test_what_cannot_be_pinned(town: Town) -> None:
    sent = await town.calls("sendMessage", chat_id=town.home, text="board")
    await town.calls("pinChatMessage", chat_id=town.home, message_id=sent["message_id"])
    service = list(town.world.chats[town.home].posts)[-1]
    for message, wrong in ((service, "message can't be pinned"), (99, "message to pin not found")):
        with pytest.raises(Refused, match=f"Bad Request: {wrong}"):
            await town.calls("pinChatMessage", chat_id=town.home, message_id=message)
    said = await town.says(town.anna, town.group, "board")
    with pytest.raises(Refused, match="not enough rights to manage pinned messages in the chat"):
        await town.calls("pinChatMessage", chat_id=town.group, message_id=said["message_id"])
