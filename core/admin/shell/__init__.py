"""What every list of the console has: chosen columns, saved views, change of many rows at once."""

from core.admin.shell.mixin import ShellMixin

__all__ = ["ShellMixin"]
