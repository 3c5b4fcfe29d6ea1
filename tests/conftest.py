"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no fault of the code: bench/ measures speed, by ratios.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
