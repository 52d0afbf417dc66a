"""A query on a standalone Spark cluster: a master and two workers, one killed in the middle.

Usage: cluster.py FOLDER, which holds `panel` and `physicians` as Parquet and `query.sql`. Tells what
happens while it does, and writes `rows.json`: the rows of the query, every value as text. What takes
longer than LIMIT seconds ends the run with what the master and the workers said last.
"""

import glob
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pyspark
from pyspark.sql import SparkSession

LIMIT = 1800
folder = sys.argv[1]
home = os.path.dirname(pyspark.__file__)
core = glob.glob(os.path.join(home, "jars", "spark-core_*.jar"))[0]
os.environ["SPARK_HOME"] = home
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
# Those who start workers from the package of pip must say it.
os.environ["SPARK_SCALA_VERSION"] = os.path.basename(core).split("_")[1].split("-")[0]
os.environ["PYSPARK_PYTHON"] = sys.executable
began = time.monotonic()
children = {}


def tell(text):
    print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)


def log_of(name):
    return os.path.join(folder, name + ".log")


def start(name, *arguments):
    with open(log_of(name), "w") as log:
        command = [os.path.join(home, "bin", "spark-class"), *arguments]
        children[name] = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True
        )


def kill(name):
    """Kills a process, and the executors that it started."""
    try:
        os.killpg(children[name].pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def wait_for(condition, what):
    while not condition():
        if time.monotonic() - began > LIMIT:
            for name in children:
                with open(log_of(name)) as log:
                    tell(f"{name} said last: " + "".join(log.readlines()[-5:]))
            raise SystemExit(f"waited for {what} until {LIMIT} s")
        time.sleep(0.05)
    tell(what)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def is_open(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def start_cluster():
    port = free_port()
    url = f"spark://127.0.0.1:{port}"
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host", "127.0.0.1", "--port", str(port), "--webui-port", str(free_port()),
    )  # fmt: skip
    wait_for(lambda: is_open(port), "the master is there")
    for name in ("worker-1", "worker-2"):
        start(
            name,
            "org.apache.spark.deploy.worker.Worker",
            "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g",
            "--work-dir", os.path.join(folder, name), url,
        )  # fmt: skip
    return url


def open_session(url):
    return (
        SparkSession.builder.master(url)
        .appName("forfait-mt")
        .config("spark.executor.memory", "768m")
        .config("spark.executor.cores", "1")
        .config("spark.cores.max", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "4")
        # A task for each file.
        .config("spark.sql.files.maxPartitionBytes", "1m")
        # To compile the query takes longer than its few rows.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.local.dir", os.path.join(folder, "local"))
        .getOrCreate()
    )


def executors(spark):
    # The driver is one of them.
    return spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1


def middle_of(tracker):
    """How far the first stage is that has many tasks, some of which are done, and some not yet."""
    stages = [tracker.getStageInfo(one) for one in tracker.getActiveStageIds()]
    for stage in stages:
        if stage and stage.numTasks >= 8 and 4 <= stage.numCompletedTasks <= stage.numTasks - 4:
            return f"{stage.numCompletedTasks} of {stage.numTasks} tasks of a stage are done"
    return None


def kill_in_the_middle(spark, answer):
    tracker = spark.sparkContext.statusTracker()
    while not answer:
        middle = middle_of(tracker)
        if middle:
            kill("worker-2")
            tell(f"{middle}: worker-2 is killed")
            wait_for(lambda: executors(spark) == 1, "its executor is lost")
            return
        time.sleep(0.02)


def answer_of(spark, query):
    """The rows of a query, during which a worker is killed."""
    answer = {}

    def run():
        try:
            answer["rows"] = spark.sql(query).collect()
        except Exception as error:
            answer["error"] = error

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    kill_in_the_middle(spark, answer)
    wait_for(lambda: answer, "the query has ended")
    if "error" in answer:
        raise answer["error"]
    return answer["rows"]


try:
    spark = open_session(start_cluster())
    spark.sparkContext.setLogLevel("ERROR")
    wait_for(lambda: executors(spark) == 2, f"Spark {spark.version} has two executors")
    for name in ("panel", "physicians"):
        spark.read.parquet(os.path.join(folder, name)).createOrReplaceTempView(name)
    with open(os.path.join(folder, "query.sql")) as file:
        rows = answer_of(spark, file.read().strip().rstrip(";"))
    if executors(spark) != 1:
        raise SystemExit("the query ended before a worker was killed")
    with open(os.path.join(folder, "rows.json"), "w") as file:
        texts = [
            {name: None if value is None else str(value) for name, value in row.asDict().items()}
            for row in rows
        ]
        json.dump(texts, file)
    spark.stop()
finally:
    for name in children:
        kill(name)
