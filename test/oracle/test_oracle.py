#!/usr/bin/env python3
"""Self-test of the oracle: examples computed by hand, then what must hold of any list.

    python3 test_oracle.py
"""

import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
import unittest
from itertools import product

import oracle
import prevention

CASE = ("case schedule year readings neverSeen zone birthDate age firstInstallation contract "
        "sector activeFrom activeUntil facts slabs").split()
PATIENT = ("case list id birthDate age ald c2s seen lastSeen prevention registeredFrom "
           "registeredUntil diedOn aldFrom aldUntil c2sFrom c2sUntil visits").split()
FMT, FPMT18, FPMT24, PROPOSAL, DECEMBER, MARCH, MAY = oracle.GRIDS
DONUM, NURSE, STRUCTURE = oracle.SCHEDULES[7:]


def case(schedule, year, readings="", **facts):
    """A row of CASES.csv."""
    return dict(dict.fromkeys(CASE, ""), case="1", schedule=schedule, year=str(year),
                readings=readings, **facts)


def patient(age, ald=False, c2s="false", times=1, **facts):
    """Rows of PATIENTS.csv, alike but for the id that number() gives them."""
    row = dict(dict.fromkeys(PATIENT, ""), case="1", list="now", age=str(age),
               ald=str(ald).lower(), c2s=c2s)
    return [dict(row, **facts) for _ in range(times)]


def number(*groups):
    """One list of all these rows, with the ids p1, p2..."""
    rows = [row for group in groups for row in group]
    return [dict(row, id=f"p{i}") for i, row in enumerate(rows, 1)]


def results(row, *groups):
    """The statement as a dictionary of euros, written as in RESULTS.csv."""
    return {key: oracle.written(amount) for key, amount in oracle.statement(row, number(*groups))}


class Fmt(unittest.TestCase):
    def shows(self, found, **components):
        for component, amount in components.items():
            self.assertEqual(found[f"component:{component}"], amount, component)

    def test_every_cell_of_the_grid(self):
        ages = (0, 6, 7, 74, 75, 79, 80)
        plain = [patient(age) for age in ages]
        ald = [patient(age, ald=True) for age in ages]
        found = results(case(FMT, 2026), *plain, *ald)
        euros = [found[f"share:p{i}:base"] for i in range(1, 15)]
        self.assertEqual(euros[:7], ["15.00", "15.00", "5.00", "5.00", "15.00", "15.00", "55.00"])
        self.assertEqual(euros[7:], ["55.00"] * 6 + ["100.00"])
        # 15+15+5+5+15+15+55 = 125 and 6 x 55 + 100 = 430
        self.assertEqual(found["total"], "555.00")

    def test_the_last_visit_and_the_readings_of_who_was_not_seen(self):
        # On 31/12/2025: seen in 2024 is two years' window, seen in 2023 is not.
        rows = [patient(80, ald=True, c2s="true", lastSeen="2024-01-01"),
                patient(80, ald=True, c2s="true", lastSeen="2023-12-31"),
                patient(80, c2s="free", seen="false")]
        # 100 + 5 + 5; three C2S at 10
        self.shows(results(case(FMT, 2026), *rows), base="110.00", c2s="30.00")
        self.shows(results(case(FMT, 2026, "not-seen-c2s=lost"), *rows), c2s="10.00")
        # 100 + 100 + 5: who has an ALD keeps it
        self.shows(results(case(FMT, 2026, "not-seen-ald=keeps"), *rows), base="205.00")
        # On 31/12/2026, 2024 is out of the window as well: 5 + 5 + 5
        self.shows(results(case(FMT, 2026, "reference-day=31/12/N"), *rows), base="15.00")

    def test_uplifts(self):
        rows = [patient(30, c2s="contributory", times=10), patient(85, ald=True, prevention="3")]
        # Base 10 x 5 + 100 = 150, C2S 10 x 10 = 100, prevention 3 x 5 = 15.
        old = dict(zone="QPV", birthDate="1958-12-31")     # 67 on 31/12/2025
        self.shows(results(case(FMT, 2026, **old), *rows),
                   base="150.00", c2s="100.00", prevention="15.00", zone="15.00", age67="15.00")
        self.shows(results(case(FMT, 2026, "uplift-base=base-and-c2s", **old), *rows),
                   zone="25.00", age67="25.00")
        # A tie goes to the zone; without a zone uplift the age is paid.
        self.shows(results(case(FMT, 2026, "zone-and-age=highest", **old), *rows),
                   zone="15.00", age67="0.00")
        self.shows(results(case(FMT, 2026, "zone-and-age=highest", contract="true", **old), *rows),
                   zone="0.00", age67="15.00")
        self.shows(results(case(FMT, 2026, zone="ZAC", age="66"), *rows), zone="0.00", age67="0.00")

    def test_first_installation(self):
        def zone(year, readings=""):
            row = case(FMT, year, readings, zone="ZIP", firstInstallation="2026-05")
            return results(row, patient(85, ald=True))["component:zone"]
        # 100 EUR of base; installed in 2026, hence year 1 on 31/12/2026, which 2027 pays.
        self.assertEqual([zone(n) for n in (2026, 2027, 2028, 2029)],
                         ["0.00", "50.00", "30.00", "10.00"])
        self.assertEqual([zone(n, "first-install=add") for n in (2027, 2028, 2029)],
                         ["60.00", "40.00", "10.00"])
        # In civil years 2026 is year 1, but there was no activity on 31/12/2025.
        self.assertEqual([zone(n, "install-year=civil") for n in (2025, 2026, 2027, 2028)],
                         ["0.00", "0.00", "30.00", "10.00"])

    def test_instalments(self):
        rows = [patient(30), patient(80, prevention="flu covid")]
        row = dict(zone="ZIP")
        # Base 60, zone 6, prevention 10: 60/4 = 15 and 6/4 = 1.50.
        found = results(case(FMT, 2026, **row), *rows)
        self.assertEqual(found["instalment:2026-04:base"], "15.00")
        self.assertEqual(found["instalment:2026-11:zone"], "1.50")
        self.assertEqual(found["instalment:2027:prevention"], "10.00")
        # Base 5, zone 0.50: 50 cents are 12 + 12 + 12 + 14, or 13 + 13 + 12 + 12.
        dues = [f"instalment:2026-{month}:zone" for month in ("04", "06", "09", "11")]
        found = results(case(FMT, 2026, **row), patient(30))
        self.assertEqual([found[due] for due in dues], ["0.12", "0.12", "0.12", "0.14"])
        found = results(case(FMT, 2026, "odd-cents=first", **row), patient(30))
        self.assertEqual([found[due] for due in dues], ["0.13", "0.13", "0.12", "0.12"])
        rows = [patient(30), patient(30), patient(30, c2s="true")]
        # Base 15, zone 1.50, C2S 10: 2.50, then 16.50 and 26.50 are 6.62 + 6.62 + 6.62 + 6.64.
        sums = lambda found: [sum(Fraction(value) for key, value in found.items()
                                  if key.startswith(f"instalment:2026-{month}"))
                              for month in ("04", "06", "09", "11")]
        found = results(case(FMT, 2026, **row), *rows)
        self.assertEqual(sums(found), [Fraction(662, 100)] * 3 + [Fraction(664, 100)])
        # With an uplift for age of 1.50 too, 28 is 7 four times; cut apart, 37 + 37 + 37 + 39.
        row["birthDate"] = "1950-01-01"
        found = results(case(FMT, 2026, **row), *rows)
        self.assertEqual(sums(found), [Fraction(7)] * 4)
        found = results(case(FMT, 2026, "equal-parts=component", **row), *rows)
        self.assertEqual(sums(found), [Fraction(699, 100)] * 3 + [Fraction(703, 100)])
        del row["birthDate"]
        found = results(case(FMT, 2026, "paid-when=next-year", **row), patient(30))
        self.assertEqual(found["instalment:2027:zone"], "0.50")
        self.assertNotIn(dues[0], found)

    def test_who_is_not_paid(self):
        for facts in (dict(sector="2"), dict(activeFrom="2026-01-01"),
                      dict(activeUntil="2025-12-30"), dict(firstInstallation="2026-01")):
            found = results(case(FMT, 2026, zone="ZIP", **facts), patient(80, c2s="true"))
            self.assertEqual(set(found.values()), {"0.00"})
            self.assertIn("instalment:2026-04:age67", found)
        for facts in (dict(sector="2-optam"), dict(activeFrom="2025-12-31"),
                      dict(activeUntil="2025-12-31"), dict(firstInstallation="2025-12-31")):
            self.assertEqual(results(case(FMT, 2026, **facts), patient(80))["total"], "55.00")


    def test_leaving(self):
        def paid(readings, until):
            row = case(FMT, 2026, readings, zone="ZIP", activeUntil=until)
            found = results(row, patient(80, c2s="true"))
            return [found[f"component:{name}"] for name in ("base", "c2s", "zone")]
        # 55 + 10 + 5.50 for the year. Until 14 March: a quarter begun, 73 of 365 days.
        self.assertEqual(paid("", "2026-03-14"), ["55.00", "10.00", "5.50"])
        self.assertEqual(paid("leaving=quarters", "2026-03-14"), ["13.75", "2.50", "1.37"])
        self.assertEqual(paid("leaving=days", "2026-03-14"), ["11.00", "2.00", "1.10"])
        # Activity is still read on 31/12/2025; who left on it has no part of 2026.
        self.assertEqual(paid("leaving=days", "2025-12-31"), ["0.00"] * 3)
        self.assertEqual(paid("", "2025-12-31"), ["55.00", "10.00", "5.50"])


class Fpmt(unittest.TestCase):
    def test_the_grids_of_2018_and_2024(self):
        rows = [patient(age, ald) for ald in (False, True) for age in (0, 6, 7, 79, 80)]
        # 6+6+5+5 + 42 + 4 x 42 + 70, then 46 for 42; nobody has the C2S
        self.assertEqual(results(case(FPMT18, 2018), *rows)["total"], "302.00")
        self.assertEqual(results(case(FPMT24, 2024), *rows)["total"], "322.00")

    def test_precarity(self):
        def precarity(free, contributory, readings=""):
            rows = [patient(30, c2s="free", times=free),
                    patient(30, c2s="contributory", times=contributory),
                    patient(30, times=100 - free - contributory)]
            return results(case(FPMT24, 2025, readings), *rows)["component:precarity"]
        # 100 patients at 5 EUR: 500. 15 % of C2S gives (15 - 7)/2 = 4 %, so 20.
        self.assertEqual(precarity(15, 0), "20.00")
        self.assertEqual([precarity(7, 0), precarity(4, 4)], ["0.00", "2.50"])
        self.assertEqual(precarity(10, 5, "precarity-of=free"), "7.50")
        # 80 %: the share is capped at 25 %, so 9 %; or the rate, 36.5 %, at 25 %.
        self.assertEqual(precarity(80, 0), "45.00")
        self.assertEqual(precarity(80, 0, "precarity-cap=rate"), "125.00")

    def test_leaving(self):
        def base(readings="", **facts):
            return results(case(FPMT18, 2019, readings, **facts), patient(80))["component:base"]
        # 42 EUR. Until 1 April: two quarters begun. Days: 91 of 365, so 42 - 31.528... -> 31.53.
        self.assertEqual(base(activeUntil="2019-04-01"), "21.00")
        self.assertEqual(base("leaving=days", activeUntil="2019-04-01"), "10.47")
        # From 1 March to 1 July: three quarters; 123 days, so 42 - 27.846... -> 27.85.
        both = dict(activeFrom="2019-03-01", activeUntil="2019-07-01")
        self.assertEqual([base(**both), base("leaving=days", **both)], ["31.50", "14.15"])
        # Half a cent goes away from zero, downwards in a reduction too.
        self.assertEqual([oracle.to_cents(oracle.Fraction(n, 200)) for n in (1, -1)], [1, -1])
        self.assertEqual([base(activeUntil="2019-12-31"), base(activeFrom="2019-12-31")],
                         ["42.00", "42.00"])
        self.assertEqual([base(activeUntil="2018-12-31"), base(activeFrom="2020-01-01")],
                         ["0.00", "0.00"])
        self.assertEqual([base(firstInstallation="2019-12"), base(firstInstallation="2020-01")],
                         ["42.00", "0.00"])

    def test_the_first_advance_of_2018(self):
        def dues(schedule, year):
            found = results(case(schedule, year), patient(30))
            return sorted(key.split(":")[1] for key in found if key.startswith("instalment:")
                          and key.endswith(":base"))
        self.assertEqual(dues(FPMT18, 2018), ["2018-04", "2018-09", "2018-11", "2019-03"])
        self.assertEqual(dues(FPMT18, 2019), ["2019-06", "2019-09", "2019-11", "2020-03"])

    def test_advances_and_balance(self):
        def paid(*groups, **facts):
            found = results(case(FPMT24, 2024, **facts), *groups)
            return found["instalment:2024-11:base"], found["instalment:2025-03:base"]
        # Moved back, 80 is 79 and 0 was not there: 5 + 5 -> 2.50 three times; 46 + 5 + 6 due.
        self.assertEqual(paid(patient(80), patient(30), patient(0)), ("2.50", "49.50"))
        # With a list of the year before: 46 + 5 = 51 -> 12.75; due 5, so 5 - 38.25.
        before = patient(85, list="previous") + patient(40, list="previous")
        self.assertEqual(paid(patient(41), before), ("12.75", "-33.25"))
        self.assertEqual(paid(patient(80), activeFrom="2024-01-01"), ("0.00", "46.00"))
        self.assertEqual(paid(patient(80), firstInstallation="2024"), ("0.00", "46.00"))
        # Departure in February: 46/4 due; the three advances of 46/4 were still paid.
        self.assertEqual(paid(patient(85), activeUntil="2024-02-29"), ("11.50", "-23.00"))


class Proposal(unittest.TestCase):
    def test_amounts_zone_and_its_readings(self):
        rows = [patient(6), patient(7, c2s="true"), patient(79, ald=True, prevention="2"),
                patient(80), patient(80, ald=True)]

        def zone(zone, readings=""):
            row = case(PROPOSAL, 2024, readings, zone=zone, contract="true",
                       firstInstallation="2023")
            return results(row, *rows)["component:zone"]
        # Base 6 + 5 + 55 + 46 + 70 = 182, C2S 5, prevention 10: 197; in a zone 19.70 more.
        self.assertEqual([zone("ZIP"), zone("ZAC"), zone("QPV")], ["19.70", "19.70", "0.00"])
        self.assertEqual(zone("ZIP", "uplift-base=base"), "18.20")
        self.assertEqual(zone("ZAC", "zones=ZIP"), "0.00")
        found = results(case(PROPOSAL, 2024, zone="ZIP"), *rows)
        self.assertEqual([found["total"], found["instalment:2024:base"]], ["216.70", "182.00"])


class Donum(unittest.TestCase):
    BASE = "segurSoftware=true;prescribingAid=true;sesamVitale=true;onlineRate=60"
    CERTIFICATES = ";atmpRate=30;dsgRate=30.0;speRate=100"
    PRESCRIPTIONS = ";dmpRate=30;ePrescriptionRate=30"
    TOOLS = ";apcvUsed=true;mssUsed=true"
    NO_OPTION = ";atmpRate=29.9999;dmpRate=0;apcvUsed=false"

    def total(self, facts, readings=""):
        return results(case(DONUM, 2026, readings, facts=facts), patient(40))["total"]

    def test_points(self):
        every = self.BASE + self.CERTIFICATES + self.PRESCRIPTIONS + self.TOOLS
        # 280 + 60 + 60 + 20 points of 7
        self.assertEqual(self.total(every), "2940.00")
        self.assertEqual(self.total(self.BASE + self.NO_OPTION), "1960.00")
        for option, points in (("CERTIFICATES", 60), ("PRESCRIPTIONS", 60), ("TOOLS", 20)):
            facts = self.BASE + self.NO_OPTION + getattr(self, option)
            self.assertEqual(self.total(facts), f"{7 * (280 + points)}.00", option)

    def test_the_base_is_needed(self):
        every = self.BASE + self.CERTIFICATES + self.PRESCRIPTIONS + self.TOOLS
        for lost in ("segurSoftware=false", "prescribingAid=false", "sesamVitale=false",
                     "onlineRate=59.9999"):
            self.assertEqual(self.total(f"{every};{lost}"), "0.00", lost)

    def test_means(self):
        facts = self.BASE + self.NO_OPTION + ";certificatesMean=30;prescriptionsMean=29.9999"
        self.assertEqual(self.total(facts), "1960.00")
        self.assertEqual(self.total(facts, "rates=mean"), "2380.00")

    def test_paid_in_the_next_year_and_shared_alike(self):
        row = case(DONUM, 2026, facts=self.BASE + self.NO_OPTION, sector="2")
        found = results(row, patient(40, times=3))
        # 196000 cents are 3 x 65333 and one more
        self.assertEqual([found[f"share:p{i}:socle"] for i in (1, 2, 3)],
                         ["653.34", "653.33", "653.33"])
        self.assertEqual(found["instalment:2027:socle"], "1960.00")
        self.assertEqual(results(row)["total"], "1960.00")


class NursePremium(unittest.TestCase):
    def total(self, patients, hours, readings="", slabs=""):
        row = case(NURSE, 2024, readings, facts=f"nurseHours={hours}", slabs=slabs)
        return results(row, patient(40, times=patients))["total"]

    def test_the_examples_of_2023_and_2024(self):
        # 12 slabs of 9373.50, 20 of 9940.50
        self.assertEqual(self.total(6000, 72, slabs="amount 9373.5"), "112482.00")
        self.assertEqual(self.total(10000, 120), "198810.00")
        self.assertEqual(self.total(11000, 200), "198810.00")

    def test_the_gates_and_their_readings(self):
        two, none = "19881.00", "0.00"
        self.assertEqual([self.total(1001, 12), self.total(1000, 12), self.total(1001, "11.9999")],
                         [two, none, none])
        self.assertEqual([self.total(1000, 12, "gate=from"), self.total(999, 12, "gate=from")],
                         [two, none])
        self.assertEqual([self.total(1001, 12, "gate=over"), self.total(1001, 12.5, "gate=over")],
                         [none, two])

    def test_other_slabs(self):
        def total(patients, hours, slabs):
            return self.total(patients, hours, slabs="amount 1;most 7;" + slabs)
        small = "patients each 3 over 5;nurseHours each 1.5 from 3"
        self.assertEqual([total(n, 30, small) for n in (5, 6, 9, 60)],
                         ["0.00", "2.00", "3.00", "7.00"])
        self.assertEqual([total(60, h, small) for h in ("2.9999", "3", "4.4999", "4.5")],
                         ["0.00", "2.00", "2.00", "3.00"])
        self.assertEqual(total(2, "0.3", "patients none;nurseHours each 0.1"), "3.00")

    def test_quarters(self):
        row = case(NURSE, 2024, facts="nurseHours=6",
                   slabs="patients each 1;nurseHours each 6")
        found = results(row, patient(40))
        # 9940.50 are 4 x 2485.12 and two cents
        self.assertEqual([found[f"instalment:2024-{month}:nurse"] for month in ("09", "12")],
                         ["2485.12", "2485.14"])


class Dated(unittest.TestCase):
    """The day is 31 December 2025, under the FMT of 2026."""

    def of(self, readings="", age=85, **facts):
        """What one row of 85 is paid, or why it is not on the list."""
        physician = {name: facts.pop(name) for name in ("zone", "contract", "sector", "neverSeen")
                     if name in facts}
        found = results(case(FMT, 2026, readings, **physician), patient(age, **facts))
        return found.get("row:p1", found.get("physician", found.get("total")))

    def each(self, name, dates, **facts):
        return [self.of(**{name: date}, **facts) for date in dates]

    EVE, DAY, MORROW = "2025-12-30", "2025-12-31", "2026-01-01"
    AROUND = (EVE, DAY, MORROW)

    def test_who_is_on_the_list(self):
        self.assertEqual(self.each("registeredFrom", self.AROUND),
                         ["55.00", "55.00", "not-yet-registered"])
        self.assertEqual(self.each("registeredUntil", self.AROUND), ["gone", "55.00", "55.00"])
        self.assertEqual(self.each("diedOn", self.AROUND), ["dead", "dead", "55.00"])
        # Of 2025 an age of 0, 15; who is born on the next day is on no list.
        self.assertEqual(self.each("birthDate", self.AROUND, age=""),
                         ["15.00", "15.00", "unborn"])

    def test_partial_dates(self):
        partial = ("2025", "2025-12", "2025-11", "2024", "2026", "2026-01")
        self.assertEqual(self.each("registeredFrom", partial),
                         ["55.00"] * 4 + ["not-yet-registered"] * 2)
        self.assertEqual(self.each("registeredUntil", partial),
                         ["refused", "refused", "gone", "gone", "55.00", "55.00"])
        self.assertEqual(self.each("diedOn", partial), ["dead"] * 4 + ["55.00"] * 2)
        # In a leap year February has 29 days: a month ends as its year has it.
        self.assertEqual(oracle.days_of("2024-02").last, oracle.date(2024, 2, 29))
        self.assertEqual(oracle.days_of("2025-02").last, oracle.date(2025, 2, 28))
        self.assertEqual(oracle.days_of("2025-12").last, oracle.date(2025, 12, 31))

    def test_what_is_certain_leaves_out_before_what_is_open_refuses(self):
        self.assertEqual(self.of(diedOn="2025", registeredUntil="2025"), "dead")
        self.assertEqual(self.of(registeredFrom="2026", registeredUntil="2025"), "refused")
        self.assertEqual(self.of(diedOn="2025-06-01", aldFrom="2025", aldUntil="2024"), "dead")
        self.assertEqual(self.of(aldFrom="2025-07", aldUntil="2025-06"), "refused")
        self.assertEqual(self.of(aldFrom="2025-06", aldUntil="2025-06"), "55.00")

    def test_rights(self):
        # With ALD 100, without 55; with C2S 10 more.
        for told in ("true", "false", ""):
            self.assertEqual(self.each("aldFrom", self.AROUND, ald=told),
                             ["100.00", "100.00", "55.00"])
            self.assertEqual(self.each("aldUntil", self.AROUND, ald=told),
                             ["55.00", "100.00", "100.00"])
        for told in ("true", "false", "", "free", "contributory"):
            self.assertEqual(self.each("c2sFrom", self.AROUND, c2s=told),
                             ["65.00", "65.00", "55.00"])
            self.assertEqual(self.each("c2sUntil", self.AROUND, c2s=told),
                             ["55.00", "65.00", "65.00"])
        self.assertEqual(self.of(c2sUntil="2025"), "refused")
        # The kind stays: 1 of 1 is on the free C2S, and its share is capped at 25 %.
        rights = dict(c2s="free", c2sUntil="2024-12-31")
        self.assertEqual([results(case(FPMT24, 2024, "precarity-of=free"),
                                  patient(30, **dict(rights, c2s=kind)))["component:precarity"]
                          for kind in ("free", "contributory")], ["0.45", "0.00"])

    def test_visits(self):
        # Seen 55, not seen 5.
        for name in ("visits", "lastSeen"):
            dates = ("2023-12-31", "2024-01-01", "2024", "2025-12-31", "2026-01-01")
            self.assertEqual(self.each(name, dates),
                             ["5.00", "55.00", "55.00", "55.00", "55.00"])
            self.assertEqual(self.of("late-visit=unseen", **{name: "2026-01-01"}), "5.00")
        # A visit before the day is known: it decides, whatever came later.
        self.assertEqual(self.of(visits="2023-12-31 2026-01-01"), "5.00")
        self.assertEqual(self.of(visits="2023-12-31", lastSeen="2026-01-01"), "5.00")
        self.assertEqual(self.of("late-visit=unseen", visits="2024-02-29 2026-01-01"), "55.00")
        self.assertEqual(self.of(visits="never"), "5.00")
        self.assertEqual(self.of(visits="never", lastSeen="2025-01-01"), "refused")
        self.assertEqual(self.of(lastSeen="empty"), "refused")
        self.assertEqual(self.of(lastSeen="empty", neverSeen="empty"), "5.00")
        self.assertEqual(self.of(lastSeen="empty", visits="2025"), "55.00")
        self.assertEqual(self.of(lastSeen="empty", seen="true"), "55.00")
        # What is told besides a visit that came too late holds.
        self.assertEqual(self.of(lastSeen="2026", seen="false"), "5.00")
        self.assertEqual(self.of("late-visit=unseen", lastSeen="2026", seen="true"), "55.00")

    def test_actions(self):
        actions = "flu@2025-12-31 flu@2026-01-01 flu@2026-11 covid@2025 dental hpv@2027-01-01"
        # 55, and 5 for each of flu and dental; of N-1 flu, covid and dental.
        self.assertEqual(self.of(prevention=actions), "65.00")
        self.assertEqual(self.of("prevention-year=N-1", prevention=actions), "70.00")
        self.assertEqual(self.of(prevention="flu flu@2026"), "60.00")
        # The proposal names no year: flu, covid, dental, hpv, and 46 for 80 years.
        found = results(case(PROPOSAL, 2024), patient(85, prevention=actions))
        self.assertEqual(found["total"], "66.00")

    def test_facts_of_the_physician(self):
        # 55 with 10 % in a ZIP; 55 without; nothing in sector 2.
        moves = [f"ZAC /2025-12-{day};ZIP {after}/"
                 for day, after in ((30, self.DAY), (31, self.MORROW))]
        self.assertEqual([self.of(zone=zone) for zone in moves], ["60.50", "55.00"])
        self.assertEqual([self.of("zone-day=1/1/N", zone=zone) for zone in moves],
                         ["60.50", "60.50"])
        self.assertEqual(self.of("zone-day=1/1/N", zone="ZIP /2025-12-31"), "55.00")
        # Each day that is named is that day, whatever day the ages are read on.
        self.assertEqual(self.of("reference-day=31/12/N", zone="ZIP /2025-12-31"), "60.50")
        self.assertEqual(self.of(zone="ZIP", contract="true 2025-12-31/2025-12-31"), "55.00")
        self.assertEqual(self.of(zone="ZIP", contract="true 2026-01-01/"), "60.50")
        self.assertEqual(self.of(sector="2 /2025-12-31;1 2026-01-01/"), "0.00")
        self.assertEqual(self.of(sector="2 /2025-12-30;1 2025-12-31/"), "55.00")
        # A gap says nothing.
        self.assertEqual(self.of(zone="ZIP /2025-12-30;ZIP 2026-01-01/"), "55.00")

    def test_periods_that_are_refused(self):
        for zone in ("ZIP /2025;ZAC 2026/", "ZIP 2025/2024", "ZIP /2025-12",
                     "ZIP 2025-01-01/2025-03-01;ZAC 2025-03-01/", "ZIP /;ZAC /2001"):
            self.assertEqual(self.of(zone=zone), "refused", zone)
        # Where one value holds for sure, no other can.
        for zone in ("ZIP 2025-12-31/;ZAC /2025", "ZAC /2025;ZIP 2025-12-31/"):
            self.assertEqual(self.of(zone=zone), "60.50", zone)
        # What does not decide leaves nothing open: who is not paid, no zone, another text.
        self.assertEqual(self.of(zone="ZIP /2025", sector="2"), "0.00")
        self.assertEqual(self.of(zone="ZAC", contract="true /2025"), "55.00")
        found = results(case(FPMT24, 2025, zone="ZIP /2025"), patient(85))
        self.assertEqual(found["total"], "46.00")
        # 2025 and 2025 may follow each other, and both are over on 31 December 2026.
        self.assertEqual(self.of("reference-day=31/12/N;zone-day=1/1/N",
                                 zone="ZIP /2025;ZAC 2025/2025"), "55.00")

    def test_both_lists_of_an_fpmt(self):
        def paid(readings="", **facts):
            found = results(case(FPMT24, 2024, readings), patient(85, **facts))
            return (found.get("row:p1"), found.get("instalment:2024-11:base"),
                    found.get("instalment:2025-03:base"))
        # 46 on both days: three advances of 11.50 and as much; the day of advances is 31/12/2023.
        self.assertEqual(paid(), (None, "11.50", "11.50"))
        self.assertEqual(paid(registeredFrom="2023-12-31"), (None, "11.50", "11.50"))
        self.assertEqual(paid(registeredFrom="2024-01-01"), (None, "0.00", "46.00"))
        self.assertEqual(paid(diedOn="2024-12-31"), ("dead", "11.50", "-34.50"))
        self.assertEqual(paid(registeredUntil="2023-12-30"), ("gone", "0.00", "0.00"))
        # With the ALD 70: 17.50.
        self.assertEqual(paid(aldFrom="2024-02-29"), (None, "11.50", "35.50"))
        self.assertEqual(paid(aldUntil="2024-12-30"), (None, "17.50", "-6.50"))
        # What is open on one of the two days is on neither list.
        self.assertEqual(paid(aldUntil="2023"), ("refused", "0.00", "0.00"))
        # A list of the year before is read on its own day.
        before = patient(85, list="previous", aldFrom="2023-12-31") \
            + patient(85, list="previous", diedOn="2023-12-31")
        found = results(case(FPMT24, 2024), patient(85, aldUntil="2023"), before)
        self.assertEqual((found["instalment:2024-11:base"], found["previous-row:p3"]),
                         ("17.50", "dead"))
        self.assertEqual(found["component:base"], "46.00")


class Prevention(unittest.TestCase):
    """Who is eligible, and what validates, by hand."""

    def asked(self, indicator, as_of="2026-06-30", **row):
        return prevention.assess(row, 2026, as_of, {})[indicator]

    def test_ages_of_the_programmes(self):
        for birth, indicator, eligible in [
                ("1961-12-31", "flu", "yes"), ("1976-12-31", "colorectal", "yes"),
                ("1977-01-01", "colorectal", "no"), ("1951-12-31", "colorectal", "no"),
                ("2025-04-01", "exam-9m", "yes"), ("2025-03-31", "exam-9m", "no"),
                ("2026-01-01", "exam-9m", "no")]:
            with self.subTest(birth=birth, indicator=indicator):
                self.assertEqual(self.asked(indicator, birthDate=birth)[0], eligible)

    def test_a_window_across_the_new_year(self):
        for day, answer in [("2026-09-30", "unknown"), ("2026-10-01", "yes"),
                            ("2027-01-31", "yes"), ("2027-02-01", "unknown")]:
            acts = [{"kind": "flu-vaccine", "date": day}]
            with self.subTest(day=day):
                self.assertEqual(self.asked("flu", "2027-12-31", age=80, acts=acts)[1], answer)

    def test_a_leap_day(self):
        acts = [{"kind": "mmr-vaccine", "date": day} for day in ("2025-06-01", "2026-02-28")]
        self.assertEqual(self.asked("mmr", birthDate="2024-02-29", acts=acts)[1], "yes")

    def test_what_the_practice_would_know(self):
        diabetic = {"age": 60, "conditions": ["diabetes"], "acts": []}
        self.assertEqual(self.asked("hba1c", "2026-12-31", **diabetic),
                         ["yes", "unknown", "window-open"])
        self.assertEqual(self.asked("hba1c", "2027-01-01", **diabetic), ["yes", "no", None])

    def test_a_statement_pays_what_is_known(self):
        row = {"age": 80, "prevention": ["covid"],
               "acts": [{"kind": "flu-vaccine", "date": "2026-11-01"}]}
        self.assertEqual(prevention.paid(row, 2026, {}), ["covid", "flu"])


class Shares(unittest.TestCase):
    def test_largest_remainder_ties_in_list_order(self):
        # 10 cents over 1:1:1 are 3.33 each: the odd one to the first.
        self.assertEqual(oracle.split(10, [1, 1, 1]), [4, 3, 3])
        # 10 over 5:1:1 are 7.14, 1.43, 1.43: the odd one to the first of the two.
        self.assertEqual(oracle.split(10, [5, 1, 1]), [7, 2, 1])
        self.assertEqual(oracle.split(0, [0, 0]), [0, 0])

    def test_any_list_adds_up_under_every_reading(self):
        seeded = random.Random(2026)
        for schedule in oracle.GRIDS:
            readings = oracle.READINGS[oracle.family_of(schedule)]
            every = list(product(*readings.values()))
            for options in seeded.sample(every, min(len(every), 600)):
                chosen = ";".join("=".join(pair) for pair in zip(readings, options))
                self.adds_up(seeded, schedule, chosen)

    def adds_up(self, seeded, schedule, readings):
        rows = [patient(seeded.randrange(100), seeded.random() < .3,
                        seeded.choice(("false", "true", "free", "contributory")),
                        seen=seeded.choice(("true", "false", "")),
                        prevention=str(seeded.randrange(5)),
                        list=seeded.choice(("now", "now", "previous")))
                for _ in range(seeded.randrange(12))]
        row = case(schedule, 2026, readings, zone=seeded.choice(("ZIP", "ZAC", "QPV", "none")),
                   age=str(seeded.randrange(60, 75)), firstInstallation=seeded.choice(("2025", "")),
                   activeUntil=seeded.choice(("", "2026-05-17")))
        sums = {}
        for key, cents in oracle.statement(row, number(*rows)):
            kind, component = key.split(":")[0], key.split(":")[-1]
            sums[kind, component] = sums.get((kind, component), 0) + cents
        components = [c for kind, c in sums if kind == "component"]
        self.assertEqual(sum(sums["component", c] for c in components), sums["total", "total"])
        for c in components:
            self.assertEqual(sums.get(("instalment", c), 0), sums["component", c], (row, c))
            self.assertEqual(sums.get(("share", c), 0), sums["component", c], (row, c))


class Command(unittest.TestCase):
    def run_on(self, row, rows):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("cases.csv", "patients.csv")]
            for path, names, content in zip(paths, (CASE, PATIENT), ([row], rows)):
                with open(path, "w", encoding="utf-8", newline="") as file:
                    writer = csv.DictWriter(file, names)
                    writer.writeheader()
                    writer.writerows(content)
            return subprocess.run([sys.executable, oracle.__file__, *paths],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  universal_newlines=True, check=False)

    def test_csv_in_csv_out(self):
        done = self.run_on(case(FPMT24, 2025), number(patient(0), patient(80, True, "free")))
        found = {key: amount for _, key, amount in csv.reader(io.StringIO(done.stdout))}
        # Base 6 + 70; half the list has the C2S, so (25 - 7)/2 = 9 % of 76 = 6.84:
        # 0.54 and 6.30. The advances rest on one patient of 79 with ALD: 46/4.
        self.assertEqual(done.returncode, 0)
        self.assertEqual(found, {
            "key": "amount", "total": "82.84",
            "component:base": "76.00", "component:precarity": "6.84",
            "instalment:2025-06:base": "11.50", "instalment:2025-09:base": "11.50",
            "instalment:2025-11:base": "11.50", "instalment:2026-03:base": "41.50",
            "instalment:2026-03:precarity": "6.84",
            "share:p1:base": "6.00", "share:p2:base": "70.00",
            "share:p1:precarity": "0.54", "share:p2:precarity": "6.30"})

    def test_what_is_malformed_stops_it(self):
        for row, rows in ((case(FMT, 2026, "odd-cents=middle"), []),
                          (case(DONUM, 2026), []),
                          (case(NURSE, 2024, facts="nurseHours=6", slabs="nurses each 1"), []),
                          (case(NURSE, 2024, facts="nurseHours=6", slabs="patients each"), []),
                          (case(FMT, 2026), number(patient(""))),
                          (case(FMT, 2026), number(patient(8, diedOn="2026-13"))),
                          (case(FMT, 2026, zone="ZIP/"), []),
                          (case(FMT, 2026), number(patient(8, prevention="16")))):
            done = self.run_on(row, rows)
            self.assertEqual(done.returncode, 1)
            self.assertTrue(done.stderr.startswith("case 1: "), done.stderr)


if __name__ == "__main__":
    unittest.main()
