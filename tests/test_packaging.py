"""What is installed: the metadata, the pinned dependencies, and a wheel with all that is needed at run time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from importlib.metadata import PackageNotFoundError, distribution, entry_points, version
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.flows.runner import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PACKAGES = ("schemas", "extractors", "warehouse", "flows")
PINNED = {str(canonicalize_name(line.partition("==")[0])): line.partition("==")[2] for line in CONSTRAINTS}


def data_files() -> set[str]:
    """What lies in the packages and is neither code nor a corpus for tests."""
    return {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and not path.name.endswith(".corpus.toml")
    }


def test_metadata() -> None:
    assert PROJECT["license"] == "Apache-2.0"
    assert not [name for name in PROJECT["classifiers"] if name.startswith("License ::")]  # the expression says it
    assert (ROOT / "LICENSE").read_text().lstrip().startswith("Apache License")
    assert PROJECT["readme"] == "README.md"
    assert PROJECT["requires-python"] == ">=3.11"
    assert f"Python :: {sys.version_info.major}.{sys.version_info.minor}" in " ".join(PROJECT["classifiers"])
    assert PROJECT["version"] == version("paperclaims")


def test_entry_points() -> None:
    [script] = entry_points(group="console_scripts", name="paperclaims")
    [factory] = entry_points(group="spacy_factories", name="paperclaims")
    assert callable(script.load())
    assert callable(factory.load())
    assert {script.name: script.value} == PROJECT["scripts"]
    assert {factory.name: factory.value} == PROJECT["entry-points"]["spacy_factories"]


def test_constraints_are_names_and_versions_in_order() -> None:
    for line in CONSTRAINTS:
        assert re.fullmatch(r"[A-Za-z0-9][\w.-]*==[\w.]+", line), line
    assert len(PINNED) == len(CONSTRAINTS)


def needed(name: str, extras: frozenset[str], found: dict[str, frozenset[str]]) -> None:
    """Collect what a distribution needs here, directly and indirectly, with the extras asked for."""
    if extras <= found.get(name, frozenset()) and name in found:
        return
    found[name] = extras | found.get(name, frozenset())
    for text in distribution(name).requires or []:
        requirement = Requirement(text)
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": one}) for one in (*extras, "")):
            needed(str(canonicalize_name(requirement.name)), frozenset(requirement.extras), found)


def test_every_dependency_is_pinned_to_what_is_installed() -> None:
    found: dict[str, frozenset[str]] = {}
    try:
        needed("paperclaims", frozenset({"dev"}), found)
    except PackageNotFoundError as error:
        pytest.fail(f"{error.name} is needed and not installed")
    del found["paperclaims"]
    assert len(found) > 80
    assert {name: version(name) for name in found} == {name: PINNED.get(name) for name in found}


def test_pins_are_within_what_is_asked_for() -> None:
    asked = [*PROJECT["dependencies"], *chain.from_iterable(PROJECT["optional-dependencies"].values())]
    for requirement in map(Requirement, asked):
        if requirement.name == PROJECT["name"]:  # an extra that holds another
            continue
        assert PINNED[canonicalize_name(requirement.name)] in requirement.specifier, requirement


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from a copy and with nothing fetched."""
    if Version(version("setuptools")) < Version("80"):
        pytest.skip("the build backend in this environment is older than the one that is asked for")
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for package in (*PACKAGES, "tests"):
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*pip, "--wheel-dir", str(folder)], cwd=source, check=True, capture_output=True, timeout=120)
    [path] = folder.glob("*.whl")
    assert path.name == f"paperclaims-{PROJECT['version']}-py3-none-any.whl"
    return zipfile.ZipFile(path)


def test_the_wheel_holds_every_data_file(wheel: zipfile.ZipFile) -> None:
    expected = data_files()
    assert {
        "extractors/devices/catalogue.tsv",
        "extractors/ner/model/ner/model",
        "flows/sample/trending.txt",
        "schemas/py.typed",
        "flows/py.typed",
    } <= expected
    assert expected - set(wheel.namelist()) == set()


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    info = f"paperclaims-{PROJECT['version']}.dist-info"
    assert {name.partition("/")[0] for name in wheel.namelist()} == {*PACKAGES, info}
    metadata = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["License-File"] == "LICENSE"
    assert f"{info}/licenses/LICENSE" in wheel.namelist()


def test_what_is_in_the_wheel_works_by_itself(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = (
        "import extractors, flows.sample, warehouse\n"
        "from flows.cli import main\n"
        "print(extractors.__file__, flows.sample.path().exists())\n"
        "found = extractors.extract_paper('Sorter: Fast', 'Sorter is 2x faster on an NVIDIA A100.')\n"
        "print([mention.name for mention in found.mentions])\n"
        "from pathlib import Path\nwarehouse.Warehouse.open(Path('new.duckdb')).close()\n"
        "main(['sql', 'SELECT count(*) AS n FROM claims', '-w', 'new.duckdb', '-f', 'csv'])\n"
    )
    known = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=known, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [f"{tmp_path}/extractors/__init__.py True", "['NVIDIA A100']", "n", "0"]
