import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Removes what was built from sources that are gone: a folder's gates are what stands in it. */
export function removeStale(root) {
  for (const folder of ["packages", "examples"]) {
    for (const name of readdirSync(join(root, folder))) {
      const dist = join(root, folder, name, "dist");
      const src = join(root, folder, name, "src");
      if (!existsSync(dist)) continue;
      for (const built of readdirSync(dist, { recursive: true })) {
        const stem = built.replace(/(\.d\.ts|\.js)(\.map)?$/, "");
        if (stem !== built && !sourcesOf(stem).some((source) => existsSync(join(src, source)))) {
          rmSync(join(dist, built));
        }
      }
    }
  }
}

/** What may have been built to it. What is for browsers is built once more, into a folder of its own. */
function sourcesOf(stem) {
  const stems = [stem, stem.replace(/^browser[\\/]/, "")];
  return stems.flatMap((each) => [`${each}.ts`, `${each}.tsx`]);
}
