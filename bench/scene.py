"""The scene every bot finds: a group, its neighbours, pleas that wait and pleas that are taken.

The houses are as many as in the demo estate.
Askers have the pleas that are there at the start; the crowd writes, asks and presses. Everybody has pressed Start.
"""

TOKEN = "1000000001:bench_bench_bench_bench_bench_bench"
COMMUNITY = "锦江苑"
GROUP = -1_000_004_000_001
FIRST_PERSON = 100_001
FIRST_POST = 2
"""The group's first message; its cards stand there, one a plea, in the order of the pleas."""

AREAS, BLOCKS, VILLAS, STAIRS, DWELLINGS_PER_STAIR = 7, 36, 43, 2, 38
ASKERS, CROWD = 1_000, 3_000
OPEN, TAKEN = 2_600, 600

PLEA = "/need 布洛芬 孩子发烧"
TALK = "今天的菜不错，谁还在楼下？"


def asker(number: int) -> int:
    """Who asked plea `number` (from 1), as a place in the list of people (from 0)."""
    return (number - 1) % ASKERS


def crowd(turn: int) -> int:
    return ASKERS + turn % CROWD


def presser(turn: int) -> int:
    """Somebody else than who asks in the same turn."""
    return crowd(turn + CROWD // 2)


def open_plea(turn: int) -> int:
    return 1 + turn % OPEN


def taken_plea(turn: int) -> int:
    return 1 + OPEN + turn % TAKEN


def post_of(plea: int) -> int:
    """The group's message that is the plea's card."""
    return FIRST_POST + plea - 1
