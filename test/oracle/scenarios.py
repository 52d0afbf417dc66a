#!/usr/bin/env python3
"""Scenarios by the published rules: comparisons, sweeps, budgets, regimes.

    python3 scenarios.py [VECTORS.ndjson...]     (or standard input)

Reads vectors of the conformance kit, or random ones of the same form, and computes
what their answers should be, with exact fractions. The FMT of 2026 is written here
a second time, with its values as parameters; what other schedules pay comes from
oracle.py. Prints each difference, and exits 1 if there is one.
"""

import itertools
import json
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import oracle  # noqa: E402

CALLS = ("compare-schedules", "sweep", "solve", "regimes")
MILLION = 10 ** 6

# Euros and percentages of the FMT, by the path at which a patch changes them.
FMT = {
    "base.0-6.amount": 15, "base.7-74.amount": 5, "base.75-79.amount": 15, "base.80+.amount": 55,
    "base.ald-0-79.amount": 55, "base.ald-80+.amount": 100, "c2s.amount": 10,
    "prevention.amount": 5, "zone.year-3+.rate": 10, "age67.rate": 10,
}
# Paths that a patch may change of which the tables here have nobody.
UNUSED = {"base.not-seen.amount": 5, "zone.year-1.rate": 50, "zone.year-2.rate": 30}


class OutOfReach(Exception):
    """The oracle cannot say."""


def half_up(amount):
    """Half away from zero."""
    size = int(abs(amount) + Fraction(1, 2))
    return -size if amount < 0 else size


def cents(euros):
    return int(Fraction(euros) * 100)


def number(count):
    """A number of JSON as it is written: at most six decimals."""
    return Fraction(str(count))


def read_values(patch):
    """The values of the FMT under a patch."""
    values = {path: Fraction(value) for path, value in {**FMT, **UNUSED}.items()}
    for path, value in (patch or {}).items():
        if path not in values or not isinstance(value, str):
            raise OutOfReach(f"a patch of {path}")
        values[path] = Fraction(value.rstrip("%"))
    return values


def case_of(row):
    """The case of the base that pays a patient who was seen."""
    if row["ald"]:
        return "base.ald-80+.amount" if row["age"] >= 80 else "base.ald-0-79.amount"
    bands = ((6, "0-6"), (74, "7-74"), (79, "75-79"), (129, "80+"))
    return f"base.{next(name for last, name in bands if row['age'] <= last)}.amount"


def lines_of(rows, values):
    """(component, cents before rounding) of each line of a physician, uplifts apart."""
    for path in dict.fromkeys(map(case_of, rows)):
        count = sum(number(row["n"]) for row in rows if case_of(row) == path)
        yield "base", count * values[path] * 100
    yield "c2s", sum(number(row["n"]) for row in rows if row["c2s"]) * values["c2s.amount"] * 100
    actions = sum(number(row.get("prevention", 0)) for row in rows)
    yield "prevention", actions * values["prevention.amount"] * 100


def rates_of(physician, values):
    zone = values["zone.year-3+.rate"] if physician.get("zone") in ("ZIP", "QPV") else 0
    age = values["age67.rate"] if physician.get("age", 0) >= 67 else 0
    return {"zone": Fraction(zone, 100), "age67": Fraction(age, 100)}


def fmt(rows, physician, values, rounded=half_up):
    """Cents of a physician by component; each line is rounded once."""
    due = dict.fromkeys(("base", "c2s", "prevention"), 0)
    for component, amount in lines_of(rows, values):
        due[component] += rounded(amount)
    uplifts = {name: rounded(due["base"] * rate)
               for name, rate in rates_of(physician, values).items()}
    return {**due, **uplifts}


def by_oracle(schedule, year, rows, physician):
    """Cents of a physician by component, of a schedule that oracle.py knows, in whole patients."""
    fields = ("zone", "birthDate", "age", "firstInstallation", "contract", "sector",
              "activeFrom", "activeUntil")
    case = {"schedule": schedule, "year": str(year), "readings": "", "neverSeen": "", "facts": "",
            "slabs": "", **{field: str(physician.get(field, "")) for field in fields}}
    blank = dict.fromkeys(("birthDate", "seen", "lastSeen", "prevention", "registeredFrom",
                           "registeredUntil", "diedOn", "aldFrom", "aldUntil", "c2sFrom",
                           "c2sUntil", "visits"), "")
    patients = []
    for row in rows:
        if number(row["n"]).denominator != 1:
            raise OutOfReach("parts of patients under another schedule")
        actions = row.get("prevention", 0)
        for i in range(int(row["n"])):
            patients.append({**blank, "list": "now", "id": str(len(patients)),
                             "age": str(row["age"]), "ald": str(row["ald"]).lower(),
                             "c2s": str(row["c2s"]).lower(),
                             "prevention": str(actions) if i == 0 and actions else ""})
    figures = dict(oracle.statement(case, patients))
    return {key.split(":")[1]: amount for key, amount in figures.items()
            if key.startswith("component:")}


class Panels:
    """The physicians of a vector, their patients, and how many each stands for."""

    def __init__(self, given):
        rows = given["counts"]
        self.physicians = given.get("physicians")
        if self.physicians is None:
            ids = dict.fromkeys(row.get("physicianId") for row in rows)
            self.physicians = [{"id": name} for name in ids]
        self.rows = [[row for row in rows if row.get("physicianId") == one.get("id")]
                     for one in self.physicians]
        weights = given.get("weights")
        if isinstance(weights, dict):
            weights = [weights[one["id"]] for one in self.physicians]
        self.weights = [number(w) for w in weights or [1] * len(self.physicians)]

    def due(self, side, year):
        """Cents by component, of each physician."""
        schedule, patch = side
        if schedule == "fr.fmt.2026":
            values = read_values(patch)
            return [fmt(rows, one, values) for rows, one in zip(self.rows, self.physicians)]
        if patch:
            raise OutOfReach("a patch of another schedule")
        return [by_oracle(schedule, year, rows, one)
                for rows, one in zip(self.rows, self.physicians)]

    def sum(self, amounts, slots=None):
        """Cents of all, each for so many as they stand for, rounded once."""
        slots = range(len(amounts)) if slots is None else slots
        return half_up(sum((self.weights[i] * amounts[i] for i in slots), Fraction(0)))

    def count(self, slots):
        return float(sum((self.weights[i] for i in slots), Fraction(0)))

    def patients(self, slots):
        return float(sum((self.weights[i] * sum(number(row["n"]) for row in self.rows[i])
                          for i in slots), Fraction(0)))


def side_of(choice, base=None):
    """(schedule, patch) of what is compared."""
    if choice is None:
        return ("fr.fmt.2026", None)
    if isinstance(choice, str):
        return (choice, None)
    if set(choice) - {"schedule", "patch"}:
        raise OutOfReach("readings, or a document")
    schedule = choice.get("schedule", (base or ("fr.fmt.2026",))[0])
    if not isinstance(schedule, str):
        raise OutOfReach("a document")
    return (schedule, choice.get("patch"))


def move(before, after):
    return {"from": oracle.in_euros(before), "to": oracle.in_euros(after),
            "change": oracle.in_euros(after - before)}


def moves_of(panels, a, b, slots):
    """What some physicians have of both, and who gains."""
    totals = [[sum(one.values()) for one in side] for side in (a, b)]
    change = [after - before for before, after in zip(*totals)]
    names = dict.fromkeys([*a[0], *b[0]])
    found = {
        "physicians": panels.count(slots), "patients": panels.patients(slots),
        "total": move(*(panels.sum(side, slots) for side in totals)),
        "components": {name: move(*(panels.sum([one.get(name, 0) for one in side], slots)
                                    for side in (a, b))) for name in names},
    }
    for name, holds in (("gainers", lambda c: c > 0), ("losers", lambda c: c < 0),
                        ("unchanged", lambda c: c == 0)):
        some = [i for i in slots if holds(change[i])]
        found[name] = {"physicians": panels.count(some),
                       "change": oracle.in_euros(panels.sum(change, some))}
    return found, change


def quantiles_of(panels, change, parts):
    """The smallest change whose cumulative weight reaches p; of nobody, none."""
    known = [(c, w) for c, w in zip(change, panels.weights) if w > 0]
    whole = sum(w for _, w in known)
    return [{"p": float(Fraction(i, parts)),
             "change": oracle.in_euros(min(
                 c for c, _ in known
                 if sum(w for d, w in known if d <= c) >= whole * Fraction(i, parts)))}
            for i in range(parts + 1)] if known else []


def parts_of(panels, b, from_, to, told):
    """What each value of a patch changes alone, what all do together besides, and the rest."""
    def total(patch, rounded):
        values = read_values(patch)
        return sum((w * sum(fmt(rows, one, values, rounded).values())
                    for w, rows, one in zip(panels.weights, panels.rows, panels.physicians)),
                   Fraction(0))

    def exact(amount):
        return amount

    alone = [(path, {path: value}) for path, value in b[1].items()]
    values = [{"paths": [path], "change": oracle.in_euros(half_up(total(one, half_up)) - from_)}
              for path, one in alone]
    none = total(None, exact)
    interaction = half_up(total(b[1], exact) - none
                          - sum(total(one, exact) - none for _, one in alone))
    rest = to - from_ - interaction - sum(cents(one["change"]) for one in values)
    return {**told, "values": values, "interaction": oracle.in_euros(interaction),
            "rounding": oracle.in_euros(rest)}


def compared(given, year):
    panels = Panels(given)
    first = side_of(given.get("a"))
    second = side_of(given["b"], first)
    a, b = panels.due(first, year), panels.due(second, year)
    everybody = range(len(panels.physicians))
    found, change = moves_of(panels, a, b, everybody)
    found["quantiles"] = quantiles_of(panels, change, given.get("quantiles", 10))
    groups = {}
    if given.get("by") not in (None, ["zone"]):
        raise OutOfReach("other groups")
    for i in everybody if given.get("by") else ():
        groups.setdefault(panels.physicians[i].get("zone", "none"), []).append(i)
    found["groups"] = [{"keys": {"zone": zone}, **moves_of(panels, a, b, some)[0]}
                       for zone, some in sorted(groups.items())]
    return panels, second, found


def check_compared(given, year, told):
    """What differs of a comparison; parts by case are held to sum to the change."""
    panels, second, found = compared(given, year)
    parts = told["parts"]
    if parts["by"] == "value" and second[1]:
        total = {side: cents(found["total"][side]) for side in ("from", "to")}
        found["parts"] = parts_of(panels, second, total["from"], total["to"], parts)
    else:
        found["parts"] = parts
        every = [*parts["values"], *parts["cases"]]
        whole = sum(cents(one["change"]) for one in every)
        whole += cents(parts["interaction"]) + cents(parts["rounding"])
        if whole != cents(found["total"]["change"]):
            yield f"the parts sum to {whole} cents"
    yield from differences("", told, found)


def total_under(panels, year, patch):
    due = panels.due(("fr.fmt.2026", patch), year)
    return panels.sum([sum(one.values()) for one in due])


def check_swept(given, year, told):
    panels = Panels(given)
    before = total_under(panels, year, None)
    vary = given.get("vary")
    if vary is None:
        grid = [{path: step(path, values, 1)} for values in (read_values(None),)
                for path in FMT if path != "prevention.amount"]
        seen = [one["values"] for one in told["results"]]
        missing = [one for one in grid if one not in seen]
        if missing:
            yield f"not tried: {missing}"
        grid = [one for one in seen if set(one) <= set(FMT) | set(UNUSED)]
        results = [one for one in told["results"] if one["values"] in grid]
    else:
        grid = [dict(zip(vary, values)) for values in itertools.product(*vary.values())]
        results = told["results"]
    found = []
    for values in grid:
        total = total_under(panels, year, values)
        found.append({"values": values, "total": oracle.in_euros(total),
                      "change": oracle.in_euros(total - before)})
    yield from differences("", {**told, "results": results},
                           {"total": oracle.in_euros(before), "results": found})


def step(path, values, more):
    """A value a euro, or a point, higher, as a patch writes it."""
    value = values[path] + more
    return f"{float(value):g}%" if path.endswith("rate") else f"{float(value):.2f}"


def check_solved(given, year, told):
    """Each side put back gives what it states, and nothing lies between them."""
    panels = Panels(given)
    path, target = given["path"], given["target"]
    before = total_under(panels, year, None)
    wanted = {"total": lambda t: cents(t), "change": lambda t: before + cents(t),
              "neutralTo": lambda t: panels.sum(
                  [sum(one.values()) for one in panels.due(side_of(t), year)])}
    (kind, value), = target.items()
    goal = wanted[kind](value)
    if cents(told["target"]) != goal:
        yield f"target {told['target']}, oracle {goal} cents"
    totals = {}
    for side in ("below", "above"):
        one = told[side]
        if one is None:
            continue
        total = totals[side] = total_under(panels, year, one["values"])
        if (cents(one["total"]), cents(one["rest"])) != (total, total - goal):
            yield f"{side}: {one['total']} {one['rest']}, oracle {total} cents"
    if told["reason"] is not None:
        yield from check_unsolved(panels, year, path, told["reason"], goal)
    elif told["exact"]:
        if totals["above"] != goal:
            yield "not exact"
    else:
        if not totals["below"] < goal <= totals["above"]:
            yield f"the target {goal} is not between {totals}"
        if isinstance(path, str):
            low, high = (Fraction(told[side]["value"].rstrip("%")) for side in ("below", "above"))
            if high - low != Fraction(1, 100):
                yield f"{low} and {high} are not neighbours"


def check_unsolved(panels, year, path, reason, goal):
    """Nobody is paid it; or the least is over the target."""
    if not isinstance(path, str):
        raise OutOfReach("a group of parameters without an answer")
    unit = "%" if path.endswith("rate") else ""
    least, some = (total_under(panels, year, {path: f"{value}{unit}"}) for value in ("0", "9999"))
    holds = {"flat": least == some, "too-low": least > goal and least != some}
    if not holds.get(reason, True):
        yield f"{reason}: {least} to {some} cents for {goal}"


def check_regimes(given, year, told):
    """The forfait and what is added, of each physician or as a mean, before and after."""
    panels = Panels(given)
    whole = sum(panels.weights)
    sides, each = {}, {}
    for name, schedule, of_year in (("old", "fr.fpmt.2024", year - 1), ("new", "fr.fmt.2026", year)):
        regime = given.get(name, {})
        if set(regime) - {"added"}:
            raise OutOfReach("another forfait, or allowances")
        due = [sum(one.values()) for one in panels.due((schedule, None), of_year)]
        parts = [(schedule, "schedule", due)]
        for one in regime.get("added", []):
            amounts = one.get("euros", one.get("mean"))
            if isinstance(amounts, dict):
                amounts = [amounts[physician["id"]] for physician in panels.physicians]
            if isinstance(amounts, str):
                amounts = [amounts] * len(panels.physicians)
            parts.append((one["name"], "each" if "euros" in one else "mean",
                          [cents(amount) for amount in amounts]))
        sums = [panels.sum(amounts) for _, _, amounts in parts]
        means = [amounts[0] if basis == "mean" else mean_of(total, whole)
                 for (_, basis, amounts), total in zip(parts, sums)]
        sides[name] = {
            "parts": [{"id": one[0], "basis": one[1], "total": oracle.in_euros(total),
                       "mean": oracle.in_euros(mean)}
                      for one, total, mean in zip(parts, sums, means)],
            "total": oracle.in_euros(sum(sums)), "mean": oracle.in_euros(mean_of(sum(sums), whole))}
        each[name] = [sum(one) for one in zip(*(amounts for _, _, amounts in parts))]
    change = sum(cents(sides["new"]["parts"][i]["total"]) for i in range(len(sides["new"]["parts"])))
    change -= sum(cents(one["total"]) for one in sides["old"]["parts"])
    found = {**sides, "change": {"total": oracle.in_euros(change),
                                 "mean": oracle.in_euros(mean_of(change, whole))},
             "missing": told["missing"]}
    is_mean = any(one["basis"] == "mean" for side in sides.values() for one in side["parts"])
    if is_mean:
        found["moves"] = None
    else:
        sums = [[{"all": amount} for amount in each[name]] for name in ("old", "new")]
        moves, change_of = moves_of(panels, *sums, range(len(panels.physicians)))
        found["moves"] = {key: moves[key] for key in ("gainers", "losers", "unchanged")}
        found["moves"]["quantiles"] = quantiles_of(panels, change_of, given.get("quantiles", 10))
    yield from differences("", told, found)


def mean_of(total, whole):
    return half_up(total / whole) if whole else 0


def differences(path, told, found):
    """Where two answers differ, in a sentence each."""
    if isinstance(told, dict) and isinstance(found, dict):
        for key in dict.fromkeys([*told, *found]):
            yield from differences(f"{path}.{key}", told.get(key), found.get(key))
    elif isinstance(told, list) and isinstance(found, list) and len(told) == len(found):
        for i, pair in enumerate(zip(told, found)):
            yield from differences(f"{path}[{i}]", *pair)
    elif told != found:
        yield f"{path}: told {told}, oracle {found}"


CHECKS = {"compare-schedules": ("compared", check_compared), "sweep": ("swept", check_swept),
          "solve": ("solved", check_solved), "regimes": ("regimes", check_regimes)}


def check(vector):
    """What differs between a vector about a scenario and the oracle."""
    if "error" in vector["expected"]:
        raise OutOfReach("a refusal")
    options = vector["options"]
    if set(options) != {"year"} or options["year"] != 2026:
        raise OutOfReach("another year or schedule")
    key, of = CHECKS[vector["call"]]
    return list(of(vector["input"], 2026, vector["expected"][key]))


def main():
    lines = [line for name in sys.argv[1:] for line in Path(name).read_text("utf-8").splitlines()]
    passed, wrong = 0, 0
    for line in lines or sys.stdin.read().splitlines():
        vector = json.loads(line)
        try:
            found = check(vector)
        except OutOfReach:
            continue
        passed, wrong = (passed, wrong + 1) if found else (passed + 1, wrong)
        for difference in found:
            print(f"{vector['id']} {difference}", file=sys.stderr)
    print(f"{passed} scenarios equal, {wrong} different")
    sys.exit(1 if wrong or not passed else 0)


if __name__ == "__main__":
    main()
