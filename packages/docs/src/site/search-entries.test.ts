import type { Api } from "holdfast";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { api as payments } from "../../../../examples/payments/src/app.js";
import type { AttributeDoc } from "../model/docs.js";
import { noExamples } from "../samples/index.js";
import { Library } from "./library.js";

function* anchorsIn(attributes: readonly AttributeDoc[]): Generator<string> {
  for (const { anchor, attributes: inner, variants } of attributes) {
    yield anchor;
    yield* anchorsIn(inner);
    for (const variant of variants) yield* anchorsIn(variant.attributes);
  }
}

/** What search finds that is not where it leads to. */
function lost(api: Api): readonly string[] {
  const sources = { api, additions: [], examples: noExamples, prose: [] };
  const library = new Library(sources, Date.parse("2026-11-21"));
  return library.names.flatMap(({ entry: { name, kind, slug, anchor, to, now } }) => {
    if (anchor === "" || slug === "errors" || slug === "events") return [];
    const described = library.describer.at(now === undefined ? to : library.newest.name);
    const method = described.method(slug);
    const resource = described.resource(slug);
    const all = [
      ...(method?.params ?? []),
      ...(resource?.attributes ?? []),
      ...(resource?.variants ?? []).flatMap(({ attributes }) => attributes),
    ];
    return [...anchorsIn(all)].includes(anchor)
      ? []
      : [`${kind} ${name}: ${slug}#${anchor} at ${now ?? to}`];
  });
}

describe("search", () => {
  it("leads to where a name is, or last was", () => {
    expect(lost(payments)).toEqual([]);
  });

  it.each([1, 2])("does so for any past, seed %i", (seed) => {
    expect(lost(generatedApi({ methods: 20, versions: 30, seed }))).toEqual([]);
  });
});
