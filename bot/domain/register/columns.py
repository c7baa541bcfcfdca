"""Columns: which heading means what, in Chinese and English, in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.text import plain

COLUMNS = ("estate", "area", "building", "stair", "dwelling", "floor-space", "owners", "group", "remark")
"""In the order in which a sheet of ours has them; the first five are the levels of an address."""

LEVELS = COLUMNS[:5]
HEADINGS = {
    "estate": "小区/大院 小区 大院 院落 院 小区名称 小区名 estate courtyard compound",
    "area": "片区/网格 片区 网格 网格号 所属网格 所属片区 gridarea grid zone patch areaname",
    "building": "楼栋/大街 楼栋 大街 街 楼 栋 幢 楼号 栋号 幢号 楼栋号 楼幢 座 座号 "
    "building buildingno block tower street",
    "stair": "单元/梯 单元 梯 单元号 楼道 门栋 stair unit unitno stairwell entrance",
    "dwelling": "房号 房间号 门牌 门牌号 室号 房屋 房间 室 户号 "
    "dwelling flat apartment room door flatno roomno apartmentno doorno",
    "floor-space": "面积 建筑面积 房屋面积 产权面积 面积m² 面积㎡ 面积平方米 建筑面积㎡ 建筑面积m² "
    "floorspace floorarea aream² area㎡ aream2 areasqm size sizem2 sizem²",
    "owners": "业主 业主姓名 产权人 房主 户主 所有权人 owners owner ownernames ownername",
    "group": "邻里组 邻里小组 组 邻里 neighboursgroup neighborsgroup neighbourgroup neighborgroup",
    "remark": "备注 说明 remark remarks note notes",
}
MEANING = {plain(heading): column for column, headings in HEADINGS.items() for heading in headings.split()}
UNCLEAR = {"area"}
"""Area may be a grid area or the floor space."""

SEARCHED = 10
"""In how many of the first rows the headings may stand: above them there may be a title."""

_LOOSE = re.compile(r"[\s()\[\]【】:.*'\"“”_-]+")


@dataclass(frozen=True)
class Heads:
    """Where the headings stand (row from 0), and what each column (from 0) means."""

    row: int
    meaning: dict[int, str]
    titles: tuple[str, ...]  # as written
    unknown: tuple[str, ...]
    twice: tuple[int, ...]
    unclear: tuple[int, ...]

    @property
    def leaf(self) -> str:
        return "dwelling" if "dwelling" in self.meaning.values() else "building"

    def column(self, name: str) -> int | None:
        return next((at for at, column in self.meaning.items() if column == name), None)

    def is_english(self, name: str) -> bool:
        at = self.column(name)
        return at is not None and self.titles[at].isascii()


def heads(rows: Sequence[Sequence[str]]) -> Heads | None:
    """The row of headings; None if no row names dwellings or buildings."""
    best: Heads | None = None
    for at, row in enumerate(rows[:SEARCHED]):
        found = _heads(at, row)
        serves = {"dwelling", "building"} & set(found.meaning.values())
        if serves and (best is None or len(found.meaning) > len(best.meaning)):
            best = found
    return best


def _heads(at: int, row: Sequence[str]) -> Heads:
    meaning: dict[int, str] = {}
    unknown, twice, unclear = [], [], []
    for column, title in enumerate(row):
        key = heading(title)
        if key in UNCLEAR:
            unclear.append(column)
        elif (name := MEANING.get(key)) is None:
            unknown += [title] if key else []
        elif name in meaning.values():
            twice.append(column)
        else:
            meaning[column] = name
    return Heads(at, meaning, tuple(row), tuple(unknown), tuple(twice), tuple(unclear))


def heading(title: str) -> str:
    """A heading as it is looked up: 面积（㎡） as 面积㎡, Building No. as buildingno."""
    return _LOOSE.sub("", plain(title))
