from __future__ import annotations

from pathlib import Path

from tests.flows.runner import paperclaims, refused
from warehouse import find_paper


def test_a_paper_by_a_part_of_its_title(loaded: Path) -> None:
    done = paperclaims("show", "trillion-parameter", "-w", loaded)
    stored = find_paper(loaded, "trillion-parameter")
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert stored.paper["paper_id"] in done.out
    assert f"presents {stored.paper['system']}" in done.out
    for number, claim in enumerate(stored.claims, 1):
        assert f"{claim['quote']}[{number}]" in done.out
        assert f"\n[{number}] {claim['quote']}  {claim['kind']}\n" in done.out
    text = done.out
    for number in range(len(stored.claims), 0, -1):
        text = text.replace(f"[{number}]", "", 1)
    assert stored.paper["abstract"] in text


def test_colours_in_a_terminal(loaded: Path) -> None:
    done = paperclaims("show", "ZeRO", "-w", loaded, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[30;42m" in done.out


def test_a_paper_with_no_claims(loaded: Path) -> None:
    assert paperclaims("show", "MLIR", "-w", loaded).out.endswith("\nno claims\n")


def test_no_such_paper(loaded: Path) -> None:
    refused(paperclaims("show", "a title that nobody gave", "-w", loaded), "no such paper")


def test_several_papers_are_listed(loaded: Path) -> None:
    refused(paperclaims("show", "the", "-w", loaded), "'the' fits ", " papers: title:")


def test_other_titles_that_contain_it_are_counted(loaded: Path) -> None:
    for part, said in (("Fa", "3 more titles contain 'Fa'\n"), ("Faiss", "")):
        done = paperclaims("show", part, "-w", loaded)
        assert (done.code, done.err) == (0, said)
        assert done.out.startswith("Faiss on GPUs: ")


def test_nothing_named(loaded: Path) -> None:
    refused(paperclaims("show", " ", "-w", loaded), "argument PAPER: the text is empty", code=2)


def test_no_warehouse(tmp_path: Path) -> None:
    refused(paperclaims("show", "x", "-w", tmp_path / "claims.duckdb"), "no such warehouse")
