#!/usr/bin/env python3
"""The manual page and the completions name the commands and options that the program has, and no others.

usage: manual_test.py PROGRAM            from the project's root
"""
import pathlib
import re
import shutil
import subprocess
import sys

PACKAGING = pathlib.Path("packaging")
OPTION = re.compile(r"(?<![\w-])(--?[a-z](?:[a-z-]*[a-z])?)(?![\w-])")


def help_of(program, *command):
    return subprocess.run([program, *command, "--help"], check=True, capture_output=True, text=True).stdout


def commands_of(program):
    listed = help_of(program).split("Subcommands:\n")[1].split("\n\n")[0]
    return {line.split()[0] for line in listed.splitlines()}


def options_of(program, command):
    listed = help_of(program, command).split("Options:\n")[1].split("\n\n")[0]
    return {option for line in listed.splitlines() if line.startswith("  -") for option in line.split()[0].split(",")}


def layers_of(program):
    return set(re.search(r"between them: ([a-z, ]+) \(default", help_of(program, "annotate"))[1].split(", "))


def in_manual():
    """For each command its options, those of every command among them."""
    page = (PACKAGING / "tetrapla.1").read_text(encoding="utf-8").replace("\\-", "-")
    common = set(OPTION.findall("\n".join(terms(page.split(".SH OPTIONS\n")[1].split(".SH EXIT")[0]))))
    parts = re.split(r"^\.SS tetrapla (\w+)\n", page.split(".SH COMMANDS\n")[1].split(".SH OPTIONS")[0], flags=re.M)[1:]
    return {name: common | set(OPTION.findall("\n".join(terms(text)))) for name, text in zip(parts[::2], parts[1::2])}


def terms(text):
    """The lines that .TP marks as what is explained."""
    lines = text.splitlines()
    return [lines[i + 1] for i, line in enumerate(lines) if line == ".TP"]


def in_bash():
    """Asks bash itself what it would complete."""
    def complete(*words):
        script = f"""source packaging/completions/tetrapla.bash
compopt() {{ :; }}
COMP_WORDS=({' '.join(f"'{w}'" for w in words)}); COMP_CWORD={len(words) - 1}; _tetrapla; printf '%s\\n' "${{COMPREPLY[@]}}\""""
        return set(subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True).stdout.split())
    found = {word: complete("tetrapla", word, "-") for word in complete("tetrapla", "") if not word.startswith("-")}
    return {name: options | {"-h"} for name, options in found.items()}, complete("tetrapla", "annotate", "--layers", "")


def in_zsh():
    text = (PACKAGING / "completions/_tetrapla").read_text(encoding="utf-8")
    options = re.compile(r"'(?:\([^)]*\))?(--?[a-z-]+)\[|\{(-h),(--help)\}")

    def named(part):
        return {option for found in options.findall(part) for option in found if option}

    common, page = (named(text.split(name + "=(")[1].split("\n  )")[0]) for name in ("common", "page"))
    found = {}
    for name, line in re.findall(r"^    (\w+)\)\n(.*);;$", text, re.M):
        found[name] = common | named(line) | (page if "$page" in line else set())
    listed = set(re.findall(r"^      '(\w+):", text, re.M))
    assert listed == set(found), (listed, set(found))
    return found, set(re.search(r"-s , layer ([a-z ]+)'", text)[1].split())


def in_fish():
    text = (PACKAGING / "completions/tetrapla.fish").read_text(encoding="utf-8")
    found = {name: {"--version", "-h", "--help"} for name in re.findall(r"__fish_use_subcommand -f -a (\w+)", text)}
    any_command = re.search(r"set -l any '__fish_seen_subcommand_from ([\w ]+)'", text)[1].split()
    for line in text.splitlines():
        names = any_command if "-n $any" in line else (re.findall(r"-n '__fish_seen_subcommand_from ([\w ]+)'", line) or [""])[0].split()
        options = ["--" + o for o in re.findall(r" -l ([a-z-]+)", line)] + ["-" + o for o in re.findall(r" -s ([a-z]) ", line)]
        for name in names:
            found[name] |= set(options)
    return found, set(re.search(r"-l layers -x -a '([a-z ]+)'", text)[1].split())


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    commands = commands_of(program)
    wanted = {command: options_of(program, command) for command in commands}
    layers = layers_of(program)
    bad = []
    for where, (found, found_layers) in {"tetrapla.1": (in_manual(), layers), "bash": in_bash(), "zsh": in_zsh(),
                                         "fish": in_fish()}.items():
        bad += [f"{where}: no command {c}" for c in commands - found.keys()] + [f"{where}: {c} is no command" for c in found.keys() - commands]
        for command in commands & found.keys():
            bad += [f"{where}: {command} lacks {o}" for o in sorted(wanted[command] - found[command])]
            bad += [f"{where}: {command} has no {o}" for o in sorted(found[command] - wanted[command])]
        if found_layers != layers:
            bad.append(f"{where}: the layers are {sorted(layers)}, not {sorted(found_layers)}")
    for layer in layers:
        if not re.search(rf"\b{layer}\b", (PACKAGING / "tetrapla.1").read_text(encoding="utf-8")):
            bad.append(f"tetrapla.1: no layer {layer}")
    if shutil.which("man"):
        warned = subprocess.run(["man", "--warnings", "-l", "-Tutf8", PACKAGING / "tetrapla.1"], capture_output=True, text=True)
        bad += [f"tetrapla.1: {line}" for line in warned.stderr.splitlines()]
    print("\n".join(bad) if bad else f"{len(commands)} commands and their options stand in the manual and in three completions")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
