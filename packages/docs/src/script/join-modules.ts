/** A module that can be joined: its text, with imports only of names, from files beside it. */
type ReadModule = (path: string) => string;

const IMPORT = /^import\s*\{[^}]*\}\s*from\s*"(\.[^"]+)";[ \t]*\n?/gm;
const DECLARED = /^(?:export )?(?:async )?(?:function\*?|class|const|let|var)\s+([\w$]+)/gm;
const NOT_JOINABLE = /^(?:import\b|export\s*[*{]|export default\b).*/m;

/**
 * Joins ES modules into one, each after what it imports. Names stay as they are, so no two modules may
 * declare the same one at their top level, and nothing may be renamed when it is imported.
 *
 * @param entry the path of the module that is the entry, such as `browser/main.js`
 * @throws Error where a module cannot be joined, and says which and why
 */
export function joinModules(entry: string, read: ReadModule): string {
  const joined: string[] = [];
  const seen = new Set<string>();
  const declaredIn = new Map<string, string>();
  const add = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = read(path).replace(/^export \{\};?\s*$/gm, "");
    for (const [, from = ""] of text.matchAll(IMPORT)) {
      add(new URL(from, `file:///${path}`).pathname.slice(1));
    }
    const body = text.replace(IMPORT, "");
    const odd = NOT_JOINABLE.exec(body)?.[0];
    if (odd !== undefined || / as /.test([...text.matchAll(IMPORT)].join(" "))) {
      throw new Error(`${path} cannot be joined: \`${odd ?? "import { … as … }"}\`.`);
    }
    for (const [, name = ""] of body.matchAll(DECLARED)) {
      const other = declaredIn.get(name);
      if (other !== undefined) throw new Error(`${path} and ${other} both declare \`${name}\`.`);
      declaredIn.set(name, path);
    }
    joined.push(flushLeft(path, body.replace(/^export /gm, "")));
  };
  add(entry);
  return `${joined.join("\n")}\n`;
}

/** Without the spaces that lines begin with: a part in six of what is sent. */
function flushLeft(path: string, text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  // In a text over several lines they would mean something.
  const odd = lines.find((line) => line.split("`").length % 2 === 0);
  if (odd !== undefined) throw new Error(`${path} cannot be joined: a text over lines: ${odd}`);
  return lines.filter(Boolean).join("\n");
}
