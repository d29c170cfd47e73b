"""The gazetteer: built once and at once, exact and like names, the user's own places before the world's."""

import json
import multiprocessing
from pathlib import Path

import pytest

from recoupe.errors import FileMissing, GazetteerEmpty, GazetteerUnreadable
from recoupe.extract.gazetteer import THRESHOLD, Gazetteer
from recoupe.extract.gazetteer_files import add_gazetteer
from recoupe.extract.gazetteer_index import Listed, open_index, write_index
from recoupe.model.place import GazetteerEntry

SYRIA = Path(__file__).parents[2].parent / "shared" / "corpus" / "gazetteer-syria" / "aleppo_neighborhoods.tsv"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def world(cache: Path) -> Gazetteer:
    return Gazetteer.open(cache)


def test_french_names_find_countries_and_cities(world: Gazetteer) -> None:
    """A report's spelling finds the place whatever its case, accents, hyphens and article."""
    assert world.lookup("l’Algérie")[0].country == "DZ"
    assert world.lookup("ETATS-UNIS")[0].level == "country"
    assert world.lookup("Le Caire")[0].name == "Cairo"
    assert world.lookup("N’Djamena")[0].level == "capital"
    assert world.lookup("Trifouillis-les-Oies") == ()


def test_a_name_of_several_places_gives_them_all_the_largest_first(world: Gazetteer) -> None:
    """Tripoli is in Libya and in Lebanon; the caller decides."""
    assert [entry.country for entry in world.lookup("Tripoli")][:2] == ["LY", "LB"]


def test_like_names_carry_their_score_and_none_lies_below_the_threshold(world: Gazetteer) -> None:
    """Another transliteration is found in the country that is given, an unlike name is not found at all."""
    hits = world.fuzzy("Oum Rouaba", "SD")
    assert hits[0][0].name == "Umm Ruwaba"
    assert all(THRESHOLD <= score <= 1 for _, score in hits)
    assert world.fuzzy("Trifouillis", "SD") == ()
    assert world.fuzzy("Oum Rouaba") == ()


def test_the_index_is_built_once(cache: Path, world: Gazetteer) -> None:
    """A second opening writes nothing, and no draft is left."""
    before = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    Gazetteer.open(cache)
    assert {path.name: path.stat().st_mtime_ns for path in cache.iterdir()} == before
    assert len(before) == 1


def _write(path: Path) -> None:
    places = (
        Listed(GazetteerEntry(id=f"t:{n}", name=f"Belval {n}", level="city"), (f"Belval {n}",)) for n in range(2000)
    )
    write_index(path, places)


def test_two_processes_may_build_the_same_index(tmp_path: Path) -> None:
    """Both end well and the index is whole."""
    path = tmp_path / "index.sqlite"
    workers = [multiprocessing.get_context("spawn").Process(target=_write, args=(path,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert open_index(path).execute("SELECT count(*) FROM place").fetchone() == (2000,)
    assert [entry.name for entry in tmp_path.iterdir()] == ["index.sqlite"]


FORMS = {
    "places.csv": "nom;latitude;longitude;autres noms\nBir el-Hadjar;36,5;3,1;Puits de Pierre\nSans lieu;;;\n",
    "places.tsv": "\t".join(
        ["77", "Bir el-Hadjar", "Bir el-Hadjar", "Puits de Pierre", "36.5", "3.1", "P", "PPL", "DZ"] + [""] * 10
    )
    + "\n",
    "places.geojson": json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "properties": {"NAME": "Bir el-Hadjar", "name_fr": "Puits de Pierre"},
                    "geometry": {"type": "Polygon", "coordinates": [[[3, 36], [3.2, 36], [3.2, 37], [3, 37], [3, 36]]]},
                }
            ],
        }
    ),
    "places.jsonl": json.dumps(
        {"name": "Bir el-Hadjar", "lat": 36.5, "lon": 3.1, "alternatenames": ["Puits de Pierre"]}
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_gazetteer_of_any_known_form_is_added_and_found(
    name: str, tmp_path: Path, cache: Path, world: Gazetteer
) -> None:
    """CSV, GeoNames dump, GeoJSON and JSON lines give the same place, by its name, its other name and its sound."""
    (tmp_path / name).write_text(FORMS[name], encoding="utf-8")
    assert add_gazetteer(tmp_path / name, tmp_path / "added", "mine") == 1
    gazetteer = Gazetteer.open(cache, tmp_path / "added")
    entry = gazetteer.lookup("Puits de pierre")[0]
    assert entry.id.startswith("mine:")
    assert (entry.latitude, entry.longitude) == (pytest.approx(36.5), pytest.approx(3.1))
    assert gazetteer.fuzzy("Bir al-Hajar")[0][0] == entry


@pytest.mark.parametrize(
    ("text", "error"),
    [("", GazetteerEmpty), ("a,b\n1,2\n", GazetteerEmpty), ('{"features": [', GazetteerUnreadable)],
)
def test_what_is_no_gazetteer_is_refused_with_a_code(text: str, error: type[Exception], tmp_path: Path) -> None:
    """Nothing is kept of a file without places."""
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    with pytest.raises(error, match="RC20"):
        add_gazetteer(tmp_path / "x.csv", tmp_path / "added")
    assert not (tmp_path / "added").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The error names the path that was given."""
    with pytest.raises(FileMissing, match=r"none\.csv"):
        add_gazetteer(tmp_path / "none.csv", tmp_path)


@pytest.mark.skipif(not SYRIA.exists(), reason="the shared gazetteer of Syria is not on this machine")
def test_french_spellings_find_the_quarters_of_an_english_gazetteer(
    tmp_path: Path, cache: Path, world: Gazetteer
) -> None:
    """ou and u, doubled letters and the article al-/as- do not part two spellings of one name."""
    assert add_gazetteer(SYRIA, tmp_path) > 100
    gazetteer = Gazetteer.open(cache, tmp_path)
    wanted = {"Soukkari": "as-Sukkari", "Salaheddine": "Salah ad-Deen", "Boustane al-Qasr": "Bustan al-Qaser"}
    assert {name: gazetteer.fuzzy(name)[0][0].name for name in wanted} == wanted
    assert gazetteer.fuzzy("Montréal") == ()


def test_the_capital_of_a_country_is_its_largest(world: Gazetteer) -> None:
    """A country with several has the largest, a code of no country none."""
    assert getattr(world.capital("GN"), "name", None) == "Conakry"
    assert world.capital("XX") is None
