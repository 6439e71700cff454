"""The demonstration city's villages: enough of them, each name once in its county, the same on every run."""

import tomllib
from pathlib import Path

import pytest

from cms.demo import names
from cms.demo.names import village_names, villages_per_township

TOWNSHIPS = Path(names.__file__).parent / "content" / "townships.toml"
VILLAGES = {
    "延溪区": 232,
    "麓阳区": 196,
    "青梧市": 238,
    "松屏市": 201,
    "竹岭市": 131,
    "浦岚县": 256,
    "光禾县": 101,
    "榕川县": 203,
    "顺岚县": 131,
    "和阳县": 189,
}


@pytest.fixture(scope="module")
def counties():
    """County -> township -> its villages that have a given name."""
    loaded = tomllib.loads(TOWNSHIPS.read_text(encoding="utf-8"))["county"]
    return {c["name"]: {t["name"]: t.get("villages", []) for t in c["townships"]} for c in loaded}


def everyone_in(county, townships):
    """All villages of a county, the way the demonstration city is built."""
    found = [village for villages in townships.values() for village in villages]
    for township, count in villages_per_township(VILLAGES[county], list(townships), townships).items():
        found += village_names(township, count - len(townships[township]), found)
    return found


def test_the_same_township_gets_the_same_names_every_time():
    assert village_names("岭坪乡", 12, ["后厝村"]) == village_names("岭坪乡", 12, {"后厝村"})


def test_the_names_do_not_change_from_one_release_to_the_next():
    assert village_names("溪墩镇", 4, []) == [
        "溪墩村",
        "南桥下村",
        "詹埔村",
        "梨坑尾村",
    ]


def test_two_townships_do_not_get_the_same_list():
    assert village_names("岭坪乡", 12, [])[1:] != village_names("坪岭乡", 12, [])[1:]


@pytest.mark.parametrize(("township", "ending"), [("岭坪镇", "村"), ("岭坪乡", "村"), ("岭坪街道", "社区")])
def test_every_name_ends_as_its_township_asks(township, ending):
    assert all(name.endswith(ending) and len(name) > len(ending) + 1 for name in village_names(township, 40, []))


def test_the_first_village_is_the_seat_of_the_township_unless_it_is_there_already():
    assert village_names("岭坪镇", 3, [])[0] == "岭坪村"
    assert "岭坪村" not in village_names("岭坪镇", 30, ["岭坪村"])


@pytest.mark.parametrize("township", ["岭坪镇", "岭坪街道"])
def test_one_township_alone_can_have_256_different_names(township):
    assert len(set(village_names(township, 256, []))) == 256


def test_a_name_that_is_taken_is_not_given_again():
    before = village_names("岭坪镇", 20, [])
    assert not set(before) & set(village_names("岭坪镇", 20, before))


def test_a_village_and_a_community_of_one_county_do_not_share_a_name():
    hill = village_names("岭坪镇", 256, [])
    town = village_names("坪岭街道", 256, hill)
    assert not {name.removesuffix("村") for name in hill} & {name.removesuffix("社区") for name in town}


def test_no_first_and_no_second_word_comes_twice_in_a_township_of_common_size():
    roots = [name.removesuffix("村") for name in village_names("岭坪镇", 25, ["岭坪村"])]
    assert len({root[0] for root in roots}) == len({root[1:] for root in roots}) == 25


def test_no_name_doubles_a_character_or_reads_badly():
    awkward = set(names.AWKWARD.split())
    for name in village_names("岭坪镇", 800, []) + village_names("岭坪街道", 400, []):
        root = name.removesuffix("村").removesuffix("社区")
        assert len(set(root)) == len(root), name
        assert root not in awkward


def test_more_names_than_the_stock_holds_are_refused():
    with pytest.raises(ValueError, match="岭坪街道"):
        village_names("岭坪街道", 5000, [])


def test_a_place_that_is_no_township_is_refused():
    with pytest.raises(ValueError, match="neither"):
        village_names("岭坪村", 3, [])


def test_the_counts_add_up_to_the_county_and_differ_as_in_life(counties):
    for county, townships in counties.items():
        counts = villages_per_township(VILLAGES[county], list(townships), townships)
        assert list(counts) == list(townships)
        assert sum(counts.values()) == VILLAGES[county]
        assert all(counts[name] > len(fixed) for name, fixed in townships.items())
        assert max(counts.values()) >= min(counts.values()) * 3 // 2


def test_fewer_villages_than_given_names_are_refused():
    with pytest.raises(ValueError, match="too few"):
        villages_per_township(2, ["岭坪乡", "坪岭乡"], {"岭坪乡": ["后厝村", "前厝村"]})


def test_a_county_with_just_its_given_villages_gets_just_those():
    fixed = {"岭坪乡": ["后厝村", "前厝村"]}
    assert villages_per_township(3, ["岭坪乡", "坪岭乡"], fixed) == {
        "岭坪乡": 2,
        "坪岭乡": 1,
    }


def test_the_city_has_139_townships_each_name_once(counties):
    townships = [name for county in counties.values() for name in county]
    assert len(townships) == len(set(townships)) == 139


def test_the_city_has_1878_villages_none_twice_in_a_county(counties):
    cities = {county: everyone_in(county, townships) for county, townships in counties.items()}
    assert {county: len(set(villages)) for county, villages in cities.items()} == VILLAGES
    assert sum(map(len, cities.values())) == 1878
