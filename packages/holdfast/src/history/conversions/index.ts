export { type ByHand, byHand } from "./by-hand.js";
export { inTurn, reversed, unchanged } from "./combined.js";
export type { Conversion } from "./conversion.js";
export { follows, type Term } from "./follows.js";
export { counted, eachItem, itemsOfPage, itemsWhere, joined, onlyItem, summed } from "./lists.js";
export { oneMember, onlyIdsOf } from "./members.js";
export { asDate, asText, scaled } from "./numbers.js";
export { showConversion } from "./show.js";
export { isOneOf, isPresent, mapped, negated, nullAs, type Table } from "./tables.js";
