"""Each rule can fail: a small repository that keeps every rule is broken in one place, and the rule names that place."""

import shutil
import stat
import tempfile
import unittest
from pathlib import Path

import docs
import layering
import names
import notice
import readme
import readmes
import tables

HERE = Path(__file__).parent
README = "# a room\nWhat it does\nHow\nMay include\nKnown limits\n"
PROGRAM = """#!/bin/sh
case "$*" in
  --help) printf 'Usage: sitcen COMMAND\\n\\nCommands\\n  read   reads\\n  said   lists\\n  model  models\\n' ;;
  'said --help') printf 'Options\\n  --store FILE  which\\n' ;;
  said*) printf 'Flood\\n\\n  the mayor said\\n\\nTalks\\n\\n  the minister said\\n' ;;
  'read --help') printf 'Options\\n  -t, --threads N  how many\\n' ;;
  'model --help') printf 'Usage\\n\\nCommands\\n  list   lists\\n' ;;
  'model list --help') printf 'Options\\n  --json  as lines\\n' ;;
esac
"""
FILES = {
    "include/sitcen/result.h": "#include <string>\n#include <tl/expected.hpp>\n",
    "include/sitcen/error_table.inc": 'SITCEN_ERROR(usage, "{}", 2, 400, "usage", ValueError)\n',
    "src/base/utf8.h": '#include <utf8proc.h>\n#include "sitcen/result.h"\n',
    "src/base/README.md": README,
    "src/language/words.cpp": '#include "base/utf8.h"\n#include "words.h"\n',
    "src/language/words.h": "#include <vector>\n",
    "src/language/README.md": README,
    "src/language/CMakeLists.txt": "sitcen_room(language DEPENDS sitcen_base LIBRARIES PkgConfig::PCRE2)\n",
    "knowledge/en/cues.tsv": "# cues.tsv: verbs of speech, sorted\n# lemma\tclass\nannounce\tsay\ndeny\tdeny\n",
    "tests/rules/arrows.tsv": "# room\trooms\tlibraries\nsitcen\t-\ttl/\nbase\tsitcen\ttl/ utf8proc.h\nlanguage\tsitcen base\t-\n",
    "tests/README.md": "rules/ and words/\n",
    "tests/words/CMakeLists.txt": "",
    "scripts/apt-build.txt": "# packages\nlibexpected-dev # Result\nlibutf8proc-dev\n",
    "scripts/apt-test.txt": "chromium\n",
    "scripts/pins.tsv": "# name\tpackage\tversion\tform\tsha256\nmd\tmodel-md\t0.1.0\twheel\tab\n",
    "LICENSE": "Apache License\nVersion 2.0, January 2004\nEND OF TERMS AND CONDITIONS\n",
    "NOTICE": "part  version  licence  from  found by\n"
              "tl  1  CC0-1.0  apt libexpected-dev  include tl/\n"
              "utf8proc  2  MIT  apt libutf8proc-dev  include utf8proc.h\n"
              "C library  2  LGPL-2.1-or-later  system  library libc.so, library ld-linux\n"
              "model  3  MIT  PyPI model-md==0.1.0  -\n",
    "docs/commands.md": "# Commands\n\n## `sitcen read`\n`--threads` says how many.\n\n"
                        "## `sitcen said`\n`--store`\n\n## `sitcen model list`\n`--json`\n",
    "docs/errors.md": "# Errors\n" + docs.BEGIN,
    "README.md": "# sitcen\n<!-- from: sitcen said --store build/sample.sqlite -->\n```\nFlood\n[...]\n  the minister said\n```\n"
                 "```sh\nbuild/sitcen said --store day.sqlite  # who\n```\n",
    **{f"{folder}/README.md": "what it is\n" for folder in ("knowledge", "examples", "bench", "docs", "scripts")},
}


class Rules(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for name, text in FILES.items():
            self.write(name, text)
        docs.write_errors(self.root)
        self.program = self.root / "sitcen"
        self.program.write_text(PROGRAM)
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    def write(self, name, text):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text)

    def append(self, name, text):
        self.write(name, (self.root / name).read_text() + text)

    def expect(self, rule, *wanted, program=None):
        """The rule finds exactly one problem for each wanted text."""
        found = list(rule.problems(self.root, program))
        self.assertEqual(len(found), len(wanted), found)
        for text, problem in zip(wanted, found):
            self.assertIn(text, problem)

    def test_a_repository_that_keeps_the_rules_has_no_problems(self):
        for rule in (layering, names, notice, readmes, docs, tables):
            self.expect(rule)
        for rule in (docs, readme):
            self.expect(rule, program=self.program)

    def test_layering_names_a_room_that_looks_to_the_right(self):
        self.append("src/base/utf8.h", '#include "language/words.h"\n')
        self.expect(layering, "src/base/utf8.h:3: base may not include language")

    def test_layering_sees_through_a_path_with_dots(self):
        self.append("src/base/utf8.h", '#include "../language/words.h"\n')
        self.expect(layering, "src/base/utf8.h:3: base may not include language")

    def test_layering_names_a_public_header_that_includes_a_room(self):
        self.append("include/sitcen/result.h", '#include "base/utf8.h"\n')
        self.expect(layering, "include/sitcen/result.h:3: sitcen may not include base")

    def test_layering_sees_a_public_header_in_angle_brackets(self):
        self.write("knowledge/words.h", "#include <sitcen/result.h>\n")
        self.append("tests/rules/arrows.tsv", "knowledge\t-\t-\n")
        self.expect(layering, "knowledge may not include sitcen")

    def test_layering_names_a_library_that_is_not_for_the_room(self):
        self.append("src/language/words.cpp", "#include <boost/asio.hpp>\n")
        self.expect(layering, "src/language/words.cpp:3: language may not use <boost/asio.hpp>")

    def test_layering_names_a_room_without_arrows(self):
        self.write("src/guess/guess.cpp", "")
        self.expect(layering, "src/guess/guess.cpp: stands in no room")

    def test_layering_names_a_wrong_arrow_between_targets(self):
        self.write("src/base/CMakeLists.txt", "sitcen_room(base DEPENDS sitcen_language)\n")
        self.expect(layering, "base may not depend on language")

    def test_names_names_what_two_files_of_a_room_call_the_same(self):
        self.append("src/language/words.h", "namespace a {\nstruct Word {\n};\nint count(int word);\n}  // namespace a\n")
        hidden = "namespace a {\nnamespace {\nconstexpr int kMost = 3;\nint twice(int a) { return a; }\n"
        end = "}  // namespace\n}  // namespace a\n"
        self.write("src/language/one.cpp", hidden + "int count(bool all) {\n}\n" + end)
        self.write("src/language/two.cpp", hidden + "struct Word {\n};\n" + end)
        self.expect(names, "one.cpp:5: a::count is also", "two.cpp:3: a::kMost is also", "two.cpp:4: a::twice is also",
                    "two.cpp:5: a::Word is also")
        self.append("src/language/CMakeLists.txt", "set_target_properties(sitcen_language PROPERTIES UNITY_BUILD OFF)\n")
        self.expect(names)

    def test_names_takes_each_folder_of_a_grouped_room_for_itself(self):
        hidden = "namespace a {\nnamespace {\nconstexpr int kMost = 3;\n}  // namespace\n}  // namespace a\n"
        self.append("src/language/CMakeLists.txt", "set_source_files_properties(${files} PROPERTIES UNITY_GROUP one)\n")
        self.write("src/language/one/one.cpp", hidden)
        self.write("src/language/two/two.cpp", hidden)
        self.expect(names)
        self.write("src/language/two/three.cpp", hidden)
        self.expect(names, "two.cpp:3: a::kMost is also")

    def test_names_lets_overloads_and_other_namespaces_be(self):
        file = "namespace {}{{\nnamespace {{\n{}\n}}  // namespace\n}}  // namespace\n"
        self.write("src/language/one.cpp", file.format("a ", "int twice(int a) {\n}\nusing Word = int;"))
        self.write("src/language/two.cpp", file.format("a ", "int twice(double a) {\n}\nusing Word = int;"))
        self.write("src/language/three.cpp", file.format("b ", "int twice(int a) {\n}"))
        self.expect(names)

    def test_notice_names_an_include_of_an_unlisted_part(self):
        self.append("src/base/utf8.h", "#include <zlib.h>\n")
        self.expect(notice, "src/base/utf8.h:3: <zlib.h>")

    def test_notice_names_a_row_that_nothing_uses(self):
        self.append("NOTICE", "zlib  1  Zlib  PyPI zlib==1  include zlib.h\n")
        self.expect(notice, "nothing includes <zlib.h>", '"PyPI zlib==1" is not in scripts/pins.tsv')

    def test_notice_names_an_unlisted_package(self):
        self.append("scripts/apt-build.txt", "libpq-dev\n")
        self.expect(notice, "libpq-dev is installed")

    def test_notice_names_a_model_without_a_row(self):
        self.append("scripts/pins.tsv", "sm\tmodel-sm\t3.8.0\twheel\tab\n")
        self.expect(notice, '"PyPI model-sm==3.8.0"')

    def test_notice_names_an_npm_package_without_a_row(self):
        self.write("tests/browser/package-lock.json", '{"packages": {"": {}, "node_modules/axe-core": {"version": "4.1.0"}}}')
        self.expect(notice, '"npm axe-core@4.1.0"')

    def test_notice_names_a_copyleft_licence(self):
        self.append("NOTICE", "poppler  22  GPL-2.0-only  system  -\n")
        self.expect(notice, "no GPL")

    def test_notice_names_a_library_that_the_program_loads(self):
        program = Path(shutil.which("ls")).resolve()
        found = [p for p in notice.problems(self.root, program) if "loads" in p]
        self.assertTrue(any("libselinux" in p or "libpcre2" in p for p in found), found)
        self.assertFalse(any("libc.so" in p for p in found), found)

    def test_notice_names_another_licence_text(self):
        self.write("LICENSE", "MIT\n")
        self.expect(notice, "LICENSE")

    def test_notice_names_a_large_file(self):
        import subprocess
        subprocess.run(["git", "init", "-q", str(self.root)], check=True)
        (self.root / "blob").write_bytes(b"x" * (notice.LARGEST + 1))
        self.expect(notice, "blob: 1000001 bytes")

    def test_readmes_names_a_room_without_one(self):
        (self.root / "src/base/README.md").unlink()
        self.expect(readmes, "src/base: has no README.md")

    def test_readmes_names_a_missing_part(self):
        self.write("src/base/README.md", README.replace("May include\n", ""))
        self.expect(readmes, 'lacks the part "May include"')

    def test_readmes_names_a_folder_of_tests(self):
        self.write("tests/more/CMakeLists.txt", "")
        self.expect(readmes, "does not name more/")

    def test_docs_names_a_command_that_is_not_described(self):
        self.write("docs/commands.md", "## `sitcen read`\n--threads\n## `sitcen said`\n--store\n")
        self.expect(docs, "## `sitcen model list`", program=self.program)

    def test_docs_names_an_option_that_is_not_described(self):
        self.write("docs/commands.md", FILES["docs/commands.md"].replace("--json", ""))
        self.expect(docs, "--json is not described", program=self.program)

    def test_docs_names_an_option_that_is_gone(self):
        self.append("docs/commands.md", "`--yaml`\n")
        self.expect(docs, "--yaml is described", program=self.program)

    def test_docs_names_a_new_error(self):
        self.append("include/sitcen/error_table.inc", 'SITCEN_ERROR(lost, "{} is lost", 3, 404, "lost", KeyError)\n')
        self.expect(docs, "docs/errors.md: differs")

    def test_docs_names_a_row_it_cannot_read(self):
        self.append("include/sitcen/error_table.inc", "SITCEN_ERROR(lost)\n")
        self.expect(docs, "cannot read")

    def test_readme_names_a_screen_that_the_program_does_not_print(self):
        self.write("README.md", FILES["README.md"].replace("minister", "president"))
        self.expect(readme, "does not print (or not here): 'the president said'", program=self.program)

    def test_readme_names_pieces_in_another_order(self):
        self.write("README.md", FILES["README.md"].replace("Flood\n[...]\n  the minister said", "Talks\n[...]\nFlood"))
        self.expect(readme, "'Flood'", program=self.program)

    def test_readme_names_a_command_and_an_option_that_do_not_exist(self):
        self.append("README.md", "```sh\nbuild/sitcen watch\nbuild/sitcen said --colour\n```\n")
        self.expect(readme, "no command watch", "sitcen said has no option --colour", program=self.program)

    def test_readme_names_a_missing_screen(self):
        self.write("README.md", "# sitcen\n")
        self.expect(readme, "shows no output", program=self.program)

    def test_tables_names_a_missing_header(self):
        self.write("knowledge/en/cues.tsv", "announce\tsay\n")
        self.expect(tables, "the first line must be")

    def test_tables_names_a_row_out_of_order(self):
        self.append("knowledge/en/cues.tsv", "allege\tsay\n")
        self.expect(tables, "cues.tsv:5: not sorted")

    def test_tables_names_a_missing_column_and_a_repeated_row(self):
        self.append("knowledge/en/cues.tsv", "say\n")
        self.append("knowledge/en/cues.tsv", "deny\tdeny\n")
        self.expect(tables, "cues.tsv:5: 1 columns", "cues.tsv:6: the same row as line 4", "cues.tsv:6: not sorted")

    def test_tables_names_a_byte_that_is_not_utf8(self):
        (self.root / "knowledge/en/cues.tsv").write_bytes(b"# cues.tsv: verbs\n\xff\n")
        self.expect(tables, "not UTF-8 at byte 18")


if __name__ == "__main__":
    unittest.main()
