import { constant, type Expr, given, type Scalar } from "../../definition/expr.js";
import type { FieldInfo } from "../../definition/type.js";
import { unfit } from "../change.js";
import { type Conversion, listed, quoted, unlessNull, when } from "./conversion.js";

const at = (of: Expr, key: string | number): Expr => ({ op: "at", of, key });
const isPage = (info: FieldInfo | undefined) => info?.kind.name === "page";
const pageData = at(given, "data");

function requireList(info: FieldInfo | undefined): void {
  if (info?.kind.name !== "list") unfit("it is no list now");
}

/** What the items of a list are, as far as it is known. */
function itemOf(info: FieldInfo): FieldInfo {
  const [kind] = info.kind.parts ?? [];
  return kind ? { ...info, kind, nullable: false } : info;
}

/**
 * There was one, where there is a list or a page today: the first, or null where there is none.
 * What older callers send is the only item.
 *
 * @example
 * field(customer, "subscription", wasOfType(t.resource(subscription).nullable().describe("…"),
 *   onlyItem(), { now: "subscriptions" }))
 */
export function onlyItem(): Conversion {
  return {
    between({ today: [today] }) {
      const loss = { shown: "all items but the first" };
      const says = "The first of them.";
      if (isPage(today)) return { down: at(pageData, 0), loss, says };
      requireList(today);
      const up = when([[null, { op: "list", items: [] }]], { op: "list", items: [given] });
      return { down: at(given, 0), up, loss, says };
    },
  };
}

/**
 * It was the bare items, where there is a page today.
 *
 * @example
 * field(customer, "cards", wasOfType(t.list(t.resource(card)).describe("…"), itemsOfPage(), {
 *   now: "sources",
 * }))
 */
export function itemsOfPage(): Conversion {
  return {
    between({ today: [today] }) {
      if (!isPage(today)) unfit("it is not a page now");
      return {
        down: pageData,
        loss: { shown: "whether there are more items" },
        says: "The items alone.",
      };
    },
  };
}

/**
 * It was how many there are, where there is a list today.
 *
 * @example
 * field(order, "item_count", wasComputed(t.integer().describe("…"), counted(), { from: ["items"] }))
 */
export function counted(): Conversion {
  return {
    between({ today: [today] }) {
      requireList(today);
      return {
        down: { op: "total", of: given, what: "count" },
        loss: { shown: "all but how many there are" },
        says: "How many there are.",
      };
    },
  };
}

/**
 * It was what a member of all items comes to, where there is a list today.
 *
 * @example
 * field(charge, "fee", wasComputed(t.integer().describe("…"), summed("amount"), { from: ["fees"] }))
 */
export function summed(member: string): Conversion {
  return {
    between({ today: [today] }) {
      requireList(today);
      if (today?.kind.shape && !today.kind.shape.fields.has(member)) {
        unfit(`its items have no ${member}`);
      }
      return {
        down: {
          op: "total",
          of: { op: "each", of: given, item: at(given, member) },
          what: "sum",
        },
        loss: { shown: "all but what it comes to" },
        says: `What ${quoted(member)} of all of them comes to.`,
      };
    },
  };
}

/**
 * It held only the items with one of some values.
 *
 * @example
 * field(customer, "cards", wasComputed(t.list(card).describe("…"), itemsWhere("object", "card"), {
 *   from: ["sources"],
 * }))
 */
export function itemsWhere(member: string, ...values: readonly Scalar[]): Conversion {
  return {
    between({ today: [today] }) {
      requireList(today);
      return {
        down: {
          op: "each",
          of: given,
          where: {
            op: "match",
            of: at(given, member),
            cases: values.map((value) => [value, constant(true)]),
            otherwise: constant(false),
          },
          item: given,
        },
        up: given,
        loss: { shown: "all other items" },
        says: `Those whose ${quoted(member)} is ${listed(values, "or")}.`,
      };
    },
  };
}

/**
 * Each item of a list was converted.
 *
 * @example
 * field(credit_note, "refunds", wasOfType(t.list(t.id("re")).describe("…"), eachItem(oneMember("refund"))))
 */
export function eachItem(how: Conversion): Conversion {
  return {
    between({ today: [today], before }) {
      requireList(today);
      if (before.kind.name !== "list" || !today) return unfit("it was no list");
      const { down, up, loss, says } = how.between({
        today: [itemOf(today)],
        before: itemOf(before),
      });
      const each = (item: Expr): Expr => ({ op: "each", of: given, item });
      return {
        ...(down && { down: each(down) }),
        ...(up && { up: up === given ? given : each(up) }),
        loss,
        says: `Each item: ${says}`,
      };
    },
  };
}

/**
 * It was one text, where there is a list of texts today. What older callers send is parted again.
 *
 * @example
 * field(person, "languages", wasOfType(t.string().nullable().describe("…"), joined(", ")))
 */
export function joined(separator: string): Conversion {
  return {
    between({ today: [today], before }) {
      requireList(today);
      if (separator === "") unfit("without a separator it could not be parted again");
      const text: Expr = { op: "join", of: given, separator };
      const split: Expr = { op: "split", of: given, separator };
      return {
        down: before.nullable ? text : unlessNull(text, ""),
        up: today?.nullable ? split : when([[null, { op: "list", items: [] }]], split),
        loss: { shown: `whether ${quoted(separator)} parts two of them or stands in one` },
        says: `As one text, with ${quoted(separator)} between them.`,
      };
    },
  };
}
