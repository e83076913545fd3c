// Faults in what gates do: how changes edit a contract, and in the lab's own gates.

const lab = "proof/lab.fixture.ts";

export const changes = [
  {
    name: "values are shown by their new names",
    file: "history/changes/enum-values.ts",
    find: "down: table(oldOf),",
    replace: "down: FAULT(given),",
  },
  {
    name: "values are renamed in the swapped direction",
    file: "history/changes/enum-values.ts",
    find: "up: table(names),",
    replace: "up: FAULT(table(oldOf)),",
  },
  {
    name: "values that are new are shown as they are",
    file: "history/changes/enum-values.ts",
    find: "down: table(seenAs),",
    replace: "down: FAULT(given),",
  },
  {
    name: "a loss is not declared",
    file: "history/changes/enum-values.ts",
    find: 'loss: { shown: `\u0024{listed(Object.keys(seenAs), "and")}, for which others stand` },',
    replace: "loss: FAULT({}),",
  },
  {
    name: "what is shown is not converted",
    file: "history/conversions/conversion.ts",
    find: "field.value = piped(sources?.values ?? [field.value], down);",
    replace: "field.value = FAULT((sources?.values ?? [field.value])[0]);",
  },
  {
    name: "what is sent is not converted",
    file: "history/conversions/conversion.ts",
    find: "field.conversions = [up, ...field.conversions];",
    replace: "FAULT();",
  },
  {
    name: "units are converted the other way round",
    file: "history/conversions/numbers.ts",
    find: "times: today, over: before,",
    replace: "times: FAULT(before), over: today,",
  },
  {
    name: "whether there is one is told the wrong way round",
    file: lab,
    find: "isPresent(), { now",
    replace:
      "FAULT({ between: () => ({ down: { op: 'constant', value: 'yes' }, loss: {}, says: '' }) }), { now",
  },
  {
    name: "a reference stays one",
    file: "history/changes/expansion.ts",
    find: "kind: loadedKind(resource)",
    replace: "kind: FAULT(field.info.kind)",
  },
  {
    name: "what was added is there at older versions",
    file: "history/changes/renamed-to.ts",
    find: "field.parent.remove(field);",
    replace: "FAULT();",
  },
  {
    name: "what was removed does not come back",
    file: "history/changes/removed.ts",
    find: "parent.wake(name)?.via.add(gate);",
    replace: "FAULT();",
  },
  {
    name: "a field and its param call different values the same",
    file: lab,
    find: 'param(updateCharge, "state", valuesRenamed({ ready: "done" }))',
    replace: 'param(updateCharge, "state", valuesRenamed({ ready: FAULT("open") }))',
  },
  {
    name: "a field and its param count in different units",
    file: lab,
    find: 'param(updateCustomer, "balance", wasOfType(shown, scaled({ today: 100, before: 1 })))',
    replace:
      'param(updateCustomer, "balance", wasOfType(shown, scaled({ today: FAULT(10), before: 1 })))',
  },
];
