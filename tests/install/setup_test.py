#!/usr/bin/env python3
"""`./dev setup --model FILE`: what is taken, what is refused and why; nothing half-done is left.

usage: setup_test.py            from the project's root; in a copy of what setup reads, without a network
"""
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMAT = int(re.search(r"kModelFormat = (\d+);", (ROOT / "src/english/model_file.h").read_text(encoding="utf-8"))[1])
EXPECTED = re.search(r"^model_sha256=(\w{64})$", (ROOT / "dev").read_text(encoding="utf-8"), re.M)[1]


class Setup(unittest.TestCase):
    def setUp(self):
        self.folder_ = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.folder_.name)
        (self.folder / "src/english").mkdir(parents=True)
        shutil.copy(ROOT / "dev", self.folder / "dev")
        shutil.copy(ROOT / "src/english/model_file.h", self.folder / "src/english/model_file.h")

    def tearDown(self):
        self.folder_.cleanup()

    def setup_with(self, content):
        file = self.folder / "given"
        if content is not None:
            file.write_bytes(content)
        done = subprocess.run([self.folder / "dev", "setup", "--model", file], capture_output=True, text=True, timeout=120)
        return done.returncode, done.stderr

    def made(self):
        return sorted(path.name for path in (self.folder / "build/model").glob("*")) if (self.folder / "build/model").exists() else []

    def test_another_wheel_is_refused_with_both_sums(self):
        code, said = self.setup_with(b"PK\x03\x04 some other archive")
        self.assertEqual(code, 1)
        self.assertIn(hashlib.sha256(b"PK\x03\x04 some other archive").hexdigest(), said)
        self.assertIn(EXPECTED, said)
        self.assertEqual(self.made(), [])

    def test_a_converted_model_is_taken(self):
        self.assertEqual(self.setup_with(b"TETRAPLA" + FORMAT.to_bytes(8, "little") + b"the rest"), (0, ""))
        self.assertEqual(self.made(), ["en-md.made-from", "en-md.model"])
        again = subprocess.run([self.folder / "dev", "setup"], capture_output=True, text=True, timeout=120)
        self.assertEqual((again.returncode, again.stderr), (0, ""), "nothing is asked of the network")
        self.assertIn("the one that was given", again.stdout)

    def test_a_model_of_another_format_is_refused(self):
        code, said = self.setup_with(b"TETRAPLA" + (FORMAT + 1).to_bytes(8, "little"))
        self.assertEqual(code, 1)
        self.assertIn(f"has format {FORMAT + 1}; this version reads {FORMAT}", said)
        self.assertEqual(self.made(), [])

    def test_anything_else_is_refused(self):
        for content in (b"", b"a text\n", None):
            code, said = self.setup_with(content)
            self.assertEqual(code, 1)
            self.assertIn("given", said)
            self.assertEqual(self.made(), [])

    def test_wrong_usage(self):
        for arguments in (["--model"], ["everything"], ["--modle", "x"]):
            done = subprocess.run([self.folder / "dev", "setup", *arguments], capture_output=True, text=True, timeout=120)
            self.assertEqual(done.returncode, 1)
            self.assertTrue(done.stderr.startswith("dev: "), done.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
