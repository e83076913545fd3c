import { error, errorAt, method, resource, statusWas, t } from "holdfast";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { api as payments } from "../../../../examples/payments/src/app.js";
import { apiOf } from "../compare/lab.fixture.js";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import { noExamples, Samples } from "../samples/index.js";
import { guideOf } from "./guide-of.js";

const apis = [
  { title: "payments", api: payments, from: "2012-11-07", methods: 6 },
  {
    title: "a generated API",
    api: generatedApi({ methods: 12, versions: 20 }),
    from: "genesis",
    methods: 12,
  },
];

describe.each(apis)("a guide that is limited to a method of $title", ({ api, from, methods }) => {
  const samples = new Samples(api, noExamples);
  const to = api.timeline.versions.at(-1)?.name ?? "";
  const errorsIn = (...only: string[]) =>
    (guideOf(api, samples, from, to, only)?.parts ?? []).filter(
      ({ subject }) => subject.on === "error",
    );
  const describer = new Describer(api, new Lifelines(api));
  const pages = [from, to].map((version) => describer.at(version));
  const whole = errorsIn().map(({ subject }) => subject.name);

  it("tells of the errors that the method's own page lists, and of no others", () => {
    expect(whole.length).toBeGreaterThan(0);
    for (const { name } of api.definitions.methods.slice(0, methods)) {
      const listed = pages.flatMap((page) => page.method(name)?.errors ?? []);
      const names = new Set(listed.map((error) => error.name));
      const told = errorsIn(name).map(({ subject }) => subject.name);
      expect([name, told]).toEqual([name, whole.filter((error) => names.has(error))]);
    }
  });
});

it("tells who calls a method that what every method may end in has another status", () => {
  const guide = guideOf(
    payments,
    new Samples(payments, noExamples),
    "2012-11-07",
    payments.timeline.versions.at(-1)?.name ?? "",
    ["charges.create"],
  );
  const says = guide?.parts.flatMap(({ needed }) => needed.map((one) => one.says));
  expect(says).toContain("`permission_denied` has the status 403 now; it was 401.");
  expect(says).toContain("`rate_limited` has the status 429 now; it was 400.");
});

it("tells of what the method itself answers for an error, and not of what another one does", () => {
  const declined = error("card_declined", {
    status: 402,
    type: "card_error",
    description: "The bank refused.",
    message: "Your card was declined.",
  });
  const fields = { id: t.string().describe("Its id.") };
  const thing = resource("thing", { description: "A thing.", fields }).from<{ id: string }>();
  const [pay, save, read] = ["pay", "save", "read"].map((name) =>
    method(`things.${name}`, {
      route: `POST /${name}`,
      description: `It does ${name}.`,
      returns: thing,
      raises: name === "read" ? [] : [declined],
    }).execute(async () => ({ id: "1" })),
  );
  if (!pay || !save || !read) throw new RangeError("there are three methods");
  const api = apiOf(
    [pay, save, read],
    [thing],
    [
      { pay_is_400: [statusWas(errorAt(declined, pay), 400)] },
      { save_is_409: [statusWas(errorAt(declined, save), 409)] },
    ],
  );
  const says = (...only: string[]) =>
    guideOf(api, new Samples(api, noExamples), "genesis", "2012-01-01", only)?.parts.flatMap(
      ({ needed }) => needed.map((one) => one.says),
    );
  const ofPay =
    "`card_declined` has the status 402 now; it was 400 (where `things.pay` answers it).";
  const ofSave =
    "`card_declined` has the status 402 now; it was 409 (where `things.save` answers it).";
  expect(says("card_declined")?.sort()).toEqual([ofPay, ofSave]);
  expect(says("things.pay")).toEqual([ofPay]);
  expect(says("things.save")).toEqual([ofSave]);
  expect(says("things.read")).toEqual([]);
});
