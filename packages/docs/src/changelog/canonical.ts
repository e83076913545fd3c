import type { PageContext } from "../pages/context.js";

/** The context with the address at which a page is canonical, absolute where the site's is. */
export function canonicalAt(context: PageContext, path: string): PageContext {
  const { canonical } = context;
  const isAbsolute = URL.canParse(canonical);
  return { ...context, canonical: isAbsolute ? new URL(path, canonical).href : path };
}
