import { expect, test } from "vitest";
import { describeStore } from "./conformance.js";
import { postgresPlace } from "./testing/places.js";

const { HOLDFAST_TEST_POSTGRES: url, CI } = process.env;

if (url !== undefined) {
  describeStore("PostgreSQL", postgresPlace(url));
} else {
  test("PostgreSQL", (context) => {
    // scripts/postgres.sh starts one.
    expect(CI, "CI runs this suite: HOLDFAST_TEST_POSTGRES must be set").toBeUndefined();
    context.skip("skipped: needs PostgreSQL (HOLDFAST_TEST_POSTGRES)");
  });
}
