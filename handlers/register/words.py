"""What is said of a list: its difference, its problems, its notes. The same lines on a card and in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.text import cut, utf16
from bot.i18n import Words

LONGEST = 3_000
"""UTF-16 units of problems on one card."""


def difference(t: Words, shown: Mapping[str, Any]) -> list[str]:
    """What would change, and what stays, and why."""
    counts, examples = shown["counts"], shown["examples"]
    changes = [
        t(f"register-{key}", count=count) + _such_as(t, examples.get(key, []), count)
        for key, count in counts.items()
        if count and key not in ("kept", "unchanged")
    ]
    stays = [
        t(f"register-kept-{reason}", count=count) + _such_as(t, examples.get(f"kept-{reason}", []), count)
        for reason, count in shown["kept"].items()
    ]
    same = [t("register-unchanged", count=counts["unchanged"])] if counts["unchanged"] else []
    return [*changes, *stays, *same]


def _such_as(t: Words, examples: list[str], count: int) -> str:
    if not examples:
        return ""
    listed = t("register-list-sign").join(dict.fromkeys(examples[:3]))
    return t("register-such-as", places=listed) if count > 3 else t("register-those", places=listed)


def notes(t: Words, shown: Mapping[str, Any]) -> list[str]:
    return [t(f"register-note-{note['code']}", **note["details"]) for note in shown["notes"]]


def problems(t: Words, shown: Mapping[str, Any], most: int = LONGEST) -> list[str]:
    """As many as fit, and how many more there are."""
    lines, room = list[str](), most
    for one in shown["problems"]:
        line = problem(t, one)
        if utf16(line) + 1 > room:
            break
        lines.append(line)
        room -= utf16(line) + 1
    rest = shown["problem-count"] - len(lines)
    return [*lines, t("register-more-problems", count=rest)] if rest else lines


def problem(t: Words, one: Mapping[str, Any]) -> str:
    """Sheet, row, column, value, what is expected."""
    column = one["column"]
    where = t(
        "register-where",
        sheet=t("register-sheet", name=one["sheet"]) if one["sheet"] else "",
        row=one["row"],
        column=t("register-column", letter=letter(column), heading=one["heading"]) if column >= 0 else "",
    ).strip()
    value = t("register-value", value=cut(one["value"], 24)) if one["value"] else ""
    details = dict(one["details"])
    if other := details.pop("other_sheet", None):
        details["other"] = t("register-sheet", name=other)
    elif "other_row" in details:
        details["other"] = ""
    return t("register-problem", where=where, value=value, expected=t(f"register-fault-{one['code']}", **details))


def letter(column: int) -> str:
    """The name of a column that counts from 0: A, B, …, AA."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
