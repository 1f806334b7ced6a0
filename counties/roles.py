"""The roles in which people act (docs/domain.md, roles), and who gives whom which role."""

from django.db import models


class Role(models.TextChoices):
    COUNTY = "county", "县政协工作人员"
    STAFF = "staff", "联工委工作人员"
    MEMBER = "member", "政协委员"
    UNIT = "unit", "承办单位"
    LEADER = "leader", "镇党委领导"
    SYSTEM = "system", "系统管理员"
    SECURITY = "security", "安全管理员"
    AUDIT = "audit", "审计管理员"


TOWNSHIP_ROLES = {Role.STAFF, Role.MEMBER, Role.LEADER}
# Each excludes the others and every other role: none has business data.
ADMINISTRATORS = {Role.SYSTEM, Role.SECURITY, Role.AUDIT}

# Who gives which roles by invitation: a township's staff to its own members only.
GRANTS = {
    Role.STAFF: {Role.MEMBER},
    Role.COUNTY: {Role.STAFF, Role.UNIT, Role.LEADER},
    Role.SECURITY: {Role.COUNTY, *ADMINISTRATORS},
}
# Whose accounts one looks after: new links, stopping, unlocking.
LOOKS_AFTER = {
    Role.STAFF: {Role.MEMBER},
    Role.COUNTY: {Role.MEMBER, Role.STAFF, Role.UNIT, Role.LEADER},
    Role.SECURITY: set(Role),
}
