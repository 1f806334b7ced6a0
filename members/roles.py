"""The roles in which people act (DOMAIN: who is who)."""

from django.db import models


class Role(models.TextChoices):
    COUNTY = "county", "县政协工作人员"
    STAFF = "staff", "联工委工作人员"
    MEMBER = "member", "政协委员"
    UNIT = "unit", "承办单位"
    LEADER = "leader", "镇党委领导"


TOWNSHIP_ROLES = {Role.STAFF, Role.MEMBER, Role.LEADER}
