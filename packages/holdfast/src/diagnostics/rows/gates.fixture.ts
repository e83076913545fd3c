import { becameReference } from "../../history/changes/expansion.js";
import { routeWas } from "../../history/changes/method-changes.js";
import { collectGates } from "../../history/load-gates.js";
import { field, gate, method, param, renamedTo, resource, t } from "../../index.js";
import { boot, type Loose, one, plain, type Row, text, thing } from "./row.fixture.js";

const elsewhere = resource("elsewhere", {
  description: "Not of this API.",
  fields: { a: text },
}).from<Loose>();

/** What is wrong with gates and their modules. */
export const inGates: readonly Row[] = [
  {
    id: "planned_gate_has_module",
    stops: () => boot(`${one}    planned: true\n`, plain, [gate("a_gate", [])]),
    message: "The gate a_gate of 2011-01-01 is marked planned but has a module.",
    mend: "Remove `planned: true`, or the module.",
    at: 3,
  },
  {
    id: "module_without_gate",
    stops: () => boot("genesis: []\n", plain, [gate("a_gate", [])]),
    message: `The module ${import.meta.filename} is for the gate a_gate, which no version lists.`,
    mend: "List the gate in the history, under the version that ended the behaviour.",
    at: 'gate("a_gate", [])',
  },
  {
    id: "unknown_subject",
    stops: () => boot(one, plain, [gate("a_gate", [field(elsewhere, "b", renamedTo("a"))])]),
    message: "a_gate (2011-01-01) changes elsewhere.b, which is no part of the API.",
    mend: "Add it to the API's definitions, or correct the change.",
    at: "field(elsewhere",
  },
  {
    id: "unknown_name",
    stops: () => boot(one, plain, [gate("a_gate", [field(thing, "b", renamedTo("ids"))])]),
    message: "a_gate (2011-01-01) changes thing.b, but there is no ids there.",
    mend: "On the left use the names before 2011-01-01, on the right those that it gave. Did you mean id?",
    at: 'field(thing, "b"',
  },
  {
    id: "unknown_name",
    by: "an object that is not there",
    stops: () => boot(one, plain, [gate("a_gate", [field(thing, "nowhere.b", renamedTo("id"))])]),
    message: "a_gate (2011-01-01) changes thing.nowhere.b, but there is no nowhere there.",
    mend: "On the left use the names before 2011-01-01, on the right those that it gave.",
    at: 'field(thing, "nowhere.b"',
  },
  {
    id: "change_unfit",
    stops: () => boot(one, plain, [gate("a_gate", [field(thing, "id", becameReference())])]),
    message:
      "a_gate (2011-01-01) changes thing.id in a way that does not fit: it is not a reference now.",
    mend: "Choose a change that fits its type, or correct the definition.",
    at: 'field(thing, "id"',
  },
  {
    id: "collision",
    stops: () => {
      const two = resource("two", {
        description: "Two.",
        fields: { a: text, b: text },
      }).from<Loose>();
      return boot(`${one}  - gate: b_gate\n    description: It did.\n`, { resources: [two] }, [
        gate("a_gate", [field(two, "c", renamedTo("a"))]),
        gate("b_gate", [field(two, "c", renamedTo("b"))]),
      ]);
    },
    message: "a_gate and b_gate (2011-01-01) make two fields called c in one object.",
    mend: "Give one of them another name on the left, or join the changes into one gate.",
    at: 'gate("a_gate", [field(two, "c"',
  },
  {
    id: "collision",
    by: "a name that is still there",
    stops: () => {
      const two = resource("two", {
        description: "Two.",
        fields: { in: t.object({ a: text, b: text }).describe("In.") },
      }).from<Loose>();
      return boot(one, { resources: [two] }, [
        gate("a_gate", [field(two, "in.a", renamedTo("b"))]),
      ]);
    },
    message: "a_gate (2011-01-01) make two fields called a in one object.",
    mend: "Give one of them another name on the left, or join the changes into one gate.",
    at: 'gate("a_gate", [field(two, "in.a"',
  },
  {
    id: "conflict",
    stops: () =>
      boot(one, plain, [
        gate("a_gate", [field(thing, "a", renamedTo("id")), field(thing, "b", renamedTo("id"))]),
      ]),
    message: "a_gate (2011-01-01) change thing.b twice in the same way.",
    mend: "Keep one of the two changes, or move one to another version.",
    at: 'field(thing, "b"',
  },
  {
    id: "route_taken",
    by: "at an older version",
    stops: () => {
      const make = (name: string) => ({
        route: `GET /${name}`,
        description: "Reads.",
        returns: thing,
      });
      const first = method("first", make("a")).execute(async () => ({}));
      const second = method("second", make("b")).execute(async () => ({}));
      return boot(one, { ...plain, methods: [first, second] }, [
        gate("a_gate", [routeWas(second, "GET /a")]),
      ]);
    },
    message: "second and first answer at the same route, GET /a, at genesis.",
    mend: "Change one of the routes.",
    at: 'method("second"',
  },
  {
    id: "route_param_missing",
    by: "at an older version",
    stops: () => {
      const read = method("read", {
        route: "GET /a/{id}",
        description: "Reads.",
        params: { id: text },
        returns: thing,
      });
      const first = read.execute(async () => ({}));
      return boot(one, { ...plain, methods: [first] }, [
        gate("a_gate", [param(first, "thing", renamedTo("id"))]),
      ]);
    },
    message: "read (genesis) has id in its route but not among its params.",
    mend: "Add the param id, with a description.",
    at: 'method("read"',
  },

  {
    id: "module_malformed",
    stops: () => collectGates([{ file: "gates/a.ts", exported: { gate: "a" } }]).diagnostics,
    message: "The module gates/a.ts has no gate as its default export.",
    mend: 'Write `export default gate("name", [ … ])`.',
    at: 1,
  },
  {
    id: "module_duplicate",
    stops: () =>
      collectGates([
        { file: "gates/a.ts", exported: gate("a", []) },
        { file: "gates/b.ts", exported: gate("a", []) },
      ]).diagnostics,
    message: "The gate a has two modules, gates/b.ts and gates/a.ts.",
    mend: "Put its changes into one module.",
    at: 'file: "gates/b.ts"',
  },
  {
    id: "module_duplicate",
    by: "at hand",
    stops: () => boot(one, plain, [gate("a_gate", []), gate("a_gate", [])]),
    message: `The gate a_gate has two modules, ${import.meta.filename} and ${import.meta.filename}.`,
    mend: "Put its changes into one module.",
    at: 'gate("a_gate", []), gate("a_gate", [])',
  },
];
