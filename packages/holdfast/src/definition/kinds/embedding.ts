import type { Kind, Reach } from "../kind.js";
import { embeddedKind, type MethodUrl, type PageSource, pageKind } from "./links.js";

/** A resource of which the id is shown, or all of it where the caller expands it. The value is its record. */
export function idOfKind(resource: string): Kind {
  const embedded = embeddedKind(resource);
  return {
    name: "ref",
    label: `id of a ${resource}`,
    resource,
    expandable: true,
    expandsInto: "resource",
    withResource: idOfKind,
    renderer: (compiler) => {
      const render = compiler.resource(resource);
      const idOf = compiler.headField(resource, "id");
      return (value, _scope, call, expand) =>
        expand ? render(value, value, call, expand) : (idOf(value, call) as string);
    },
    schema: (scope) => scope.reference(resource),
    sample: (sampler) => sampler.record(resource),
    sites: (compiler, reach, expand) =>
      expand ? (embedded.sites?.(compiler, reach, expand) ?? []) : [],
  };
}

/** All items of a list, and what the route of the method that lists them is filled with. */
export interface WholeList {
  readonly items: readonly unknown[];
  readonly params: Readonly<Record<string, string>>;
}

/** A list that is shown as a page: the only one that there is. */
export function wholePageKind(item: Kind, method: string, place?: string): Kind {
  const pages = new WeakMap<readonly unknown[], Map<string, PageSource<unknown, string>>>();
  const pageOf = ({ items, params }: WholeList): PageSource<unknown, string> => {
    const known = pages.get(items) ?? new Map<string, PageSource<unknown, string>>();
    pages.set(items, known);
    const key = JSON.stringify(params);
    const page = known.get(key) ?? wholePage(items, { method, params });
    known.set(key, page);
    return page;
  };
  const page = pageKind(item, place, [method]);
  return {
    ...page,
    withResource: (name) => wholePageKind(item.withResource?.(name) ?? item, method, place),
    withPlace: (changed) => wholePageKind(item, method, changed),
    renderer: (compiler) => {
      const render = compiler.page(item, place);
      return (value, _scope, call, expand) => {
        const found = pageOf(value as WholeList);
        return render(found, found, call, expand);
      };
    },
    sites: (compiler, reach, expand) => {
      const reachPage: Reach = (record, call, each) =>
        reach(record, call, (value) => each(pageOf(value as WholeList)));
      return page.sites?.(compiler, reachPage, expand) ?? [];
    },
  };
}

// What is loaded for a page is found again by the page itself, so that each list has one.
function wholePage(items: readonly unknown[], url: MethodUrl): PageSource<unknown, string> {
  return { data: items, has_more: false, total_count: async () => items.length, url };
}
