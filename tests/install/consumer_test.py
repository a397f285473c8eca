"""Installs what was built into a folder of its own, builds the C++ examples of our pages against it, and runs them.

    python3 tests/install/consumer_test.py BUILD_DIRECTORY            from the project's root

The examples are the pages' own: the first blocks marked cpp and cmake are the consumer's main.cc and CMakeLists.txt.
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def block(page: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", pathlib.Path(page).read_text(encoding="utf-8"), re.M | re.S)
    if not found:
        sys.exit(f"{page} has no block marked {language}")
    return found[1]


def run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def build_example(page: str, program: str, source: pathlib.Path, prefix: pathlib.Path) -> pathlib.Path:
    source.mkdir()
    (source / "main.cc").write_text(block(page, "cpp"), encoding="utf-8")
    (source / "CMakeLists.txt").write_text(block(page, "cmake"), encoding="utf-8")
    run("cmake", "-S", source, "-B", source / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Release")
    run("cmake", "--build", source / "build")
    return source / "build" / program


def main() -> None:
    build = pathlib.Path(sys.argv[1])
    story = sorted(pathlib.Path("examples/kessen-dam").resolve().glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "prefix"
        run("cmake", "--install", build, "--prefix", prefix)
        example = run(build_example("README.md", "example", pathlib.Path(folder) / "readme", prefix), *story)
        assert re.match(r"\d+ lines of reporting\n", example), example
        words = run(build_example("docs/language.md", "words", pathlib.Path(folder) / "language", prefix))
        assert "said\tVERB\tsay\tROOT\t-> said\n" in words, words
        assert "PERSON: Ada Brenner\n" in words, words
        program = run(prefix / "bin" / "tetrapla", "--version")
        assert program.strip(), "the installed program prints no version"
        print(f"installed, built against and run: {example.splitlines()[0]}")


if __name__ == "__main__":
    main()
