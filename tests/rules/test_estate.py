"""The demo estate: the same community at every start, whole and plausible."""

import subprocess
import sys
from collections import Counter

import pytest

from bot.domain.places import Place, Tree, read
from bot.playground.estate import CAST, Estate, estate

SMALL, FULL = estate(small=True), estate()
FINGERPRINT = "from bot.playground.estate import estate; import zlib; print(zlib.crc32(repr(estate()).encode()))"


@pytest.fixture(params=[SMALL, FULL], ids=["small", "full"])
def made(request: pytest.FixtureRequest) -> Estate:
    community: Estate = request.param
    return community


def tree_of(made: Estate) -> Tree:
    return Tree(
        [Place(0, None, "community", "丹霞社区"), *(Place(p.key, p.parent, p.kind, p.name) for p in made.places)]
    )


def test_the_full_community_has_its_size() -> None:
    kinds = Counter(place.kind for place in FULL.places)
    villas = [place for place in FULL.places if place.name.startswith("别墅")]

    assert (kinds["area"], kinds["building"], len(villas), len(FULL.homes)) == (7, 36, 43, 2755)
    assert 6000 <= len(FULL.people) <= 6600
    assert 1100 <= len(FULL.groups[0].members) <= 1300


def test_the_small_one_is_a_handful() -> None:
    assert len([place for place in SMALL.places if place.kind == "building"]) == 4
    assert 50 <= len(SMALL.homes) <= 70
    assert 30 <= len(SMALL.people) <= 60


def test_it_is_the_same_at_every_start() -> None:
    assert repr(estate()) == repr(FULL)
    prints = {
        subprocess.run([sys.executable, "-c", FINGERPRINT], env={"PYTHONHASHSEED": seed}, capture_output=True).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_every_key_leads_somewhere(made: Estate) -> None:
    places, people = {0, *(place.key for place in made.places)}, {person.key for person in made.people}

    assert len(places) == len(made.places) + 1 and len(people) == len(made.people)
    assert all(place.parent in places and place.parent < place.key for place in made.places)
    assert all(person.home is None or person.home in places for person in made.people)
    assert all(held.place in places and held.person in people for held in made.offices)
    assert all({*group.members} <= people and len({*group.members}) == len(group.members) for group in made.groups)
    assert len({(place.parent, place.kind, place.name) for place in made.places}) == len(made.places)


def test_each_building_has_a_head_who_can_be_reached(made: Estate) -> None:
    people = {person.key: person for person in made.people}
    heads = {held.place: people[held.person] for held in made.offices if held.title == "building_head"}

    assert {place.key for place in made.places if place.kind == "building"} == {*heads}
    assert all(head.started for head in heads.values())
    assert any(held.title == "stair_head" for held in made.offices)


def test_the_bot_is_an_admin_in_the_big_group_only(made: Estate) -> None:
    people = {person.key: person for person in made.people}

    assert [group.bot for group in made.groups] == ["administrator", "member", "member"]
    assert all(people[key].telegram for group in made.groups for key in group.members)


def test_the_cast_lives_where_the_page_says(made: Estate) -> None:
    people, tree = {person.key: person for person in made.people}, tree_of(made)

    assert len(made.featured) == len(CAST)
    for featured in made.featured:
        person = people[featured.person]
        for id in read(featured.zh, tree).candidates:
            assert person.home and id in (person.home, *(place.id for place in tree.parents(person.home)))
    assert {people[featured.person].language for featured in made.featured} == {"zh", "en"}
    assert any(not people[featured.person].started for featured in made.featured)


def test_the_people_of_part_two_are_there(made: Estate) -> None:
    people = {person.name: person for person in reversed(made.people)}
    offices = {(held.title, held.person): held.place for held in made.offices}
    xiulan, mei, ma, he = (people[name] for name in ("王秀兰", "王梅", "小马", "何婶"))
    group = offices["neighbour_head", he.key]

    assert (xiulan.telegram, xiulan.registered, xiulan.home is not None) == (False, True, True)
    assert (mei.telegram, mei.started, mei.registered, mei.home) == (True, False, False, None)
    assert (ma.started, ma.registered, ma.key in made.groups[0].members) == (False, False, True)
    assert not any({mei.key, people["张老板"].key} & {*room.members} for room in made.groups)
    assert he.home in made.gathered[group] and 8 <= len(made.gathered[group]) <= 16
    assert len({place.parent for place in made.places if place.key in made.gathered[group]}) == 2


def test_every_home_is_read_from_the_words_for_it() -> None:
    tree = tree_of(FULL)

    for home in FULL.homes[::7]:
        assert read(tree.path(home.key), tree).candidates == (home.key,)
        assert read(tree.code(home.key), tree).candidates == (home.key,)
