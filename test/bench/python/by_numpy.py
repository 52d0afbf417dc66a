"""A table of amounts by age, ALD and visit, added up over the rows of each physician."""

import numpy as np
from contestant import MOST, check, contestant

AGES = MOST["age"] + 1


def prepare(columns):
    physician = columns.pop("physicianId")
    # Rows stand physician by physician.
    first = np.append(0, np.flatnonzero(physician[1:] != physician[:-1]) + 1)
    table = base_table()

    def work():
        check({name: column.max() for name, column in columns.items()})
        place = (
            columns["age"]
            + columns["ald"] * np.uint16(AGES)
            + columns["seen"] * np.uint16(2 * AGES)
        )
        base = of_physicians(table[place])
        c2s = of_physicians(columns["c2s"] > 0) * 1000
        prevention = of_physicians(columns["prevention"]) * 500
        return base + c2s + prevention

    def of_physicians(values):
        return np.add.reduceat(values, first, dtype=np.int64)

    return work


def base_table():
    """Cents by visit, ALD and age."""
    age = np.arange(AGES)
    other = np.select([age <= 6, age < 75, age < 80], [1500, 500, 1500], 5500)
    ald = np.where(age >= 80, 10000, 5500)
    unseen = np.full(2 * AGES, 500)
    return np.concatenate([unseen, other, ald]).astype(np.uint16)


contestant(prepare)
