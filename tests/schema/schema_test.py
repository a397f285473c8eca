#!/usr/bin/env python3
"""Checks JSON output: valid against docs/formats, every citation quotes its text, every id leads somewhere.

usage: schema_test.py RENDER_SHOW
       schema_test.py --dossier FILE    the same checks on a dossier of `tetrapla collate`
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FORMATS = os.path.join(ROOT, "docs", "formats")


def schema(name):
    with open(os.path.join(FORMATS, name), encoding="utf-8") as file:
        return json.load(file)


def validator(name):
    """None where the module is not installed."""
    try:
        import jsonschema
    except ImportError:
        print("skipped: validation (python3-jsonschema is not installed)")
        return None
    jsonschema.Draft202012Validator.check_schema(schema(name))
    return jsonschema.Draft202012Validator(schema(name))


def errors_of(check, value, what):
    if check is None:
        return []
    return ["%s: %s: %s" % (what, "/".join(map(str, e.absolute_path)), e.message) for e in check.iter_errors(value)]


def walk(value, path=()):
    yield path, value
    if isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, path + (key,))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from walk(part, path + (index,))


def references(dossier):
    """What a schema cannot say."""
    bad = []
    reports = {r["id"]: r for r in dossier["reports"]}
    lines = {line["id"]: line for line in dossier["lines"]}
    claims = {claim["id"] for claim in dossier["claims"]}

    def inside(report, span, path):
        if not 0 <= span[0] < span[1] <= len(reports[report]["text"]):
            bad.append("%s: span %s is not inside the text of %s" % (path, span, report))

    for path, value in walk(dossier):
        if isinstance(value, dict) and "quote" in value:
            begin, end = value["span"]
            if reports[value["report"]]["text"][begin:end] != value["quote"]:
                bad.append("%s: the quote is not text[%d:%d]" % (path, begin, end))
            if value.get("borrowed", "A") not in lines:
                bad.append("%s: borrowed from no line" % (path,))
        if isinstance(value, dict) and "passages" in value:
            for passage in value["passages"]:
                inside(value["from"], passage["from"], path)
                inside(value["to"], passage["to"], path)
    for report in dossier["reports"]:
        for span in report["paragraphs"] + [e["span"] for e in report["excluded"]]:
            inside(report["id"], span, report["id"])
    if sorted(r for line in lines.values() for r in line["reports"]) != sorted(reports):
        bad.append("lines: not every report in exactly one")
    for claim in dossier["claims"]:
        if set(claim["lines"]) & set(claim["silent"]):
            bad.append(claim["id"] + ": a line both states it and is silent")
        for line in claim["lines"] + claim["silent"] + [l for r in claim["readings"] for l in r["lines"]]:
            if line not in lines:
                bad.append(claim["id"] + ": no such line " + line)
    for entry in dossier["timeline"]:
        bad += ["timeline: no such claim " + c for c in entry["claims"] if c not in claims]
    if list(reports) != sorted(reports, key=lambda i: i.encode()):
        bad.append("reports: not by id")
    return bad


def annotation_faults(annotation):
    """What the schema of tetrapla.annotation/1 cannot say."""
    bad = []
    text, tokens = annotation["text"], annotation.get("tokens", [])
    lists = {"paragraphs": annotation.get("paragraphs", []), "sentences": annotation.get("sentences", []),
             "tokens": [t["span"] for t in tokens], "entities": [e["span"] for e in annotation.get("entities", [])],
             "excluded": [e["span"] for e in annotation.get("excluded", [])]}
    for name, spans in lists.items():
        before = 0
        for begin, end in spans:
            if not before <= begin < end <= len(text):
                bad.append("%s: [%d, %d] is out of order, empty or outside the text" % (name, begin, end))
            before = end
    for index, token in enumerate(tokens):
        if token["head"] >= len(tokens) or (token["dep"] == "ROOT" and token["head"] != index):
            bad.append("token %d: head %d" % (index, token["head"]))
        if not text[token["span"][0]:token["span"][1]].strip():
            bad.append("token %d is white space" % index)
    return bad


def label_lists():
    """The label schemes in the schema are those that src/english/labels.cc spells."""
    with open(os.path.join(ROOT, "src", "english", "labels.cc"), encoding="utf-8") as file:
        source = file.read()
    properties = schema("annotation.schema.json")["properties"]
    token = properties["tokens"]["items"]["properties"]
    lists = {"kPosNames": token["pos"], "kTagNames": token["tag"], "kDepNames": token["dep"],
             "kEntityNames": properties["entities"]["items"]["properties"]["label"]}
    bad = []
    for name, part in lists.items():
        spelt = set(re.findall(r'"([^"]*)"', re.search(name + r" = \{(.*?)\};", source, re.S)[1]))
        if spelt - {"", "SPACE", "_SP"} != set(part["enum"]) - {""}:  # white space has no tokens
            bad.append("%s: not the list in annotation.schema.json" % name)
    if properties["excluded"]["items"]["properties"]["why"]["enum"] != schema("dossier.schema.json")["$defs"]["exclusion"]["properties"]["why"]["enum"]:
        bad.append("annotation.schema.json and dossier.schema.json exclude for other reasons")
    return bad


def closed_lists():
    """The lists in the schemas are those that src/base/names.cc writes."""
    with open(os.path.join(ROOT, "src", "base", "names.cc"), encoding="utf-8") as file:
        source = file.read()
    functions = {m[1]: re.findall(r'case [^:]+::[^:]+: return "([^"]+)"', m[2])
                 for m in re.finditer(r"name_of\((\w+) \w+\) \{(.*?)\n\}", source, re.S)}
    defs = schema("dossier.schema.json")["$defs"]
    lists = {"ReportKind": defs["report"]["properties"]["kind"], "ExclusionReason": defs["exclusion"]["properties"]["why"],
             "DisclosureKind": defs["disclosure"]["properties"]["kind"], "Relation": defs["relation"],
             "Bound": defs["reading"]["properties"]["bound"], "Change": defs["reading"]["properties"]["change"],
             "ClaimKind": defs["claim"]["properties"]["kind"], "ClaimStatus": defs["claim"]["properties"]["status"],
             "Precision": defs["entry"]["properties"]["precision"]}
    bad = []
    for name, part in lists.items():
        written = set(functions[name])
        allowed = {value for value in part["enum"] if value is not None}
        if written != allowed:
            bad.append("%s: written %s, in the schema %s" % (name, sorted(written), sorted(allowed)))
    return bad


def diagnostic_codes():
    """Every code that the sources write is in docs/formats/README.md, and the schema has the same list."""
    with open(os.path.join(FORMATS, "README.md"), encoding="utf-8") as file:
        documented = set(re.findall(r"^\| `([a-z-]+)` \|", file.read().split("## Diagnostics")[1], re.M))
    allowed = set(schema("dossier.schema.json")["$defs"]["diagnostic"]["properties"]["code"]["enum"])
    bad = ["%s is in one of docs/formats/README.md and dossier.schema.json alone" % code for code in sorted(documented ^ allowed)]
    makes = r"(?:Diagnostic|Skip|ReadError|skip|(?:diagnostics_?|skipped)\.(?:push|emplace)_back)\s*[({][^;]*?[ ({]\"([a-z]+(?:-[a-z]+)*)\","
    written = set()
    for folder, _, files in os.walk(os.path.join(ROOT, "src")):
        for name in files:
            if name.endswith(".cc"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    written |= set(re.findall(makes, file.read()))
    return bad + ["docs/formats/README.md does not list the diagnostic code " + code for code in sorted(written - documented)]


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout.decode("utf-8")


def main():
    bad = []
    if sys.argv[1] == "--dossier":
        with open(sys.argv[2], encoding="utf-8") as file:
            dossier = json.load(file)
        bad = errors_of(validator("dossier.schema.json"), dossier, sys.argv[2]) + references(dossier)
    else:
        show = sys.argv[1]
        check = validator("dossier.schema.json")
        for name in ("json", "lone-json"):
            dossier = json.loads(run(show, name))
            bad += errors_of(check, dossier, name) + references(dossier)
        check = validator("reuse.schema.json")
        for number, line in enumerate(run(show, "jsonl").splitlines(), 1):
            bad += errors_of(check, json.loads(line), "jsonl line %d" % number)
        bad += closed_lists() + label_lists() + diagnostic_codes()
    for message in bad[:50]:
        print(message)
    print("ok" if not bad else "%d faults" % len(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
