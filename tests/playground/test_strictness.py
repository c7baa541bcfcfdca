"""What Telegram refuses, in Telegram's words."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.playground.server.editing import NOT_MODIFIED
from tests.playground.conftest import BOT, TOKEN, Refused, Town, keyboard

OLD_QUERY = "Bad Request: query is too old and response timeout expired or query ID is invalid"
ENTITIES = "Bad Request: can't parse entities: "


async def refusal(call: Awaitable[Any]) -> str:
    with pytest.raises(Refused) as refused:
        await call
    return str(refused.value)


SENDING: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "Bad Request: message text is empty"),
    ({"text": "  \n "}, "Bad Request: message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
    ({"text": "好" * 4097}, "Bad Request: message is too long"),
    ({"text": "😀" * 2049}, "Bad Request: message is too long"),
    ({"text": "a <c> b", "parse_mode": "HTML"}, ENTITIES + 'Unsupported start tag "c" at byte offset 2'),
    ({"text": "好 <p>x</p>", "parse_mode": "HTML"}, ENTITIES + 'Unsupported start tag "p" at byte offset 4'),
    ({"text": "a < b", "parse_mode": "HTML"}, ENTITIES + 'Unsupported start tag "" at byte offset 2'),
    ({"text": "<b>x", "parse_mode": "HTML"}, ENTITIES + 'Can\'t find end tag corresponding to start tag "b"'),
    ({"text": "x</b>", "parse_mode": "HTML"}, ENTITIES + "Unexpected end tag at byte offset 1"),
    (
        {"text": "<b>x</i>", "parse_mode": "HTML"},
        ENTITIES + 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ),
    ({"text": "<b", "parse_mode": "HTML"}, ENTITIES + "Unclosed start tag at byte offset 0"),
    ({"text": '<a href="x', "parse_mode": "HTML"}, ENTITIES + "Unclosed start tag at byte offset 0"),
    ({"text": "<b>x</b", "parse_mode": "HTML"}, ENTITIES + "Unclosed end tag at byte offset 4"),
    (
        {"text": "<span>x</span>", "parse_mode": "HTML"},
        ENTITIES + 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    ({"text": "*x*", "parse_mode": "MarkdownV2"}, ENTITIES + "the playground does not read MarkdownV2, use HTML"),
    ({"text": "x", "parse_mode": "XML"}, "Bad Request: unsupported parse_mode"),
    ({"text": "x", "chat_id": 42}, "Bad Request: chat not found"),
    ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
    ({"text": "x", "reply_markup": keyboard(("a", "x" * 65))}, "Bad Request: BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard(("a", "好" * 22))}, "Bad Request: BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard(("a", ""))}, "Bad Request: BUTTON_DATA_INVALID"),
    (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]] * 101}},
        "Bad Request: reply markup is too long",
    ),
    (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "tel:110"}]]}},
        "Bad Request: inline keyboard button URL 'tel:110' is invalid: Wrong HTTP URL",
    ),
    ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
    ({"text": "x", "reply_markup": "[]"}, "Bad Request: object expected as reply markup"),
    ({"text": "x", "reply_to_message_id": 99}, "Bad Request: message to be replied not found"),
    ({"text": "x", "reply_parameters": {"message_id": 99}}, "Bad Request: message to be replied not found"),
    ({"text": "x", "message_thread_id": 1}, "Bad Request: message thread not found"),
]


@pytest.mark.parametrize(("params", "sentence"), SENDING)
async def test_a_message_telegram_would_refuse_is_refused(town: Town, params: dict[str, Any], sentence: str) -> None:
    assert await refusal(town.calls("sendMessage", **{"chat_id": town.group, **params})) == sentence


FITS: list[dict[str, Any]] = [
    {"text": "好" * 4096},
    {"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"},
    {"text": "x", "reply_markup": keyboard(("a", "x" * 64))},
    {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}] * 5] * 20}},
    {"text": "x", "reply_to_message_id": 99, "allow_sending_without_reply": True},
    {"text": "x", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
    {"text": "5 &lt; 6 &amp; <u>yes</u>", "parse_mode": "HTML"},
    {"text": "12345"},
]


@pytest.mark.parametrize("params", FITS)
async def test_what_just_fits_is_sent(town: Town, params: dict[str, Any]) -> None:
    assert (await town.calls("sendMessage", chat_id=town.group, **params))["from"]["id"] == BOT


async def test_a_lone_surrogate_is_refused(town: Town) -> None:
    body = b'{"chat_id": 5, "text": "\\ud83d"}'
    answer = await town.http.post(
        f"/bot{TOKEN}/sendMessage", content=body, headers={"content-type": "application/json"}
    )
    assert answer.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_form_values_that_look_like_numbers_stay_text(town: Town) -> None:
    markup = {"inline_keyboard": [[{"text": "1", "callback_data": "2"}]]}
    sent = await town.calls("sendMessage", chat_id=town.group, text="007", reply_markup=markup)
    assert sent["text"] == "007"
    assert sent["reply_markup"] == markup


async def test_a_bot_cannot_write_first(town: Town) -> None:
    hello = {"chat_id": town.boris, "text": "x"}
    assert await refusal(town.calls("sendMessage", **hello)) == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    assert await refusal(town.calls("sendMessage", chat_id=town.dong, text="x")) == "Bad Request: chat not found"
    await town.starts(town.boris)
    assert await town.calls("sendMessage", **hello)


async def test_a_blocked_bot_is_told_so_until_it_is_started_again(town: Town) -> None:
    await town.starts(town.anna)
    await town.play("block", who_acts=town.anna, blocked=True)
    assert await refusal(town.calls("sendMessage", chat_id=town.anna, text="x")) == (
        "Forbidden: bot was blocked by the user"
    )
    await town.starts(town.anna)
    assert await town.calls("sendMessage", chat_id=town.anna, text="x")


@pytest.mark.parametrize(
    ("type", "act", "sentence"),
    [
        ("supergroup", "remove", "Forbidden: bot was kicked from the supergroup chat"),
        ("group", "remove", "Forbidden: bot was kicked from the group chat"),
        ("supergroup", "leave", "Forbidden: bot is not a member of the supergroup chat"),
        ("group", "leave", "Forbidden: bot is not a member of the group chat"),
    ],
)
async def test_a_bot_that_is_out_is_told_so(town: Town, type: str, act: str, sentence: str) -> None:
    chat = (await town.play("group", title="Out", members=[town.anna], bot="member", type=type))["chat"]["id"]
    await town.play(act, who_acts=town.anna, who="bot", chat=chat)
    assert await refusal(town.calls("sendMessage", chat_id=chat, text="x")) == sentence


EDITS: list[tuple[str, Callable[[Town, int, int], dict[str, Any]], str]] = [
    ("the same", lambda t, own, other: {"message_id": own, "text": "card"}, f"Bad Request: {NOT_MODIFIED}"),
    ("no such", lambda t, own, other: {"message_id": 99, "text": "x"}, "Bad Request: message to edit not found"),
    ("another's", lambda t, own, other: {"message_id": other, "text": "x"}, "Bad Request: message can't be edited"),
    ("no number", lambda t, own, other: {"text": "x"}, "Bad Request: message identifier is not specified"),
    ("empty", lambda t, own, other: {"message_id": own, "text": " "}, "Bad Request: message text is empty"),
    ("long", lambda t, own, other: {"message_id": own, "text": "x" * 4097}, "Bad Request: message is too long"),
    (
        "a keyboard below",
        lambda t, own, other: {"message_id": own, "text": "x", "reply_markup": {"keyboard": [[{"text": "a"}]]}},
        "Bad Request: inline keyboard expected",
    ),
]


@pytest.mark.parametrize(("what", "params", "sentence"), EDITS)
async def test_an_edit_telegram_would_refuse_is_refused(
    town: Town, what: str, params: Callable[[Town, int, int], dict[str, Any]], sentence: str
) -> None:
    own = (await town.calls("sendMessage", chat_id=town.group, text="card"))["message_id"]
    other = (await town.says(town.anna, town.group, "mine"))["message_id"]
    call = {"chat_id": town.group, **params(town, own, other)}
    assert await refusal(town.calls("editMessageText", **call)) == sentence


async def test_only_what_changed_counts_as_modified(town: Town) -> None:
    sent = await town.calls("sendMessage", chat_id=town.group, text="card", reply_markup=keyboard(("a", "b")))
    same = {"chat_id": town.group, "message_id": sent["message_id"]}
    with_buttons = town.calls("editMessageText", **same, text="card", reply_markup=keyboard(("a", "b")))
    assert await refusal(with_buttons) == f"Bad Request: {NOT_MODIFIED}"
    assert "reply_markup" not in await town.calls("editMessageText", **same, text="card")
    bold = await town.calls("editMessageText", **same, text="<b>card</b>", parse_mode="HTML")
    assert bold["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert await refusal(town.calls("editMessageReplyMarkup", **same)) == f"Bad Request: {NOT_MODIFIED}"
    assert await town.calls("editMessageReplyMarkup", **same, reply_markup=keyboard(("a", "c")))


async def test_a_deleted_message_cannot_be_edited_answered_or_pinned(town: Town) -> None:
    sent = (await town.calls("sendMessage", chat_id=town.home, text="card"))["message_id"]
    assert await town.calls("deleteMessage", chat_id=town.home, message_id=sent)
    gone = {"chat_id": town.home, "message_id": sent}
    not_found = "Bad Request: message to {} not found"
    assert await refusal(town.calls("editMessageText", **gone, text="x")) == not_found.format("edit")
    assert await refusal(town.calls("deleteMessage", **gone)) == not_found.format("delete")
    assert await refusal(town.calls("pinChatMessage", **gone)) == not_found.format("pin")
    copy = {"chat_id": town.home, "from_chat_id": town.home, "message_id": sent}
    assert await refusal(town.calls("copyMessage", **copy)) == not_found.format("copy")
    assert await refusal(town.calls("forwardMessage", **copy)) == not_found.format("forward")


async def test_a_plain_member_removes_and_pins_nothing_of_others(town: Town) -> None:
    other = (await town.says(town.anna, town.group, "mine"))["message_id"]
    this = {"chat_id": town.group, "message_id": other}
    assert await refusal(town.calls("deleteMessage", **this)) == "Bad Request: message can't be deleted"
    assert await refusal(town.calls("pinChatMessage", **this)) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )


async def test_own_messages_can_be_deleted_for_two_days(town: Town) -> None:
    sent = (await town.calls("sendMessage", chat_id=town.group, text="card"))["message_id"]
    await town.play("clock", seconds=48 * 3600)
    assert await refusal(town.calls("deleteMessage", chat_id=town.group, message_id=sent)) == (
        "Bad Request: message can't be deleted for everyone"
    )


async def test_a_press_is_answered_once_and_in_time(town: Town) -> None:
    sent = (await town.calls("sendMessage", chat_id=town.group, text="card"))["message_id"]
    press = await town.presses(town.anna, town.group, sent, "forged")
    query = (await town.hears())[-1]["callback_query"]
    assert query["data"] == "forged"
    long = {"callback_query_id": query["id"], "text": "x" * 201}
    assert await refusal(town.calls("answerCallbackQuery", **long)) == "Bad Request: MESSAGE_TOO_LONG"
    assert await town.calls("answerCallbackQuery", callback_query_id=query["id"], text="ok", show_alert=True)
    assert (await press)["answer"] == {"text": "ok", "show_alert": True, "url": None}
    assert await refusal(town.calls("answerCallbackQuery", callback_query_id=query["id"])) == OLD_QUERY
    assert await refusal(town.calls("answerCallbackQuery", callback_query_id="12")) == OLD_QUERY
    late = await town.presses(town.anna, town.group, sent, "late")
    query = (await town.hears())[-1]["callback_query"]
    await town.play("clock", seconds=150)
    assert await refusal(town.calls("answerCallbackQuery", callback_query_id=query["id"])) == OLD_QUERY
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://t.me/linli_bot?start=ticket_12", True),
        ("https://t.me/linli_bot?start=" + "x" * 65, False),
        ("https://t.me/linli_bot?start=a.b", False),
        ("https://t.me/other_bot?start=a", False),
        ("https://example.org/", False),
    ],
)
async def test_an_answer_opens_the_bots_own_links_only(town: Town, url: str, fine: bool) -> None:
    sent = (await town.calls("sendMessage", chat_id=town.group, text="card"))["message_id"]
    press = await town.presses(town.anna, town.group, sent, "x")
    query = (await town.hears())[-1]["callback_query"]
    call = town.calls("answerCallbackQuery", callback_query_id=query["id"], url=url)
    if fine:
        assert await call
        assert (await press)["answer"]["url"] == url
    else:
        assert await refusal(call) == "Bad Request: URL_INVALID"
        press.cancel()
        await asyncio.gather(press, return_exceptions=True)


@pytest.mark.parametrize("payload", ["x" * 65, "a b", "a.b", "好"])
async def test_a_start_payload_is_short_and_plain(town: Town, payload: str) -> None:
    answer = await town.http.post("/play/start", json={"as": town.anna, "payload": payload})
    assert answer.status_code == 400


async def test_captions_are_shorter_than_texts(town: Town) -> None:
    await town.play("photo", who_acts=town.anna, chat=town.home)
    photo = (await town.hears())[-1]["message"]["photo"][0]["file_id"]
    call = {"chat_id": town.home, "photo": photo}
    assert await refusal(town.calls("sendPhoto", **call, caption="x" * 1025)) == (
        "Bad Request: message caption is too long"
    )
    assert await town.calls("sendPhoto", **call, caption="x" * 1024)
    assert await refusal(town.calls("sendPhoto", chat_id=town.home, photo="nonsense")) == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    assert await refusal(town.calls("sendDocument", chat_id=town.home, document=photo)) == (
        "Bad Request: can't use file of type Photo as Document"
    )


async def test_unknown_methods_and_tokens_are_told_apart(town: Town) -> None:
    unknown = await town.http.post(f"/bot{TOKEN}/sendMesage")
    assert (unknown.status_code, unknown.json()) == (404, {"ok": False, "error_code": 404, "description": "Not Found"})
    foreign = await town.http.post("/bot77:another/getMe")
    assert (foreign.status_code, foreign.json()["description"]) == (401, "Unauthorized")
    assert (await town.http.post("/botnonsense/getMe")).status_code == 404


async def test_a_call_may_come_in_any_clothes(town: Town) -> None:
    path, chat = f"/bot{TOKEN}/sendMessage", town.group
    for answer in (
        await town.http.get(path, params={"chat_id": chat, "text": "好"}),
        await town.http.post(path, data={"chat_id": chat, "text": "好"}),
        await town.http.post(path, json={"chat_id": chat, "text": "好"}),
        await town.http.post(path, data={"chat_id": chat, "text": "好"}, files={"unused": ("a.txt", b"x")}),
        await town.http.post(f"/bot{TOKEN.replace(':', '%3A')}/sendmessage", json={"chat_id": chat, "text": "好"}),
    ):
        assert answer.json()["result"]["text"] == "好", answer.text
