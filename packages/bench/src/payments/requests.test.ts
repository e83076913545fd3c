import { expect, test } from "vitest";
import { chargeForm, checkCharge, shapeOf } from "./requests.js";

const charge = {
  object: "charge",
  amount: 2000,
  metadata: { order: "6735" },
  source: { last4: "4242" },
};

test("the form names the card as the version does", () => {
  expect(chargeForm("card")).toContain("card=tok_visa");
  expect(chargeForm("source")).toContain("source=tok_visa");
});

test("an answer of another version, an error and another charge are seen", () => {
  const text = JSON.stringify(charge);
  expect(() => checkCharge(text, "source")).not.toThrow();
  expect(() => checkCharge(text, "card")).toThrow("no charge with a card");
  for (const other of [{ error: {} }, { ...charge, card: {} }, { ...charge, amount: 1 }]) {
    expect(() => checkCharge(JSON.stringify(other), "source")).toThrow("no charge");
  }
});

test("the shape tells names and types, not values or their order", () => {
  expect(shapeOf('{"a":1,"b":[{"c":null}]}')).toBe(shapeOf('{"b":[{"c":null}],"a":2}'));
  expect(shapeOf('{"a":1}')).not.toBe(shapeOf('{"a":"1"}'));
  expect(shapeOf('{"a":null}')).not.toBe(shapeOf("{}"));
});
