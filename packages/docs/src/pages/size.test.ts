import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import type { ResourceDoc } from "../model/docs.js";
import type { SubjectRef } from "../model/refs.js";
import { contextsOf } from "./context.fixture.js";
import { type PageContext, renderReference, stylesheet } from "./index.js";

const KIB = 1024;

/** The context with one resource that has 60 fields: its own, again and again. */
function withManyFields(context: PageContext, name: string): PageContext {
  const doc = context.described.resource(name);
  if (!doc) throw new RangeError(name);
  const copies = Array.from({ length: 60 }, (_, index) => {
    const [one] = doc.attributes.slice(index % doc.attributes.length);
    return one && { ...one, key: `${one.key}${index}`, anchor: `${one.anchor}${index}` };
  });
  const large: ResourceDoc = { ...doc, attributes: copies.filter((one) => one !== undefined) };
  const { described } = context;
  const { navigation, errors, events, methods, resources } = described;
  return {
    ...context,
    described: {
      ...{ navigation, errors, events, methods, resources },
      method: (asked) => described.method(asked),
      event: (asked) => described.event(asked),
      error: (asked) => described.error(asked),
      resource: (asked) => (asked === name ? large : described.resource(asked)),
    },
  };
}

describe("pages of an API of 300 methods and 104 versions", () => {
  const api = generatedApi({ methods: 300, versions: 104 });
  const contextAt = contextsOf(api);
  const names = api.timeline.versions.map(({ name }) => name);
  const [resource = ""] = contextAt(names[0] ?? "").described.resources;
  const subject: SubjectRef = { on: "resource", name: resource };

  it.each([0, 52, 103])("are small: 60 fields and all of the navigation, version %i", (index) => {
    const html = renderReference(withManyFields(contextAt(names[index] ?? ""), resource), subject);
    expect(html?.match(/<li id=/g)?.length).toBeGreaterThanOrEqual(60);
    expect(gzipSync(html ?? "").length).toBeLessThan(25 * KIB);
  });

  it("have one small stylesheet", () => {
    expect(gzipSync(readFileSync(stylesheet)).length).toBeLessThan(8 * KIB);
  });
});
