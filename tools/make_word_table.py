#!/usr/bin/env python3
"""Makes src/text/data/words.tsv: how rare each word is in English news.

  make_word_table.py SHARED > src/text/data/words.tsv

SHARED is the folder of development data (CONTRIBUTING.md). Only counts leave it, no sentence. A word's share of documents is the mean of
two: that in 19,043 agency stories (Reuters-21578, 1987), and that in longer and later articles (PolNeAR train, 2016; the article extraction
set NAEB, 2023; TimeBank and AQUAINT). A mean, since neither kind of news should decide alone what is common. ECB+ is left out on purpose:
its documents come twenty to an event, which would make that event's own words common.

Words are folded as src/text/words.h says. The second column is the rarity in tenths of bits, -log2(share); words rarer than LIMIT are left
out, since they are as rare as a word never seen.
"""
import collections
import glob
import gzip
import json
import math
import os
import re
import sys
import unicodedata

LIMIT = 13.5
WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


def fold(word):
    word = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    word = "".join(c for c in word if not unicodedata.combining(c))
    return word[:-2] if word.endswith("'s") else word


def words_of(text):
    return {fold(w) for w in WORD.findall(text)}


def shares(texts):
    counts, documents = collections.Counter(), 0
    for text in texts:
        documents += 1
        counts.update(words_of(text))
    return counts, documents


def agency(shared):
    with gzip.open(os.path.join(shared, "eval/speed-reuters21578.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def articles(shared):
    for path in sorted(glob.glob(os.path.join(shared, "eval/quotes/polnear/train/text/*.txt"))):
        with open(path, encoding="utf-8") as file:
            yield file.read()
    with open(os.path.join(shared, "eval/extraction/naeb/articles.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text") or ""
    for path in sorted(glob.glob(os.path.join(shared, "eval/times/tbaq/**/*.tml"), recursive=True)):
        with open(path, encoding="utf-8") as file:
            yield re.sub(r"<[^>]+>", " ", file.read())


def main():
    shared = sys.argv[1]
    sets = [shares(agency(shared)), shares(articles(shared))]
    print("# How rare words are in English news, in tenths of bits: -log2(share of documents). Made by tools/make_word_table.py from")
    print("# " + " and ".join(f"{n:,} documents" for _, n in sets) + "; words rarer than 13.5 bits are left out.")
    for word in sorted(set().union(*(counts for counts, _ in sets))):
        share = sum(counts[word] / n for counts, n in sets) / len(sets)
        bits = -math.log2(share)
        if bits <= LIMIT and len(word) <= 32:
            print(f"{word}\t{round(10 * bits)}")


main()
