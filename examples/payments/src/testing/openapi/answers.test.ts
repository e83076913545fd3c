import type { Json } from "holdfast";
import { expect, test } from "vitest";
import { api } from "../../app.js";
import { documentOf, samples, versions } from "./documents.fixture.js";
import { Judge } from "./judge.fixture.js";

// What a description says is held against what is really sent and answered: the samples, which the
// suite of examples compares with executing them at every version.

test("requests and answers of every method fit their schemas, and hold nothing else, at every version", () => {
  const judge = new Judge();
  const wrong: string[] = [];
  for (const version of versions) {
    const contract = api.timeline.at(version);
    const unlisted = [...(contract?.resources.values() ?? [])].flatMap(({ shape }) =>
      [...shape.fields.values()].flatMap(({ name, info }) => (info.undocumented ? name : [])),
    );
    const document = judge.within(documentOf(version), unlisted);
    const judged = (way: readonly string[], value: Json, subject: string): void => {
      const verdict = document.of(way, value);
      if (verdict !== undefined) wrong.push(`${version} ${subject}: ${verdict}`);
    };
    for (const method of contract?.methods.values() ?? []) {
      const sample = samples.methodSample(method.definition.name, version);
      if (!sample) continue;
      const { request, response } = sample;
      const operation = ["paths", method.path, method.verb.toLowerCase()];
      const json = ["content", "application/json", "schema"];
      const answer = [...operation, "responses", String(response.status), ...json];
      judged(answer, response.body, method.name);
      if (method.verb === "POST" && Object.keys(request.params).length > 0) {
        judged([...operation, "requestBody", ...json], request.params, `${method.name} params`);
      }
    }
    for (const [today, { status }] of contract?.errors ?? []) {
      const body = samples.errorSample(today, version);
      const way = ["components", "schemas", `error.${today}`];
      if (body !== undefined && document.has(way)) judged(way, body, `error ${today} ${status}`);
    }
    for (const today of contract?.events.keys() ?? []) {
      const body = samples.eventSample(today, version);
      const { type } = (body ?? {}) as { readonly type?: string };
      const json = ["post", "requestBody", "content", "application/json", "schema"];
      if (type !== undefined) judged(["webhooks", type, ...json], body, `event ${type}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(judge.asked).toBeGreaterThan(versions.length * 40);
}, 240_000);
