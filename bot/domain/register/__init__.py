"""The register from a spreadsheet: what a sheet lists, what is wrong with it, what it would change."""

from bot.domain.register.cells import harmless
from bot.domain.register.columns import COLUMNS
from bot.domain.register.comparing import compare
from bot.domain.register.difference import Difference, Kept
from bot.domain.register.known import Dweller, Known, Register
from bot.domain.register.listing import Line, Listing, Note, Problem, Sheet
from bot.domain.register.reading import read
from bot.domain.register.writing import rows

__all__ = [
    "COLUMNS",
    "Difference",
    "Dweller",
    "Kept",
    "Known",
    "Line",
    "Listing",
    "Note",
    "Problem",
    "Register",
    "Sheet",
    "compare",
    "harmless",
    "read",
    "rows",
]
