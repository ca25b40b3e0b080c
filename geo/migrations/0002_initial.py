import core.models.fields
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("geo", "0001_initial"),
        ("directory", "0001_initial"),
        ("ref", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='city',
                    name='timezone',
                    field=core.models.fields.CodeField(blank=True, db_column='timezone', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cities', to='ref.timezone', to_field='code'),
                ),
                migrations.AddField(
                    model_name='area',
                    name='city',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='geo.city'),
                ),
                migrations.AddField(
                    model_name='country',
                    name='country',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='country', to='ref.countrycode', to_field='code', unique=True),
                ),
                migrations.AddField(
                    model_name='country',
                    name='currency',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='countries', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='pointofinterest',
                    name='activity_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='poi', to='ref.activitylevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='pointofinterest',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='poi', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='pointofinterest',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='poi', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='state',
                    name='country',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='states', to='geo.country'),
                ),
                migrations.AddField(
                    model_name='state',
                    name='iso',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='state', to='ref.statecode', to_field='code', unique=True),
                ),
                migrations.AddField(
                    model_name='state',
                    name='timezone',
                    field=core.models.fields.CodeField(blank=True, db_column='timezone', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='states', to='ref.timezone', to_field='code'),
                ),
                migrations.AddField(
                    model_name='city',
                    name='state',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='cities', to='geo.state'),
                ),
                migrations.AddField(
                    model_name='area',
                    name='state',
                    field=models.ForeignKey(blank=True, help_text='set on zones, which span cities', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='geo.state'),
                ),
                migrations.AddIndex(
                    model_name='country',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='countries_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='pointofinterest',
                    index=models.Index(fields=['poi_type'], name='poi_poi_type'),
                ),
                migrations.AddIndex(
                    model_name='pointofinterest',
                    index=models.Index(condition=models.Q(('google_place_id__isnull', False)), fields=['google_place_id'], name='poi_google_place_id_partial'),
                ),
                migrations.AddIndex(
                    model_name='pointofinterest',
                    index=models.Index(condition=models.Q(('is_recommended', True)), fields=['is_recommended'], name='poi_is_recommended_partial'),
                ),
                migrations.AddIndex(
                    model_name='pointofinterest',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='poi_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='pointofinterest',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 0), ('rating__lte', 5)), name='poi_rating_check', violation_error_message='Rating must lie between 0 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='state',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='states_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='state',
                    constraint=models.UniqueConstraint(fields=('country', 'state_code'), name='states_country_state_code_unique', violation_error_message='There is already a row with this country, state code.'),
                ),
                migrations.AddIndex(
                    model_name='city',
                    index=models.Index(fields=['zone_slug'], name='cities_zone_slug'),
                ),
                migrations.AddIndex(
                    model_name='city',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='cities_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='city',
                    constraint=models.UniqueConstraint(fields=('state', 'slug'), name='cities_state_slug_unique', violation_error_message='There is already a row with this state, slug.'),
                ),
                migrations.AddIndex(
                    model_name='area',
                    index=models.Index(fields=['area_type'], name='areas_area_type'),
                ),
                migrations.AddIndex(
                    model_name='area',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='areas_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='area',
                    constraint=models.CheckConstraint(condition=models.Q(('area_type', 'zone'), ('city__isnull', False), _connector='OR'), name='areas_area_type_city_id_check', violation_error_message='Must hold: area type is zone or city is given.'),
                ),
                migrations.AddConstraint(
                    model_name='area',
                    constraint=models.CheckConstraint(condition=models.Q(('parent_area__isnull', True), models.Q(('parent_area', models.F('id')), _negated=True), _connector='OR'), name='areas_parent_area_id_id_check', violation_error_message='Parent area cannot be the row itself.'),
                ),
            ],
        ),
    ]
