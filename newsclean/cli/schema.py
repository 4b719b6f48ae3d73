"""``newsclean schema``: the record as JSON Schema."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of the record.

    \b
    Examples:
      newsclean schema
      newsclean schema > article.schema.json
    """
    from newsclean.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
