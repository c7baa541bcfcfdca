"""Reply markup as a bot may send it; what Telegram would refuse is refused in its words."""

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.playground.server.entities import checked_url
from bot.playground.server.errors import bad
from bot.playground.server.params import Params

Markup = dict[str, Any]
MOST_BUTTONS, MOST_IN_A_ROW = 100, 8
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
ACTIONS = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
           "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay")  # fmt: skip


def read(params: Params) -> Markup | None:
    """The call's `reply_markup`, checked; None where there is none or it is empty."""
    markup = params.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup)
    if "keyboard" in markup:
        return _keyboard(markup)
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def inline(markup: Markup | None) -> Markup | None:
    return markup if markup is not None and "inline_keyboard" in markup else None


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad(f'field "{what}" of the ReplyKeyboardMarkup must be an Array of Arrays')
    if not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{what}" must be an Array of Arrays')
    kept: list[list[Any]] = [row for row in rows if row]
    if sum(len(row) for row in kept) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in kept):
        raise bad("reply markup is too long")
    return kept


def _inline(markup: Markup) -> Markup | None:
    rows = [[_button(button) for button in row] for row in _rows(markup["inline_keyboard"], "inline_keyboard")]
    return {"inline_keyboard": rows} if rows else None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: expected an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    if not any(button.get(action) is not None for action in ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    kept = {key: value for key, value in button.items() if value is not None}
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode(errors="replace")) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in kept:
        kept["url"] = _url(str(kept["url"]))
    copied = kept.get("copy_text")
    if copied is not None and not 1 <= len(copied.get("text", "")) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return kept


def _url(url: str) -> str:
    checked = checked_url(url) if not url.startswith("tg://user?id=") else url
    if checked is None:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    parts = urlsplit(checked)
    asked = parse_qs(parts.query)
    payloads = [*asked.get("start", []), *asked.get("startgroup", [])]
    if parts.hostname in ("t.me", "telegram.me") and not all(map(START_PAYLOAD.fullmatch, payloads)):
        rule = "the start parameter is at most 64 of [A-Za-z0-9_-]"
        raise bad(f"inline keyboard button URL '{url}' is invalid: {rule}")
    return checked


def _keyboard(markup: Markup) -> Markup | None:
    rows = []
    for row in _rows(markup["keyboard"], "keyboard"):
        buttons = [{"text": button} if isinstance(button, str) else button for button in row]
        if not all(isinstance(b, dict) and isinstance(b.get("text"), str) for b in buttons):
            raise bad("can't parse keyboard button: Can't find field \"text\"")
        if not all(b["text"].strip() for b in buttons):
            raise bad("keyboard button text must be non-empty")
        rows.append(buttons)
    return {**markup, "keyboard": rows} if rows else None


def same(one: Markup | None, other: Markup | None) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
