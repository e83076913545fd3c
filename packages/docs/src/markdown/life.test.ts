import { field, renamedTo, t } from "holdfast";
import { describe, expect, it } from "vitest";
import { api as payments } from "../../../../examples/payments/src/app.js";
import { apiOf, methodOf, resourceOf, text } from "../compare/lab.fixture.js";
import { contextsOf } from "../pages/context.fixture.js";
import { type PageContext, renderReference } from "../pages/index.js";
import { eventsMarkdown, resourceMarkdown } from "./index.js";

const card = resourceOf("card", { last4: text, city: text });
const token = resourceOf("token", { card: t.resource(card).describe("The card.") });
const api = apiOf(
  [methodOf("tokens.create", {}, token)],
  [card, token],
  [{ has_digits: [field(token, "card.digits", renamedTo("last4"))] }],
);

/** The notes of lives on a resource's page, as text. */
function notesInHtml(context: PageContext, name: string): readonly string[] {
  const html = renderReference(context, { on: "resource", name }) ?? "";
  return [...html.matchAll(/<p class="life">(.*?)<\/p>/g)].map(([, note = ""]) =>
    note.replace(/<[^>]*>/g, ""),
  );
}

describe("the life of what stands in a resource that is another at one place", () => {
  const at = contextsOf(api);

  it("has no note of a name that it has at the version", () => {
    expect(notesInHtml(at("genesis"), "token")).toEqual(["last4 from 2011-01-01"]);
    const markdown = resourceMarkdown(at("genesis"), "token");
    expect(markdown).toContain("- `digits`");
    expect(markdown).toContain("- `last4` from 2011-01-01.");
    expect(markdown).not.toMatch(/up to|until/);
  });

  it("is of the same words in payments, in HTML and in Markdown", () => {
    const newest = payments.timeline.versions.at(-1)?.name ?? "";
    const contextAt = contextsOf(payments);
    for (const name of ["genesis", "2012-11-07", "2014-09-08", newest]) {
      const context = contextAt(name);
      const html = notesInHtml(context, "token").join("\n");
      const markdown = resourceMarkdown(context, "token") ?? "";
      for (const page of [html, markdown, eventsMarkdown(context)]) {
        expect(page, name).not.toMatch(new RegExp(`(up to|until) ${name}$`, "m"));
        expect(page, name).not.toMatch(new RegExp(`(up to|until) ${name}[.;] ?`));
      }
    }
    expect(notesInHtml(contextAt(newest), "token")).toContain("type up to 2014-05-19");
    expect(resourceMarkdown(contextAt(newest), "token")).toContain("`type` up to 2014-05-19");
  });
});
