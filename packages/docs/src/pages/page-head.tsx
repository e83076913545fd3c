import type { GateNote, Life } from "../model/refs.js";
import type { Children } from "./component.js";
import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";
import { Prose } from "./markdown.js";

interface PageHeadProps {
  readonly context: PageContext;
  /** What the title says before the name: `The charge object` has `The`. */
  readonly title: Children;
  readonly description: string;
  readonly called: string;
  readonly life: Life;
  readonly gates: readonly GateNote[];
  /** What stands between the title and the description, such as a route. */
  readonly children?: Children;
}

/** What a page of reference begins with. */
export function PageHead(props: PageHeadProps) {
  const { context, title, description, called, life, gates, children } = props;
  const { LifeNote, GateNotes } = context.components;
  return (
    <header class="title">
      <VersionTag context={context} />
      <h1>{title}</h1>
      {children}
      <Prose class="prose lead" text={description} />
      <LifeNote context={context} life={life} called={called} />
      <GateNotes context={context} gates={gates} />
    </header>
  );
}

/** Which version is shown, and whether that is a good one to build on. */
export function VersionTag({ context: { version, mode, pin } }: { readonly context: PageContext }) {
  const { name, status, sunset } = version;
  const notes = [
    ...(status === "live" ? [] : [status]),
    ...(status === "deprecated" && sunset !== undefined ? [`until ${sunset}`] : []),
    ...(mode === "released" ? ["as released"] : []),
    ...(pin === name ? ["your version"] : []),
  ];
  return (
    <p class={`version ${status}`} {...{ [DOM.region]: "version" }}>
      <b>{name}</b>
      {notes.map((note) => (
        <span>{note}</span>
      ))}
    </p>
  );
}
