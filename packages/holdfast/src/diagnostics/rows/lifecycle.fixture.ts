import type { DiagnosticId } from "../catalogue.js";
import { boot, type Row } from "./row.fixture.js";

const RETIREMENT =
  "Write `deprecated: DATE`, `sunset: DATE`, `then: error` or `then: forward`, `link: URL`, and its list under `gates`.";
const DRAFT =
  "Write a list of gates; or a map of dates after the newest version, each with a list of gates, the first to be released first.";
const AMEND =
  "Write a list of `date`, `revokes` or `grants` with a gate, `description` and, where they apply, `from`, `to` and `fact`; oldest first.";

const GATE = "  - gate: a\n    description: A.\n    planned: true\n";

function row(
  id: DiagnosticId,
  versions: string,
  at: number,
  message: string,
  mend: string,
  by: string,
): Row {
  return { id, by, stops: () => boot(versions), message, mend, at };
}

const retired = (entry: string, reason: string) =>
  row(
    "retirement_malformed",
    `genesis: []\n2011-01-01: { ${entry}, gates: [] }\n2012-01-01: []\n`,
    2,
    `2011-01-01 does not end in a way that is understood: ${reason}.`,
    RETIREMENT,
    reason,
  );

const drafted = (next: string, at: number, reason: string) =>
  row(
    "draft_malformed",
    `genesis: []\n2011-01-01: []\nnext:${next}`,
    at,
    `What stands under \`next\` is not understood: ${reason}.`,
    DRAFT,
    reason,
  );

const amended = (entry: string, reason: string, at = 6) =>
  row(
    "amend_malformed",
    `genesis: []\n2011-01-01:\n${GATE}amend: ${entry}\n`,
    at,
    `An amend is not understood: ${reason}.`,
    AMEND,
    reason,
  );

/** What is wrong with how versions come and go. */
export const inLifecycle: readonly Row[] = [
  retired("deprecated: 2012-01-01, until: 2013-01-01", "it has the unknown key until"),
  retired("link: https://a.example", "it has neither `deprecated` nor `sunset`"),
  retired("deprecated: soon", "deprecated is not a date"),
  retired("sunset: 2013-02-30", "sunset is not a date"),
  retired("deprecated: 2013-01-01, sunset: 2012-01-01", "its sunset comes before it is deprecated"),
  retired("sunset: 2013-01-01, then: stop", "then is neither error nor forward"),
  retired("deprecated: 2013-01-01, then: error", "it has `then` but no `sunset`"),
  retired('sunset: 2013-01-01, link: "ftp://a.example"', "link is not an http or https URL"),
  row(
    "newest_retired",
    "genesis: []\n2011-01-01: { sunset: 2012-01-01, gates: [] }\nnext: []\n",
    2,
    "2011-01-01 has a sunset, but there is no newer version to move to.",
    "Take its `sunset` out, or release another version first.",
    "a sunset",
  ),
  drafted(" soon\n", 3, "it is neither a list nor a map"),
  drafted("\n  tomorrow: []\n", 4, "tomorrow is not a version"),
  drafted("\n  2011-01-01.b: []\n", 4, "2011-01-01.b is not after 2011-01-01"),
  drafted("\n  2012-01-01: []\n  2012-01-01.b: []\n", 5, "2012-01-01.b is not after 2012-01-01"),
  drafted("\n  2012-01-01: soon\n", 4, "2012-01-01 is not a list of gates"),
  amended("soon", "it is no list", 6),
  amended("[a]", "it has no `date`"),
  amended("[{ date: 2012-01-01, gate: a }]", "it has the unknown key gate"),
  amended(
    "[{ date: 2012-01-01, revokes: a, grants: a }]",
    "it has not one of `revokes` and `grants`",
  ),
  amended("[{ date: 2012-01-01, revokes: a }]", "a has no description"),
  amended("[{ date: 2012-01-01, grants: A, description: A. }]", "A is not in snake_case"),
  amended(
    "[{ date: 2012-01-01, revokes: a, description: A., from: 2010-01-01 }]",
    "its `from`, 2010-01-01, is no version",
  ),
  amended(
    "[{ date: 2012-01-01, revokes: a, description: A., from: 2011-01-01, to: genesis }]",
    "2011-01-01 is not before genesis",
  ),
  amended(
    "[{ date: 2013-01-01, revokes: a, description: A. }, { date: 2012-01-01, grants: a, description: A. }]",
    "2012-01-01 stands after 2013-01-01",
  ),
  row(
    "amend_unknown_gate",
    "genesis: []\namend:\n  - date: 2012-01-01\n    grants: a\n    description: A.\n",
    3,
    "The amend of 2012-01-01 grants a, which no version lists.",
    "List the gate under the version that ended the behaviour, or correct its name.",
    "a gate that was never listed",
  ),
  row(
    "versions_out_of_order",
    `genesis: []\nnext: []\n2011-01-01: []\n`,
    3,
    "2011-01-01 stands after next, which is not older.",
    "Keep versions oldest first; `genesis` stands before all others, `next` and `amend` after them.",
    "a version after what is not released",
  ),
  row(
    "gate_duplicate",
    `genesis: []\n2011-01-01:\n${GATE}next:\n${GATE}`,
    7,
    "The gate a stands in 2011-01-01-preview and in 2011-01-01.",
    "A gate belongs to one version: rename one of them.",
    "in a draft",
  ),
  row(
    "version_malformed",
    "genesis: []\n2011-01-01.beta-preview: []\n",
    2,
    "2011-01-01.beta-preview is not a version.",
    "Name versions by date, `2015-02-18` or `2024-09-30.acacia`; the first is `genesis`.",
    "a preview's name",
  ),
];
