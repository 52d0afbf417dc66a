"""Runs scripts in a JavaScript engine of Python, then expressions that give text; JSON in, JSON out."""

import json
import sys


def engine(name):
    if name == "quickjs":
        import quickjs

        return quickjs.Context().eval
    from py_mini_racer import MiniRacer

    return MiniRacer().eval


def main():
    asked = json.load(sys.stdin)
    evaluate = engine(sys.argv[1])
    for script in asked["scripts"]:
        evaluate(script)
    answers = [evaluate(expression) for expression in asked["expressions"]]
    json.dump(answers, sys.stdout)


main()
