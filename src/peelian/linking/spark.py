"""Scoring on Spark: the settings, weights and result of `scoring` on DuckDB, for casebooks that outgrow a machine.

Needs the extra ``spark`` (PySpark) and a Java runtime. A Spark session that the caller has made is used as
it is; without one, one is started on this machine, told to listen to nothing but this machine, and stopped
afterwards.

Names are compared by a function of our own: the one in Splink's jar gives words of more than ten letters less
for a common beginning, and DuckDB's is rapidfuzz's. The workers need rapidfuzz and PyArrow installed.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from peelian.linking import model, scoring
from peelian.linking.scoring import Pair
from peelian.linking.weights import Weights

if TYPE_CHECKING:
    import pyarrow as pa


class SparkMissing(RuntimeError):
    """PySpark or Java is not installed."""


def _needed() -> None:
    try:
        import pyspark  # noqa: F401
    except ImportError as error:
        raise SparkMissing("linking on Spark needs PySpark: pip install 'peelian[spark]'") from error
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and (home is None or shutil.which("java", path=f"{home}/bin") is None):
        raise SparkMissing(
            "linking on Spark needs a Java runtime (17 or later): install one, or set JAVA_HOME"
        )


@contextmanager
def session(*, cores: int = 2, memory: str = "2g") -> Iterator[Any]:
    """Give the Spark session that is running, or one on this machine that ends with the block.

    Raises `SparkMissing`.
    """
    _needed()
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    if running is not None:
        yield running
        return
    builder = SparkSession.builder.master(f"local[{cores}]").appName("peelian")
    local = {
        "spark.driver.memory": memory,
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": str(2 * cores),
        "spark.default.parallelism": str(2 * cores),
        # The plans of this model are long; compiled as a whole they are slower than step by step.
        "spark.sql.codegen.wholeStage": "false",
        "spark.log.level": "ERROR",
    }
    for name, value in local.items():
        builder = builder.config(name, value)
    # Workers are to run this Python, not the first one on the path.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    started = builder.getOrCreate()
    try:
        yield started
    finally:
        started.stop()


def score(
    data: pa.Table,
    weights: Weights,
    *,
    least: float | None = None,
    only: Iterable[tuple[str, str]] | None = None,
    prior: float | None = None,
) -> list[Pair]:
    """Return the pairs of a table of `model.table`, as `scoring.score` does on DuckDB.

    Raises `SparkMissing`.
    """
    if data.num_rows < 2:
        return []
    with session() as spark:
        return _score(spark, data, weights, least, only, prior)


def _similarity() -> Any:
    """Jaro-Winkler similarity as DuckDB has it, as a function that Spark sends to its workers by value."""

    def alike(one: str | None, other: str | None) -> float | None:
        from rapidfuzz.distance import JaroWinkler

        return None if one is None or other is None else JaroWinkler.similarity(one, other)

    return alike


def _score(
    spark: Any,
    data: pa.Table,
    weights: Weights,
    least: float | None,
    only: Iterable[tuple[str, str]] | None,
    prior: float | None,
) -> list[Pair]:
    from pyspark.sql.functions import udf
    from splink import Linker, SparkAPI

    logging.getLogger("splink").setLevel(logging.ERROR)
    spark.udf.register("jaro_winkler", udf(_similarity(), "double", useArrow=True))
    api: Any = SparkAPI(  # type: ignore[no-untyped-call]
        spark_session=spark, break_lineage_method="persist", register_udfs_automatically=False
    )
    run = secrets.token_hex(4)  # a session may score more than once: its tables need names of their own
    linker = Linker(
        api.register(data, dataset_display_name=f"mentions_{run}"),
        model.settings(weights, prior=prior or scoring.prior_for(data.num_rows, weights)),
        log_level=None,
    )
    for column in model.FREQUENCY_COLUMNS:
        share = scoring.frequency_table(data.column(column).to_pylist(), column, weights)
        linker.table_management.register_term_frequency_lookup(
            api.register(share, dataset_display_name=f"frequency_{column}_{run}"), column
        )
    if only is not None:
        scoring.register_pairs(linker, only)
    result = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
    rows = [row.asDict() for row in result.as_spark_dataframe().collect()]
    spark.catalog.clearCache()
    return scoring.pairs_of(rows, weights)
