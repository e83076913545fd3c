import type { AttributeDoc, VariantDoc } from "../model/docs.js";
import type { SubjectRef } from "../model/refs.js";
import type { PageContext } from "./context.js";
import type { PageBody } from "./page-body.js";
import { PageHead } from "./page-head.js";
import { firstSentence } from "./plain-text.js";
import { Section } from "./section.js";
import { slugOf } from "./slug.js";

/** What an attribute is part of. */
interface AttributeOwner {
  readonly subject: SubjectRef;
  /** How callers know it at the version shown. */
  readonly name: string;
}

/** The page of an attribute that stands too deep for the page of what it is part of. */
export function attributePage(
  context: PageContext,
  owner: AttributeOwner,
  trail: readonly AttributeDoc[],
): PageBody | undefined {
  const attribute = trail.at(-1);
  if (!attribute) return undefined;
  const { AttributeList, Variants } = context.components;
  const { path, anchor, description, life, gates, attributes, variants } = attribute;
  const slug = slugOf(owner.subject).slug;
  const called = path.join(".");
  const list = { context, slug, prefix: "", depth: 1, above: life };
  return {
    page: {
      kind: "attribute",
      title: `${called} of ${owner.name}`,
      description: firstSentence(description),
      slug: `${slug}/${anchor}`,
      subject: owner.subject,
    },
    main: (
      <>
        <nav aria-label="Part of" class="trail">
          <a href={context.urls.page(slug)}>{owner.name}</a>
          {trail.slice(0, -1).map((one) => (
            <a href={context.urls.page(`${slug}/${one.anchor}`)}>{one.name}</a>
          ))}
        </nav>
        <PageHead {...{ context, description, life, gates, called }} title={called} />
        <Section title="What stands in it" id="within">
          {attributes.length > 0 && (
            <AttributeList
              {...list}
              attributes={attributes}
              part={attribute.place === undefined ? "fields" : "params"}
            />
          )}
          {variants.length > 0 && <Variants {...list} variants={variants} />}
        </Section>
      </>
    ),
  };
}

/** The way to an attribute by its anchor: everything that it stands in, then itself. */
export function findAttribute(
  attributes: readonly AttributeDoc[],
  variants: readonly VariantDoc[],
  anchor: string,
): readonly AttributeDoc[] | undefined {
  for (const one of [...attributes, ...variants.flatMap((variant) => variant.attributes)]) {
    if (one.anchor === anchor) return [one];
    const below = findAttribute(one.attributes, one.variants, anchor);
    if (below) return [one, ...below];
  }
  return undefined;
}
