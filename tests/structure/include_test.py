"""Holds the tree to the module table of ARCHITECTURE.md.

For each module: its folder exists and has a README.md; its sources include, and its CMakeLists.txt names in DEPENDS, only what its row allows;
and no folder of src/ is missing from the table. Run as `python3 tests/structure/include_test.py` from the project's root.
"""

import pathlib
import re
import sys

ROW = re.compile(r"^\| `(\w+)` \|.*\|([^|]*)\|$")
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]')
DEPENDS = re.compile(r"DEPENDS((?:\s+[a-z]\w*)+)")


def read_table(architecture: str) -> dict[str, set[str]]:
    rows = (ROW.match(line) for line in architecture.splitlines())
    return {row[1]: set(row[2].split()) for row in rows if row}


def folder_of(root: pathlib.Path, module: str) -> pathlib.Path:
    return root / "include/tetrapla" if module == "tetrapla" else root / "src" / module


def problems_of_module(root: pathlib.Path, module: str, table: dict[str, set[str]]):
    folder = folder_of(root, module)
    if not folder.is_dir():
        yield f"{folder}: ARCHITECTURE.md names this module, and it is not there"
        return
    if module != "tetrapla" and not (folder / "README.md").is_file():
        yield f"{folder}: has no README.md"
    allowed = table[module] | {module}
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".h", ".cc"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found or "/" not in found[1]:
                continue
            target = found[1].split("/")[0]
            if target in table and target not in allowed:
                yield f"{path}:{number}: {module} may not include {found[1]} ({module} may include: {' '.join(sorted(table[module])) or 'nothing'})"
    build = folder / "CMakeLists.txt"
    if build.is_file():
        for found in DEPENDS.finditer(build.read_text(encoding="utf-8")):
            for target in set(found[1].split()) - allowed:
                # `cli` sees the public headers alone, and is linked with what implements them.
                if target in table and not (target == "engine" and "tetrapla" in table[module]):
                    yield f"{build}: {module} may not depend on {target}"


def problems(root: pathlib.Path):
    table = read_table((root / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    if not table:
        yield "ARCHITECTURE.md: no module table found"
    for module, allowed in table.items():
        for unknown in sorted(allowed - table.keys()):
            yield f"ARCHITECTURE.md: {module} may include {unknown}, which is no module"
        yield from problems_of_module(root, module, table)
    for folder in sorted((root / "src").iterdir()):
        if folder.is_dir() and folder.name not in table:
            yield f"{folder}: not in the module table of ARCHITECTURE.md"


def main() -> int:
    found = list(problems(pathlib.Path(".")))
    print("\n".join(found) if found else "every include is allowed by ARCHITECTURE.md")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
