"""Pages of imports beside their list: upload, the import itself, what is done with it, files."""

from django.forms import Media

MEDIA = Media(
    css={"all": ["console/records.css", "console/imports.css"]}, js=["console/imports.js"]
)
