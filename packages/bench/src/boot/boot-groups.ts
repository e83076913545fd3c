import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Figure, type Group, plain } from "../figures.js";
import type { RoundOptions } from "../steps.js";

/** How large an API is. */
export interface Size {
  readonly methods: number;
  readonly versions: number;
}

/** The size that has targets, and how it grows in each direction. */
export const SIZES: readonly Size[] = [
  { methods: 106, versions: 104 },
  { methods: 212, versions: 104 },
  { methods: 530, versions: 104 },
  { methods: 1060, versions: 104 },
  { methods: 106, versions: 208 },
  { methods: 106, versions: 520 },
  { methods: 106, versions: 1040 },
];

const EMPTY: Size = { methods: 0, versions: 0 };
const CPU_TARGET = 500;
const HEAP_TARGET = 80;

/** What a boot cost above an empty server: milliseconds of CPU, and MiB of heap. */
export interface BootCost {
  readonly cpu: number;
  readonly heap: number;
}

/** What booting costs at each size, round by round, imports included. */
export type BootCosts = ReadonlyMap<Size, readonly BootCost[]>;

const execute = promisify(execFile);
const child = fileURLToPath(new URL("./boot-child.js", import.meta.url));

/** Boots each size in a process of its own, beside an empty server, in each round. */
export async function measureBoots({ rounds, onProgress }: RoundOptions): Promise<BootCosts> {
  const costs = new Map<Size, BootCost[]>(SIZES.map((size) => [size, []]));
  const total = rounds * SIZES.length;
  for (let step = 0; step < total; step++) {
    const size = SIZES[step % SIZES.length] ?? EMPTY;
    const [empty, booted] = [await boot(EMPTY), await boot(size)];
    costs.get(size)?.push({ cpu: booted.cpu - empty.cpu, heap: booted.heap - empty.heap });
    onProgress(step + 1, total);
  }
  return costs;
}

async function boot({ methods, versions }: Size): Promise<BootCost> {
  const words = ["--expose-gc", child, String(methods), String(versions)];
  const { stdout } = await execute(process.execPath, words);
  return JSON.parse(stdout) as BootCost;
}

/** What booting a made-up API costs, and how it grows. */
export function bootGroup(costs: BootCosts): Group {
  const figures = [...costs].flatMap(([size, rounds], index): Figure[] => {
    const name = `boot: ${size.methods} methods × ${size.versions} versions`;
    const first = index === 0;
    const cpus = rounds.map(({ cpu }) => cpu);
    const heaps = rounds.map(({ heap }) => heap);
    return [
      plain(`${name}, CPU`, "ms", cpus, first ? { atMost: CPU_TARGET } : null),
      plain(`${name}, heap`, "MiB", heaps, first ? { atMost: HEAP_TARGET } : null),
    ];
  });
  return { heading: "Booting, imports included, above an empty server", figures };
}
