"""Training over the API."""

from core.api.resources import Resource
from knowledge.models import TrainingCompletion, TrainingMaterial, TrainingModule


class TrainingMaterialResource(Resource):
    """Training course or material."""

    model = TrainingMaterial
    fields = """
        id number title file sop owner_member description category format audience_roles
        is_mandatory validity_months estimated_minutes status created_at updated_at
    """


class TrainingModuleResource(Resource):
    """Modules of a course in order."""

    model = TrainingModule
    fields = """
        id training_material file module_order title content module_type duration_minutes
        passing_score quiz_questions is_required created_at updated_at
    """


class TrainingCompletionResource(Resource):
    """Who completed which module, with score."""

    model = TrainingCompletion
    fields = """
        id training_module member verified_by certificate_file attempt_number assigned_at
        due_date started_at completed_at score expires_on status created_at updated_at
    """
    read_only = False
    deletes = False
