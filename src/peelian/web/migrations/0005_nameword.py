"""The words of names, so that suggestions need not read through all names; filled from the names that are there."""

import django.db.models.deletion
from django.db import migrations, models


def fill(apps: object, schema_editor: object) -> None:
    persons = apps.get_model("web", "PersonEntry")  # type: ignore[attr-defined]
    words = apps.get_model("web", "NameWord")  # type: ignore[attr-defined]
    words.public.bulk_create(
        (
            words(person_id=pk, word=word[:80])
            for pk, folded in persons.public.values_list("pk", "folded").iterator()
            for word in sorted(set(folded.split()))
        ),
        batch_size=5_000,
    )


class Migration(migrations.Migration):
    dependencies = [("web", "0004_delete_topic")]
    operations = [
        migrations.CreateModel(
            name="NameWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(db_index=True, max_length=80)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="web.personentry",
                    ),
                ),
            ],
            managers=[("public", models.Manager())],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
