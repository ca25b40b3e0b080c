import core.models.fields
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models
from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("core", "0001_initial"),
        ("property", "0001_initial"),
        ("service", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name='StoredFile',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('FILE-', db_column='file_id', width=8)),
                        ('file_url', core.models.fields.LineField(blank=True, help_text='resolved link; signed on demand', null=True)),
                        ('thumbnail_url', core.models.fields.LineField(blank=True, null=True)),
                        ('file_type', core.models.fields.ChoiceField(choices=[('image', 'Image'), ('document', 'Document'), ('video', 'Video'), ('audio', 'Audio'), ('archive', 'Archive'), ('other', 'Other')])),
                        ('mime_type', core.models.fields.LineField(blank=True, null=True)),
                        ('original_filename', core.models.fields.LineField(blank=True, null=True)),
                        ('uploaded_at', core.models.fields.NowField()),
                        ('description', core.models.fields.TextField(blank=True, null=True)),
                        ('tags', django.contrib.postgres.fields.ArrayField(base_field=core.models.fields.LineField(), blank=True, null=True)),
                        ('is_archived', core.models.fields.FlagField(default=False)),
                        ('file_size_bytes', models.BigIntegerField(blank=True, null=True)),
                        ('storage_backend', core.models.fields.ChoiceField(choices=[('local', 'Local'), ('s3', 'S3'), ('supabase', 'Supabase'), ('external', 'External')], default='local')),
                        ('storage_key', core.models.fields.LineField(help_text='path or object key', unique=True)),
                        ('sha256', core.models.fields.LineField(blank=True, null=True)),
                        ('width_px', core.models.fields.IntegerField(blank=True, null=True)),
                        ('height_px', core.models.fields.IntegerField(blank=True, null=True)),
                        ('duration_seconds', core.models.fields.IntegerField(blank=True, null=True)),
                        ('captured_at', models.DateTimeField(blank=True, null=True)),
                        ('latitude', core.models.fields.CoordinateField(blank=True, null=True)),
                        ('longitude', core.models.fields.CoordinateField(blank=True, null=True)),
                        ('visibility', core.models.fields.ChoiceField(choices=[('internal', 'Internal'), ('owner', 'Owner'), ('guest', 'Guest'), ('public', 'Public')], default='internal')),
                        ('is_sensitive', core.models.fields.FlagField(default=False)),
                        ('expires_at', models.DateTimeField(blank=True, null=True)),
                        ('archived_at', models.DateTimeField(blank=True, null=True)),
                        ('virus_scan_status', core.models.fields.ChoiceField(choices=[('pending', 'Pending'), ('clean', 'Clean'), ('infected', 'Infected'), ('skipped', 'Skipped')], default='pending')),
                        ('search_text', core.models.fields.SearchTextField('number')),
                        ('property', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='files', to='property.property')),
                        ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='storage_files', to='property.room')),
                        ('uploaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='files', to='team.teammember')),
                    ],
                    options={
                        'verbose_name': 'file',
                        'verbose_name_plural': 'files',
                        'db_table': 'storage"."files',
                        'ordering': ['-uploaded_at'],
                    },
                ),
                migrations.CreateModel(
                    name='RoomFile',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('context_type', core.models.fields.ChoiceField(blank=True, choices=[('reference', 'Reference'), ('current', 'Current'), ('issue', 'Issue')], null=True)),
                        ('is_reference', core.models.fields.FlagField(default=False)),
                        ('caption', core.models.fields.LineField(blank=True, null=True)),
                        ('sort_order', core.models.fields.IntegerField(default=0)),
                        ('taken_at', models.DateTimeField(blank=True, null=True)),
                        ('room', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='room_files', to='property.room')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='room_files', to='storage.storedfile')),
                    ],
                    options={
                        'verbose_name': 'room file',
                        'verbose_name_plural': 'room files',
                        'db_table': 'storage"."room_files',
                        'ordering': ['room_id', 'sort_order'],
                    },
                ),
                migrations.CreateModel(
                    name='InspectionFile',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('context_type', core.models.fields.ChoiceField(blank=True, choices=[('issue', 'Issue'), ('room', 'Room'), ('completion', 'Completion'), ('checklist_item', 'Checklist Item')], null=True)),
                        ('caption', core.models.fields.LineField(blank=True, null=True)),
                        ('sort_order', core.models.fields.IntegerField(default=0)),
                        ('inspection', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='files', to='property.inspection')),
                        ('inspection_issue', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_files', to='property.inspectionissue')),
                        ('inspection_room_question', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='inspection_files', to='property.inspectionanswer')),
                        ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_files', to='property.room')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inspection_files', to='storage.storedfile')),
                    ],
                    options={
                        'verbose_name': 'inspection file',
                        'verbose_name_plural': 'inspection files',
                        'db_table': 'storage"."inspection_files',
                        'ordering': ['inspection_id', 'sort_order'],
                    },
                ),
                migrations.CreateModel(
                    name='TicketFile',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('context_type', core.models.fields.ChoiceField(blank=True, choices=[('before', 'Before'), ('after', 'After'), ('damage', 'Damage'), ('receipt', 'Receipt'), ('completion', 'Completion'), ('quote', 'Quote'), ('invoice', 'Invoice'), ('other', 'Other')], null=True)),
                        ('caption', core.models.fields.LineField(blank=True, null=True)),
                        ('is_owner_visible', core.models.fields.FlagField(default=False)),
                        ('is_guest_visible', core.models.fields.FlagField(default=False)),
                        ('sort_order', core.models.fields.IntegerField(default=0)),
                        ('added_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_files', to='team.teammember')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ticket_files', to='storage.storedfile')),
                        ('ticket', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='files', to='service.ticket')),
                    ],
                    options={
                        'verbose_name': 'ticket file',
                        'verbose_name_plural': 'ticket files',
                        'db_table': 'storage"."ticket_files',
                        'ordering': ['ticket_id', 'sort_order'],
                    },
                ),
            ],
        ),
    ]
