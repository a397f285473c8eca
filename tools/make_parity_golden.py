#!/usr/bin/env python3
"""Writes what real spaCy says of the project's own texts: tests/english/parity/golden.conllu, which parity_test compares with.

  make_parity_golden.py MODEL > tests/english/parity/golden.conllu      run from the project's root

MODEL is the folder of en_core_web_md 3.8 (the one with config.cfg in it: build/model/source/…). Needs spaCy 3.8. The texts are the example
story's reports and tests/english/parity/texts.jsonl.

CoNLL-U, a block a text, with these liberties: a token's head is counted from the text's first token on (0 for a root), white space is a
token and stands escaped, and MISC holds the begin in code points, SpaceAfter=No, Sentence=Start and the entity (B-GPE, I-GPE).
"""
import json
import pathlib
import sys

import spacy


def texts():
    for file in sorted(pathlib.Path("examples/kessen-dam").glob("*.txt")):
        yield file.as_posix(), file.read_text(encoding="utf-8")
    for line in pathlib.Path("tests/english/parity/texts.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        yield text["id"], text["text"]


def escaped(text):
    for plain, shown in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), (" ", "\\s")):
        text = text.replace(plain, shown)
    return text


def row(token):
    head = 0 if token.head.i == token.i else token.head.i + 1
    misc = [f"Begin={token.idx}"]
    if not token.whitespace_:
        misc.append("SpaceAfter=No")
    if token.is_sent_start:
        misc.append("Sentence=Start")
    if token.ent_type_:
        misc.append(f"Entity={token.ent_iob_}-{token.ent_type_}")
    cells = (token.i + 1, escaped(token.text), escaped(token.lemma_), token.pos_, token.tag_, str(token.morph) or "_", head, token.dep_, "_",
             "|".join(misc))
    return "\t".join(map(str, cells))


def main():
    nlp = spacy.load(sys.argv[1])
    print("# Made by tools/make_parity_golden.py with spaCy", spacy.__version__, "and", nlp.meta["lang"] + "_" + nlp.meta["name"], nlp.meta["version"])
    for name, text in texts():
        print("# text_id =", name)
        for token in nlp(text):
            print(row(token))
        print()


main()
