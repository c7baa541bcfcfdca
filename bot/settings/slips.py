"""Slips of a Chinese keyboard, and whatever else keeps config.toml from being TOML, each told by what it looks like."""

import re
import unicodedata

from bot.settings.faults import Fault
from bot.settings.lines import skeleton

QUOTES = dict.fromkeys("“”", "“ ”") | dict.fromkeys("‘’", "‘ ’") | dict.fromkeys("「」", "「 」")
QUOTES |= dict.fromkeys("『』", "『 』") | dict.fromkeys("〝〞", "〝 〞") | {"＂": "＂", "＇": "＇", "`": "`", "´": "´"}
BRACKETS = dict.fromkeys("【［〔", "[") | dict.fromkeys("】］〕", "]") | {"｛": "{", "｝": "}"}
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]")

_AT = re.compile(r"\(at line (\d+), column \d+\)")
_ODD = re.compile(r"[^\x00-\x7f]|`")
_UNCLOSED = re.compile(r"(?:[^\"']|\"_*\"|'_*')*[\"']_*")
_OPENED = re.compile(r"=[ \t]*[\[{]")
_BARE_VALUE = re.compile(r"([^=]+)=[ \t]*+(?![\"'\[{]|(?:true|false|[+-]?[0-9_.]+)[ \t]*$)(.*)")
_KEY = re.compile(r"[\s\[]*([^=\]\s]+)")


def slip(text: str, problem: str) -> Fault:
    """`problem`: what the parser said, which stops at the first thing it cannot read."""
    lines, bones = text.split("\n"), skeleton(text).split("\n")
    stopped = _AT.search(problem)
    last = min(int(stopped[1]), len(lines)) if stopped else _end(bones)
    for number, (line, bone) in enumerate(zip(lines[:last], bones, strict=False), 1):
        if fault := _wide(line, bone, number):
            return fault
    return _misshapen(lines, bones, last, problem)


def _wide(line: str, bone: str, number: int) -> Fault | None:
    """A sign that only looks like the one TOML wants, outside what stands between straight quotes."""
    if odd := _ODD.search(bone):
        return _sign(line, bone, number, odd.start())
    if _UNCLOSED.fullmatch(bone):
        for sign in line:
            if sign in QUOTES:
                return Fault("settings-quotes", number, found=QUOTES[sign])
    return None


def _sign(line: str, bone: str, number: int, at: int) -> Fault:
    sign, in_value, in_list = bone[at], "=" in bone[:at], re.search(r"[\[{]", bone[:at])
    if sign in QUOTES:
        return Fault("settings-quotes", number, found=QUOTES[sign])
    if sign in BRACKETS and (in_list or not in_value or bone[:at].rstrip().endswith("=")):
        return Fault("settings-wide-bracket", number, found=sign, plain=BRACKETS[sign])
    if SPACES.match(sign):
        return Fault("settings-space", number)
    if sign == "＃":
        return Fault("settings-wide-hash", number)
    if sign in "，、" and in_list:
        return Fault("settings-comma", number, found=sign)
    if sign in "：＝﹕" and (in_list or not in_value):
        return Fault("settings-wide-equals", number, found=sign)
    if in_value:
        return _in_value(line, bone, number)
    return _in_key(line, bone, number, at)


def _in_value(line: str, bone: str, number: int) -> Fault:
    value = unicodedata.normalize("NFKC", bone.partition("=")[2].strip())
    if re.fullmatch(r"[0-9]{1,9}", value):
        return Fault("settings-digits", number, plain=value)
    return Fault("settings-unquoted", number, key=_key(line))


def _in_key(line: str, bone: str, number: int, at: int) -> Fault:
    if bone.lstrip().startswith("["):
        return Fault("settings-header", number)
    if "=" in bone:
        return Fault("settings-key-quotes", number, key=line.partition("=")[0].strip())
    if meant := re.search("[：＝﹕]", bone[at:]):
        return Fault("settings-wide-equals", number, found=meant[0])
    return Fault("settings-stray", number)


def _misshapen(lines: list[str], bones: list[str], last: int, problem: str) -> Fault:
    line, bone = lines[last - 1], bones[last - 1]
    if re.search("twice|overwrite|Duplicate|immutable", problem):
        return Fault("settings-twice", last, key=_key(line))
    if re.search("Unclosed", problem):
        opened = max((n for n, each in enumerate(bones[:last], 1) if _OPENED.search(each)), default=last)
        return Fault("settings-open-bracket", opened)
    if re.search("hex value|Unescaped|escape", problem):
        return Fault("settings-backslash", last)
    if bone.lstrip().startswith("["):
        return Fault("settings-header", last)
    if bare := _BARE_VALUE.fullmatch(bone):
        return Fault("settings-unquoted" if bare[2].strip() else "settings-empty", last, key=_key(line))
    if _UNCLOSED.fullmatch(bone) or "Unterminated" in problem:
        return Fault("settings-open-quote", last)
    if "=" not in bone:
        return Fault("settings-wide-equals", last, found=":") if ":" in bone else Fault("settings-stray", last)
    return Fault("settings-syntax", last)


def _end(bones: list[str]) -> int:
    """Where a fault at the end of the document begins: a long string left open, or the last line that says anything."""
    for number, bone in enumerate(bones, 1):
        if re.search(r"(\"\"\"|''')_*$", bone) and all(set(later) <= {"_"} for later in bones[number:]):
            return number
    return max((number for number, bone in enumerate(bones, 1) if bone.strip()), default=1)


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found[1].strip("\"'") if found else ""
