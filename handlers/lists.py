"""Lists: eight lines a page, ‹ 2/7 ›, and for an empty one a sentence and a next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.i18n import Words
from handlers.cards import Button, button

PER_PAGE = 8
T = TypeVar("T")


def page_of(items: Sequence[T], number: int, per_page: int = PER_PAGE) -> tuple[Sequence[T], int, int]:
    """The items of a page, the page's number (from 1, moved into what there is) and how many pages there are."""
    pages = max(1, -(-len(items) // per_page))
    number = min(max(number, 1), pages)
    return items[(number - 1) * per_page : number * per_page], number, pages


def joined(t: Words, names: Sequence[str]) -> str:
    """Several names in a line: 王芳、李强."""
    return t("list-comma").join(names)


def turner(door: str, number: int, pages: int, *before_it: object) -> list[Button]:
    """The row ‹ 2/7 ›; nothing for a single page. `before_it`: values that stand before the page's number."""
    return [button(text, door, *before_it, page) for text, page in turns(number, pages)]


def turns(number: int, pages: int) -> list[tuple[str, int]]:
    """What the row says, and to which page each of it leads; nothing for a single page."""
    if pages == 1:
        return []
    return [("‹", (number - 2) % pages + 1), (f"{number}/{pages}", number), ("›", number % pages + 1)]
