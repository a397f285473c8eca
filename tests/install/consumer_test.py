"""Installs what was built into a folder of its own, builds the README's C++ example against it, and runs that on the example story.

    python3 tests/install/consumer_test.py BUILD_DIRECTORY            from the project's root

The example is the README's own: its blocks marked cpp and cmake are the consumer's main.cc and CMakeLists.txt.
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def block(text: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    if not found:
        sys.exit(f"README.md has no block marked {language}")
    return found[1]


def run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    build = pathlib.Path(sys.argv[1])
    readme = pathlib.Path("README.md").read_text(encoding="utf-8")
    story = sorted(pathlib.Path("examples/kessen-dam").resolve().glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        prefix, source = pathlib.Path(folder) / "prefix", pathlib.Path(folder) / "consumer"
        source.mkdir()
        (source / "main.cc").write_text(block(readme, "cpp"), encoding="utf-8")
        (source / "CMakeLists.txt").write_text(block(readme, "cmake"), encoding="utf-8")
        run("cmake", "--install", build, "--prefix", prefix)
        run("cmake", "-S", source, "-B", source / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Release")
        run("cmake", "--build", source / "build")
        example = run(source / "build" / "example", *story)
        assert re.match(r"\d+ lines of reporting\n", example), example
        program = run(prefix / "bin" / "tetrapla", "--version")
        assert program.strip(), "the installed program prints no version"
        print(f"installed, built against and run: {example.splitlines()[0]}")


if __name__ == "__main__":
    main()
