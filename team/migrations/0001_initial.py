import core.models.expressions
import core.models.fields
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ('directory', '0001_initial'),
        ('finance', '0001_initial'),
        ('geo', '0001_initial'),
        ('property', '0001_initial'),
        ('ref', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name='Team',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('TEAM-', db_column='team_id', width=4)),
                        ('name', core.models.fields.LineField()),
                        ('description', core.models.fields.TextField(blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('team_code', core.models.fields.LineField(help_text='short code, e.g. PROPERTY_CARE', unique=True)),
                        ('email', core.models.fields.EmailField(blank=True, max_length=254, null=True)),
                        ('color', core.models.fields.LineField(blank=True, help_text='hex', null=True)),
                        ('search_text', core.models.fields.SearchTextField('number', 'name', 'team_code', 'email')),
                        ('default_ticket_type', core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='ref.tickettype', to_field='code')),
                        ('parent_team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='team.team')),
                    ],
                    options={
                        'verbose_name': 'team',
                        'verbose_name_plural': 'teams',
                        'db_table': 'team"."teams',
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='TeamMember',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('MBR-', db_column='member_id', width=6)),
                        ('role', core.models.fields.LineField(blank=True, null=True)),
                        ('department', core.models.fields.LineField(blank=True, null=True)),
                        ('employment_type', core.models.fields.ChoiceField(choices=[('employee', 'Employee'), ('contractor', 'Contractor'), ('intern', 'Intern'), ('vendor', 'Vendor')], default='employee')),
                        ('hire_date', models.DateField(blank=True, null=True)),
                        ('termination_date', models.DateField(blank=True, null=True)),
                        ('termination_reason', core.models.fields.TextField(blank=True, null=True)),
                        ('can_approve_expenses', core.models.fields.FlagField(default=False)),
                        ('skills', django.contrib.postgres.fields.ArrayField(base_field=core.models.fields.LineField(), blank=True, null=True)),
                        ('certifications', django.contrib.postgres.fields.ArrayField(base_field=core.models.fields.LineField(), blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('display_name', core.models.fields.LineField()),
                        ('compensation_type', core.models.fields.ChoiceField(choices=[('hourly', 'Hourly'), ('salary', 'Salary'), ('per_job', 'Per Job')], default='hourly')),
                        ('work_email', core.models.fields.EmailField(blank=True, max_length=254, null=True)),
                        ('work_phone', core.models.fields.LineField(blank=True, null=True)),
                        ('max_weekly_hours', core.models.fields.ScoreField(blank=True, null=True)),
                        ('notes', core.models.fields.TextField(blank=True, null=True)),
                        ('hourly_rate', core.models.fields.MoneyField(blank=True, null=True)),
                        ('salary', core.models.fields.MoneyField(blank=True, null=True)),
                        ('expense_limit', core.models.fields.MoneyField(blank=True, help_text='USD per purchase without approval', null=True)),
                        ('overtime_rate', core.models.fields.MoneyField(blank=True, null=True)),
                        ('status', core.models.fields.ChoiceField(choices=[('onboarding', 'Onboarding'), ('active', 'Active'), ('paid_leave', 'Paid Leave'), ('unpaid_leave', 'Unpaid Leave'), ('offboarding', 'Offboarding'), ('inactive', 'Inactive'), ('terminated', 'Terminated')], default='active')),
                        ('search_text', core.models.fields.SearchTextField('number', 'display_name', 'work_email', 'work_phone')),
                        ('contact', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='team_members', to='directory.contact')),
                        ('home_area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='team_members', to='geo.area')),
                        ('manager', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='team_directory_as_manager', to='team.teammember')),
                        ('preferred_language', core.models.fields.CodeField(blank=True, db_column='preferred_language', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='team_members', to='ref.language', to_field='code')),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='team_members', to='team.team')),
                        ('timezone', core.models.fields.CodeField(blank=True, db_column='timezone', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='team_members', to='ref.timezone', to_field='code')),
                    ],
                    options={
                        'verbose_name': 'team member',
                        'verbose_name_plural': 'team members',
                        'db_table': 'team"."team_directory',
                        'ordering': ['display_name'],
                    },
                ),
            ],
        ),
        Together(
            operations=[
                migrations.AddField(
                    model_name='team',
                    name='manager',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='teams', to='team.teammember'),
                ),
            ],
        ),
        Together(
            operations=[
                migrations.CreateModel(
                    name='Shift',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('SHFT-', db_column='shift_id', width=6)),
                        ('shift_date', models.DateField()),
                        ('starts_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField()),
                        ('scheduled_hours', core.models.fields.ScoreField(blank=True, null=True)),
                        ('actual_hours', core.models.fields.ScoreField(blank=True, null=True)),
                        ('shift_type', core.models.fields.ChoiceField(blank=True, choices=[('regular', 'Regular'), ('overtime', 'Overtime'), ('on_call', 'On Call'), ('training', 'Training')], null=True)),
                        ('notes', core.models.fields.TextField(blank=True, null=True)),
                        ('clock_in_at', models.DateTimeField(blank=True, null=True)),
                        ('clock_out_at', models.DateTimeField(blank=True, null=True)),
                        ('break_minutes', core.models.fields.IntegerField(default=0)),
                        ('published_at', models.DateTimeField(blank=True, null=True)),
                        ('status', core.models.fields.ChoiceField(choices=[('DRAFT', 'Draft'), ('SCHEDULED', 'Scheduled'), ('IN_PROGRESS', 'In Progress'), ('COMPLETED', 'Completed'), ('CANCELLED', 'Cancelled'), ('NO_SHOW', 'No Show')], default='SCHEDULED')),
                        ('search_text', core.models.fields.SearchTextField('number')),
                        ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='shifts', to='geo.area')),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='shifts', to='team.team')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='shifts_as_created_by', to='team.teammember')),
                        ('member', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='team.teammember')),
                    ],
                    options={
                        'verbose_name': 'shift',
                        'verbose_name_plural': 'shifts',
                        'db_table': 'team"."shifts',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='TimeEntry',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('TIME-', db_column='time_entry_id', width=8)),
                        ('work_date', models.DateField()),
                        ('started_at', models.DateTimeField(blank=True, null=True)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('duration_seconds', core.models.fields.IntegerField(blank=True, null=True)),
                        ('is_billable', core.models.fields.FlagField(default=False)),
                        ('billable_to', core.models.fields.ChoiceField(blank=True, choices=[('owner', 'Owner'), ('company', 'Company'), ('guest', 'Guest')], null=True)),
                        ('requires_verification', core.models.fields.FlagField(default=False)),
                        ('notes', core.models.fields.TextField(blank=True, null=True)),
                        ('entry_method', core.models.fields.ChoiceField(choices=[('timer', 'Timer'), ('manual', 'Manual'), ('mobile', 'Mobile'), ('import', 'Import')], default='timer')),
                        ('start_latitude', core.models.fields.CoordinateField(blank=True, null=True)),
                        ('start_longitude', core.models.fields.CoordinateField(blank=True, null=True)),
                        ('approved_at', models.DateTimeField(blank=True, null=True)),
                        ('is_overtime', core.models.fields.FlagField(default=False)),
                        ('is_paid_break', core.models.fields.FlagField(default=False)),
                        ('hourly_rate', core.models.fields.MoneyField(blank=True, help_text='rate frozen at work time', null=True)),
                        ('labor_cost', core.models.fields.MoneyField(blank=True, help_text='duration x hourly_rate', null=True)),
                        ('timesheet_status', core.models.fields.ChoiceField(choices=[('START', 'Start'), ('STOP', 'Stop'), ('VERIFY', 'Verify'), ('APPROVED', 'Approved'), ('RECORDED', 'Recorded'), ('REJECTED', 'Rejected')], default='START')),
                        ('search_text', core.models.fields.SearchTextField('number')),
                        ('activity_type', core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='ref.activitytype', to_field='code')),
                        ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='time_entries_as_approved_by', to='team.teammember')),
                        ('member', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='team.teammember')),
                        ('payroll_item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='time_entries', to='finance.payrollitem')),
                        ('property', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='property.property')),
                    ],
                    options={
                        'verbose_name': 'time entry',
                        'verbose_name_plural': 'time entries',
                        'db_table': 'team"."time_entries',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='ShiftTimeEntry',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('allocated_seconds', core.models.fields.IntegerField()),
                        ('notes', core.models.fields.TextField(blank=True, null=True)),
                        ('shift', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='time_entries', to='team.shift')),
                        ('time_entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shift_time_entries', to='team.timeentry')),
                    ],
                    options={
                        'verbose_name': 'shift time entry',
                        'verbose_name_plural': 'shift time entries',
                        'db_table': 'team"."shift_time_entries',
                        'ordering': ['-id'],
                    },
                ),
                migrations.CreateModel(
                    name='TimeEntryVerification',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('verification_number', core.models.fields.IntegerField()),
                        ('verified_at', models.DateTimeField(blank=True, null=True)),
                        ('original_duration_seconds', core.models.fields.IntegerField(blank=True, null=True)),
                        ('adjusted_duration_seconds', core.models.fields.IntegerField(blank=True, null=True)),
                        ('adjustment_reason', core.models.fields.TextField(blank=True, null=True)),
                        ('notes', core.models.fields.TextField(blank=True, null=True)),
                        ('verification_status', core.models.fields.ChoiceField(choices=[('PENDING', 'Pending'), ('VERIFIED', 'Verified'), ('REJECTED', 'Rejected'), ('ADJUSTED', 'Adjusted')])),
                        ('time_entry', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='team.timeentry')),
                        ('verified_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='time_entry_verifications', to='team.teammember')),
                    ],
                    options={
                        'verbose_name': 'time entry check',
                        'verbose_name_plural': 'time entry checks',
                        'db_table': 'team"."time_entry_verifications',
                        'ordering': ['-id'],
                    },
                ),
            ],
        ),
        Together(
            operations=[
                migrations.AddIndex(
                    model_name='teammember',
                    index=models.Index(fields=['is_active'], name='team_directory_is_active'),
                ),
                migrations.AddIndex(
                    model_name='teammember',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='team_directory_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='teammember',
                    constraint=models.CheckConstraint(condition=models.Q(('termination_date__isnull', True), ('termination_date__gte', models.F('hire_date')), _connector='OR'), name='team_directory_termination_date_hire_date_check', violation_error_message='Termination date must not be before hire date.'),
                ),
                migrations.AddConstraint(
                    model_name='teammember',
                    constraint=models.CheckConstraint(condition=models.Q(('manager__isnull', True), models.Q(('manager', models.F('id')), _negated=True), _connector='OR'), name='team_directory_manager_id_id_check', violation_error_message='Manager cannot be the row itself.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{onboarding:active,onboarding:inactive,active:paid_leave,active:unpaid_leave,active:offboarding,active:inactive,paid_leave:active,paid_leave:offboarding,unpaid_leave:active,unpaid_leave:offboarding,offboarding:inactive,offboarding:terminated,inactive:active,inactive:terminated}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='8c3473537002e01eba34cca75455f74695492c39', operation='UPDATE', pgid='pgtrigger_status_moves_c6ecd', table='team"."team_directory', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='team',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='teams_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='team',
                    constraint=models.CheckConstraint(condition=models.Q(('parent_team__isnull', True), models.Q(('parent_team', models.F('id')), _negated=True), _connector='OR'), name='teams_parent_team_id_id_check', violation_error_message='Parent team cannot be the row itself.'),
                ),
                migrations.AddIndex(
                    model_name='shift',
                    index=models.Index(fields=['member', 'shift_date'], name='shifts_member_shift_date'),
                ),
                migrations.AddIndex(
                    model_name='shift',
                    index=models.Index(fields=['status'], name='shifts_status'),
                ),
                migrations.AddIndex(
                    model_name='shift',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='shifts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='shift',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='shifts_ends_at_starts_at_check', violation_error_message='Ends at must be after starts at.'),
                ),
                migrations.AddConstraint(
                    model_name='shift',
                    constraint=models.CheckConstraint(condition=models.Q(('scheduled_hours__gte', 0)), name='shifts_scheduled_hours_check', violation_error_message='Scheduled hours cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='shift',
                    constraint=models.CheckConstraint(condition=models.Q(('actual_hours__gte', 0)), name='shifts_actual_hours_check', violation_error_message='Actual hours cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='shift',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status__in', ['CANCELLED', 'NO_SHOW']), _negated=True), expressions=[('member', '='), (core.models.expressions.TimeRange('starts_at', 'ends_at'), '&&')], name='shifts_of_a_member_do_not_overlap', violation_error_message='The member already has a shift at this time.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='shift',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{DRAFT:SCHEDULED,DRAFT:CANCELLED,SCHEDULED:IN_PROGRESS,SCHEDULED:CANCELLED,SCHEDULED:NO_SHOW,IN_PROGRESS:COMPLETED}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='be48cc43f4f41db0c81646be3a47627c2198c244', operation='UPDATE', pgid='pgtrigger_status_moves_4c059', table='team"."shifts', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='timeentry',
                    index=models.Index(fields=['member', 'work_date'], name='time_entries_member_work_date'),
                ),
                migrations.AddIndex(
                    model_name='timeentry',
                    index=models.Index(fields=['timesheet_status'], name='time_entries_timesheet_status'),
                ),
                migrations.AddIndex(
                    model_name='timeentry',
                    index=models.Index(condition=models.Q(('requires_verification', True)), fields=['requires_verification'], name='time_entries_requires_ve_1cb9f'),
                ),
                migrations.AddIndex(
                    model_name='timeentry',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='time_entries_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='timeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='time_entries_ended_at_started_at_check', violation_error_message='Ended at must not be before started at.'),
                ),
                migrations.AddConstraint(
                    model_name='timeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('duration_seconds__gte', 0)), name='time_entries_duration_seconds_check', violation_error_message='Duration seconds cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='timeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('labor_cost__gte', 0)), name='time_entries_labor_cost_check', violation_error_message='Labor cost cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='timeentry',
                    trigger=pgtrigger.compiler.Trigger(name='timesheet_status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."timesheet_status", \':\', NEW."timesheet_status") = ANY(\'{START:STOP,STOP:VERIFY,STOP:APPROVED,STOP:REJECTED,VERIFY:APPROVED,VERIFY:REJECTED,REJECTED:STOP,APPROVED:RECORDED}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."timesheet_status" IS DISTINCT FROM NEW."timesheet_status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "timesheet_status" from "%" to "%" on table %\', OLD."timesheet_status", NEW."timesheet_status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='0172353079aba0cb1f79a972c081c119ae321f4e', operation='UPDATE', pgid='pgtrigger_timesheet_status_moves_07c5a', table='team"."time_entries', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='shifttimeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('allocated_seconds__gte', 0)), name='shift_time_entries_allocated_seconds_check', violation_error_message='Allocated seconds cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='shifttimeentry',
                    constraint=models.UniqueConstraint(fields=('shift', 'time_entry'), name='shift_time_entries_shift_time_entry_unique', violation_error_message='There is already a row with this shift, time entry.'),
                ),
                migrations.AddConstraint(
                    model_name='timeentryverification',
                    constraint=models.CheckConstraint(condition=models.Q(('adjusted_duration_seconds__gte', 0)), name='time_entry_verifications_adjusted_duration_seconds_check', violation_error_message='Adjusted duration seconds cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='timeentryverification',
                    constraint=models.UniqueConstraint(fields=('time_entry', 'verification_number'), name='time_entry_verifications_time_entry_verification_numbe_ba983', violation_error_message='There is already a row with this time entry, verification number.'),
                ),
            ],
        ),
    ]
