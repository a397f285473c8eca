#!/usr/bin/env python3
"""Runs the program as people do: inputs of all kinds, exit statuses, whole files, signals, colour.

usage: cli_test.py PROGRAM [unittest arguments]
"""
import fcntl
import itertools
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "schema"))
import schema_test  # noqa: E402

CHECK = schema_test.validator("dossier.schema.json")
REUSE_CHECK = schema_test.validator("reuse.schema.json")
ANNOTATION_CHECK = schema_test.validator("annotation.schema.json")
MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "model", "en-md.model")
PROGRAM = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

FIRST = """Kiosk fire in Odby

A fire destroyed a kiosk at the central station of Odby on Monday 2 March 2026, police said.

Eleven people were treated for smoke, and 40 trains were cancelled.

"Nobody saw how it began, and nobody was inside," said station master Ines Falk.
"""

SECOND = """Trains stop after blaze

The railway counted 40 cancelled trains after a blaze at Odby station on 2 March 2026.

Nine people were treated for smoke, the hospital in Odby said on Monday evening.

Ines Falk, the station master, told reporters: "Nobody saw how it began, and nobody was inside."
"""

THIRD = """Shops near the platforms stay shut

Four shops beside the burnt kiosk will stay shut for a week, the owners' union said on Tuesday.

Their loss is put at 25,000 euros a day.
"""


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder_ = tempfile.TemporaryDirectory()
        self.folder = self.folder_.name
        self.story = [self.file("first.txt", FIRST), self.file("second.txt", SECOND), self.file("third.txt", THIRD)]

    def tearDown(self):
        self.folder_.cleanup()

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        with open(self.path(name), "wb") as file:
            file.write(data)
        return self.path(name)

    def run_(self, *arguments, stdin=b"", environment=None):
        done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=120,
                              env=dict(os.environ, **(environment or {})))
        self.assertNotIn(b"terminate called", done.stderr)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def dossier(self, *arguments, stdin=b"", status=0):
        code, out, err = self.run_("collate", *arguments, "--format", "json", stdin=stdin)
        self.assertEqual(code, status, err)
        dossier = json.loads(out)
        self.assertEqual(schema_test.errors_of(CHECK, dossier, "dossier") + schema_test.references(dossier), [])
        return dossier

    def assert_clean_folder(self, *expected):
        made = sorted(set(os.listdir(self.folder)) - {"first.txt", "second.txt", "third.txt"})
        self.assertEqual(made, sorted(expected))

    # ---- usage

    def test_alone_it_shows_a_first_example(self):
        code, out, err = self.run_()
        self.assertEqual((code, err), (0, ""))
        self.assertIn("tetrapla collate", out)
        self.assertLess(len(out.splitlines()), 10)

    def test_help_has_examples_and_statuses(self):
        for arguments in (["--help"], ["annotate", "--help"], ["collate", "--help"], ["reuse", "--help"]):
            code, out, err = self.run_(*arguments)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("EXAMPLES", out)
            self.assertIn("EXIT STATUS", out)

    def test_version(self):
        for arguments in (["--version"], ["collate", "--version"]):
            code, out, _ = self.run_(*arguments)
            self.assertEqual(code, 0)
            self.assertRegex(out, r"^tetrapla \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_status_2(self):
        for arguments in (["colate"], ["collate"], ["collate", self.story[0], "--frmat", "json"], ["collate", self.story[0], "--format", "xml"],
                          ["collate", self.story[0], "--threads", "many"], ["collate", self.story[0], "--max-input-size", "big"],
                          ["collate", self.story[0], "--color", "pink"], ["reuse", self.story[0], "--about", "x"], ["--nothing"],
                          ["collate", self.story[0], "--about", "x", "--format", "json"], ["reuse", self.story[0], "--pairs"],
                          ["annotate"], ["annotate", self.story[0], "--layers", "words"], ["annotate", self.story[0], "--layers", "tokens,events"],
                          ["annotate", self.story[0], "--format", "json"]):
            code, out, err = self.run_(*arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertIn("tetrapla", err)

    def test_a_misspelt_command_is_guessed(self):
        self.assertIn("'collate'", self.run_("colalte")[2])
        self.assertIn("tetrapla collate", self.run_("story/a.txt")[2])

    # ---- inputs

    def test_missing_empty_binary_and_large_inputs_are_named_and_skipped(self):
        unusable = {"missing": (self.path("none.txt"), []), "empty": (self.file("empty.txt", ""), []),
                    "binary": (self.file("binary.txt", bytes(range(256)) * 40), []),
                    "large": (self.file("large.txt", "A long story goes on. " * 4000), ["--max-input-size", "32K"])}
        for name, (path, options) in unusable.items():
            with self.subTest(name, alone=True):
                code, out, err = self.run_("collate", path, *options)
                self.assertEqual((code, out), (1, ""), err)
                self.assertIn(os.path.basename(path), err)
            with self.subTest(name, alone=False):
                code, out, err = self.run_("collate", *self.story, path, *options)
                self.assertEqual(code, 3, err)
                self.assertIn("3 reports", out)
                self.assertIn(os.path.basename(path), err)
                self.assertEqual(len(err.strip().splitlines()), 1, err)

    def test_a_skipped_input_is_in_the_dossier(self):
        dossier = self.dossier(*self.story, self.path("none.txt"), status=3)
        self.assertEqual(len(dossier["reports"]), 3)
        self.assertTrue(any("none.txt" in d["report"] for d in dossier["diagnostics"]), dossier["diagnostics"])

    def test_quiet_names_nothing(self):
        code, _, err = self.run_("collate", *self.story, self.path("none.txt"), "--quiet")
        self.assertEqual((code, err), (3, ""))

    def test_json_lines(self):
        lines = [json.dumps({"id": str(i), "text": text, "publisher": "Odby Post %d" % i}) for i, text in enumerate((FIRST, SECOND))]
        path = self.file("reports.jsonl", "\n".join(lines) + "\n")
        self.assertEqual([r["id"] for r in self.dossier(path)["reports"]], ["0", "1"])

    def test_a_broken_json_line_is_named_by_its_number(self):
        good = json.dumps({"id": "good", "text": FIRST})
        path = self.file("reports.jsonl", good + "\n{\"id\": \"bad\", \n" + good.replace("good", "fine") + "\n")
        code, out, err = self.run_("collate", path, "--format", "json")
        self.assertEqual(code, 3, err)
        self.assertEqual([r["id"] for r in json.loads(out)["reports"]], ["fine", "good"])
        self.assertRegex(err, r"reports\.jsonl.*\b2\b")

    def test_standard_input(self):
        dossier = self.dossier("-", stdin=FIRST.encode("utf-8"))
        self.assertEqual([r["id"] for r in dossier["reports"]], ["-"])

    def test_a_folder(self):
        self.assertEqual([r["id"] for r in self.dossier(self.folder)["reports"]], ["first", "second", "third"])

    def test_invalid_utf8_is_read_and_said(self):
        path = self.file("latin.txt", b"Odby, 2 March. \xff\xfe\xfa \xe2\x28\xa1 Eleven people were hurt at the station, police said.\n" * 3)
        self.assertIn("text", self.dossier(path)["reports"][0])

    def test_meta_gives_what_files_lack(self):
        meta = self.file("meta.csv", "id,publisher,published\nfirst,Odby Post,2026-03-02\n")
        reports = self.dossier(*self.story, "--meta", meta)["reports"]
        self.assertEqual((reports[0]["publisher"], reports[0]["published"]), ("Odby Post", "2026-03-02"))
        unknown = self.file("unknown.csv", "id,publisher\nfirst,Odby Post\nnobody,Odby Post\n")
        code, out, err = self.run_("collate", *self.story, "--meta", unknown)
        self.assertEqual(code, 0)
        self.assertIn("unknown.csv:3: no report has the id nobody", err)
        self.assertEqual(self.run_("collate", *self.story, "--meta", unknown, "--quiet")[2], "")
        code, out, err = self.run_("collate", *self.story, "--meta", self.path("none.csv"))
        self.assertEqual((code, out), (1, ""))
        self.assertIn("none.csv", err)

    # ---- results

    def test_the_order_of_inputs_and_the_threads_change_nothing(self):
        for form in ("json", "text"):
            results = set()
            for threads, order in zip(itertools.cycle("18"), itertools.permutations(self.story)):
                results.add(self.run_("collate", *order, "--format", form, "--threads", threads)[1])
            self.assertEqual(len(results), 1, form)

    def test_every_citation_quotes_exactly(self):
        dossier = self.dossier(*self.story)
        texts = {r["id"]: r["text"] for r in dossier["reports"]}
        citations = [c for claim in dossier["claims"] for reading in claim["readings"] for c in reading["citations"]]
        self.assertGreater(len(citations), 5)
        for citation in citations:
            begin, end = citation["span"]
            self.assertEqual(texts[citation["report"]][begin:end], citation["quote"])

    def test_one_report_alone_says_that_nothing_was_compared(self):
        code, out, _ = self.run_("collate", self.story[0])
        self.assertEqual(code, 0)
        self.assertIn("nothing could be compared", out)

    def test_about_keeps_the_claims_that_name_it(self):
        code, out, _ = self.run_("collate", *self.story, "--about", "FALK")
        self.assertEqual(code, 0)
        self.assertIn("About “FALK”", out)
        self.assertNotIn("25,000", out)
        self.assertIn("No claim names “zebra”", self.run_("collate", *self.story, "--about", "zebra")[1])

    def test_full_cuts_nothing(self):
        path = self.file("many.txt", "Counts\n\n" + "\n\n".join("In district %d, %d people were treated for burns." % (i, i + 20) for i in range(1, 60)))
        cut = self.run_("collate", path)[1]
        full = self.run_("collate", path, "--full")[1]
        self.assertIn(" more", cut)
        self.assertIn("--full", cut)
        self.assertGreater(len(full), len(cut))
        self.assertNotIn("--full", full)

    def test_text_stays_within_its_columns(self):
        for columns in (80, 100, 120):
            out = self.run_("collate", *self.story, "--columns", str(columns))[1]
            self.assertLessEqual(max(map(len, out.splitlines())), columns)

    def test_reuse(self):
        copy = self.file("copy.txt", FIRST)
        code, out, _ = self.run_("reuse", *self.story, copy, "--format", "jsonl", "--pairs")
        self.assertEqual(code, 0)
        rows = [json.loads(line) for line in out.splitlines()]
        found = {r["id"]: (r["group"], r["best"]["id"], r["best"]["relation"]) for r in rows if r["format"] == "tetrapla.reuse/1"}
        self.assertEqual((found["copy"], found["first"]), (("copy", "first", "copy"), ("copy", "copy", "copy")))
        self.assertNotIn("third", found)
        self.assertTrue(any((r["from"], r["to"], r["share"]) == ("first", "copy", 1) for r in rows if r["format"] == "tetrapla.pair/1"))
        for row in rows:
            self.assertEqual(schema_test.errors_of(REUSE_CHECK, row, "reuse"), [])
        self.assertIn("1 group", self.run_("reuse", *self.story, copy)[1])
        self.assertIn("No two reports share text", self.run_("reuse", self.story[0])[1])

    # ---- files, signals, pipes

    def test_output_files_replace_as_a_whole(self):
        target = self.file("out.json", "old")
        os.chmod(target, 0o640)
        code, out, err = self.run_("collate", *self.story, "--format", "json", "-o", target)
        self.assertEqual((code, out, err), (0, "", ""))
        with open(target, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["format"], "tetrapla.dossier/1")
        self.assertEqual(os.stat(target).st_mode & 0o777, 0o640)
        self.assert_clean_folder("out.json")

    def test_a_link_stays_a_link(self):
        target = self.file("real.txt", "old")
        os.symlink(target, self.path("link.txt"))
        self.assertEqual(self.run_("collate", *self.story, "-o", self.path("link.txt"))[0], 0)
        self.assertTrue(os.path.islink(self.path("link.txt")))
        with open(target, encoding="utf-8") as file:
            self.assertIn("LINES", file.read())

    def test_no_file_where_nothing_can_be_done(self):
        target = self.file("out.txt", "old")
        self.assertEqual(self.run_("collate", self.path("none.txt"), "-o", target)[0], 1)
        with open(target, encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")
        self.assert_clean_folder("out.txt")

    def test_an_impossible_output_is_said_before_the_work(self):
        for target in (self.path("no/such/folder.txt"), self.folder):
            code, out, err = self.run_("collate", *self.story, "-o", target)
            self.assertEqual((code, out), (1, ""))
            self.assertIn("cannot write", err)

    def test_a_full_disk_leaves_no_file(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        code, _, err = self.run_("collate", *self.story, "-o", "/dev/full")
        self.assertEqual(code, 1)
        self.assertIn("/dev/full", err)

    def test_devices_are_written_to_not_replaced(self):
        self.assertEqual(self.run_("collate", *self.story, "-o", "/dev/null")[0], 0)
        self.assertFalse(os.path.isfile("/dev/null"))

    def test_an_interrupt_leaves_nothing_half_written(self):
        text = "\n\n".join(FIRST.replace("Odby", "Odby%d" % i) for i in range(400))
        inputs = [self.file("big%d.txt" % i, text.replace("Falk", "Falk%d" % i)) for i in range(6)]
        before = set(os.listdir(self.folder))
        for signal_, wait in itertools.product((signal.SIGINT, signal.SIGTERM), (0.0, 0.02, 0.1, 0.3)):
            program = subprocess.Popen([PROGRAM, "collate", *inputs, "--format", "json", "-o", self.path("out.json")],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(wait)
            program.send_signal(signal_)
            program.communicate(timeout=120)
            made = set(os.listdir(self.folder)) - before
            self.assertLessEqual(made, {"out.json"})
            if made:  # the run was faster than the signal: then the file is whole
                with open(self.path("out.json"), encoding="utf-8") as file:
                    json.load(file)
                os.unlink(self.path("out.json"))
            else:
                self.assertEqual(program.returncode, -signal_)

    def test_a_reader_that_goes_away_is_no_error(self):
        for restore in (True, False):
            reading, writing = os.pipe()
            os.close(reading)
            program = subprocess.Popen([PROGRAM, "collate", *self.story], stdout=writing, stderr=subprocess.PIPE, restore_signals=restore)
            os.close(writing)
            self.assertEqual(program.communicate(timeout=60)[1], b"")
            self.assertIn(program.returncode, (0, -signal.SIGPIPE))

    # ---- annotate

    def annotations(self, *arguments, stdin=b"", status=0):
        code, out, err = self.run_("annotate", *arguments, stdin=stdin)
        self.assertEqual(code, status, err)
        found = [json.loads(line) for line in out.splitlines()]
        for number, one in enumerate(found, 1):
            self.assertEqual(schema_test.errors_of(ANNOTATION_CHECK, one, "line %d" % number) + schema_test.annotation_faults(one), [])
        return found

    def test_annotate_writes_a_line_a_report_in_the_order_of_the_inputs(self):
        lines = "".join(json.dumps({"id": "n%d" % i, "text": SECOND * (i % 3 + 1)}) + "\n" for i in range(20))
        path = self.file("reports.jsonl", lines)
        found = self.annotations(self.story[2], path, self.story[0], "-", stdin=THIRD.encode("utf-8"))
        self.assertEqual([a["id"] for a in found], ["third"] + ["n%d" % i for i in range(20)] + ["first", "-"])
        first = found[-2]
        self.assertEqual(first["title"], "Kiosk fire in Odby")
        self.assertIn({"label": "PERSON", "name": "Ines Falk"}, [{k: e[k] for k in ("label", "name")} for e in first["entities"]])
        self.assertIn(("said", "say", "VERB"), [(first["text"][t["span"][0]:t["span"][1]], t["lemma"], t["pos"]) for t in first["tokens"]])

    def test_annotate_is_the_same_on_any_number_of_threads(self):
        lines = "".join(json.dumps({"text": FIRST + THIRD * (i * 7 % 5)}) + "\n" for i in range(40))
        path = self.file("reports.jsonl", lines)
        self.assertEqual(self.run_("annotate", path, "--threads", "1"), self.run_("annotate", path, "--threads", "5"))

    def test_annotate_keeps_equal_ids(self):
        path = self.file("reports.jsonl", "".join(json.dumps({"id": "a", "text": text}) + "\n" for text in (FIRST, SECOND)))
        self.assertEqual([a["id"] for a in self.annotations(path)], ["a", "a"])

    def test_layers(self):
        always = ["format", "id", "text", "title", "published", "language"]
        for layers in (["sentences"], ["entities", "tokens"], ["excluded", "paragraphs"], ["tokens", "excluded"]):
            found = self.annotations(self.story[0], "--layers", ",".join(layers))[0]
            self.assertEqual(sorted(found), sorted(always + layers + ["diagnostics"]))
        err = self.run_("annotate", self.story[0], "--layers", "words")[2]
        for layer in ("paragraphs", "sentences", "tokens", "entities", "excluded"):
            self.assertIn(layer, err)
        self.assertIn("not made by this version", self.run_("annotate", self.story[0], "--layers", "quotations")[2])

    def test_without_excluded_the_text_is_analysed_as_it_stands(self):
        path = self.file("transcript.txt", "0:01 Eleven people were treated\n0:05 for smoke in Odby.\n0:09 Nobody saw it.\n")
        inside = self.annotations(path)[0]
        self.assertEqual(len(inside["excluded"]), 3)
        self.assertIn([5, 55], inside["sentences"])
        raw = self.annotations(path, "--layers", "sentences,tokens")[0]
        self.assertEqual(raw["tokens"][0]["span"], [0, 4])

    def test_annotate_streams(self):
        """A line is written while the input is still open."""
        program = subprocess.Popen([PROGRAM, "annotate", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(3):
            program.stdin.write((json.dumps({"id": str(number), "text": THIRD}) + "\n").encode("utf-8"))
            program.stdin.flush()
            self.assertTrue(select.select([program.stdout], [], [], 60)[0], "no line came")
            self.assertEqual(json.loads(program.stdout.readline())["id"], str(number))
        program.stdin.close()
        self.assertEqual(program.stdout.read(), b"")
        program.stdout.close()
        program.stderr.close()
        self.assertEqual(program.wait(timeout=60), 0)

    def test_annotate_names_what_it_skips(self):
        path = self.file("reports.jsonl", json.dumps({"id": "a", "text": FIRST}) + "\n{broken\n")
        code, out, err = self.run_("annotate", path, self.path("none.txt"))
        self.assertEqual((code, len(out.splitlines())), (3, 1))
        self.assertRegex(err, r"reports\.jsonl:2.*\n.*none\.txt")
        self.assertEqual(self.run_("annotate", path, "--quiet")[::2], (3, ""))
        self.assertEqual(self.run_("annotate", self.path("none.txt"))[0], 1)

    def test_annotate_to_a_file(self):
        self.assertEqual(self.run_("annotate", *self.story, "-o", self.path("out.jsonl")), (0, "", ""))
        with open(self.path("out.jsonl"), encoding="utf-8") as file:
            self.assertEqual([json.loads(line)["id"] for line in file], ["first", "second", "third"])
        self.assertEqual(self.run_("annotate", self.path("none.txt"), "-o", self.path("none.jsonl"))[0], 1)
        self.assert_clean_folder("out.jsonl")

    def test_a_signal_while_annotating_leaves_no_file(self):
        for signal_ in (signal.SIGINT, signal.SIGTERM):
            program = subprocess.Popen([PROGRAM, "annotate", "-", "-o", self.path("out.jsonl")], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            program.stdin.write((json.dumps({"text": FIRST}) + "\n").encode("utf-8") * 20)
            program.stdin.flush()
            deadline = time.monotonic() + 60
            while not any(".tmp" in name for name in os.listdir(self.folder)) and time.monotonic() < deadline:
                time.sleep(0.01)
            program.send_signal(signal_)
            self.assertEqual(program.wait(timeout=60), -signal_)
            program.stdin.close()
            program.stderr.close()
            self.assert_clean_folder()

    def test_a_write_that_fails_ends_annotate_though_its_input_is_open(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        program = subprocess.Popen([PROGRAM, "annotate", "-", "-o", "/dev/full"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        program.stdin.write((json.dumps({"text": FIRST}) + "\n").encode("utf-8"))
        program.stdin.flush()
        self.assertEqual(program.wait(timeout=60), 1)
        self.assertIn(b"/dev/full", program.stderr.read())
        program.stdin.close()
        program.stderr.close()

    def test_progress_is_for_a_terminal_alone(self):
        path = self.file("many.jsonl", (json.dumps({"text": FIRST}) + "\n") * 3000)
        shown = self.on_terminal("annotate", path, "-o", self.path("out.jsonl"))
        self.assertRegex(shown, r"[\d,]+ reports   [\d.]+ MB   [\d,]+ reports/s   \d+:\d\d left")
        self.assertTrue(shown.endswith("\r\x1b[K"), "the line is taken away at the end")
        self.assertEqual(self.on_terminal("annotate", path, "-o", self.path("out.jsonl"), "--quiet"), "")
        self.assertEqual(self.run_("annotate", path, "-o", self.path("out.jsonl"))[2], "")

    # ---- the language model

    def test_a_missing_or_damaged_model_says_what_to_run(self):
        damaged = self.file("damaged.model", b"TETRAPLA" + bytes(500))
        for model in (self.path("none.model"), damaged, self.story[0], self.folder):
            for command in ("annotate", "collate"):
                for arguments, environment in ((["--model", model], {}), ([], {"TETRAPLA_MODEL": model})):
                    code, out, err = self.run_(command, self.story[0], *arguments, environment=environment)
                    self.assertEqual((code, out), (1, ""), err)
                    self.assertIn("./dev setup", err)
                    self.assertIn(model, err)

    def test_a_cut_model_is_refused(self):
        with open(MODEL, "rb") as file:
            cut = self.file("cut.model", file.read(1 << 20))
        code, _, err = self.run_("annotate", self.story[0], "--model", cut)
        self.assertEqual(code, 1)
        self.assertIn("cut short", err)

    def test_the_option_goes_before_the_variable(self):
        os.symlink(MODEL, self.path("linked.model"))
        code, out, err = self.run_("annotate", self.story[0], "--model", self.path("linked.model"), environment={"TETRAPLA_MODEL": "/none"})
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(self.run_("annotate", self.story[0], environment={"TETRAPLA_MODEL": self.path("linked.model")})[1], out)

    def test_what_needs_no_model_works_without(self):
        none = {"TETRAPLA_MODEL": "/none"}
        self.assertEqual(self.run_("annotate", self.story[0], "--layers", "paragraphs,excluded", environment=none)[0], 0)
        self.assertEqual(self.run_("reuse", *self.story, environment=none)[0], 0)

    # ---- colour

    def on_terminal(self, *arguments, columns=90, environment=None):
        program, terminal = pty.fork()
        if program == 0:
            os.execve(PROGRAM, [PROGRAM, *arguments], dict(os.environ, TERM="xterm", **(environment or {})))
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        out = b""
        while True:
            if not select.select([terminal], [], [], 60)[0]:
                break
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
        os.close(terminal)
        os.waitpid(program, 0)
        return out.decode("utf-8")

    def test_colour_is_for_terminals(self):
        escape = "\x1b["
        self.assertNotIn(escape, self.run_("collate", *self.story)[1])
        self.assertIn(escape, self.run_("collate", *self.story, "--color", "always")[1])
        self.assertIn(escape, self.on_terminal("collate", *self.story))
        self.assertIn(escape, self.on_terminal("collate", *self.story, environment={"NO_COLOR": ""}))
        self.assertNotIn(escape, self.on_terminal("collate", *self.story, environment={"NO_COLOR": "1"}))
        self.assertNotIn(escape, self.on_terminal("collate", *self.story, "--color", "never"))
        self.assertIn(escape, self.on_terminal("collate", *self.story, "--color", "always", environment={"NO_COLOR": "1"}))

    def test_a_report_cannot_write_to_the_terminal(self):
        path = self.file("evil.txt", FIRST + "\n\x1b]0;owned\x07\x1b[2JTwelve \x1b[31mpeople\x1b[0m were hurt, police said.\n")
        out = self.run_("collate", self.story[1], path, "--full")[1]
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\x07", out)
        name = self.path("bad\x1b[31mname.txt")
        self.assertNotIn("\x1b", self.run_("collate", self.story[0], name)[2])


if __name__ == "__main__":
    unittest.main()
