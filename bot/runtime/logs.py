"""Structured logs: events and numbers, one JSON object a line, never a text, a name or a token."""

from __future__ import annotations

import logging
import sys

import structlog

TALKATIVE = ("httpx", "httpcore", "telegram", "telegram.ext", "apscheduler", "uvicorn", "aiosqlite", "asyncio")


class OnlyWhat(logging.Filter):
    """Libraries print whole updates and URLs with the token: of theirs only who, how bad, which exception remains."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        record.msg, record.args, record.exc_info, record.exc_text = (
            f"{record.name}: {error or record.levelname}",
            (),
            None,
            None,
        )
        return True


def configure(level: str = "INFO") -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(OnlyWhat())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
