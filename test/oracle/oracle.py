#!/usr/bin/env python3
"""An independent oracle of what a French médecin traitant is paid, and a Belgian practice.

Written from the published rules, sharing nothing with the library that it
checks: no schedule document, no code, no rounding helper. Amounts and rates are
typed in below, money is whole cents, every rate is an exact fraction.

    python3 oracle.py CASES.csv PATIENTS.csv > RESULTS.csv

CASES.csv     case, schedule, year, readings, neverSeen, zone, birthDate, age,
              firstInstallation, contract, sector, activeFrom, activeUntil,
              facts, slabs
PATIENTS.csv  case, list, id, birthDate, age, ald, c2s, seen, lastSeen, prevention,
              registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil,
              c2sFrom, c2sUntil, visits
RESULTS.csv   case, key, amount

An empty cell is an unknown fact. `facts` are those of the physician and the
practice that a text asks besides, "apcvUsed=true;onlineRate=60.5". `slabs`
replaces a part of the nurse premium: "patients each 3 over 5;most 7", or "none"
for a measure that does not count. `list` is "now", or "previous" for the list of
one year before, on which the advances of the FPMT rest. The keys of a result are
component:ID, total, instalment:DUE:ID and share:PATIENT:ID.

A date is a day, a month or a year; first and last days are included. A zone, a
contract or a sector may be several in turn, "ZAC /2025-12-31;ZIP 2026-01-01/".
`visits` are dates with a space between, or "never"; an action of prevention may
have a date, "flu@2026-01-05". A `lastSeen` of "empty" is a cell that a file left
empty in a column of dates: never, if `neverSeen` is "empty", else refused.

A row that is not on the list is told as row:PATIENT or previous-row:PATIENT, whose
amount is the reason, or "refused" if its dates contradict each other or leave open
what it was on the day. A physician has one key, "physician", if periods overlap or end
before they begin, or if dates leave open a fact that decides what is due.
What is malformed stops the run: an oracle that guesses is not one.
"""

import argparse
import csv
import sys
from collections import namedtuple
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

# --- What is paid -------------------------------------------------------------

# Euros per patient and year: the last age of each band but the last, then the
# amount of each band, without ALD and with ALD.
Grid = namedtuple("Grid", "last_ages plain ald")
GRIDS = {
    "fr.fmt.2026": Grid((6, 74, 79), (15, 5, 15, 55), (55, 55, 55, 100)),
    "fr.fpmt.2018": Grid((6, 79), (6, 5, 42), (42, 42, 70)),
    "fr.fpmt.2024": Grid((6, 79), (6, 5, 46), (46, 46, 70)),
    "fr.proposal.2024-02-08": Grid((6, 79), (6, 5, 46), (55, 55, 70)),
    "fr.round.2023-12-21": Grid((6, 79), (6, 5, 46), (Fraction("53.59"),) * 2 + (Fraction("81.56"),)),
    "fr.round.2024-03-14": Grid((6, 79), (6, 5, 55), (55, 55, 100)),
    "fr.round.2024-05-17": Grid((6, 79), (6, 5, 55), (55, 55, 100)),
}
# The two other options of December 2023: an age of 75, or patients seen in the year alone.
DECEMBER = {
    "age-75": Grid((6, 74), (6, 5, 46), (46, 46, 70)),
    "seen": Grid((6, 79), tuple(map(Fraction, ("6.70", "5.58", "51.37"))),
                 tuple(map(Fraction, ("51.37", "51.37", "78.17")))),
}
FMT_NOT_SEEN = 5
FMT_C2S = 10
PROPOSAL_C2S = 5
ROUND_C2S = 10
AS_SIGNED_NOT_SEEN = 5
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
# The forfait structure of 2025: points of part 1, then of each condition of part 2.
STRUCTURE_POINTS = 280
STRUCTURE_RATES = {  # percentage to be reached, points
    "dmpRate": (30, 40), "mssPatientsRate": (10, 40), "aatRate": (90, Fraction("22.5")),
    "atmpRate": (50, Fraction("22.5")), "pseRate": (90, Fraction("22.5")),
    "dmtRate": (90, Fraction("22.5")), "speRate": (30, 10), "dsgRate": (50, 10),
    "ePrescriptionRate": (40, 40),
}
STRUCTURE_TRUTHS = {
    "apcvUsed": 40, "coordinatedCare": 120, "coding": 50, "patientServices": 70, "student": 50,
    "teleconsultation": 50, "connectedDevices": 25, "sas": 200,
}

SCHEDULES = (*GRIDS, "fr.donum.2026", "be.nurse-premium.2024", "fr.forfait-structure.2025")

COMPONENTS = {
    "fmt": ("base", "c2s", "prevention", "zone", "age67"),
    "fpmt": ("base", "precarity"),
    "december": ("base", "precarity"),
    "proposal": ("base", "c2s", "prevention", "zone"),
    "round": ("base", "c2s", "prevention", "zone"),
    "donum": ("socle", "options"),
    "forfait-structure": ("part-1", "part-2"),
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
        "equal-parts": ("sum", "component"),
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
    "december": {
        "precarity-cap": ("share", "rate"),
        "precarity-of": ("all", "free"),
        "leaving": ("quarters", "days"),
        "option": ("ald", "age-75", "seen"),
    },
    "round": {
        "uplift-base": ("whole", "base"),
        "zones": ("ZIP-ZAC", "ZIP"),
        "not-seen": ("nothing", "as-signed"),
    },
    "forfait-structure": {
        "part-2": ("with-part-1", "alone"),
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
Case = namedtuple("Case", "grid family year reference readings never_seen zone age installed "
                          "contract sector active_from active_until facts slabs")
Days = namedtuple("Days", "first last")


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


class Refused(Exception):
    """Facts that contradict each other, or leave open what holds on the day."""


def days_of(text):
    """The first and the last day that YYYY, YYYY-MM or YYYY-MM-DD may mean; None when unknown."""
    if not text:
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    first = date(year, month or 1, day or 1)
    if day:
        return Days(first, first)
    after = date(year + month // 12, month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    return Days(first, after - timedelta(days=1))


def settled(days, holds):
    """What is true of all days that a date may mean; None if it is true of some."""
    answers = {holds(day) for day in days}
    return answers.pop() if len(answers) == 1 else None


def has_begun(since, day):
    """Whether a first day is reached: True, False, or None if that is open."""
    return since is None or settled(since, lambda first: first <= day)


def still_lasts(until, day):
    """Whether a last day is not passed: True, False, or None if that is open."""
    return until is None or settled(until, lambda last: day <= last)


def in_order(since, until):
    """Refuses a period that ends before it begins, whatever days are meant."""
    if since and until and until.last < since.first:
        raise Refused("it ends before it begins")


def runs(since, until, day):
    """Whether a period includes a day."""
    in_order(since, until)
    both = (has_begun(since, day), still_lasts(until, day))
    if False in both:
        return False
    if None in both:
        raise Refused("open")
    return True


def read_periods(cell):
    """`ZAC /2025-12-31;ZIP 2026-01-01/` as values with their first and last days."""
    for part in cell.split(";"):
        value, bounds = part.split(" ")
        since, until = bounds.split("/")
        yield value, days_of(since), days_of(until)


def check_periods(cell):
    """Refuses two values at a time."""
    periods = list(read_periods(cell)) if "/" in cell else []
    for place, (_, since, until) in enumerate(periods):
        in_order(since, until)
        for _, other_since, other_until in periods[:place]:
            # They share a day for sure if each begins before the other can have ended.
            first = max((days.last for days in (since, other_since) if days), default=date.min)
            last = min((days.first for days in (until, other_until) if days), default=date.max)
            if first <= last:
                raise Refused("two values at a time")


def value_on(cell, day):
    """The value of a fact on a day, in a gap an unknown one.

    There is one value at a time: where one holds for sure, no other can.
    """
    if "/" not in cell:
        return cell
    is_open = False
    for value, since, until in read_periods(cell):
        try:
            if runs(since, until, day):
                return value
        except Refused:
            is_open = True
    if is_open:
        raise Refused("open")
    return ""


def age_on(row, reference):
    """Completed years on 31 December of `reference`, as a given age is; None when unknown."""
    if row["age"]:
        return int(row["age"])
    return reference - year_of(row["birthDate"]) if row["birthDate"] else None


def standing(row, reference, back):
    """Why a row is not on the list of 31 December of `reference`; None if it is.

    A given age is that of `back` years later.
    """
    day = date(reference, 12, 31)
    age = age_on(row, reference)
    if age is None:
        raise ValueError(f"patient {row['id']}: no age")
    if age - (back if row["age"] else 0) < 0:
        return "unborn"
    died = days_of(row["diedOn"])
    is_dead = died and has_begun(died, day)
    if is_dead:
        return "dead"
    since, until = days_of(row["registeredFrom"]), days_of(row["registeredUntil"])
    in_order(since, until)
    if has_begun(since, day) is False:
        return "not-yet-registered"
    if still_lasts(until, day) is False:
        return "gone"
    if None in (has_begun(since, day), still_lasts(until, day)) or died and is_dead is None:
        raise Refused("open")
    return None


def has_right(row, name, day):
    """Whether dates say that a right runs; None without dates."""
    since, until = row[name + "From"], row[name + "Until"]
    return runs(days_of(since), days_of(until), day) if since or until else None


def ald_on(row, day):
    """The ALD: as its dates say, else as it is told."""
    dated = has_right(row, "ald", day)
    return yes_no(row["ald"], "ald") if dated is None else dated


def c2s_on(row, day):
    """The C2S: its dates say whether, the cell which kind."""
    dated = has_right(row, "c2s", day)
    kind = one_of(row["c2s"] or (dated is not None and "true"),
                  ("false", "true", "free", "contributory"), "c2s")
    if dated is None:
        return kind
    if not dated:
        return "false"
    return "true" if kind == "false" else kind


def was_seen(row, case, reference):
    """Seen in the two years that end with `reference`; a patient of whom nothing is said was.

    The last visit until the day counts. Of who is known to have come only later, a reading decides.
    """
    if row["visits"] == "never":
        if row["seen"] == "true" or row["lastSeen"] not in ("", "empty"):
            raise Refused("never seen, and seen")
        return False
    visits = row["visits"].split()
    if row["lastSeen"] not in ("", "empty"):
        visits.append(row["lastSeen"])
    # A month or a year is before 31 December or after it as a whole.
    known = [year_of(visit) for visit in visits if year_of(visit) <= reference]
    if known:
        return reference - max(known) < (1 if case.readings.get("option") == "seen" else 2)
    if row["seen"]:
        return yes_no(row["seen"], "seen")
    if visits:
        return case.readings.get("late-visit") != "unseen"
    if row["lastSeen"] == "empty" and not case.never_seen:
        raise Refused("an empty cell")
    return row["lastSeen"] != "empty"


def indicators(cell, year):
    """How many prevention indicators are validated: a count, or the distinct ids.

    Of actions with a date, those of `year`; of any year if it is None.
    """
    if cell.isdigit():
        return one_of(int(cell), range(len(INDICATORS) + 1), "prevention")
    actions = [word.partition("@") for word in cell.split()]
    return len({one_of(name, INDICATORS, "prevention") for name, _, on in actions
                if not on or year in (None, year_of(on))})


def prevention_year(case):
    """The year of the actions that count; None if no text asks."""
    return {"N": case.year, "N-1": case.year - 1}.get(case.readings.get("prevention-year"))


def read_patient(row, case, reference, back=0):
    """A row of PATIENTS.csv as facts on 31 December of `reference`; a reason if it is not there."""
    reason = standing(row, reference, back)
    if reason:
        return reason
    day = date(reference, 12, 31)
    return Patient(
        row["id"], age_on(row, reference) - (back if row["age"] else 0),
        ald_on(row, day), c2s_on(row, day), was_seen(row, case, reference),
        indicators(row["prevention"], prevention_year(case)))


def read_row(row, case, *days):
    """A row on several days, (year, years back) each; it is refused on all if on one."""
    try:
        return [read_patient(row, case, *day) for day in days]
    except Refused:
        return ["refused"] * len(days)


# The FPMT, and the round that would have raised it.
FPMTS = ("fpmt", "december")


def family_of(schedule):
    """The rules that a schedule follows."""
    return "december" if schedule == "fr.round.2023-12-21" else schedule.split(".")[1]


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


def zone_of(case):
    """The zone of the practice. Facts of a physician with dates are read when they decide."""
    return one_of(case.zone() or "none", ("ZIP", "QPV", "ZAC", "none"), "zone")


def has_contract(case):
    """A contract that excludes the uplift for a zone."""
    return yes_no(case.contract() or "false", "contract")


def sector_of(case):
    """The sector."""
    return one_of(case.sector() or "1", ("1", "2-optam", "2"), "sector")


def read_measure(words):
    """`each 3 over 5`, `each 1.5 from 3`, `each 2`, or `none`."""
    if words == ["none"]:
        return None
    given = {name: Fraction(value) for name, value in zip(words[::2], words[1::2])}
    if len(words) % 2 or "each" not in given or not set(given) <= {"each", "from", "over"}:
        raise ValueError(f"slabs: {words}")
    return Measure(given["each"], given.get("from"), given.get("over"))


def read_slabs(cell, readings):
    """The nurse premium of a case: the text, its bounds as they are read, then the cell."""
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
    family = family_of(row["schedule"])
    year = int(row["year"])
    readings = read_readings(row["readings"], family)
    grid = DECEMBER.get(readings.get("option"), grid)
    on_the_year_itself = family in FPMTS or family == "forfait-structure" or readings.get("reference-day") == "31/12/N"
    reference = year if on_the_year_itself else year - 1
    day = date(reference, 12, 31)
    zone_day = {"31/12/N-1": date(year - 1, 12, 31), "1/1/N": date(year, 1, 1)}.get(
        readings.get("zone-day"), day)
    for fact in ("zone", "contract", "sector"):
        check_periods(row[fact])
    return Case(
        grid, family, year, reference, readings,
        one_of(row["neverSeen"], ("", "empty"), "neverSeen") == "empty",
        partial(value_on, row["zone"], zone_day), age_on(row, reference),
        year_of(row["firstInstallation"]), partial(value_on, row["contract"], day),
        partial(value_on, row["sector"], day),
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
    """A line of unit amounts: each patient concerned brings his own, in whole cents."""
    shares = [int(100 * amount) for amount in euros]
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
    if nth < 1 or zone_of(case) not in ("ZIP", "QPV") or has_contract(case):
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
    cut = 0  # What is already cut into four, with the parts of the sum.
    for component in COMPONENTS["fmt"]:
        cents = of_component(lines, component)
        if component in later:
            yield str(case.year + 1), component, cents
            continue
        before = in_parts(cut, 4, case.readings["odd-cents"])
        after = in_parts(cut + cents, 4, case.readings["odd-cents"])
        if case.readings["equal-parts"] == "sum":
            cut += cents
        for month, was, now in zip(("04", "06", "09", "11"), before, after):
            yield f"{case.year}-{month}", component, now - was

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
    only_seen = case.readings.get("option") == "seen"
    return per_patient("base", [grid_amount(case.grid, p) if p.seen or not only_seen else 0
                                for p in patients])


def fpmt_lines(case, patients):
    """Base and precarity for a whole year, then a reduction of each for who has left."""
    base = fpmt_base(case, patients)
    rate = precarity_rate(case, patients)
    whole = [base, uplift("precarity", rate, [base], ("base",), patients)]
    return whole + reductions(case, whole, patients)


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

def proposal_base(case, patient):
    """The grid; in the rounds of 2024, for a patient seen only, or one flat amount for the others."""
    if case.family == "proposal" or patient.seen:
        return grid_amount(case.grid, patient)
    return AS_SIGNED_NOT_SEEN if case.readings["not-seen"] == "as-signed" else 0


def proposal_c2s(case, patient):
    """The supplement for C2S, of either kind."""
    if patient.c2s == "false":
        return 0
    if case.family == "proposal":
        return PROPOSAL_C2S
    return ROUND_C2S if patient.seen or case.readings["not-seen"] == "as-signed" else 0


def proposal_lines(case, patients):
    """Base, C2S, prevention; an uplift in under-served zones, whatever the installation."""
    lines = [
        per_patient("base", [proposal_base(case, p) for p in patients]),
        per_patient("c2s", [proposal_c2s(case, p) for p in patients]),
        per_patient("prevention", [PER_INDICATOR * p.indicators for p in patients]),
    ]
    under_served = {"ZIP-ZAC": ("ZIP", "ZAC"), "ZIP": ("ZIP",)}[case.readings["zones"]]
    rate = ZONE_RATE if zone_of(case) in under_served else Fraction(0)
    of = ("base",) if case.readings["uplift-base"] == "base" else ("base", "c2s", "prevention")
    return lines + [uplift("zone", rate, lines, of, patients)]


def proposal_instalments(case, lines):
    """One sum, in the year."""
    for component in COMPONENTS[case.family]:
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

# --- The forfait structure, 2025 ---------------------------------------------------

def structure_lines(case, patients):
    """Part 1 if its conditions are met, then each condition of part 2."""
    weights = [1] * len(patients)
    has_first = is_true(case, "prerequisites")
    first = [per_list("part-1", STRUCTURE_POINTS * POINT, weights)] if has_first else []
    if not has_first and case.readings["part-2"] == "with-part-1":
        return []
    points = [given for name, (rate, given) in STRUCTURE_RATES.items() if number(case, name) >= rate]
    points += [given for name, given in STRUCTURE_TRUTHS.items() if is_true(case, name)]
    return first + [per_list("part-2", given * POINT, weights) for given in points]


def structure_instalments(case, lines):
    """One sum, in the next year."""
    for component in COMPONENTS["forfait-structure"]:
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

    Before the year of a first installation there is no activity. The allowances
    and the nurse premium ask neither.
    """
    if case.family in ("donum", "nurse-premium", "forfait-structure"):
        return True
    if sector_of(case) == "2":
        return False
    last = case.year if case.family in FPMTS else case.reference
    if case.installed and case.installed > last:
        return False
    if case.family in FPMTS:
        return part_of_year(case) > 0
    day = date(case.reference, 12, 31)
    return (case.active_from or day) <= day <= (case.active_until or day)


def lines_of(case, patients):
    """The lines of a physician who is paid; none for another."""
    compute = {"fmt": fmt_lines, "fpmt": fpmt_lines, "december": fpmt_lines,
               "proposal": proposal_lines, "round": proposal_lines,
               "forfait-structure": structure_lines,
               "donum": donum_lines, "nurse-premium": nurse_lines}[case.family]
    return compute(case, patients) if is_paid(case) else []


def instalments_of(case, lines, before):
    """(due, component, cents), the same dues with nothing in them for who is not paid."""
    if case.family in FPMTS:
        return fpmt_instalments(case, lines, before if is_paid(case) else [])
    pay = {"fmt": fmt_instalments, "proposal": proposal_instalments,
           "round": proposal_instalments, "forfait-structure": structure_instalments,
           "donum": donum_instalments, "nurse-premium": nurse_instalments}[case.family]
    return pay(case, lines)


DATES = ("registeredFrom", "registeredUntil", "diedOn", "aldFrom", "aldUntil", "c2sFrom",
         "c2sUntil")


def both_lists(case, rows):
    """What became of each row on the day, and of each of the year before, which FPMTs rest on.

    Without a list of the year before, it is what the rows were a year earlier.
    """
    now, earlier = rows["now"], rows["previous"]
    here, before = (case.reference, 0), (case.reference - 1, 1)
    if case.family not in FPMTS:
        return [read_row(row, case, here)[0] for row in now], []
    if earlier:
        return ([read_row(row, case, here)[0] for row in now],
                [read_row(row, case, (case.reference - 1, 0))[0] for row in earlier])
    both = [read_row(row, case, here, before) for row in now]
    # A list without dates is the same patients a year younger, visits included.
    if not any(row[name] for row in now for name in DATES):
        both = [(one, older._replace(seen=one.seen) if isinstance(older, Patient) else older)
                for one, older in both]
    return [one for one, _ in both], [one for _, one in both]


def on_list(outcomes):
    """The patients of a list, without the rows that are not on it."""
    patients = [one for one in outcomes if isinstance(one, Patient)]
    if len({p.id for p in patients}) < len(patients):
        raise ValueError("the same patient id twice")
    return patients


def figures(case, patients, before):
    """The (key, cents) of a physician and his patients, and those of the year before."""
    lines = lines_of(case, patients)
    components = COMPONENTS[case.family]
    for component in components:
        yield f"component:{component}", of_component(lines, component)
    yield "total", sum(line.cents for line in lines)
    for due, component, cents in instalments_of(case, lines, before):
        yield f"instalment:{due}:{component}", cents
    for component in components:
        for patient, cents in zip(patients, shares_of(lines, (component,), patients)):
            yield f"share:{patient.id}:{component}", cents


def statement(row, patient_rows):
    """The (key, cents) of a row of CASES.csv and its rows of PATIENTS.csv.

    Of a row that is not on a list, the amount is the reason.
    """
    rows = {"now": [], "previous": []}
    for patient in patient_rows:
        rows[one_of(patient["list"], rows, "list")].append(patient)
    try:
        case = read_case(row)
        read, read_before = both_lists(case, rows)
        yield from list(figures(case, on_list(read), on_list(read_before)))
    except Refused:
        yield "physician", "refused"
        return
    for key, given, outcome in (("row", rows["now"], read),
                                ("previous-row", rows["previous"], read_before)):
        for one, became in zip(given, outcome):
            if not isinstance(became, Patient):
                yield f"{key}:{one['id']}", became


def written(amount):
    """Cents as euros; a reason as it is."""
    return amount if isinstance(amount, str) else in_euros(amount)


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
            for key, amount in statement(row, patients[name]):
                out.writerow([name, key, written(amount)])
        except ValueError as error:
            sys.exit(f"case {name}: {error}")


if __name__ == "__main__":
    main()
