"""The tasks and their texts, read from the data folder."""

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

import jieba

TASKS = ("topic", "title", "sentiment")

# A text of our own for cold starts, so that no data file has to be read first.
COLD_TEXT = "小区电梯停运三天无人维修 七号楼住着不少老人，电梯坏了三天，物业说没有配件，请有关部门尽快督促修好。"


@dataclass(frozen=True)
class Split:
    """Texts of one split with their ids and labels, in the order of the file."""

    ids: list[str]
    texts: list[str]
    labels: list[str]


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(data: Path, task: str, name: str) -> Split:
    """One split of a task: train, valid or test."""
    rows = read_rows(data / ("sentiment" if task == "sentiment" else "topic") / f"{name}.csv")
    return Split([r["id"] for r in rows], [text_of(r, task) for r in rows], [r["label"] for r in rows])


def text_of(row: dict[str, str], task: str) -> str:
    if task == "sentiment":
        return row["text"]
    return row["title"] if task == "title" else f"{row['title']} {row['detail']}"


def slices(data: Path, task: str, test: Split) -> dict[str, list[int]]:
    """Parts of a test split that get columns of their own: name to row numbers."""
    if task == "sentiment":
        return {kind: [i for i, id_ in enumerate(test.ids) if id_.startswith(kind)] for kind in ("usual-", "virus-")}
    apart = {r["id"] for r in read_rows(data / "topic" / "test_nonear_ids.csv")}
    return {"all rows": list(range(len(test.ids))), "no near twin": [i for i, id_ in enumerate(test.ids) if id_ in apart]}


@functools.cache
def quiet_jieba() -> "jieba.Tokenizer":
    """Jieba's own tokenizer without its log lines."""
    jieba.setLogLevel(60)
    return jieba.dt


def words(text: str) -> list[str]:
    """Jieba's words, blanks left out."""
    return [word for word in quiet_jieba().cut(text) if not word.isspace()]
