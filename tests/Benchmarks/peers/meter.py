"""What every contestant written in Python is measured with."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

WARM_SECONDS = 1.0
LEAST_SECONDS = 2.0


def records_per_second(count: int, one_pass: Callable[[], object]) -> float:
    """Runs whole passes over `count` records for at least two seconds, after a second of warming up."""
    repeat(one_pass, WARM_SECONDS)
    passes, seconds = repeat(one_pass, LEAST_SECONDS)
    return count * passes / seconds


def repeat(one_pass: Callable[[], object], least: float) -> tuple[int, float]:
    start, passes = time.perf_counter(), 0
    while True:
        one_pass()
        passes += 1
        seconds = time.perf_counter() - start
        if seconds >= least:
            return passes, seconds


def peak_kib(pid: int | None = None) -> int:
    """Peak resident memory (VmHWM) of a running process, this one by default, in KiB."""
    for line in Path(f"/proc/{pid or os.getpid()}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    raise RuntimeError("/proc gives no VmHWM for the process; run on Linux")


def process_age_ms() -> float:
    """Milliseconds since the kernel started this process."""
    started = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started / os.sysconf("SC_CLK_TCK")) * 1000


def append_json(path: Path, value: dict[str, object]) -> None:
    """One object a line, so that repeated cold starts gather in one file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(value, ensure_ascii=False) + "\n")
