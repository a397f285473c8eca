#!/usr/bin/env python3
"""Compares `tetrapla annotate` with real spaCy 3.8, field by field, on texts of ../shared: ./dev parity.

  parity.py PROGRAM PYTHON MODEL WORK

PYTHON has spaCy; MODEL is the folder of en_core_web_md. What spaCy says is kept in the folder WORK, since it takes minutes. Prints a line for
each set, by ../shared/eval/score/parity.py; exits 1 where a figure is below .9999 and 77 where ../shared is absent.
"""
import gzip
import json
import os
import pathlib
import subprocess
import sys

SHARED = pathlib.Path(__file__).resolve().parents[1].parent / "shared"
SCORER = SHARED / "eval/score/parity.py"
REUTERS = 2000  # documents
BAR = ",".join(f"{name}=.9999" for name in ("tokens", "pos", "tag", "lemma", "heads", "deps", "sentences", "entities"))


def reuters():
    with gzip.open(SHARED / "eval/speed-reuters21578.jsonl.gz", "rt", encoding="utf-8") as file:
        for _, line in zip(range(REUTERS), file):
            document = json.loads(line)
            yield {"id": str(document["id"]), "text": document["text"]}


def polnear():
    command = [sys.executable, SHARED / "eval/score/quotes.py", "prepare", SHARED / "eval/quotes/polnear/dev"]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        yield json.loads(line)


def ecb():
    with open(SHARED / "eval/stories/ecbplus-dev.jsonl", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            yield {"id": document["id"], "text": document["text"]}


def main():
    if not SCORER.exists():
        print(f"skipped: no scorer at {SCORER} (it is not part of the project)")
        return 77
    program, python, model, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    status = 0
    for name, documents in (("reuters", reuters), ("polnear-dev", polnear), ("ecbplus-dev", ecb)):
        texts, reference, found = (pathlib.Path(work, name + kind) for kind in (".jsonl", ".spacy.jsonl", ".found.jsonl"))
        texts.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents()), encoding="utf-8")
        if not reference.exists():
            with open(str(reference) + ".part", "w", encoding="utf-8") as out:
                subprocess.run([python, SCORER, "reference", "--model", model, texts], stdout=out, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
            os.rename(str(reference) + ".part", reference)
        subprocess.run([program, "annotate", texts, "--layers", "sentences,tokens,entities", "--quiet", "-o", found], check=True)
        run = subprocess.run([sys.executable, SCORER, "compare", reference, found, "--min", BAR], capture_output=True, text=True)
        print(f"{name}: {run.stdout.strip()}{run.stderr.strip()}")
        status = status or run.returncode
    return status


sys.exit(main())
