"""Evaluates files in a JavaScript engine of Python, one after the other, in one context.

Prints a line for each: milliseconds of the processor, a tab, and the value.
"""

import contextlib
import sys
import time


def engine(name):
    if name == "quickjs":
        import quickjs

        return contextlib.nullcontext(quickjs.Context())
    from py_mini_racer import MiniRacer

    # Without being closed it may keep the program from ending.
    return MiniRacer()


def main(name, *files):
    before = time.process_time()
    with engine(name) as opened:
        run(opened.eval, files, before)


def run(evaluate, files, before):
    for file in files:
        with open(file, encoding="utf-8") as code:
            value = evaluate(code.read())
        now = time.process_time()
        print(f"{(now - before) * 1000:.0f}\t{value if isinstance(value, str) else ''}")
        before = now


main(*sys.argv[1:])
