import core.models.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0002_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='contact',
            name='full_name',
            field=core.models.fields.LineField(blank=True, editable=False, help_text='kept by the database from the names below', null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contact',
            trigger=pgtrigger.compiler.Trigger(name='keep_full_name', sql=pgtrigger.compiler.UpsertTriggerSql(func="NEW.full_name := \n    CASE WHEN NEW.contact_type = 'person'\n    THEN coalesce(\n        nullif(concat_ws(' ', NEW.first_name, NEW.middle_name, NEW.last_name, NEW.suffix), ''),\n        NEW.company_name)\n    ELSE coalesce(\n        NEW.company_name,\n        nullif(concat_ws(' ', NEW.first_name, NEW.middle_name, NEW.last_name, NEW.suffix), ''))\n    END\n; RETURN NEW;", hash='7edc345305817b4617ee840be6317034573a2738', operation='INSERT OR UPDATE', pgid='pgtrigger_keep_full_name_cd4d3', table='directory"."contacts', when='BEFORE')),
        ),
    ]
