"""Invitations and links: who asks to join, who comes in at once, and how a bot is brought to a group."""

from typing import Any

import pytest

from tests.playground.conftest import BOT, TOKEN, Refused, Town

HERE = "https://t.me/linli_bot"
RIGHTS = "pin_messages+delete_messages+invite_users"


async def invitation(town: Town, **wanted: Any) -> str:
    link: str = (await town.calls("createChatInviteLink", chat_id=town.home, **wanted))["invite_link"]
    return link


async def refused(town: Town, act: str, **values: Any) -> str:
    values["as"] = values.pop("who_acts")
    answer = await town.http.post(f"/play/{act}", json=values)
    assert answer.status_code in (400, 404), answer.text
    error: str = answer.json()["error"]
    return error


async def standing(town: Town, who: int, chat: int | None = None) -> str:
    status: str = (await town.calls("getChatMember", chat_id=chat or town.home, user_id=who))["status"]
    return status


# invitations


async def test_a_link_with_requests_lets_one_ask_and_the_bot_hears_by_which_link(town: Town) -> None:
    link = await invitation(town, name="3栋门口", creates_join_request=True)

    assert await town.play("open", who_acts=town.dong, link=link) == {"kind": "asked", "chat": town.home}

    request = (await town.hears())[-1]["chat_join_request"]
    assert (request["from"]["id"], request["user_chat_id"]) == (town.dong, town.dong)
    assert request["invite_link"]["invite_link"] == link
    assert (request["invite_link"]["name"], request["invite_link"]["creates_join_request"]) == ("3栋门口", True)
    assert await standing(town, town.dong) == "left"


async def test_asking_twice_is_one_request(town: Town) -> None:
    link = await invitation(town, creates_join_request=True)
    for _ in range(3):
        await town.play("open", who_acts=town.dong, link=link)
    await town.play("ask", who=town.dong, chat=town.home)

    assert [list(update)[1] for update in await town.hears()] == ["chat_join_request"]
    shown = await town.calls("editChatInviteLink", chat_id=town.home, invite_link=link, creates_join_request=True)
    assert shown["pending_join_request_count"] == 1


async def test_the_bot_admits_and_the_group_sees_who_came(town: Town) -> None:
    link = await invitation(town, creates_join_request=True)
    await town.play("open", who_acts=town.dong, link=link)
    await town.hears(allowed_updates=["chat_member", "message"])
    assert await town.calls("sendMessage", chat_id=town.dong, text="Which home is yours?")

    await town.calls("approveChatJoinRequest", chat_id=town.home, user_id=town.dong)

    changed, came = await town.hears()
    assert changed["chat_member"]["from"]["id"] == BOT
    assert changed["chat_member"]["invite_link"]["invite_link"] == link
    assert came["message"]["new_chat_members"][0]["id"] == came["message"]["from"]["id"] == town.dong
    with pytest.raises(Refused, match="can't initiate conversation"):
        await town.calls("sendMessage", chat_id=town.dong, text="the request is answered")
    with pytest.raises(Refused, match="USER_ALREADY_PARTICIPANT"):
        await town.calls("approveChatJoinRequest", chat_id=town.home, user_id=town.dong)


async def test_who_was_declined_may_ask_again(town: Town) -> None:
    link = await invitation(town, creates_join_request=True)
    await town.play("open", who_acts=town.dong, link=link)
    await town.calls("declineChatJoinRequest", chat_id=town.home, user_id=town.dong)
    with pytest.raises(Refused, match="HIDE_REQUESTER_MISSING"):
        await town.calls("declineChatJoinRequest", chat_id=town.home, user_id=town.dong)

    assert (await town.play("open", who_acts=town.dong, link=link))["kind"] == "asked"


async def test_an_admin_of_flesh_and_blood_may_answer_too(town: Town) -> None:
    link = await invitation(town, creates_join_request=True)
    await town.play("open", who_acts=town.dong, link=link)
    waiting = next(c for c in (await town.look("chats", who_looks=town.anna))["chats"] if c["id"] == town.home)
    unseen = next(c for c in (await town.look("chats", who_looks=town.boris))["chats"] if c["id"] == town.home)
    assert ([person["id"] for person in waiting["asking"]], unseen["asking"]) == ([town.dong], [])

    assert "only an admin" in await refused(town, "admit", who_acts=town.boris, who=town.dong, chat=town.home, yes=True)
    await town.play("admit", who_acts=town.anna, who=town.dong, chat=town.home, yes=True)

    assert await standing(town, town.dong) == "member"


async def test_a_plain_link_joins_at_once_until_it_is_full_old_or_revoked(town: Town) -> None:
    link = await invitation(town, member_limit=1)
    look = await town.look("link", who_looks=town.dong, link=link)
    assert (look["chat"]["title"], look["asks"], look["me"]) == ("Home", False, "left")

    assert (await town.play("open", who_acts=town.dong, link=link))["kind"] == "joined"
    assert [list(update)[1] for update in await town.hears()] == ["message"]
    assert await standing(town, town.dong) == "member"

    stranger = (await town.play("person", first_name="Emil"))["person"]["id"]
    assert "not valid" in await refused(town, "open", who_acts=stranger, link=link)
    old = await invitation(town, expire_date=int(town.world.clock.seconds()) + 60)
    await town.play("clock", seconds=60)
    assert "not valid" in await refused(town, "open", who_acts=stranger, link=old)
    gone = await invitation(town)
    assert (await town.calls("revokeChatInviteLink", chat_id=town.home, invite_link=gone))["is_revoked"]
    assert "not valid" in await refused(town, "open", who_acts=stranger, link=gone)


async def test_a_new_primary_link_ends_the_old_one(town: Town) -> None:
    first = await town.calls("exportChatInviteLink", chat_id=town.home)
    second = await town.calls("exportChatInviteLink", chat_id=town.home)
    assert (await town.calls("getChat", chat_id=town.home))["invite_link"] == second != first
    assert "not valid" in await refused(town, "open", who_acts=town.dong, link=first)
    with pytest.raises(Refused, match="CHAT_INVITE_PERMANENT"):
        await town.calls("editChatInviteLink", chat_id=town.home, invite_link=second)
    revoked = await town.calls("revokeChatInviteLink", chat_id=town.home, invite_link=second)
    assert (revoked["is_primary"], revoked["is_revoked"]) == (True, True)
    assert (await town.calls("getChat", chat_id=town.home))["invite_link"] not in (first, second)


@pytest.mark.parametrize(
    ("method", "more", "wrong"),
    [
        ("createChatInviteLink", {"expire_date": 5}, "EXPIRE_DATE_INVALID"),
        ("createChatInviteLink", {"member_limit": 5, "creates_join_request": True}, "member limit can't be specified"),
        ("editChatInviteLink", {}, "invite link must be non-empty"),
        ("editChatInviteLink", {"invite_link": "https://t.me/+nowhere"}, "INVITE_HASH_EXPIRED"),
        ("revokeChatInviteLink", {"invite_link": "https://t.me/+nowhere"}, "INVITE_HASH_EXPIRED"),
    ],
)
async def test_what_is_no_invitation_is_refused(town: Town, method: str, more: dict[str, Any], wrong: str) -> None:
    with pytest.raises(Refused, match=f"Bad Request: {wrong}"):
        await town.calls(method, chat_id=town.home, **more)


@pytest.mark.parametrize("method", ["createChatInviteLink", "exportChatInviteLink", "approveChatJoinRequest"])
async def test_inviting_needs_the_right(town: Town, method: str) -> None:
    await town.play("promote", who="bot", chat=town.home, admin=True, rights=["pin_messages"])
    for chat in (town.home, town.group):
        with pytest.raises(Refused, match="not enough rights to manage chat invite link"):
            await town.calls(method, chat_id=chat, user_id=town.dong)


async def test_a_bot_that_may_not_invite_hears_of_no_request(town: Town) -> None:
    await town.play("promote", who="bot", chat=town.home, admin=True, rights=["pin_messages"])
    await town.hears()
    await town.play("ask", who=town.dong, chat=town.home)
    assert await town.hears() == []


async def test_what_was_asked_and_invited_outlives_a_restart(tmp_path: Any) -> None:
    town = Town(tmp_path / "telegram.db")
    link = await invitation(town, creates_join_request=True, name="门口")
    await town.play("open", who_acts=town.dong, link=link)
    await town.play("promote", who="bot", chat=town.home, admin=True, rights=["invite_users"])
    home, dong, anna = town.home, town.dong, town.anna
    town.world.close()
    again = Town.reopened(tmp_path / "telegram.db")
    assert (await again.look("link", who_looks=dong, link=link))["me"] == "asking"
    await again.calls("approveChatJoinRequest", chat_id=home, user_id=dong)
    bot = await again.calls("getChatMember", chat_id=home, user_id=int(TOKEN.partition(":")[0]))
    assert (bot["can_invite_users"], bot["can_pin_messages"], anna in again.world.people) == (True, False, True)


# removed


async def test_who_is_banned_is_gone_and_no_link_brings_them_back(town: Town) -> None:
    link = await invitation(town)
    await town.calls("banChatMember", chat_id=town.home, user_id=town.boris)
    assert (await town.hears())[-1]["message"]["left_chat_member"]["id"] == town.boris
    assert await standing(town, town.boris) == "kicked"
    assert "removed" in await refused(town, "open", who_acts=town.boris, link=link)
    await town.calls("unbanChatMember", chat_id=town.home, user_id=town.boris, only_if_banned=True)
    assert (await town.play("open", who_acts=town.boris, link=link))["kind"] == "joined"


@pytest.mark.parametrize(
    ("where", "whom", "wrong"),
    [
        ("home", "anna", "user is an administrator of the chat"),
        ("home", "bot", "can't restrict self"),
        ("group", "boris", "not enough rights to restrict/unrestrict chat member"),
        ("private", "boris", "chat member status can't be changed in private chats"),
        ("home", "nobody", "member not found"),
    ],
)
async def test_who_cannot_be_banned(town: Town, where: str, whom: str, wrong: str) -> None:
    await town.starts(town.anna)
    chat = {"home": town.home, "group": town.group, "private": town.anna}[where]
    person = {"anna": town.anna, "boris": town.boris, "bot": BOT, "nobody": 77}[whom]
    with pytest.raises(Refused, match=f"Bad Request: {wrong}"):
        await town.calls("banChatMember", chat_id=chat, user_id=person)


# the bot comes to a group


async def empty_group(town: Town, **more: Any) -> int:
    made = await town.play(
        "group", title="Yard", **{"members": [town.boris], "admins": [town.anna], "bot": None, **more}
    )
    group: int = made["chat"]["id"]
    return group


async def test_a_startgroup_link_brings_the_bot_with_the_rights_it_names(town: Town) -> None:
    group = await empty_group(town)
    link = f"{HERE}?startgroup=place_3&admin={RIGHTS}"
    look = await town.look("link", who_looks=town.anna, link=link)
    assert (look["kind"], look["payload"], look["rights"]) == ("startgroup", "place_3", RIGHTS.split("+"))
    assert {"id": group, "title": "Yard", "admin": True, "bot": False} in look["groups"]

    await town.play("open", who_acts=town.anna, link=link, chat=group)

    mine, came, said = await town.hears()
    now = mine["my_chat_member"]["new_chat_member"]
    assert (mine["my_chat_member"]["from"]["id"], now["status"]) == (town.anna, "administrator")
    assert {right for right, has in now.items() if has is True} == {
        "can_manage_chat", "can_pin_messages", "can_delete_messages", "can_invite_users",
    }  # fmt: skip
    assert came["message"]["new_chat_members"][0]["id"] == BOT
    assert (said["message"]["text"], said["message"]["from"]["id"]) == ("/start@linli_bot place_3", town.anna)


async def test_a_plain_member_brings_a_plain_member(town: Town) -> None:
    group = await empty_group(town)
    await town.play("open", who_acts=town.boris, link=f"{HERE}?startgroup&admin={RIGHTS}", chat=group)
    assert [list(update)[1] for update in await town.hears()] == ["my_chat_member", "message"]
    assert await standing(town, BOT, group) == "member"


async def test_a_bot_that_is_there_already_is_given_what_it_lacks(town: Town) -> None:
    await town.play("open", who_acts=town.anna, link=f"{HERE}?startgroup=x&admin=pin_messages", chat=town.group)
    await town.play("open", who_acts=town.anna, link=f"{HERE}?startgroup=&admin=invite_users", chat=town.group)
    bot = await town.calls("getChatMember", chat_id=town.group, user_id=BOT)
    assert (bot["can_pin_messages"], bot["can_invite_users"], bot["can_delete_messages"]) == (True, True, False)
    assert [list(update)[1] for update in await town.hears()] == ["my_chat_member", "message", "my_chat_member"]


async def test_rights_that_were_not_given_are_missed(town: Town) -> None:
    await town.play("promote", who="bot", chat=town.home, admin=True, rights=["invite_users"])
    said = await town.says(town.boris, town.home, "hello")
    board = await town.calls("sendMessage", chat_id=town.home, text="board")
    for method, message, wrong in (
        ("pinChatMessage", board, "not enough rights to manage pinned messages in the chat"),
        ("deleteMessage", said, "message can't be deleted"),
    ):
        with pytest.raises(Refused, match=wrong):
            await town.calls(method, chat_id=town.home, message_id=message["message_id"])
    with pytest.raises(Refused, match="not enough rights to restrict"):
        await town.calls("banChatMember", chat_id=town.home, user_id=town.boris)
    assert await town.calls("deleteMessage", chat_id=town.home, message_id=board["message_id"])


async def test_the_bot_leaves_and_the_group_sees_it(town: Town) -> None:
    await town.calls("leaveChat", chat_id=town.home)
    shown = (await town.look("messages", who_looks=town.anna, chat=town.home))["messages"]
    assert shown[-1]["left_chat_member"]["id"] == BOT
    assert [list(update)[1] for update in await town.hears()] == ["my_chat_member"]
    with pytest.raises(Refused, match="Forbidden: bot is not a member of the supergroup chat"):
        await town.calls("leaveChat", chat_id=town.home)
    await town.starts(town.anna)
    with pytest.raises(Refused, match="chat member status can't be changed in private chats"):
        await town.calls("leaveChat", chat_id=town.anna)


# links


@pytest.mark.parametrize(
    "link",
    [f"{HERE}?start=h_12", " t.me/Linli_bot?start=h_12 ", "tg://resolve?domain=linli_bot&start=h_12",
     "http://telegram.me/linli_bot?start=h_12"],
)  # fmt: skip
async def test_a_link_is_opened_however_it_is_written(town: Town, link: str) -> None:
    assert await town.play("open", who_acts=town.dong, link=link) == {"kind": "start", "chat": "bot"}
    assert (await town.hears())[-1]["message"]["text"] == "/start h_12"


async def test_a_link_to_the_bot_alone_says_nothing(town: Town) -> None:
    assert await town.play("open", who_acts=town.dong, link=HERE) == {"kind": "chat", "chat": "bot"}
    assert await town.hears() == []


@pytest.mark.parametrize(
    "link",
    ["https://t.me/other_bot?start=x", "https://example.org/linli_bot", "hello", "https://t.me/+nowhere", "",
     "tg://join?invite=nowhere", f"{HERE}?startgroup=x", f"{HERE}?start={'x' * 65}"],
)  # fmt: skip
async def test_other_links_lead_nowhere_here(town: Town, link: str) -> None:
    assert len(await refused(town, "open", who_acts=town.dong, link=link)) > 10
    assert await town.hears() == []


async def test_the_bot_is_not_brought_where_one_is_not(town: Town) -> None:
    link = f"{HERE}?startgroup=x"
    for chat in (town.home, "bot", -5):
        assert await refused(town, "open", who_acts=town.dong, link=link, chat=chat)
