"""Triggers that refuse to change or delete audit entries and decisions, on SQLite and PostgreSQL."""

from django.db import migrations

from peelian.casebook import protection


def make(apps, schema_editor):
    for statement in protection.statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    for statement in protection.removals(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("casebook", "0002_originals_copies_stale")]
    operations = [migrations.RunPython(make, remove)]
