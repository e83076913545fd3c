/** An object whose members are its own, whatever they are called (`__proto__` too). */
export function ownMembers(names: readonly string[], values: readonly unknown[]): object {
  const object: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    Object.defineProperty(object, name, {
      value: values[index],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}
