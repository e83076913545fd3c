import { expect, it } from "vitest";
import { requestIds } from "./request-ids.js";

it("gives another id each time, beyond what is drawn at once", () => {
  const next = requestIds();
  const other = requestIds();
  const ids = Array.from({ length: 1000 }, next);
  expect(new Set([...ids, ...Array.from({ length: 1000 }, other)]).size).toBe(2000);
  for (const id of ids) expect(id).toMatch(/^req_[0-9a-f]{24}$/);
});
