"""Prefect without an account, the network or telemetry: its servers, sessions on them, and schedules."""
