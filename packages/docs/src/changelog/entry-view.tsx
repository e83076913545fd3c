import type { PageContext } from "../pages/context.js";
import { Inline } from "../pages/markdown.js";
import { slugOf } from "../pages/slug.js";
import { Badge } from "./badge.js";
import { ChangeItem } from "./change-item.js";
import type { Changelog } from "./changelog.js";
import type { AdditionsEntry, Change, Entry } from "./entry.js";
import type { SelectedEntry } from "./select.js";
import { ADDITIVE, amendReach, retirementWords } from "./words.js";

interface EntryViewProps {
  readonly context: PageContext;
  readonly changelog: Changelog;
  readonly selected: SelectedEntry;
}

/** An entry in the list. */
export function EntryView(props: EntryViewProps) {
  const { entry } = props.selected;
  return (
    <section class={isAdditive(entry) ? "entry additive" : "entry"} id={entry.id}>
      <h2>
        <Heading {...props} />
      </h2>
      <Body {...props} />
    </section>
  );
}

/** There are many of these, and little to say of each. */
function isAdditive(entry: Entry): boolean {
  return entry.is === "release" && entry.gates.length === 0;
}

const LABELS: Readonly<Record<Exclude<Entry["is"], "release">, string>> = {
  additions: "additions",
  amend: "correction",
  retirement: "end of a version",
};

function Heading({ context, selected: { entry } }: EntryViewProps) {
  if (entry.is === "release") {
    const { name, status } = entry.version;
    return (
      <>
        <a href={context.urls.release(name)}>{name}</a> <Badge status={status} />
      </>
    );
  }
  return (
    <>
      <time dateTime={entry.date}>{entry.date}</time> <span class="badge">{LABELS[entry.is]}</span>
    </>
  );
}

function Body({ context, changelog, selected: { entry, gates } }: EntryViewProps) {
  if (entry.is === "retirement") return <Paragraph text={retirementWords(entry)} />;
  if (entry.is === "additions") return <Additions context={context} additions={entry.additions} />;
  const changes = gates.flatMap((gate) => changelog.change(gate) ?? []);
  const version = entry.is === "release" ? entry.version.name : undefined;
  const contract = version === undefined ? undefined : changelog.api.timeline.at(version);
  if (changes.length === 0 && entry.is === "release") return <Paragraph text={ADDITIVE} />;
  const planned = changes.filter((change) => change.planned);
  return (
    <>
      <ul class="changes">
        {changes
          .filter((change) => !change.planned)
          .map((change) => {
            const amended = entry.is === "amend" && `${entry.description} ${amendReach(entry)}`;
            const description = amended || change.description;
            return <ChangeItem {...{ context, change, description, version, contract }} />;
          })}
      </ul>
      {planned.length > 0 && <Planned changes={planned} />}
    </>
  );
}

/** Changes that are told of, but that nothing in the API shows. */
function Planned({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <>
      <p class="meta">Described only, not part of this API:</p>
      <ul class="changes planned">
        {changes.map(({ gate, description }) => (
          <li id={gate}>
            <Inline text={description} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Paragraph({ text }: { readonly text: string }) {
  return (
    <p>
      <Inline text={text} />
    </p>
  );
}

function Additions({
  context,
  additions,
}: Pick<AdditionsEntry, "additions"> & { readonly context: PageContext }) {
  return (
    <ul class="changes">
      {additions.map(({ what, subject }) => (
        <li>
          Added: {subject ? <a href={context.urls.page(slugOf(subject).slug)}>{what}</a> : what}
        </li>
      ))}
    </ul>
  );
}
