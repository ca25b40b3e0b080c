import core.models.fields
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models
from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("storage", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddIndex(
                    model_name='storedfile',
                    index=models.Index(fields=['-uploaded_at'], name='files_uploaded_at'),
                ),
                migrations.AddIndex(
                    model_name='storedfile',
                    index=models.Index(fields=['sha256'], name='files_sha256'),
                ),
                migrations.AddIndex(
                    model_name='storedfile',
                    index=models.Index(fields=['file_type'], name='files_file_type'),
                ),
                migrations.AddIndex(
                    model_name='storedfile',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='files_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='storedfile',
                    constraint=models.CheckConstraint(condition=models.Q(('file_size_bytes__gte', 0)), name='files_file_size_bytes_check', violation_error_message='File size bytes cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='roomfile',
                    index=models.Index(condition=models.Q(('is_reference', True)), fields=['room'], name='room_files_room_partial'),
                ),
                migrations.AddConstraint(
                    model_name='roomfile',
                    constraint=models.UniqueConstraint(fields=('room', 'file'), name='room_files_room_file_unique', violation_error_message='There is already a row with this room, file.'),
                ),
                migrations.AddConstraint(
                    model_name='inspectionfile',
                    constraint=models.UniqueConstraint(fields=('inspection', 'file', 'room'), name='inspection_files_inspection_file_room_unique', nulls_distinct=False, violation_error_message='There is already a row with this inspection, file, room.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketfile',
                    constraint=models.UniqueConstraint(fields=('ticket', 'file', 'context_type'), name='ticket_files_ticket_file_context_type_unique', nulls_distinct=False, violation_error_message='There is already a row with this ticket, file, context type.'),
                ),
            ],
        ),
    ]
