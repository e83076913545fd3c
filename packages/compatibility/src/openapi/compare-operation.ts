import { member } from "../schema/json.js";
import { compareCalls, noticeCallGone } from "./calls.js";
import { compareContent } from "./compare-content.js";
import { compareParameters } from "./compare-parameters.js";
import { compareResponses } from "./compare-responses.js";
import { compareSecurity } from "./compare-security.js";
import type { DiffContext, Scene } from "./context.js";
import { callbacksOf, type Operation, under, webhooksOf } from "./operations.js";
import { serves } from "./servers.js";

/** Compares one operation that callers call. */
export function compareOperation(diff: DiffContext, old: Operation, next: Operation): void {
  const scene: Scene = { operation: old.label, direction: "request" };
  const answer: Scene = { operation: old.label, direction: "response" };
  compareServers(diff, scene, old, next);
  compareSecurity(diff, scene, old, next);
  compareNames(diff, scene, old, next);
  compareParameters(diff, scene, old, next);
  compareBody(diff, scene, old, next);
  compareResponses(diff, answer, old, next);
  compareCalls(diff, callbacksOf(old), callbacksOf(next), compareCall);
}

/** Compares the webhooks of two descriptions. */
export function compareWebhooks(diff: DiffContext): void {
  compareCalls(diff, webhooksOf(diff.old), webhooksOf(diff.next), compareCall);
}

/** What the API sends to an integrator, they receive; what they reply, they send. */
function compareCall(diff: DiffContext, old: Operation, next: Operation): void {
  const scene: Scene = { operation: old.label, direction: "webhook" };
  const reply: Scene = { operation: old.label, direction: "request" };
  compareNames(diff, scene, old, next);
  if (old.verb !== next.verb) noticeCallGone(diff, old);
  compareParameters(diff, scene, old, next);
  compareBody(diff, scene, old, next);
  compareResponses(diff, reply, old, next);
}

/** Compares what is sent as a body, and whether it must be. */
function compareBody(diff: DiffContext, scene: Scene, old: Operation, next: Operation): void {
  const was = member(old.part.value, "requestBody") !== undefined;
  const is = member(next.part.value, "requestBody") !== undefined;
  const before = diff.old.child(old.part, "requestBody");
  const after = diff.next.child(next.part, "requestBody");
  const mustBefore = member(before.value, "required") === true;
  const mustNow = member(after.value, "required") === true;
  const say = (effect: "narrower" | "wider" | "gone" | "added", message: string) =>
    diff.notice(scene, {
      effect,
      proven: "rule",
      about: "body",
      cause: `body ${message} ${before.pointer} ${after.pointer}`,
      where: was ? before.pointer : after.pointer,
      message,
      ...(effect !== "added" && {
        witness: {
          at: "body",
          validIn: effect === "wider" ? "new" : "old",
          value: null,
          without: "body",
        },
      }),
    });
  if (!was || !is) {
    if (is) say(mustNow ? "narrower" : "added", `a body is new${mustNow ? " and required" : ""}`);
    if (was) say("gone", "the body is gone");
    return;
  }
  if (mustNow && !mustBefore) say("narrower", "the body is required");
  if (mustBefore && !mustNow) say("wider", "the body can be left out");
  compareContent(diff, scene, {
    old: diff.old.child(before, "content"),
    new: diff.next.child(after, "content"),
    label: "body",
  });
}

/** Compares what generated code is named by, and whether it is still recommended. */
function compareNames(diff: DiffContext, scene: Scene, old: Operation, next: Operation): void {
  const was = member(old.part.value, "operationId");
  const is = member(next.part.value, "operationId");
  if (was !== undefined && was !== is) {
    diff.notice(scene, {
      effect: "gone",
      surface: "code",
      proven: "rule",
      about: "operation-id",
      cause: `operationId ${String(was)} ${String(is)}`,
      where: under(old.part, "operationId"),
      message: `the operation id ${String(was)} is now ${is === undefined ? "not there" : String(is)}`,
      witness: { at: "operationId", validIn: "old", value: was },
    });
  }
  if (
    member(old.part.value, "deprecated") === true ||
    member(next.part.value, "deprecated") !== true
  )
    return;
  diff.notice(scene, {
    effect: "added",
    surface: "docs",
    proven: "rule",
    about: "deprecated",
    cause: `deprecated ${old.label}`,
    where: next.part.pointer,
    message: "is deprecated",
  });
}

/** Compares where an operation is reached. */
function compareServers(diff: DiffContext, scene: Scene, old: Operation, next: Operation): void {
  const after = next.servers.map((server) => ({ ...server, path: `${server.base}${next.path}` }));
  for (const { origin, base, pointer } of old.servers) {
    const path = `${base}${old.path}`;
    const isServed = after.some(
      (other) => serves(origin, other.origin) && serves(named(path), named(other.path)),
    );
    if (isServed) continue;
    const url = `${origin}${base}`;
    diff.notice(scene, {
      effect: "gone",
      proven: "rule",
      about: "server",
      cause: `server ${url} ${next.servers.map((one) => one.origin + one.base).join()}`,
      where: pointer,
      message: `is no longer served at ${url === "" ? "its own address" : url}`,
      witness: { at: "url", validIn: "old", value: `${origin}${path}` },
    });
  }
}

/** A path whose parameters have no names, but are no wild cards either. */
function named(path: string): string {
  return path.replace(/\{[^}]+\}/g, "{p}");
}
