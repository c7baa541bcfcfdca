"""The Bot API on the wire: reads a call, finds its method, writes the answer."""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import unquote

from starlette.types import Receive, Scope, Send

from bot.playground.server import editing, invites, members, rooms, sending
from bot.playground.server import params as parameters
from bot.playground.server.errors import Refusal
from bot.playground.server.faults import Fault
from bot.playground.server.params import Params
from bot.playground.server.world import TOKEN, World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {
    name.replace("_", ""): getattr(module, name)
    for module, names in {
        sending: "send_message send_photo send_document send_voice send_poll copy_message forward_message",
        editing: "edit_message_text edit_message_caption edit_message_reply_markup stop_poll delete_message "
        "delete_messages pin_chat_message unpin_chat_message unpin_all_chat_messages answer_callback_query",
        members: "get_chat_member get_chat_administrators get_chat_member_count leave_chat ban_chat_member "
        "unban_chat_member",
        invites: "create_chat_invite_link edit_chat_invite_link revoke_chat_invite_link export_chat_invite_link "
        "approve_chat_join_request decline_chat_join_request",
        rooms: "get_me get_chat send_chat_action get_file set_my_commands get_my_commands "
        "delete_my_commands set_my_name get_my_name set_my_description get_my_description set_my_short_description "
        "get_my_short_description set_chat_menu_button get_chat_menu_button set_webhook delete_webhook "
        "get_webhook_info",
    }.items()
    for name in names.split()
}
READING = frozenset(name for name in METHODS if name.startswith("get")) | {"sendchataction"}
MOST_BYTES = 52 * 1024 * 1024
UNAUTHORIZED = Refusal(401, "Unauthorized")
NOT_FOUND = Refusal(404, "Not Found")
JSON = [(b"content-type", b"application/json")]


class BotApi:
    def __init__(self, world: World) -> None:
        self.world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves /bot<token>/<method>."""
        token, _, name = scope["path"][4:].partition("/")
        try:
            self._admit(token)
            body = await _body(receive)
            params = parameters.read(scope["query_string"], _header(scope, b"content-type"), body)
        except Refusal as refusal:
            await _refuse(send, refusal)
        else:
            await self._serve(name, params, receive, send)

    async def file(self, scope: Scope, send: Send) -> None:
        """Serves /file/bot<token>/<path>."""
        token, _, path = scope["path"][9:].partition("/")
        try:
            self._admit(token)
        except Refusal as refusal:
            await _refuse(send, refusal)
            return
        found = self.world.library.at(unquote(path))
        if found is None:
            await _refuse(send, NOT_FOUND)
            return
        file, content = found
        kind = [(b"content-type", file.mime.encode()), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": kind})
        await send({"type": "http.response.body", "body": content})

    def _admit(self, token: str) -> None:
        world = self.world
        token = unquote(token)
        if token == world.token:
            return
        if not TOKEN.fullmatch(token):
            raise NOT_FOUND
        if world.token is not None or not world.any_token:
            raise UNAUTHORIZED
        world.be(token)

    async def _serve(self, name: str, params: Params, receive: Receive, send: Send) -> None:
        world, lower = self.world, name.lower()
        fault = world.calls.fault(lower, params.text("chat_id")) if world.calls.faults else None
        if fault is not None and fault.when != "after":
            await asyncio.sleep(fault.hang)
            if fault.status or fault.drop:
                world.calls.note(name, params.shown(), fault.status)
                await _fail(fault, send)
                return
        status, text = await self._call(lower, params, receive)
        if lower != "getupdates":
            world.calls.note(name, params.shown(), status)
        if fault is not None and fault.when == "after":
            await asyncio.sleep(fault.hang)
            if fault.status or fault.drop:
                await _fail(fault, send)
                return
        await _answer(send, status, text)

    async def _call(self, name: str, params: Params, receive: Receive) -> tuple[int, str]:
        try:
            if name == "getupdates":
                result = await self._get_updates(params, receive)
            elif name in METHODS:
                result = json.dumps(METHODS[name](self.world, params))
            else:
                raise NOT_FOUND
        except Refusal as refusal:
            self.world.flush()
            return refusal.code, json.dumps(refusal.as_json())
        if name not in READING:
            self.world.flush()
        return 200, f'{{"ok":true,"result":{result}}}'

    async def _get_updates(self, params: Params, receive: Receive) -> str:
        world = self.world
        was_away = world.polled_at is None or time.monotonic() - world.polled_at > 10
        world.polled_at = time.monotonic()
        if was_away:
            world.live.tell_all({"kind": "bot", "online": 0.0})
        offset, limit, timeout = params.int("offset"), params.int("limit", 100), params.int("timeout")
        try:
            getting = world.updates.get(offset, limit, max(timeout, 0), rooms.allowed_updates(params))
            return await (_unless_gone(getting, receive) if timeout > 0 and not len(world.updates) else getting)
        finally:
            world.polled_at = time.monotonic()


async def _unless_gone(getting: Coroutine[Any, Any, str], receive: Receive) -> str:
    """Waits for updates as long as somebody is there to take them."""
    waiting, leaving = asyncio.ensure_future(getting), asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait((waiting, leaving), return_when=asyncio.FIRST_COMPLETED)
        return waiting.result() if waiting.done() else "[]"
    finally:
        waiting.cancel()
        leaving.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _fail(fault: Fault, send: Send) -> None:
    if fault.drop:
        await _hang_up(send)
    else:
        await _answer(send, fault.status, json.dumps(fault.answer()))


async def _refuse(send: Send, refusal: Refusal) -> None:
    await _answer(send, refusal.code, json.dumps(refusal.as_json()))


async def _body(receive: Receive) -> bytes:
    event = await receive()
    body: bytes = event.get("body", b"")
    while event.get("more_body"):
        event = await receive()
        body += event.get("body", b"")
        if len(body) > MOST_BYTES:
            raise Refusal(413, "Request Entity Too Large")
    return body


def _header(scope: Scope, name: bytes) -> bytes:
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value)
    return b""


async def _answer(send: Send, status: int, text: str) -> None:
    body = text.encode()
    headers = [*JSON, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _hang_up(send: Send) -> None:
    """Breaks the connection without a byte of answer (uvicorn), or fails as a broken connection would (tests)."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("the playground was asked to hang up")
    transport.abort()
    await asyncio.sleep(0.01)  # until uvicorn has noticed
