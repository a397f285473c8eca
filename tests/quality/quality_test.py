#!/usr/bin/env python3
"""Quality is a test too: runs the scorers of ../shared/eval on development data and fails where a figure falls below its floor.

usage: quality_test.py PROGRAM [--shared DIR] [--table]

Floors stand in floors.tsv beside this file; raise them as the figures rise. --table prints the figures as a Markdown table and checks
nothing. Where ../shared is absent, as on a user's machine, everything is skipped and said so (exit status 77, ctest's "skipped").
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
UPPER = ("traps", "softtraps", "mixed", "lost")  # less is better
COLUMNS = ("lines", "passages", "figures", "multi", "status", "precision", "traps", "mixed", "quotes", "speaker", "shared", "altered",
           "names", "excluded", "lost", "disclosures", "timeline")


def dossier_scores(program, shared):
    """{story: {metric: value or None}} for the labelled stories."""
    scorer = shared / "eval/score/dossier.py"
    scores = {}
    for gold in sorted((shared / "eval/gold").glob("*.json")):
        story = gold.with_suffix("")
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            subprocess.run([program, "collate", *sorted(map(str, story.glob("*.txt"))), "--format", "json", "-o", out.name, "--quiet"], check=True)
            run = subprocess.run([sys.executable, scorer, story, gold, out.name, "--json"], capture_output=True, text=True)
            result = json.loads(run.stdout)
        scores[story.name] = result["metrics"] | {"unsound": len(result["integrity"])}
    return scores


def reuse_scores(program, shared, reports=2000, seed=7):
    """The scorer's figures on one generated collection."""
    scorer = shared / "eval/score/reuse.py"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, scorer, "generate", shared / "eval/speed-reuters21578.jsonl.gz", "--seed", str(seed), "--out", folder,
                        "--reports", str(reports)], check=True, capture_output=True)
        found = pathlib.Path(folder, "found.jsonl")
        subprocess.run([program, "reuse", f"{folder}/reports.jsonl", "--format", "jsonl", "--pairs", "-o", found, "--quiet"], check=True)
        run = subprocess.run([sys.executable, scorer, "score", folder, found], capture_output=True, text=True, check=True)
    scores = {}
    for line in run.stdout.splitlines():
        words = line.split()
        if words and words[0] in ("all", "rewrite", "quotation", "noisy"):
            values = dict(zip(words[1::2], words[2::2]))
            scores[words[0] + "-F1"] = float(values["F1"])
            if words[0] == "all":
                scores["precision"] = float(values["P"])
        if words and words[0] == "reuse:":
            scores |= {name: float(value) for name, value in zip(words[1::2], words[2::2])}
    return scores


def mean(values):
    values = [v for v in values if v is not None]
    return sum(values) / len(values) if values else None


def show(value):
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parents[1].parent / "shared")
    parser.add_argument("--table", action="store_true")
    args = parser.parse_args()
    if not (args.shared / "eval/gold").is_dir():
        print(f"skipped: no development data at {args.shared} (it is not part of the project)")
        return 77
    program = str(pathlib.Path(args.program).resolve())
    stories = dossier_scores(program, args.shared)
    total = {}
    for metric in (*COLUMNS, "unsound"):
        values = [s.get(metric) for s in stories.values()]
        total[metric] = sum(v for v in values if v) if metric in (*UPPER, "lines", "unsound") else mean(values)
    reuse = reuse_scores(program, args.shared)
    if args.table:
        print("| story | " + " | ".join(COLUMNS) + " |\n|" + " --- |" * (len(COLUMNS) + 1))
        for name, s in [*stories.items(), ("**all**", total)]:
            print(f"| {name} | " + " | ".join(show(s.get(c)) for c in COLUMNS) + " |")
        print("\nreuse, 2,000 reports: " + ", ".join(f"{k} {v}" for k, v in reuse.items()))
        return 0
    failed = passed = 0
    for row in (HERE / "floors.tsv").read_text().splitlines():
        if not row or row.startswith("#"):
            continue
        what, metric, floor = row.split("\t")
        value = (total if what == "dossier" else reuse).get(metric)
        good = value is not None and (value <= float(floor) if metric in (*UPPER, "unsound") else value >= float(floor) - 1e-9)
        passed, failed = passed + good, failed + (not good)
        print(f"{'ok  ' if good else 'FAIL'} {what} {metric} {show(value)} (floor {floor})")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
