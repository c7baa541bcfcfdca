"""Questions in a terminal, or down a pipe."""

from __future__ import annotations

import contextlib
import io
import select
import sys

with contextlib.suppress(ImportError):  # arrow keys and the deletion of Chinese, where the machine has it
    import readline  # noqa: F401

PASTE = 0.2
"""Seconds in which the following lines of something pasted arrive."""


class Terminal:
    def __init__(self) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # bytes that are no text are an answer that will not do

    @property
    def coloured(self) -> bool:
        return sys.stdout.isatty()

    def say(self, *lines: str) -> None:
        print(*lines, sep="\n", flush=True)

    def ask(self, question: str, default: str = "") -> str:
        """The answer, or what is offered in [ ]. Raises EOFError where nobody answers."""
        offered = f" [{default}]" if default else ""
        said = input(f"{question}{offered} > ")
        if not sys.stdin.isatty():
            print()
        return said.strip() or default

    def pasted(self, question: str) -> str:
        """An answer that may have come with further lines."""
        said = [self.ask(question)]
        while sys.stdin.isatty() and select.select([sys.stdin], [], [], PASTE)[0]:
            said.append(input())
        return "\n".join(said)
