import { proveMatrix } from "holdfast/testing";
import { test } from "vitest";
import { api } from "./app.js";

test("no version has broken", () => proveMatrix(api));
