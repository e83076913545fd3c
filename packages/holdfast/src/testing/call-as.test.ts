import { describe, expect, expectTypeOf, it } from "vitest";
import { smallApi } from "../history/small-api.fixture.js";
import { behaviour, field, method, param, renamedTo, resource, routeWas, t } from "../index.js";
import { testKit } from "./index.js";

const text = t.string().describe("A text.");
interface Seen {
  readonly id: string;
  readonly account: string;
  readonly mode: string;
  readonly kind: string;
  readonly clock: string;
}
const seen = resource("seen", {
  description: "What the method saw.",
  fields: { id: text, account: text, mode: text, kind: text, clock: text },
}).from<Seen>();

const look = method("look", {
  route: "POST /things/{id}/look",
  description: "Looks.",
  params: { id: text },
  returns: seen,
  keys: ["secret", "publishable"],
}).execute(async ({ params, account, mode, key, ...services }) => ({
  id: params.id,
  account: account.id,
  mode,
  kind: key.kind,
  clock: String((services as { clock?: string }).clock),
}));

const api = smallApi({ resources: [seen], methods: [look] }, [
  { thing: [field(seen, "thing", renamedTo("id"))], quiet: [behaviour()] },
]);

describe("the test kit", async () => {
  const kit = await testKit(api, { services: () => ({ clock: "noon" }) });

  it("calls as the newest version, a new account and a secret test key, unless said", async () => {
    const { status, body, headers, text } = await kit.callAs().call("look", { id: "a/b c" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: "a/b c", mode: "test", kind: "secret", clock: "noon" });
    expect(text).toBe(JSON.stringify(body));
    expect(headers["api-version"]).toBe("2011-01-01");
    const other = await kit.callAs().call("look", { id: "a" });
    expect(other.body.account).not.toBe(body.account);
  });

  it("calls as whoever is said, at any version and with any gates", async () => {
    const old = kit.callAs({ version: "genesis", account: "acct_me", mode: "live" });
    const own = kit.callAs({ account: "acct_me", gates: ["thing"], publishable: true });
    const without = kit.callAs({ version: "genesis", without: ["thing"] });
    expect((await old.call("look", { id: "a" })).body).toMatchObject({
      thing: "a",
      account: "acct_me",
      mode: "live",
    });
    expect((await own.call("look", { id: "a" })).body).toMatchObject({
      thing: "a",
      account: "acct_me",
      kind: "publishable",
    });
    expect((await without.call("look", { id: "a" })).body).toMatchObject({ id: "a" });
    expect(own.account).toMatchObject({ id: "acct_me", granted: ["thing"] });
  });

  it("sends headers, the version's among them", async () => {
    const headers = { "api-version": "genesis" };
    const { body } = await kit.callAs().call("look", { id: "a" }, headers);
    expect(body).toMatchObject({ thing: "a" });
  });

  it("reads a body whose shape no type knows, and one that the test has named", async () => {
    const { body } = await kit.callAs().call("look", { id: "a" });
    expectTypeOf(body).not.toBeAny();
    expectTypeOf(body.card?.last4).not.toExtend<string | number | undefined>();
    expect([body.id, body.card?.last4, body.data?.[0]?.id]).toEqual(["a", undefined, undefined]);
    const named = await kit.callAs().call<{ readonly id: string }>("look", { id: "a" });
    expectTypeOf(named.body).toEqualTypeOf<{ readonly id: string }>();
    expect(named.body.id.length).toBe(1);
  });

  it("throws for what is not there", async () => {
    await expect(kit.callAs().call("none")).rejects.toThrow(
      "the API has no method none at 2011-01-01",
    );
    expect(() => kit.callAs({ version: "2031-01-01" })).toThrow("2031-01-01");
    expect(() => kit.callAs({ gates: ["thong"] })).toThrow("Did you mean thing?");
  });
});

it("finds a method at the route that it had", async () => {
  const moved = smallApi({ resources: [seen], methods: [look] }, [
    {
      old_route: [routeWas(look, "POST /look/{thing}"), param(look, "thing", renamedTo("id"))],
    },
  ]);
  const kit = await testKit(moved);
  const old = kit.callAs({ version: "genesis" });
  expect((await old.call("look", { thing: "x" })).body).toMatchObject({ id: "x" });
  await kit.stop();
});
