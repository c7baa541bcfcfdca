"""A call's parameters: query, form, multipart or JSON, read as the official server reads them."""

import json
import re
from typing import Any
from urllib.parse import parse_qsl, unquote

from bot.playground.server.errors import bad

Upload = tuple[str, bytes, str]  # file name, content, content type
BOUNDARY = re.compile(rb'boundary="?([^";]+)"?')
DISPOSITION = re.compile(rb'(\w+\*?)="((?:[^"\\]|\\.)*)"')
FAR_NAME = re.compile(rb"(?i)filename\*=\"?utf-8''([^\";\r\n]+)")


class Params:
    """Values stay as they were sent, so the calls can be judged later; the getters read them leniently."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.uploads: dict[str, Upload] = {}

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return json.dumps(value) if isinstance(value, dict | list) else str(value)

    def int(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        try:
            return int(self.text(name).strip())
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value if isinstance(value, bool) else self.text(name).lower() in ("true", "yes", "1")

    def json(self, name: str, what: str) -> Any:
        """The JSON value of a parameter, None if it is empty; `what` names it in the error."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {what} JSON object") from None

    def shown(self) -> dict[str, Any]:
        """What /play/calls shows: uploads by name and size."""
        files = {name: f"<{file}, {len(content)} bytes>" for name, (file, content, _) in self.uploads.items()}
        return {**self.values, **files}


def read(query: bytes, content_type: bytes, body: bytes) -> Params:
    params = Params()
    if query:
        params.values.update(_form(query))
    kind = content_type.split(b";", 1)[0].strip().lower()
    if not body:
        return params
    if kind == b"application/json":
        params.values.update(_json(body))
    elif kind == b"application/x-www-form-urlencoded":
        params.values.update(_form(body))
    elif kind == b"multipart/form-data":
        _multipart(params, content_type, body)
    return params


def _json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body)
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None
    except ValueError:
        raise bad("can't parse parameters JSON object") from None
    if not isinstance(values, dict):
        raise bad("object expected")
    return values


def _form(text: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(text.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _multipart(params: Params, content_type: bytes, body: bytes) -> None:
    boundary = BOUNDARY.search(content_type)
    if boundary is None:
        raise bad("can't parse multipart body: no boundary")
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary[1])[1:]:
        head, separator, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not separator:
            continue
        named = dict(DISPOSITION.findall(head))
        name = named.get(b"name", b"").decode()
        far = FAR_NAME.search(head)  # RFC 8187, which wins over the plain name
        if far or b"filename" in named:
            kind = re.search(rb"(?i)content-type:\s*([^\r\n]+)", head)
            file = unquote(far[1].decode(errors="replace")) if far else named[b"filename"].decode(errors="replace")
            params.uploads[name] = (file, content, kind[1].decode() if kind else "application/octet-stream")
        else:
            try:
                params.values[name] = content.decode()
            except UnicodeDecodeError:
                raise bad("strings must be encoded in UTF-8") from None
