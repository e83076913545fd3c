import type { ErrorShape, MethodShape } from "../contract/contract.js";
import { errorAtMethod } from "../contract/draft-errors.js";
import { type Path, showPath } from "../definition/path.js";
import type { Raised } from "../definition/raised.js";
import type { ObjectShape } from "../definition/shape.js";
import type { WireResponse } from "../http/message.js";
import type { ContractView } from "./contract-view.js";
import { Violation } from "./tools.js";

type Evidence = Readonly<Record<string, unknown>>;

/** A refused request is answered with the contract's status, shape and names. */
export function checkRefusal(
  view: ContractView,
  method: MethodShape,
  raised: Raised,
  response: WireResponse,
  evidence: Evidence,
): void {
  const shape = shapeOf(view, method, raised.definition.name);
  if (!shape) throw new Violation("an error is raised that the API does not have", evidence);
  // What stands in its place is proven as an error of its own.
  if (shape.answersAs) return;
  if (response.status !== (raised.status ?? shape.status)) {
    throw new Violation(`the error has the status ${response.status}`, evidence);
  }
  const { error } = JSON.parse(response.body) as { readonly error: Evidence };
  const schema = view.scope({ secret: true, expanded: "no" }).object(shape.shape);
  const verdict = view.world.tools.judge(schema)(error);
  if (verdict !== true) throw new Violation(`the error breaks its schema: ${verdict}`, evidence);
  checkParam(method, shape, raised, error, evidence);
}

function shapeOf(
  { contract }: ContractView,
  { definition }: MethodShape,
  error: string,
): ErrorShape | undefined {
  return contract.errors.get(errorAtMethod(error, definition.name)) ?? contract.errors.get(error);
}

function checkParam(
  { params }: MethodShape,
  { shape }: ErrorShape,
  { param, speaks }: Raised,
  error: Evidence,
  evidence: Evidence,
): void {
  const field = [...shape.fields.values()].find(
    ({ value }) => value.op === "head" && value.path.join(".") === "param",
  );
  if (!field || param === undefined) return;
  const path = speaks === "caller" ? param : callersPath(params, param, [], []);
  const header = params.fields.get(path?.[0] ?? "")?.info.header;
  const wanted = header === undefined ? path : [header];
  if (wanted && error[field.name] !== showPath(wanted)) {
    throw new Violation(`the error should name ${showPath(wanted)}`, evidence);
  }
}

/** Where a contract's caller puts what head has at a path, found by going through all params. */
function callersPath(shape: ObjectShape, head: Path, caller: Path, scope: Path): Path | undefined {
  for (const { name, target, info } of shape.fields.values()) {
    const here = [...scope, ...target];
    if (here.join(".") === head.join(".")) return [...caller, name];
    const { shape: inner, sharesScope } = info.kind;
    const below = inner && callersPath(inner, head, [...caller, name], sharesScope ? scope : here);
    if (below) return below;
  }
  return undefined;
}
