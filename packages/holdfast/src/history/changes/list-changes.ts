import type { MethodShape } from "../../contract/contract.js";
import type { DraftField, DraftObject } from "../../contract/draft.js";
import { presetKey } from "../../contract/preset.js";
import { converter } from "../../definition/evaluate.js";
import type { Sort } from "../../definition/kinds/sort.js";
import type { ListSubject } from "../../definition/list-of.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import type { MethodDefinition } from "../../definition/method.js";
import { type PagingStyle, paramsOfStyle } from "../../definition/paging.js";
import { type Path, parsePath } from "../../definition/path.js";
import { arrive } from "../address.js";
import { type Change, ChangeProblem, type ChangeScope, type Edits, unfit } from "../change.js";

/**
 * A list showed something else where its caller did not say what to show: other values of its
 * filters, by their paths, both as this version has them. It is asked for before the list is cut
 * into pages and counted. Callers who can say the param, and do, get what they ask for. Checks of
 * the method are of what callers say, and so the view does not change what they come to.
 *
 * @example
 * viewWas(listCharges, { "source.object": "card" })
 */
export function viewWas(of: MethodDefinition, where: Readonly<Record<string, unknown>>): Change {
  return listChange("view", of, captureOrigin(viewWas), (method, params, scope) =>
    presets(
      of,
      method,
      scope,
      Object.entries(where).map(([name, value]) => {
        const field = paramAt(params, parsePath(name));
        return { target: field.target, value: askedFor(field, value), via: field.via };
      }),
    ),
  );
}

/**
 * A list was ordered in another way: by another field, in today's names, or the other way round.
 * Its method takes `paging()`.
 *
 * @example
 * orderWas(listCharges, { by: "created", direction: "asc" })
 */
export function orderWas(of: MethodDefinition, order: Sort): Change {
  return listChange("order", of, captureOrigin(orderWas), (method, params, scope) => {
    const target = ["order"];
    const known = pageParam(params, "order")?.info.kind.sortsBy ?? [];
    if (!known.includes(order.by)) unfit(`it cannot be ordered by ${order.by}`);
    return presets(of, method, scope, [{ target, value: order, via: new Set() }]);
  });
}

/**
 * Some lists, and not others, were bare arrays, or were wrapped as the API's lists are.
 *
 * @example
 * listWas(listOf(listPlans), "array")
 */
export function listWas(of: ListSubject, style: "array" | "envelope"): Change {
  return {
    kind: "list_style",
    subject: `list of ${of.list}`,
    origin: captureOrigin(listWas),
    resolve({ draft, gate, claim, dependencies }) {
      if (of.item === undefined) throw new ChangeProblem("unknown_subject", {});
      const places = draft.lists.of(of);
      for (const { key, place } of places) {
        if ((place.envelope === null) === (style === "array"))
          unfit("that is how it is written now");
        claim(`list of ${key}`, "style");
        for (const other of place.via) if (other !== gate) dependencies.add(other);
      }
      return {
        place: () => {
          for (const { key, place } of places) {
            const envelope = style === "array" ? null : draft.lists.envelope;
            draft.lists.change(key, { ...place, envelope, via: [...place.via, gate] });
          }
        },
      };
    },
  };
}

/** How a list was paged through. */
export interface PaginationBefore {
  /** What the params were called, by their names in `paging()`: `{ limit: "count" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** How many a page held: unless given, and at most. */
  readonly limit?: { readonly default?: number; readonly max?: number };
}

/**
 * Callers went from page to page in another way. Its method takes `paging()`, and reads what it is
 * asked for with `pageWindow()`, so that its logic need not know which way that was.
 *
 * @example
 * paginationWas(listCharges, "offset", { names: { limit: "count" }, limit: { max: 50 } })
 */
export function paginationWas(
  of: MethodDefinition,
  style: PagingStyle,
  { names = {}, limit = {} }: PaginationBefore = {},
): Change {
  return listChange("pagination", of, captureOrigin(paginationWas), (_method, params, scope) => {
    const wanted = paramsOfStyle(style);
    const all = (["cursor", "offset", "page"] as const).flatMap(paramsOfStyle);
    for (const name of ["limit", ...all]) {
      const known = pageParam(params, name) ?? unfit("its method does not take paging()");
      for (const other of known.via) if (other !== scope.gate) scope.dependencies.add(other);
    }
    for (const name of Object.keys(names)) {
      if (name !== "limit" && !wanted.includes(name)) unfit(`${style} paging has no ${name}`);
    }
    scope.claim(of, "pagination");
    const shown = [...params.fields];
    const atHead = (name: string) => shown.find(({ target }) => target.join(".") === name);
    const { gate } = scope;
    return {
      edit: () => {
        for (const name of all) {
          const field = atHead(name);
          if (!field || wanted.includes(name)) continue;
          hide(params, field, name, gate);
        }
        const size = atHead("limit");
        if (size) limitedTo(size, limit, gate);
      },
      place: () => {
        for (const name of ["limit", ...wanted]) {
          const field = atHead(name) ?? wake(params, name);
          const called = names[name];
          if (!field) continue;
          field.via.add(gate);
          if (called !== undefined && called !== field.name) {
            params.free(field.name, gate);
            field.name = called;
          }
          arrive(scope, params, field.name);
        }
      },
    };
  });
}

function limitedTo(
  field: DraftField,
  { default: usual, max }: NonNullable<PaginationBefore["limit"]>,
  gate: string,
): void {
  const kind = max === undefined ? field.kind : (field.kind.withLimits?.({ max }) ?? field.kind);
  field.info = { ...field.info, kind, ...(usual !== undefined && { default: usual }) };
  field.via.add(gate);
}

/** Keeps a param for versions that had its style of paging once more. */
function hide(params: DraftObject, field: DraftField, name: string, gate: string): void {
  const kept = field.freeze();
  const info = { ...kept.info, internal: true };
  params.dormant.set(name, { ...kept, name, info, via: [...kept.via, gate] });
  params.remove(field);
  params.free(field.name, gate);
}

function wake(params: DraftObject, name: string): DraftField | undefined {
  const kept = params.dormant.get(name);
  return kept && params.add({ ...kept, info: { ...kept.info, internal: false } });
}

/** A page param, whether callers see it or it stands by for others. */
function pageParam({ fields, dormant }: DraftObject, name: string) {
  return fields.find(({ target }) => target.join(".") === name) ?? dormant.get(name);
}

function listChange(
  kind: string,
  of: MethodDefinition,
  origin: Origin,
  resolve: (method: MethodShape, params: DraftObject, scope: ChangeScope) => Edits,
): Change {
  return {
    kind,
    subject: of.name,
    origin,
    resolve(scope) {
      const method = scope.draft.methods.get(of.name);
      const params = scope.draft.objects({ method: of.name })[0]?.object;
      if (!method || !params) throw new ChangeProblem("unknown_subject", {});
      return resolve(method, params, scope);
    },
  };
}

interface Asked {
  readonly target: Path;
  readonly value: unknown;
  readonly via: Iterable<string>;
}

function presets(
  of: MethodDefinition,
  method: MethodShape,
  { draft, gate, claim, dependencies }: ChangeScope,
  asked: readonly Asked[],
): Edits {
  for (const { target, via } of asked) {
    const key = presetKey(target);
    claim(of, `preset ${key}`);
    for (const other of [...via, ...(method.presets.get(key)?.via ?? [])]) {
      if (other !== gate) dependencies.add(other);
    }
  }
  return {
    edit: () => {
      const newer = draft.methods.get(of.name)?.presets ?? method.presets;
      const made = asked.map(
        ({ target, value }) =>
          [
            presetKey(target),
            {
              target,
              value,
              isSaid: false,
              via: [...(newer.get(presetKey(target))?.via ?? []), gate],
            },
          ] as const,
      );
      draft.methods.change(of.name, { presets: new Map([...newer, ...made]) });
    },
  };
}

/** A filter as this version has it, or one that stands by for older versions. */
function paramAt(
  params: DraftObject,
  path: Path,
): Pick<DraftField, "target" | "via" | "info" | "conversions"> {
  const [name = "", ...rest] = path;
  const field = params.find(name);
  const below = rest.length > 0 ? field?.inner : undefined;
  if (field && below) return paramAt(below, rest);
  const kept = params.dormant.get(name);
  const found =
    rest.length > 0 ? undefined : (field ?? (kept && { ...kept, via: new Set(kept.via) }));
  return found ?? unfit(`it has no param ${path.join(".")}`);
}

function askedFor({ info, conversions }: ReturnType<typeof paramAt>, value: unknown): unknown {
  const values = Object.keys(info.kind.values ?? {});
  if (values.length > 0 && !values.includes(String(value)))
    unfit(`${String(value)} is no value of it`);
  return conversions.reduce((sent, convert) => converter(convert)(sent), value);
}
