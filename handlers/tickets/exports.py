"""Tickets as a table for steward and property manager: their own places, no flat, no number, nothing private."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain import places, titles
from bot.domain.register import harmless
from bot.domain.rules import RuleError
from bot.domain.tickets import Ticket, for_group
from handlers import names
from handlers.cards import Button, Look, button
from handlers.context import TITLES, Context
from handlers.doors import presses
from handlers.features import Maker
from handlers.tickets import groupcards
from storage.database import Read

KINDS = ("xlsx", "csv")
COLUMNS = ("number", "opened", "place", "category", "words", "state", "handler", "taken", "fixed", "ended", "reopened")
MOST = 20_000
"""Rows of one table, the newest."""

MANAGER = "property_manager"


@dataclass(frozen=True)
class Table:
    """A table in its reader's words: its file's name, its headings, its rows."""

    name: str
    kind: str
    rows: Sequence[Sequence[str]]


@presses("ticket.export")
async def export(ctx: Context) -> None:
    """`ticket_export_csv`"""
    kind = ctx.values(1)[0]
    if kind not in KINDS:
        raise RuleError("button-is-old")
    mine = await places_for(ctx.tx, ctx.person.id)
    if not mine:
        raise RuleError("ticket-export-not-yours")
    await ctx.may("ticket.export", state="open", place_id=mine[0])
    await ctx.promise_file(ctx.room, "ticket.table", "tickets", None, person=ctx.person.id, form=kind)
    await ctx.write_down("ticket.exported", f"person_{ctx.person.id}")
    ctx.answer(ctx.t("ticket-export-comes"))


async def places_for(read: Read, person_id: int) -> list[int]:
    """Where this person is steward or manages the property."""
    found = []
    for office in await read.offices.of(person_id):
        own = await read.offices.own_title(office.title)
        title = own.same_as if own else office.title
        if title == MANAGER or "steward" in titles.powers([title], TITLES):
            found.append(office.place_id)
    return found


async def buttons(look: Look, person_id: int) -> list[Button]:
    """For whoever may have the table."""
    if not await places_for(look.read, person_id):
        return []
    return [button(look.t("ticket-export", kind=kind), "ticket.export", kind) for kind in KINDS]


async def gather(look: Look, args: Mapping[str, Any]) -> Table | None:
    """What stands in it now; None if whoever asked has no place any more."""
    mine = await places_for(look.read, args["person"])
    if not mine:
        return None
    categories = await look.house.read_categories(look.read)
    private = [one.key for one in categories.every.values() if one.private]
    found = await look.read.ticket_lists.export(mine, private, MOST)
    taken = await look.read.ticket_lists.first_taken([one.id for one in found])
    called = {
        one: await names.named(look.read, look.house, look.t, one) for one in {one.owner_id for one in found} if one
    }
    tree = await look.house.tree(look.read)
    heading = [look.t(f"ticket-column-{column}") for column in COLUMNS]
    rows = [await _row(look, one, called, taken.get(one.id), places.read(one.text, tree).rest) for one in found]
    return Table(look.t("ticket-export-file", name=look.house.name), args["form"], [heading, *rows])


async def _row(look: Look, one: Ticket, called: Mapping[int, str], taken: int | None, words: str) -> list[str]:
    category = look.house.categories.get(one.category)
    place = await names.of_place(look.read, look.house, one.place_id)
    return [
        str(one.id), _at(look, one.opened_at), place, groupcards.named(look, category),
        "" if one.indoor else for_group(words), look.t("ticket-state", state=one.state),
        called.get(one.owner_id or 0, ""), _at(look, taken), _at(look, one.fixed_at), _at(look, one.ended_at),
        str(one.reopened),
    ]  # fmt: skip


def _at(look: Look, moment: int | None) -> str:
    return look.house.local(moment).strftime("%Y-%m-%d %H:%M") if moment is not None else ""


def build(table: Table) -> tuple[str, bytes]:
    """No cell of it is calculated, whatever somebody wrote."""
    rows = [[harmless(cell) for cell in row] for row in table.rows]
    made = _workbook(rows) if table.kind == "xlsx" else _text(rows)
    return f"{table.name}.{table.kind}", made


def _text(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8-sig")  # the mark by which a spreadsheet knows what it reads


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for row in rows:
        cells = [WriteOnlyCell(sheet, value=cell) for cell in row]
        for cell in cells:
            cell.data_type, cell.number_format = "s", "@"
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


FILES = {"tickets": Maker(gather, build)}
