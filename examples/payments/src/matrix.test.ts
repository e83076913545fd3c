import { proveMatrix } from "holdfast/testing";
import { test } from "vitest";
import { api } from "./app.js";

// Some 40 s of one core; longer where other tests run beside it.
test("no version has broken", () => proveMatrix(api), 300_000);
