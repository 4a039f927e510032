#!/usr/bin/env bash
# Measures the shipped model beside its peers on the same splits, all on one core. See README.md.
set -euo pipefail

usage() {
  echo "usage: $0 DATA_FOLDER [--out FILE.md]    (DATA_FOLDER holds topic/ and sentiment/; CORE=N picks the core, 1 by default)" >&2
  exit 2
}

data='' out=''
while [ $# -gt 0 ]; do
  case $1 in
    --out) [ $# -ge 2 ] || usage; out=$(realpath -m "$2"); shift 2 ;;
    -*) usage ;;
    *) [ -z "$data" ] || usage; data=$1; shift ;;
  esac
done
[ -n "$data" ] || usage
for file in topic/train.csv topic/test.csv topic/test_nonear_ids.csv sentiment/train.csv sentiment/test.csv; do
  [ -f "$data/$file" ] || { echo "$data/$file is missing: name the folder that holds the splits" >&2; exit 2; }
done
data=$(realpath "$data")
here=$(cd "$(dirname "$0")" && pwd)
# The interpreter that sees Debian's packages, whatever else is on PATH.
python=/usr/bin/python3

missing=()
command -v fasttext >/dev/null || missing+=(fasttext)
"$python" -c 'import sklearn' 2>/dev/null || missing+=(python3-sklearn)
"$python" -c 'import jieba' 2>/dev/null || missing+=(python3-jieba)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "installing with apt-get: ${missing[*]}" >&2
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

dotnet build "$here/.." -c Release -v quiet --nologo >&2
ours="$here/../bin/Release/net10.0/SentimentWatch.Benchmarks"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

core=${CORE:-1}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 DOTNET_PROCESSOR_COUNT=1 PYTHONDONTWRITEBYTECODE=1 PYTHONWARNINGS=ignore
on_core() { taskset -c "$core" "$@"; }
say() { echo "$(date +%T) $*" >&2; }
colds() { for _ in 1 2 3 4 5; do on_core "$@" >&2; done; }

load() { cut -d' ' -f1 /proc/loadavg; }

load_before=$(load)
awk -v load="$load_before" 'BEGIN { exit !(load > 0.5) }' && say "the machine is not quiet (load $load_before): speeds and times will be too low to quote"
for task in topic title sentiment; do
  say "$task: ours"
  on_core "$ours" judge --data "$data" --task "$task" --out "$work/$task.ours.json" >&2
  colds "$ours" judge-cold --out "$work/$task.ours.cold.json"

  for kind in char words; do
    say "$task: $kind SVM"
    svm=("$python" "$here/svm.py")
    what=(--kind "$kind" --task "$task" --model "$work/$task.$kind.pickle")
    on_core "${svm[@]}" train "${what[@]}" --data "$data"
    on_core "${svm[@]}" score "${what[@]}" --data "$data" --out "$work/$task.$kind.json"
    colds "${svm[@]}" cold "${what[@]}" --out "$work/$task.$kind.cold.json"
  done

  say "$task: fastText"
  fast=("$python" "$here/fasttext_cli.py")
  what=(--task "$task" --model "$work/$task.fasttext.bin")
  on_core "${fast[@]}" train "${what[@]}" --data "$data"
  on_core "${fast[@]}" score "${what[@]}" --data "$data" --out "$work/$task.fasttext.json" --bare-out "$work/$task.fasttext-bare.json"
  colds "${fast[@]}" cold "${what[@]}" --out "$work/$task.fasttext.cold.json" --bare-out "$work/$task.fasttext-bare.cold.json"

  say "$task: ML.NET"
  on_core "$ours" mlnet train --data "$data" --task "$task" --model "$work/$task.mlnet.zip"
  on_core "$ours" mlnet score --data "$data" --task "$task" --model "$work/$task.mlnet.zip" --out "$work/$task.mlnet.json"
  colds "$ours" mlnet cold --model "$work/$task.mlnet.zip" --out "$work/$task.mlnet.cold.json"
done

cpu=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)
versions=$("$python" -c 'import sklearn, jieba; print(f"scikit-learn {sklearn.__version__}, jieba {jieba.__version__}")')
machine="Machine: ${cpu:-unknown CPU}, core $core of $(nproc --all), load $load_before before and $(load) at the end (1 or less on a quiet machine). $versions, fastText $(dpkg-query -W -f='${Version}' fasttext 2>/dev/null || echo 'of unknown version'), .NET $(dotnet --version)."
"$python" "$here/table.py" --data "$data" --results "$work" --machine "$machine" >"$work/table.md"
if [ -n "$out" ]; then
  mkdir -p "$(dirname "$out")"
  cp "$work/table.md" "$out"
fi
cat "$work/table.md"
