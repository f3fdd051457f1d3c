"""Kill a writer at random moments: python -m tests.stress.kills FEED [--kills N] [--full N] [--command] [--seed S].

Papers are extracted and checked once. Then, again and again, a process of its own loads them into a warehouse, new
or with earlier texts of half of the papers in it, and is killed (SIGKILL) at a random moment while it opens, loads or
closes; or, of ``--full``, no file can grow over a random size. After each, the warehouse must open and hold what it
held before or the whole run, every quote in its place; half of the next runs are killed as well; the one that is not
must bring it to the very rows of an undisturbed run, leave nothing beside the file, and change nothing when repeated.
``--command`` kills ``paperclaims run`` itself, from when it begins to write.
"""

from __future__ import annotations

import argparse
import pickle
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schemas.records import Reject
from tests.stress.state import Contents, contents, statuses
from tests.stress.work import PHASES, Found, Mishap, Work, Writer, earlier, extracted, load

NAME = "claims.duckdb"
_AGAIN = 0.5  # of the runs after a mishap, those that suffer one too
_REPEATED = 0.25  # of the runs that are completed in the end, those that are done once more


@dataclass
class Trials:
    """Warehouses to begin with, and what an undisturbed run makes of each."""

    directory: Path
    work: Path
    starts: dict[str, Path | None]
    before: dict[str, Contents]
    after: dict[str, Contents]
    seconds: Mapping[str, float]
    size: int  # bytes of the largest warehouse
    struck: Counter[str] = field(default_factory=Counter)
    left_behind: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, found: Sequence[Found], batch: int, directory: Path, rejects: Sequence[Reject] = ()) -> Trials:
        """Make them in the directory."""
        made, half = directory / "work.pickle", directory / "earlier.duckdb"
        made.write_bytes(pickle.dumps(Work.of(found, batch, rejects)))
        load(Work.of(earlier(found), batch), half)
        trials = cls(directory, made, {"none": None, "earlier": half}, {}, {}, {}, 0)
        trials.before = {"none": {}, "earlier": contents(half)}
        for name in trials.starts:
            path = trials.begin(name)
            writer, began = Writer(made, path), {}
            for phase in (*PHASES, "closed"):
                assert writer.wait(phase), writer.last_words
                began[phase] = time.monotonic()
            assert writer.end() == 0
            trials.after[name] = contents(path)
            ends = [*PHASES[1:], "closed"]
            trials.seconds = {phase: began[end] - began[phase] for phase, end in zip(PHASES, ends, strict=True)}
            trials.size = max(trials.size, path.stat().st_size)
        return trials

    @staticmethod
    def choose(chance: random.Random) -> str:
        """A start; to compare with what is there takes longer than to load what is new, so rather no warehouse."""
        return chance.choice(["none", "none", "none", "earlier"])

    def begin(self, start: str) -> Path:
        """A directory with that warehouse."""
        path = self.directory / "trial" / NAME
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        if (given := self.starts[start]) is not None:
            shutil.copy(given, path)
        return path

    def kill(self, path: Path, phase: str, share: float) -> bool:
        """Kill a writer when that share of the phase is over; whether it was still at work."""
        writer = Writer(self.work, path)
        writer.wait(phase)
        time.sleep(share * self.seconds[phase])
        if hit := writer.kill():
            self.struck[f"killed while {writer.last_words or 'starting'}"] += 1
        return hit

    def fill(self, path: Path, room: int) -> bool:
        """A writer for which files are that large at most; whether it felt it."""
        writer = Writer(self.work, path, Mishap(room=room))
        code = writer.end()
        assert code in (0, 1), f"ended with {code}: {writer.phases}"
        if code:
            assert writer.last_words.startswith(f"{path}: "), writer.last_words
            assert "\n" not in writer.last_words
            self.struck[f"no room while {writer.phases[-2]}"] += 1
        return code == 1

    def check(self, path: Path, start: str) -> None:
        """What a reader finds after a mishap: what was there before, or the whole run."""
        for file in path.parent.iterdir():
            kinds = {"writing": "a working copy", "wal": "its log", "new": "a half-made copy", "lock": "a lock"}
            self.left_behind[kinds.get(file.suffix.removeprefix("."), "the warehouse")] += 1
            assert not file.name.endswith("unpublished")
        if path.exists():
            found = contents(path)
            possible = [self.before[start], self.after[start]]
            assert found in possible or (start == "none" and not any(found[name] for name in ("papers", "claims")))
        else:
            assert start == "none"

    def complete(self, path: Path, start: str, times: int = 1) -> None:
        """The next run does the rest, and those after it nothing."""
        for _ in range(times):
            writer = Writer(self.work, path)
            assert writer.end() == 0, writer.last_words
            found = contents(path)
            for relation, rows in self.after[start].items():
                assert found[relation] == rows, f"{relation}: not the rows of an undisturbed run"
            assert set(found) == set(self.after[start])
            assert [file.name for file in path.parent.iterdir()] == [path.name]
            assert statuses(path)[-1] == "completed"
            assert set(statuses(path)) <= {"completed", "interrupted", "failed"}


def kills(trials: Trials, count: int, chance: random.Random, phases: Sequence[str] = PHASES) -> None:
    """So many kills that struck a writer at work, in these phases."""
    done = 0
    while done < count:
        start = trials.choose(chance)
        path = trials.begin(start)
        while True:
            done += trials.kill(path, chance.choice(phases), chance.uniform(0, 1.1))
            trials.check(path, start)
            if chance.random() >= _AGAIN:
                break
        trials.complete(path, start, times=1 + (chance.random() < _REPEATED))
        print(f"\r{done} kills", end="", flush=True)
    print()


def full_disks(trials: Trials, count: int, chance: random.Random) -> None:
    """So many times that there was no room."""
    done = 0
    while done < count:
        start = trials.choose(chance)
        path = trials.begin(start)
        done += trials.fill(path, int(chance.uniform(0, 1.1) * trials.size))
        trials.check(path, start)
        trials.complete(path, start)
        print(f"\r{done} times no room", end="", flush=True)
    print()


def main() -> None:
    """Say what was hit, and end with an error when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("feed", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=0, metavar="N", help="disks without room")
    parser.add_argument("--batch", type=int, default=100, help="papers a batch")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--command", action="store_true", help="kill the command `paperclaims run` itself")
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as directory:
        if args.command:
            from tests.stress.command import kill_commands

            kill_commands(args.feed, args.kills, chance, Path(directory))
        else:
            _kill_writers(args, chance, Path(directory))
    print("every promise held")


def _kill_writers(args: argparse.Namespace, chance: random.Random, directory: Path) -> None:
    found, rejects = extracted(args.feed)
    trials = Trials.of(found, args.batch, directory, rejects)
    phases = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in trials.seconds.items())
    print(f"an undisturbed run: {phases}; {trials.size / 1e6:.1f} MB")
    kills(trials, args.kills, chance)
    full_disks(trials, args.full, chance)
    for what, times in sorted(trials.struck.items()):
        print(f"{what:<28} {times:4}")
    for what, times in sorted(trials.left_behind.items()):
        print(f"found after it: {what:<13} {times:4}")


if __name__ == "__main__":
    main()
