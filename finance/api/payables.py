"""Payables over the API."""

from core.api.resources import Resource
from finance.models import Expense, ExpenseReceipt, Invoice, InvoiceLine, VendorPayment


class VendorPaymentResource(Resource):
    """Bills owed and paid to vendors."""

    model = VendorPayment
    fields = """
        id number company ticket property currency expense_category approved_by transaction file
        invoice_number invoice_date due_date billable_to payment_method payment_reference
        approved_at paid_at qbo_bill_id is_1099_reportable notes amount amount_paid tax_amount
        status created_at updated_at
    """


class InvoiceResource(Resource):
    """Invoices issued to guests, owners or others."""

    model = Invoice
    fields = """
        id number contact homeowner reservation property damage_claim currency file created_by
        invoice_type invoice_date due_date sent_at paid_at voided_at void_reason terms notes
        qbo_invoice_id subtotal_amount tax_amount discount_amount total_amount amount_paid
        status balance_due created_at updated_at
    """


class InvoiceLineResource(Resource):
    """Lines of an invoice."""

    model = InvoiceLine
    fields = """
        id invoice tax_type revenue_category ticket reservation_fee account line_number
        description notes quantity unit_price tax_amount amount created_at updated_at
    """


class ExpenseResource(Resource):
    """Company, owner or unit expense with approval."""

    model = Expense
    fields = """
        id number property submitted_by ticket company expense_category currency approved_by
        transaction expense_date description billable_to markup_percentage payment_method
        is_reimbursable reimbursed_at approved_at rejection_reason qbo_expense_id notes amount
        tax_amount status created_at updated_at
    """


class ExpenseReceiptResource(Resource):
    """Receipt files of an expense."""

    model = ExpenseReceipt
    fields = """
        id expense file verified_by receipt_date vendor_name ocr_data is_verified receipt_total
        created_at updated_at
    """
