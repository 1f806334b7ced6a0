"""Papers of the county, their points, files and receipts stay within their county."""

from django.db import migrations

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [("members", "0016_county_papers")]

    operations = [
        same_county("members_countypaper", "replaces_id", "members_countypaper"),
        same_county("members_countypaperevent", "record_id", "members_countypaper"),
        same_county("members_keypoint", "paper_id", "members_countypaper"),
        same_county("members_paperfile", "paper_id", "members_countypaper"),
        same_county("members_receipt", "township_id", "members_township"),
        same_county("members_receipt", "paper_id", "members_countypaper"),
        same_county("members_receiptevent", "record_id", "members_receipt"),
    ]
