"""How exactly the latest day of a case is known, and by what rules the index was made: an older one is made again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("web", "0005_nameword")]
    operations = [
        migrations.AddField(
            model_name="entry", name="told", field=models.CharField(default="", max_length=10)
        ),
        migrations.AddField(model_name="indexversion", name="format", field=models.IntegerField(default=0)),
    ]
