"""A copy of everything that is held about somebody: one page to open on a phone, the same as data at its end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from bot.domain.privacy import check_export
from bot.domain.rules import RuleError
from bot.i18n import page
from handlers import names
from handlers.cards import Look
from handlers.context import Context, Saying, Turn
from handlers.doors import always, presses, says
from handlers.privacy.leaving import every_trace
from handlers.privacy.showing import in_private
from storage.notes import Note

KIND = "privacy.copy"
YES_OR_NO = {"night_ok", "simple", "speaks", "shows_account"}
SPOKEN = {"state", "role", "way", "kind"}
"""Columns whose few values have words."""
NEVER_SHOWN = {"payload", "method"}
"""What is on its way to this person anyway, in the shape of a call."""


@dataclass(frozen=True)
class Section:
    title: str
    headings: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Copy:
    """Everything about one person, in words and as it stands in the database."""

    language: str
    filename: str
    title: str
    lines: list[str]
    sections: list[Section]
    data_title: str
    data: str


@says("export", "给我一份", "我的资料", english=("my data", "export"), on_card=True)
@always
async def export(ctx: Context) -> None:
    if not ctx.room.is_private:
        return await in_private(ctx, "export-in-group")
    if ctx.by_id is not None:
        raise RuleError("privacy-not-for-others")
    check_export(await ctx.tx.privacy.last_copy(ctx.person.id), ctx.now)
    await ctx.tx.privacy.copied(ctx.person.id, ctx.now)
    await ctx.promise_file(ctx.room, KIND, "privacy", page([ctx.t("export-caption")]), person=ctx.person.id)
    return ctx.answer(ctx.t("export-coming"))


@presses("privacy.copy")
@always
async def export_pressed(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await export(ctx)


async def failed(turn: Turn, note: Note, result: Any) -> None:
    """It could not be made or sent: the hour begins anew, and whoever waits reads so."""
    room = await turn.tx.rooms.get(note.room_id)
    if room.person_id:
        await turn.tx.privacy.copied(room.person_id, 0)
        await turn.tell(room.person_id, KIND, Saying(lambda t: page([t("export-failed")])))


async def gather(look: Look, args: Mapping[str, Any]) -> Copy | None:
    """Only for the eyes of whoever it is about; nobody is there any more: nothing is sent."""
    person_id = args["person"]
    if look.room.person_id != person_id or not look.room.is_private:
        return None
    found = await look.read.privacy.exported(person_id, every_trace(look.house))
    sections = [await _section(look, column, rows) for column, rows in found.items() if rows]
    person = await look.read.people.get(person_id)
    t, moment = look.t, look.house.local(look.at)
    return Copy(
        t.lang,
        f"linli-{moment:%Y-%m-%d}.html",
        t("export-title", name=person.name),
        [t("export-who", community=look.house.name, day=f"{moment:%Y-%m-%d %H:%M}"), t("export-note")],
        [section for section in sections if section.headings],
        t("export-data"),
        json.dumps({column: rows for column, rows in found.items() if rows}, ensure_ascii=False, indent=1),
    )


async def _section(look: Look, column: str, rows: list[dict[str, Any]]) -> Section:
    """A table of what names this person in one way; its words where we have some, else how the database calls it."""
    name = column.replace(".", "-").replace("_", "-")
    title = look.t(f"data-{name}") if look.t.has(f"data-{name}") else column.replace(".", " · ")
    shown = [name for name in rows[0] if name not in NEVER_SHOWN]
    return Section(
        title, [_heading(look, name) for name in shown], [[await _cell(look, n, row[n]) for n in shown] for row in rows]
    )


def _heading(look: Look, name: str) -> str:
    word = name.replace("_", "-")
    return look.t(f"column-{word}") if look.t.has(f"column-{word}") else name


async def _cell(look: Look, name: str, value: Any) -> str:
    if value is None or value == "":
        return "—"
    if name in YES_OR_NO:
        return look.t("export-yes" if value else "export-no")
    if name in ("at", "since", "until") or name.endswith("_at"):
        return f"{look.house.local(value):%Y-%m-%d %H:%M}" if value else "—"
    if name == "place_id":
        tree = await look.house.tree(look.read)
        return tree.path(value) if value in tree else f"#{value}"
    if name == "room_id":
        return (await look.read.rooms.get(value)).title or look.t("value-kind-private")
    if name in ("person_id", "helper_id"):
        return await names.named(look.read, look.house, look.t, value)
    word = f"{name}-{value}".replace("_", "-")
    return look.t(f"value-{word}") if name in SPOKEN and look.t.has(f"value-{word}") else str(value)


STYLE = (
    "body{font:18px/1.6 sans-serif;max-width:46em;margin:1em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%;margin-bottom:1.5em}"
    "td,th{border:1px solid #bbb;padding:.3em .5em;text-align:left;overflow-wrap:anywhere}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:14px}"
)
"""For a phone held at arm's length."""


def build(copy: Copy) -> tuple[str, bytes]:
    """A page that runs nothing and loads nothing, whatever was typed into it."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    parts = [
        f'<!doctype html><html lang="{copy.language}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(copy.title)}</title><style>{STYLE}</style></head><body><h1>{escape(copy.title)}</h1>",
        *(f"<p>{escape(line)}</p>" for line in copy.lines),
        *(_table(section) for section in copy.sections),
        f"<h2>{escape(copy.data_title)}</h2><pre>{escape(copy.data)}</pre></body></html>",
    ]
    return copy.filename, "\n".join(parts).encode()


def _table(section: Section) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in section.headings)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in section.rows)
    return f"<h2>{escape(section.title)}</h2><table><tr>{head}</tr>{body}</table>"
