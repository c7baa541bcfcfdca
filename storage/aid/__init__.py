"""Mutual aid's rows: asks with their givers, and whom we asked in private."""

from storage.aid import askings, asks, files
from storage.aid.askings import Askings
from storage.aid.asks import Asks
from storage.aid.files import AskFiles

__all__ = ["TRACES", "AskFiles", "Askings", "Asks"]

TRACES = [*files.TRACES, *asks.TRACES, *askings.TRACES]
