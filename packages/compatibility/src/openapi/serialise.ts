import { isList, isObject, type Json, type JsonObject, member } from "../schema/json.js";

/** How a parameter's value is written in a URL, a header or a cookie (OpenAPI, "Style Values"). */
export interface Style {
  readonly name: string;
  readonly place: string;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Whether it is written as JSON, or another media type, instead. */
  readonly content: string | undefined;
}

const defaultStyle: Readonly<Record<string, string>> = {
  query: "form",
  cookie: "form",
  path: "simple",
  header: "simple",
};

/** The style of a parameter or header; what is left out has its default. */
export function styleOf(parameter: JsonObject, name: string, place: string): Style {
  const told = member(parameter, "style");
  const style = typeof told === "string" ? told : (defaultStyle[place] ?? "simple");
  const explode = member(parameter, "explode");
  const content = member(parameter, "content");
  return {
    name,
    place,
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    allowReserved: member(parameter, "allowReserved") === true,
    content: isObject(content) ? Object.keys(content)[0]?.toLowerCase() : undefined,
  };
}

/** What a value looks like in a style. */
export function serialised(style: Style, value: Json): string {
  if (style.content !== undefined) return `${style.content} ${JSON.stringify(value)}`;
  const text = (one: Json) => encoded(style, one);
  const isStructured = isList(value) || isObject(value);
  if (style.style === "deepObject" && isObject(value)) {
    return pairs(value)
      .map(([key, one]) => `${style.name}[${key}]=${text(one)}`)
      .join("&");
  }
  if (style.place === "query" || style.place === "cookie") return inForm(style, value, text);
  const { prefix, between } = shapes[style.style] ?? { prefix: "", between: "," };
  const named = style.style === "matrix" && !(style.explode && isStructured);
  const body = parts(style, value, text).join(style.explode ? between : ",");
  return `${prefix}${named ? `${style.name}=` : ""}${body}`;
}

const shapes: Readonly<Record<string, { readonly prefix: string; readonly between: string }>> = {
  simple: { prefix: "", between: "," },
  label: { prefix: ".", between: "." },
  matrix: { prefix: ";", between: ";" },
};

const separators: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "|" };

function inForm(style: Style, value: Json, text: (one: Json) => string): string {
  if (style.explode && isList(value)) {
    return value.map((one) => `${style.name}=${text(one)}`).join("&");
  }
  if (style.explode && isObject(value)) {
    return pairs(value)
      .map(([key, one]) => `${key}=${text(one)}`)
      .join("&");
  }
  const between = separators[style.style] ?? ",";
  const flat = { ...style, explode: false };
  return `${style.name}=${parts(flat, value, text).join(between)}`;
}

function parts(style: Style, value: Json, text: (one: Json) => string): readonly string[] {
  const name = style.style === "matrix" && style.explode ? `${style.name}=` : "";
  if (isList(value)) return value.map((one) => `${name}${text(one)}`);
  if (!isObject(value)) return [text(value)];
  return pairs(value).flatMap(([key, one]) =>
    style.explode ? [`${key}=${text(one)}`] : [key, text(one)],
  );
}

function pairs(value: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(value);
}

function encoded(style: Style, value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (style.place === "header") return text;
  return style.allowReserved ? encodeURI(text) : encodeURIComponent(text);
}
