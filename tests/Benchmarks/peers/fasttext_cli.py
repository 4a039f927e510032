"""Debian's fasttext program over jieba's words."""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

import meter
import splits

PREFIX = "__label__"
SETTINGS = (
    "-epoch 25 -lr 0.5 -dim 100 -wordNgrams 2 -minn 0 -maxn 0 -bucket 200000 -minCount 1 -loss softmax -thread 1 -seed 1 -verbose 0".split()
)


def line(text: str) -> str:
    return " ".join(splits.words(text))


def train(task: str, data: Path, model: Path) -> None:
    split = splits.read(data, task, "train")
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.writelines(f"{PREFIX}{label} {line(text)}\n" for text, label in zip(split.texts, split.labels))
        file.flush()
        subprocess.run(["fasttext", "supervised", "-input", file.name, "-output", model.with_suffix(""), *SETTINGS], check=True)
    model.with_suffix(".vec").unlink(missing_ok=True)


@contextmanager
def predictor(model: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, reading lines and answering each with a label."""
    with subprocess.Popen(["fasttext", "predict", model, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield process
        process.stdin.close()


def ask(process: subprocess.Popen[str], lines: list[str]) -> list[str]:
    """Labels of the lines. Writing has a thread of its own: a full pipe on either side would stop both programs."""
    writer = Thread(target=feed, args=(process.stdin, "".join(f"{text}\n" for text in lines)))
    writer.start()
    labels = [process.stdout.readline().strip().removeprefix(PREFIX) for _ in lines]
    writer.join()
    return labels


def feed(pipe: IO[str], text: str) -> None:
    pipe.write(text)
    pipe.flush()


def bare_rate(model: Path, lines: list[str]) -> float:
    """Records a second of the program alone, from a file: the time of many passes less the time of one line, which is the loading."""
    load = min(predict_seconds(model, lines[:1]) for _ in range(3))
    passes = 1
    while (seconds := predict_seconds(model, lines * passes) - load) < meter.LEAST_SECONDS:
        passes = max(passes + 1, int(passes * 1.2 * meter.LEAST_SECONDS / max(seconds, 0.05)))
    return len(lines) * passes / seconds


def predict_seconds(model: Path, lines: list[str]) -> float:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.writelines(f"{text}\n" for text in lines)
        file.flush()
        start = time.perf_counter()
        subprocess.run(["fasttext", "predict", model, file.name], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def score(task: str, data: Path, model: Path, out: Path, bare_out: Path) -> None:
    texts = splits.read(data, task, "test").texts
    lines = [line(text) for text in texts]
    with predictor(model) as process:
        labels = ask(process, lines)
        program_peak = meter.peak_kib(process.pid)
    own_peak = meter.peak_kib()
    bare = bare_rate(model, lines)
    words = meter.records_per_second(len(texts), lambda: [line(text) for text in texts])
    common = {"predictions": labels, "modelBytes": model.stat().st_size}
    meter.append_json(out, {**common, "recordsPerSecond": 1 / (1 / words + 1 / bare), "peakKiB": program_peak + own_peak})
    meter.append_json(bare_out, {**common, "recordsPerSecond": bare, "peakKiB": program_peak})


def cold(model: Path, out: Path, bare_out: Path) -> None:
    start = time.perf_counter()
    text = line(splits.COLD_TEXT)
    started_program = time.perf_counter()
    with predictor(model) as process:
        ask(process, [text])
        end = time.perf_counter()
    age = meter.process_age_ms() - (time.perf_counter() - end) * 1000
    meter.append_json(out, {"loadMs": (end - start) * 1000, "processMs": age})
    program = (end - started_program) * 1000
    meter.append_json(bare_out, {"loadMs": program, "processMs": program})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("train", "score", "cold"))
    parser.add_argument("--task", choices=splits.TASKS, required=True)
    parser.add_argument("--data", type=Path, help="the folder of the splits; not needed for cold")
    parser.add_argument("--model", type=Path, required=True, help="ends in .bin")
    parser.add_argument("--out", type=Path, help="JSON lines, words included; not needed for train")
    parser.add_argument("--bare-out", type=Path, help="JSON lines, the program alone on text cut into words before; not needed for train")
    args = parser.parse_args()
    if args.verb == "train":
        train(args.task, args.data, args.model)
    elif args.verb == "score":
        score(args.task, args.data, args.model, args.out, args.bare_out)
    else:
        cold(args.model, args.out, args.bare_out)


if __name__ == "__main__":
    main()
