"""The published JSON Schemas are current, and every line that is written is as they say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from numclaims.cli import main
from numclaims.report.schema import claim_schema, finding_schema

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "storm.txt": "The storm sank 12 of the 9 boats. Between 400 and 300 people wait. Half of them, or 0.5%, are 80 years old.",
    "title.jsonl": '{"id": "x", "title": "12 boats lost", "text": "The port lost 12 of its 9 boats at -3 C, up 4 percent on 2023."}',
}


@pytest.mark.parametrize(("name", "schema"), [("claim", claim_schema()), ("finding", finding_schema())])
def test_the_published_schemas_are_current(name: str, schema: dict[str, object]) -> None:
    published = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert published == schema, "python -m numclaims.report.schema docs/schema makes them anew"
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("command", "schema"), [("extract", claim_schema()), ("audit", finding_schema())])
def test_every_line_is_as_its_schema_says(tmp_path: Path, command: str, schema: dict[str, object]) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, [command, str(tmp_path), str(ROOT / "seeds"), "--format", "jsonl"])
    lines = result.stdout.splitlines()
    assert len(lines) > 1
    for line in lines:
        jsonschema.validate(json.loads(line), schema)
