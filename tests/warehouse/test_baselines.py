"""One name for a baseline in whatever words, and different names for different things."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from schemas.records import Extraction, Mention
from tests.warehouse.conftest import Runner
from tests.warehouse.layouts import make
from tests.warehouse.samples import Found, comparison, paper, rows, span
from warehouse import WarehouseError, compare, leaderboard, upgrade

# Wordings of one thing a line, the name that all of them must get in front; no two lines may meet.
SAME: dict[str, list[str]] = {
    "vLLM": ["vLLM", "the vLLM baseline", "a vLLM server", "baseline vLLM", "vllm", "our vLLM implementation [12]",
             "the state-of-the-art serving system vLLM", "\\texttt{vLLM}", "vLLM's", "the serving framework vLLM."],
    "vLLM-Omni": ["vLLM-Omni", "the original vLLM-Omni"],
    "PyTorch": ["PyTorch", "standard PyTorch implementation", "a vanilla PyTorch implementation", "Pytorch library",
                "the existing PyTorch implementation", "frameworks such as PyTorch", "Meta's PyTorch"],
    "naive PyTorch": ["naive PyTorch", "a naive PyTorch implementation"],
    "optimized PyTorch": ["optimized PyTorch", "an optimized PyTorch implementation"],
    "PyTorch inference": ["PyTorch inference", "standard PyTorch inference"],
    "FlashAttention": ["FlashAttention", "Flash Attention", "flash-attention"],
    "FlashAttention-2": ["FlashAttention-2", "FlashAttention2", "FlashAttention-2 [3]", "Flash Attention 2",
                         "FlashAttention v2", "FlashAttention-2 (Dao, 2023)", "\\emph{FlashAttention-2}"],
    "FlashAttention-3": ["FlashAttention-3"],
    "Qwen2.5-7B": ["Qwen2.5-7B", "Qwen-2.5-7B", "the Qwen2.5 7B model"],
    "Qwen2.5-72B": ["Qwen2.5-72B"],
    "Llama 3 8B": ["Llama 3 8B", "LLaMA-3-8B"],
    "Llama 38B": ["Llama 38B"],
    "CUTLASS": ["CUTLASS", "NVIDIA's CUTLASS", "NVIDIA’s CUTLASS library"],
    "cuBLAS": ["cuBLAS", "the cuBLAS library"],
    "Dijkstra": ["Dijkstra's algorithm", "Dijkstra"],
    "LoRA": ["LoRA", "a standard LoRA baseline", "LoRA methods"],
    "LoRA+": ["LoRA+"],
    "A*": ["A*", "the A* algorithm"],
    "CNN": ["CNN", "CNNs", "a conventional CNN"],
    "STATIC": ["STATIC", "the STATIC framework"],
    "static baseline": ["static baseline", "a static baseline", "static methods"],
    "full attention": ["full attention", "full attention", "the full-attention model"],
    "LLM-based methods": ["LLM-based methods", "LLM-based methods", "an LLM-based approach"],
    "existing compilers": ["existing compilers", "existing compilers", "previous compilers"],
    "state-of-the-art compilers": ["state-of-the-art compilers", "SOTA compilers"],
    "AMD EPYC 7763": ["AMD EPYC 7763", "an AMD EPYC 7763 CPU"],
    "vLLM and SGLang": ["vLLM and SGLang", "both vLLM and SGLang"],
}  # fmt: skip

GENERIC: dict[str, list[str]] = {
    "state of the art": ["the state of the art", "state-of-the-art methods", "SOTA", "current SoTA baselines",
                         "six state-of-the-art approaches", "the best existing method", "the previous best results"],
    "prior work": ["prior methods", "previous work", "existing approaches", "other methods", "the prior art",
                   "competing systems"],
    "best baseline": ["the strongest baseline", "the second-best method", "next-best", "the best alternative"],
    "conventional methods": ["traditional methods", "standard approaches", "the conventional approach"],
    "original model": ["the original model", "its base model", "the unmodified version"],
    "baseline": ["baselines", "the baseline", "a strong baseline", "all baseline methods", "our baseline model"],
}  # fmt: skip


@pytest.fixture(scope="module")
def ask(empty: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(empty), read_only=True) as connection:
        yield connection


def key(ask: duckdb.DuckDBPyConnection, said: str) -> str:
    [(found,)] = ask.execute("SELECT baseline_key(said) FROM (SELECT ? AS said)", [said]).fetchall()
    return str(found)


@pytest.mark.parametrize(("name", "wordings"), [*SAME.items(), *GENERIC.items()], ids=[*SAME, *GENERIC])
def test_wordings_of_one_thing_have_one_key(ask: duckdb.DuckDBPyConnection, name: str, wordings: list[str]) -> None:
    assert {said: key(ask, said) for said in wordings} == dict.fromkeys(wordings, key(ask, name))


def test_different_things_have_different_keys(ask: duckdb.DuckDBPyConnection) -> None:
    keys = {name: key(ask, name) for name in (*SAME, *GENERIC)}
    assert len(set(keys.values())) == len(keys), keys


def over(number: int, *baselines: str | None, quote: str = "2x") -> Found:
    """A paper with a claim over each of the baselines."""
    made = paper(number)
    claims = tuple(comparison(made, quote, 2 + place, baseline=said) for place, said in enumerate(baselines))
    return made, Extraction(claims)


def test_the_name_is_the_commonest_spelling_and_generic_ones_are_marked(path: Path, run: Runner) -> None:
    words = [*SAME["vLLM"], "vLLM", *GENERIC["prior work"], "those", None]
    run([over(number, said) for number, said in enumerate(words, 1)])
    named = rows(path, "SELECT DISTINCT baseline_name, baseline_is_generic FROM leaderboard ORDER BY ALL")
    assert named == [("prior work", True), ("vLLM", False), (None, True), (None, None)]
    assert rows(path, "SELECT count(*) FROM leaderboard") == [(len(words),)]
    assert rows(path, "SELECT sum(claims) FROM baselines WHERE baseline_name = 'vLLM'") == [(len(SAME["vLLM"]) + 1,)]


def test_each_name_as_it_is_shown(path: Path, run: Runner) -> None:
    named = {
        said: (name, name in GENERIC) for name, wordings in (SAME | GENERIC).items() for said in (name, *wordings)
    }
    words = [*named, *SAME]  # the name itself twice: it is the commonest
    run([over(number, said) for number, said in enumerate(words, 1)])
    assert {
        said: tuple(row) for said, *row in rows(path, "SELECT baseline, baseline_name, is_generic FROM baselines")
    } == named


def test_a_device_has_its_canonical_name(path: Path, run: Runner) -> None:
    made, _ = over(1)
    mention = Mention(*span(made, "NVIDIA V100"), name="NVIDIA V100", rule="catalogue")
    run([(made, Extraction((comparison(made, "2x", 2, baseline="NVIDIA Tesla V100 GPUs"),), (mention,)))])
    assert rows(path, "SELECT baseline_name FROM baselines") == [("NVIDIA Tesla V100",)]
    run([over(2, "a V100")])
    short = Mention(*span(made, "V100"), name="NVIDIA V100", rule="catalogue")
    tesla, _ = found_with(3, "Tesla V100 here.")
    long = Mention(*span(tesla, "Tesla V100"), name="NVIDIA V100", rule="catalogue")
    run([(made, Extraction((), (mention,))), (tesla, Extraction((), (long,))), (paper(4), Extraction((), (short,)))])
    assert rows(path, "SELECT DISTINCT baseline_name FROM baselines") == [("NVIDIA V100",)]


def found_with(number: int, words: str) -> Found:
    return paper(number, words=words), Extraction()


def test_a_warehouse_of_the_layout_before_has_the_names_of_its_old_rows(path: Path) -> None:
    path.write_bytes(gzip.decompress((make.FOLDER / "layout3.duckdb.gz").read_bytes()))
    for ask in (lambda: leaderboard(path), lambda: compare(path, ["a", "b"])):
        with pytest.raises(WarehouseError, match=r"is of layout 3, and this needs 4; .* paperclaims upgrade"):
            ask()
    with duckdb.connect(str(path)) as old:
        old.execute("UPDATE claims SET baseline = 'the vLLM baseline'")
        [(claims,)] = old.execute("SELECT count(*) FROM claims").fetchall()
    upgrade(path)
    assert rows(path, "SELECT baseline_name, claims FROM baselines") == [("vLLM", claims)]
