import type { DiagnosticId } from "../catalogue.js";
import { boot, one, type Row } from "./row.fixture.js";

const yaml = (
  id: DiagnosticId,
  versions: string,
  at: number,
  message: string,
  mend: string,
  by?: string,
): Row => ({
  id,
  ...(by && { by }),
  stops: () => boot(versions),
  message,
  mend,
  at,
});

export const GATE =
  "A gate has `gate`, `description` and, where they apply, `fact` and `planned: true`.";
const NAME = "Name versions by date, `2015-02-18` or `2024-09-30.acacia`; the first is `genesis`.";
const FORM = "Write `2015-02-18:` and below it a list of `- gate: …`, or `[]` for none.";
const HISTORY = "The history must be a map of versions, each with a list of gates.";
const OLDEST =
  "Keep versions oldest first; `genesis` stands before all others, `next` and `amend` after them.";

/** What is wrong with versions.yaml. */
export const inHistory: readonly Row[] = [
  yaml(
    "history_unreadable",
    "genesis: []\n2011-01-01: [\n",
    3,
    "The history is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
    "Correct the YAML at this line.",
  ),
  yaml(
    "history_unreadable",
    "genesis: []\n2011-01-01: []\n2011-01-01: []\n",
    3,
    "The history is not valid YAML: Map keys must be unique.",
    "Correct the YAML at this line.",
    "a version that stands twice",
  ),
  yaml("history_malformed", "- genesis\n", 1, HISTORY, FORM),
  yaml("history_malformed", "", 1, HISTORY, FORM, "an empty file"),
  yaml("history_malformed", "{}\n", 1, HISTORY, FORM, "no versions"),
  yaml(
    "history_malformed",
    "genesis: []\n2011-01-01: soon\n",
    2,
    HISTORY,
    FORM,
    "a version without a list",
  ),
  yaml(
    "version_malformed",
    "genesis: []\n2011-02-30: []\n",
    2,
    "2011-02-30 is not a version.",
    NAME,
  ),
  yaml(
    "version_malformed",
    "genesis: []\n2011-02-03.Acacia: []\n",
    2,
    "2011-02-03.Acacia is not a version.",
    NAME,
    "a name",
  ),
  yaml(
    "versions_out_of_order",
    "genesis: []\n2012-01-01: []\n2011-01-01: []\n",
    3,
    "2011-01-01 stands after 2012-01-01, which is not older.",
    OLDEST,
  ),
  yaml(
    "versions_out_of_order",
    "2012-01-01: []\ngenesis: []\n",
    2,
    "genesis stands after 2012-01-01, which is not older.",
    OLDEST,
    "genesis is not first",
  ),
  yaml(
    "genesis_missing",
    "2012-01-01:\n  - gate: a\n    description: A.\n    planned: true\n",
    2,
    "The gate a of 2012-01-01 has no version before it.",
    "Let `genesis: []` stand before all other versions.",
  ),
  yaml(
    "gate_malformed",
    "genesis: []\n2011-01-01:\n  - gate: a\n    desc: b\n",
    3,
    "A gate of 2011-01-01 is not understood: it has the unknown key desc.",
    GATE,
  ),
  yaml(
    "gate_malformed",
    "genesis: []\n2011-01-01:\n  - a\n",
    3,
    "A gate of 2011-01-01 is not understood: it has no `gate`.",
    GATE,
    "a text",
  ),
  yaml(
    "gate_malformed",
    "genesis: []\n2011-01-01:\n  - gate: A-b\n    description: b\n",
    3,
    "A gate of 2011-01-01 is not understood: A-b is not in snake_case.",
    GATE,
    "its name",
  ),
  yaml(
    "gate_malformed",
    "genesis: []\n2011-01-01:\n  - gate: a\n    description: ' '\n",
    3,
    "A gate of 2011-01-01 is not understood: a has no description.",
    GATE,
    "nothing said about it",
  ),
  yaml(
    "gate_malformed",
    "genesis: []\n2011-01-01:\n  - gate: a\n    description: b\n    fact: [1]\n",
    3,
    "A gate of 2011-01-01 is not understood: the fact of a is not a name.",
    GATE,
    "its fact",
  ),
  yaml(
    "gate_malformed",
    "genesis: []\n2011-01-01:\n  - gate: a\n    description: b\n    planned: soon\n",
    3,
    "A gate of 2011-01-01 is not understood: planned of a is neither true nor false.",
    GATE,
    "planned",
  ),
  yaml(
    "gate_duplicate",
    "genesis: []\n2011-01-01:\n  - gate: a\n    description: b\n    planned: true\n2012-01-01:\n  - gate: a\n    description: b\n    planned: true\n",
    7,
    "The gate a stands in 2012-01-01 and in 2011-01-01.",
    "A gate belongs to one version: rename one of them.",
  ),
  yaml(
    "gate_without_module",
    one,
    3,
    "The gate a_gate of 2011-01-01 has no module.",
    "Add gates/a-gate.ts with what the gate does, or mark the gate `planned: true`.",
  ),
];
