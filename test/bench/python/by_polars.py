"""A lazy query: an expression for each component, added up by physician."""

import polars as pl
from contestant import MOST, check, contestant

age, ald, seen = pl.col("age"), pl.col("ald"), pl.col("seen")
base = (
    pl.when(seen == 0)
    .then(500)
    .when((ald == 1) & (age >= 80))
    .then(10000)
    .when(ald == 1)
    .then(5500)
    .when(age <= 6)
    .then(1500)
    .when(age < 75)
    .then(500)
    .when(age < 80)
    .then(1500)
    .otherwise(5500)
)


def prepare(columns):
    # Rows stand physician by physician, in ascending order.
    frame = pl.DataFrame(columns).with_columns(pl.col("physicianId").set_sorted())
    query = (
        frame.lazy()
        .group_by("physicianId")
        .agg(
            base=base.sum(),
            c2s=(pl.col("c2s") > 0).sum() * 1000,
            prevention=pl.col("prevention").sum() * 500,
        )
        .sort("physicianId")
        .select(pl.sum_horizontal("base", "c2s", "prevention"))
    )

    def work():
        check(frame.select(pl.col(*MOST).max()).row(0, named=True))
        return query.collect().to_series()

    return work


contestant(prepare)
