import type { Contract } from "../contract/contract.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import type { Timeline } from "../history/timeline.js";
import type { ProvenApi } from "./plan.js";

/** The same API, with an engine that makes something else of some fields than it should. */
export function withFault(api: ProvenApi, fault: (field: ShapeField) => ShapeField): ProvenApi {
  const { timeline, definitions } = api;
  const broken = new Map<Contract, Contract>();
  const breakOnce = (contract: Contract): Contract => {
    const made = broken.get(contract) ?? brokenContract(contract, fault);
    broken.set(contract, made);
    return made;
  };
  const { head, newest, versions, drafts, modules } = timeline;
  const faulty = {
    head,
    newest,
    versions,
    drafts,
    modules,
    at: (version: string) => {
      const contract = timeline.at(version);
      return contract === newest || !contract ? contract : breakOnce(contract);
    },
    withGates: (gates: ReadonlySet<string>) => breakOnce(timeline.withGates(gates)),
    comingAlong: (gate: string) => timeline.comingAlong(gate),
    goingAlong: (gate: string) => timeline.goingAlong(gate),
  };
  return { definitions, timeline: faulty as unknown as Timeline };
}

function brokenContract(contract: Contract, fault: (field: ShapeField) => ShapeField): Contract {
  return {
    ...contract,
    resources: new Map(
      [...contract.resources].map(([name, one]) => [
        name,
        { ...one, shape: brokenShape(one.shape, fault) },
      ]),
    ),
    methods: new Map(
      [...contract.methods].map(([name, one]) => [
        name,
        { ...one, params: brokenShape(one.params, fault) },
      ]),
    ),
  };
}

function brokenShape(shape: ObjectShape, fault: (field: ShapeField) => ShapeField): ObjectShape {
  const fields = [...shape.fields.values()].map((one) => {
    const field = fault(one);
    const { kind } = field.info;
    // A kind that the fault has changed stays as it is.
    if (kind !== one.info.kind || !kind.shape || !kind.withShape) return field;
    const info = { ...field.info, kind: kind.withShape(brokenShape(kind.shape, fault)) };
    return { ...field, info };
  });
  return { ...shape, fields: new Map(fields.map((field) => [field.name, field])) };
}
