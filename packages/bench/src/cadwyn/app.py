"""The item API of the bench on Cadwyn: the same versions, fields and changes, from the same data.

Reads {"fields", "versions", "record"} as one line of JSON from standard input, serves on a free
port of 127.0.0.1, prints {"port"}, and answers every further line with {"cpu"}: the process's CPU
in microseconds. Ends when standard input ends.
"""

import datetime
import enum as enums
import json
import socket
import sys
import threading
import time

import uvicorn
from cadwyn import (
    Cadwyn,
    HeadVersion,
    RequestInfo,
    ResponseInfo,
    Version,
    VersionBundle,
    VersionChange,
    VersionedAPIRouter,
    convert_request_to_next_version_for,
    convert_response_to_previous_version_for,
    enum,
    schema,
)
from pydantic import BaseModel, Field, create_model

SPEC = json.loads(sys.stdin.readline())
RECORD = SPEC["record"]


def python_type(field):
    if field["kind"] == "count":
        return int | None
    if field["kind"] == "flag":
        return bool | None
    if field["kind"] == "choice":
        return ENUMS[field["name"]] | None
    return str | None


ENUMS = {
    field["name"]: enums.Enum(
        f"Choice_{field['name']}",
        {value: value for value in ("open", "closed", "held")},
        type=str,
    )
    for field in SPEC["fields"]
    if field["kind"] == "choice"
}


def model(name, extra):
    fields = {
        field["name"]: (
            python_type(field),
            Field(default=None, **({"max_length": 500} if field["kind"] == "text" else {})),
        )
        for field in SPEC["fields"]
    }
    return create_model(name, __base__=BaseModel, __module__=__name__, **extra, **fields)


Create = model("Create", {})
Item = model("Item", {"id": (str, ...)})


def renamed(gate, deed, schemas):
    before, now = deed["before"], deed["now"]

    @convert_request_to_next_version_for(Create)
    def up(request: RequestInfo):
        if before in request.body:
            request.body[now] = request.body.pop(before)

    @convert_response_to_previous_version_for(Item)
    def down(response: ResponseInfo):
        response.body[before] = response.body.pop(now)

    instructions = tuple(schema(one).field(now).had(name=before) for one in schemas)
    return change(gate, instructions, up, down)


def value_renamed(gate, deed, schemas):
    field, before, now = deed["field"], deed["before"], deed["now"]
    kind = ENUMS[field]

    @convert_request_to_next_version_for(Create)
    def up(request: RequestInfo):
        if request.body.get(field) == before:
            request.body[field] = now

    @convert_response_to_previous_version_for(Item)
    def down(response: ResponseInfo):
        if response.body.get(field) == now:
            response.body[field] = before

    instructions = (enum(kind).had(**{before: before}), enum(kind).didnt_have(now))
    return change(gate, instructions, up, down)


def removed(gate, deed, schemas):
    field = deed["field"]

    @convert_response_to_previous_version_for(Item)
    def down(response: ResponseInfo):
        response.body[field] = RECORD[field]

    instructions = (schema(Item).field(field).existed_as(type=str, info=Field(default=None)),)
    return change(gate, instructions, None, down)


def added(gate, deed, schemas):
    field = deed["field"]

    @convert_response_to_previous_version_for(Item)
    def down(response: ResponseInfo):
        response.body.pop(field, None)

    instructions = tuple(schema(one).field(field).didnt_exist for one in schemas)
    return change(gate, instructions, None, down)


DEEDS = {"renamed": renamed, "value_renamed": value_renamed, "removed": removed, "added": added}


def change(gate, instructions, up, down):
    members = {
        "description": f"What {gate} did.",
        "instructions_to_migrate_to_previous_version": instructions,
        "down": down,
    }
    if up is not None:
        members["up"] = up
    return type(gate, (VersionChange,), members)


def change_of(gate):
    schemas = (Create, Item) if gate["onParam"] else (Item,)
    return DEEDS[gate["deed"]["kind"]](gate["gate"], gate["deed"], schemas)


def bundle():
    newest_first = sorted(SPEC["versions"], key=lambda version: version["day"], reverse=True)
    versions = [
        Version(
            datetime.date.fromisoformat(version["day"]),
            *(change_of(gate) for gate in version["gates"]),
        )
        for version in newest_first
    ]
    return VersionBundle(HeadVersion(), *versions)


router = VersionedAPIRouter()


@router.post("/v1/items", response_model=Item)
async def create(item: Create):
    sent = {name: value for name, value in item.model_dump().items() if value is not None}
    return {**{name: RECORD[name] for name in Item.model_fields}, **sent}


app = Cadwyn(versions=bundle(), changelog_url=None)
app.generate_and_include_versioned_routers(router)


def answer_questions(server):
    for _line in sys.stdin:
        used = time.process_time_ns() // 1000
        print(json.dumps({"cpu": used}), flush=True)
    server.should_exit = True


def main():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    threading.Thread(target=answer_questions, args=(server,), daemon=True).start()
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    server.run(sockets=[listener])


main()
