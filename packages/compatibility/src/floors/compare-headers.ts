import type { Change } from "./change.js";
import { sameJson } from "./same-json.js";
import { onlyRename } from "./similar.js";

/** Headers with the methods that send them; none for what every answer carries. */
type Headers = Readonly<Record<string, readonly string[]>>;

/** The headers of answers that are no longer there, or new. */
export function compareHeaders(before: Headers, now: Headers): Change[] {
  const gone = Object.entries(before).filter(([name]) => !(name in now));
  const added = Object.entries(now).filter(([name]) => !(name in before));
  const renamed = onlyRename(gone, added);
  const change = (name: string, rest: Pick<Change, "what" | "received" | "names">): Change => ({
    owner: { kind: "header", name },
    path: [],
    at: ["headers", name],
    sent: undefined,
    before: before[name],
    now: now[name],
    ...rest,
  });
  return [
    ...gone.map(([name]) =>
      renamed?.before === name
        ? change(name, { what: "renamed", received: "gone", names: [renamed.now] })
        : change(name, { what: "header", received: "gone", names: [] }),
    ),
    ...added
      .filter(([name]) => name !== renamed?.now)
      .map(([name]) => change(name, { what: "header", received: "added", names: [] })),
    ...Object.entries(before)
      .filter(([name, senders]) => name in now && !sameJson(senders, now[name]))
      .map(([name, senders]) => {
        const all = now[name] ?? [];
        const held =
          all.length === 0 || (senders.length > 0 && senders.every((one) => all.includes(one)));
        return change(name, { what: "header", received: held ? "added" : "gone", names: [] });
      }),
  ];
}
