import { gate, method, methodWas, t } from "../../index.js";
import { boot, one as history, plain, type Row, text, thing } from "./row.fixture.js";

/** Routes and params that cannot be. */
export const inRoutes: readonly Row[] = [
  ...["FETCH /a", "GET a", "GET", "GET /a b", "GET /a//b", "GET /{a b}", "get /a"].map(
    (route): Row => ({
      id: "route_malformed",
      by: route,
      stops: () => {
        const bad = method("bad", { route, description: "A.", returns: thing });
        return boot("genesis: []\n", { ...plain, methods: [bad.execute(async () => ({}))] });
      },
      message: `bad has the route ${route}, which is not a verb and a path.`,
      mend: "Write it like `POST /v1/charges/{charge}`.",
      at: 'method("bad"',
    }),
  ),
  {
    id: "route_param_missing",
    stops: () => {
      const bad = method("bad", { route: "GET /a/{b}", description: "A.", returns: thing });
      return boot("genesis: []\n", { ...plain, methods: [bad.execute(async () => ({}))] });
    },
    message: "bad has b in its route but not among its params.",
    mend: "Add the param b, with a description.",
    at: 'method("bad"',
  },
  {
    id: "method_name_taken",
    stops: () => {
      const first = method("first", { route: "GET /a", description: "A.", returns: thing });
      const second = method("second", { route: "GET /b", description: "A.", returns: thing });
      const [one, two] = [first.execute(async () => ({})), second.execute(async () => ({}))];
      return boot(history, { ...plain, methods: [one, two] }, [
        gate("a_gate", [methodWas(two, "first")]),
      ]);
    },
    message: "second and first are both called first at genesis.",
    mend: "Give one of them another name with `methodWas()`.",
    at: 'method("second"',
  },
  {
    id: "route_taken",
    stops: () => {
      const first = method("first", {
        route: "GET /a/{b}",
        description: "A.",
        params: { b: text },
        returns: thing,
      });
      const second = method("second", {
        route: "GET /a/{c}",
        description: "A.",
        params: { c: text },
        returns: thing,
      });
      return boot("genesis: []\n2011-01-01: []\n", {
        ...plain,
        methods: [first.execute(async () => ({})), second.execute(async () => ({}))],
      });
    },
    message: "second and first answer at the same route, GET /a/{c}, at 2011-01-01.",
    mend: "Change one of the routes.",
    at: 'method("second"',
  },
  ...(
    [
      ["bad p", () => t.resource(thing)],
      ["bad p", () => t.url("a")],
      ["bad p", () => t.list(t.resource(thing))],
      ["bad p.q", () => t.object({ q: t.page(thing).describe("Q.") })],
      ["bad p", () => t.union("k", { a: t.resource(thing) })],
      ["bad p", () => t.either(t.string(), t.resource(thing))],
    ] as const
  ).map(
    ([subject, type], index): Row => ({
      id: "not_a_param",
      by: `${index}`,
      stops: () => {
        const params = { p: type().describe("P.") };
        const bad = method("bad", { route: "POST /a", description: "A.", params, returns: thing });
        const stops = boot("genesis: []\n", { ...plain, methods: [bad.execute(async () => ({}))] });
        return stops.filter(({ id }) => id !== "reference_unknown");
      },
      message: `${subject} is of a type that cannot be read from a request.`,
      mend: "Use a type that a caller can send: text, numbers, objects, lists or maps of them.",
      at: 'method("bad"',
    }),
  ),
];
