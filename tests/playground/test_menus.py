"""The command menu: by scope and language, in the order Telegram documents."""

from typing import Any

import pytest

from tests.playground.conftest import Refused, Town


async def sets(town: Town, name: str, scope: dict[str, Any] | None = None, language: str = "") -> None:
    commands = [{"command": name, "description": name}]
    more = {"scope": scope} if scope else {}
    await town.calls("setMyCommands", commands=commands, language_code=language, **more)


async def menu(town: Town, person: int, chat: int | str) -> str:
    chats = (await town.look("chats", who_looks=person))["chats"]
    shown = next(one for one in chats if one["id"] == chat)["commands"]
    return shown[0]["command"] if shown else ""


async def test_in_private_the_nearest_list_wins(town: Town) -> None:
    seen = []
    for name, scope, language in (
        ("d", None, ""),
        ("d_zh", None, "zh"),
        ("p", {"type": "all_private_chats"}, ""),
        ("p_zh", {"type": "all_private_chats"}, "zh"),
        ("c", {"type": "chat", "chat_id": town.anna}, ""),
        ("c_zh", {"type": "chat", "chat_id": town.anna}, "zh"),
    ):
        await town.starts(town.anna)
        await sets(town, name, scope, language)
        seen.append(await menu(town, town.anna, "bot"))
    assert seen == ["d", "d_zh", "p", "p_zh", "c", "c_zh"]
    assert await menu(town, town.boris, "bot") == "p_zh"


async def test_in_a_group_admins_and_single_people_have_lists_of_their_own(town: Town) -> None:
    home = {"chat_id": town.home}
    anna, boris = [], []
    for name, scope in (
        ("d", {"type": "default"}),
        ("g", {"type": "all_group_chats"}),
        ("a", {"type": "all_chat_administrators"}),
        ("c", {"type": "chat", **home}),
        ("ca", {"type": "chat_administrators", **home}),
        ("m", {"type": "chat_member", **home, "user_id": town.boris}),
    ):
        await sets(town, name, scope)
        anna.append(await menu(town, town.anna, town.home))
        boris.append(await menu(town, town.boris, town.home))
    assert anna == ["d", "g", "a", "c", "ca", "ca"]
    assert boris == ["d", "g", "g", "c", "c", "m"]
    assert await menu(town, town.anna, town.group) == "a"


async def test_another_language_falls_back_and_what_is_deleted_is_gone(town: Town) -> None:
    await sets(town, "all", {"type": "all_private_chats"})
    await sets(town, "en", {"type": "all_private_chats"}, "en")
    assert await menu(town, town.anna, "bot") == "all"  # zh-hans
    await town.calls("deleteMyCommands", scope={"type": "all_private_chats"})
    assert await menu(town, town.anna, "bot") == ""
    emma = (await town.play("person", first_name="Emma", language_code="en-GB"))["person"]["id"]
    assert await menu(town, emma, "bot") == "en"
    await town.calls("setMyCommands", commands=[], scope={"type": "all_private_chats"}, language_code="en")
    assert await menu(town, emma, "bot") == ""


@pytest.mark.parametrize(
    ("scope", "wrong"),
    [
        ({"type": "everywhere"}, "unsupported type specified"),
        ({"type": "chat"}, "chat_id is empty"),
        ({"type": "chat", "chat_id": -5}, "chat not found"),
        ({"type": "chat_administrators", "chat_id": 100001}, "can't use specified scope in private chats"),
        ({"type": "chat_member", "chat_id": "home"}, "user not found"),
    ],
)
async def test_a_scope_that_is_none_is_refused(town: Town, scope: dict[str, Any], wrong: str) -> None:
    scope = {key: town.home if value == "home" else value for key, value in scope.items()}
    with pytest.raises(Refused, match=wrong):
        await sets(town, "x", scope)


async def test_the_menu_button_is_remembered_for_one_and_for_all(town: Town) -> None:
    await town.calls("setChatMenuButton", menu_button={"type": "commands"})
    await town.calls("setChatMenuButton", chat_id=town.anna, menu_button={"type": "default"})
    assert (await town.calls("getChatMenuButton", chat_id=town.boris))["type"] == "commands"
    assert (await town.calls("getChatMenuButton", chat_id=town.anna))["type"] == "default"
