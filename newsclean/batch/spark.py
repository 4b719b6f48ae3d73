"""Apache Spark: a column of pages into rows of records, by ``mapInArrow``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from newsclean.arrow_schema import Profile, schema
from newsclean.batch.arrow import clean_batches
from newsclean.errors import MissingExtra

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def clean(pages: DataFrame, profile: Profile = "flat") -> DataFrame:
    """Clean the pages of a data frame; its columns are those of `newsclean.batch.arrow.clean_batch`.

    Executors need newsclean with the extra ``[spark]``. Python on the executors must be the driver's version.

    Raises:
        MissingExtra: pyspark is not installed.
    """
    return pages.mapInArrow(partial(clean_batches, profile=profile), spark_schema(profile))


def spark_schema(profile: Profile = "flat") -> Any:
    """Return the schema of the rows as Spark's type."""
    try:
        from pyspark.sql.pandas.types import from_arrow_schema
    except ImportError:
        raise MissingExtra("Spark data frames", "pyspark", "spark") from None
    return from_arrow_schema(schema(profile))
