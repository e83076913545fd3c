import { routeWas } from "../../history/changes/method-changes.js";
import { field, gate, method, renamedTo, resource, t } from "../../index.js";
import { boot, type Loose, one, plain, type Row, text, thing } from "./row.fixture.js";

const UNTIL = "Correct the gate's name, or list it in the history.";
const BACK = "Add `removed()` for it to the gate's module.";

/** Gates that definitions name in vain. */
export const inGateNames: readonly Row[] = [
  {
    id: "until_unknown_gate",
    stops: () => {
      const fields = { a: text.until("a_gate") };
      const old = resource("old", { description: "Old.", fields }).from<Loose>();
      return boot("genesis: []\n", { resources: [old] });
    },
    message: "old.a is there until a_gate, which no version lists.",
    mend: UNTIL,
    at: 'resource("old"',
  },
  {
    id: "until_unknown_gate",
    by: "of a method",
    stops: () => {
      const old = method("old", {
        route: "GET /a",
        description: "Old.",
        returns: thing,
        until: "a_gate",
      });
      return boot("genesis: []\n", { ...plain, methods: [old.execute(async () => ({}))] });
    },
    message: "old is there until a_gate, which no version lists.",
    mend: UNTIL,
    at: 'method("old"',
  },
  {
    id: "until_unknown_gate",
    by: "of a field at one place",
    stops: () => {
      const fields = { inner: t.resource(thing, { id: "a_gate" }).describe("Inner.") };
      const outer = resource("outer", { description: "Outer.", fields }).from<Loose>();
      return boot("genesis: []\n", { resources: [thing, outer] });
    },
    message: "outer.inner.id is there until a_gate, which no version lists.",
    mend: UNTIL,
    at: 'resource("outer"',
  },
  {
    id: "until_without_change",
    stops: () => {
      const fields = { in: t.object({ a: text.until("a_gate"), b: text }).describe("In.") };
      const old = resource("old", { description: "Old.", fields }).from<Loose>();
      return boot(one, { resources: [old] }, [
        gate("a_gate", [field(old, "in.c", renamedTo("b"))]),
      ]);
    },
    message: "old.in.a is there until a_gate, but the gate's module never brings it back.",
    mend: BACK,
    at: 'resource("old"',
  },
  {
    id: "until_without_change",
    by: "of a method",
    stops: () => {
      const old = method("old", {
        route: "GET /a",
        description: "Old.",
        returns: thing,
        until: "a_gate",
      });
      const executed = old.execute(async () => ({}));
      return boot(one, { ...plain, methods: [executed] }, [
        gate("a_gate", [routeWas(executed, "GET /b")]),
      ]);
    },
    message: "old is there until a_gate, but the gate's module never brings it back.",
    mend: BACK,
    at: 'method("old"',
  },
  {
    id: "asks_unknown_gate",
    stops: () => {
      const asking = method("asking", {
        route: "GET /a",
        description: "Asks.",
        returns: thing,
        asks: ["a_gate"],
      });
      return boot("genesis: []\n", { ...plain, methods: [asking.execute(async () => ({}))] });
    },
    message: "asking asks about the gate a_gate, which no version lists.",
    mend: UNTIL,
    at: 'method("asking"',
  },
];
