"""Who may do what to which model; the same policies answer for lists and for single rows."""

from django.contrib.auth.backends import BaseBackend


class PolicyBackend(BaseBackend):
    """x"""
