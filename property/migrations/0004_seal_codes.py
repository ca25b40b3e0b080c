"""Codes and passwords that stood in plain text are sealed."""

import core.models.fields
from django.db import migrations

from core import secrets

COLUMNS = {
    "property_access_codes": ("code_value",),
    "property_locks": ("code_current", "code_master"),
    "properties": ("wifi_password", "door_code", "gate_code", "lockbox_code"),
    "resorts": ("wifi_password",),
}
BATCH = 1000


def seal(apps, editor):
    """Seal what is plain, row by row, for the column of that row."""
    with editor.connection.cursor() as cursor:
        for table, columns in COLUMNS.items():
            for column in columns:
                while rows := _plain(cursor, table, column):
                    purpose = f"property.{table}.{column}"
                    cursor.executemany(
                        f"UPDATE property.{table} SET {column} = %s WHERE id = %s",
                        [(secrets.encrypt(text, f"{purpose}/{key}"), key) for key, text in rows],
                    )


def _plain(cursor, table, column):
    cursor.execute(
        f"SELECT id, {column} FROM property.{table}"
        f" WHERE {column} <> '' AND {column} NOT LIKE 'hk1.%%' LIMIT %s",
        [BATCH],
    )
    return cursor.fetchall()


def open_again(apps, editor):
    """Back to plain text, as it was before."""
    with editor.connection.cursor() as cursor:
        for table, columns in COLUMNS.items():
            for column in columns:
                cursor.execute(
                    f"SELECT id, {column} FROM property.{table} WHERE {column} LIKE 'hk1.%'"
                )
                purpose = f"property.{table}.{column}"
                rows = [
                    (secrets.decrypt(text, f"{purpose}/{key}"), key)
                    for key, text in cursor.fetchall()
                ]
                cursor.executemany(
                    f"UPDATE property.{table} SET {column} = %s WHERE id = %s", rows
                )


def _legacy(name):
    return migrations.AlterField(
        "property",
        name,
        core.models.fields.LineField(
            blank=True,
            null=True,
            help_text="legacy value; current codes live in property_access_codes",
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("property", "0003_appliance_numbers")]
    operations = [
        migrations.RunPython(seal, open_again),
        *map(_legacy, COLUMNS["properties"]),
    ]
