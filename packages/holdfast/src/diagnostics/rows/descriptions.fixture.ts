import {
  behaviour,
  error,
  event,
  field,
  gate,
  method,
  resource,
  t,
  union,
  wasOfType,
} from "../../index.js";
import { boot, type Loose, one, plain, type Row, text, thing } from "./row.fixture.js";

/** Names that stand twice, and what nothing is said about. */
export const inDescriptions: readonly Row[] = [
  ...(
    [
      [
        "resource",
        () => ({
          resources: [thing, resource("thing", { description: "A.", fields: {} }).from<Loose>()],
        }),
      ],
      [
        "method",
        () => ({
          ...plain,
          methods: [
            method("a", { route: "GET /a", description: "A.", returns: thing }).execute(
              async () => ({}),
            ),
            method("a", { route: "GET /b", description: "A.", returns: thing }).execute(
              async () => ({}),
            ),
          ],
        }),
      ],
      [
        "error",
        () => ({
          ...plain,
          errors: [
            error("a", { status: 400, type: "a", description: "A.", message: "A." }),
            error("a", { status: 400, type: "a", description: "A.", message: "A." }),
          ],
        }),
      ],
      [
        "event",
        () => ({
          ...plain,
          events: [
            event("a", { description: "A.", object: thing }),
            event("a", { description: "A.", object: thing }),
          ],
        }),
      ],
    ] as const
  ).map(
    ([what, parts]): Row => ({
      id: "name_duplicate",
      by: `of ${what}s`,
      stops: () => boot("genesis: []\n", parts()),
      message: `Two ${what}s are called ${what === "resource" ? "thing" : "a"}.`,
      mend: "Rename one of them.",
      at: what === "resource" ? 'resource("thing"' : `${what}("a"`,
    }),
  ),
  ...(
    [
      [
        "bare.a",
        () => ({
          resources: [
            resource("bare", { description: "A.", fields: { a: t.string() } }).from<Loose>(),
          ],
        }),
      ],
      [
        "bare",
        () => ({ resources: [resource("bare", { description: " ", fields: {} }).from<Loose>()] }),
      ],
      [
        "bare.a.b",
        () => ({
          resources: [
            resource("bare", {
              description: "A.",
              fields: { a: t.list(t.object({ b: t.string() })).describe("A.") },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "bare.a.b.c",
        () => ({
          resources: [
            resource("bare", {
              description: "A.",
              fields: {
                a: t
                  .list(t.list(t.object({ b: t.object({ c: t.string() }).describe("B.") })))
                  .describe("A."),
              },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "bare.a (value b)",
        () => ({
          resources: [
            resource("bare", {
              description: "A.",
              fields: { a: t.enum({ b: "" }).describe("A.") },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "bare.a (value b)",
        () => ({
          resources: [
            resource("bare", {
              description: "A.",
              fields: { a: t.list(t.enum({ b: "" })).describe("A.") },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "bare.a.b",
        () => ({
          resources: [
            resource("bare", {
              description: "A.",
              fields: { a: t.union("k", { x: t.object({ b: t.string() }) }).describe("A.") },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "bare",
        () => ({
          resources: [thing, union("bare", { description: "", arms: { thing } }).by(() => "thing")],
        }),
      ],
      [
        "bare a",
        () => ({
          ...plain,
          methods: [
            method("bare", {
              route: "POST /a",
              description: "A.",
              params: { a: t.string() },
              returns: thing,
            }).execute(async () => ({})),
          ],
        }),
      ],
      [
        "bare a.b",
        () => ({
          ...plain,
          methods: [
            method("bare", {
              route: "POST /a",
              description: "A.",
              params: { a: t.either(t.string(), t.object({ b: t.string() })).describe("A.") },
              returns: thing,
            }).execute(async () => ({})),
          ],
        }),
      ],
      [
        "bare",
        () => ({
          ...plain,
          methods: [
            method("bare", { route: "POST /a", description: "", returns: thing }).execute(
              async () => ({}),
            ),
          ],
        }),
      ],
      [
        "bare (check c)",
        () => ({
          ...plain,
          methods: [
            method("bare", {
              route: "POST /a",
              description: "A.",
              returns: thing,
              checks: { c: { description: "", test: () => true } },
            }).execute(async () => ({})),
          ],
        }),
      ],
      [
        "bare.a",
        () => ({
          ...plain,
          errors: [
            error("bare", {
              status: 400,
              type: "a",
              description: "A.",
              message: "A.",
              data: { a: t.string() },
            }),
          ],
        }),
      ],
      [
        "bare.happened",
        () => ({ ...plain, events: [event("bare.happened", { description: "", object: thing })] }),
      ],
    ] as const
  ).map(
    ([subject, parts], index): Row => ({
      id: "description_missing",
      by: `${index} ${subject}`,
      stops: () => boot("genesis: []\n", parts()),
      message: `${subject} has no description.`,
      mend: 'Add `.describe("…")`, or a `description`: what it means to those who integrate.',
      at: /\w+\("bare/,
    }),
  ),
  ...(
    [
      [
        "a.b",
        { description: "A.", fields: { b: t.string().describe("Of {a.c}.") } },
        "{a.c}",
        " Did you mean {a.b}?",
      ],
      [
        "a.b (value x)",
        { description: "A.", fields: { b: t.enum({ x: "Of {nobody.here}." }).describe("B.") } },
        "{nobody.here}",
        "",
      ],
      ["a", { description: "Of {charges.make}.", fields: { b: text } }, "{charges.make}", ""],
    ] as const
  ).map(
    ([subject, options, token, near]): Row => ({
      id: "token_unknown",
      by: subject,
      stops: () => boot("genesis: []\n", { resources: [resource("a", options).from<Loose>()] }),
      message: `The description of ${subject} names ${token}, which is no part of the API.`,
      mend: `Name a field, a param, a method or an event as it is called today.${near}`,
      at: 'resource("a"',
    }),
  ),
  {
    id: "token_unknown",
    by: "in the history",
    stops: () =>
      boot(one.replace("It did.", "'Of {thing.idd}.'"), plain, [gate("a_gate", [behaviour()])]),
    message: "The description of the gate a_gate names {thing.idd}, which is no part of the API.",
    mend: "Name a field, a param, a method or an event as it is called today. Did you mean {thing.id}?",
    at: 3,
  },
  {
    id: "token_unknown",
    by: "of an older type",
    stops: () =>
      boot(one, plain, [
        gate("a_gate", [field(thing, "id", wasOfType(t.string().describe("As {thing.idd}.")))]),
      ]),
    message: "The description of id before a_gate names {thing.idd}, which is no part of the API.",
    mend: "Name a field, a param, a method or an event as it is called today. Did you mean {thing.id}?",
    at: 'gate("a_gate"',
  },
];
