import { parentPort, workerData } from "node:worker_threads";
import { type MatrixPlan, type ProvenApi, planMatrix } from "../proof/plan.js";
import { proveShare, type ShareOutcome } from "../proof/share.js";
import { proofTools } from "./proof-tools.js";
import type { Asked, Told } from "./threads.js";

/** A thread that imports the app by its URL, plans the same work, and proves a share of it. */
const { app } = workerData as { readonly app: string };
const tools = await proofTools();
const plan = planMatrix(await importApi(app), tools);

parentPort?.once("message", async (asked: Asked) => {
  tell({ outcome: await proveAsked(plan, asked) });
});

async function importApi(url: string): Promise<ProvenApi> {
  const { api } = (await import(url)) as { readonly api: ProvenApi };
  return api;
}

/** Nothing where the app that was imported is not the one that is to be proven. */
async function proveAsked(own: MatrixPlan, asked: Asked): Promise<ShareOutcome | undefined> {
  if (own.digest !== asked.digest) return undefined;
  return proveShare(own, asked.share, asked, tools, (proofs) => tell({ proofs }));
}

function tell(told: Told): void {
  parentPort?.postMessage(told);
}
