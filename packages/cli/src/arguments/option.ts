import { UsageError } from "../errors.js";
import { didYouMean } from "../suggest.js";

/** An option of a command. Each kind says itself how it reads what was typed. */
export interface Option<out T> {
  /** What stands for its value in the help; null for an option without one. */
  readonly placeholder: string | null;
  readonly repeatable: boolean;
  readonly description: string;
  /**
   * Reads the values that were typed, none if the option is absent; `name` is for messages.
   * @throws UsageError
   */
  read(values: readonly string[], name: string): T;
}

/** Whether it was given. */
export function flag(description: string): Option<boolean> {
  return {
    placeholder: null,
    repeatable: false,
    description,
    read: (values) => values.length > 0,
  };
}

/** Any text. */
export function text(placeholder: string, description: string): Option<string | undefined> {
  return { placeholder, repeatable: false, description, read: ([value]) => value };
}

/** Any number of texts. */
export function texts(placeholder: string, description: string): Option<readonly string[]> {
  return {
    placeholder,
    repeatable: true,
    description: `${description}; may be repeated`,
    read: (values) => [...new Set(values)],
  };
}

/** One of a few words, the first of which is the default. */
export function choice<const T extends string>(
  words: readonly [T, ...T[]],
  description: string,
): Option<T> {
  return {
    placeholder: words.join("|"),
    repeatable: false,
    description: `${description}; ${words[0]} if left out`,
    read([value = words[0]], name) {
      const word = words.find((one) => one === value);
      if (word !== undefined) return word;
      const near = didYouMean(value, words);
      throw new UsageError(`--${name} is ${words.join(" or ")}, and not ${value}.${near}`);
    },
  };
}

/** A whole number from 1 to `most`. */
export function count(
  placeholder: string,
  description: string,
  most: number,
): Option<number | undefined> {
  return {
    placeholder,
    repeatable: false,
    description,
    read([value], name) {
      if (value === undefined) return undefined;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
      if (number >= 1 && number <= most) return number;
      throw new UsageError(`--${name} is a whole number from 1 to ${most}, and not ${value}.`);
    },
  };
}
