#!/usr/bin/env python3
"""The peer of reuse_bench: Python's difflib over all pairs of a part of the reports.

  reuse_peer.py FILE    one report a line: its group, a tab, its words

Prints the seconds it took and the share of pairs told rightly: a pair is of one group where a quarter of the shorter report's words
stand in matching blocks of five words and more.
"""
import difflib
import itertools
import sys
import time


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        reports = [(group, words.split()) for group, words in (line.rstrip("\n").split("\t") for line in file)]
    begin, right, pairs = time.process_time(), 0, 0
    for (group, words), (other_group, others) in itertools.combinations(reports, 2):
        blocks = difflib.SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
        same = sum(block.size for block in blocks if block.size >= 5) >= min(len(words), len(others)) / 4
        right += same == (group == other_group)
        pairs += 1
    print(f"{time.process_time() - begin:.6f} {right / pairs:.4f}")


main()
