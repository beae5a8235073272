"""The tables of knowledge/: a header that says what they are, one column count, UTF-8, LF, no row twice, sorted where they say so."""


def problems(root, program=None):
    for path in sorted((root / "knowledge").rglob("*.tsv")):
        yield from table_problems(path, path.relative_to(root))


def table_problems(path, where):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{where}: not UTF-8 at byte {error.start}"
        return
    if "\r" in text or not text.endswith("\n"):
        yield f"{where}: lines must end in LF, the last one too"
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("#")]
    if not header or not lines[0].startswith(f"# {path.name}:"):
        yield f"{where}:1: the first line must be \"# {path.name}: what it is\""
    rows = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows:
        yield f"{where}: has no rows"
        return
    columns = rows[0][1].count("\t")
    for number, line in rows:
        if line.count("\t") != columns:
            yield f"{where}:{number}: {line.count(chr(9)) + 1} columns, the first row has {columns + 1}"
        if line != line.strip(" "):
            yield f"{where}:{number}: space at the end or the beginning"
    seen = {}
    for number, line in rows:
        if line in seen:
            yield f"{where}:{number}: the same row as line {seen[line]}"
        seen.setdefault(line, number)
    if any("sorted" in line.lower() and "unsorted" not in line.lower() and "not sorted" not in line.lower() for line in header):
        for (_, before), (number, line) in zip(rows, rows[1:]):
            if line.encode().split(b"\t")[0] < before.encode().split(b"\t")[0]:
                yield f"{where}:{number}: not sorted by its first column (bytes)"
