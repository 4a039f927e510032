"""TF-IDF and a linear SVM of scikit-learn, over characters or over jieba's words."""

import argparse
import pickle
import time
from pathlib import Path

import meter
import splits
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import LinearSVC


def pipeline(kind: str) -> Pipeline:
    if kind == "char":
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    else:
        vectorizer = TfidfVectorizer(tokenizer=splits.words, token_pattern=None, min_df=2, sublinear_tf=True)
    return make_pipeline(vectorizer, LinearSVC(random_state=1))


def train(kind: str, task: str, data: Path, model: Path) -> None:
    split = splits.read(data, task, "train")
    fitted = pipeline(kind).fit(split.texts, split.labels)
    model.write_bytes(pickle.dumps(fitted))


def load(model: Path) -> Pipeline:
    return pickle.loads(model.read_bytes())


def score(task: str, data: Path, model: Path, out: Path) -> None:
    fitted = load(model)
    texts = splits.read(data, task, "test").texts
    rate = meter.records_per_second(len(texts), lambda: fitted.predict(texts))
    meter.append_json(out, {
        "predictions": list(fitted.predict(texts)),
        "recordsPerSecond": rate,
        "modelBytes": model.stat().st_size,
        "peakKiB": meter.peak_kib(),
    })


def cold(model: Path, out: Path) -> None:
    start = time.perf_counter()
    load(model).predict([splits.COLD_TEXT])
    meter.append_json(out, {"loadMs": (time.perf_counter() - start) * 1000, "processMs": meter.process_age_ms()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("train", "score", "cold"))
    parser.add_argument("--kind", choices=("char", "words"), required=True)
    parser.add_argument("--task", choices=splits.TASKS, required=True)
    parser.add_argument("--data", type=Path, help="the folder of the splits; not needed for cold")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="JSON lines; not needed for train")
    args = parser.parse_args()
    if args.verb == "train":
        train(args.kind, args.task, args.data, args.model)
    elif args.verb == "score":
        score(args.task, args.data, args.model, args.out)
    else:
        cold(args.model, args.out)


if __name__ == "__main__":
    main()
