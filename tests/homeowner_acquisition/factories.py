"""Factories of the homeowner_acquisition models."""

from core.testing.factories import Counted, ModelFactory, Numbered, Parent


class OnboardingTaskFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.OnboardingTask"

    task_name = Numbered("Onboarding task {}")
    category = "legal"
    sort_order = 1


class OnboardingProgressFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.OnboardingProgress"

    prospect = Parent("homeowner_acquisition.Prospect")
    task = Parent("homeowner_acquisition.OnboardingTask")


class PropertyAssessmentFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.PropertyAssessment"

    prospect = Parent("homeowner_acquisition.Prospect")


class ProposalFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.Proposal"

    prospect = Parent("homeowner_acquisition.Prospect")


class ProposalVersionFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.ProposalVersion"

    proposal = Parent("homeowner_acquisition.Proposal")
    version_number = Counted()


class ManagementContractFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.ManagementContract"

    prospect = Parent("homeowner_acquisition.Prospect")


class RevenueProjectionFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.RevenueProjection"

    prospect = Parent("homeowner_acquisition.Prospect")
    projection_year = Counted()


class ProspectFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.Prospect"

    contact = Parent("directory.Contact")


class ProspectPropertyFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.ProspectProperty"

    prospect = Parent("homeowner_acquisition.Prospect")


class LeadSourceFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.LeadSource"

    source_name = Numbered("Lead source {}")
    source_category = "organic"


class LeadActivityFactory(ModelFactory):
    class Meta:
        model = "homeowner_acquisition.LeadActivity"

    prospect = Parent("homeowner_acquisition.Prospect")
    activity_type = "call"
