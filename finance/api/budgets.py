"""Budgets over the API."""

from core.api.resources import Resource
from finance.models import Budget, BudgetLine, PayrollItem, PayrollRun


class BudgetResource(Resource):
    """Budget for a unit, team or the company per year."""

    model = Budget
    fields = """
        id number budget_name property team project approved_by created_by scope_type
        fiscal_year period_start period_end version approved_at notes total_revenue
        total_expense status created_at updated_at
    """


class BudgetLineResource(Resource):
    """Monthly budget amounts by account."""

    model = BudgetLine
    fields = """
        id budget account expense_category revenue_category period_month notes budgeted_amount
        actual_amount forecast_amount variance_amount created_at updated_at
    """


class PayrollRunResource(Resource):
    """Payroll run for a pay period."""

    model = PayrollRun
    fields = """
        id number prepared_by approved_by transaction run_type period_start period_end pay_date
        employee_count total_hours approved_at processed_at external_provider external_id notes
        gross_total tax_total deduction_total net_total employer_tax_total status created_at
        updated_at
    """


class PayrollItemResource(Resource):
    """Pay of one member in a run."""

    model = PayrollItem
    fields = """
        id payroll_run member expense_category item_type hours property_allocations
        adjustment_reason is_paid paid_at notes hourly_rate gross_amount tax_withheld
        deductions_amount net_amount employer_tax_amount created_at updated_at
    """
