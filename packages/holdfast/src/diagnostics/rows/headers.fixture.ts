import { responseHeaderWas } from "../../history/changes/header-changes.js";
import { gate, method, requestIdHeader, resource, responseHeader, t } from "../../index.js";
import { boot, one, plain, type Row, text, thing } from "./row.fixture.js";

const sized = responseHeader("Size", { description: "A.", value: () => 1 });

function taking(params: Parameters<typeof method>[1]["params"], headers = [sized]) {
  const bad = method("bad", {
    route: "GET /a",
    description: "A.",
    params: params ?? {},
    returns: thing,
    headers,
  });
  return { ...plain, methods: [bad.execute(async () => ({}))] };
}

const genesis = "genesis: []\n";

/** Headers that cannot be. */
export const inHeaders: readonly Row[] = [
  {
    id: "header_malformed",
    by: "a param",
    stops: () => boot(genesis, taking({ a: text.inHeader("A b") })),
    message: "bad a is the header A b, which is no name that a header may have.",
    mend: "Use letters, digits and dashes, and no header that HTTP or the framework has already.",
    at: 'method("bad"',
  },
  {
    id: "header_malformed",
    by: "a header of answers",
    stops: () =>
      boot(genesis, {
        ...plain,
        headers: [responseHeader("Content-Type", { description: "A.", value: () => 1 })],
      }),
    message:
      "A response header is the header Content-Type, which is no name that a header may have.",
    mend: "Use letters, digits and dashes, and no header that HTTP or the framework has already.",
    at: 'responseHeader("Content-Type"',
  },
  {
    id: "header_not_text",
    by: "its type",
    stops: () => boot(genesis, taking({ a: t.list(text).inHeader("A").describe("A.") })),
    message: "bad a stands in a header but is no param of a text, a number or a boolean.",
    mend: "Only a method's own params stand in headers, of a type that one line of text can hold.",
    at: 'method("bad"',
  },
  {
    id: "header_not_text",
    by: "a field",
    stops: () => {
      const two = resource("two", { description: "Two.", fields: { a: text.inHeader("A") } });
      return boot(genesis, { resources: [two.from<{ a: string }>()] });
    },
    message: "two.a stands in a header but is no param of a text, a number or a boolean.",
    mend: "Only a method's own params stand in headers, of a type that one line of text can hold.",
    at: 'resource("two"',
  },
  {
    id: "header_taken",
    by: "of two params",
    stops: () => boot(genesis, taking({ a: text.inHeader("A"), b: text.inHeader("a") })),
    message: "bad b and bad a are both called a at genesis.",
    mend: "Give one of them another name.",
    at: 'method("bad"',
  },
  {
    id: "header_taken",
    by: "of two headers of answers",
    stops: () =>
      boot(one, taking({}), [gate("a_gate", [responseHeaderWas(requestIdHeader, "Size")])]),
    message: "the header Size and the header Request-Id are both called Size at genesis.",
    mend: "Give one of them another name.",
    at: 'method("bad"',
  },
];
