"""The security trail is sealed, and what was done to it afterwards is found."""

import json
import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from core.services.security import security_event
from secure.models import AuditLog, AuditSeal
from secure.selectors.verifying import audit_verify
from secure.services import seals
from secure.services.merkle import Tree
from secure.services.seals import audit_seal, seals_file


@pytest.fixture(autouse=True)
def _own_file(settings, tmp_path):
    settings.SEALS_ROOT = str(tmp_path / "seals")


def write(count, text="entry"):
    for place in range(count):
        security_event(
            event="data_access", action="read", description=f"{text} {place}", new={"n": None}
        )


def tamper(sql, *params):
    """What somebody with the database's password can do: triggers do not hold them."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, params)
        assert cursor.rowcount > 0
        cursor.execute("SET session_replication_role = DEFAULT")


def number(place):
    return AuditLog.objects.order_by("number")[place].number


def test_trees_tell_order_length_and_leaves_apart():
    def root(*parts):
        tree = Tree()
        for part in parts:
            tree.add(part)
        return tree.root()

    leaves = [bytes([n]) * 32 for n in range(8)]
    roots = {root(*leaves[:n]) for n in range(9)}
    assert len(roots) == 9
    assert root(*leaves[:2]) != root(*leaves[1::-1])
    assert root(leaves[0], leaves[1], leaves[1]) != root(leaves[0], leaves[1])


@pytest.mark.django_db
class TestSealing:
    def test_seals_follow_one_another_and_the_file_has_them(self, settings, monkeypatch):
        monkeypatch.setattr(seals, "MOST", 4)
        write(10)
        first = audit_seal()
        assert [seal.entry_count for seal in first] == [4, 4, 2]
        assert audit_seal() == []
        write(1)
        second = audit_seal()
        made = [*first, *second]
        assert [s.previous_root for s in made] == [None, *(s.root_hash for s in made[:-1])]
        lines = [json.loads(line) for line in seals_file().read_text().splitlines()]
        assert [line["root"] for line in lines] == [seal.root_hash for seal in made]
        verdict = audit_verify()
        assert verdict.is_intact
        assert (verdict.entries, verdict.seals, verdict.unsealed) == (11, 4, 0)

    def test_entries_not_sealed_yet_are_no_fault_for_a_while(self):
        write(3)
        audit_seal()
        write(2)
        assert audit_verify().is_intact
        assert audit_verify().unsealed == 2
        AuditLog.objects.create(
            event_type="login",
            action_type="login",
            description="Long ago",
            occurred_at=timezone.now() - timedelta(hours=1),
        )
        assert "not sealed in time" in audit_verify().faults[0]

    def test_what_a_killed_worker_did_not_write_to_the_file_is_made_up_for(self, monkeypatch):
        write(2)
        monkeypatch.setattr(seals, "outside_write", lambda: None)
        audit_seal()
        monkeypatch.undo()
        write(1)
        assert not audit_verify().is_intact  # no file at all
        audit_seal()
        assert len(seals_file().read_text().splitlines()) == 2
        assert audit_verify().is_intact

    def test_a_torn_line_spoils_nothing(self):
        write(2)
        audit_seal()
        with seals_file().open("a") as file:
            file.write('{"id": "01')
        write(2)
        audit_seal()
        assert audit_verify().is_intact

    def test_a_review_breaks_no_seal(self):
        write(2)
        audit_seal()
        entry = AuditLog.objects.first()
        entry.reviewed_at, entry.review_notes = timezone.now(), "Looked into"
        entry.save()
        assert audit_verify().is_intact

    @pytest.mark.parametrize("table", ["audit_logs", "audit_seals"])
    def test_the_tables_cannot_be_emptied(self, table):
        write(1)
        audit_seal()
        for change in ("TRUNCATE {} CASCADE", "DELETE FROM {}"):
            with (
                pytest.raises(DatabaseError, match=r"kept|delete"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(change.format(f"secure.{table}"))


@pytest.mark.django_db
class TestTampering:
    @pytest.fixture(autouse=True)
    def _sealed(self, monkeypatch):
        monkeypatch.setattr(seals, "MOST", 5)
        write(12)
        audit_seal()
        assert audit_verify().is_intact

    def faults(self):
        return " ".join(audit_verify().faults)

    @pytest.mark.parametrize(
        "change",
        [
            "description = 'another'",
            "user_email = 'other@example.com'",
            "occurred_at = occurred_at - interval '1 second'",
            "new_values = '{}'",
            "success = false",
            "id = core.uuidv7()",
        ],
    )
    def test_an_edit_is_found(self, change):
        tamper(f"UPDATE secure.audit_logs SET {change} WHERE audit_id = %s", number(3))
        assert f"An entry of the seal of {number(0)} to {number(4)} was altered" in self.faults()

    def test_a_deletion_is_found(self):
        tamper("DELETE FROM secure.audit_logs WHERE audit_id = %s", number(6))
        assert "1 entries are missing from the seal of" in self.faults()

    def test_an_insertion_is_found(self):
        """With a number that a rolled back transaction left free."""
        write(1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT core.business_id('AUD-', 'secure.audit_logs_audit_id_seq', 8)")
            free = cursor.fetchone()[0]
        write(1)
        audit_seal()
        assert audit_verify().is_intact
        tamper(
            "INSERT INTO secure.audit_logs (audit_id, event_type, action_type, description)"
            " VALUES (%s, 'login', 'login', 'Put in later')",
            free,
        )
        assert "1 entries are added to the seal of" in self.faults()

    def test_a_change_of_order_is_found(self):
        one, two = number(6), number(7)
        for old, new in ((one, "x"), (two, one), ("x", two)):
            tamper("UPDATE secure.audit_logs SET audit_id = %s WHERE audit_id = %s", new, old)
        assert "altered, or moved" in self.faults()

    def test_a_tail_cut_off_with_its_seals_is_found_by_the_file(self):
        tamper("DELETE FROM secure.audit_logs WHERE audit_id > %s", number(4))
        tamper("DELETE FROM secure.audit_seals WHERE first_number > %s", number(4))
        assert "is in the file, but gone from the database" in self.faults()
        write(3, "after")
        audit_seal()
        assert "is in the file, but gone from the database" in self.faults()

    def test_a_seal_made_anew_is_found_by_the_file(self):
        tamper("UPDATE secure.audit_logs SET description = 'x' WHERE audit_id = %s", number(11))
        tamper("DELETE FROM secure.audit_seals WHERE last_number = %s", number(11))
        audit_seal()
        assert "in the file, but gone" in self.faults()

    def test_a_seal_rewritten_is_found(self):
        tamper("UPDATE secure.audit_seals SET root_hash = 'f' WHERE last_number = %s", number(4))
        assert "does not follow" in self.faults()
        assert "is not the one that was written to the file" in self.faults()

    def test_the_file_gone_is_a_fault(self):
        seals_file().unlink()
        assert "There is no file of seals" in self.faults()

    def test_from_a_later_entry_on_earlier_ones_are_taken_on_trust(self):
        tamper("UPDATE secure.audit_logs SET description = 'x' WHERE audit_id = %s", number(1))
        assert not audit_verify().is_intact
        verdict = audit_verify(start=number(5))
        assert verdict.is_intact
        assert verdict.entries == 7

    def test_the_command_says_so_and_fails(self):
        out = StringIO()
        call_command("verify_audit", stdout=out)
        assert "12 entries, 3 seals, 0 not sealed yet" in out.getvalue()
        tamper("UPDATE secure.audit_logs SET description = 'x' WHERE audit_id = %s", number(1))
        out, err = StringIO(), StringIO()
        with pytest.raises(CommandError) as failed:
            call_command("verify_audit", "--json", stdout=out, stderr=err)
        assert failed.value.returncode == 1
        verdict = json.loads(out.getvalue())
        assert verdict["is_intact"] is False
        assert len(verdict["faults"]) == 1


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_is_committed_late_is_waited_for():
    """Its number is smaller than those sealed meanwhile, so nothing is sealed until it is there."""
    wrote, go_on = threading.Event(), threading.Event()

    def slow():
        try:
            with transaction.atomic():
                write(1, "late")
                wrote.set()
                go_on.wait(20)
        finally:
            connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    try:
        assert wrote.wait(20)
        write(2, "quick")
        assert audit_seal(patience=0.2) == []
    finally:
        go_on.set()
        thread.join()
    made = audit_seal()
    assert [seal.entry_count for seal in made] == [3]
    assert AuditLog.objects.order_by("number").first().description == "late 0"
    assert audit_verify().is_intact
    assert AuditSeal.objects.count() == 1
