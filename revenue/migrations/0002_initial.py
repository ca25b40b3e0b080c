import core.models.expressions
import core.models.fields
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("revenue", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddIndex(
                    model_name='pricingrecommendation',
                    index=models.Index(fields=['status', 'target_date'], name='pricing_recomm_status_ta_bdf51'),
                ),
                migrations.AddIndex(
                    model_name='pricingrecommendation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='pricing_recommendations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='pricingrecommendation',
                    constraint=models.CheckConstraint(condition=models.Q(('recommended_rate__gt', 0)), name='pricing_recommendations_recommended_rate_check', violation_error_message='Recommended rate must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='pricingrecommendation',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('target_date')), _connector='OR'), name='pricing_recommendations_end_date_target_date_check', violation_error_message='End date must not be before target date.'),
                ),
                migrations.AddIndex(
                    model_name='pricingadjustment',
                    index=models.Index(fields=['adjustment_date'], name='pricing_adjust_adjustment_date'),
                ),
                migrations.AddIndex(
                    model_name='pricingadjustment',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='pricing_adjustments_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='pricingadjustment',
                    constraint=models.CheckConstraint(condition=models.Q(('adjusted_rate__gt', 0)), name='pricing_adjustments_adjusted_rate_check', violation_error_message='Adjusted rate must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='pricingadjustment',
                    constraint=models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('property', 'adjustment_date', 'adjustment_type'), name='pricing_adjustments_property_adjustment_date_adjustmen_66c9d', violation_error_message='There is already a row with this property, adjustment date, adjustment type.'),
                ),
                migrations.AddIndex(
                    model_name='pricingrule',
                    index=models.Index(fields=['is_active', 'priority'], name='pricing_rules_is_active_a19eb'),
                ),
                migrations.AddIndex(
                    model_name='pricingrule',
                    index=models.Index(fields=['effective_date', 'end_date'], name='pricing_rules_effective_30dd6'),
                ),
                migrations.AddIndex(
                    model_name='pricingrule',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='pricing_rules_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='pricingrule',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('effective_date')), _connector='OR'), name='pricing_rules_end_date_effective_date_check', violation_error_message='End date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='pricingrule',
                    constraint=models.CheckConstraint(condition=models.Q(('min_rate__isnull', True), ('max_rate__isnull', True), ('max_rate__gte', models.F('min_rate')), _connector='OR'), name='pricing_rules_min_rate_max_rate_check', violation_error_message='Must hold: min rate is empty or max rate is empty or max rate is at least min rate.'),
                ),
                migrations.AddIndex(
                    model_name='pricinglog',
                    index=models.Index(fields=['property', '-created_at'], name='pricing_logs_property_cr_b3d33'),
                ),
                migrations.AddIndex(
                    model_name='pricinglog',
                    index=models.Index(fields=['event_type'], name='pricing_logs_event_type'),
                ),
                migrations.AddIndex(
                    model_name='pricinglog',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='pricing_logs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='ratechange',
                    index=models.Index(fields=['property', 'stay_date', '-changed_at'], name='rate_history_property_st_178b2'),
                ),
                migrations.AddIndex(
                    model_name='ratechange',
                    index=models.Index(fields=['changed_at'], name='rate_history_changed_at'),
                ),
                migrations.AddIndex(
                    model_name='ratechange',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='rate_history_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ratechange',
                    constraint=models.CheckConstraint(condition=models.Q(('new_rate__gte', 0)), name='rate_history_new_rate_check', violation_error_message='New rate cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='revenueforecast',
                    index=models.Index(fields=['property', 'period_start'], name='revenue_foreca_property_c7e14'),
                ),
                migrations.AddConstraint(
                    model_name='revenueforecast',
                    constraint=models.UniqueConstraint(fields=('property', 'forecast_date', 'period_start', 'scenario'), name='revenue_forecasts_property_forecast_date_period_start_0927b', violation_error_message='There is already a row with this property, forecast date, period start, scenario.'),
                ),
                migrations.AddIndex(
                    model_name='seasonalrate',
                    index=models.Index(fields=['property', 'start_date'], name='seasonal_rates_property_4399f'),
                ),
                migrations.AddIndex(
                    model_name='seasonalrate',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='seasonal_rates_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='seasonalrate',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__gte', models.F('start_date'))), name='seasonal_rates_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddConstraint(
                    model_name='seasonalrate',
                    constraint=models.CheckConstraint(condition=models.Q(('nightly_rate__gt', 0), ('adjustment_percent__isnull', False), _connector='OR'), name='seasonal_rates_nightly_rate_adjustment_percent_check', violation_error_message='Must hold: nightly rate > 0 or adjustment percent is given.'),
                ),
                migrations.AddConstraint(
                    model_name='seasonalrate',
                    constraint=models.CheckConstraint(condition=models.Q(('min_stay__gte', 1)), name='seasonal_rates_min_stay_check', violation_error_message='Min stay cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='seasonalrate',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('is_active', True), ('season_level', 'primary')), expressions=[('property', '='), (core.models.expressions.ClosedDates('start_date', 'end_date'), '&&')], name='primary_seasons_do_not_overlap', violation_error_message='Another primary season already covers these dates.'),
                ),
                migrations.AddIndex(
                    model_name='yieldmetric',
                    index=models.Index(fields=['metric_date'], name='yield_metrics_metric_date'),
                ),
                migrations.AddConstraint(
                    model_name='yieldmetric',
                    constraint=models.UniqueConstraint(fields=('property', 'metric_date'), name='yield_metrics_property_metric_date_unique', violation_error_message='There is already a row with this property, metric date.'),
                ),
            ],
        ),
    ]
