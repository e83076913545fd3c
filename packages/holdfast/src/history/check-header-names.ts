import type { Contract, MethodShape } from "../contract/contract.js";
import type { ResponseHeader } from "../definition/response-header.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { Timeline } from "./timeline.js";

/** Headers that would have one name in one request or answer; told once, of the newest version. */
export function checkHeaderNames(
  timeline: Timeline,
  everywhere: readonly ResponseHeader[],
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  let newer: Contract | undefined;
  for (const { name: version } of [...timeline.versions].reverse()) {
    const contract = timeline.at(version);
    if (!contract) continue;
    const sameHeaders = contract.headers === newer?.headers;
    for (const [name, method] of contract.methods) {
      // What a version shares with the next one was looked at there.
      const isSame = sameHeaders && newer?.methods.get(name) === method;
      if (!method.exists || isSame) continue;
      for (const named of [requestHeaders(method), answerHeaders(method, contract, everywhere)]) {
        for (const { name, subject, other } of taken(named)) {
          const key = `${subject} ${other}`;
          const details = { subject, other, name, version };
          const location = method.definition.origin.location();
          if (!found.has(key)) found.set(key, diagnostic("header_taken", details, location));
        }
      }
    }
    newer = contract;
  }
  return [...found.values()];
}

interface Named {
  readonly name: string;
  readonly subject: string;
}

function requestHeaders({ definition, params }: MethodShape): Named[] {
  return [...params.fields.values()].flatMap(({ name, info: { header } }) =>
    header === undefined ? [] : [{ name: header, subject: `${definition.name} ${name}` }],
  );
}

function answerHeaders(
  { definition }: MethodShape,
  { headers }: Contract,
  everywhere: readonly ResponseHeader[],
): Named[] {
  const framework = [...headers.values()].filter((one) => one.definition.value === undefined);
  const own = [...everywhere, ...definition.headers].flatMap(({ name }) => headers.get(name) ?? []);
  return [...framework, ...own].flatMap(({ name, definition: { name: today } }) =>
    name === null ? [] : [{ name, subject: `the header ${today}` }],
  );
}

function taken(named: readonly Named[]): (Named & { readonly other: string })[] {
  const first = new Map<string, string>();
  return named.flatMap((one) => {
    const key = one.name.toLowerCase();
    const other = first.get(key);
    first.set(key, one.subject);
    return other === undefined ? [] : [{ ...one, other }];
  });
}
