import { describe, expect, it } from "vitest";
import { message, post } from "./params.fixture.js";

describe("params in JSON", () => {
  const fine = {
    words: "abc",
    count: -5,
    rate: 0.5,
    flag: false,
    when: 12,
    kind: "big",
    fixed: "yes",
    card: { number: "1", cvc: 2 },
    list: [1, 2],
    rows: [{ sum: 1 }],
    tags: { a: "b" },
    whom: "w",
    how: { type: "a", x: 1 },
    numbers: "1,2",
    one: "o",
  };

  it("are what they are", async () => {
    expect(await post(fine)).toEqual({ ...fine, id: "th_1", numbers: [1, 2] });
    expect(await post({ whom: { name: "n" }, how: { type: "b" } })).toEqual({
      id: "th_1",
      whom: { name: "n" },
      how: { type: "b" },
    });
    expect(await post({ tags: { a: 1, b: null } })).toEqual({
      id: "th_1",
      tags: { a: "1", b: "" },
    });
  });

  it.each([
    [{ words: 1 }, "Invalid words: must be a string, but 1 was given."],
    [{ words: "a" }, "Invalid words: must be at least 2 characters."],
    [{ words: "abcde" }, "Invalid words: must be at most 4 characters."],
    [{ words: "a b" }, "Invalid words: must match ^\\w+$."],
    [{ count: "1" }, 'Invalid count: must be an integer, but "1" was given.'],
    [{ count: 1.5 }, "Invalid count: must be an integer, but 1.5 was given."],
    [{ count: 51 }, "Invalid count: must be at most 50."],
    [{ count: -6 }, "Invalid count: must be at least -5."],
    [{ rate: true }, "Invalid rate: must be a number, but true was given."],
    [{ rate: 1.1 }, "Invalid rate: must be at most 1."],
    [{ flag: "true" }, 'Invalid flag: must be a boolean, but "true" was given.'],
    [{ flag: 0 }, "Invalid flag: must be a boolean, but 0 was given."],
    [{ kind: "huge" }, 'Invalid kind: must be one of big, small, but "huge" was given.'],
    [{ kind: ["big"] }, "Invalid kind: must be one of big, small, but a list was given."],
    [{ fixed: "no" }, 'Invalid fixed: must be "yes", but "no" was given.'],
    [{ card: "c" }, 'Invalid card: must be a hash, but "c" was given.'],
    [{ card: {} }, "Missing required param: card[number]."],
    [{ list: [1, 2, 3] }, "Invalid list: must have at most 2 items."],
    [{ list: [1, "b"] }, 'Invalid list[1]: must be an integer, but "b" was given.'],
    [{ rows: [{ sum: 1 }, {}] }, "Missing required param: rows[1][sum]."],
    [{ tags: { a: "1", b: "2", c: "3" } }, "Invalid tags: must have at most 2 keys."],
    [{ tags: { abcd: "1" } }, "Invalid tags[abcd]: must have a key of at most 3 characters."],
    [{ tags: { a: "1234" } }, "Invalid tags[a]: must be at most 3 characters."],
    [{ tags: { a: {} } }, "Invalid tags[a]: must be a string, but a hash was given."],
    [{ whom: "long" }, "Invalid whom: must be at most 3 characters."],
    [{ whom: {} }, "Missing required param: whom[name]."],
    [{ how: {} }, "Invalid how[type]: must be one of a, b, but null was given."],
    [{ how: { type: "a" } }, "Missing required param: how[x]."],
    [{ numbers: "1,x" }, 'Invalid numbers: must be numbers with commas, but "1,x" was given.'],
    [{ one: "a", other: "b" }, "Only one of these params may be given: one, other."],
    [{ count: 50, when: 60 }, "Too much: the sum is too big."],
  ])("%j: %s", async (body, told) => {
    expect(await message(body)).toBe(told);
  });

  it("say which param an error is about, with its code and status", async () => {
    expect(await post({ rows: [{ sum: "a" }] })).toMatchObject({
      status: 400,
      code: "parameter_invalid",
      param: "rows[0][sum]",
    });
    expect(await post({ count: 50, when: 60 })).toEqual({
      status: 402,
      type: "x",
      code: "much",
      message: "Too much: the sum is too big.",
      param: "count",
    });
  });
});

describe("params in a form", () => {
  it("may be numbers and booleans as text", async () => {
    const form =
      "count=-5&rate=0.25&flag=true&when=12&list[]=1&list[]=2&rows[0][sum]=3&card[cvc]=4&card[number]=5&how[type]=a&how[x]=6&tags[a]=7";
    expect(await post(form)).toEqual({
      id: "th_1",
      count: -5,
      rate: 0.25,
      flag: true,
      when: 12,
      list: [1, 2],
      rows: [{ sum: 3 }],
      card: { cvc: 4, number: "5" },
      how: { type: "a", x: 6 },
      tags: { a: "7" },
    });
  });

  it.each([
    ["count=1.0", "Invalid count: must be an integer, but 1.0 was given."],
    ["count=0x10", "Invalid count: must be an integer, but 0x10 was given."],
    [
      "count=9007199254740993",
      "Invalid count: must be an integer, but 9007199254740993 was given.",
    ],
    ["rate=1e-3", "Invalid rate: must be a number, but 1e-3 was given."],
    ["flag=1", "Invalid flag: must be a boolean, but 1 was given."],
    ["flag=True", "Invalid flag: must be a boolean, but True was given."],
    [
      "count=",
      "count was given as an empty string, which asks to unset it, but it cannot be unset.",
    ],
  ])("%s: %s", async (body, told) => {
    expect(await message(body)).toBe(told);
  });
});
