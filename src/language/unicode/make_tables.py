#!/usr/bin/env python3
"""Writes tables.inc: what Python 3.11 (Unicode 14) says of every code point, because spaCy's features come from it.

Run it with Python 3.11 only: python3.11 make_tables.py > tables.inc
"""

import sys
import unicodedata

BLOCK = 128
POINTS = 0x110000
ALPHA, UPPER, LOWER, TITLE, DIGIT, SPACE, CASED, IGNORABLE = (1 << i for i in range(8))
SIGMA, FINAL_SIGMA = "\u03a3", "\u03c2"


def flags(c: str) -> int:
    # Cased and case-ignorable are not in unicodedata; str.lower() tells them apart by where it puts a final sigma.
    cased = (c + SIGMA).lower().endswith(FINAL_SIGMA)
    ignorable = not cased and ("A" + c + SIGMA).lower().endswith(FINAL_SIGMA)
    bits = [c.isalpha(), c.isupper(), c.islower(), c.istitle() and not c.isupper(), c.isdigit(), c.isspace(), cased, ignorable]
    return sum(1 << i for i, bit in enumerate(bits) if bit)


def fnv(digest: int, data: bytes) -> int:
    for byte in data:
        digest = ((digest ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return digest


def utf8(s: str) -> bytes:
    return s.encode("utf-8", "surrogatepass")


def rows(values, per_line=24):
    for at in range(0, len(values), per_line):
        yield "    " + ",".join(str(v) for v in values[at : at + per_line]) + ","


def main() -> None:
    assert unicodedata.unidata_version == "14.0.0", f"this Python has Unicode {unicodedata.unidata_version}, not 14.0.0"
    records: dict[tuple[int, int], int] = {}
    longer: list[tuple[int, str]] = []
    stage2: dict[tuple[int, ...], int] = {}
    stage1 = []
    properties = lowering = 0xCBF29CE484222325
    for begin in range(0, POINTS, BLOCK):
        block = []
        for point in range(begin, begin + BLOCK):
            c = chr(point)
            lower = c.lower()
            delta = ord(lower) - point if len(lower) == 1 else 0
            if len(lower) != 1:
                longer.append((point, lower))
            bits = flags(c)
            block.append(records.setdefault((bits, delta), len(records)))
            properties = fnv(properties, bytes([bits]))
            if not 0xD800 <= point <= 0xDFFF:
                for text in (c, "A" + c + SIGMA, c + SIGMA, "A" + SIGMA + c, "A" + SIGMA + c + "b"):
                    lowering = fnv(lowering, utf8(text.lower()))
        stage1.append(stage2.setdefault(tuple(block), len(stage2)))
    assert len(records) <= 256 and len(stage2) <= 256
    assert [(p, len(s)) for p, s in longer] == [(0x130, 2)], longer

    out = sys.stdout
    out.write("// made by make_tables.py from Python %d.%d, Unicode %s\n" % (*sys.version_info[:2], unicodedata.unidata_version))
    out.write("// clang-format off\n")
    out.write("inline constexpr CharRecord kRecords[] = {\n")
    for bits, delta in records:
        out.write(f"    {{{bits}, {delta}}},\n")
    out.write("};\ninline constexpr std::uint8_t kBlocks[] = {\n")
    for line in rows(stage1, 40):
        out.write(line + "\n")
    out.write("};\ninline constexpr std::uint8_t kRecordOf[] = {\n")
    for block in stage2:
        for line in rows(block, 64):
            out.write(line + "\n")
    out.write("};\n")
    out.write("// What the tests compare with: FNV-1a over the flags, and over str.lower() of five contexts, of all code points.\n")
    out.write(f"inline constexpr std::uint64_t kPropertiesDigest = {properties:#x};\n")
    out.write(f"inline constexpr std::uint64_t kLoweringDigest = {lowering:#x};\n")
    out.write("// clang-format on\n")


if __name__ == "__main__":
    main()
