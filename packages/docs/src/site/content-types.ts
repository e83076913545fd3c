/** Media types of what the site answers. */
export const TYPES = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  json: "application/json",
  yaml: "application/yaml; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;
