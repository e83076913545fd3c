import type { ValueDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { Inline } from "./markdown.js";

export interface ValuesProps {
  readonly context: PageContext;
  readonly values: readonly ValueDoc[];
}

/** How many values are shown at once; more are shown when they are asked for. */
const AT_ONCE = 12;

/** The values of an enum, each with its meaning. */
export function Values({ context, values }: ValuesProps) {
  const { LifeNote } = context.components;
  const list = (
    <dl class="values">
      {values.map(({ value, description, life }) => (
        <div>
          <dt>
            <code>{value}</code>
          </dt>
          <dd>
            <Inline text={description} />
            {life && <LifeNote context={context} life={life} called={value} />}
          </dd>
        </div>
      ))}
    </dl>
  );
  return values.length <= AT_ONCE ? (
    list
  ) : (
    <details class="more">
      <summary>{values.length} values</summary>
      {list}
    </details>
  );
}
