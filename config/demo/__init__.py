"""The demo company: Halekai Maui, invented from a seed.

A manager of 60 homes in 6 resorts with two years of stays and all that hangs on them. The same
seed on the same date gives the same rows, keys included. Nothing here is a Django table; the
package only writes to those of the apps, through COPY (``config.demo.writer``), one topic a module.

Three things to look at (``config.demo.people``, ``config.demo.owners``, ``config.demo.stays`` make them):

- Leilani Kahale is one contact in three roles: owner of a home, guest in another, and a team
  member who leads owner relations.
- Home 2 has two owners by shares (60 and 40); a third sold one of those shares nine months ago.
- A VIP arrives today, one ticket is past its SLA, one item is short, one 2-star review waits.
"""
