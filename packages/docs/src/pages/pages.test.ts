import { h } from "preact";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import type { AttributeDoc, ResourceDoc } from "../model/docs.js";
import type { Life } from "../model/refs.js";
import type { SearchEntry } from "../search/index.js";
import { contextsOf } from "./context.fixture.js";
import {
  type Components,
  type PageContext,
  renderNotFound,
  renderOverview,
  renderReference,
  renderSearch,
} from "./index.js";

const life: Life = {
  since: undefined,
  until: undefined,
  names: [],
  addedOn: undefined,
  replacedBy: [],
};

function field(name: string, more: Partial<AttributeDoc> = {}): AttributeDoc {
  return {
    key: name,
    anchor: name,
    name,
    path: [name],
    type: { label: "string", values: [], limits: [] },
    description: "",
    required: true,
    nullable: false,
    sensitive: false,
    onlyExpanded: false,
    secretOnly: false,
    conversions: [],
    gates: [],
    life,
    attributes: [],
    variants: [],
    ...more,
  };
}

/** Objects within each other: `a`, `a.a`, and so on. */
function nested(depth: number, path: readonly string[] = ["a"]): AttributeDoc {
  const attributes = depth === 1 ? [] : [nested(depth - 1, [...path, "a"])];
  const anchor = path.join(".");
  return field("a", { key: anchor, anchor, path, attributes });
}

const api = generatedApi({ methods: 5, versions: 3 });
const newest = api.timeline.versions.at(-1)?.name ?? "";

/** A context in which there is one resource, `thing`, with these fields. */
function withFields(
  attributes: readonly AttributeDoc[],
  components: Partial<Components> = {},
): PageContext {
  const context = contextsOf(api, components)(newest);
  const thing: ResourceDoc = {
    ...{ subject: { on: "resource", name: "thing" }, name: "thing", description: "A thing." },
    ...{ attributes, variants: [], methods: [], events: [], gates: [], life },
  };
  const none = () => undefined;
  return {
    ...context,
    described: {
      ...{ navigation: [], methods: [], resources: ["thing"], events: [], errors: [] },
      ...{ method: none, event: none, error: none },
      resource: (name) => (name === "thing" ? thing : undefined),
    },
  };
}

const thing = { on: "resource", name: "thing" } as const;

describe("pages of reference", () => {
  it("show three levels and lead to the fourth", () => {
    const context = withFields([nested(5)]);
    const html = renderReference(context, thing) ?? "";
    expect(html.match(/data-name="a"/g)).toHaveLength(3);
    expect(html).toContain(`href="/docs/thing/a.a.a?version=${newest}"`);
    const below = renderReference(context, thing, "a.a.a") ?? "";
    expect(below.match(/data-name="a"/g)).toHaveLength(2);
    expect(below).toContain("<h1>a.a.a</h1>");
  });

  it("are not there for what is not there", () => {
    const context = withFields([field("id")]);
    expect(renderReference(context, thing, "nothing")).toBeUndefined();
    expect(renderReference(context, { on: "resource", name: "other" })).toBeUndefined();
    expect(renderReference(context, { on: "method", name: "other" })).toBeUndefined();
  });

  it("make no markup of names and texts", () => {
    const evil = `"><script>alert(1)</script>`;
    const type = {
      label: evil,
      values: [{ value: evil, description: evil, life }],
      limits: [evil],
    };
    const html = renderReference(
      withFields([field(evil, { type, description: evil, conversions: [evil], default: evil })]),
      thing,
    );
    expect(html).toContain("&lt;script>");
    expect(html?.replaceAll('<script type="module"', "")).not.toContain("<script");
  });

  it("say when something came, what it was called, when it went and what took its place", () => {
    const [oldest = ""] = api.timeline.versions.map(({ name }) => name);
    const names = [oldest, newest].map((from, index) => ({ name: `n${index}`, from, to: from }));
    const told = { ...life, since: "2014-01-01", until: "2016-01-01", replacedBy: ["b.c"], names };
    const html = renderReference(withFields([field("n1", { life: told })]), thing) ?? "";
    const [, note = ""] = /<p class="life">(.*?)<\/p>/.exec(html) ?? [];
    expect(note.replace(/<[^>]*>/g, "")).toBe(
      `Since 2014-01-01 · n0 up to ${oldest} · Gone in 2016-01-01: now b.c`,
    );
  });

  it("tell of a name once, where it changed", () => {
    const [first = ""] = api.timeline.versions.map(({ name }) => name);
    const lived = (old: string, now: string): Life => {
      const [from, to] = [first, newest];
      return {
        ...life,
        names: [
          { name: old, from, to: from },
          { name: now, from: to, to },
        ],
      };
    };
    const last4 = field("last4", { path: ["b", "last4"], life: lived("a.last4", "b.last4") });
    const moved = field("city", { path: ["b", "city"], life: lived("city", "b.city") });
    const parent = field("b", { life: lived("a", "b"), attributes: [last4, moved] });
    const html = renderReference(withFields([parent]), thing) ?? "";
    const notes = [...html.matchAll(/<p class="life">(.*?)<\/p>/g)].map(([, note = ""]) => note);
    expect(notes.map((note) => note.replace(/<[^>]*>/g, ""))).toEqual([
      `a up to ${first}`,
      `city up to ${first}`,
    ]);
  });

  it("tell of an end once, where it is the end of all of it", () => {
    const ended = { ...life, until: "2016-01-01" };
    const within = field("c", { life: ended });
    const parent = field("b", { life: ended, attributes: [within] });
    const html = renderReference(withFields([parent]), thing) ?? "";
    expect(html.match(/Gone in 2016-01-01/g)).toHaveLength(1);
  });

  it("are built of their author's components", () => {
    const context = withFields([field("id")], {
      Attribute: ({ attribute }) => h("li", { class: "mine" }, attribute.name),
    });
    expect(renderReference(context, thing)).toContain('<li class="mine">id</li>');
  });
});

describe("the time-lapse", () => {
  const { site, ...context } = contextsOf(api)(newest);
  const choice = (hasAdditions: boolean) =>
    renderOverview({ ...context, site: { ...site, hasAdditions } }).includes('name="as"');

  it("offers what was released where that may be something else", () => {
    expect([choice(true), choice(false)]).toEqual([true, false]);
  });
});

describe("other pages", () => {
  const context = contextsOf(api)(newest);

  it("list everything that there is", () => {
    const html = renderOverview(context);
    const hrefs = [...context.described.methods, ...context.described.resources].map(
      (name) => `href="/docs/${name}?version=${newest}"`,
    );
    expect(hrefs.filter((href) => !html.includes(href))).toEqual([]);
  });

  const gone = {
    ...{ name: "card", kind: "field", subject: "charge", slug: "charge", anchor: "card" },
    ...{ from: "genesis", to: "2015-02-16", now: undefined },
  } as const satisfies SearchEntry;

  it("lead from what is gone to the last version that had it", () => {
    for (const html of [
      renderSearch(context, "card", [{ entry: gone, old: true }]),
      renderNotFound(context, { asked: "card", known: [gone], near: [] }),
    ]) {
      expect(html).toContain('href="/docs/charge?version=2015-02-16#card"');
      expect(html).toContain("genesis to 2015-02-16");
      expect(html).toContain('name="robots" content="noindex"');
    }
  });

  it("lead from an old name to what it is now", () => {
    const entry = { ...gone, now: "source" };
    const html = renderNotFound(context, { asked: "card", known: [entry], near: [] });
    expect(html).toContain("it is now <code>source</code>");
  });
});
