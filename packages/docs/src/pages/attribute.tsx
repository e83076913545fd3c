import type { AttributeDoc } from "../model/docs.js";
import { lifeWithin } from "../model/life-notes.js";
import type { Life } from "../model/refs.js";
import { AttributeFacts } from "./attribute-facts.js";
import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";
import { Prose } from "./markdown.js";

export interface AttributeProps {
  readonly context: PageContext;
  readonly attribute: AttributeDoc;
  /** The page that it is on: what stands too deep in it has a page below that. */
  readonly slug: string;
  /** What its anchor begins with, on pages about several things. */
  readonly prefix: string;
  /** 1 for what stands on the page itself. */
  readonly depth: number;
  /** The life of what it stands in, which tells of names that it had because of that. */
  readonly above?: Life | undefined;
}

/** How deep attributes stand within each other on one page. */
const DEEPEST = 3;

/** A param or a field: its name, type and facts, what it means, how it changed, what stands in it. */
export function Attribute({ context, attribute, slug, prefix, depth, above }: AttributeProps) {
  const { TypeLabel, Values, LifeNote, GateNotes } = context.components;
  const { key, name, anchor, path, type, description, conversions, life } = attribute;
  const id = prefix + anchor;
  return (
    <li id={id} class="attribute" {...{ [DOM.key]: key, [DOM.name]: name }}>
      <div class="about">
        <a class="name" href={`#${encodeURIComponent(id)}`}>
          {name}
        </a>
        <TypeLabel context={context} type={type} />
        <AttributeFacts attribute={attribute} />
      </div>
      <Prose text={description} />
      {type.values.length > 0 && <Values context={context} values={type.values} />}
      {conversions.map((text) => (
        <Prose class="conversion" text={text} />
      ))}
      <GateNotes context={context} gates={attribute.gates} />
      <LifeNote context={context} life={lifeWithin(life, name, above)} called={path.join(".")} />
      <Within {...{ context, attribute, slug, prefix, depth }} />
      <Embedded context={context} attribute={attribute} />
    </li>
  );
}

/** What stands in an attribute: shown on demand, on its own page where it would be too deep here. */
function Within({ context, attribute, slug, prefix, depth }: AttributeProps) {
  const { AttributeList, Variants } = context.components;
  const { name, anchor, attributes, variants } = attribute;
  if (attributes.length === 0 && variants.length === 0) return null;
  const what = (
    <>
      {attributes.length > 0 ? <Count attributes={attributes} /> : `${variants.length} forms`} of{" "}
      <code>{name}</code>
    </>
  );
  if (depth >= DEEPEST && slug !== "") {
    return (
      <p class="deeper">
        <a href={context.urls.page(`${slug}/${anchor}`)}>{what}</a>
      </p>
    );
  }
  const below = { context, slug, prefix, depth: depth + 1, above: attribute.life };
  return (
    <details class="within">
      <summary>{what}</summary>
      {attributes.length > 0 && <AttributeList {...below} attributes={attributes} />}
      {variants.length > 0 && <Variants {...below} variants={variants} />}
    </details>
  );
}

function Count({ attributes }: { readonly attributes: readonly AttributeDoc[] }) {
  const word = attributes[0]?.place === undefined ? "field" : "param";
  return <>{`${attributes.length} ${word}${attributes.length === 1 ? "" : "s"}`}</>;
}

/** A resource that stands in place: a link to its page, which scripts can open here instead. */
function Embedded({
  context: { urls },
  attribute: { type },
}: Pick<AttributeProps, "context" | "attribute">) {
  const { resource } = type;
  if (!resource || resource.how === "id") return null;
  const page = urls.page(resource.name);
  return (
    <p class="deeper">
      <a href={page} {...{ [DOM.expand]: page }}>
        Fields of <code>{resource.called}</code>
      </a>
    </p>
  );
}
