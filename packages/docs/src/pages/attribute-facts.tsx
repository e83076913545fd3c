import type { AttributeDoc } from "../model/docs.js";

/** The short facts that stand behind an attribute's name. */
export function AttributeFacts({ attribute }: { readonly attribute: AttributeDoc }) {
  const { type, place, nullable, sensitive, onlyExpanded, secretOnly } = attribute;
  const isParam = place !== undefined;
  const facts = [
    ...type.limits,
    ...(type.resource?.how === "expandable" ? ["expandable"] : []),
    ...(nullable ? ["may be null"] : []),
    ...(!isParam && !attribute.required && !onlyExpanded ? ["may be absent"] : []),
    ...(onlyExpanded ? ["only where it is expanded"] : []),
    ...(secretOnly ? ["for secret keys only"] : []),
    ...(sensitive ? ["never logged"] : []),
  ];
  return (
    <>
      {isParam && attribute.required && <b class="required">required</b>}
      {facts.map((fact) => (
        <span class="fact">{fact}</span>
      ))}
      {typeof place === "object" && (
        <span class="fact">
          in the header <code>{place.header}</code>
        </span>
      )}
      {attribute.default !== undefined && (
        <span class="fact">
          default <code>{shown(attribute.default)}</code>
        </span>
      )}
    </>
  );
}

function shown(value: AttributeDoc["default"]): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}
