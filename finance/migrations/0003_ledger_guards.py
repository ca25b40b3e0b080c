import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0002_initial"),
    ]

    operations = [
        Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="transaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="final",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" IN ('posted', 'reconciled', 'void'))",
                            func="\n            IF TG_OP = 'DELETE' OR\n               to_jsonb(OLD) - ARRAY['status', 'voided_at', 'voided_reason', 'reconciled_at', 'approved_at', 'approved_by_id', 'qbo_id', 'updated_at'] IS DISTINCT FROM to_jsonb(NEW) - ARRAY['status', 'voided_at', 'voided_reason', 'reconciled_at', 'approved_at', 'approved_by_id', 'qbo_id', 'updated_at'] THEN\n                RAISE EXCEPTION 'This row is %: correct it by a further row', OLD.status\n                    USING ERRCODE = 'restrict_violation';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="d10f857b55a03e819a66aa7a832bb9510408208d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_final_e7d00",
                            table='finance"."transactions',
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="balance",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT FROM finance.transaction_lines AS l\n        JOIN finance.transactions AS t ON t.id = l.transaction_id\n        WHERE t.id = NEW.id AND t.status IN ('posted', 'reconciled')\n        HAVING sum(l.debit_amount) <> sum(l.credit_amount)\n    ) THEN\n        RAISE EXCEPTION 'Debit and credit of the transaction differ'\n            USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                            hash="dfc1d030a7b9c5053b1fda936a2c6f2d3ee1ecf6",
                            operation="UPDATE",
                            pgid="pgtrigger_balance_1fce7",
                            table='finance"."transactions',
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transactionline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="balance",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT FROM finance.transaction_lines AS l\n        JOIN finance.transactions AS t ON t.id = l.transaction_id\n        WHERE t.id = coalesce(NEW.transaction_id, OLD.transaction_id) AND t.status IN ('posted', 'reconciled')\n        HAVING sum(l.debit_amount) <> sum(l.credit_amount)\n    ) THEN\n        RAISE EXCEPTION 'Debit and credit of the transaction differ'\n            USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                            hash="45cfbee1b2a061c832c64e15145afd358d2e5bb8",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_balance_b40d5",
                            table='finance"."transaction_lines',
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transactionline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="final",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (\n            SELECT FROM finance.transactions AS t\n            WHERE t.id = OLD.transaction_id AND t.status IN ('posted', 'reconciled', 'void')\n        ) THEN\n            RAISE EXCEPTION 'The transaction is posted: correct it by a further one'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ",
                            hash="55fb780cb4e89bef33cfc6fe566c68f9a91c17d0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_final_ddeb4",
                            table='finance"."transaction_lines',
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
