/** An argument of a command: what stands without dashes, in its order. */
export interface Argument<out T> {
  readonly placeholder: string;
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly description: string;
  /** Takes its values from those that were typed and are still left. */
  read(values: readonly string[]): T;
}

/** One that must be there. */
export function one(placeholder: string, description: string): Argument<string> {
  return {
    placeholder,
    required: true,
    repeatable: false,
    description,
    read: ([value = ""]) => value,
  };
}

/** One that may be left out. */
export function maybe(placeholder: string, description: string): Argument<string | undefined> {
  return { placeholder, required: false, repeatable: false, description, read: ([value]) => value };
}

/** One or more; it takes all that are left. */
export function several(placeholder: string, description: string): Argument<readonly string[]> {
  return {
    placeholder,
    required: true,
    repeatable: true,
    description,
    read: (values) => [...new Set(values)],
  };
}

/** Any number, or none; it takes all that are left. */
export function any(placeholder: string, description: string): Argument<readonly string[]> {
  return { ...several(placeholder, description), required: false };
}
