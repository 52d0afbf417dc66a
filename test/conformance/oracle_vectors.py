#!/usr/bin/env python3
"""The vectors of the conformance kit against the independent oracle, to the cent.

    python3 oracle_vectors.py [VECTORS.ndjson...]

Every statement that the oracle can compute is compared: components, total,
instalments by component, and shares where the vector has them. Prints how many
vectors passed, failed, and are out of its reach; exits 1 on a difference.

What is known of prevention is compared too, indicator by indicator, and its ranges of euros.
Rows that are left out are compared too, and in batches those that are refused for
their dates, and physicians.

Out of reach: refusals, worklists, rows with acts of another schedule than the FMT of 2026, patches of anything but the nurse premium, documents other
than the schedules of the library, what the oracle's rows cannot say (an empty list of a year
before, an indicator that no list has), and one patient without a list where
amounts depend on the list.
"""

import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "oracle"))
import oracle  # noqa: E402
import prevention  # noqa: E402
import scenarios  # noqa: E402

VECTORS = Path(__file__).resolve().parents[2] / "fixtures" / "conformance" / "vectors"
PHYSICIAN = ("zone", "birthDate", "age", "firstInstallation", "contract", "sector",
             "activeFrom", "activeUntil")
PATIENT = ("birthDate", "age", "ald", "c2s", "seen", "lastSeen", "prevention", "registeredFrom",
           "registeredUntil", "diedOn", "aldFrom", "aldUntil", "c2sFrom", "c2sUntil", "visits")
# Faults of dates, which the oracle refuses as well.
OF_DATES = {"DATE_INCOMPLETE", "PERIOD_DISORDERED", "PERIOD_OVERLAPS", "PHYSICIAN_REFUSED"}
IN_FORCE = {"fr.fpmt.2018": range(2018, 2024), "fr.fpmt.2024": range(2024, 2026),
            "fr.fmt.2026": range(2026, 2030)}


class OutOfReach(Exception):
    """The oracle cannot say."""


def cell(value):
    """A value as the oracle's CSV holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def physician_cell(value):
    """A fact of a physician, which may be several in turn."""
    if not isinstance(value, list):
        return cell(value)
    return ";".join(f"{cell(turn['value'])} {turn.get('from', '')}/{turn.get('until', '')}"
                    for turn in value)


def prevention_cell(actions):
    """Indicators, some with their day, or how many."""
    if not isinstance(actions, list):
        return cell(actions)
    told = [(action, None) if isinstance(action, str) else (action["id"], action.get("on"))
            for action in actions]
    if not {name for name, _ in told} <= oracle.INDICATORS:
        raise OutOfReach("an indicator that no list has")
    return " ".join(f"{name}@{on}" if on else name for name, on in told)


def patient_cell(row, field):
    """A fact of a patient as the oracle's CSV holds it."""
    value = row.get(field)
    if field == "prevention":
        return prevention_cell(value)
    if field == "visits" and isinstance(value, list):
        return " ".join(value) or "never"
    if field == "lastSeen" and field in row and value in (None, ""):
        return "empty"
    return cell(value)


def measure_cell(name, measure):
    """A measure of a patch as the oracle's CSV holds it."""
    return f"{name} " + " ".join(f"{key} {value}" for key, value in measure.items())


def slabs_cell(patch):
    """A patch of the nurse premium as the oracle's CSV holds it."""
    parts = []
    for path, value in patch.items():
        if path == "nurse.slabs":
            parts += [measure_cell(name, value[name]) if name in value else f"{name} none"
                      for name in ("patients", "nurseHours")]
        elif path in ("nurse.slabs.patients", "nurse.slabs.nurseHours"):
            parts.append(measure_cell(path.split(".")[2], value))
        elif path in ("nurse.amount", "nurse.most"):
            parts.append(f"{path.split('.')[1]} {'none' if value is None else value}")
        else:
            raise OutOfReach("a patch")
    return ";".join(parts)


def facts_of(physician, practice):
    """The declared facts of a physician and of the practice, which are one set."""
    told = {}
    for row in (practice, physician):
        told.update({name: value for name, value in (row.get("facts") or {}).items()
                     if value not in (None, "")})
    return told


def schedule_of(options):
    """The id of the schedule, named or in force."""
    named = options.get("schedule")
    if named is None:
        named = next(name for name, years in IN_FORCE.items() if options["year"] in years)
    if not isinstance(named, str):
        raise OutOfReach("a document")
    return named


def case_row(options, physician):
    """A row of CASES.csv."""
    readings = ";".join("=".join(pair) for pair in options.get("readings", {}).items())
    facts = ";".join(f"{name}={cell(value)}" for name, value in physician.get("facts", {}).items())
    return {"schedule": schedule_of(options), "year": str(options["year"]), "readings": readings,
            "neverSeen": cell(options.get("neverSeen")), "facts": facts,
            "slabs": slabs_cell(options.get("patch") or {}),
            **{field: physician_cell(physician.get(field)) for field in PHYSICIAN}}


def with_indicators(row, options):
    """A row with the indicators that its acts validate, which the oracle's statements read."""
    if not isinstance(row, dict) or not {"acts", "preventionStatus"} & row.keys():
        return row
    if schedule_of(options) != "fr.fmt.2026" or options.get("patch"):
        raise OutOfReach("acts under another schedule")
    return {**row, "prevention": prevention.paid(row, options["year"], options.get("readings", {}))}


def patient_rows(kind, patients):
    """Rows of PATIENTS.csv; a patient is known by his place in the list."""
    return [{"list": kind, "id": str(place),
             **{field: patient_cell(row, field) for field in PATIENT}}
            for place, row in enumerate(patients)]


def of_oracle(options, physician, patients, previous):
    """The oracle's figures, by key, in euros."""
    if previous == []:
        raise OutOfReach("an empty list of a year before")
    patients = [with_indicators(row, options) for row in patients]
    rows = patient_rows("now", patients) + patient_rows("previous", previous or [])
    return by_reason({key: oracle.written(amount)
                      for key, amount in oracle.statement(case_row(options, physician), rows)})


def by_reason(figures):
    """Rows that are not on the list, counted by reason."""
    counted = {}
    for key, figure in figures.items():
        if key.startswith("row:"):
            counted[f"rows:{figure}"] = counted.get(f"rows:{figure}", 0) + 1
        elif not key.startswith("previous-row:"):
            counted[key] = figure
    return counted


def of_vector(statement, shares):
    """The vector's figures, under the oracle's keys."""
    figures = {f"component:{name}": amount for name, amount in statement["components"].items()}
    figures["total"] = statement["total"]
    for part in statement["instalments"]:
        for name, amount in part["components"].items():
            figures[f"instalment:{part['due']}:{name}"] = amount
    for share in shares or []:
        for name, amount in share["components"].items():
            figures[f"share:{share['index']}:{name}"] = amount
    left_out = statement.get("counts", {}).get("reasons", {}).get("leftOut", {})
    figures.update({f"rows:{reason}": count for reason, count in left_out.items()})
    return figures


def differences(expected, found, with_shares):
    """The keys of which the figures differ, in a sentence each."""
    keys = dict.fromkeys([*expected, *(k for k in found if with_shares or not k.startswith("share:"))])
    return [f"{key}: vector {expected.get(key)}, oracle {found.get(key)}"
            for key in keys if expected.get(key) != found.get(key)]


def inputs_of(vector):
    """(statement, shares, physician, patients, previous) of every statement of a vector."""
    given, expected = vector["input"], vector["expected"]
    if vector["call"] == "batch":
        yield from inputs_of_batch(given, expected)
    elif "statement" in expected:
        alone = vector["call"] == "patient"
        if alone and not schedule_of(vector["options"]).startswith(("fr.fmt", "fr.proposal", "fr.round.2024")):
            raise OutOfReach("one patient without the list")
        patients = [given["patient"]] if alone else given["patients"]
        physician = given.get("physician") or {}
        practice = given.get("practice") or {}
        yield (expected["statement"], expected.get("shares"),
               {**physician, "facts": facts_of(physician, practice)},
               patients, given.get("previousPatients"))
    else:
        raise OutOfReach("no statement")


def inputs_of_batch(given, expected):
    """The statements of a batch, each with the rows of its physician but those out of reach.

    A physician whose periods are refused has none.
    """
    if not expected.get("statements"):
        raise OutOfReach("no statement")
    of_dates = {(row["kind"], row["index"]) for row in expected["rejected"]
                if {refusal["code"] for refusal in row["refusals"]} <= OF_DATES}
    refused = {(row["kind"], row["index"]) for row in expected["rejected"]} - of_dates

    def accepted(kind, rows):
        return [row for index, row in enumerate(rows) if (kind, index) not in refused]

    physicians = accepted("physician", given.get("physicians", []))
    practices = {cell(row.get("id")): row
                 for row in accepted("practice", given.get("practices", []))}
    patients = accepted("patient", given["patients"])
    previous = given.get("previousPatients")
    named = any("physicianId" in row for row in patients)
    for statement in expected["statements"]:
        name = statement["physicianId"]
        physician = next((row for row in physicians if cell(row.get("id")) == (name or "")), {})
        practice = practices.get(cell(physician.get("practiceId")), {})
        physician = {**physician, "facts": facts_of(physician, practice)}
        own = [row for row in patients if not named or cell(row.get("physicianId")) == (name or "")]
        before = None if previous is None else [
            row for row in accepted("previousPatient", previous)
            if isinstance(row, dict)
            and (len(physicians) == 1 or cell(row.get("physicianId")) == (name or ""))]
        yield statement, None, physician, own, before
    for kind, index in of_dates:
        if kind == "physician":
            yield None, None, given["physicians"][index], [], None


def refused_rows(vector, statement):
    """Rows of a statement that are refused for their dates alone, where the vector counts them."""
    if vector["call"] != "batch":
        return {}
    found = [row for row in vector["expected"]["rejected"]
             if row["kind"] == "patient" and row.get("physicianId") == statement["physicianId"]
             and {refusal["code"] for refusal in row["refusals"]} <= OF_DATES]
    return {"rows:refused": len(found)} if found else {}


def told(vector, patient):
    """What the oracle knows of the prevention of a patient."""
    options = vector["options"]
    if schedule_of(options) != "fr.fmt.2026" or options.get("patch"):
        raise OutOfReach("acts under another schedule")
    return prevention.assess(patient, options["year"], vector["input"]["asOf"],
                             options.get("readings", {}))


def assessed(vector):
    """What differs of one patient: who is eligible, what is validated, and why not yet."""
    expected = {one["indicator"]: [one["eligible"], one["validated"],
                                   one["because"] if one["validated"] == "unknown" else None]
                for one in vector["expected"]["assessed"]}
    return differences(expected, told(vector, vector["input"]["patient"]), True)


def ranges(vector):
    """What differs of the range of one physician, whose rows are not refused."""
    rejected = {row["index"] for row in vector["expected"]["range"]["rejected"]}
    rows = [told(vector, row) for index, row in enumerate(vector["input"]["patients"])
            if index not in rejected]
    if len(vector["expected"]["range"]["physicians"]) != 1:
        raise OutOfReach("ranges of several physicians")
    expected, found = {}, {}
    for one in vector["expected"]["range"]["physicians"][0]["indicators"]:
        name = one["indicator"]
        expected[name] = [one[key] for key in ("eligible", "validated", "unknown", "certain",
                                               "expected", "possible")]
        found[name] = range_of([row[name] for row in rows],
                               (vector["input"].get("rates") or {}).get(name))
    return differences(expected, found, True)


def range_of(answers, rate):
    """Counts of patients, and 5 euros for each who is, who may be, and who is expected to be."""
    eligible = sum(who == "yes" for who, _, _ in answers)
    validated = sum(who == "yes" and done == "yes" for who, done, _ in answers)
    unknown = sum("no" not in (who, done) and "unknown" in (who, done) for who, done, _ in answers)
    if isinstance(rate, dict):
        share = (rate["coverage"] * eligible - validated) / unknown if unknown else 0
        rate = min(1, max(0, share))
    elif isinstance(rate, str):
        rate = float(rate.rstrip("%")) / 100
    expected = None if unknown and rate is None else 5 * (validated + unknown * (rate or 0))
    return [eligible, validated, unknown, *(amount if amount is None else f"{amount:.2f}"
            for amount in (5 * validated, expected, 5 * (validated + unknown)))]


def check(vector):
    """What differs between a vector and the oracle, all its statements together."""
    if "error" in vector["expected"]:
        raise OutOfReach("a refusal")
    if "assessed" in vector["expected"]:
        return assessed(vector)
    if "range" in vector["expected"]:
        return ranges(vector)
    if "visits" in vector["expected"]:
        raise OutOfReach("a worklist")
    if vector["call"] in scenarios.CALLS:
        return check_scenario(vector)
    wrong = []
    for statement, shares, physician, patients, previous in inputs_of(vector):
        found = of_oracle(vector["options"], physician, patients, previous)
        expected = {"physician": "refused"} if statement is None else {
            **of_vector(statement, shares), **refused_rows(vector, statement)}
        wrong += differences(expected, found, shares is not None)
    return wrong


def check_scenario(vector):
    """What differs between a vector about a scenario and the oracle of scenarios."""
    try:
        return scenarios.check(vector)
    except scenarios.OutOfReach as why:
        raise OutOfReach(f"a scenario: {why}") from why


def main():
    """Every vector of the kit, or of the files named."""
    parser = argparse.ArgumentParser(description="The conformance kit against the oracle.")
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or sorted(VECTORS.glob("*.ndjson"))
    passed, failed, beyond = 0, 0, {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            vector = json.loads(line)
            try:
                wrong = check(vector)
            except OutOfReach as why:
                beyond[str(why)] = beyond.get(str(why), 0) + 1
                continue
            passed, failed = (passed, failed + 1) if wrong else (passed + 1, failed)
            for difference in wrong:
                print(f"{vector['id']} {difference}", file=sys.stderr)
    print(f"{passed} passed, {failed} failed, {sum(beyond.values())} out of reach")
    print("out of reach: " + ", ".join(f"{why} {count}" for why, count in sorted(beyond.items())))
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
