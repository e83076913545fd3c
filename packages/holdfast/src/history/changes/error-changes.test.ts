import { describe, expect, it } from "vitest";
import { error, errorAt, field, method, rateLimited, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import type { Change } from "../change.js";
import { smallApi, versionAt, whatStops } from "../small-api.fixture.js";
import { errorWas, statusWas } from "./error-changes.js";
import { added, renamedTo } from "./renamed-to.js";
import { wasOfType } from "./retyped.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: { id: text } }).from<{
  id: string;
}>();

const refused = error("refused", {
  status: 402,
  type: "thing_error",
  code: "refused",
  description: "It was refused.",
  message: "The {kind} was refused because of {param}.",
  data: { kind: text },
});
const generic = error("generic", {
  status: 400,
  type: "invalid_request_error",
  description: "Something was wrong.",
  message: "Something about a {what} was wrong.",
  data: { what: text },
});
const ancient = error("ancient", {
  status: 409,
  type: "old_error",
  description: "No.",
  message: "No.",
});

const make = method("things.make", {
  route: "POST /v1/things",
  description: "Makes a thing.",
  params: { id: text },
  returns: thing,
  raises: [refused],
}).execute(async () => {
  throw refused({ kind: "thing" }, { param: "id" });
});
const take = method("things.take", {
  route: "POST /v1/things/take",
  description: "Takes a thing.",
  params: { id: text },
  returns: thing,
  raises: [refused],
}).execute(async () => {
  throw refused({ kind: "thing" }, { param: "id" });
});

const parts = { resources: [thing], methods: [make, take], errors: [generic, ancient] };

/** What a method answers at each step of a past, oldest first. */
async function answers(past: Parameters<typeof smallApi>[1], name = "things.make") {
  const kit = await testKit(smallApi(parts, past));
  const steps = [...past.keys(), past.length];
  return Promise.all(
    steps.map(async (step) => {
      const { status, body } = await kit
        .callAs({ version: versionAt(step) })
        .call(name, { id: "a" });
      return { ...body.error, status } as Record<string, unknown>;
    }),
  );
}

const today = {
  status: 402,
  type: "thing_error",
  code: "refused",
  kind: "thing",
  message: "The thing was refused because of id.",
  param: "id",
};

describe("an error of one method alone", () => {
  it("has another status and other fields there, and nowhere else", async () => {
    const here = errorAt(refused, make);
    const past = [{ a: [statusWas(here, 400), field(here, "sort", renamedTo("kind"))] }];
    const { kind, ...rest } = today;
    expect(await answers(past)).toEqual([{ ...rest, status: 400, sort: kind }, today]);
    expect(await answers(past, "things.take")).toEqual([today, today]);
  });

  it("follows what is said of the error everywhere, but where it was said of the method", async () => {
    const past = [
      { a: [statusWas(refused, 418), field(refused, "sort", renamedTo("kind"))] },
      { b: [statusWas(errorAt(refused, make), 400)] },
    ];
    const at = (status: number, { kind, ...rest } = today) => ({ ...rest, status, sort: kind });
    expect(await answers(past)).toEqual([at(418), { ...today, status: 400 }, today]);
    const together = [{ a: [statusWas(refused, 418), statusWas(errorAt(refused, make), 400)] }];
    expect(await answers(together)).toEqual([{ ...today, status: 400 }, today]);
    expect(await answers(together, "things.take")).toEqual([{ ...today, status: 418 }, today]);
  });
});

describe("an error where another one was raised", () => {
  const older = (data: { readonly kind: string }) => ({ what: data.kind });

  it("answers as that one, with its data, status and message", async () => {
    const [then, now] = await answers([{ a: [errorWas(refused, generic, older)] }]);
    expect(then).toEqual({
      status: 400,
      type: "invalid_request_error",
      what: "thing",
      message: "Something about a thing was wrong.",
      param: "id",
    });
    expect(now).toEqual(today);
  });

  it("does so at one method only", async () => {
    const past = [{ a: [errorWas(errorAt(refused, make), generic, older)] }];
    expect((await answers(past))[0]?.type).toBe("invalid_request_error");
    expect((await answers(past, "things.take"))[0]).toEqual(today);
  });

  it("follows what is said of that one in older versions still, and may come back", async () => {
    const [oldest, before, old] = await answers([
      { a: [errorWas(ancient, refused, () => ({ kind: "stone" }))] },
      { b: [errorWas(generic, ancient), statusWas(refused, 499)] },
      { c: [errorWas(refused, generic, older)] },
    ]);
    expect(old?.type).toBe("invalid_request_error");
    expect(before).toMatchObject({ status: 409, type: "old_error" });
    expect(oldest).toMatchObject({ status: 499, type: "thing_error", kind: "stone" });
  });
});

it("the param of an error can be hidden, its type and code others, or no code", async () => {
  const [oldest, then] = await answers([
    { a: [field(refused, "code", added())] },
    {
      b: [
        field(refused, "param", added()),
        field(refused, "type", wasOfType(t.literal("old_error"))),
        field(refused, "code", wasOfType(t.literal("declined"))),
      ],
    },
  ]);
  expect(then).not.toHaveProperty("param");
  expect(then).toMatchObject({ type: "old_error", code: "declined" });
  expect(oldest).not.toHaveProperty("code");
  expect(then?.message).toBe("The thing was refused because of id.");
});

describe("what does not fit", () => {
  const stranger = error("stranger", { status: 400, type: "x", description: "X.", message: "X." });
  const cases: [string, readonly Change[], string][] = [
    ["an error of another API", [statusWas(stranger, 401)], "changes stranger, which is no part"],
    [
      "an error at a method of another API",
      [statusWas(errorAt(stranger, make), 401)],
      "changes stranger of things.make, which is no part",
    ],
    ["an older error of another API", [errorWas(refused, stranger)], "has no error stranger"],
    ["one said twice", [statusWas(refused, 400), statusWas(refused, 401)], "twice in the same way"],
  ];
  it.each(cases)("%s", (_name, changes, message) => {
    const [stop] = whatStops(() => smallApi(parts, [{ a: changes }]));
    expect(stop?.message).toContain(message);
    expect(stop?.location?.file).toContain("error-changes.test.ts");
  });

  it("what is not answered any more", () => {
    const [stop] = whatStops(() =>
      smallApi(parts, [{ a: [errorWas(refused, ancient)] }, { b: [errorWas(refused, generic)] }]),
    );
    expect(stop?.message).toContain("another error is answered in its place there");
  });
});

it("errors of the framework are changed like any other", async () => {
  const api = smallApi(parts, [{ a: [errorWas(rateLimited, ancient)] }]);
  const kit = await testKit(api, { rateLimit: { perSecond: 1, burst: 1 } });
  const caller = kit.callAs({ version: "genesis" });
  await caller.call("things.make", { id: "a" });
  const { status, headers } = await caller.call("things.make", { id: "a" });
  expect([status, headers["retry-after"]]).toEqual([409, "1"]);
});
