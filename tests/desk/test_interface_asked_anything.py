"""The HTTP interface asked whatever its description allows, and some of what it forbids; its answers are as described."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance, unsupported_method

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

_ASKED = 25
"""How many questions each address gets."""


def test_answers_are_as_described(sample_ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    faults: dict[str, str] = {}
    with Ledger.open(path) as ledger:
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(ledger))
        operations = [found.ok() for found in schema.get_all_operations()]
        assert len(operations) == sum(len(methods) for methods in schema.raw_schema["paths"].values())
        for operation in operations:
            try:
                _asked(operation)
            except Exception as error:
                faults[operation.label] = str(error)
    assert faults == {}, "\n\n".join(f"{label}: {said}" for label, said in faults.items())


def _asked(operation: Any) -> None:
    @settings(
        max_examples=_ASKED,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        # a method that an address does not have may be refused by the door before the router sees it; and words can have
        # the shape of a cursor, a day or a crisis, and be none
        case.call_and_validate(excluded_checks=[unsupported_method, positive_data_acceptance])

    ask()
