"""check.py RULE ROOT [PROGRAM]: prints each breach of the rule and exits with 1 if there is one."""

import importlib
import sys
from pathlib import Path


def main(rule, root, program=None):
    found = list(importlib.import_module(rule).problems(Path(root), Path(program) if program else None))
    for problem in found:
        print(problem)
    print(f"{rule}: {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
