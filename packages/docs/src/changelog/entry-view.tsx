import type { PageContext } from "../pages/context.js";
import { Inline } from "../pages/markdown.js";
import { slugOf } from "../pages/slug.js";
import { Badge } from "./badge.js";
import { ChangeItem } from "./change-item.js";
import type { Changelog } from "./changelog.js";
import type { AdditionsEntry, Entry } from "./entry.js";
import type { SelectedEntry } from "./select.js";
import { ADDITIVE, amendReach, retirementWords } from "./words.js";

export interface EntryViewProps {
  readonly context: PageContext;
  readonly changelog: Changelog;
  readonly selected: SelectedEntry;
}

/** An entry in the list. */
export function EntryView(props: EntryViewProps) {
  const { entry } = props.selected;
  return (
    <section class={`entry ${entry.is}`} id={entry.id}>
      <h2>
        <Heading {...props} />
      </h2>
      <Body {...props} />
    </section>
  );
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
  return (
    <ul class="changes">
      {changes.map((change) => {
        const amended = entry.is === "amend" && `${entry.description} ${amendReach(entry)}`;
        const description = amended || change.description;
        return <ChangeItem {...{ context, change, description, version, contract }} />;
      })}
    </ul>
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
