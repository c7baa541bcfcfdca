"""What each setting may be: a check gives the value as the house uses it, or names the sentence that says why not."""

import difflib
import os
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import time
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import SecretStr, ValidationInfo
from pydantic_core import PydanticCustomError

NUMBERS = {"medical": "120", "fire": "119", "police": "110", "mind": "12356", "lift": "96333"}

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]{20,}")
PHONE = re.compile(r"\+?(?=(?:[^0-9]*[0-9]){2})[0-9(*#][0-9 ()*#,/转-]{1,39}")
HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
PROXIES = ("http", "https", "socks5", "socks5h")
LONGEST_NAME = 60
LONGEST_KEPT = 1095
"""Days: three years, as long as a dispute about something given may take."""

SHANGHAI = "Asia/Shanghai"
MEANT_ZONES = {"香港": "Asia/Hong_Kong", "台北": "Asia/Taipei", "澳门": "Asia/Macau", "新加坡": "Asia/Singapore"}


class Separate(Protocol):
    """What no two communities may share."""

    @property
    def name(self) -> str: ...
    @property
    def token(self) -> SecretStr: ...
    @property
    def database(self) -> Path: ...
    @property
    def backups(self) -> Path | None: ...


def wrong(sentence: str, at: Sequence[str | int] = (), **blanks: object) -> PydanticCustomError:
    """`at`: where inside the setting that was checked."""
    return PydanticCustomError(sentence, sentence, {"at": tuple(at), "blanks": blanks})


def name(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("settings-text")
    line = unicodedata.normalize("NFC", _public(value).strip())
    if not line or len(line) > LONGEST_NAME or not line.isprintable():
        raise wrong("settings-name", longest=LONGEST_NAME)
    return line


def token(value: object) -> SecretStr:
    secret = value.get_secret_value() if isinstance(value, SecretStr) else value
    if secret == "":
        raise wrong("settings-token-missing")
    if not isinstance(secret, str) or not TOKEN.fullmatch(secret.strip()):
        raise wrong("settings-token-shape")
    return SecretStr(secret.strip())


def path(value: object, info: ValidationInfo) -> Path:
    """Beside config.toml if not absolute; `~` is the home of whoever starts Linli."""
    if not isinstance(value, str | Path):
        raise wrong("settings-text")
    if not _public(str(value)).strip() or not str(value).isprintable():
        raise wrong("settings-path")
    try:
        return Path((info.context or {}).get("home", "")) / Path(value).expanduser()
    except RuntimeError as nobody:
        raise wrong("settings-path") from nobody


def zone(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("settings-text")
    try:
        return ZoneInfo(value).key
    except (ValueError, OSError, LookupError) as unknown:
        raise wrong("settings-zone", value=value, near=_near_zone(value)) from unknown


def one_of(*choices: str) -> Callable[[object], str]:
    def chosen(value: object) -> str:
        if value not in choices:
            raise wrong("settings-choice", choices=" / ".join(f'"{choice}"' for choice in choices))
        return str(value)

    return chosen


def clock(value: object) -> time:
    if isinstance(value, time):
        return value.replace(tzinfo=None)
    read = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", _narrow(value)) if isinstance(value, str) else None
    if not read or int(read[1]) > 23 or int(read[2]) > 59:
        raise wrong("settings-clock")
    return time(int(read[1]), int(read[2]))


def span(value: object) -> tuple[time, time]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise wrong("settings-span")
    start, end = clock(value[0]), clock(value[1])
    if start == end:
        raise wrong("settings-span")
    return start, end


def day(value: object) -> tuple[time, time]:
    """Hours of one day: the end comes after the beginning."""
    start, end = span(value)
    if end < start:
        raise wrong("settings-day")
    return start, end


def weekdays(value: object) -> tuple[int, ...]:
    """Days of a week by number, Monday is 1; at least one."""
    days = list(value) if isinstance(value, list | tuple) else []
    if not days or any(not isinstance(one, int) or isinstance(one, bool) or not 1 <= one <= 7 for one in days):
        raise wrong("settings-weekdays")
    return tuple(sorted(set(days)))


def span_or_none(value: object) -> tuple[time, time] | None:
    return None if value is None or value in ([], ()) else span(value)


def numbers(given: object, not_a_name: Collection[str] = ()) -> Mapping[str, str]:
    if not isinstance(given, Mapping):
        raise wrong("settings-numbers")
    for what in given:
        if what in not_a_name:
            raise wrong("settings-among-numbers", at=[what], key=what)
        if not what.strip() or len(what) > 20 or not what.isprintable():
            raise wrong("settings-number-name", at=[what])
    dialled = {what: "" if said == "" else _phone(what, said) for what, said in given.items()}
    return MappingProxyType({what: phone for what, phone in (NUMBERS | dialled).items() if phone})


def base_url(value: object) -> str:
    url = _url(value)
    if url is None or url.scheme not in ("http", "https") or url.username or url.query or url.fragment:
        raise wrong("settings-base-url")
    return _public(url.geturl()).rstrip("/").removesuffix("/bot")


def proxy(value: object) -> str | None:
    if value is None or value == "":
        return None
    url = _url(value)
    if url is None or url.scheme not in PROXIES or url.port is None or url.path.strip("/") or url.query or url.fragment:
        raise wrong("settings-proxy")
    return url.geturl().rstrip("/")


def host(value: object) -> str:
    if not isinstance(value, str) or not (HOST.fullmatch(value) or _is_address(value)):
        raise wrong("settings-host")
    return value


def port(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 65535:
        raise wrong("settings-port")
    return value


def days(value: object) -> int:
    """How long something is kept: a day at least, so that nothing goes while it is still spoken of."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LONGEST_KEPT:
        raise wrong("settings-days", longest=LONGEST_KEPT)
    return value


def each_on_its_own(communities: Sequence[Separate]) -> None:
    """One bot speaks for one community; databases and snapshots would overwrite each other; a name chooses one."""
    _apart(communities, "name", "settings-same-name", lambda one: one.name)
    _apart(communities, "token", "settings-same-token", lambda one: one.token.get_secret_value().partition(":")[0])
    _apart(communities, "database", "settings-same-database", lambda one: os.path.realpath(one.database))
    _apart(communities, "backups", "settings-same-backups", lambda one: one.backups and os.path.realpath(one.backups))


def _apart(communities: Sequence[Separate], key: str, sentence: str, what: Callable[[Separate], Any]) -> None:
    seen: dict[Any, int] = {}
    for index, community in enumerate(communities):
        if (mark := what(community)) is None:
            continue
        if mark in seen:
            raise wrong(sentence, at=["community", index, key], first=seen[mark] + 1, second=index + 1)
        seen[mark] = index


def _public(text: str) -> str:
    """A token pasted into the wrong place would be shown to everybody who reads a log."""
    if TOKEN.search(text):
        raise wrong("settings-token-here")
    return text


def _is_address(text: str) -> bool:
    try:
        return bool(ip_address(text))
    except ValueError:
        return False


def _narrow(text: str) -> str:
    """What a Chinese keyboard typed wide, as a machine reads it: `２２：００` is 22:00."""
    return unicodedata.normalize("NFKC", text).strip()


def _phone(what: str, said: object) -> str:
    text = str(said) if isinstance(said, int) and not isinstance(said, bool) else said
    if not isinstance(text, str):
        raise wrong("settings-phone", at=[what], key=what)
    narrow = _narrow(text).replace("–", "-").replace("—", "-")
    if not PHONE.fullmatch(narrow):
        raise wrong("settings-phone", at=[what], key=what)
    return narrow


def _url(value: object) -> SplitResult | None:
    if not isinstance(value, str) or not value.isascii() or not value.isprintable() or " " in value:
        return None
    try:
        url = urlsplit(value)
        return url if url.hostname and url.port != 0 else None
    except ValueError:
        return None


def _near_zone(value: str) -> str:
    """What was probably meant: `London` is Europe/London; Shanghai for Beijing and whatever says nothing."""
    for place, meant in MEANT_ZONES.items():
        if place in value:
            return meant
    known = {zone.casefold(): zone for zone in sorted(available_timezones()) if "/" in zone}
    known |= {zone.rpartition("/")[2]: full for zone, full in known.items() if not zone.startswith("etc/")} | known
    wanted = value.strip().casefold().replace(" ", "_")
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.8) if "beijing" not in wanted else []
    return known[near[0]] if near else SHANGHAI
