"""Who sees which proposals, and which of them stand in a list or behind a figure."""

from django.db.models import Count, F, Q

from counties.models import County
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from proposals.models.cosigner import Cosigner
from proposals.workflow import AT_HANDLER, NUMBERED, SUBMITTED, UNDER_WAY, Status


class ProposalQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """A draft is its writer's; a member sees what he signed, a unit what it handles."""
        acting = user.acting
        in_county = self.filter(county=acting.county_id)
        match acting.role:
            case Role.COUNTY:
                return in_county.exclude(status=Status.DRAFT)
            case Role.STAFF:
                written_here = ~Q(status=Status.DRAFT) | Q(is_by_office=True)
                return in_county.filter(written_here, township=acting.township_id)
            case Role.MEMBER:
                own = Q(proposer__member__user=user)
                signed = Cosigner.objects.filter(membership__member__user=user).values("proposal")
                return in_county.filter(own | ~Q(status=Status.DRAFT) & Q(pk__in=signed))
            case Role.LEADER:
                return in_county.filter(township=acting.township_id, status__in=NUMBERED)
            case Role.UNIT:
                return in_county.filter(handler=acting.unit_id, handler__isnull=False)
        return self.none()

    def submitted_in(self, first, last):
        """Proposals that count as submitted, by the day of submission; 撤案 does not count."""
        return self.filter(status__in=SUBMITTED, submitted_on__range=(first, last))

    def counted_in(self, first, last):
        """Those that count towards what every member has to hand in: all that were submitted, or
        where the county says so only what it has filed (立案了才算)."""
        counts_filed = Q(county__proposals_counted=County.Counted.FILED)
        return self.submitted_in(first, last).filter(~counts_filed | Q(status__in=NUMBERED))

    def of_year(self, year):
        """Proposals of a proposal year or handed in during that calendar year, drafts, and what
        still waits from before: a year's list hides nothing that somebody has to do."""
        waits = Q(year__lt=year, status__in=UNDER_WAY)
        of_year = Q(year=year) | Q(submitted_on__year=year)
        return self.filter(of_year | waits | Q(status=Status.DRAFT))

    def proposed_by(self, user):
        """Proposals whose first proposer is the person who is logged in."""
        return self.filter(proposer__member__user=user)

    def by_office(self):
        """Proposals that the office wrote down for a member (代录)."""
        return self.filter(is_by_office=True)

    def drafts(self):
        return self.filter(status=Status.DRAFT)

    def to_examine(self):
        return self.filter(status=Status.SUBMITTED)

    def to_assign(self):
        return self.filter(status=Status.FILED)

    def to_sign(self):
        return self.filter(status=Status.ASSIGNED)

    def to_reply(self):
        return self.filter(status=Status.SIGNED)

    def awaiting_feedback(self):
        """Proposals whose reply the proposer has not judged."""
        return self.filter(status=Status.REPLIED)

    def overdue(self, on):
        return self.filter(status__in=AT_HANDLER, due_on__lt=on)

    def for_list(self):
        return (
            self.select_related("proposer__member", "township", "category", "handler", "follow_up")
            .annotate(cosigner_count=Count("cosigners"))
            .order_by("-year", F("number").desc(nulls_first=True), "-pk")
        )

    def for_evidence(self):
        return self.select_related("township").order_by("-submitted_on", "-pk")

    def for_detail(self):
        """All that the page and the paper of one proposal show."""
        return self.select_related(
            "county",
            "township",
            "proposer__member",
            "proposer__sector",
            "category",
            "suggested_unit",
            "handler",
            "refusal",
            "follow_up",
        ).prefetch_related(
            "cosigners__membership__member",
            "replies__unit",
            "replies__answer_class",
            "replies__satisfaction",
        )
