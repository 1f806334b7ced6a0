"""Many people file at the same moment: every number once, none left out."""

import threading

from django.db import connection

from counties.roles import Role
from cppcc.workflow import StaleRecordError
from proposals.models import NumberCounter, Proposal
from proposals.workflow import Status
from tests.e2e.story import Story
from tests.factories import make_membership, make_proposal, make_user

PEOPLE = 6
EACH = 5


class NumberRace(Story):
    """No browser: threads with connections of their own, on a database of its own."""

    @classmethod
    def setUpClass(cls):
        cls._use_own_database()
        cls.proposer = make_membership()
        cls.officer = make_user(role=Role.COUNTY, county=cls.proposer.county)

    def file(self, pk: int, start: threading.Barrier, told: list) -> None:
        try:
            proposal = Proposal.objects.get(pk=pk)
            start.wait()
            proposal.file(by=self.officer)
            told.append(proposal.number)
        except StaleRecordError:
            told.append("已被同事立案")
        finally:
            connection.close()

    def race(self, pks) -> list:
        told, start = [], threading.Barrier(len(pks))
        threads = [threading.Thread(target=self.file, args=(pk, start, told)) for pk in pks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return told

    def make(self, number: int, year: int) -> list[int]:
        return [
            make_proposal(proposer=self.proposer, status=Status.SUBMITTED, year=year).pk
            for _ in range(number)
        ]

    def test_each_of_many_filed_at_once_gets_the_next_number(self):
        self.assertTrue(self.officer.acting.pk)  # read before the threads share the person
        numbers = []
        for _ in range(EACH):
            numbers += self.race(self.make(PEOPLE, 2004))

        self.assertEqual(sorted(numbers), list(range(1, PEOPLE * EACH + 1)))

    def test_one_filed_by_many_at_once_gets_one_number_and_the_others_are_told(self):
        self.assertTrue(self.officer.acting.pk)
        (pk,) = self.make(1, 2005)

        told = self.race([pk] * PEOPLE)

        self.assertEqual(sorted(map(str, told)), ["1", *["已被同事立案"] * (PEOPLE - 1)])
        counter = NumberCounter.objects.get(county=self.proposer.county, series="number", year=2005)
        self.assertEqual(counter.last, 1)
