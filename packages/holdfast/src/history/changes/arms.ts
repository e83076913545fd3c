import type { DraftArm, DraftField } from "../../contract/draft.js";
import { literalKind } from "../../definition/kinds/scalars.js";
import { discriminatorIn } from "../../definition/kinds/union.js";
import { type Address, claim, fieldAt } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

/**
 * Arms of a union are called something else now: old name → today's name. What tells the arms
 * apart must be a `t.literal` in each of them.
 *
 * @example
 * field(charge, "source", armsRenamed({ bank: "bank_account" }))
 */
export function armsRenamed(names: Readonly<Record<string, string>>): FieldVerb {
  return {
    kind: "arms_renamed",
    follows: "values",
    resolve(address) {
      const field = unionAt(address, "arms_renamed");
      const by = field.kind.discriminator ?? "";
      const all = Object.entries(names).map(([old, today]) => {
        const arm = armOf(field, today);
        if (discriminatorIn(by, arm.kind)?.info.kind.constant === undefined) {
          unfit(`the arm ${today} does not say what it is by a t.literal called ${by}`);
        }
        return { arm, old };
      });
      const kept = field.arms.filter((arm) => !all.some((one) => one.arm === arm));
      for (const { arm, old } of all) {
        if (kept.some(({ called }) => called === old)) unfit(`${old} is still an arm of it`);
        address.scope.draft.callArmBefore(arm, old);
      }
      return {
        edit: () => {
          for (const { arm, old } of all) rename(arm, by, old, address.scope.gate);
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

function rename(arm: DraftArm, by: string, old: string, gate: string): void {
  arm.called = old;
  const tag = arm.inner?.fields.find(({ target }) => target.length === 1 && target[0] === by);
  if (!tag) return;
  tag.kind = literalKind(old);
  tag.value = { op: "constant", value: old };
  tag.via.add(gate);
}

/**
 * A union has arms now that older versions do not know: they see null in their place, and lists
 * without them.
 *
 * @example
 * field(charge, "source", armsAdded("wallet"))
 */
export function armsAdded(...names: readonly string[]): FieldVerb {
  return {
    kind: "arms_added",
    resolve(address) {
      const field = unionAt(address, "arms_added");
      const arms = names.map((name) => armOf(field, name));
      requireStandIn(field, address, "older");
      if (arms.length === field.arms.filter(({ called }) => called !== null).length) {
        unfit("no arm would be left");
      }
      return {
        edit: () => {
          for (const arm of arms) arm.called = null;
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * Arms that a union no longer has, by their names in the definition, which marks each `.until` the
 * gate. Older versions take and show them; newer ones see null in their place, and lists without them.
 *
 * @example
 * field(charge, "source", armsRemoved("bitcoin"))
 */
export function armsRemoved(...names: readonly string[]): FieldVerb {
  return {
    kind: "arms_removed",
    resolve(address) {
      const { draft, gate, restored } = address.scope;
      const field = unionAt(address, "arms_removed");
      const arms = names.map((name) => {
        const arm = field.arms.find(({ head }) => head === name);
        if (arm?.until?.gate !== gate) {
          return unfit(`the definition must have an arm ${name} there, marked .until("${gate}")`);
        }
        if (field.arms.some(({ called }) => called === name))
          unfit(`${name} is still an arm of it`);
        draft.callArmBefore(arm, name);
        return { arm, name, until: arm.until };
      });
      requireStandIn(field, address, "newer");
      return {
        edit: () => {
          for (const { arm, name, until } of arms) {
            arm.called = name;
            restored.add(until);
          }
          field.via.add(gate);
        },
      };
    },
  };
}

/** Versions that do not know an arm must have something else to see. */
function requireStandIn({ kind, info }: DraftField, { owner }: Address, who: string): void {
  if (kind.leavesOut || info.nullable || "method" in owner) return;
  unfit(`${who} versions have nothing to see instead: it can neither be null nor is it a list`);
}

function unionAt(address: Address, aspect: string): DraftField {
  const field = fieldAt(address);
  if (field.arms.length === 0) unfit("it is not a union");
  claim(address, field, aspect);
  return field;
}

function armOf({ arms }: DraftField, name: string): DraftArm {
  return arms.find(({ called }) => called === name) ?? unfit(`${name} is no arm of it`);
}
