import { method } from "../definition/method.js";
import { resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import { renamedTo } from "./changes/renamed-to.js";
import { wasOfType } from "./changes/retyped.js";
import { isPresent } from "./conversions/tables.js";
import { field, param } from "./field.js";
import { gate } from "./gate.js";

const text = t.string().describe("A text.");
const charge = resource("charge", { description: "A charge.", fields: { id: text } }).from<{
  readonly id: string;
}>();
const create = method("c", { route: "POST /c", description: "C.", returns: charge }).execute(
  async () => ({ id: "a" }),
);

// Changes speak of definitions; historical names are checked when the API boots.
gate("old", [
  field(charge, "was", renamedTo("id")),
  param(create, "was", renamedTo("id")),
  field(charge, "paid", wasOfType(t.boolean(), isPresent(), { now: "id" })),
]);
// @ts-expect-error: a method is no resource
field(create, "was", renamedTo("id"));
// @ts-expect-error: a resource is no method
param(charge, "was", renamedTo("id"));
// @ts-expect-error: a change says what happened
field(charge, "was");
