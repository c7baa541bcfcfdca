"""Mutual aid's rows: asks with their givers, and whom we asked in private."""

from storage.aid import askings, asks
from storage.aid.askings import Askings
from storage.aid.asks import Asks

__all__ = ["TRACES", "Askings", "Asks"]

TRACES = [*asks.TRACES, *askings.TRACES]
