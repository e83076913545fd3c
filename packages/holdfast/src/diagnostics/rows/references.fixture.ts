import { event, method, page, resource, t, union } from "../../index.js";
import { boot, type Loose, type Row, thing } from "./row.fixture.js";

/** What refers to nothing. */
export const inReferences: readonly Row[] = [
  ...(
    [
      [
        "a.b",
        () => ({
          resources: [
            resource("a", {
              description: "A.",
              fields: { b: t.ref("none").describe("B.") },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "a.b",
        () => ({
          resources: [
            resource("a", {
              description: "A.",
              fields: {
                b: t
                  .page(resource("none", { description: "N.", fields: {} }).from<Loose>())
                  .describe("B."),
              },
            }).from<Loose>(),
          ],
        }),
      ],
      [
        "a",
        () => ({
          methods: [
            method("a", {
              route: "GET /a",
              description: "A.",
              returns: page(resource("none", { description: "N.", fields: {} }).from<Loose>()),
            }).execute(async () => ({}) as never),
          ],
        }),
      ],
      [
        "a",
        () => ({
          resources: [
            union("a", {
              description: "A.",
              arms: { none: resource("none", { description: "N.", fields: {} }).from<Loose>() },
            }).by(() => "none"),
          ],
        }),
      ],
      [
        "a",
        () => ({
          events: [
            event("a", {
              description: "A.",
              object: resource("none", { description: "N.", fields: {} }).from<Loose>(),
            }),
          ],
        }),
      ],
      [
        "a.b",
        () => ({
          resources: [
            resource("a", {
              description: "A.",
              fields: {
                b: t
                  .union("k", { x: t.object({ y: t.ref("none").describe("Y.") }) })
                  .describe("B."),
              },
            }).from<Loose>(),
          ],
        }),
      ],
    ] as const
  ).map(
    ([subject, parts], index): Row => ({
      id: "reference_unknown",
      by: `${index} ${subject}`,
      stops: () => boot("genesis: []\n", parts()),
      message: `${index === 5 ? "a.b.y" : subject} refers to the resource none, which is no part of the API.`,
      mend: "Add the resource to the API's definitions, or correct the name.",
      at: /\w+\("(a|none)"/,
    }),
  ),
  {
    id: "reference_unknown",
    by: "a url of a method",
    stops: () =>
      boot("genesis: []\n", {
        resources: [
          resource("a", {
            description: "A.",
            fields: { b: t.url("none").describe("B.") },
          }).from<Loose>(),
        ],
      }),
    message: "a.b refers to the method none, which is no part of the API.",
    mend: "Add the method to the API's definitions, or correct the name.",
    at: 'resource("a"',
  },
  {
    id: "reference_unknown",
    by: "a method that a page is read at",
    stops: () =>
      boot("genesis: []\n", {
        resources: [
          thing,
          resource("a", {
            description: "A.",
            fields: { b: t.list(t.page(thing, ["none"])).describe("B.") },
          }).from<Loose>(),
        ],
      }),
    message: "a.b refers to the method none, which is no part of the API.",
    mend: "Add the method to the API's definitions, or correct the name.",
    at: 'resource("a"',
  },
  ...(
    [
      ["a.b", () => t.ref("thing")],
      ["a.b", () => t.list(t.ref("thing"))],
      ["a.b", () => t.loaded("thing")],
    ] as const
  ).map(
    ([subject, type], index): Row => ({
      id: "reference_not_loadable",
      by: `${index}`,
      stops: () => {
        const fields = { b: type().describe("B.") };
        const a = resource("a", { description: "A.", fields }).from<Loose>();
        return boot("genesis: []\n", { resources: [thing, a] });
      },
      message: `${subject} refers to thing by id, but nothing says how it is loaded.`,
      mend: "Add `.loadedBy(…)` to the resource thing.",
      at: 'resource("a"',
    }),
  ),
];
