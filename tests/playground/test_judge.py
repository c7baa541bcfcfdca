"""The judge lets good calls pass and names what is wrong with bad ones."""

from typing import Any

import pytest

from tests.playground.judge import BadCall, judge

BUTTONS = '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}'
GOOD: list[tuple[str, dict[str, Any]]] = [
    ("getMe", {}),
    ("sendMessage", {"chat_id": 5, "text": "hi"}),
    ("sendMessage", {"chat_id": "5", "text": "123", "parse_mode": "HTML", "disable_notification": "true"}),
    ("sendMessage", {"chat_id": -100, "text": "{", "reply_markup": BUTTONS}),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": {"keyboard": [[{"text": "a"}]]}}),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_parameters": '{"message_id": 4}'}),
    ("answerCallbackQuery", {"callback_query_id": "77", "text": "ok", "show_alert": "true"}),
    ("getUpdates", {"timeout": 50, "allowed_updates": '["message"]'}),
    ("setMyCommands", {"commands": '[{"command":"need","description":"ask"}]', "scope": '{"type":"default"}'}),
    ("sendPhoto", {"chat_id": 1, "photo": "attach://x"}),
]
BAD: list[tuple[str, dict[str, Any], str]] = [
    ("sendMesage", {"chat_id": 5, "text": "hi"}, "there is no method sendMesage"),
    ("sendMessage", {"chat_id": 5}, "text"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_to": 4}, "unknown: sendMessage.reply_to"),
    ("sendMessage", {"chat_id": 5, "text": "a", "disable_notification": "perhaps"}, "disable_notification"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": {"inline_keyboard": [[{"label": "a"}]]}}, "unknown"),
    (
        "sendMessage",
        {"chat_id": 5, "text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback": "b"}]]}},
        r"unknown: sendMessage.reply_markup.inline_keyboard\[0\]\[0\].callback",
    ),
    ("editMessageText", {"chat_id": 5, "message_id": "x", "text": "a"}, "message_id"),
    ("answerCallbackQuery", {"text": "a"}, "callback_query_id"),
    ("setMyCommands", {"commands": '[{"command":"need"}]'}, "description"),
]


@pytest.mark.parametrize(("method", "params"), GOOD)
def test_a_good_call_passes(method: str, params: dict[str, Any]) -> None:
    judge(method, params)


@pytest.mark.parametrize(("method", "params", "wrong"), BAD)
def test_a_bad_call_is_named(method: str, params: dict[str, Any], wrong: str) -> None:
    with pytest.raises(BadCall, match=wrong):
        judge(method, params)
