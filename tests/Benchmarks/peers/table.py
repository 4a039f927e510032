"""Writes the Markdown tables from the results that run.sh gathered."""

import argparse
import json
import statistics
from dataclasses import dataclass
from pathlib import Path

import splits
from sklearn.metrics import accuracy_score, f1_score

CONTESTANTS = {
    "ours": "**ours** (all answers in one pass)",
    "char": "char 1–3-gram TF-IDF + linear SVM",
    "words": "jieba words + linear SVM",
    "fasttext": "jieba + fastText",
    "fasttext-bare": "fastText alone, words cut before",
    "mlnet": "stock ML.NET, char 1–3-grams + SDCA",
}
TITLES = {"topic": "Topic, title and detail", "title": "Topic, title only", "sentiment": "Sentiment"}


@dataclass(frozen=True)
class Result:
    """What one contestant did in one task."""

    predictions: list[str]
    records_per_second: float
    model_bytes: int
    peak_kib: int
    load_ms: float
    process_ms: float
    allocated: float | None


def read_result(results: Path, task: str, name: str) -> Result:
    (score,) = json_lines(results / f"{task}.{name}.json")
    colds = json_lines(results / f"{task}.{name}.cold.json")
    return Result(
        score["predictions"], score["recordsPerSecond"], score["modelBytes"], score["peakKiB"],
        statistics.median(c["loadMs"] for c in colds), statistics.median(c["processMs"] for c in colds),
        score.get("allocatedBytesPerRecord"),
    )


def json_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def quality(test: splits.Split, predictions: list[str], rows: list[int]) -> list[str]:
    """Accuracy, and macro-F1 over the labels that the right answers hold."""
    right, given = [test.labels[i] for i in rows], [predictions[i] for i in rows]
    macro = f1_score(right, given, labels=sorted(set(right)), average="macro", zero_division=0)
    return [f"{accuracy_score(right, given):.4f}", f"{macro:.4f}"]


def table(data: Path, results: Path, task: str) -> list[str]:
    test = splits.read(data, task, "test")
    parts = splits.slices(data, task, test)
    heads = [f"{measure}, {part}" for part in parts for measure in ("accuracy", "macro-F1")]
    heads += ["records/s", "ours is × faster", "model, MiB", "load → first verdict, ms", "process start → first verdict, ms", "peak memory, MiB"]
    counts = ", ".join(f"{part}: {len(rows)}" for part, rows in parts.items())
    characters = statistics.mean(len(text) for text in test.texts)
    lines = [f"## {TITLES[task]}", "", f"Test rows: {counts}; {characters:.0f} characters on average.", ""]
    lines += [f"| contestant | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    every = {name: read_result(results, task, name) for name in CONTESTANTS}
    ours = every["ours"].records_per_second
    for name, result in every.items():
        cells = [cell for rows in parts.values() for cell in quality(test, result.predictions, rows)]
        cells += [f"{result.records_per_second:,.0f}", "" if name == "ours" else f"{ours / result.records_per_second:.1f}"]
        cells += [f"{result.model_bytes / 2**20:.1f}", f"{result.load_ms:,.0f}", f"{result.process_ms:,.0f}", f"{result.peak_kib / 1024:.0f}"]
        lines.append(f"| {CONTESTANTS[name]} | {' | '.join(cells)} |")
    if every["ours"].allocated is not None:
        lines += ["", f"Ours allocates {every['ours'].allocated:.0f} bytes a record."]
    return [*lines, ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the splits")
    parser.add_argument("--results", type=Path, required=True, help="the folder of the results")
    parser.add_argument("--machine", default="", help="a line about the machine and the versions")
    args = parser.parse_args()
    lines = [
        "Note: ours answers topic, sentiment, urgency and routing in the same pass and is the one shipped model in every table; each peer answers one task and was trained for it"
        " on the train split alone. Ours was trained on train and valid and on texts of the project's own. One core for all; what each column means is in tests/Benchmarks/peers/README.md.",
        "",
        *([args.machine, ""] if args.machine else []),
    ]
    for task in splits.TASKS:
        lines += table(args.data, args.results, task)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
