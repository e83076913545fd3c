import type { Expansion, Kind, Reach, Site } from "../kind.js";
import { refuse } from "../reader.js";
import { mapParams } from "../route-params.js";

function site(
  resource: string,
  holds: Site["holds"],
  reach: Reach,
  expand: Expansion | undefined,
): Site {
  return {
    resource,
    holds,
    expand,
    collect: (record, call, into) =>
      reach(record, call, (value) => {
        if (value !== null && value !== undefined) into.push(value);
      }),
  };
}

/** A resource that stands inside another one. The value is its record. */
export function embeddedKind(resource: string, untilHere?: Readonly<Record<string, string>>): Kind {
  return {
    name: "resource",
    label: resource,
    resource,
    expandsInto: "resource",
    ...(untilHere && { untilHere }),
    withResource: (name) => embeddedKind(name),
    renderer: (compiler) => compiler.resource(resource),
    schema: (scope) => scope.resource(resource),
    sample: (sampler) => sampler.record(resource),
    sites: (_compiler, reach, expand) => [site(resource, "records", reach, expand)],
  };
}

/** A resource that stands inside another one and is loaded by its id. The value is the id. */
export function loadedKind(resource: string): Kind {
  return {
    name: "resource",
    label: resource,
    resource,
    byId: true,
    expandsInto: "resource",
    withResource: loadedKind,
    renderer: (compiler) => {
      const render = compiler.resource(resource);
      return (value, _scope, call, expand) => {
        const record = call.loaded(resource, value as string);
        return record === undefined ? null : render(record, record, call, expand);
      };
    },
    schema: (scope) => scope.resource(resource),
    sample: (sampler) => sampler.id(resource),
    sites: (_compiler, reach, expand) => [site(resource, "ids", reach, expand)],
  };
}

/** A reference: the id, or the object where the caller expands it. The value is the id. */
export function refKind(resource: string): Kind {
  return {
    name: "ref",
    label: `id of a ${resource}`,
    resource,
    byId: true,
    expandable: true,
    expandsInto: "resource",
    withResource: refKind,
    renderer: (compiler) => {
      const render = compiler.resource(resource);
      return (value, _scope, call, expand) => {
        if (!expand) return value as string;
        const record = call.loaded(resource, value as string);
        return record === undefined ? (value as string) : render(record, record, call, expand);
      };
    },
    schema: (scope) => scope.reference(resource),
    sample: (sampler) => sampler.id(resource),
    sites: (_compiler, reach, expand) => (expand ? [site(resource, "ids", reach, expand)] : []),
  };
}

/** A page, as `execute` returns it. */
export interface Page<out R> {
  readonly data: readonly R[];
  readonly has_more: boolean;
  /** Counts what there is over all pages; called only where the caller's version shows it. */
  readonly total_count: () => Promise<number>;
  /** Whether the caller asked for the total, for list envelopes that show it on request only. */
  readonly include_total?: boolean;
}

/** A page with the place where the next ones are read: the record of the list envelope. */
export interface PageSource<out R, out M extends string = never> extends Page<R> {
  readonly url: string | MethodUrl<M>;
}

/** Where a method answers, whatever its route is at the caller's version. */
export interface MethodUrl<out M extends string = string> {
  readonly method: M;
  /** What fills its route, by head's names. */
  readonly params: Readonly<Record<string, string>>;
}

/** A page of a list, as the contract writes lists at its place. */
export function pageKind(item: Kind, place?: string, readAt: readonly string[] = []): Kind {
  return {
    name: "page",
    label: `page of ${item.label}`,
    ...(item.resource !== undefined && { resource: item.resource }),
    ...(place !== undefined && { place }),
    ...(readAt.length > 0 && { methods: readAt }),
    parts: [item],
    expandsInto: "page",
    withResource: (name) => pageKind(item.withResource?.(name) ?? item, place, readAt),
    withPlace: (changed) => pageKind(item, changed, readAt),
    renderer: (compiler) => compiler.page(item, place),
    schema: (scope) => scope.page(item, place),
    sample: (sampler) => sampler.page(item),
    sites: (compiler, reach, expand) => {
      const items: Reach = (record, call, each) =>
        reach(record, call, (page) => {
          if (page) for (const element of (page as PageSource<unknown>).data) each(element);
        });
      const list = compiler.listAt(item, place);
      const within = list ? expand?.[list.items ?? ""] : expand;
      return [
        ...(list ? [site(list.resource, "records", reach, undefined)] : []),
        ...(item.sites?.(compiler, items, within) ?? []),
      ];
    },
  };
}

/** The items of a page, where the list envelope shows them. */
export const pageItemsKind: Kind = {
  name: "page_items",
  label: "list",
  holdsItems: true,
  schema: (scope) => scope.pageItems(),
  renderer: (compiler) => {
    const render = compiler.pageItems();
    return (value, _scope, call, expand) =>
      (value as readonly unknown[]).map((item) => render(item, item, call, expand));
  },
};

/** The path at which a method answers, at the caller's version. The value fills its params. */
export function urlKind(method: string): Kind {
  return {
    name: "url",
    label: "url",
    schema: () => ({ type: "string", pattern: "^/" }),
    sample: (sampler) => sampler.routeParams(method),
    methods: [method],
    renderer: (compiler) => {
      const route = compiler.route(method);
      return (value) => fillRoute(route, value as Readonly<Record<string, string>>);
    },
  };
}

/** Where a list is read: the path of the request, or that of a method at the caller's version. */
export const listUrlKind: Kind = {
  name: "list_url",
  label: "url",
  schema: () => ({ type: "string", pattern: "^/" }),
  sample: () => "/v1/things",
  renderer: (compiler) => (value) => {
    if (typeof value === "string") return value;
    const { method, params } = value as MethodUrl;
    const route = compiler.route(method);
    if (route === "")
      throw new TypeError(`a list is read at the method ${method}, which is unknown`);
    return fillRoute(route, params);
  },
};

/** Puts values into a route's `{params}`. */
export function fillRoute(route: string, params: Readonly<Record<string, string>>): string {
  return mapParams(route, (name) => encodeURIComponent(params[name] ?? ""));
}

/** What an event's data takes from its record. */
export interface EventDataSource {
  /** The resource that the event is about. */
  readonly resource: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An event's object, rendered at the reader's version, with what changed about it. */
export const eventDataKind: Kind = {
  name: "event_data",
  label: "object and previous attributes",
  schema: (scope) => ({
    type: "object",
    properties: { object: scope.eventObject(), previous_attributes: { type: "object" } },
    required: ["object"],
    additionalProperties: false,
  }),
  sample: (sampler) => sampler.eventData(),
  renderer: (compiler) => compiler.eventData(),
  sites: (compiler, reach) =>
    compiler.eventResources().map((resource) =>
      site(
        resource,
        "records",
        (record, call, each) =>
          reach(record, call, (value) => {
            const data = value as EventDataSource;
            if (data.resource !== resource) return;
            each(data.after);
            each(data.before);
          }),
        undefined,
      ),
    ),
};

/** What an event's type takes from its record. */
export interface EventTypeSource {
  /** The type as it is today. */
  readonly type: string;
  /** The record that the event is about. */
  readonly object: unknown;
}

/** An event's type, in the names of the caller's version; as a param, a filter over them. */
export const eventTypeKind: Kind = {
  name: "event_type",
  label: "event type",
  schema: (scope) => ({ enum: scope.eventTypes() }),
  taken: { type: "array" },
  sample: (sampler) => sampler.eventType(),
  reader: (compiler) => (input, at) =>
    typeof input === "string"
      ? compiler.eventNames.matching(input)
      : refuse(at, "an event type", input),
  sent: (compiler) => (value) => compiler.eventNames.nameOf(String(value), undefined) ?? undefined,
  unsaid: (compiler) => compiler.eventNames.visible,
  hides: ({ eventNames }) =>
    eventNames.visible &&
    ((value) => {
      const { type, object } = value as EventTypeSource;
      return eventNames.nameOf(type, object) === null;
    }),
  renderer: (compiler) => (value) => {
    const { type, object } = value as EventTypeSource;
    return compiler.eventNames.nameOf(type, object) ?? type;
  },
};
