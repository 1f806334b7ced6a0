"""The files that tests hand in lie in a folder of their own, which goes with the process."""

import atexit
import os
import shutil
import tempfile

from django.conf import settings

_files = tempfile.mkdtemp(prefix="cppcc-files-")
atexit.register(shutil.rmtree, _files, ignore_errors=True)
os.environ["CPPCC_FILES"] = _files
if settings.configured:  # else they read the variable
    settings.MEDIA_ROOT = _files
