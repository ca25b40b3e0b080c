"""What the database holds of double entry: posted entries balance and stay as they were posted."""

import pgtrigger

from core.models.triggers import final_once

FINAL = "'posted', 'reconciled'"
_UNBALANCED = f"""
    IF EXISTS (
        SELECT FROM finance.transaction_lines AS l
        JOIN finance.transactions AS t ON t.id = l.transaction_id
        WHERE t.id = %s AND t.status IN ({FINAL})
        HAVING sum(l.debit_amount) <> sum(l.credit_amount)
    ) THEN
        RAISE EXCEPTION 'Debit and credit of the transaction differ'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""

posted_transaction_is_final = final_once(
    ["posted", "reconciled", "void"],
    may_change=[
        "status",
        "voided_at",
        "voided_reason",
        "reconciled_at",
        "approved_at",
        "approved_by_id",
        "qbo_id",
    ],
)
# Asked at commit: the lines of an entry come one after the other.
lines_balance = pgtrigger.Trigger(
    name="balance",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    timing=pgtrigger.Deferred,
    func=_UNBALANCED % "coalesce(NEW.transaction_id, OLD.transaction_id)",
)
posting_needs_balance = pgtrigger.Trigger(
    name="balance",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    func=_UNBALANCED % "NEW.id",
)
posted_lines_are_final = pgtrigger.Trigger(
    name="final",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func=f"""
        IF EXISTS (
            SELECT FROM finance.transactions AS t
            WHERE t.id = OLD.transaction_id AND t.status IN ({FINAL}, 'void')
        ) THEN
            RAISE EXCEPTION 'The transaction is posted: correct it by a further one'
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
)
