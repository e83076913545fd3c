import type { Api } from "holdfast";

/** A kind of page, by the path of one. */
interface PageKind {
  readonly name: string;
  readonly path: string;
  /** Whether it is part of the reference, whose pages must be quick. */
  readonly reference: boolean;
}

/** Five kinds of page of an API; its largest resource, and a method that takes much. */
export function pageKinds(api: Api): readonly PageKind[] {
  const { methods, resources } = api.definitions;
  const size = (fields: object) => Object.keys(fields).length;
  const method = methods.toSorted((a, b) => size(b.params) - size(a.params))[0];
  const resource = resources.toSorted((a, b) => size(b.fields) - size(a.fields))[0];
  const versions = api.timeline.versions.map(({ name }) => name);
  const [from, to] = [versions[Math.floor(versions.length / 2)], versions.at(-1)];
  return [
    { name: "overview", path: "/docs", reference: true },
    { name: "resource", path: `/docs/${resource?.name}`, reference: true },
    { name: "method", path: `/docs/${method?.name}`, reference: true },
    { name: "changelog", path: "/changelog", reference: false },
    { name: "upgrade", path: `/docs/upgrade?from=${from}&to=${to}`, reference: false },
  ];
}
