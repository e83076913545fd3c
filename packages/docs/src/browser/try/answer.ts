import { make } from "../page/elements.js";
import type { TriedAnswer } from "./send.js";

/** Headers that say something about one answer, besides that of the version. */
const TOLD = [
  "request-id",
  "retry-after",
  "idempotent-replayed",
  "deprecation",
  "sunset",
  "location",
  "link",
];

/** What came back, for people: its status, the headers that matter, its body in lines. */
export function answerContent(answer: TriedAnswer, versionHeader: string): readonly Node[] {
  const { status, statusText, headers, milliseconds } = answer;
  const told = [versionHeader, ...TOLD].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [`${name}: ${value}`];
  });
  return [
    make(
      "p",
      { class: status < 400 ? "status good" : "status bad" },
      make("b", {}, `${status} ${statusText}`.trim()),
      ` in ${milliseconds} ms`,
    ),
    make("p", { class: "headers" }, told.join("\n")),
    make("pre", { tabindex: "0", "aria-label": "What came back" }, pretty(answer.text)),
  ];
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
