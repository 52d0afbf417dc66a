"""One SQL query over a table of DuckDB that is in memory."""

import duckdb
from contestant import MOST, check, contestant

LARGEST = f"SELECT {', '.join(f'max({name}) AS {name}' for name in MOST)} FROM list"

TOTALS = """
SELECT base + c2s + prevention AS total
FROM (
  SELECT physicianId,
         sum(CASE WHEN seen = 0 THEN 500
                  WHEN ald = 1 AND age >= 80 THEN 10000
                  WHEN ald = 1 THEN 5500
                  WHEN age <= 6 THEN 1500
                  WHEN age < 75 THEN 500
                  WHEN age < 80 THEN 1500
                  ELSE 5500 END) AS base,
         sum(c2s > 0) * 1000 AS c2s,
         sum(prevention) * 500 AS prevention
  FROM list GROUP BY physicianId
)
ORDER BY physicianId
"""


def prepare(columns):
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("CREATE TABLE list AS SELECT * FROM columns")

    def work():
        largest = connection.execute(LARGEST).fetchnumpy()
        check({name: largest[name][0] for name in MOST})
        return connection.execute(TOTALS).fetchnumpy()["total"]

    return work


contestant(prepare)
