import { removed } from "../history/changes/removed.js";
import { added } from "../history/changes/renamed-to.js";
import { smallApi } from "../history/small-api.fixture.js";
import { error, method, param, renamedTo, resource, t } from "../index.js";
import { openRig } from "./rig.fixture.js";

const text = t.string().describe("A text.");
const thing = resource("thing", {
  description: "A thing.",
  fields: { ok: t.literal(true).describe("Yes.") },
}).from<object>();
const tooMuch = error("too_much", {
  status: 402,
  type: "x",
  code: "much",
  description: "Much.",
  message: "Too much: {reason}.",
});

let got: unknown;
const send = method("send", {
  route: "POST /send/{id}",
  description: "Sends.",
  params: {
    id: t.id("th").describe("Its id."),
    words: t.string({ minLength: 2, maxLength: 4, pattern: /^\w+$/ }).optional().describe("Words."),
    count: t.integer({ min: -5, max: 50 }).optional().describe("A count."),
    rate: t.number({ min: 0, max: 1 }).optional().describe("A rate."),
    flag: t.boolean().optional().describe("A flag."),
    when: t.timestamp().optional().describe("When."),
    kind: t.enum({ big: "Big.", small: "Small." }).optional().describe("A kind."),
    fixed: t.literal("yes").optional().describe("Yes."),
    card: t
      .object({
        number: text.sensitive(),
        cvc: t.integer().sensitive().optional().describe("A code."),
      })
      .optional()
      .describe("A card."),
    secret: t
      .object({ inner: t.object({ pin: t.integer().describe("A pin.") }).describe("Inner.") })
      .sensitive()
      .optional()
      .describe("Secrets."),
    secrets: t
      .list(t.enum({ a: "A." }))
      .sensitive()
      .optional()
      .describe("Secrets."),
    list: t.list(t.integer().describe("One."), { maxItems: 2 }).optional().describe("A list."),
    rows: t
      .list(t.object({ sum: t.integer().describe("A sum.") }))
      .optional()
      .describe("Rows."),
    tags: t.map({ maxKeys: 2, maxKeyLength: 3, maxValueLength: 3 }).optional().describe("Tags."),
    whom: t
      .either(t.string({ maxLength: 3 }), t.object({ name: text }))
      .optional()
      .describe("Whom."),
    how: t
      .union("type", {
        a: t.object({ type: t.literal("a").describe("A."), x: t.integer().describe("X.") }),
        b: t.object({ type: t.literal("b").describe("B.") }),
      })
      .optional()
      .describe("How."),
    numbers: t
      .custom("numbers with commas", (value) =>
        /^\d+(,\d+)*$/.test(value) ? value.split(",").map(Number) : undefined,
      )
      .optional()
      .describe("Numbers."),
    one: t.string().optional().describe("One."),
    other: t.string().optional().describe("Other."),
    third: t.string().optional().describe("Third."),
    gone: t.string().optional().until("takes_gone").describe("Gone."),
  },
  groups: { onlyOne: [["one", "other"]] },
  checks: {
    sum: {
      description: "Small.",
      test: ({ count = 0, when = 0 }) => count + when < 100 || "the sum is too big",
      param: "count",
      raises: tooMuch,
    },
  },
  returns: thing,
  raises: [tooMuch],
}).execute(async ({ params }) => {
  got = params;
  return {};
});

const needy = method("needy", {
  route: "POST /needy",
  description: "Needs one.",
  params: {
    a: t.string().optional().describe("A."),
    b: t.string().optional().describe("B."),
    sum: t.integer().describe("A sum."),
  },
  groups: { oneRequired: [["a", "b"]] },
  returns: thing,
}).execute(async () => ({}));

const api = smallApi({ resources: [thing], methods: [send, needy] }, [
  {
    no_other: [
      param(send, "other", added()),
      param(send, "payer", renamedTo("whom")),
      param(send, "payer.called", renamedTo("name")),
    ],
  },
  {
    takes_gone: [param(send, "gone", removed())],
    first: [param(needy, "first", renamedTo("a")), param(send, "first", renamedTo("one"))],
  },
]);
export const rig = await openRig(api);
/** Secret keys, by the version that their account is pinned at. */
export const keys = new Map(
  ["genesis", "2011-01-01", "2012-01-01"].map((pin) => [
    pin,
    rig.store.createAccount({ pin }).secretKey,
  ]),
);

/** Sends params: head's params as they arrived, or the error. */
export async function post(
  body: object | string | Uint8Array,
  pin = "2012-01-01",
  path = "/send/th_1",
) {
  got = undefined;
  const answer = await rig.send(`POST ${path}`, { key: keys.get(pin) ?? "", body });
  return answer.status === 200 ? got : { status: answer.status, ...answer.body.error };
}

/** The message of the error that params get. */
export const message = async (...sent: Parameters<typeof post>) =>
  ((await post(...sent)) as { message: string }).message;
