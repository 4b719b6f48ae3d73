from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture(scope="session")
def fixture_pages():
    """Every page and dump among the fixtures."""
    pages = sorted(
        [
            *FIXTURES.glob("*/*/*/page.html"),
            *FIXTURES.glob("*/*/page.html"),
            *FIXTURES.glob("*/*/*/page.txt"),
            *FIXTURES.glob("*/*/page.txt"),
        ]
    )
    assert pages
    return pages
