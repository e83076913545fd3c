import {
  becameRequired,
  byHand,
  type Conversion,
  defaultWas,
  field,
  gate,
  method,
  param,
  renamedTo,
  resource,
  t,
  wasOfType,
} from "../../index.js";
import { boot, type Loose, one, plain, type Row, text, thing } from "./row.fixture.js";

const change = (how: Conversion) =>
  boot(one, plain, [gate("a_gate", [field(thing, "id", wasOfType(text, how))])]);

const upper = (value: string) => value.toUpperCase();
const lower = (value: string) => value.toLowerCase();

const fails = () => {
  throw new Error("not today");
};

const wrong = (reason: string) =>
  `a_gate (2011-01-01) converts thing.id by hand, and a sample does not hold: ${reason}.`;
const mendWrong = "Correct the function or the sample; both functions must be pure.";

const tagged = resource("tagged", {
  description: "A thing with tags.",
  fields: { tags: t.list(text).describe("Its tags.") },
}).from<Loose>();
const retagged = (down: (tags: string[]) => unknown) => () =>
  boot(one, { resources: [tagged] }, [
    gate("a_gate", [
      field(tagged, "tags", wasOfType(text, byHand({ down, samples: [[["b", "a"], "a"]] }))),
    ]),
  ]);

let calls = 0;

const send = method("send", {
  route: "POST /send",
  description: "Sends.",
  params: {
    amount: t.integer({ min: 50 }).optional().describe("How much."),
    status: t.enum({ a: "One.", b: "Other." }).optional().describe("How."),
    card: t.object({ number: text }).optional().describe("A card."),
  },
  returns: thing,
}).execute(async () => ({}));
const withParam = (...changes: Parameters<typeof gate>[1]) =>
  boot(one, { ...plain, methods: [send] }, [gate("a_gate", changes)]);
const mendValue = "Give a value that callers of that version could have sent.";

/** What is wrong with conversions, and with the values that stand for what is left out. */
export const inConversions: readonly Row[] = [
  {
    id: "samples_missing",
    stops: () => change(byHand({ down: upper, up: lower, samples: [] })),
    message: "a_gate (2011-01-01) converts thing.id by hand, but shows no samples.",
    mend: "Add `samples`: values of today, each with the value before.",
    at: "field(thing",
  },
  {
    id: "sample_wrong",
    stops: () => change(byHand({ down: lower, up: lower, samples: [["a", "A"]] })),
    message: wrong('down makes "a" into "a", not "A"'),
    mend: mendWrong,
    at: "field(thing",
  },
  {
    id: "sample_wrong",
    by: "a function that throws",
    stops: () => change(byHand({ down: upper, up: fails, samples: [["a", "A"]], loss: "x" })),
    message: wrong('up throws at "A": not today'),
    mend: mendWrong,
    at: "field(thing",
  },
  {
    id: "sample_wrong",
    by: "a function that changes what it is given",
    stops: retagged((tags) => tags.sort()[0]),
    message: wrong(
      "down throws at [\"b\",\"a\"]: Cannot assign to read only property '0' of object '[object Array]'",
    ).replace("thing.id", "tagged.tags"),
    mend: mendWrong,
    at: "field(tagged",
  },
  {
    id: "sample_wrong",
    by: "a function that is not always the same",
    stops: retagged(() => `a${calls++}`),
    message: wrong("down does not always make the same of a value").replace(
      "thing.id",
      "tagged.tags",
    ),
    mend: mendWrong,
    at: "field(tagged",
  },
  {
    id: "loss_undeclared",
    stops: () => change(byHand({ down: upper, up: lower, samples: [["Ab", "AB"]] })),
    message:
      'a_gate (2011-01-01) converts thing.id by hand and loses something: up makes "AB" into "ab", not "Ab".',
    mend: "Correct `up`, or say under `loss` what does not survive.",
    at: "field(thing",
  },
  {
    id: "value_refused",
    stops: () => withParam(param(send, "amount", becameRequired(5))),
    message:
      "a_gate (2011-01-01) takes send amount as 5 where it is left out, but its type refuses that: must be at least 50.",
    mend: mendValue,
    at: 'gate("a_gate"',
  },
  {
    id: "value_refused",
    by: "a value of another type",
    stops: () => withParam(param(send, "status", defaultWas("c"))),
    message:
      'a_gate (2011-01-01) takes send status as "c" where it is left out, but its type refuses that: it must be one of a, b.',
    mend: mendValue,
    at: 'gate("a_gate"',
  },
  {
    id: "value_refused",
    by: "within a hash that had another name",
    stops: () =>
      withParam(
        param(send, "source", renamedTo("card")),
        param(send, "source.number", defaultWas(4242)),
      ),
    message:
      "a_gate (2011-01-01) takes send source[number] as 4242 where it is left out, but its type refuses that: it must be a string.",
    mend: mendValue,
    at: 'gate("a_gate"',
  },
  {
    id: "value_refused",
    by: "null",
    stops: () => withParam(param(send, "amount", becameRequired(null))),
    message:
      "a_gate (2011-01-01) takes send amount as null where it is left out, but its type refuses that: it cannot be null.",
    mend: mendValue,
    at: 'gate("a_gate"',
  },
  {
    id: "value_refused",
    by: "a value that only the definition's own type refuses",
    stops: () =>
      boot("genesis: []\n", {
        ...plain,
        methods: [
          method("send", {
            route: "POST /send",
            description: "Sends.",
            params: { amount: t.integer({ min: 50 }).default(5).describe("How much.") },
            returns: thing,
          }).execute(async () => ({})),
        ],
      }),
    message:
      "The definition takes send amount as 5 where it is left out, but its type refuses that: must be at least 50.",
    mend: mendValue,
    at: 'method("send"',
  },
  {
    id: "value_refused",
    by: "a value that today's API has nothing like",
    stops: () =>
      withParam(
        param(
          send,
          "amount",
          wasOfType(
            text.default("five"),
            byHand({
              up: (value: string) => (value === "five" ? undefined : Number(value)),
              samples: [[50, "50"]],
            }),
          ),
        ),
      ),
    message:
      'a_gate (2011-01-01) takes send amount as "five" where it is left out, but its type refuses that: today\'s API has nothing like it.',
    mend: mendValue,
    at: 'gate("a_gate"',
  },
];
