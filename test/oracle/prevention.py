#!/usr/bin/env python3
"""Who is eligible for the 15 indicators of the FMT of 2026, and what validates them.

    python3 prevention.py < ASKED.ndjson

One JSON object a line: `patient`, `year` (of payment), `asOf`, and `readings` if any are chosen.
Prints a JSON object for each: indicator to [eligible, validated, reason], each "yes", "no" or
"unknown"; the reason says why a validation is unknown, and is null where it is not.

Written from the published names and populations, the national programmes, and what stands in for
the annex of the convention, which was not read. Kleene's logic as numbers: yes is 1, no is 0,
unknown is a half; all of several is their least, any of several their most.
"""

import calendar
import json
import sys
from datetime import date

NO, UNKNOWN, YES = 0, 0.5, 1
WORDS = {NO: "no", UNKNOWN: "unknown", YES: "yes"}
OPEN, FACT, ELSEWHERE = "window-open", "fact-missing", "not-recorded-here"
REASONS = [OPEN, FACT, ELSEWHERE]

FLU = {1, 2, *range(5, 11), *range(12, 17), *range(18, 23), 24, 25, 27, 28, 30}
COVID = {1, 2, 3, *range(5, 11), *range(12, 17), *range(18, 23), 23, 24, 25, 27, 28, 30}
PNEUMOCOCCUS = {2, 3, *range(5, 10), 14, 19, 21, 22, 24, 25, 27, 28, 30}
# What the laboratory sends back to the practice that prescribed it.
SENT_BACK = {"glycaemia", "creatinine", "albuminuria", "hba1c"}


def later(day, months):
    """The same day of a later month, or the last of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_of(text):
    """First and last day that a day, a month or a year may mean."""
    parts = [int(part) for part in text.split("-")]
    first = date(*parts, *[1] * (3 - len(parts)))
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    return first, date(parts[0], month, calendar.monthrange(parts[0], month)[1])


def within(low, high, least, most):
    """Whether a number between `low` and `high` is between `least` and `most`."""
    if high < least or low > most:
        return NO
    return YES if low >= least and high <= most else UNKNOWN


class Patient:
    """What is known of a patient, as of a day."""

    def __init__(self, row, year, as_of, readings):
        self.row, self.as_of = row, as_of
        self.list_year = year if readings.get("reference-day") == "31/12/N" else year - 1
        self.year = year - 1 if readings.get("prevention-year") == "N-1" else year
        self.born = self.birth()
        self.acts = self.told_acts()
        self.status = row.get("preventionStatus") or {}
        self.told = {*(row.get("prevention") or []),
                     *(name for name, said in self.status.items() if said == "validated")}

    def birth(self):
        if self.row.get("birthDate"):
            return days_of(self.row["birthDate"])
        if self.row.get("age") is not None:
            return days_of(str(self.list_year - self.row["age"]))
        return None

    def told_acts(self):
        """(kind, first day, last day), those of one kind on one day once; None if nothing is told."""
        if self.row.get("acts") is None:
            return None
        found, known = [], set()
        for act in self.row["acts"]:
            first, last = days_of(act["date"])
            one = (act["kind"], first, last)
            if first != last or one not in known:
                found.append(one)
            known.add(one)
        return found

    def on_list(self):
        day = date(self.list_year, 12, 31)
        dated = {field: days_of(self.row[field])[0]
                 for field in ("diedOn", "registeredFrom", "registeredUntil") if self.row.get(field)}
        return not ((self.born and self.born[0] > day)
                    or dated.get("diedOn", date.max) <= day
                    or dated.get("registeredFrom", date.min) > day
                    or dated.get("registeredUntil", date.max) < day)

    # Facts.

    def aged(self, least, most=999):
        """The age on 31 December of the year."""
        if self.born is None:
            return UNKNOWN
        return within(self.year - self.born[1].year, self.year - self.born[0].year, least, most)

    def reaches(self, months):
        """Whether an age in months is reached in the year."""
        if self.born is None:
            return UNKNOWN
        low, high = (later(day, months).year for day in self.born)
        return within(low, high, self.year, self.year)

    def woman(self):
        return {"F": YES, "M": NO}.get(self.row.get("sex"), UNKNOWN)

    def ald(self, numbers):
        """Whether one of the numbers is among those of the patient."""
        told = self.row.get("aldNumbers")
        if told is None:
            return NO if self.row.get("ald") is False else UNKNOWN
        own = {int(number) for number in told}
        if own & numbers:
            return YES
        return UNKNOWN if 0 in own else NO

    def has(self, condition):
        told = self.row.get("conditions") or {}
        told = dict.fromkeys(told, True) if isinstance(told, list) else told
        if told.get(condition) is not None:
            return YES if told[condition] else NO
        shown = {
            "diabetes": lambda: self.ald({8}) == YES,
            "hypertension": lambda: self.ald({12}) == YES,
            "bronchodilators": lambda: self.count("bronchodilator", *self.calendar(0))[0] >= 4,
        }.get(condition)
        return YES if shown and shown() else UNKNOWN

    # Windows: four days, the first one and the last one, each at the earliest and at the latest.

    def calendar(self, back):
        """From 1 January, some years back, to 31 December of the year."""
        first, last = date(self.year - back, 1, 1), date(self.year, 12, 31)
        return first, first, last, last

    def season(self):
        first, last = date(self.year, 10, 1), date(self.year + 1, 1, 31)
        return first, first, last, last

    def until_the_end(self):
        return date.min, date.min, date(self.year, 12, 31), date(self.year, 12, 31)

    def from_birth(self, first, last):
        """None for a birth that is not known."""
        if self.born is None:
            return None
        early, late = self.born
        opens = (date.min, date.min) if first is None else (later(early, first), later(late, first))
        return (*opens, later(early, last), later(late, last))

    def count(self, kind, opens, opens_late, ends, ends_late):
        """How many acts are in the window, and how many more may be."""
        sure = maybe = 0
        for name, first, last in self.acts or []:
            if name != kind or first > self.as_of or first > ends_late or last < opens:
                continue
            if first >= opens_late and last <= min(ends, self.as_of):
                sure += 1
            else:
                maybe += 1
        return sure, maybe

    def done(self, window, **needed):
        """(known, reason) of acts that are all needed."""
        if window is None:
            return UNKNOWN, FACT
        reasons = []
        for kind, wanted in needed.items():
            kind = kind.replace("_", "-")
            sure, maybe = self.count(kind, *window)
            if sure >= wanted:
                continue
            if self.as_of <= window[3]:
                reasons.append(OPEN)
            elif sure + maybe >= wanted or self.acts is None:
                reasons.append(FACT)
            elif kind in SENT_BACK:
                return NO, None
            else:
                reasons.append(ELSEWHERE)
        return (UNKNOWN, min(reasons, key=REASONS.index)) if reasons else (YES, None)


def where(fact, done):
    """Acts that count for who has a fact."""
    known, reason = done
    if fact == NO or known == NO:
        return NO, None
    if known == YES:
        return (YES, None) if fact == YES else (UNKNOWN, FACT)
    return done


def indicators(p):
    """Indicator to who is eligible and the ways of validating."""
    women_50_74 = min(p.woman(), p.aged(50, 74))
    women_25_65 = min(p.woman(), p.aged(25, 65))
    lungs = p.has("bronchodilators")
    last_year, this_year = p.calendar(1), p.calendar(0)
    return {
        "flu": (max(p.aged(65), p.ald(FLU), lungs), [p.done(p.season(), flu_vaccine=1)]),
        "covid": (max(p.aged(65), p.ald(COVID), lungs), [p.done(p.season(), covid_vaccine=1)]),
        "pneumococcus": (min(p.aged(18), max(p.ald(PNEUMOCOCCUS), lungs)),
                         [p.done(p.until_the_end(), pneumococcal_vaccine=1)]),
        "mmr": (p.reaches(24), [p.done(p.from_birth(None, 24), mmr_vaccine=2)]),
        "meningococcus": (p.reaches(18), [p.done(p.from_birth(None, 18), meningococcal_vaccine=2)]),
        "hpv": (p.aged(11, 14), [p.done(p.until_the_end(), hpv_vaccine=2)]),
        "breast": (women_50_74, [p.done(last_year, mammography=1)]),
        "cervix": (women_25_65, [
            where(p.aged(25, 29), p.done(p.calendar(2), cervical_cytology=1)),
            where(p.aged(30, 65), p.done(p.calendar(4), hpv_test=1))]),
        "colorectal": (p.aged(50, 74), [p.done(last_year, faecal_test=1),
                                        p.done(p.calendar(4), colonoscopy=1)]),
        "glycaemia": (p.has("cardiovascular-risk"), [p.done(p.calendar(2), glycaemia=1)]),
        "ckd": (max(p.has("diabetes"), p.has("hypertension")),
                [p.done(this_year, creatinine=1, albuminuria=1)]),
        "hba1c": (p.has("diabetes"), [p.done(this_year, hba1c=2)]),
        "exam-9m": (p.reaches(9), [p.done(p.from_birth(8, 10), exam_9m=1)]),
        "exam-24m": (p.reaches(24), [p.done(p.from_birth(23, 25), exam_24m=1)]),
        "dental": (p.aged(3, 24), [p.done(this_year, dental_exam=1)]),
    }


def answer(p, name, eligible, ways):
    """(eligible, validated, reason) of one indicator."""
    said = p.status.get(name)
    if not p.on_list() or said == "not-eligible":
        eligible = NO
    if name in p.told:
        return eligible, YES, None
    if eligible == NO:
        return eligible, NO, None
    if said == "not-validated":
        ways = [(NO, None) if known == UNKNOWN and reason != OPEN else (known, reason)
                for known, reason in ways]
    known = max(known for known, _ in ways)
    if known != UNKNOWN:
        return eligible, known, None
    return eligible, known, min((r for k, r in ways if k == UNKNOWN), key=REASONS.index)


def assess(row, year, as_of, readings):
    """Indicator to [eligible, validated, reason]."""
    p = Patient(row, year, days_of(as_of)[0], readings)
    found = {}
    for name, (eligible, ways) in indicators(p).items():
        eligible, validated, reason = answer(p, name, eligible, ways)
        found[name] = [WORDS[eligible], WORDS[validated], reason]
    return found


def paid(row, year, readings):
    """The indicators that a statement pays: told, or validated for who is eligible."""
    p = Patient(row, year, date(9999, 12, 31), readings)
    return sorted({*p.told, *(name for name, (eligible, ways) in indicators(p).items()
                              if answer(p, name, eligible, ways)[:2] == (YES, YES))})


def main():
    """An answer for each line."""
    for line in sys.stdin:
        asked = json.loads(line)
        readings = asked.get("readings") or {}
        print(json.dumps({
            "assessed": assess(asked["patient"], asked["year"], asked["asOf"], readings),
            "paid": paid(asked["patient"], asked["year"], readings)}))


if __name__ == "__main__":
    main()
