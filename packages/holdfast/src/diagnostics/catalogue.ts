/** One thing that can be wrong with an API's definitions or history, and how to mend it. */
interface Entry {
  readonly message: string;
  readonly mend: string;
}

/** Every diagnostic of the boot. `{names}` are filled in from where it was found. */
export const catalogue = {
  history_unreadable: {
    message: "The history is not valid YAML: {reason}.",
    mend: "Correct the YAML at this line.",
  },
  history_malformed: {
    message: "The history must be a map of versions, each with a list of gates.",
    mend: "Write `2015-02-18:` and below it a list of `- gate: …`, or `[]` for none.",
  },
  version_malformed: {
    message: "{version} is not a version.",
    mend: "Name versions by date, `2015-02-18` or `2024-09-30.acacia`; the first is `genesis`.",
  },
  versions_out_of_order: {
    message: "{version} stands after {previous}, which is not older.",
    mend: "Keep versions oldest first; `genesis` stands before all others, `next` and `amend` after them.",
  },
  retirement_malformed: {
    message: "{version} does not end in a way that is understood: {reason}.",
    mend: "Write `deprecated: DATE`, `sunset: DATE`, `then: error` or `then: forward`, `link: URL`, and its list under `gates`.",
  },
  newest_retired: {
    message: "{version} has a sunset, but there is no newer version to move to.",
    mend: "Take its `sunset` out, or release another version first.",
  },
  draft_malformed: {
    message: "What stands under `next` is not understood: {reason}.",
    mend: "Write a list of gates; or a map of dates after the newest version, each with a list of gates, the first to be released first.",
  },
  amend_malformed: {
    message: "An amend is not understood: {reason}.",
    mend: "Write a list of `date`, `revokes` or `grants` with a gate, `description` and, where they apply, `from`, `to` and `fact`; oldest first.",
  },
  amend_unknown_gate: {
    message: "The amend of {date} grants {gate}, which no version lists.",
    mend: "List the gate under the version that ended the behaviour, or correct its name.",
  },
  genesis_missing: {
    message: "The gate {gate} of {version} has no version before it.",
    mend: "Let `genesis: []` stand before all other versions.",
  },
  gate_malformed: {
    message: "A gate of {version} is not understood: {reason}.",
    mend: "A gate has `gate`, `description` and, where they apply, `fact` and `planned: true`.",
  },
  gate_duplicate: {
    message: "The gate {gate} stands in {version} and in {other}.",
    mend: "A gate belongs to one version: rename one of them.",
  },
  gate_without_module: {
    message: "The gate {gate} of {version} has no module.",
    mend: "Add {file} with what the gate does, or mark the gate `planned: true`.",
  },
  planned_gate_has_module: {
    message: "The gate {gate} of {version} is marked planned but has a module.",
    mend: "Remove `planned: true`, or the module.",
  },
  module_without_gate: {
    message: "The module {file} is for the gate {gate}, which no version lists.",
    mend: "List the gate in the history, under the version that ended the behaviour.",
  },
  module_malformed: {
    message: "The module {file} has no gate as its default export.",
    mend: 'Write `export default gate("name", [ … ])`.',
  },
  module_duplicate: {
    message: "The gate {gate} has two modules, {file} and {other}.",
    mend: "Put its changes into one module.",
  },
  unknown_subject: {
    message: "{gate} ({version}) changes {subject}, which is no part of the API.",
    mend: "Add it to the API's definitions, or correct the change.",
  },
  unknown_name: {
    message: "{gate} ({version}) changes {subject}, but there is no {name} there.",
    mend: "On the left use the names before {version}, on the right those that it gave.{near}",
  },
  change_unfit: {
    message: "{gate} ({version}) changes {subject} in a way that does not fit: {reason}.",
    mend: "Choose a change that fits its type, or correct the definition.",
  },
  samples_missing: {
    message: "{gate} ({version}) converts {subject} by hand, but shows no samples.",
    mend: "Add `samples`: values of today, each with the value before.",
  },
  sample_wrong: {
    message: "{gate} ({version}) converts {subject} by hand, and a sample does not hold: {reason}.",
    mend: "Correct the function or the sample; both functions must be pure.",
  },
  loss_undeclared: {
    message: "{gate} ({version}) converts {subject} by hand and loses something: {reason}.",
    mend: "Correct `up`, or say under `loss` what does not survive.",
  },
  value_refused: {
    message:
      "{by} takes {subject} as {value} where it is left out, but its type refuses that: {reason}.",
    mend: "Give a value that callers of that version could have sent.",
  },
  collision: {
    message: "{gates} ({version}) make two fields called {name} in one object.",
    mend: "Give one of them another name on the left, or join the changes into one gate.",
  },
  conflict: {
    message: "{gates} ({version}) change {subject} twice in the same way.",
    mend: "Keep one of the two changes, or move one to another version.",
  },
  until_unknown_gate: {
    message: "{subject} is there until {gate}, which no version lists.",
    mend: "Correct the gate's name, or list it in the history.",
  },
  until_without_change: {
    message: "{subject} is there until {gate}, but the gate's module never brings it back.",
    mend: "Add `removed()` for it to the gate's module.",
  },
  asks_unknown_gate: {
    message: "{subject} asks about the gate {gate}, which no version lists.",
    mend: "Correct the gate's name, or list it in the history.",
  },
  name_duplicate: {
    message: "Two {what}s are called {name}.",
    mend: "Rename one of them.",
  },
  description_missing: {
    message: "{subject} has no description.",
    mend: 'Add `.describe("…")`, or a `description`: what it means to those who integrate.',
  },
  token_unknown: {
    message: "The description of {subject} names {{token}}, which is no part of the API.",
    mend: "Name a field, a param, a method or an event as it is called today.{near}",
  },
  reference_unknown: {
    message: "{subject} refers to the {what} {name}, which is no part of the API.",
    mend: "Add the {what} to the API's definitions, or correct the name.",
  },
  reference_not_loadable: {
    message: "{subject} refers to {name} by id, but nothing says how it is loaded.",
    mend: "Add `.loadedBy(…)` to the resource {name}.",
  },
  route_malformed: {
    message: "{subject} has the route {route}, which is not a verb and a path.",
    mend: "Write it like `POST /v1/charges/{charge}`.",
  },
  route_param_missing: {
    message: "{subject} has {name} in its route but not among its params.",
    mend: "Add the param {name}, with a description.",
  },
  route_taken: {
    message: "{subject} and {other} answer at the same route, {route}, at {version}.",
    mend: "Change one of the routes.",
  },
  method_name_taken: {
    message: "{subject} and {other} are both called {name} at {version}.",
    mend: "Give one of them another name with `methodWas()`.",
  },
  header_taken: {
    message: "{subject} and {other} are both called {name} at {version}.",
    mend: "Give one of them another name.",
  },
  header_malformed: {
    message: "{subject} is the header {name}, which is no name that a header may have.",
    mend: "Use letters, digits and dashes, and no header that HTTP or the framework has already.",
  },
  header_not_text: {
    message: "{subject} stands in a header but is no param of a text, a number or a boolean.",
    mend: "Only a method's own params stand in headers, of a type that one line of text can hold.",
  },
  param_reserved: {
    message: "{subject} can never be sent: `{name}` says what to expand.",
    mend: "Give the param another name.",
  },
  default_on_update: {
    message: "{subject} has a default, but its method updates.",
    mend: "Make the param optional: an update leaves what is left out as it is.",
  },
  not_a_param: {
    message: "{subject} is of a type that cannot be read from a request.",
    mend: "Use a type that a caller can send: text, numbers, objects, lists or maps of them.",
  },
} as const satisfies Record<string, Entry>;

/** The id of a diagnostic. */
export type DiagnosticId = keyof typeof catalogue;
