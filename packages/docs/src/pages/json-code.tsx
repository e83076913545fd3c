import type { Json } from "holdfast";
import { DOM } from "./dom.js";
import { jsonLines } from "./json-lines.js";
import type { KeysByPath } from "./keys-by-path.js";

interface JsonCodeProps {
  readonly value: Json;
  /** What members are at every version, so that lines can be matched between versions. */
  readonly keys: KeysByPath;
}

/** The classes of values: `s` for strings, `n` for numbers, `w` for true, false and null. */
const CLASSES = { string: "s", number: "n", word: "w", bracket: undefined } as const;

/** JSON with its members, strings and numbers set apart, a line each. */
export function JsonCode({ value, keys }: JsonCodeProps) {
  return (
    <code>
      {jsonLines(value).map(({ indent, member, path, text, kind, comma }) => {
        const way = path.join(".");
        const mark = member === undefined ? {} : { [DOM.key]: keys.get(way) ?? way };
        return (
          <span class="l" {...mark}>
            {"  ".repeat(indent)}
            {member !== undefined && (
              <>
                <i class="k">{JSON.stringify(member)}</i>:{" "}
              </>
            )}
            {kind === "bracket" ? text : <i class={CLASSES[kind]}>{text}</i>}
            {comma && ","}
            {"\n"}
          </span>
        );
      })}
    </code>
  );
}
