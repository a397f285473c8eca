#!/usr/bin/env python3
"""Whether all mentions of one bearer in a report get one name: pairwise precision and recall on ECB+'s entity chains.

  score_names.py prepare [--part dev] [--data DIR] > reports.jsonl     reports to annotate, {"id", "text"} a line
  tetrapla annotate --layers entities reports.jsonl > found.jsonl
  score_names.py score [--part dev] [--data DIR] [--show N] [--min precision=.92,recall=.5] found.jsonl
  score_names.py check [--part dev] [--data DIR] [--min …] PROGRAM       the three in one; status 77 where DIR is absent

DIR is the folder of ECB+'s chains (ECB_Dev_Entity_gold_mentions.json, ECB_Dev_corpus.txt, the same for Train); beside it,
../../stories/ecbplus-dev.jsonl has the reports' texts whole. Parts: train (574 reports), dev (196 reports of other topics).

Mentions. Those of people and organisations, places and things (HUM, LOC, NON; not times). ECB+ marks heads and phrases alike, so a
mention is first cut to what names it: words before the first capital go (title words stay), and it ends before a comma, a relative pronoun
or a preposition ("Morningside Recovery | in Newport Beach"); "of", "for", "and", "the" between capitals stay inside. It is a name if the
last word left, possessives and "Jr." apart, is a name's word: one that in the whole of ECB+ stands more often with a capital in the
middle of sentences that are no headlines than in lower case ("Reid", but not "Villagers"). A name is found by the entity (of any label but
dates and numbers) that ends with the same word; a mention that no entity ends with is not found.

Pairs. Two names of one report at different places. Predicted: both found, with equal `name`. Right: in one gold chain.
  precision   right pairs of those predicted
  recall      right pairs of all gold pairs of names
  recall-all  right pairs of all gold pairs, those with pronouns and descriptions ("she", "the actress") included
The floor, printed beside them, is the same with each entity's own text as its name: what the model gives by itself.
ECB+ has a country as a place and as who acts in different chains, and knows no chain for much that is named: precision has a ceiling.
"""
import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

KINDS = {"HUM", "LOC", "NON"}
NO_NAMES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
INSIDE = {"of", "for", "and", "the", "&", "de", "del", "la", "le", "al", "el", "bin", "van", "von", "der", "di", "da", "-", "."}
ENDS = {",", "(", ")", "-lrb-", ":", ";", "in", "at", "on", "from", "near", "to", "with", "by", "who", "which", "that", "whose", "where"}
TRAILING = {"'s", "'", "’s", "’", "jr", "jr.", "sr", "sr.", "ii", "iii", ".", '"', "''"}
DATA = pathlib.Path(__file__).resolve().parents[2] / "shared/eval/coref/ecbplus"


def read_corpus(data, part):
    """{report: {sentence: [word, …]}}"""
    reports = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in open(data / f"ECB_{part.title()}_corpus.txt", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 4:
            reports[cells[0]][int(cells[1])].append(cells[3])
    return reports


def read_jsonl(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def texts_of(data, part):
    """{report: text}; a report whose text is not kept whole is joined from its words."""
    stories = data / "../../stories/ecbplus-dev.jsonl"
    whole = {row["id"]: row["text"] for row in read_jsonl(stories)} if stories.exists() else {}
    result = {}
    for report, sentences in sorted(read_corpus(data, part).items()):
        lines = [re.sub(r" ([.,;:!?)']|'s|n't)", r"\1", " ".join(words)) for _, words in sorted(sentences.items())]
        result[report] = whole.get(report, "\n".join(lines))
    return result


def capital(word):
    return word[:1].isupper()


def name_words(data):
    """Words that stand with a capital more often than without, where a capital tells something."""
    count = collections.Counter()
    for part in ("train", "dev"):
        for sentences in read_corpus(data, part).values():
            for words in sentences.values():
                letters = [w for w in words if w[:1].isalpha()]
                if 2 * sum(map(capital, letters)) > len(letters):
                    continue  # a headline
                for before, word in zip(words, words[1:]):
                    if word[:1].isalpha() and before not in ("``", '"', "“", "."):
                        count[word.lower()] += 1 if capital(word) else -1
    return {word for word, more in count.items() if more > 0}


def core_of(words, first, last):
    """The last word of what names a mention [first, last] of a sentence, or None where nothing in it has a capital."""
    at = first
    while at <= last and not capital(words[at]):
        at += 1
    if at > last:
        return None
    end = at
    while end < last:
        following = words[end + 1]
        if following.lower() in ENDS:
            break
        if following.lower() in INSIDE and not (end + 2 <= last and capital(words[end + 2])):
            break
        end += 1
    while end > at and words[end].lower() in TRAILING:
        end -= 1
    return end


def letters_of(text):
    return "".join(c for c in text if c.isalnum())


def align(text, sentences):
    """{(sentence, word): (begin, end)} of the words of the annotated sentences in the text, possessives cut off; letters and digits alone
    must agree, and their case where it can (a headline stands in many an address too)."""
    places = [i for i, c in enumerate(text) if c.isalnum()]
    letters = "".join(text[i] for i in places)
    lower = "".join(c.lower()[:1] for c in letters)
    spans, start = {}, 0
    for number, words in sorted(sentences.items()):
        plain = [letters_of(word) for word in words]
        whole = "".join(plain)
        tries = (letters.find(whole, start), letters.find(whole), lower.find("".join(c.lower()[:1] for c in whole)))
        at = next((place for place in tries if place >= 0), None)
        if at is None:
            continue
        for index, word in enumerate(plain):
            size = len(letters_of(re.sub(r"['’]s$", "", words[index])))
            if size:
                spans[number, index] = places[at], places[at + size - 1] + 1
            at += len(word)
        start = at if at <= len(letters) else start
    return spans


def last_word_end(text, begin, end):
    """Where an entity's last word ends, possessives apart."""
    words = [m for m in re.finditer(r"[\w.&-]+", text[begin:end])]
    while len(words) > 1 and (words[-1].group().lower() in TRAILING or words[-1].group().lower() == "s"):
        words.pop()
    while words and not words[-1].group()[-1].isalnum():
        stripped = words[-1].group().rstrip(".&-")
        if stripped:
            return begin + words[-1].start() + len(stripped)
        words.pop()
    return begin + words[-1].end() if words else end


def pairs_of(mentions, key):
    """Pairs of places of mentions whose key is the same."""
    groups = collections.defaultdict(set)
    for mention in mentions:
        groups[key(mention)].add(mention["place"])
    return {pair for group in groups.values() for pair in itertools.combinations(sorted(group), 2)}


def score(args):
    known = name_words(args.data)
    corpus = read_corpus(args.data, args.part)
    found = {row["id"]: row for row in read_jsonl(args.found)}
    gold = collections.defaultdict(list)
    for mention in json.load(open(args.data / f"ECB_{args.part.title()}_Entity_gold_mentions.json", encoding="utf-8")):
        if mention["mention_type"] in KINDS:
            gold[mention["doc_id"]].append(mention)
    sums = {"name": collections.Counter(), "floor": collections.Counter()}
    names = reached = all_pairs = gold_pairs = 0
    wrong, missed = [], []
    for report, mentions in sorted(gold.items()):
        if report not in found:
            sys.exit(f"score_names: no annotation of {report!r}")
        text, entities = found[report]["text"], {}
        for entity in found[report]["entities"]:
            if entity["label"] not in NO_NAMES:
                entities[last_word_end(text, *entity["span"])] = entity
        spans = align(text, corpus[report])
        items, everything = [], []
        for mention in mentions:
            words, (first, last) = corpus[report][mention["sent_id"]], (mention["tokens_number"][0], mention["tokens_number"][-1])
            everything.append({"place": (mention["sent_id"], last), "chain": mention["coref_chain"]})
            core = core_of(words, first, last)
            if core is None or words[core].lower() not in known or (mention["sent_id"], core) not in spans:
                continue
            begin, end = spans[mention["sent_id"], core]
            entity = entities.get(end) or entities.get(end + 1)  # "U.S" and "U.S."
            items.append({"place": (mention["sent_id"], core), "chain": mention["coref_chain"], "entity": entity})
        names += len({item["place"] for item in items})
        reached += len({item["place"] for item in items if item["entity"]})
        right = pairs_of(items, lambda item: item["chain"])
        gold_pairs += len(right)
        all_pairs += len(pairs_of(everything, lambda item: item["chain"]))
        with_entity = [item for item in items if item["entity"]]
        word = lambda place: " ".join(corpus[report][place[0]][max(0, place[1] - 2):place[1] + 1])
        for way, key in (("name", lambda item: item["entity"]["name"]), ("floor", lambda item: text[slice(*item["entity"]["span"])])):
            predicted = pairs_of(with_entity, key)
            sums[way].update(predicted=len(predicted), right=len(predicted & right))
            if way == "name":
                by_place = {item["place"]: key(item) for item in with_entity}
                wrong += [(report, word(a), word(b), by_place[a]) for a, b in sorted(predicted - right)]
                missed += [(report, word(a), word(b), by_place.get(a, "-") + " | " + by_place.get(b, "-")) for a, b in sorted(right - predicted)]
    for title, rows in (("one name, two chains", wrong), ("one chain, two names", missed)):
        for row in rows[:args.show]:
            print(f"{title}: {'; '.join(row)}")
    print(f"{args.part}: {len(gold)} reports, {names} names, of which an entity finds {reached}; {gold_pairs} pairs of names, {all_pairs} pairs of all mentions")
    figures = {}
    for way, title in (("floor", "floor (the model's entities, equal text)"), ("name", "names")):
        s = sums[way]
        figures = {"precision": s["right"] / max(1, s["predicted"]), "recall": s["right"] / max(1, gold_pairs), "recall-all": s["right"] / max(1, all_pairs)}
        print(f"{title}: " + " ".join(f"{k} {v:.3f}" for k, v in figures.items()))
    low = [limit for limit in args.min if figures[limit[0]] < limit[1]]
    for name, value in low:
        print(f"score_names: {name} is below {value}", file=sys.stderr)
    return 1 if low else 0


def check(args):
    if not args.data.is_dir():
        print(f"skipped: no development data at {args.data} (it is not part of the project)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        reports, args.found = pathlib.Path(folder, "reports.jsonl"), pathlib.Path(folder, "found.jsonl")
        with open(reports, "w", encoding="utf-8") as out:
            for report, text in texts_of(args.data, args.part).items():
                print(json.dumps({"id": report, "text": text}, ensure_ascii=False), file=out)
        subprocess.run([args.program, "annotate", "--layers", "entities", "--quiet", "-o", args.found, reports], check=True)
        return score(args)


def limits(text):
    return [(name, float(value)) for name, value in (item.split("=") for item in text.split(","))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, given in (("prepare", None), ("score", "found"), ("check", "program")):
        command = commands.add_parser(name)
        command.add_argument("--part", choices=("train", "dev"), default="dev")
        command.add_argument("--data", type=pathlib.Path, default=DATA)
        if given:
            command.add_argument("--show", type=int, default=0, metavar="N", help="print N pairs of each kind of mistake")
            command.add_argument("--min", type=limits, default=[], help="precision=.92,recall=.5: status 1 where a figure is lower")
            command.add_argument(given)
    args = parser.parse_args()
    if args.command != "prepare":
        return score(args) if args.command == "score" else check(args)
    for report, text in texts_of(args.data, args.part).items():
        print(json.dumps({"id": report, "text": text}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
