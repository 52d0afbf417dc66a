"""Runs queries on Spark: each line of the input is {"tables", "queries", "small"}.

Tables, as {name: query}, are written as Parquet first, as a platform has them; small ones are not,
and their queries are interpreted and planned once, because to compile one, or to plan it anew after
each of its stages, takes longer than its few rows. The answer to a line is the rows of each of its
queries, every value as text.
Usage: queries.py FOLDER ANSI ("true" or "false")
"""

import json
import os
import sys

from pyspark.sql import SparkSession

folder, ansi = sys.argv[1:3]
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
spark = (
    SparkSession.builder.master("local[2]")
    .appName("forfait-mt")
    .config("spark.sql.ansi.enabled", ansi)
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.default.parallelism", "2")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.local.dir", folder)
    .config("spark.sql.warehouse.dir", os.path.join(folder, "warehouse"))
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
print(json.dumps({"version": spark.version}), file=answers, flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    compiled = "false" if asked["small"] else "true"
    spark.conf.set("spark.sql.codegen.wholeStage", compiled)
    spark.conf.set("spark.sql.adaptive.enabled", compiled)
    spark.conf.set("spark.sql.shuffle.partitions", "1" if asked["small"] else "2")
    mode = "NO_CODEGEN" if asked["small"] else "FALLBACK"
    spark.conf.set("spark.sql.codegen.factoryMode", mode)
    for name, query in asked["tables"].items():
        table = spark.sql(query).coalesce(1)
        if not asked["small"]:
            path = os.path.join(folder, name)
            table.write.mode("overwrite").parquet(path)
            table = spark.read.parquet(path)
        table.createOrReplaceTempView(name)
    rows = []
    for query in asked["queries"]:
        found = spark.sql(query.strip().rstrip(";"))
        names = found.columns
        rows.append(
            [
                {name: None if value is None else str(value) for name, value in zip(names, row)}
                for row in found.collect()
            ]
        )
    print(json.dumps(rows), file=answers, flush=True)
spark.stop()
