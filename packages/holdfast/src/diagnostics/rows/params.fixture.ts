import { gate, method, param, renamedTo, t } from "../../index.js";
import { boot, one as history, plain, type Row, text, thing } from "./row.fixture.js";

const reserved = "Give the param another name.";

/** Params that can never be sent, or that must not have defaults. */
export const inParams: readonly Row[] = [
  {
    id: "param_reserved",
    stops: () => {
      const bad = method("bad", {
        route: "GET /a",
        description: "A.",
        params: { expand: text },
        returns: thing,
      });
      return boot("genesis: []\n", { ...plain, methods: [bad.execute(async () => ({}))] });
    },
    message: "bad expand can never be sent: `expand` says what to expand.",
    mend: reserved,
    at: 'method("bad"',
  },
  {
    id: "param_reserved",
    by: "an older name",
    stops: () => {
      const bad = method("bad", {
        route: "GET /a",
        description: "A.",
        params: { wide: text },
        returns: thing,
      }).execute(async () => ({}));
      return boot(history, { ...plain, methods: [bad] }, [
        gate("a_gate", [param(bad, "expand", renamedTo("wide"))]),
      ]);
    },
    message: "bad expand (genesis) can never be sent: `expand` says what to expand.",
    mend: reserved,
    at: 'method("bad"',
  },
  {
    id: "default_on_update",
    stops: () => {
      const deep = t.object({ b: t.string().default("x").describe("B.") }).describe("A.");
      const items = t.list(t.object({ c: t.integer().default(1).describe("C.") })).describe("D.");
      const bad = method("bad", {
        route: "POST /a",
        description: "A.",
        params: { a: deep, d: items },
        returns: thing,
        updates: true,
      });
      return boot("genesis: []\n", { ...plain, methods: [bad.execute(async () => ({}))] });
    },
    message: "bad a.b has a default, but its method updates.",
    mend: "Make the param optional: an update leaves what is left out as it is.",
    at: 'method("bad"',
  },
];
