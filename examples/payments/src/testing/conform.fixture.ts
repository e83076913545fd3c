import type { api } from "../app.js";

type Contract = NonNullable<ReturnType<typeof api.timeline.at>>;
type ObjectShape = NonNullable<ReturnType<Contract["resources"]["get"]>>["shape"];
type FieldInfo = NonNullable<ReturnType<ObjectShape["fields"]["get"]>>["info"];
type Kind = FieldInfo["kind"];
type Check = (value: unknown, kind: Kind, contract: Contract, path: string) => string[];

/** What is wrong with an answer of a method, held against its contract; nothing was expanded. */
export function misfits(body: unknown, returns: Kind, contract: Contract): string[] {
  return checkKind(body, returns, contract, returns.label);
}

function checkField(value: unknown, info: FieldInfo, contract: Contract, path: string): string[] {
  if (value !== null) return checkKind(value, info.kind, contract, path);
  const isNull = info.kind.constant?.value === null;
  if (contract.wire.nulls === "omitted") return [`${path} is null, and nulls are left out`];
  return info.nullable || isNull ? [] : [`${path} is null`];
}

function checkKind(value: unknown, kind: Kind, contract: Contract, path: string): string[] {
  const check = CHECKS[kind.name];
  return check ? check(value, kind, contract, path) : [`${path} is a ${kind.name}`];
}

function checkObject(value: unknown, shape: ObjectShape, contract: Contract, path: string) {
  if (!isHash(value)) return [`${path} is no object`];
  const extra = Object.keys(value).filter((name) => !shape.fields.has(name));
  const fields = [...shape.fields.values()].flatMap(({ name, info }) => {
    const here = `${path}.${name}`;
    if (name in value) {
      return info.onlyExpanded
        ? [`${here} was not asked for`]
        : checkField(value[name], info, contract, here);
    }
    const isNull = info.nullable || info.kind.constant?.value === null;
    const mayLack =
      info.onlyExpanded || info.optional || (contract.wire.nulls === "omitted" && isNull);
    return mayLack ? [] : [`${here} is missing`];
  });
  return [...extra.map((name) => `${path}.${name} is not in the contract`), ...fields];
}

function checkResource(value: unknown, name: string, contract: Contract, path: string): string[] {
  const resource = contract.resources.get(name);
  if (!resource) return [`there is no resource ${name}`];
  const { arms } = resource.definition;
  if (!arms) return checkObject(value, resource.shape, contract, path);
  const tried = [...arms.values()].map((arm) => checkResource(value, arm.name, contract, path));
  return tried.reduce((best, one) => (one.length < best.length ? one : best));
}

const checkItems: Check = (value, kind, contract, path) => {
  if (!Array.isArray(value)) return [`${path} is no list`];
  const { resource, shape } = kind;
  return value.flatMap((item, index) => {
    const here = `${path}.${index}`;
    if (resource !== undefined) return checkResource(item, resource, contract, here);
    if (shape) return checkObject(item, shape, contract, here);
    return typeof item === "string" ? [] : [`${here} is a ${typeof item}`];
  });
};

const checkPage: Check = (value, kind, contract, path) => {
  if (contract.wire.lists === "array") return checkItems(value, kind, contract, path);
  const { data, ...envelope } = isHash(value) ? value : {};
  const list = contract.resources.get("list")?.shape.fields ?? new Map();
  const { data: _data, ...others } = Object.fromEntries(list);
  const shape = { fields: new Map(Object.entries(others)) } as unknown as ObjectShape;
  return [
    ...checkObject(envelope, shape, contract, path),
    ...checkItems(data, kind, contract, `${path}.data`),
  ];
};

const checkEventData: Check = (value, _kind, contract, path) => {
  const { object, previous_attributes, ...extra } = isHash(value) ? value : {};
  const name = isHash(object) ? String(object.object) : "";
  const odd = previous_attributes !== undefined && !isHash(previous_attributes);
  return [
    ...Object.keys(extra).map((one) => `${path}.${one} is not in the contract`),
    ...(odd ? [`${path}.previous_attributes is no hash`] : []),
    ...checkResource(object, name, contract, `${path}.object`),
  ];
};

const isText: Check = (value, _kind, _contract, path) =>
  typeof value === "string" ? [] : [`${path} is a ${typeof value}`];

const isWhole: Check = (value, _kind, _contract, path) =>
  Number.isSafeInteger(value) ? [] : [`${path} is no integer`];

const CHECKS: Readonly<Record<string, Check>> = {
  string: isText,
  event_type: isText,
  list_url: isText,
  boolean: (value, _kind, _contract, path) =>
    typeof value === "boolean" ? [] : [`${path} is no boolean`],
  number: (value, _kind, _contract, path) =>
    Number.isFinite(value) ? [] : [`${path} is no number`],
  integer: isWhole,
  timestamp: isWhole,
  id: (value, _kind, _contract, path) =>
    typeof value === "string" && value !== "" ? [] : [`${path} is no id`],
  enum: (value, { values }, _contract, path) =>
    typeof value === "string" && values && value in values ? [] : [`${path} is ${value}`],
  literal: (value, { constant }, _contract, path) =>
    constant && value === constant.value ? [] : [`${path} is ${value}`],
  map: (value, _kind, _contract, path) =>
    isHash(value) && Object.values(value).every((text) => typeof text === "string")
      ? []
      : [`${path} is no map`],
  object: (value, { shape }, contract, path) =>
    shape ? checkObject(value, shape, contract, path) : [`${path} has no shape`],
  resource: (value, { resource }, contract, path) =>
    checkResource(value, resource ?? "", contract, path),
  ref: (value, _kind, _contract, path) =>
    typeof value === "string" ? [] : [`${path} was not asked to be expanded`],
  list: checkItems,
  page: checkPage,
  event_data: checkEventData,
};

function isHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
