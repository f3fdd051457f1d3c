"""What a URL leads to: its type and, for a repository, its owner, name and reference."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import unquote, urlsplit

from schemas.vocabulary import LinkType

# First path segments of a forge that are no owner.
_NO_OWNER = frozenset(
    {"about", "apps", "collections", "enterprise", "explore", "features", "groups", "login", "marketplace", "orgs"}
    | {"pricing", "search", "settings", "site", "sponsors", "stars", "topics", "trending", "users"}
)
# Path segments behind owner and name; the ones in _REF are followed by a branch, tag or commit.
_REF = frozenset({"tree", "blob", "commit", "commits", "raw", "src", "blame"})
_VIEWS = _REF | {"-", "issues", "pull", "pulls", "wiki", "wikis", "releases", "actions", "discussions", "archive"}


@dataclass(frozen=True, slots=True)
class Target:
    """The type of a link; ``repo`` and ``ref`` of a repository."""

    type: LinkType
    repo: str | None = None
    ref: str | None = None


@cache
def _hosts() -> dict[str, LinkType]:
    text = resources.files("extractors.links").joinpath("hosts.tsv").read_text(encoding="utf-8")
    return {line["host"]: LinkType(line["type"]) for line in csv.DictReader(text.splitlines(), delimiter="\t")}


def _type_of(host: str) -> LinkType:
    """The type that the host, or the domain it belongs to, is known for; self-hosted forges by their first label."""
    if host.startswith(("gitlab.", "git.", "gitea.")):
        return LinkType.REPOSITORY
    if host.endswith(".github.io") or host == "gist.github.com":
        return LinkType.PAGE
    labels = host.split(".")
    for start in range(len(labels) - 1):
        known = _hosts().get(".".join(labels[start:]))
        if known is not None:
            return known
    return LinkType.PAGE


def target_of(url: str) -> Target:
    """The target of a URL with a scheme.

    >>> target_of("https://www.github.com/Lab/tool.git")
    Target(type=<LinkType.REPOSITORY: 'repository'>, repo='github.com/Lab/tool', ref=None)
    """
    parts = urlsplit(url)
    host = parts.netloc.lower().rsplit("@")[-1].split(":")[0].removeprefix("www.")
    kind = _type_of(host)
    if kind is not LinkType.REPOSITORY:
        return Target(kind)
    return _repository(host, [unquote(s) for s in parts.path.split("/") if s]) or Target(LinkType.PAGE)


def _repository(host: str, path: list[str]) -> Target | None:
    if len(path) < 2 or path[0].lower() in _NO_OWNER or path[1] in _VIEWS:
        return None
    if host == "raw.githubusercontent.com":
        return Target(LinkType.REPOSITORY, f"github.com/{path[0]}/{path[1]}", path[2] if len(path) > 2 else None)
    length = _length_of_name(host, path)
    owner_and_name = [*path[: length - 1], path[length - 1].removesuffix(".git")]
    if not all(owner_and_name):
        return None
    return Target(LinkType.REPOSITORY, "/".join([host, *owner_and_name]), _ref(path[length:]))


def _length_of_name(host: str, path: list[str]) -> int:
    """How many segments name the repository: two, or more in the nested groups of a GitLab."""
    if not host.startswith("gitlab."):
        return 2
    return next((i for i, segment in enumerate(path) if i >= 2 and segment in _VIEWS), len(path))


def _ref(rest: list[str]) -> str | None:
    if rest and rest[0] == "-":
        rest = rest[1:]
    if len(rest) >= 3 and rest[:2] == ["releases", "tag"]:
        return rest[2]
    return rest[1] if len(rest) >= 2 and rest[0] in _REF else None
