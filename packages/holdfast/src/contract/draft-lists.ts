import type { ListSubject } from "../definition/list-of.js";
import type { Contract } from "./contract.js";
import { type ListPlace, type ListStyles, placeOfItems } from "./list-styles.js";

/** How lists are written in a contract that is being taken one version back. */
export class DraftLists {
  readonly #newer: Pick<Contract, "lists" | "wire">;
  #places: ReadonlyMap<string, ListPlace>;

  constructor(newer: Pick<Contract, "lists" | "wire">) {
    this.#newer = newer;
    this.#places = newer.lists.places;
  }

  /** The resource that wraps pages where a place does not say otherwise. */
  get envelope(): string {
    return this.#newer.lists.envelope;
  }

  /** The places of some lists, with how they are written at the newer version. */
  of({ list, item }: ListSubject): readonly { key: string; place: ListPlace }[] {
    const envelope = this.#newer.wire.lists === "array" ? null : this.envelope;
    const wide = item === undefined ? undefined : this.#places.get(placeOfItems(item));
    const own = this.#places.get(list) ?? wide ?? { item, envelope, via: [] };
    const within = [...this.#places].filter(
      ([key, one]) => key !== list && list === placeOfItems(one.item ?? ""),
    );
    return [{ key: list, place: own }, ...within.map(([key, place]) => ({ key, place }))];
  }

  change(key: string, place: ListPlace): void {
    this.#places = new Map([...this.#places, [key, place]]);
  }

  /** All are written alike again, but for what other changes of the version say. */
  forget(): void {
    this.#places = new Map();
  }

  freeze(): ListStyles {
    return { ...this.#newer.lists, places: this.#places };
  }
}
