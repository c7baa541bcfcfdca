"""The report as people read it."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from bench.aid import Aid
from bench.measures import AIOGRAM, MIX, PLEA, PRESS, PTB, Report, Speed
from bench.tickets import Tickets

GOALS = [(PLEA, PTB, 1.0), (PRESS, AIOGRAM, 1.0)]


def printed(about: dict[str, str], report: Report) -> str:
    parts = [_about(about), _speeds(report), _goals(report), _rest(report)]
    return "\n\n".join("\n".join(lines) for lines in parts)


def _about(about: dict[str, str]) -> Iterable[str]:
    return [f"{name:<9} {value}" for name, value in about.items()]


def _speeds(report: Report) -> Iterable[str]:
    known = {speed.name: speed for speed in report.speeds}
    yield f"{'':<34}{'updates/s':>10}{'CPU ms each':>13}{'× PTB':>8}{'× aiogram':>11}   rounds"
    for speed in [*report.speeds, report.delivered]:
        ratios = f"{speed.rate / known[PTB].rate:>8.2f}{speed.rate / known[AIOGRAM].rate:>11.2f}"
        yield f"{speed.name:<34}{speed.rate:>10.0f}{speed.cpu:>13.2f}{ratios}   {_rounds(speed)}"
    yield "Medians. An echo counts when it is sent, a press when it is answered, a plea when it is committed and"
    yield "confirmed. Linli keeps Telegram's 30 messages a second, except in the last line, which counts a plea"
    yield "when its card in the group and its card for the asker are both delivered."


def _rounds(speed: Speed) -> str:
    return " ".join(f"{rate:.0f}" for rate in speed.per_second)


def _goals(report: Report) -> Iterable[str]:
    known = {speed.name: speed for speed in report.speeds}
    for name, against, goal in GOALS:
        ratio = known[name].rate / known[against].rate
        cpu = known[against].cpu / known[name].cpu
        yield f"{'✔' if ratio >= goal else '✘'} {name} {ratio:.2f} × {against} (goal {goal:.1f}); by CPU {cpu:.2f} ×"


def _rest(report: Report) -> Iterable[str]:
    for waits in report.taps:
        lost = f", {waits.unanswered} unanswered" if waits.unanswered else ""
        yield f"tap to answer    p50 {waits.p50:.0f} ms, p99 {waits.p99:.0f} ms ({waits.load}, {waits.taps} taps{lost})"
    caught, mix = report.catch_up, ", ".join(f"{share:.0%} {kind}" for kind, share in MIX.items())
    rate = caught.waiting / caught.seconds
    yield f"catching up      {caught.waiting:,} updates in {caught.seconds:.1f} s, {rate:.0f} a second ({mix})"
    yield f"memory           {caught.idle_mb:.0f} MB idle, {caught.after_mb:.0f} MB after catching up"
    listed = report.imported
    steps = f"read {listed.read:.1f} s, compared {listed.compare:.1f} s, applied {listed.apply:.1f} s"
    yield f"register         {listed.homes:,} homes in {listed.whole:.1f} s ({steps})"
    yield f"                 exported in {listed.export:.1f} s"
    starts = len(report.start_ms)
    yield f"start            {median(report.start_ms):.0f} ms to the first getUpdates (median of {starts})"
    left = report.leaving
    copy, forgetting = f"a copy {left.export_ms:.1f} ms", f"forgetting {left.forget_ms:.1f} ms"
    yield f"privacy          {copy}, {forgetting} ({left.dwellings:,} dwellings)"
    yield from _aid(report.aid)
    yield from repairs(report.tickets)


def _aid(found: Aid) -> Iterable[str]:
    asked = f"p50 {found.p50:.0f} ms, p99 {found.p99:.0f} ms"
    yield f"a plea           {asked} until the first neighbour is asked in private ({found.pleas} pleas)"
    for number, (what, (p50, p99)) in enumerate(found.questions.items()):
        about = f"{found.open:,} open" if not number else ""
        yield f"{about:<17}{what:<16} p50 {p50:.2f} ms, p99 {p99:.2f} ms"


def repairs(found: Tickets) -> Iterable[str]:
    told = f"p50 {found.p50:.0f} ms, p99 {found.p99:.0f} ms"
    yield f"a report         {told} until its head reads it ({found.reports} reports, {found.open:,} open)"
    yield f"                 {found.per_second:.0f} a second when all come at once, each read by its head"
