"""Variables and parameters of OpenFisca-Core, whose entities are built before the rounds."""

import numpy as np
from contestant import MOST, check, contestant
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

YEAR = "2026"

PATIENT = build_entity("patient", "patients", "A patient", is_person=True)
PHYSICIAN = build_entity(
    "physician", "physicians", "Their physician", roles=[{"key": "patient", "plural": "patients"}]
)

CENTS = {
    "base": {
        "not_seen": 500,
        "from_0": 1500,
        "from_7": 500,
        "from_75": 1500,
        "from_80": 5500,
        "ald_0": 5500,
        "ald_80": 10000,
    },
    "c2s": {"beneficiary": 1000},
    "prevention": {"action": 500},
}


def base(patient, period, parameters):
    cents = parameters(period).base
    age, ald = patient("age", period), patient("ald", period) == 1
    return np.select(
        [patient("seen", period) == 0, ald & (age >= 80), ald, age <= 6, age < 75, age < 80],
        [cents.not_seen, cents.ald_80, cents.ald_0, cents.from_0, cents.from_7, cents.from_75],
        cents.from_80,
    )


def c2s_amount(patient, period, parameters):
    return (patient("c2s", period) > 0) * parameters(period).c2s.beneficiary


def prevention_amount(patient, period, parameters):
    return patient("prevention", period) * parameters(period).prevention.action


def total(physician, period):
    components = ("base", "c2s_amount", "prevention_amount")
    return sum(physician.sum(physician.members(name, period)) for name in components)


COMPUTED = {
    "base": (PATIENT, base),
    "c2s_amount": (PATIENT, c2s_amount),
    "prevention_amount": (PATIENT, prevention_amount),
    "total": (PHYSICIAN, total),
}


def prepare(columns):
    simulation = simulation_of(columns.pop("physicianId"))
    for name, column in columns.items():
        simulation.set_input(name, YEAR, column.astype(np.int32))

    def work():
        check({name: column.max() for name, column in columns.items()})
        for name in COMPUTED:
            simulation.delete_arrays(name, YEAR)
        return simulation.calculate("total", YEAR)

    return work


def simulation_of(physician):
    system = TaxBenefitSystem([PATIENT, PHYSICIAN])
    system.parameters = ParameterNode("", data={name: of(CENTS[name]) for name in CENTS})
    for name in MOST:
        system.add_variable(variable(name, PATIENT))
    for name, (entity, formula) in COMPUTED.items():
        system.add_variable(variable(name, entity, formula=formula))

    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("patient", np.arange(len(physician)))
    group = builder.declare_entity("physician", np.unique(physician))
    builder.join_with_persons(group, physician, np.zeros(len(physician), np.uint8))
    return builder.build(system)


def of(amounts):
    return {name: {"values": {"2026-01-01": {"value": cents}}} for name, cents in amounts.items()}


def variable(name, entity, **formula):
    """A whole number of a year."""
    return type(
        name,
        (Variable,),
        {"value_type": int, "entity": entity, "definition_period": DateUnit.YEAR, **formula},
    )


contestant(prepare)
