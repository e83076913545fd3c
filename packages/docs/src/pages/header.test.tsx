import { bootApiFrom } from "holdfast";
import { describe, expect, it } from "vitest";
import { contextsOf } from "./context.fixture.js";
import { renderOverview } from "./index.js";

function apiOf(history: string) {
  return bootApiFrom({ name: "Lab", resources: [], methods: [] }, history, []);
}

const released = "genesis: []\n2011-01-01: []\n2012-01-01: []\n";
const contextAt = contextsOf(apiOf(`${released}next:\n  2040-01-01: []\n`));

describe("the way to the guides, in the head of pages", () => {
  const wayOf = (html: string) => /href="\/docs\/upgrade\?([^"]*)"[^>]*>Upgrade</.exec(html)?.[1];
  const at = (version: string) => wayOf(renderOverview(contextAt(version)));

  it("leads to the newest version", () => {
    expect(at("genesis")).toBe("from=genesis&amp;to=2012-01-01");
    expect(at("2011-01-01")).toBe("from=2011-01-01&amp;to=2012-01-01");
  });

  it("leads from the version before, where the newest is shown", () => {
    expect(at("2012-01-01")).toBe("from=2011-01-01&amp;to=2012-01-01");
  });

  it("leads from where the reader's account is held", () => {
    const pinned = (pin: string) => wayOf(renderOverview({ ...contextAt("2011-01-01"), pin }));
    expect(pinned("genesis")).toBe("from=genesis&amp;to=2012-01-01");
    expect(pinned("2012-01-01")).toBe("from=2011-01-01&amp;to=2012-01-01");
  });

  it("leads on to what is upcoming", () => {
    expect(at("2040-01-01-preview")).toBe("from=2012-01-01&amp;to=2040-01-01-preview");
    const held = { ...contextAt("2040-01-01-preview"), pin: "2012-01-01" };
    expect(wayOf(renderOverview(held))).toBe("from=2012-01-01&amp;to=2040-01-01-preview");
  });

  it("is not there where there is one version", () => {
    expect(wayOf(renderOverview(contextsOf(apiOf("genesis: []"))("genesis")))).toBeUndefined();
  });
});
