"""Factories of the knowledge models."""

from core.testing.factories import Counted, ModelFactory, Numbered, Parent


class ArticleFactory(ModelFactory):
    class Meta:
        model = "knowledge.Article"

    title = Numbered("Article {}")
    content = Numbered("Content {}")


class ArticleVersionFactory(ModelFactory):
    class Meta:
        model = "knowledge.ArticleVersion"

    article = Parent("knowledge.Article")
    version_number = Counted()
    title = Numbered("Article version {}")
    content = Numbered("Content {}")


class ArticleCategoryFactory(ModelFactory):
    class Meta:
        model = "knowledge.ArticleCategory"

    article = Parent("knowledge.Article")
    category_code = Numbered("CODE-{}")
    category_name = Numbered("Article category {}")


class ArticleTagFactory(ModelFactory):
    class Meta:
        model = "knowledge.ArticleTag"

    article = Parent("knowledge.Article")
    tag = Numbered("Article tag {}")


class ArticleEmbeddingFactory(ModelFactory):
    class Meta:
        model = "knowledge.ArticleEmbedding"

    article = Parent("knowledge.Article")
    embedding_config = Parent("ai.EmbeddingModel")
    chunk_index = Counted()
    chunk_text = Numbered("Chunk text {}")


class FaqFactory(ModelFactory):
    class Meta:
        model = "knowledge.Faq"

    question = Numbered("Question {}")
    answer = Numbered("Answer {}")


class FaqCategoryFactory(ModelFactory):
    class Meta:
        model = "knowledge.FaqCategory"

    faq = Parent("knowledge.Faq")
    category_code = "booking"
    category_name = Numbered("FAQ category {}")


class ArticleFeedbackFactory(ModelFactory):
    class Meta:
        model = "knowledge.ArticleFeedback"

    article = Parent("knowledge.Article")


class ChecklistFactory(ModelFactory):
    class Meta:
        model = "knowledge.Checklist"

    title = Numbered("Checklist {}")
    checklist_type = "cleaning"


class ChecklistItemFactory(ModelFactory):
    class Meta:
        model = "knowledge.ChecklistItem"

    checklist = Parent("knowledge.Checklist")
    item_order = Counted()
    item_text = Numbered("Item text {}")


class ChecklistRunFactory(ModelFactory):
    class Meta:
        model = "knowledge.ChecklistRun"

    checklist = Parent("knowledge.Checklist")


class ChecklistAnswerFactory(ModelFactory):
    class Meta:
        model = "knowledge.ChecklistAnswer"

    checklist_instance = Parent("knowledge.ChecklistRun")
    checklist_item = Parent("knowledge.ChecklistItem")


class DocumentFactory(ModelFactory):
    class Meta:
        model = "knowledge.Document"

    title = Numbered("Document {}")
    document_type_code = "MGMT_CONTRACT"
    file = Parent("storage.StoredFile")


class DocumentEmbeddingFactory(ModelFactory):
    class Meta:
        model = "knowledge.DocumentEmbedding"

    document = Parent("knowledge.Document")
    embedding_config = Parent("ai.EmbeddingModel")
    chunk_index = Counted()
    chunk_text = Numbered("Chunk text {}")


class SearchLogFactory(ModelFactory):
    class Meta:
        model = "knowledge.SearchLog"

    query = Numbered("Query {}")


class SuggestionFactory(ModelFactory):
    class Meta:
        model = "knowledge.Suggestion"

    suggestion_type = "new_article"
    title = Numbered("Suggestion {}")


class GuidebookFactory(ModelFactory):
    class Meta:
        model = "knowledge.Guidebook"

    title = Numbered("Guidebook {}")
    property = Parent("property.Property")


class GuidebookSectionFactory(ModelFactory):
    class Meta:
        model = "knowledge.GuidebookSection"

    guidebook = Parent("knowledge.Guidebook")
    section_type = "arrival"
    title = Numbered("Guidebook section {}")
    content = Numbered("Content {}")


class GlossaryTermFactory(ModelFactory):
    class Meta:
        model = "knowledge.GlossaryTerm"

    term = Numbered("Glossary term {}")
    definition = Numbered("Definition {}")


class CompanyPolicyFactory(ModelFactory):
    class Meta:
        model = "knowledge.CompanyPolicy"

    title = Numbered("Company policy {}")
    category = "hr"
    content = Numbered("Content {}")


class CompanyPolicyVersionFactory(ModelFactory):
    class Meta:
        model = "knowledge.CompanyPolicyVersion"

    policy = Parent("knowledge.CompanyPolicy")
    version_number = Counted()
    content = Numbered("Content {}")


class PolicyAcknowledgmentFactory(ModelFactory):
    class Meta:
        model = "knowledge.PolicyAcknowledgment"

    policy = Parent("knowledge.CompanyPolicy")
    member = Parent("team.TeamMember")
    version_number = Counted()


class ProcedureFactory(ModelFactory):
    class Meta:
        model = "knowledge.Procedure"

    title = Numbered("Procedure {}")


class ProcedureStepFactory(ModelFactory):
    class Meta:
        model = "knowledge.ProcedureStep"

    sop = Parent("knowledge.Procedure")
    step_number = Counted()
    title = Numbered("Procedure step {}")
    instruction = Numbered("Instruction {}")


class ProcedureCheckFactory(ModelFactory):
    class Meta:
        model = "knowledge.ProcedureCheck"

    sop = Parent("knowledge.Procedure")
    item_order = Counted()
    item_text = Numbered("Item text {}")


class TrainingMaterialFactory(ModelFactory):
    class Meta:
        model = "knowledge.TrainingMaterial"

    title = Numbered("Training material {}")
    category = "onboarding"


class TrainingModuleFactory(ModelFactory):
    class Meta:
        model = "knowledge.TrainingModule"

    training_material = Parent("knowledge.TrainingMaterial")
    module_order = Counted()
    title = Numbered("Training module {}")


class TrainingCompletionFactory(ModelFactory):
    class Meta:
        model = "knowledge.TrainingCompletion"

    training_module = Parent("knowledge.TrainingModule")
    member = Parent("team.TeamMember")
