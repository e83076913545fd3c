import { code, inWords } from "../text/code.js";

const ARM = /<([^<>]*)>/g;

/** An attribute's path as code, with the variants of unions that it leads through. */
export function named(path: string): string {
  const name = code(path.replace(ARM, ""));
  const arms = [...path.matchAll(ARM)].map(({ 1: arm = "", index }) => {
    const union = path.slice(0, index).replace(ARM, "");
    return `${code(union)} is ${code(arm)}`;
  });
  return arms.length === 0 ? name : `${name} (where ${inWords(arms, "and")})`;
}

/** Several of them, as a part of a sentence. */
export function allNamed(paths: readonly string[]): string {
  return inWords(paths.map(named), "and");
}
