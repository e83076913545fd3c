import type { Contract } from "holdfast/contract";
import { DiffView } from "../diff/diff-view.js";
import type { SubjectRef } from "../model/refs.js";
import type { PageContext } from "../pages/context.js";
import { Inline, Prose } from "../pages/markdown.js";
import { calledAt } from "./called.js";
import type { BeforeAfter, Change } from "./entry.js";
import { saidOf } from "./said.js";
import { SubjectLinks } from "./subject-links.js";
import { withNames } from "./words.js";

interface ChangeDetailsProps {
  readonly context: PageContext;
  readonly change: Change;
  readonly examples: readonly BeforeAfter[];
  /** The version that it came with, at whose pages links lead. */
  readonly version: string | undefined;
  readonly contract: Contract | undefined;
}

/** More names than these are hidden until they are asked for. */
const MOST_NAMES = 8;

/** One change with everything that is known of it. */
export function ChangeDetails(props: ChangeDetailsProps) {
  const { change, examples, contract } = props;
  const { gate, description, planned, differences, mends, kinds } = change;
  const said = saidOf(differences, contract);
  return (
    <section class="change" id={gate}>
      <h2>
        <a href={`#${encodeURIComponent(gate)}`}>{gate}</a>
      </h2>
      <Prose text={description} />
      {planned && <p class="none">Described only: nothing in this API changes with it.</p>}
      {said.length > 0 && (
        <>
          <h3>What changed</h3>
          <ul>
            {said.map(({ called, says }) => (
              <li>
                <Inline text={withNames(called, says)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Affected {...props} />
      {mends.length > 0 && (
        <>
          <h3>What to do</h3>
          <ul>
            {mends.map((mend) => (
              <li>
                <Inline text={mend} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mends.length === 0 && said.length > 0 && !kinds.includes("behaviour") && (
        <p class="none">Nothing has to be done about it.</p>
      )}
      {examples.length > 0 && <h3>Before and after</h3>}
      {examples.map((example) => (
        <DiffView title={titleOf(example, contract)} lines={example.lines} />
      ))}
    </section>
  );
}

const PARTS: readonly { readonly on: SubjectRef["on"]; readonly label: string }[] = [
  { on: "method", label: "Methods" },
  { on: "resource", label: "Resources" },
  { on: "event", label: "Events" },
  { on: "error", label: "Errors" },
];

/** For whom: what is affected, by what it is. */
function Affected({ context, change, version, contract }: ChangeDetailsProps) {
  if (change.affects.length === 0) return null;
  return (
    <>
      <h3>For whom</h3>
      <dl class="affected">
        {PARTS.map(({ on, label }) => {
          const subjects = change.affects.filter((one) => one.on === on);
          if (subjects.length === 0) return null;
          const links = { context, version, contract };
          return (
            <div>
              <dt>{label}</dt>
              <dd>
                {subjects.length <= MOST_NAMES + 1 ? (
                  <SubjectLinks {...links} subjects={subjects} most={subjects.length} />
                ) : (
                  <details>
                    <summary>
                      {subjects.length} {label.toLowerCase()}
                    </summary>
                    <SubjectLinks {...links} subjects={subjects} most={subjects.length} />
                  </details>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** What an example shows: `charges.create: request`. */
function titleOf({ subject, of }: BeforeAfter, contract: Contract | undefined): string {
  const name = calledAt(contract, subject);
  return of === "object" ? name : `${name}: ${of}`;
}
