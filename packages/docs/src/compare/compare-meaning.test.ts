import { type Api, emptyBecameNull, type Fields, param, t } from "holdfast";
import { expect, test } from "vitest";
import { compareContracts } from "./compare.js";
import { apiOf, methodOf, type Past, resourceOf, text } from "./lab.fixture.js";

const thing = resourceOf("thing", { note: text });

/** An API with one param. */
function taking(note: Fields[string], pastOf: (update: ReturnType<typeof methodOf>) => Past): Api {
  const update = methodOf("things.update", { note }, thing);
  return apiOf([update], [thing], pastOf(update));
}

/** What is said of empty texts, and what to do, between the first contract of an API and another's. */
function emptiness(older: Api, newer: Api) {
  const [before, after] = [older.timeline.at("genesis"), newer.timeline.newest];
  if (!before) throw new RangeError("every API has a genesis");
  return compareContracts(before, after, newer.definitions).flatMap(({ says, mend }) =>
    says.includes("mpty text") ? [[says, mend]] : [],
  );
}

const valued = taking(t.textOrEmpty().describe("A note."), () => []);
const valuedOrNull = taking(t.textOrEmpty().nullable().describe("A note."), () => []);
const refusing = taking(t.string().describe("A note."), () => []);
const unset = taking(t.string().nullable().describe("A note."), (update) => [
  { keeps_empty_note: [param(update, "note", emptyBecameNull())] },
]);
const unsetEver = taking(t.string().nullable().describe("A note."), () => []);

test("an empty text that unsets now, and was a value, has something to do about it", () => {
  const told = [
    "An empty text unsets `note` now; it was a value.",
    "Send an empty text for `note` only where it is to be unset: null is what you read then.",
  ];
  expect(emptiness(unset, unset)).toEqual([told]);
  expect(emptiness(valued, unsetEver)).toEqual([told]);
});

test("an empty text is refused, where nothing can be unset", () => {
  expect(emptiness(valued, refusing)).toEqual([
    [
      "An empty text is refused for `note` now; it was a value.",
      "Send `note` only where it is not empty.",
    ],
  ]);
  expect(emptiness(refusing, valued)).toEqual([
    ["An empty text is a value of `note` now; it was refused.", undefined],
  ]);
});

test("an empty text that is a value now, and unset, has something to do about it", () => {
  const says = "An empty text is a value of `note` now; it unset it.";
  expect(emptiness(unsetEver, valuedOrNull)).toEqual([
    [says, "Send null where `note` is to be unset."],
  ]);
  expect(emptiness(unsetEver, valued)).toEqual([
    [says, "Do not send an empty text to unset `note`."],
  ]);
});
