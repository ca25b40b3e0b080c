"""Models of the knowledge schema, by topic."""

from knowledge.models.articles import (
    Article,
    ArticleCategory,
    ArticleEmbedding,
    ArticleFeedback,
    ArticleTag,
    ArticleVersion,
    Faq,
    FaqCategory,
)
from knowledge.models.checklists import Checklist, ChecklistAnswer, ChecklistItem, ChecklistRun
from knowledge.models.documents import Document, DocumentEmbedding, SearchLog, Suggestion
from knowledge.models.guidebooks import GlossaryTerm, Guidebook, GuidebookSection
from knowledge.models.policies import CompanyPolicy, CompanyPolicyVersion, PolicyAcknowledgment
from knowledge.models.procedures import Procedure, ProcedureCheck, ProcedureStep
from knowledge.models.training import TrainingCompletion, TrainingMaterial, TrainingModule

__all__ = [
    "Article",
    "ArticleCategory",
    "ArticleEmbedding",
    "ArticleFeedback",
    "ArticleTag",
    "ArticleVersion",
    "Checklist",
    "ChecklistAnswer",
    "ChecklistItem",
    "ChecklistRun",
    "CompanyPolicy",
    "CompanyPolicyVersion",
    "Document",
    "DocumentEmbedding",
    "Faq",
    "FaqCategory",
    "GlossaryTerm",
    "Guidebook",
    "GuidebookSection",
    "PolicyAcknowledgment",
    "Procedure",
    "ProcedureCheck",
    "ProcedureStep",
    "SearchLog",
    "Suggestion",
    "TrainingCompletion",
    "TrainingMaterial",
    "TrainingModule",
]
