"""Where a browser's session is kept (``settings.SESSION_ENGINE``): Django's table."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's, but that a session which nobody has seen yet is written once, at the end."""

    def cycle_key(self):
        """Another key for what is kept; a session that has none yet gets one when it is kept."""
        if self.session_key is None:
            self.modified = True
        else:
            super().cycle_key()
