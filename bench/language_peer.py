#!/usr/bin/env python3
"""The peer of language_bench: spaCy 3.8 with the same weights, one thread.

  language_peer.py MODEL DOCS.jsonl OUT    MODEL: the folder of en_core_web_md; OUT: what it says, a line a token

Prints tokens and the seconds of processor time that they took, read for the first time and again (20 texts before them warm it up). A line of
OUT is the text's number, the token's begin in code points, tag, part of speech, head, label, lemma, entity, and whether a sentence starts.
"""
import json
import sys
import time

import spacy


def main():
    nlp = spacy.load(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    list(nlp.pipe(texts[:20]))
    seconds = []
    for _ in range(2):
        begin = time.process_time()
        documents = list(nlp.pipe(texts))
        seconds.append(time.process_time() - begin)
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        for number, document in enumerate(documents):
            for t in document:
                entity = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "-"
                lemma = "".join(t.lemma_.split()) or "_"
                print(number, t.idx, t.tag_, t.pos_, t.head.i, t.dep_, lemma, entity, int(t.is_sent_start), file=out)
    print(sum(map(len, documents)), *(f"{s:.6f}" for s in seconds))


main()
