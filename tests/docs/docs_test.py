"""What the documents say holds: links lead somewhere, named paths exist, commands work, shown output is what the program prints.

    python3 tests/docs/docs_test.py build/release/tetrapla            from the project's root
    DOCS_UPDATE=1 python3 tests/docs/docs_test.py …                    rewrites the shown output; read the diff

- A relative link must resolve.
- `path/in/this/tree` in backticks must exist (with * as in a shell). Names in capitals (`src/MODULE`) stand for any name.
- `./dev COMMAND` must be a command that ./dev knows.
- In blocks marked sh or console, commands that begin with `tetrapla` or `build/release/tetrapla` are run and must exit with 0. In a
  console block ("$ command") the output shown must be the output, byte for byte.
Commands run in a folder of their own that looks like the project's root, so that they cannot change the project.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOTS = ("src", "tests", "docs", "bench", "fuzz", "examples", "include", "cmake", "tools", "packaging", "licences", ".ci")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"^\.?/?(?:{'|'.join(map(re.escape, ROOTS))})/[\w.*/-]*$")
PLACEHOLDER = re.compile(r"(?<![A-Za-z])[A-Z]{3,}(?![A-Za-z]|\.(?:md|txt))")
DEV = re.compile(r"\./dev ([a-z]+)")
PROGRAM = re.compile(r"^(?:build/release/)?tetrapla(?= )")
FENCE = re.compile(r"^(\s*)```(\w*)\s*$")


def blocks(lines: list[str]):
    """Yields (language, first line's index, last line's index + 1) of each fenced block's content."""
    start = None
    for i, line in enumerate(lines):
        fence = FENCE.match(line)
        if fence and start is None:
            start, language = i + 1, fence[2]
        elif fence:
            yield language, start, i
            start = None


class Documents:
    def __init__(self, root: pathlib.Path, program: pathlib.Path, update: bool):
        self.root, self.program, self.update = root, program.resolve(), update
        self.problems: list[str] = []
        self.runs = 0
        self.dev_commands = set(re.findall(r"^  ([a-z]+)", self.run_plain(["./dev", "help"]), re.M))

    def run_plain(self, command: list[str]) -> str:
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True).stdout

    def check(self, path: pathlib.Path) -> None:
        lines = path.read_text(encoding="utf-8").split("\n")
        in_block = set()
        for language, begin, end in list(blocks(lines))[::-1]:
            in_block.update(range(begin, end))
            if language == "console":
                lines[begin:end] = self.check_console(path, begin, lines[begin:end])
            elif language == "sh":
                self.check_shell(path, begin, lines[begin:end])
        for number, line in enumerate(lines, 1):
            for command in DEV.findall(line):
                if command not in self.dev_commands:
                    self.report(path, number, f"./dev has no command '{command}'")
            if number - 1 not in in_block:
                self.check_prose(path, number, line)
        if self.update:
            path.write_text("\n".join(lines), encoding="utf-8")

    def check_prose(self, path: pathlib.Path, number: int, line: str) -> None:
        for link in LINK.findall(CODE.sub("", line)):
            target = link.split("#")[0]
            if target and "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                self.report(path, number, f"the link to {link} leads nowhere")
        for code in CODE.findall(line):
            if not PATH.match(code) or PLACEHOLDER.search(code):
                continue
            here = code.removeprefix("./")
            if not any(self.root.glob(here.rstrip("/"))) and not any(path.parent.glob(here.rstrip("/"))):
                self.report(path, number, f"there is no {code}")

    def check_shell(self, path: pathlib.Path, begin: int, lines: list[str]) -> None:
        for offset, line in enumerate(lines):
            command = line.strip().removeprefix("$ ")
            if PROGRAM.match(command) and not PLACEHOLDER.search(command):
                self.run(path, begin + offset + 1, command)

    def check_console(self, path: pathlib.Path, begin: int, lines: list[str]) -> list[str]:
        starts = [i for i, line in enumerate(lines) if line.startswith("$ ")] + [len(lines)]
        result = lines[: starts[0]]
        for i, j in zip(starts, starts[1:]):
            command, shown = lines[i].removeprefix("$ "), lines[i + 1 : j]
            if not PROGRAM.match(command):
                result += lines[i:j]
                continue
            output = self.run(path, begin + i + 1, command).rstrip("\n").split("\n")
            if output != shown and not self.update:
                first = next((k for k, (a, b) in enumerate(zip(output, shown)) if a != b), min(len(output), len(shown)))
                is_line = output[first] if first < len(output) else "(the end)"
                self.report(path, begin + i + 2 + first, f"the program prints something else here: {is_line!r}; DOCS_UPDATE=1 rewrites it")
            result += [lines[i], *output]
        return result

    def run(self, path: pathlib.Path, number: int, command: str) -> str:
        self.runs += 1
        with tempfile.TemporaryDirectory() as folder:
            for entry in self.root.resolve().iterdir():
                if entry.name != "build":
                    (pathlib.Path(folder) / entry.name).symlink_to(entry)
            done = subprocess.run(["bash", "-c", PROGRAM.sub(str(self.program), command)], cwd=folder, capture_output=True,
                                  text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=120, check=False)
        if done.returncode != 0:
            self.report(path, number, f"`{command}` exits with {done.returncode}: {done.stderr.strip()[-300:]}")
        return done.stdout

    def report(self, path: pathlib.Path, number: int, problem: str) -> None:
        self.problems.append(f"{path}:{number}: {problem}")


def main() -> int:
    root = pathlib.Path(".")
    documents = Documents(root, pathlib.Path(sys.argv[1]), bool(os.environ.get("DOCS_UPDATE")))
    paths = sorted(path for path in root.rglob("*.md") if path.parts[0] not in {"build", ".git", ".cache"})
    for path in paths:
        documents.check(path)
    print("\n".join(documents.problems) if documents.problems else f"{len(paths)} documents hold; {documents.runs} of their commands were run")
    return 1 if documents.problems else 0


if __name__ == "__main__":
    sys.exit(main())
