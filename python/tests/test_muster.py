"""The Python module against the real program (MUSTER_PROGRAM) and the project's corpus (MUSTER_CORPUS)."""
import dataclasses
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import muster

CORPUS = pathlib.Path(os.environ["MUSTER_CORPUS"])
LETTER = CORPUS / "letters" / "hiqa-follow-up-letter.txt"


class Records(unittest.TestCase):
    def test_every_field_of_the_schema_is_a_field_of_the_dataclass(self):
        schema = json.loads(subprocess.run([muster.program(), "schema"], check=True, capture_output=True, text=True).stdout)
        definitions = schema["$defs"]

        def resolved(node):
            while "$ref" in node:
                node = definitions[node["$ref"].rsplit("/", 1)[1]]
            return node

        def keys(node):
            node = resolved(node)
            out = set(node.get("properties", {}))
            for part in node.get("allOf", []):
                out |= keys(part)
            return out

        seen = 0
        for kind, cls in {**muster.KINDS, "warnings": muster.Warning}.items():
            want = keys(resolved(schema["properties"][kind])["items"])
            self.assertEqual(want, {f.name for f in dataclasses.fields(cls)}, kind)
            seen += len(want)
        for name, cls in {"source": muster.Source, "document": muster.Document}.items():
            self.assertEqual(keys(schema["properties"][name]), {f.name for f in dataclasses.fields(cls)}, name)
        self.assertGreater(seen, 50)

    def test_quotes_are_where_they_say(self):
        facts = 0
        for record in muster.extract(CORPUS, with_text=True):
            for kind in muster.KINDS:
                for fact in getattr(record, kind):
                    for e in fact.evidence if isinstance(fact.evidence, list) else [fact.evidence]:
                        self.assertEqual(record.text[e.start:e.end], e.quote)
                        facts += 1
        self.assertGreater(facts, 100)

    def test_what_is_no_record_is_refused(self):
        with self.assertRaises(ValueError):
            muster.from_json('{"schema": "other/1"}')

    def test_fields_of_a_later_version_are_passed_over(self):
        record = next(muster.extract(LETTER))
        line = json.loads(subprocess.run([muster.program(), "extract", "--format=jsonl", str(LETTER)], check=True, capture_output=True, text=True).stdout)
        line["statuses"][0]["later"] = 1
        self.assertEqual(muster.from_json(line), record)


class Program(unittest.TestCase):
    def test_an_unreadable_document_is_kept_or_raised(self):
        records = list(muster.extract([LETTER, "no-such-file"]))
        self.assertEqual([r.failed for r in records], [False, True])
        with self.assertRaises(muster.UnreadableError) as raised:
            list(muster.extract(["no-such-file"], errors="raise"))
        self.assertIn("error.missing", str(raised.exception))

    def test_a_wrong_option_is_a_usage_error_with_the_programs_words(self):
        with self.assertRaises(muster.UsageError) as raised:
            list(muster.extract(LETTER, only=["stafing"]))
        self.assertIn("stafing", str(raised.exception))
        self.assertEqual(raised.exception.exit_code, 2)

    def test_a_missing_program_says_what_to_do(self):
        with self.assertRaises(muster.ProgramNotFound) as raised:
            list(muster.extract(LETTER, muster="no-such-muster"))
        self.assertIn("MUSTER_PROGRAM", str(raised.exception))

    def test_leaving_early_ends_the_program(self):
        records = muster.extract(CORPUS)
        next(records)
        records.close()

    def test_a_path_that_looks_like_a_flag_is_a_path(self):
        record = next(muster.extract("--with-text"))
        self.assertTrue(record.failed)

    def test_options_become_flags(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a.txt").write_text("The vacancy rate was 21%.\n")
            (pathlib.Path(folder) / "b.md").write_text("The vacancy rate was 22%.\n")
            records = list(muster.extract(folder, include=["*.md"], only=["staffing"], threads=1))
        self.assertEqual([[s.low for s in r.staffing] for r in records], [[22]])
        self.assertEqual(records[0].figures, [])


class Frames(unittest.TestCase):
    def setUp(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("pandas is not installed")

    def test_a_row_a_fact(self):
        records = list(muster.extract(CORPUS))
        tables = muster.frames(records)
        self.assertEqual(len(tables["documents"]), len(records))
        for kind in muster.KINDS:
            self.assertEqual(len(tables[kind]), sum(len(getattr(r, kind)) for r in records), kind)
        self.assertEqual(str(tables["statuses"]["published"].dtype), "datetime64[ns]")
        self.assertTrue(tables["tallies"]["met"].notna().any())

    def test_an_empty_kind_keeps_its_columns(self):
        table = muster.frame([], "staffing")
        self.assertIn("metric", table.columns)
        self.assertEqual(len(table), 0)

    def test_an_unknown_kind_is_named(self):
        with self.assertRaises(ValueError):
            muster.frame([], "stafing")


if __name__ == "__main__":
    unittest.main()
