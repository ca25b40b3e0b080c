"""Global search: scoped, best first, and there without JavaScript."""

import pytest

from config import search as searching

pytestmark = pytest.mark.django_db


def found(response):
    return response.context["search"].results


def test_number_goes_first(manager, browse, make):
    first = make("service.Ticket", title="Door sticks")
    make("service.Ticket", title=f"As with {first.number}")
    results = found(browse(manager).get("/console/search/", {"q": first.number}))
    assert results[0].title.startswith(first.number)
    assert results[0].link == f"/console/service/ticket/{first.pk}/change/"
    assert len(results) == 2


def test_number_as_far_as_it_is_typed_in_any_case(manager, browse, make):
    ticket = make("service.Ticket", title="Door sticks")
    results = found(browse(manager).get("/console/search/", {"q": ticket.number[:-2].lower()}))
    assert [result.title for result in results] == [f"{ticket.number} · Door sticks"]


def test_second_line_tells_which_one_it_is(manager, browse, make):
    unit = make("property.Property", property_name="Hale Nalu", unit_number="204")
    make("service.Ticket", title="Door sticks", property=unit)
    results = found(browse(manager).get("/console/search/", {"q": "door sticks"}))
    assert "Hale Nalu" in results[0].detail
    assert "Open" in results[0].detail


def test_hawaiian_letters_and_case_do_not_matter(manager, browse, make):
    make("property.Property", property_name="Hale Kōkeʻe")
    results = found(browse(manager).get("/console/search/", {"q": "KOKEE"}))
    assert "Hale Kōkeʻe" in results[0].title


def test_only_what_the_person_may_see(member, browse, make):
    mine = make("service.Ticket", title="Leaking tap", current_agent=member.team_member)
    make("service.Ticket", title="Leaking roof")
    results = found(browse(member).get("/console/search/", {"q": "leaking"}))
    assert [result.title for result in results] == [f"{mine.number} · Leaking tap"]


def test_full_page_works_as_plain_html(manager, browse, make):
    make("service.Ticket", title="<b>Door</b> sticks")
    page = browse(manager).get("/console/search/", {"q": "sticks"}).content.decode()
    assert '<form method="get" action="/console/search/"' in page
    assert "&lt;b&gt;Door&lt;/b&gt; sticks" in page


def test_palette_answers_with_a_fragment(manager, browse, make):
    make("service.Ticket", title="Door sticks")
    page = browse(manager).get("/console/search/", {"s": "sticks"}).content.decode()
    assert page.lstrip().startswith('<div id="command-results-list">')
    assert "Door sticks" in page
    assert "<html" not in page


@pytest.mark.parametrize(
    "text", ["", "x", "%", "_", "' OR 1=1 --", "\\", "𝒳" * 50, "a " * 400, "TIK-", "--"]
)
@pytest.mark.parametrize("name", ["q", "s"])
def test_odd_words_are_searched_for_like_any(manager, browse, name, text):
    assert browse(manager).get("/console/search/", {name: text}).status_code == 200


def test_a_nul_byte_is_refused(manager, browse):
    assert browse(manager).get("/console/search/", {"q": "a\0b"}).status_code == 400


def test_a_long_result_leads_to_the_list(manager, browse, make):
    for _ in range(21):
        make("service.Ticket", title="Door sticks")
    response = browse(manager).get("/console/search/", {"q": "sticks"})
    assert "/console/service/ticket/?q=sticks" in response.content.decode()


def test_every_kind_finds_a_row_of_its_own(person, browse, make):
    boss = person("ADMIN", is_superuser=True)
    for kind in searching.KINDS:
        row = make(kind.label)
        row.refresh_from_db()
        results = found(browse(boss).get("/console/search/", {"q": row.number}))
        assert str(row.pk) in results[0].link, kind.label
        assert results[0].detail is not None


def test_searching_asks_each_table_once_or_twice(
    manager, browse, make, django_assert_max_num_queries
):
    for _ in range(5):
        make("reservations.Reservation")
        make("service.Ticket", title="reservation of a tap")
    client = browse(manager)
    with django_assert_max_num_queries(len(searching.KINDS) + 13):
        client.get("/console/search/", {"q": "res"})
