import core.models.expressions
import core.models.fields
import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.db.models.expressions


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("finance", "0001_initial"),
        ("directory", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("secure", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='accountbalance',
                    name='reconciled_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='account_balances', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='project',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets', to='service.project'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='property',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets', to='property.property'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets', to='team.team'),
                ),
                migrations.AddField(
                    model_name='budgetline',
                    name='budget',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='finance.budget'),
                ),
                migrations.AddField(
                    model_name='budgetline',
                    name='expense_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='budgetline',
                    name='revenue_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='ref.revenuecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='expenses_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='expense_category',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='property.property'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='submitted_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expenses_as_submitted_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='expensereceipt',
                    name='expense',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='finance.expense'),
                ),
                migrations.AddField(
                    model_name='expensereceipt',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expense_receipts', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='expensereceipt',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='expense_receipts', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='damage_claim',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='property.property'),
                ),
                migrations.AddField(
                    model_name='invoice',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='invoiceline',
                    name='invoice',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='finance.invoice'),
                ),
                migrations.AddField(
                    model_name='invoiceline',
                    name='reservation_fee',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoice_lines', to='reservations.reservationfee'),
                ),
                migrations.AddField(
                    model_name='invoiceline',
                    name='revenue_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoice_lines', to='ref.revenuecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='invoiceline',
                    name='tax_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoice_lines', to='ref.taxtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='invoiceline',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoice_lines', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ledgeraccount',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ledgeraccount',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, help_text='reserve accounts', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ledgeraccount',
                    name='parent_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='ledgeraccount',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='reserve accounts', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='property.property'),
                ),
                migrations.AddField(
                    model_name='invoiceline',
                    name='account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invoice_lines', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='budgetline',
                    name='account',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='accountbalance',
                    name='account',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='account_balances', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='bank_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='secure.bankaccount'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='homeowner',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='property.property'),
                ),
                migrations.AddField(
                    model_name='ownerstatement',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statements', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ownerstatement',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statements', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='ownerstatement',
                    name='homeowner',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statements', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ownerstatement',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owner_statements', to='property.property'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='owner_statement',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='finance.ownerstatement'),
                ),
                migrations.AddField(
                    model_name='ownerstatementline',
                    name='owner_statement',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='finance.ownerstatement'),
                ),
                migrations.AddField(
                    model_name='ownerstatementline',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statement_lines', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='ownerstatementline',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statement_lines', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='payrollitem',
                    name='expense_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payroll_items', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='payrollitem',
                    name='member',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payroll_items', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='payrollrun',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payroll_runs_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='payrollrun',
                    name='prepared_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payroll_runs_as_prepared_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='payrollitem',
                    name='payroll_run',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='payroll_items', to='finance.payrollrun'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='transactions_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='transactions_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='expense_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='invoice',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='finance.invoice'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='property',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='property.property'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='revenue_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='ref.revenuecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='reversal_of',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions_as_reversal_of', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='tax_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='ref.taxtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transaction',
                    name='vendor',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='payrollrun',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payroll_runs', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='ownerstatementline',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statement_lines', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='expense',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='account',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='expense_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='property.property'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='revenue_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='ref.revenuecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='tax_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transaction_lines', to='ref.taxtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='transactionline',
                    name='transaction',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='trustaccount',
                    name='bank_account',
                    field=models.ForeignKey(blank=True, help_text='encrypted numbers', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_accounts', to='secure.bankaccount'),
                ),
                migrations.AddField(
                    model_name='trustaccount',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='trust_accounts', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='trustaccount',
                    name='ledger_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_accounts', to='finance.ledgeraccount'),
                ),
                migrations.AddField(
                    model_name='ownerstatement',
                    name='trust_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_statements', to='finance.trustaccount'),
                ),
                migrations.AddField(
                    model_name='ownerpayout',
                    name='trust_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owner_payouts', to='finance.trustaccount'),
                ),
                migrations.AddField(
                    model_name='accountbalance',
                    name='trust_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='account_balances', to='finance.trustaccount'),
                ),
                migrations.AddField(
                    model_name='trusttransaction',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_transactions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='trusttransaction',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_transactions', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='trusttransaction',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_transactions', to='property.property'),
                ),
                migrations.AddField(
                    model_name='trusttransaction',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_transactions', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='trusttransaction',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trust_transactions', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='trusttransaction',
                    name='trust_account',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='trust_transactions', to='finance.trustaccount'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='company',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='expense_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='property.property'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='vendorpayment',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendor_payments', to='finance.transaction'),
                ),
                migrations.AddIndex(
                    model_name='budget',
                    index=models.Index(fields=['status'], name='budgets_status'),
                ),
                migrations.AddIndex(
                    model_name='budget',
                    index=models.Index(fields=['fiscal_year'], name='budgets_fiscal_year'),
                ),
                migrations.AddIndex(
                    model_name='budget',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='budgets_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='budget',
                    constraint=models.CheckConstraint(condition=models.Q(('period_end__gte', models.F('period_start'))), name='budgets_period_end_period_start_check', violation_error_message='Period end must not be before period start.'),
                ),
                migrations.AddConstraint(
                    model_name='budget',
                    constraint=models.UniqueConstraint(fields=('property', 'team', 'fiscal_year', 'version'), name='budgets_property_team_fiscal_year_version_unique', nulls_distinct=False, violation_error_message='There is already a row with this property, team, fiscal year, version.'),
                ),
                migrations.AddIndex(
                    model_name='expensereceipt',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='expense_receipts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='expensereceipt',
                    constraint=models.UniqueConstraint(fields=('expense', 'file'), name='expense_receipts_expense_file_unique', violation_error_message='There is already a row with this expense, file.'),
                ),
                migrations.AddIndex(
                    model_name='invoice',
                    index=models.Index(fields=['status', 'due_date'], name='invoices_status_due_date'),
                ),
                migrations.AddIndex(
                    model_name='invoice',
                    index=models.Index(fields=['invoice_date'], name='invoices_invoice_date'),
                ),
                migrations.AddIndex(
                    model_name='invoice',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='invoices_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='invoice',
                    constraint=models.CheckConstraint(condition=models.Q(('total_amount__gte', 0)), name='invoices_total_amount_check', violation_error_message='Total amount cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='invoice',
                    constraint=models.CheckConstraint(condition=models.Q(('due_date__isnull', True), ('due_date__gte', models.F('invoice_date')), _connector='OR'), name='invoices_due_date_invoice_date_check', violation_error_message='Due date must not be before invoice date.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='invoice',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:sent,draft:void,sent:viewed,sent:partially_paid,sent:paid,sent:overdue,sent:void,viewed:partially_paid,viewed:paid,viewed:overdue,viewed:void,partially_paid:paid,partially_paid:overdue,partially_paid:written_off,overdue:partially_paid,overdue:paid,overdue:written_off,overdue:void}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='9e8c4b2b78f2415ec0012e4a7e04f438a0b44f29', operation='UPDATE', pgid='pgtrigger_status_moves_779b3', table='finance"."invoices', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='ledgeraccount',
                    index=models.Index(fields=['account_type'], name='accounts_account_type'),
                ),
                migrations.AddIndex(
                    model_name='ledgeraccount',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='accounts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ledgeraccount',
                    constraint=models.CheckConstraint(condition=models.Q(('parent_account__isnull', True), models.Q(('parent_account', models.F('id')), _negated=True), _connector='OR'), name='accounts_parent_account_id_id_check', violation_error_message='Parent account cannot be the row itself.'),
                ),
                migrations.AddConstraint(
                    model_name='invoiceline',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity', 0), _negated=True), name='invoice_lines_quantity_check', violation_error_message='Quantity and 0 cannot be the same.'),
                ),
                migrations.AddConstraint(
                    model_name='invoiceline',
                    constraint=models.UniqueConstraint(fields=('invoice', 'line_number'), name='invoice_lines_invoice_line_number_unique', violation_error_message='There is already a row with this invoice, line number.'),
                ),
                migrations.AddConstraint(
                    model_name='budgetline',
                    constraint=models.CheckConstraint(condition=models.Q(('period_month__day', 1)), name='budget_lines_period_month_check', violation_error_message='Must hold: extract(day from period month) is 1.'),
                ),
                migrations.AddConstraint(
                    model_name='budgetline',
                    constraint=models.UniqueConstraint(fields=('budget', 'account', 'period_month'), name='budget_lines_budget_account_period_month_unique', violation_error_message='There is already a row with this budget, account, period month.'),
                ),
                migrations.AddConstraint(
                    model_name='payrollitem',
                    constraint=models.CheckConstraint(condition=models.Q(('hours__gte', 0)), name='payroll_items_hours_check', violation_error_message='Hours cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='payrollitem',
                    constraint=models.CheckConstraint(condition=models.Q(('gross_amount__gte', 0)), name='payroll_items_gross_amount_check', violation_error_message='Gross amount cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='payrollitem',
                    constraint=models.UniqueConstraint(fields=('payroll_run', 'member', 'item_type'), name='payroll_items_payroll_run_member_item_type_unique', violation_error_message='There is already a row with this payroll run, member, item type.'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(fields=['transaction_date'], name='transactions_transaction_date'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(fields=['property', 'transaction_date'], name='transactions_property_tr_b7ea5'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(fields=['status'], name='transactions_status'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(fields=['transaction_type'], name='transactions_transaction_type'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(condition=models.Q(('external_id__isnull', False)), fields=['external_id'], name='transactions_external_id_bc484'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(condition=models.Q(('qbo_id__isnull', False)), fields=['qbo_id'], name='transactions_qbo_id_partial'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=models.Index(fields=['reference_type', 'reference_id'], name='transactions_reference_t_3964b'),
                ),
                migrations.AddIndex(
                    model_name='transaction',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='transactions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='transaction',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'void'), _negated=True), ('voided_reason__isnull', False), _connector='OR'), name='transactions_status_voided_reason_check', violation_error_message='Voided reason is needed when status is void.'),
                ),
                migrations.AddConstraint(
                    model_name='transaction',
                    constraint=models.CheckConstraint(condition=models.Q(('posted_date__isnull', True), ('posted_date__gte', models.F('transaction_date')), _connector='OR'), name='transactions_posted_date_transaction_date_check', violation_error_message='Posted date must not be before transaction date.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='transaction',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:pending,draft:void,pending:posted,pending:void,posted:reconciled,posted:void}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='0efcdd22bc952c4478b6f18673a37027e7ea884d', operation='UPDATE', pgid='pgtrigger_status_moves_d6961', table='finance"."transactions', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='payrollrun',
                    index=models.Index(fields=['status'], name='payroll_runs_status'),
                ),
                migrations.AddIndex(
                    model_name='payrollrun',
                    index=models.Index(fields=['pay_date'], name='payroll_runs_pay_date'),
                ),
                migrations.AddIndex(
                    model_name='payrollrun',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='payroll_runs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='payrollrun',
                    constraint=models.CheckConstraint(condition=models.Q(('period_end__gte', models.F('period_start'))), name='payroll_runs_period_end_period_start_check', violation_error_message='Period end must not be before period start.'),
                ),
                migrations.AddConstraint(
                    model_name='payrollrun',
                    constraint=models.CheckConstraint(condition=models.Q(('pay_date__gte', models.F('period_end'))), name='payroll_runs_pay_date_period_end_check', violation_error_message='Pay date must not be before period end.'),
                ),
                migrations.AddConstraint(
                    model_name='payrollrun',
                    constraint=models.UniqueConstraint(fields=('period_start', 'period_end', 'run_type'), name='payroll_runs_period_start_period_end_run_type_unique', violation_error_message='There is already a row with this period start, period end, run type.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='payrollrun',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:pending_approval,draft:void,pending_approval:approved,pending_approval:draft,pending_approval:void,approved:processing,approved:void,processing:complete,processing:void}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='abf7b5fb604e370947575e02eb5b2fcf0765b85f', operation='UPDATE', pgid='pgtrigger_status_moves_13568', table='finance"."payroll_runs', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='ownerstatementline',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='owner_statement_lines_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ownerstatementline',
                    constraint=models.UniqueConstraint(fields=('owner_statement', 'line_number'), name='owner_statement_lines_owner_statement_line_number_unique', violation_error_message='There is already a row with this owner statement, line number.'),
                ),
                migrations.AddIndex(
                    model_name='expense',
                    index=models.Index(fields=['status', 'expense_date'], name='expenses_status_expense_date'),
                ),
                migrations.AddIndex(
                    model_name='expense',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='expenses_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='expense',
                    constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='expenses_amount_check', violation_error_message='Amount cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='transactionline',
                    constraint=models.CheckConstraint(condition=models.Q(('debit_amount__gte', 0)), name='transaction_lines_debit_amount_check', violation_error_message='Debit amount cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='transactionline',
                    constraint=models.CheckConstraint(condition=models.Q(('credit_amount__gte', 0)), name='transaction_lines_credit_amount_check', violation_error_message='Credit amount cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='transactionline',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('credit_amount__gt', 0), ('debit_amount', 0)), models.Q(('credit_amount', 0), ('debit_amount__gt', 0)), _connector='OR'), name='transaction_lines_debit_amount_credit_amount_check', violation_error_message='Must hold: (debit amount is 0) differs from (credit amount is 0).'),
                ),
                migrations.AddConstraint(
                    model_name='transactionline',
                    constraint=models.UniqueConstraint(fields=('transaction', 'line_number'), name='transaction_lines_transaction_line_number_unique', violation_error_message='There is already a row with this transaction, line number.'),
                ),
                migrations.AddIndex(
                    model_name='trustaccount',
                    index=models.Index(fields=['account_type'], name='trust_accounts_account_type'),
                ),
                migrations.AddIndex(
                    model_name='trustaccount',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='trust_accounts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='ownerstatement',
                    index=models.Index(fields=['status', 'period_end'], name='owner_statemen_status_pe_1a8ae'),
                ),
                migrations.AddIndex(
                    model_name='ownerstatement',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='owner_statements_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ownerstatement',
                    constraint=models.CheckConstraint(condition=models.Q(('period_end__gte', models.F('period_start'))), name='owner_statements_period_end_period_start_check', violation_error_message='Period end must not be before period start.'),
                ),
                migrations.AddConstraint(
                    model_name='ownerstatement',
                    constraint=models.CheckConstraint(condition=models.Q(('total_expenses__gte', 0)), name='owner_statements_total_expenses_check', violation_error_message='Total expenses cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='ownerstatement',
                    constraint=models.UniqueConstraint(fields=('homeowner', 'property', 'period_start'), name='owner_statements_homeowner_property_period_start_unique', violation_error_message='There is already a row with this homeowner, property, period start.'),
                ),
                migrations.AddConstraint(
                    model_name='ownerstatement',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status', 'void'), _negated=True), expressions=[('property', '='), ('homeowner', '='), (core.models.expressions.ClosedDates('period_start', 'period_end'), '&&')], name='owner_statements_do_not_overlap', violation_error_message='Another statement already covers part of this period.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='ownerstatement',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:pending_approval,draft:void,pending_approval:approved,pending_approval:draft,pending_approval:void,approved:sent,approved:void,sent:paid,sent:void}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='662c88ea7757eab535c99f145301c17ea0294099', operation='UPDATE', pgid='pgtrigger_status_moves_72be8', table='finance"."owner_statements', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='ownerpayout',
                    index=models.Index(fields=['status', 'scheduled_date'], name='owner_payouts_status_sch_5f817'),
                ),
                migrations.AddIndex(
                    model_name='ownerpayout',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='owner_payouts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ownerpayout',
                    constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='owner_payouts_amount_check', violation_error_message='Amount cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='accountbalance',
                    index=models.Index(fields=['period_end'], name='account_balanc_period_end'),
                ),
                migrations.AddConstraint(
                    model_name='accountbalance',
                    constraint=models.CheckConstraint(condition=models.Q(('period_end__gte', models.F('period_start'))), name='account_balances_period_end_period_start_check', violation_error_message='Period end must not be before period start.'),
                ),
                migrations.AddConstraint(
                    model_name='accountbalance',
                    constraint=models.UniqueConstraint(fields=('account', 'period_start', 'period_end'), name='account_balances_account_period_start_period_end_unique', violation_error_message='There is already a row with this account, period start, period end.'),
                ),
                migrations.AddIndex(
                    model_name='trusttransaction',
                    index=models.Index(fields=['trust_account', 'transaction_date'], name='trust_transact_trust_acc_fee7d'),
                ),
                migrations.AddIndex(
                    model_name='trusttransaction',
                    index=models.Index(fields=['status'], name='trust_transact_status'),
                ),
                migrations.AddIndex(
                    model_name='trusttransaction',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='trust_transactions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='trusttransaction',
                    constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='trust_transactions_amount_check', violation_error_message='Amount and 0 cannot be the same.'),
                ),
                migrations.AddIndex(
                    model_name='vendorpayment',
                    index=models.Index(fields=['status', 'due_date'], name='vendor_payment_status_due_date'),
                ),
                migrations.AddIndex(
                    model_name='vendorpayment',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='vendor_payments_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='vendorpayment',
                    constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='vendor_payments_amount_check', violation_error_message='Amount cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='vendorpayment',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_paid__gte', 0)), name='vendor_payments_amount_paid_check', violation_error_message='Amount paid cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='vendorpayment',
                    constraint=models.UniqueConstraint(condition=models.Q(('invoice_number__isnull', False)), fields=('company', 'invoice_number'), name='vendor_payments_company_invoice_number_unique', violation_error_message='There is already a row with this company, invoice number.'),
                ),
            ],
        ),
    ]
