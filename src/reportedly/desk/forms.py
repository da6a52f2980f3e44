"""What changes something: forms carry the desk's own token, uploads are bounded."""

from __future__ import annotations

import secrets

from fastapi import Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException

from reportedly.desk.office import Office

#: bytes of one upload, all files together
MAX_UPLOAD = 32_000_000
MAX_FILES = 200
_MAX_FIELDS = 80
#: characters of a pasted text: as many as are coded of one article
_MAX_FIELD = 4_000_000


def check_writable(office: Office) -> None:
    """Raise the answer that a desk opened for reading only gives."""
    if office.settings.read_only:
        raise HTTPException(403, "This desk is open for reading only.")


async def form_of(request: Request, office: Office) -> FormData:
    """Return the form of a request, once it is known to be the desk's own and small enough."""
    check_writable(office)
    length = request.headers.get("content-length", "")
    if not length.isdigit():
        raise HTTPException(411, "The length of an upload must be given.")
    if int(length) > MAX_UPLOAD:
        raise HTTPException(413, f"An upload has at most {MAX_UPLOAD:,} bytes.")
    try:
        form = await request.form(
            max_files=MAX_FILES, max_fields=_MAX_FIELDS, max_part_size=_MAX_FIELD
        )
    except MultiPartException as problem:
        raise HTTPException(400, problem.message) from None
    given = form.get("form")
    if not isinstance(given, str) or not secrets.compare_digest(
        given.encode(), office.form_token.encode()
    ):
        await form.close()
        raise HTTPException(403, "This form is of an earlier desk; load its page again.")
    return form


def words(form: FormData, name: str) -> str:
    """Return a field of the form as text; "" when it is not there."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""
