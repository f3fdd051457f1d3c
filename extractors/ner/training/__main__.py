"""``python -m extractors.ner.training FEED... [--exclude FEED] [--out DIR]``: train the shipped model."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from extractors.ner.training.train import MODEL_DIRECTORY, train


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and train; 0 when a model was written, 2 for bad input."""
    parser = argparse.ArgumentParser(prog="python -m extractors.ner.training", description=__doc__)
    parser.add_argument(
        "feeds", nargs="+", type=Path, metavar="FEED", help="JSON Lines (also gzipped) or a trending page's text"
    )
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        type=Path,
        metavar="FEED",
        help="leave out the papers of this feed, by title",
    )
    parser.add_argument(
        "--out", type=Path, default=MODEL_DIRECTORY, help="where the model goes (default: into the package)"
    )
    parser.add_argument("--seed", type=int, default=20240229)
    args = parser.parse_args(arguments)
    try:
        meta = train(args.feeds, args.exclude, args.out, args.seed)
    except (OSError, ValueError) as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    print(f"{args.out}: {meta['bytes']} bytes, {meta['training']['sentences']} sentences, scores {meta['scores']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
