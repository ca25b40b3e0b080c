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
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='team',
                    name='manager',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='teams', to='team.teammember'),
                ),
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
