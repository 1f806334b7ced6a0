"""Who may reach what: every route, every role, own and foreign, against one table.

The table is written by hand from docs/domain.md (who is who); nothing writes it from what the
code answers. A route without a row, or a row without a route, fails.
"""

import re
from datetime import date
from http.cookies import SimpleCookie

from django.conf import settings
from django.contrib.auth import get_user
from django.db import transaction
from django.test import TestCase
from django.urls import get_resolver, reverse

from activities.workflow import Status as ActivityStatus
from counties.models import Deadline, Sector
from counties.roles import Role
from cppcc import clock, figures
from cppcc.imports.held import HeldSheet
from directives.workflow import PaperStatus, SheetStatus
from plans.workflow import Status as PlanStatus
from proposals.workflow import Status as ProposalStatus
from summaries import services
from summaries.models import Report
from summaries.workflow import DutyStatus
from tests.factories import (
    make_activity,
    make_check,
    make_copy,
    make_county,
    make_county_paper,
    make_duty_sheet,
    make_finding,
    make_follow_up,
    make_group,
    make_group_post,
    make_incentive,
    make_item,
    make_line,
    make_membership,
    make_note,
    make_old_paper,
    make_paper_file,
    make_plan,
    make_portrait,
    make_proposal,
    make_reply,
    make_revision,
    make_scan,
    make_section,
    make_sheet,
    make_suggestion,
    make_task,
    make_township,
    make_unit,
    make_user,
)

ROLES = (Role.COUNTY, Role.STAFF, Role.MEMBER, Role.UNIT, Role.LEADER)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS")

# ok: answered (a page or a redirect); 403: seen, but not theirs to do; 404: not there for them.
# To everybody of another township, unit or county a record is not there.
TABLE = """
route                       methods   record               county staff member unit leader
desk:home                   GET       -                    ok     ok    ok     ok   ok
desk:overview               GET       -                    ok     403   403    403  403
desk:samples                GET       -                    ok     ok    403    403  403
desk:sample                 GET       sample               ok     ok    403    403  403
desk:sample_file            GET       sample.pdf           ok     ok    403    403  403
desk:sample_file            GET       sample.docx          ok     ok    403    403  403
figure                      GET       figure               ok     ok    ok     404  ok
year                        POST      -                    404    404   404    404  404
acting                      POST      -                    404    404   404    404  404
logout                      POST      -                    ok     ok    ok     ok   ok
typed                       GET       -                    404    404   404    404  404
account                     GET       -                    ok     ok    ok     ok   ok
password_change             GET,POST  -                    ok     ok    ok     ok   ok
contact                     GET,POST  -                    ok     ok    ok     ok   ok
end_sessions                POST      -                    ok     ok    ok     ok   ok
second_factor               GET,POST  -                    ok     ok    ok     ok   ok
drop_second_factor          GET,POST  -                    404    404   404    404  404
accounts:index              GET       -                    ok     ok    403    403  403
accounts:invite             GET,POST  -                    ok     403   403    403  403
accounts:invite_member      POST      membership           403    ok    403    404  403
accounts:invite_all         POST      -                    403    ok    403    403  403
accounts:rules              GET,POST  -                    403    403   403    403  403
accounts:audit              GET       -                    403    403   403    403  403
accounts:audit_export       POST      -                    403    403   403    403  403
accounts:detail             GET       account:member       ok     ok    404    404  404
accounts:detail             GET       account:leader       ok     404   404    404  404
accounts:detail             GET       account:security     404    404   404    404  404
accounts:link               POST      account:member       ok     ok    404    404  404
accounts:link               POST      account:leader       ok     404   404    404  404
accounts:act                POST      account:member+stop      ok ok    404    404  404
accounts:act                POST      account:member+restore   ok ok    404    404  404
accounts:act                POST      account:member+unlock    ok ok    404    404  404
accounts:act                POST      account:member+end_sessions ok ok 404    404  404
accounts:act                POST      account:member+drop_second_factor ok ok 404 404 404
accounts:act                POST      account:leader+stop      ok 404   404    404  404
accounts:act                POST      account:county+stop      404 404  404    404  404
members:index               GET       -                    ok     ok    ok     ok   ok
members:create              GET,POST  -                    403    ok    403    403  403
members:detail              GET       membership           ok     ok    ok     404  ok
members:edit                GET,POST  membership           403    ok    403    404  403
members:leave               GET,POST  membership           403    ok    403    404  403
members:renew               GET,POST  former               403    ok    403    404  403
county:index                GET       -                    ok     403   403    403  403
county:settings             GET,POST  -                    ok     403   403    403  403
county:deadlines            GET       -                    ok     403   403    403  403
county:deadline_edit        GET,POST  limit                ok     403   403    403  403
county:guiding              GET,POST  -                    ok     403   403    403  403
county:targets              GET,POST  -                    ok     403   403    403  403
county:words                GET       dictionary           ok     403   403    403  403
county:word_create          GET,POST  dictionary           ok     403   403    403  403
county:word_edit            GET,POST  word                 ok     403   403    403  403
county:word_delete          GET,POST  word                 ok     403   403    403  403
county:word_retire          POST      word                 ok     403   403    403  403
county:word_restore         POST      word                 ok     403   403    403  403
county:word_move            POST      word+up              ok     403   403    403  403
townships:index             GET       -                    ok     ok    ok     403  ok
townships:create            GET,POST  -                    ok     403   403    403  403
townships:detail            GET       township             ok     ok    ok     404  ok
townships:edit              GET,POST  township             ok     403   403    404  403
townships:contact           GET,POST  township             ok     ok    403    404  403
townships:post_create       GET,POST  township             ok     403   403    404  403
townships:post_edit         GET,POST  post                 ok     403   403    404  403
townships:sheet_create      POST      township             ok     403   403    404  403
townships:sheet_create_all  POST      -                    ok     403   403    403  403
townships:sheet_hand_down_all POST    -                    ok     403   403    403  403
townships:sheet             GET       sheet:draft          ok     404   404    404  404
townships:sheet             GET       sheet:handed_down    ok     ok    404    404  ok
townships:sheet_pdf         GET       sheet:handed_down    ok     ok    404    404  ok
townships:sheet_docx        GET       sheet:handed_down    ok     ok    404    404  ok
townships:sheet_edit        GET,POST  sheet:draft          ok     404   404    404  404
townships:sheet_edit        GET,POST  sheet:handed_down    403    403   404    404  403
townships:sheet_act         GET,POST  sheet:draft+hand_down  ok   404   404    404  404
townships:sheet_act         GET,POST  sheet:handed_down+receive  ok ok  404    404  403
townships:sheet_act         GET,POST  sheet:handed_down+recall  ok 403  404    404  403
members:import              GET,POST  -                    ok     ok    403    403  403
members:import_template     GET       -                    ok     ok    403    403  403
members:import_preview      GET,POST  handed_in            404    ok    404    404  404
members:reelect             GET,POST  -                    ok     ok    403    403  403
members:transfer            GET,POST  membership           ok     403   403    404  403
members:contact             GET,POST  membership           403    403   ok     404  403
members:portrait            GET       portrait             ok     ok    ok     404  404
members:portrait_edit       GET,POST  membership           403    ok    403    404  403
archive:index               GET       -                    ok     ok    ok     ok   ok
archive:create              GET,POST  -                    ok     ok    403    403  403
archive:detail              GET       old_paper            ok     ok    404    404  ok
archive:file                GET       old_paper            ok     ok    404    404  ok
archive:edit                GET,POST  old_paper            ok     ok    404    404  403
archive:delete              GET,POST  old_paper            ok     ok    404    404  403
county_papers:index         GET       -                    ok     ok    ok     ok   ok
county_papers:create        GET,POST  -                    ok     403   403    403  403
county_papers:detail        GET       paper:draft          ok     404   404    404  404
county_papers:detail        GET       paper:handed_down    ok     ok    ok     404  ok
county_papers:detail        GET       paper:withdrawn      ok     ok    404    404  ok
county_papers:paper         GET       paper:handed_down+document.docx ok ok ok 404  ok
county_papers:paper         GET       paper:handed_down+receipts.docx ok 403 403 404 403
county_papers:edit          GET,POST  paper:draft          ok     404   404    404  404
county_papers:edit          GET,POST  paper:handed_down    403    403   403    404  403
county_papers:delete        GET,POST  paper:draft          ok     404   404    404  404
county_papers:delete        GET,POST  paper:handed_down    403    403   403    404  403
county_papers:replace       POST      paper:handed_down    ok     403   403    404  403
county_papers:act           GET,POST  paper:draft+hand_down       ok 404 404   404  404
county_papers:act           GET,POST  paper:handed_down+extend    ok 403 403   404  403
county_papers:act           GET,POST  paper:handed_down+withdraw  ok 403 403   404  403
county_papers:file_create   GET,POST  paper:draft          ok     404   404    404  404
county_papers:file_create   GET,POST  paper:handed_down    403    403   403    404  403
county_papers:file          GET       paper_file:draft     ok     404   404    404  404
county_papers:file          GET       paper_file:handed_down ok   ok    ok     404  ok
county_papers:file_delete   POST      paper_file:draft     ok     404   404    404  404
county_papers:file_delete   POST      paper_file:handed_down 403  403   403    404  403
county_papers:receive       GET,POST  receipt              ok     ok    404    404  403
drafts                      POST      -                    404    404   404    404  404
plans:index                 GET       -                    ok     ok    ok     ok   ok
plans:create                GET,POST  -                    403    ok    403    403  403
plans:detail                GET       plan:draft           404    ok    404    404  ok
plans:detail                GET       plan:reported        ok     ok    404    404  ok
plans:detail                GET       plan:published       ok     ok    ok     404  ok
plans:calendar              GET       -                    ok     ok    ok     ok   ok
plans:calendar_pdf          GET       -                    ok     ok    ok     ok   ok
plans:feed_renew            POST      -                    ok     ok    ok     ok   ok
plans:feed_revoke           POST      -                    ok     ok    ok     ok   ok
plans:groups                GET       -                    ok     ok    ok     ok   ok
plans:group_create          GET,POST  -                    403    ok    403    403  403
plans:group                 GET       group                ok     ok    404    404  ok
plans:group_edit            GET,POST  group                403    ok    404    404  403
plans:group_pdf             GET       group                ok     ok    404    404  ok
plans:group_docx            GET       group                ok     ok    404    404  ok
plans:incentives            GET       -                    ok     ok    ok     ok   ok
plans:incentive_create      GET,POST  -                    403    ok    403    403  403
plans:incentive_edit        GET,POST  incentive            403    ok    404    404  403
plans:points                POST      plan:draft           404    ok    404    404  403
plans:points                POST      plan:published       403    403   403    404  403
plans:uptake                GET       paper:draft          ok     404   404    404  404
plans:uptake                GET       paper:handed_down    ok     403   403    404  403
plans:published             GET       -                    ok     ok    ok     ok   ok
plans:read                  GET       published            ok     ok    ok     ok   ok
plans:study_pdf             GET       plan:published       ok     ok    ok     404  ok
plans:study_docx            GET       plan:draft           404    ok    404    404  ok
plans:board                 GET       plan:draft           404    ok    404    404  ok
plans:board                 GET       plan:reported        ok     ok    404    404  ok
plans:board                 GET       plan:published       ok     ok    ok     404  ok
plans:note_create           GET,POST  task                 404    403   404    404  403
plans:note_create           GET,POST  promise              403    ok    403    404  403
plans:note_edit             GET,POST  note                 403    ok    403    404  403
plans:checks                GET       plan:published       ok     ok    403    404  ok
plans:check_create          POST      plan:published       403    404   403    404  403
plans:check                 GET       check:open           404    ok    404    404  ok
plans:check                 GET       check:finished       ok     ok    404    404  ok
plans:check_edit            GET,POST  check:open           404    ok    404    404  403
plans:check_edit            GET,POST  check:finished       403    ok    404    404  403
plans:check_pdf             GET       check:finished       ok     ok    404    404  ok
plans:check_docx            GET       check:finished       ok     ok    404    404  ok
plans:pdf                   GET       plan:reported        ok     ok    404    404  ok
plans:docx                  GET       plan:reported        ok     ok    404    404  ok
plans:edit                  GET,POST  plan:draft           404    ok    404    404  403
plans:edit                  GET,POST  plan:published       403    403   403    404  403
plans:standard              POST      plan:draft           404    ok    404    404  403
plans:arrange               POST      plan:published       403    403   403    404  403
plans:arrange               POST      plan:draft           404    404   404    404  403
plans:revise                POST      plan:draft           404    ok    404    404  403
plans:revise                POST      plan:published       403    ok    403    404  403
plans:changes               GET       revision:draft       404    ok    404    404  ok
plans:changes               GET       revision:reported    ok     ok    404    404  ok
plans:changes               GET       revision:published   ok     ok    ok     404  ok
plans:changes_pdf           GET       revision:reported    ok     ok    404    404  ok
plans:changes_docx          GET       revision:reported    ok     ok    404    404  ok
plans:act                   GET,POST  revision:draft+withdraw  404 ok   404    404  403
plans:copy                  GET       copy:approved        404    ok    404    404  ok
plans:copy                  GET       copy:published       ok     ok    ok     404  ok
plans:copy_pdf              GET       copy:published       ok     ok    ok     404  ok
plans:scan                  GET       scan:approved        404    ok    404    404  ok
plans:scan                  GET       scan:reported        ok     ok    404    404  ok
plans:scan                  GET       scan:published       ok     ok    ok     404  ok
plans:scan_create           GET,POST  on_paper:approved    404    ok    404    404  403
plans:scan_create           GET,POST  on_paper:published   403    ok    403    404  403
plans:section_create        GET,POST  plan:draft           404    ok    404    404  403
plans:task_create           GET,POST  plan:draft           404    ok    404    404  403
plans:section_edit          GET,POST  section              404    ok    404    404  403
plans:section_delete        GET,POST  section              404    ok    404    404  403
plans:section_move          POST      section+up           404    ok    404    404  403
plans:task_edit             GET,POST  task                 404    ok    404    404  403
plans:task_delete           GET,POST  task                 404    ok    404    404  403
plans:task_move             POST      task+up              404    ok    404    404  403
plans:act                   GET,POST  plan:draft+submit    404    ok    404    404  403
plans:act                   GET,POST  plan:submitted+approve  404 ok    404    404  ok
plans:act                   GET,POST  plan:submitted+send_back  404 ok  404    404  ok
plans:act                   GET,POST  plan:approved+report 404    ok    404    404  403
plans:act                   GET,POST  plan:reported+return_plan  ok 403 404    404  403
plans:act                   GET,POST  plan:reported+publish  403  ok    404    404  403
activities:index            GET       -                    ok     ok    ok     ok   ok
activities:create           GET,POST  -                    ok     ok    403    403  403
activities:detail           GET       activity             ok     ok    ok     404  ok
activities:edit             GET,POST  activity             403    ok    403    404  403
activities:attendance       GET,POST  activity             403    ok    403    404  403
activities:act              GET,POST  activity+notify      403    ok    403    404  403
activities:act              GET,POST  activity+hold        403    ok    403    404  403
activities:act              GET,POST  activity+cancel      403    ok    403    404  403
activities:act              GET,POST  held+report          403    ok    403    404  403
activities:paper            GET       activity+notice.pdf  ok     ok    ok     404  ok
activities:paper            GET       activity+sign_in.docx  ok   ok    403    404  ok
activities:paper            GET       inspection+scheme.docx ok   ok    403    404  ok
activities:paper            GET       supervision+rating.docx ok  ok    403    404  ok
activities:paper            GET       held+minutes.docx    ok     ok    403    404  ok
activities:paper            GET       held+report.docx     ok     ok    403    404  ok
activities:paper            GET       inspection+inspection.docx ok ok  403    404  ok
activities:paper            GET       activity+report.docx 404    404   403    404  404
activities:finding_create   GET,POST  inspection           403    ok    403    404  403
activities:finding_edit     GET,POST  finding              403    ok    404    404  403
activities:ledgers          GET       -                    ok     ok    ok     ok   ok
activities:ledger           GET       register             ok     ok    ok     ok   ok
activities:ledger_create    GET,POST  register             403    ok    403    403  403
activities:ledger_create    GET,POST  register:notes       403    ok    ok     403  403
activities:ledger_detail    GET       visit                ok     ok    ok     404  ok
activities:ledger_detail    GET       talent               ok     ok    404    404  ok
activities:ledger_edit      GET,POST  visit                403    ok    403    404  403
activities:ledger_delete    GET,POST  visit                403    ok    403    404  403
proposals:index             GET       -                    ok     ok    ok     ok   ok
proposals:create            GET,POST  -                    403    ok    ok     403  403
proposals:detail            GET       proposal:draft       404    404   ok     404  404
proposals:detail            GET       proposal:submitted   ok     ok    ok     404  404
proposals:detail            GET       proposal:assigned    ok     ok    ok     ok   ok
proposals:blank             GET       blank.pdf            ok     ok    ok     403  403
proposals:paper             GET       proposal:draft+form.docx   404 404 ok    404  404
proposals:paper             GET       proposal:assigned+form.pdf ok  ok  ok    ok   ok
proposals:paper             GET       proposal:assigned+assignment.docx ok ok 403 ok 403
proposals:paper             GET       proposal:filed+assignment.docx 404 404 403 404 403
proposals:paper             GET       answered+letter.docx ok     ok    ok     ok   ok
proposals:paper             GET       answered+survey.docx ok     ok    ok     ok   403
proposals:paper             GET       proposal:assigned+letter.docx 404 404 404 404 404
proposals:edit              GET,POST  proposal:draft       404    404   ok     404  404
proposals:edit              GET,POST  written:draft        404    ok    ok     404  404
proposals:act               GET,POST  written:draft+submit 404    ok    ok     404  404
proposals:edit              GET,POST  proposal:submitted   403    403   403    404  404
proposals:act               GET,POST  proposal:draft+submit     404 404 ok    404  404
proposals:act               GET,POST  proposal:submitted+withdraw 403 ok ok   404  404
proposals:act               GET,POST  proposal:submitted+file   ok 403  403   404  404
proposals:act               GET,POST  proposal:submitted+decline ok 403 403   404  404
proposals:act               GET,POST  proposal:filed+assign     ok 403  403   404  403
proposals:act               GET,POST  proposal:assigned+hand_back 403 403 403 ok   403
proposals:act               GET,POST  proposal:assigned+sign    ok 403  403   ok   403
proposals:act               GET,POST  proposal:signed+reply     ok 403  403   ok   403
proposals:act               GET,POST  proposal:replied+accept   ok ok   ok    403  403
proposals:act               GET,POST  proposal:replied+contest  403 ok  ok    403  403
proposals:promise           GET,POST  proposal:replied     ok     ok    403    403  403
proposals:followups         GET       -                    ok     ok    ok     ok   ok
proposals:progress          GET,POST  follow_up            ok     ok    404    404  403
proposals:suggestions       GET       -                    ok     ok    ok     ok   ok
proposals:suggestion_create GET,POST  -                    403    ok    403    403  403
proposals:suggestion        GET       suggestion           ok     ok    404    404  ok
proposals:suggestion        GET       visited              ok     ok    ok     404    ok
proposals:item_act          GET,POST  item+note_opinion    403    ok    404    404  ok
proposals:item_act          GET,POST  item+assign          403    ok    404    404  ok
proposals:item_act          GET,POST  item+adopt           403    ok    404    404  ok
proposals:item_act          GET,POST  item+adopt_partly    403    ok    404    404  ok
proposals:item_act          GET,POST  item+refuse          403    ok    404    404  ok
summaries:index             GET       -                    ok     ok    ok     ok   ok
summaries:create            POST      -                    403    ok    403    403  403
summaries:detail            GET       report:draft         404    ok    404    404  ok
summaries:detail            GET       report:reported      ok     ok    404    404  ok
summaries:pdf               GET       report:reported      ok     ok    404    404  ok
summaries:docx              GET       report:reported      ok     ok    404    404  ok
summaries:volume            GET       volume.docx          ok     403   403    403  403
summaries:frozen_figure     GET       frozen               ok     ok    404    404  ok
summaries:edit              GET,POST  report:draft         404    ok    404    404  403
summaries:edit              GET,POST  report:reported      403    403   404    404  403
summaries:redraft           GET,POST  report:draft         404    ok    404    404  403
summaries:act               GET,POST  report:draft+sign    404    ok    404    404  403
summaries:act               GET,POST  report:signed+reopen 404    ok    404    404  403
summaries:act               GET,POST  report:signed+report 404    ok    404    404  403
summaries:act               GET,POST  report:reported+accept ok   403   404    404  403
summaries:act               GET,POST  report:reported+send_back ok 403  404    404  403
summaries:board             GET       -                    ok     ok    ok     ok     ok
summaries:duty_own          GET       -                    ok     ok    ok     ok     ok
summaries:duty              GET       membership           ok     ok    ok     404    403
summaries:duty              GET       colleague            ok     ok    403    404    403
summaries:duty_paper        GET       membership           ok     ok    ok     404    403
summaries:duty_paper        GET       colleague            ok     ok    403    404    403
summaries:duty_pdf          GET       membership           ok     ok    ok     404    403
summaries:duty_pdf          GET       colleague            ok     ok    403    404    403
summaries:duty_docx         GET       membership           ok     ok    ok     404    403
summaries:duty_docx         GET       colleague            ok     ok    403    404    403
summaries:sheets            GET       -                    ok     ok    ok     ok     ok
summaries:sheet_create      GET,POST  membership           403    ok    ok     404    403
summaries:sheet_create      GET,POST  colleague            403    ok    403    404    403
summaries:sheet_blank       GET       membership           ok     ok    ok     404    403
summaries:sheet_blank       GET       colleague            ok     ok    403    404    403
summaries:sheet             GET       duty_sheet:draft          404    ok    ok     404    404
summaries:sheet             GET       duty_sheet:submitted      404    ok    ok     404    404
summaries:sheet             GET       duty_sheet:signed         ok     ok    ok     404    404
summaries:sheet             GET       duty_sheet:rated          ok     ok    ok     404    404
summaries:sheet             GET       colleague_sheet:rated  ok   ok    404    404    404
summaries:sheet_pdf         GET       duty_sheet:rated          ok     ok    ok     404    404
summaries:sheet_docx        GET       duty_sheet:rated          ok     ok    ok     404    404
summaries:sheet_edit        GET,POST  duty_sheet:draft          404    ok    ok     404    404
summaries:sheet_edit        GET,POST  duty_sheet:rated          403    403   403    404    404
summaries:sheet_act         GET,POST  duty_sheet:draft+submit   404    ok    ok     404    404
summaries:sheet_act         GET,POST  duty_sheet:submitted+sign      404 ok  403    404    404
summaries:sheet_act         GET,POST  duty_sheet:submitted+send_back 404 ok  403    404    404
summaries:sheet_act         GET,POST  duty_sheet:signed+rate         ok 403  403    404    404
summaries:sheet_act         GET,POST  duty_sheet:signed+hand_back    ok 403  403    404    404
summaries:sheet_act         GET,POST  duty_sheet:rated+reopen        ok 403  403    404    404
"""
COMMON = ("blank", "sample", "volume")  # papers that are nobody's record
OF_NO_RECORD = ("-", "register", "dictionary", *COMMON)  # pages that are there for everybody
COUNTY_WIDE = {"word", "limit"}  # records of no township: strange only to another county
READ_BY_ALL = {"published"}  # of a township, and read by everybody who works in the county
PUBLIC = {"login", "login_code", "forgotten", "welcome", "plans:feed"}

# The three administrators: their own pages, and no record of anybody's work. What this table does
# not name answers 404 to them where there is a record, and is empty or refused where there is none.
ADMINISTRATORS = (Role.SYSTEM, Role.SECURITY, Role.AUDIT)
THEIR_TABLE = """
route                  methods   record                system security audit
desk:home              GET       -                     ok     ok       ok
desk:overview          GET       -                     403    403      403
logout                 POST      -                     ok     ok       ok
account                GET       -                     ok     ok       ok
password_change        GET,POST  -                     ok     ok       ok
contact                GET,POST  -                     ok     ok       ok
end_sessions           POST      -                     ok     ok       ok
second_factor          GET,POST  -                     ok     ok       ok
accounts:index         GET       -                     403    ok       403
accounts:invite        GET,POST  -                     403    ok       403
accounts:invite_all    POST      -                     403    403      403
accounts:rules         GET,POST  -                     403    ok       403
accounts:audit         GET       -                     403    403      ok
accounts:audit_export  POST      -                     403    403      ok
accounts:detail        GET       account:member        404    ok       404
accounts:detail        GET       account:county        404    ok       404
accounts:link          POST      account:member        404    ok       404
accounts:link          POST      account:county        404    ok       404
accounts:act           POST      account:county+stop   404    ok       404
accounts:act           POST      account:audit+stop    404    ok       404
accounts:act           POST      account:member+stop   404    ok       404
accounts:act           POST      account:member+restore             404 ok 404
accounts:act           POST      account:member+unlock              404 ok 404
accounts:act           POST      account:member+end_sessions        404 ok 404
accounts:act           POST      account:leader+stop                404 ok 404
accounts:act           POST      account:member+drop_second_factor  404 ok 404
accounts:detail        GET       account:leader        404    ok       404
accounts:detail        GET       account:security      404    ok       404
accounts:link          POST      account:leader        404    ok       404
"""


def rows(table=TABLE, roles=ROLES):
    for line in table.strip().splitlines()[1:]:
        route, methods, record, *expected = line.split()
        yield route, methods.split(","), record, dict(zip(roles, expected, strict=True))


def routes(resolver=None, prefix="") -> set[str]:
    found = set()
    for one in (resolver or get_resolver()).url_patterns:
        if hasattr(one, "url_patterns"):
            found |= routes(one, f"{prefix}{one.namespace}:" if one.namespace else prefix)
        else:
            found.add(f"{prefix}{one.name}")
    return found


class Walk(TestCase):
    """The people of the table, their logins, and the records of its third column."""

    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.here = make_township(county=cls.county)
        cls.unit = make_unit(county=cls.county)
        there, elsewhere = make_township(county=cls.county), make_county()
        place = {
            Role.COUNTY: {"county": cls.county},
            Role.UNIT: {"unit": cls.unit, "county": cls.county},
        }
        away = {
            Role.COUNTY: {"county": elsewhere},
            Role.UNIT: {"unit": make_unit(county=cls.county), "county": cls.county},
        }
        cls.own = {r: make_user(role=r, **place.get(r, {"township": cls.here})) for r in ROLES}
        cls.strangers = {r: make_user(role=r, **away.get(r, {"township": there})) for r in ROLES}
        cls.nobody = make_user()
        cls.administrators = {r: make_user(role=r, county=cls.county) for r in ADMINISTRATORS}
        cls.member = make_membership(township=cls.here, user=cls.own[Role.MEMBER])

    def setUp(self):
        """One login of everybody for all the cells of a test: what a cell does to it is undone."""
        people = (self.own, self.strangers, {"": self.nobody}, self.administrators)
        self.logins = {user: self.log_in(user) for group in people for user in group.values()}

    def log_in(self, user) -> str:
        browser = self.client_class()
        browser.force_login(user)
        return browser.cookies[settings.SESSION_COOKIE_NAME].value

    def come_as(self, user) -> None:
        """The browser is this person's, or nobody's."""
        cookies = {settings.SESSION_COOKIE_NAME: self.logins[user]} if user else {}
        self.client.cookies = SimpleCookie(cookies)

    # ---- each record as the arguments of its address

    def record(self, name: str) -> dict:
        name, _, action = name.partition("+")
        kind, _, state = name.partition(":")
        if kind.startswith(COMMON):
            return self.file_of(kind)
        made = getattr(self, f"make_{kind}")(state)
        known = made if isinstance(made, dict) else {"pk": made.pk}
        if "." in action:
            return known | self.file_of(f"paper.{action}")
        extra = {"up": {"direction": "up"}}.get(action, {"action": action} if action else {})
        return known | extra

    def file_of(self, name: str) -> dict:
        """What an address says of a paper: 「paper.letter.pdf」, 「volume.pdf」, 「sample」."""
        what, *path = name.split(".")
        suffix = {"suffix": path.pop()} if path else {}
        kinds = {"sample": {"sample": "letter"}, "paper": {"paper": (path or [""])[0]}}
        return kinds.get(what, {}) | suffix

    def make_account(self, role):
        """Somebody else's account, here."""
        place = {"township": self.here} if role in {"member", "leader"} else {"county": self.county}
        user = make_user(role=Role(role), **place)
        return user.appointments.get()

    def make_figure(self, _):
        return {"key": "studies"}

    def make_membership(self, _):
        return self.member

    def make_colleague(self, _):
        return make_membership(township=self.here, name="肖阳")

    def make_duty_sheet(self, status):
        return make_duty_sheet(membership=self.member, status=DutyStatus(status))

    def make_colleague_sheet(self, status):
        return make_duty_sheet(membership=self.make_colleague(""), status=DutyStatus(status))

    def make_former(self, _):
        return make_membership(township=self.here, left_on=date(2003, 12, 31))

    def make_dictionary(self, _):
        return {"dictionary": "sectors"}

    def make_word(self, _):
        return {"dictionary": "sectors", "pk": Sector.objects.filter(county=self.county).last().pk}

    def make_limit(self, _):
        return Deadline.objects.filter(county=self.county).first()

    def make_township(self, _):
        return self.here

    def make_post(self, _):
        return make_group_post(township=self.here)

    def make_sheet(self, status):
        return make_sheet(township=self.here, status=SheetStatus(status))

    def make_handed_in(self, _):
        """A table that the office's clerk has handed in and not yet confirmed."""
        table = {"rows": [[1, ["姓名", "界别"]], [2, ["赵云", "中共"]]], "merged": []}
        clerk = self.own[Role.STAFF]
        held = HeldSheet.objects.create(
            user_id=clerk.pk,
            appointment_id=clerk.acting.pk,
            importer="roster",
            table=table,
            held_at=clock.now(),
        )
        return {"key": held.pk}

    def make_portrait(self, _):
        return make_portrait(member=self.member.member) and self.member

    def make_old_paper(self, _):
        return make_old_paper(township=self.here)

    def make_paper(self, status):
        townships = [] if status == "draft" else [self.here]
        return make_county_paper(
            county=self.county, townships=townships, status=PaperStatus(status), points=["学习"]
        )

    def make_paper_file(self, status):
        return make_paper_file(paper=self.make_paper(status))

    def make_receipt(self, _):
        return self.make_paper("handed_down").receipts.get()

    def make_plan(self, status):
        return make_plan(township=self.here, status=PlanStatus(status))

    def make_revision(self, status):
        return make_revision(township=self.here, status=PlanStatus(status))

    def make_copy(self, status):
        return make_copy(plan=self.make_plan(status))

    def make_scan(self, status):
        return make_scan(plan=self.make_plan(status))

    def make_on_paper(self, status):
        """A plan whose approval the office entered; its scan has not come yet."""
        return make_copy(plan=self.make_plan(status)).plan

    def make_section(self, _):
        return make_section(plan=make_plan(township=self.here))

    def make_task(self, _):
        return make_task(section=self.make_section(""))

    def make_group(self, _):
        return make_group(head=self.member)

    def make_incentive(self, _):
        return make_incentive(membership=self.member)

    def make_published(self, _):
        return self.make_plan("published")

    def make_promise(self, _):
        """A task of a plan that is in force."""
        return make_task(section=make_section(plan=self.make_plan("published")))

    def make_note(self, _):
        return make_note(task=self.make_promise(""))

    def make_check(self, state):
        return make_check(task=self.make_promise(""), is_finished=state == "finished")

    def make_activity(self, _):
        return make_activity(township=self.here, status=ActivityStatus.PLANNED)

    def make_held(self, _):
        return make_activity(township=self.here, status=ActivityStatus.HELD)

    def make_inspection(self, _):
        return make_activity(township=self.here, feeds="inspection")

    def make_supervision(self, _):
        return make_activity(township=self.here, feeds="supervision")

    def make_answered(self, _):
        proposal = self.make_proposal("replied")
        make_reply(proposal=proposal)
        return proposal

    def make_finding(self, _):
        return make_finding(activity=self.make_inspection(""))

    def make_register(self, key):
        return {"register": key or "visits"}

    def make_visit(self, _):
        visit = make_line("visits", township=self.here, membership=self.member)
        return {"register": "visits", "pk": visit.pk}

    def make_talent(self, _):
        return {"register": "talents", "pk": make_line("talents", township=self.here).pk}

    def make_proposal(self, status):
        return make_proposal(
            proposer=self.member, status=ProposalStatus(status), **self.handled(status)
        )

    def make_written(self, status):
        """A draft that the office wrote down for the member."""
        return make_proposal(proposer=self.member, is_by_office=True)

    def handled(self, status) -> dict:
        return {"handler": self.unit} if status in {"assigned", "signed", "replied"} else {}

    def make_follow_up(self, _):
        follow_up = make_follow_up(township=self.here)
        make_proposal(
            proposer=self.member,
            status=ProposalStatus.REPLIED,
            handler=self.unit,
            follow_up=follow_up,
        )
        return follow_up

    def make_suggestion(self, _):
        return make_suggestion(township=self.here)

    def make_visited(self, _):
        """A suggestion that came of what the member asked for in a visit."""
        visit = make_line("visits", membership=self.member)
        return make_suggestion(township=self.here, visit=visit)

    def make_item(self, _):
        return make_item(township=self.here)

    def make_report(self, status) -> Report:
        clerk = self.own[Role.STAFF]
        with clock.at(date(2004, 12, 16)):
            report = services.draft(self.here, 2004, by=clerk)
            if status in {"signed", "reported"}:
                report.sign(by=clerk, signed_by="陈国安")
            if status == "reported":
                services.report_to_county(report, by=clerk)
        return report

    def make_frozen(self, _):
        report = self.make_report("reported")
        return {"pk": report.pk, "figure": report.copy.figures.first().pk}

    # ---- asking

    def address(self, route: str, arguments: dict) -> str:
        if route == "figure":
            return figures.link(
                "studies", "township", self.here.pk, date(2004, 1, 1), date(2004, 12, 31)
            )
        return reverse(route, kwargs=arguments)

    def answer(self, user, method: str, address: str) -> str:
        """The status as the table writes it; whatever the request did is undone."""
        self.come_as(user)
        with transaction.atomic():
            response = self.client.generic(method, address)
            transaction.set_rollback(True)
        if response.status_code == 302 and response.url.startswith("/login/"):
            return "login" if user is None else "ok"
        return "ok" if response.status_code in {200, 302} else str(response.status_code)


class PermissionTests(Walk):
    def test_every_route_has_a_row_and_every_row_a_route(self):
        self.assertEqual({route for route, *_ in rows()} | PUBLIC, routes())

    def test_every_cell_of_the_table(self):
        for route, methods, record, expected in rows():
            with transaction.atomic():
                address = self.address(route, {} if record == "-" else self.record(record))
                for role in ROLES:
                    for method in methods:
                        with self.subTest(route=route, record=record, role=role, method=method):
                            answer = self.answer(self.own[role], method, address)
                            self.assertEqual(answer, expected[role])
                transaction.set_rollback(True)

    def test_a_right_that_has_ended_is_gone_with_the_next_request(self):
        clerk = self.own[Role.STAFF]
        self.client.force_login(clerk)
        page = reverse("activities:create")
        self.assertEqual(self.client.get(page).status_code, 200)

        clerk.appointments.update(last_on=date(2004, 1, 1))

        self.assertEqual(self.client.get(page).status_code, 403)
        self.assertEqual(get_user(self.client).acting.role, "")


class AdministratorsTests(Walk):
    def test_administrators_have_their_own_pages(self):
        for route, methods, record, expected in rows(THEIR_TABLE, ADMINISTRATORS):
            with transaction.atomic():
                address = self.address(route, {} if record == "-" else self.record(record))
                for role in ADMINISTRATORS:
                    for method in methods:
                        with self.subTest(route=route, record=record, role=role, method=method):
                            answer = self.answer(self.administrators[role], method, address)
                            self.assertEqual(answer, expected[role])
                transaction.set_rollback(True)

    def test_administrators_have_no_business_data(self):
        named = {(route, record) for route, _, record, _ in rows(THEIR_TABLE, ADMINISTRATORS)}
        for route, methods, record, _ in rows():
            kind = re.split(r"[+:.]", record)[0]
            refusals = {"403"} if kind in COUNTY_WIDE else {"404"}
            allowed = {"ok", "403", "404"} if kind in OF_NO_RECORD else refusals
            if (route, record) in named:
                continue
            with transaction.atomic():
                address = self.address(route, {} if record == "-" else self.record(record))
                for role, user in self.administrators.items():
                    for method in methods:
                        with self.subTest(route=route, record=record, role=role, method=method):
                            answer = self.answer(user, method, address)
                            self.assertIn(answer, allowed)
                            if method == "GET" and answer == "ok":
                                self.come_as(user)
                                page = self.client.get(address, follow=True)
                                self.assertNotContains(page, self.here.name)
                transaction.set_rollback(True)


class StrangersTests(Walk):
    def test_to_strangers_no_record_is_there(self):
        for route, methods, record, _ in rows():
            kind = re.split(r"[+:.]", record)[0]
            if kind in OF_NO_RECORD:
                continue
            with transaction.atomic():
                address = self.address(route, self.record(record))
                for user in (*self.strangers.values(), self.nobody):
                    is_colleague = user.acting.county_id == self.county.pk
                    if kind in COUNTY_WIDE | READ_BY_ALL and is_colleague:
                        continue
                    for method in methods:
                        with self.subTest(route=route, record=record, who=user.acting.role):
                            self.assertEqual(self.answer(user, method, address), "404")
                transaction.set_rollback(True)


class MethodsTests(Walk):
    def test_before_login_every_method_leads_to_the_login(self):
        for route, _, record, _ in rows():
            with transaction.atomic():
                address = self.address(route, {} if record == "-" else self.record(record))
                for method in METHODS:
                    with self.subTest(route=route, method=method):
                        self.assertEqual(self.answer(None, method, address), "login")
                transaction.set_rollback(True)

    def test_a_method_that_is_not_named_is_refused(self):
        for route, methods, record, expected in rows():
            allowed = next((role for role in ROLES if expected[role] == "ok"), None)
            if allowed is None:
                continue
            with transaction.atomic():
                address = self.address(route, {} if record == "-" else self.record(record))
                for method in set(METHODS) - set(methods):
                    with self.subTest(route=route, method=method):
                        self.assertEqual(self.answer(self.own[allowed], method, address), "405")
                transaction.set_rollback(True)
