"""Prefect without an account, a standing server, the network or telemetry."""
