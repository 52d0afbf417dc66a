#!/usr/bin/env python3
"""An independent oracle of what a French médecin traitant is paid, and a Belgian practice.

Written from the published rules, sharing nothing with the library that it
checks: no schedule document, no code, no rounding helper. Amounts and rates are
typed in below, money is whole cents, every rate is an exact fraction.

    python3 oracle.py CASES.csv PATIENTS.csv > RESULTS.csv

CASES.csv     case, schedule, year, readings, zone, birthDate, age,
              firstInstallation, contract, sector, activeFrom, activeUntil,
              facts, slabs
PATIENTS.csv  case, list, id, birthDate, age, ald, c2s, seen, lastSeen, prevention
RESULTS.csv   case, key, amount

An empty cell is an unknown fact. `facts` are those of the physician and the
practice that a text asks besides, "apcvUsed=true;onlineRate=60.5". `slabs`
replaces a part of the nurse premium: "patients each 3 over 5;most 7", or "none"
for a measure that does not count. `list` is "now", or "previous" for the list of
one year before, on which the advances of the FPMT rest. The keys of a result are
component:ID, total, instalment:DUE:ID and share:PATIENT:ID.
What is malformed stops the run: an oracle that guesses is not one.
"""

import argparse
import csv
import sys
from collections import namedtuple
from datetime import date
from fractions import Fraction

# --- What is paid -------------------------------------------------------------

# Euros per patient and year: the last age of each band but the last, then the
# amount of each band, without ALD and with ALD.
Grid = namedtuple("Grid", "last_ages plain ald")
GRIDS = {
    "fr.fmt.2026": Grid((6, 74, 79), (15, 5, 15, 55), (55, 55, 55, 100)),
    "fr.fpmt.2018": Grid((6, 79), (6, 5, 42), (42, 42, 70)),
    "fr.fpmt.2024": Grid((6, 79), (6, 5, 46), (46, 46, 70)),
    "fr.proposal.2024-02-08": Grid((6, 79), (6, 5, 46), (55, 55, 70)),
}
FMT_NOT_SEEN = 5
FMT_C2S = 10
PROPOSAL_C2S = 5
PER_INDICATOR = 5
INDICATORS = frozenset(
    "flu covid pneumococcus mmr meningococcus hpv breast cervix colorectal "
    "glycaemia ckd hba1c exam-9m exam-24m dental".split())

PERCENT = Fraction(1, 100)
ZONE_RATE = 10 * PERCENT                                  # a zone, for as long as it lasts
FIRST_INSTALLATION = {1: 50 * PERCENT, 2: 30 * PERCENT}   # by year; then ZONE_RATE
AGE_67_RATE = 10 * PERCENT
PRECARITY_THRESHOLD = 7 * PERCENT
PRECARITY_SLOPE = Fraction(1, 2)
PRECARITY_CAP = 25 * PERCENT
ADVANCE = 25 * PERCENT

# The digital allowance: euros of a point, points of the base and of each option,
# percentages to be reached.
POINT = 7
BASE_POINTS = 280
BASE_RATE = 60
OPTION_RATE = 30
CERTIFICATES_POINTS = 60
PRESCRIPTIONS_POINTS = 60
TOOLS_POINTS = 20

# The nurse premium of a Belgian practice: euros of a slab, slabs at most, and the
# two measures: a slab for each so many, from a value on or over it.
Measure = namedtuple("Measure", "each reached passed", defaults=(None, None))
NURSE = {
    "amount": Fraction("9940.50"),
    "most": 20,
    "patients": Measure(Fraction(500), passed=Fraction(1000)),
    "nurseHours": Measure(Fraction(6), reached=Fraction(12)),
}
SCHEDULES = (*GRIDS, "fr.donum.2026", "be.nurse-premium.2024")

COMPONENTS = {
    "fmt": ("base", "c2s", "prevention", "zone", "age67"),
    "fpmt": ("base", "precarity"),
    "proposal": ("base", "c2s", "prevention", "zone"),
    "donum": ("socle", "options"),
    "nurse-premium": ("nurse",),
}

# The open questions of the text: options, the default first.
READINGS = {
    "fmt": {
        "not-seen-c2s": ("kept", "lost"),
        "not-seen-ald": ("falls", "keeps"),
        "zone-and-age": ("added", "highest"),
        "first-install": ("replace", "add"),
        "uplift-base": ("base", "base-and-c2s"),
        "install-year": ("reference-day", "civil"),
        "reference-day": ("31/12/N-1", "31/12/N"),
        "zone-day": ("31/12/N-1", "1/1/N"),
        "prevention-year": ("N", "N-1"),
        "late-visit": ("seen", "unseen"),
        "leaving": ("whole", "quarters", "days"),
        "paid-when": ("with-base", "next-year"),
        "odd-cents": ("last", "first"),
    },
    "fpmt": {
        "precarity-cap": ("share", "rate"),
        "precarity-of": ("all", "free"),
        "leaving": ("quarters", "days"),
    },
    "proposal": {
        "uplift-base": ("whole", "base"),
        "zones": ("ZIP-ZAC", "ZIP"),
    },
    "donum": {
        "rates": ("each", "mean"),
    },
    "nurse-premium": {
        "gate": ("as-written", "from", "over"),
    },
}

# --- Facts --------------------------------------------------------------------

Patient = namedtuple("Patient", "id age ald c2s seen indicators")
Case = namedtuple("Case", "grid family year reference readings zone age installed "
                          "contract sector active_from active_until facts slabs")


def one_of(value, allowed, what):
    """The value, if it is allowed."""
    if value not in allowed:
        raise ValueError(f"{what}: {value!r} is not one of {sorted(allowed)}")
    return value


def yes_no(cell, what):
    """A boolean cell."""
    return one_of(cell, ("true", "false"), what) == "true"


def year_of(text):
    """The year of YYYY, YYYY-MM or YYYY-MM-DD; None when unknown. No 31 December asks for more."""
    return int(text[:4]) if text else None


def day_of(text):
    """A day; None when unknown."""
    return date.fromisoformat(text) if text else None


def age_on(row, reference):
    """Completed years on 31 December of `reference`, as a given age is; None when unknown."""
    if row["age"]:
        return int(row["age"])
    return reference - year_of(row["birthDate"]) if row["birthDate"] else None


def was_seen(row, reference):
    """Seen in the two years that end with `reference`; a patient of whom nothing is said was."""
    if row["lastSeen"]:
        return reference - year_of(row["lastSeen"]) < 2
    return yes_no(row["seen"] or "true", "seen")


def indicators(cell):
    """How many prevention indicators are validated: a count, or the distinct ids."""
    if cell.isdigit():
        return one_of(int(cell), range(len(INDICATORS) + 1), "prevention")
    return len({one_of(word, INDICATORS, "prevention") for word in cell.split()})


def read_patient(row, reference):
    """A row of PATIENTS.csv as facts on 31 December of `reference`."""
    age = age_on(row, reference)
    if age is None or age < 0:
        raise ValueError(f"patient {row['id']}: no age on 31 December {reference}")
    return Patient(
        row["id"], age, yes_no(row["ald"], "ald"),
        one_of(row["c2s"], ("false", "true", "free", "contributory"), "c2s"),
        was_seen(row, reference), indicators(row["prevention"]))


def read_readings(cell, family):
    """Every reading of the family: those named in the cell, the others by default."""
    chosen = {name: options[0] for name, options in READINGS[family].items()}
    for pair in filter(None, cell.split(";")):
        name, _, option = pair.partition("=")
        one_of(name, READINGS[family], "reading")
        chosen[name] = one_of(option, READINGS[family][name], name)
    return chosen


def read_facts(cell):
    """The facts that a text asks besides, as they are written; they are read when they decide."""
    return dict(pair.split("=", 1) for pair in cell.split(";") if pair)


def is_true(case, name):
    """A fact that is true or false."""
    return yes_no(case.facts.get(name, ""), name)


def number(case, name):
    """A fact that is a number, exactly."""
    return Fraction(case.facts.get(name, ""))


def read_measure(words):
    """`each 3 over 5`, `each 1.5 from 3`, `each 2`, or `none`."""
    if words == ["none"]:
        return None
    given = {name: Fraction(value) for name, value in zip(words[::2], words[1::2])}
    if len(words) % 2 or "each" not in given or not set(given) <= {"each", "from", "over"}:
        raise ValueError(f"slabs: {words}")
    return Measure(given["each"], given.get("from"), given.get("over"))


def read_slabs(cell, readings):
    """The nurse premium of a case: the text, the bounds as they are read, then what the cell says."""
    slabs = dict(NURSE)
    if readings.get("gate") == "from":
        slabs["patients"] = Measure(Fraction(500), reached=Fraction(1000))
    if readings.get("gate") == "over":
        slabs["nurseHours"] = Measure(Fraction(6), passed=Fraction(12))
    for part in filter(None, cell.split(";")):
        name, *words = part.split()
        one_of(name, NURSE, "slabs")
        slabs[name] = read_measure(words) if name in ("patients", "nurseHours") else (
            None if words == ["none"] else Fraction(words[0]))
    return slabs


def read_case(row):
    """A row of CASES.csv: a physician, a schedule, a year, readings."""
    grid = GRIDS.get(one_of(row["schedule"], SCHEDULES, "schedule"))
    family = row["schedule"].split(".")[1]
    year = int(row["year"])
    readings = read_readings(row["readings"], family)
    on_the_year_itself = family == "fpmt" or readings.get("reference-day") == "31/12/N"
    reference = year if on_the_year_itself else year - 1
    return Case(
        grid, family, year, reference, readings,
        one_of(row["zone"] or "none", ("ZIP", "QPV", "ZAC", "none"), "zone"),
        age_on(row, reference), year_of(row["firstInstallation"]),
        yes_no(row["contract"] or "false", "contract"),
        one_of(row["sector"] or "1", ("1", "2-optam", "2"), "sector"),
        day_of(row["activeFrom"]), day_of(row["activeUntil"]),
        read_facts(row["facts"]), read_slabs(row["slabs"], readings))

# --- Lines and their sharing between patients ---------------------------------

# Cents of one component, and the cents of each patient in it (same order as the list).
Line = namedtuple("Line", "component cents shares")


def to_cents(euros):
    """An exact number of euros, rounded once to the cent, half away from zero."""
    cents = int(abs(euros) * 100 + Fraction(1, 2))
    return cents if euros >= 0 else -cents


def split(cents, weights):
    """Positive cents split in proportion to weights: largest remainder, ties in list order."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    shares = [cents * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(cents * weights[i] % whole))
    for i in by_remainder[:cents - sum(shares)]:
        shares[i] += 1
    return shares


def of_component(lines, component):
    """The whole of a component, in cents."""
    return sum(line.cents for line in lines if line.component == component)


def shares_of(lines, components, patients):
    """What each patient brings in these components together, in cents."""
    columns = [line.shares for line in lines if line.component in components]
    return [sum(column) for column in zip([0] * len(patients), *columns)]


def per_patient(component, euros):
    """A line of unit amounts: each patient concerned brings his own, in whole euros."""
    shares = [100 * amount for amount in euros]
    return Line(component, sum(shares), shares)


def per_list(component, euros, weights):
    """A line for the list as a whole, which patients of equal weight share alike."""
    cents = to_cents(euros)
    return Line(component, cents, split(cents, weights))


def uplift(component, rate, lines, of, patients):
    """A line of rate x the components in `of`, shared as patients weigh in these."""
    weights = shares_of(lines, of, patients)
    cents = to_cents(rate * Fraction(sum(weights), 100))
    return Line(component, cents, split(cents, weights))


def negated(line):
    """The same line, taken away."""
    return Line(line.component, -line.cents, [-share for share in line.shares])


def grid_amount(grid, patient):
    """The base of a patient, by age and ALD."""
    band = sum(patient.age > last for last in grid.last_ages)
    return (grid.ald if patient.ald else grid.plain)[band]

# --- A part of the year -------------------------------------------------------

def part_of_year(case):
    """The part of the year that is due: whole if active on its last day."""
    first, last = date(case.year, 1, 1), date(case.year, 12, 31)
    start = max(case.active_from or first, first)
    end = min(case.active_until or last, last)
    if case.readings["leaving"] == "whole":
        return Fraction(1)
    if start > end:
        return Fraction(0)
    if end == last:
        return Fraction(1)
    if case.readings["leaving"] == "days":
        return Fraction((end - start).days + 1, (last - first).days + 1)
    quarters = [(day.month - 1) // 3 for day in (start, end)]
    return Fraction(quarters[1] - quarters[0] + 1, 4)


def reductions(case, whole, patients):
    """What is taken off each component of a whole year for the part of it that is not due."""
    missing = 1 - part_of_year(case)
    return [negated(uplift(c, missing, whole, (c,), patients)) for c in COMPONENTS[case.family]]

# --- Forfait médecin traitant, 2026 -------------------------------------------

def fmt_base(case, patient):
    """The socle: the grid for a patient seen, one flat amount for the others."""
    keeps = patient.ald and case.readings["not-seen-ald"] == "keeps"
    return grid_amount(case.grid, patient) if patient.seen or keeps else FMT_NOT_SEEN


def fmt_c2s(case, patient):
    """The supplement for C2S, of either kind."""
    lost = not patient.seen and case.readings["not-seen-c2s"] == "lost"
    return 0 if patient.c2s == "false" or lost else FMT_C2S


def fmt_zone_rate(case):
    """50 %, 30 %, then 10 % in a ZIP or a QPV, unless a contract runs or before installing.

    An unknown installation reads as one of long ago.
    """
    counted_in = case.year if case.readings["install-year"] == "civil" else case.reference
    nth = counted_in - case.installed + 1 if case.installed else 3
    if case.zone not in ("ZIP", "QPV") or case.contract or nth < 1:
        return Fraction(0)
    if nth not in FIRST_INSTALLATION:
        return ZONE_RATE
    added = ZONE_RATE if case.readings["first-install"] == "add" else 0
    return FIRST_INSTALLATION[nth] + added


def fmt_rates(case):
    """The rates of the uplifts for the zone and for the physician's age."""
    zone = fmt_zone_rate(case)
    age = AGE_67_RATE if case.age is not None and case.age >= 67 else Fraction(0)
    if case.readings["zone-and-age"] == "highest":
        return (zone, Fraction(0)) if zone >= age else (Fraction(0), age)
    return zone, age


def fmt_lines(case, patients):
    """Socle, C2S, prevention, then the uplifts of the socle."""
    lines = [
        per_patient("base", [fmt_base(case, p) for p in patients]),
        per_patient("c2s", [fmt_c2s(case, p) for p in patients]),
        per_patient("prevention", [PER_INDICATOR * p.indicators for p in patients]),
    ]
    of = ("base", "c2s") if case.readings["uplift-base"] == "base-and-c2s" else ("base",)
    zone, age = fmt_rates(case)
    whole = lines + [uplift("zone", zone, lines, of, patients),
                     uplift("age67", age, lines, of, patients)]
    return whole + reductions(case, whole, patients)


def in_parts(cents, parts, odd_cents):
    """Equal parts truncated to the cent, and where the odd cents go."""
    part, left = divmod(cents, parts)
    if odd_cents == "first":
        return [part + 1] * left + [part] * (parts - left)
    return [part] * (parts - 1) + [part + left]


def fmt_instalments(case, lines):
    """Four parts in the year; prevention in the next one, and more if it is so read."""
    later = {"prevention"}
    if case.readings["paid-when"] == "next-year":
        later |= {"c2s", "zone", "age67"}
    for component in COMPONENTS["fmt"]:
        cents = of_component(lines, component)
        if component in later:
            yield str(case.year + 1), component, cents
        else:
            parts = in_parts(cents, 4, case.readings["odd-cents"])
            for month, part in zip(("04", "06", "09", "11"), parts):
                yield f"{case.year}-{month}", component, part

# --- Forfait patientèle médecin traitant, 2018-2025 ---------------------------

def precarity_rate(case, patients):
    """Half of what the share of C2S patients exceeds 7 % by, under a cap."""
    counted = ("free",) if case.readings["precarity-of"] == "free" \
        else ("true", "free", "contributory")
    share = Fraction(sum(p.c2s in counted for p in patients), len(patients) or 1)
    if share <= PRECARITY_THRESHOLD:
        return Fraction(0)
    if case.readings["precarity-cap"] == "share":
        share = min(share, PRECARITY_CAP)
    rate = (share - PRECARITY_THRESHOLD) * PRECARITY_SLOPE
    return min(rate, PRECARITY_CAP)


def fpmt_base(case, patients):
    """The base of a list for a whole year."""
    return per_patient("base", [grid_amount(case.grid, p) for p in patients])


def fpmt_lines(case, patients):
    """Base and precarity for a whole year, then a reduction of each for who has left."""
    base = fpmt_base(case, patients)
    rate = precarity_rate(case, patients)
    whole = [base, uplift("precarity", rate, [base], ("base",), patients)]
    return whole + reductions(case, whole, patients)


def list_before(rows, case, patients):
    """The list of one year before; without it, this one, without those aged 0, a year younger."""
    if rows:
        return [read_patient(row, case.reference - 1) for row in rows]
    return [p._replace(age=p.age - 1) for p in patients if p.age > 0]


def fpmt_instalments(case, lines, previous):
    """Three advances on the base of the previous list, the balance in March of the next year.

    The first advance of 2018 came in April.
    Someone who was not yet in activity at the end of the previous year had no list then.
    """
    advance = 0
    begun = [case.active_from and case.active_from.year, case.installed]
    if all(year is None or year < case.year for year in begun):
        advance = int(ADVANCE * fpmt_base(case, previous).cents)
    for month in ("04" if case.year == 2018 else "06", "09", "11"):
        yield f"{case.year}-{month}", "base", advance
    march = f"{case.year + 1}-03"
    yield march, "base", of_component(lines, "base") - 3 * advance
    yield march, "precarity", of_component(lines, "precarity")

# --- The proposal of 8 February 2024 ------------------------------------------

def proposal_lines(case, patients):
    """Base, C2S, prevention; an uplift in under-served zones, whatever the installation."""
    lines = [
        per_patient("base", [grid_amount(case.grid, p) for p in patients]),
        per_patient("c2s", [0 if p.c2s == "false" else PROPOSAL_C2S for p in patients]),
        per_patient("prevention", [PER_INDICATOR * p.indicators for p in patients]),
    ]
    under_served = {"ZIP-ZAC": ("ZIP", "ZAC"), "ZIP": ("ZIP",)}[case.readings["zones"]]
    rate = ZONE_RATE if case.zone in under_served else Fraction(0)
    of = ("base",) if case.readings["uplift-base"] == "base" else ("base", "c2s", "prevention")
    return lines + [uplift("zone", rate, lines, of, patients)]


def proposal_instalments(case, lines):
    """One sum, in the year."""
    for component in COMPONENTS["proposal"]:
        yield str(case.year), component, of_component(lines, component)

# --- The digital allowance, 2026 ------------------------------------------------

def donum_base(case):
    """Three conditions on software, and a mean rate of 60 %."""
    return (is_true(case, "segurSoftware") and is_true(case, "prescribingAid")
            and is_true(case, "sesamVitale") and number(case, "onlineRate") >= BASE_RATE)


def donum_options(case):
    """The points of each option that is reached; the rates of one, or their mean as it is told."""
    def rates(mean, *each):
        names = (mean,) if case.readings["rates"] == "mean" else each
        return all(number(case, name) >= OPTION_RATE for name in names)
    if rates("certificatesMean", "atmpRate", "dsgRate", "speRate"):
        yield CERTIFICATES_POINTS
    if rates("prescriptionsMean", "dmpRate", "ePrescriptionRate"):
        yield PRESCRIPTIONS_POINTS
    if is_true(case, "apcvUsed") and is_true(case, "mssUsed"):
        yield TOOLS_POINTS


def donum_lines(case, patients):
    """The base, and the options of who has the base."""
    if not donum_base(case):
        return []
    weights = [1] * len(patients)
    return [per_list("socle", BASE_POINTS * POINT, weights),
            *(per_list("options", points * POINT, weights) for points in donum_options(case))]


def donum_instalments(case, lines):
    """One sum, in the next year."""
    for component in COMPONENTS["donum"]:
        yield str(case.year + 1), component, of_component(lines, component)

# --- The nurse premium of Belgium, 2024 -------------------------------------------

def slabs_in(measure, value):
    """Whole slabs of a value that reaches, or passes, what it must."""
    if measure.reached is not None and value < measure.reached:
        return 0
    if measure.passed is not None and value <= measure.passed:
        return 0
    return value // measure.each


def nurse_lines(case, patients):
    """The fewer slabs of patients and of hours, twenty at most."""
    slabs = case.slabs
    counted = [slabs_in(slabs["patients"], Fraction(len(patients)))] if slabs["patients"] else []
    if slabs["nurseHours"]:
        counted.append(slabs_in(slabs["nurseHours"], number(case, "nurseHours")))
    if slabs["most"] is not None:
        counted.append(slabs["most"])
    return [per_list("nurse", min(counted) * slabs["amount"], [1] * len(patients))]


def nurse_instalments(case, lines):
    """Four parts in the year, the odd cents with the last."""
    parts = in_parts(of_component(lines, "nurse"), 4, "last")
    for month, part in zip(("03", "06", "09", "12"), parts):
        yield f"{case.year}-{month}", "nurse", part

# --- Statements ---------------------------------------------------------------

def is_paid(case):
    """Sector 1 or OPTAM, and in activity: on the reference day, or during the year (FPMT).

    Before the year of a first installation there is no activity. The digital allowance and the nurse premium ask neither.
    """
    if case.family in ("donum", "nurse-premium"):
        return True
    if case.sector == "2":
        return False
    last = case.year if case.family == "fpmt" else case.reference
    if case.installed and case.installed > last:
        return False
    if case.family == "fpmt":
        return part_of_year(case) > 0
    day = date(case.reference, 12, 31)
    return (case.active_from or day) <= day <= (case.active_until or day)


def lines_of(case, patients):
    """The lines of a physician who is paid; none for another."""
    compute = {"fmt": fmt_lines, "fpmt": fpmt_lines, "proposal": proposal_lines,
               "donum": donum_lines, "nurse-premium": nurse_lines}[case.family]
    return compute(case, patients) if is_paid(case) else []


def instalments_of(case, lines, patients, previous_rows):
    """(due, component, cents), the same dues with nothing in them for who is not paid."""
    if case.family == "fpmt":
        before = list_before(previous_rows, case, patients) if is_paid(case) else []
        return fpmt_instalments(case, lines, before)
    pay = {"fmt": fmt_instalments, "proposal": proposal_instalments,
           "donum": donum_instalments, "nurse-premium": nurse_instalments}[case.family]
    return pay(case, lines)


def statement(row, patient_rows):
    """The (key, cents) of a row of CASES.csv and its rows of PATIENTS.csv."""
    case = read_case(row)
    lists = {"now": [], "previous": []}
    for patient in patient_rows:
        lists[one_of(patient["list"], lists, "list")].append(patient)
    patients = [read_patient(p, case.reference) for p in lists["now"]]
    if len({p.id for p in patients}) < len(patients):
        raise ValueError("the same patient id twice")

    lines = lines_of(case, patients)
    components = COMPONENTS[case.family]
    for component in components:
        yield f"component:{component}", of_component(lines, component)
    yield "total", sum(line.cents for line in lines)
    for due, component, cents in instalments_of(case, lines, patients, lists["previous"]):
        yield f"instalment:{due}:{component}", cents
    for component in components:
        for patient, cents in zip(patients, shares_of(lines, (component,), patients)):
            yield f"share:{patient.id}:{component}", cents


def in_euros(cents):
    """-1234 as "-12.34"."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def read_csv(path):
    """The rows of a CSV file, as dictionaries."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, restval=""))


def main():
    """CASES.csv and PATIENTS.csv in, RESULTS.csv out on standard output."""
    parser = argparse.ArgumentParser(description="Oracle of a médecin traitant's forfaits.")
    parser.add_argument("cases")
    parser.add_argument("patients")
    arguments = parser.parse_args()

    cases = read_csv(arguments.cases)
    patients = {row["case"]: [] for row in cases}
    if len(patients) < len(cases):
        sys.exit("the same case twice")
    for row in read_csv(arguments.patients):
        patients[one_of(row["case"], patients, "case")].append(row)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["case", "key", "amount"])
    for row in cases:
        name = row["case"]
        try:
            for key, cents in statement(row, patients[name]):
                out.writerow([name, key, in_euros(cents)])
        except ValueError as error:
            sys.exit(f"case {name}: {error}")


if __name__ == "__main__":
    main()
