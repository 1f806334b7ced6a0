"""What the tasks of a plan serve."""

from django.db import models


class Function(models.TextChoices):
    """What a task serves (职能)."""

    STUDY = "study", "学习培训"
    CONSULTATION = "consultation", "政治协商"
    SUPERVISION = "supervision", "民主监督"
    PARTICIPATION = "participation", "参政议政"
    DEVELOPMENT = "development", "服务发展"
    MASSES = "masses", "联系群众"
    EXCHANGE = "exchange", "团结联谊"
    CULTURE = "culture", "文化交流"
    SELF = "self", "自身建设"
    PUBLICITY = "publicity", "宣传"
    WELFARE = "welfare", "公益"
