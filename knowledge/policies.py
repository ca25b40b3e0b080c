"""Who sees what of the knowledge schema."""

from core.permissions.policies import policy
from knowledge.models import (
    Article,
    ArticleCategory,
    ArticleEmbedding,
    ArticleFeedback,
    ArticleTag,
    ArticleVersion,
    Checklist,
    ChecklistAnswer,
    ChecklistItem,
    ChecklistRun,
    CompanyPolicy,
    CompanyPolicyVersion,
    Document,
    DocumentEmbedding,
    Faq,
    FaqCategory,
    GlossaryTerm,
    Guidebook,
    GuidebookSection,
    PolicyAcknowledgment,
    Procedure,
    ProcedureCheck,
    ProcedureStep,
    SearchLog,
    Suggestion,
    TrainingCompletion,
    TrainingMaterial,
    TrainingModule,
)

# Articles
policy(
    Article,
    "knowledge",
    own=["author__user", "reviewer__user"],
    team=["author__team", "property__primary_team"],
)
policy(ArticleVersion, "knowledge", parent="article")
policy(ArticleCategory, "knowledge", parent="article")
policy(ArticleTag, "knowledge", parent="article")
policy(ArticleEmbedding, "knowledge", parent="article")
policy(Faq, "knowledge", own=["author__user"], team=["author__team", "property__primary_team"])
policy(FaqCategory, "knowledge", parent="faq")
policy(ArticleFeedback, "knowledge", own=["user"], parent="article")

# Checklists
policy(
    Checklist,
    "knowledge",
    own=["created_by__user"],
    team=["created_by__team", "property__primary_team"],
)
policy(ChecklistItem, "knowledge", parent="checklist")
policy(
    ChecklistRun,
    "tickets",
    own=["assigned_to__user"],
    team=[
        "assigned_to__team",
        "ticket__current_team",
        "clean_event__team",
        "property__primary_team",
    ],
)
policy(ChecklistAnswer, "tickets", parent="checklist_instance")

# Documents
policy(
    Document,
    "files",
    own=["owner_member__user", "homeowner__user", "reservation__guest__user"],
    team=["owner_member__team", "property__primary_team"],
    visible_if={
        "homeowner": {"status__in": ["sent", "signed", "executed"]},
        "guest": {"status__in": ["sent", "signed", "executed"], "is_sensitive": False},
    },
    outsiders_write=False,
)
policy(DocumentEmbedding, "files", parent="document", inherit="staff")
policy(SearchLog, "reports", own=["user"], team=["user__team_member__team"])
policy(
    Suggestion,
    "knowledge",
    own=["suggested_by__user", "assigned_to__user"],
    team=["suggested_by__team", "assigned_to__team"],
)

# Guidebooks
policy(
    Guidebook,
    "guidebooks",
    own=["property__ownerships__homeowner__user", "property__reservations__guest__user"],
    team=["property__primary_team", "created_by__team"],
    visible_if={
        "guest": {
            "status": "published",
            "property__reservations__status__in": ["confirmed", "checked_in"],
        },
        "homeowner": {"status": "published"},
    },
)
policy(
    GuidebookSection,
    "guidebooks",
    parent="guidebook",
    visible_if={"guest": {"is_active": True}, "homeowner": {"is_active": True}},
)
policy(GlossaryTerm, "knowledge")

# Policies
policy(CompanyPolicy, "policies", own=["owner_member__user"], team=["owner_member__team"])
policy(CompanyPolicyVersion, "policies", parent="policy")
policy(PolicyAcknowledgment, "training", own=["member__user"], team=["member__team"])

# Procedures
policy(Procedure, "knowledge", own=["owner_member__user"], team=["owner_member__team"])
policy(ProcedureStep, "knowledge", parent="sop")
policy(ProcedureCheck, "knowledge", parent="sop")

# Training
policy(
    TrainingMaterial,
    "training",
    own=["owner_member__user"],
    team=["owner_member__team"],
    public=True,
)
policy(TrainingModule, "training", parent="training_material", public=True)
policy(TrainingCompletion, "training", own=["member__user"], team=["member__team"])
