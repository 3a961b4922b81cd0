"""The full-text table: FTS5 on SQLite, tsvector on PostgreSQL."""

from django.db import migrations

from peelian.web.fulltext import CREATE_POSTGRES, CREATE_SQLITE


def create(apps: object, schema_editor: object) -> None:
    sql = CREATE_SQLITE if schema_editor.connection.vendor == "sqlite" else CREATE_POSTGRES  # type: ignore[attr-defined]
    schema_editor.execute(sql)  # type: ignore[attr-defined]


def drop(apps: object, schema_editor: object) -> None:
    schema_editor.execute("DROP TABLE web_fulltext")  # type: ignore[attr-defined]


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
