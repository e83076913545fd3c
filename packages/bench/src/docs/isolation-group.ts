import { Agent, get } from "node:http";
import { setTimeout } from "node:timers/promises";
import { api } from "@holdfast/example-payments/app";
import { type Group, plain, ratio } from "../figures.js";
import { chargeForm, checkCharge } from "../payments/requests.js";
import { startChild } from "../peers/child.js";
import { Driver, type Shot } from "../peers/drive.js";
import { percentile } from "./pages-group.js";

/** Requests a second. */
const CHARGES = 50;
const PAGES = 50;

/** How long each round is, with docs being read and without, in milliseconds. */
const ROUND = 8_000;

interface IsolationOptions {
  readonly rounds: number;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * How long charges take while 50 pages of the docs are read a second, and while none are: the 99th
 * percentile, at a fixed rate of requests, however long answers take.
 */
export async function isolationGroup({ rounds, onProgress }: IsolationOptions): Promise<Group> {
  const child = await startChild(new URL("../payments/holdfast-server.js", import.meta.url));
  const driver = new Driver();
  try {
    const shot: Shot = {
      url: child.url,
      path: "/v1/charges",
      headers: {
        authorization: `Bearer ${child.keys.newest}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: chargeForm("source"),
    };
    const pages = randomPages();
    const readers = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 16 });
      await atRate(PAGES, () => readPage(`${child.url}${pages()}`, agent));
      agent.destroy();
    };
    const without: number[] = [];
    const beside: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const quiet = await chargesFor(driver, shot);
      const [busy] = await Promise.all([chargesFor(driver, shot), readers()]);
      onProgress(round + 1, rounds);
      // The first round warms up.
      if (round === -1) continue;
      without.push(percentile(quiet, 0.99));
      beside.push(percentile(busy, 0.99));
    }
    return {
      heading: `docs: charges.create, ${CHARGES} a second, while ${PAGES} pages of the docs are read a second`,
      figures: [
        plain("docs: charges.create without readers, p99", "ms", without),
        plain("docs: charges.create beside readers, p99", "ms", beside),
        ratio("docs: p99 beside readers / without", beside, without),
      ],
    };
  } finally {
    driver.close();
    await child.stop();
  }
}

/** How long each charge of a round took, in milliseconds. */
async function chargesFor(driver: Driver, shot: Shot): Promise<readonly number[]> {
  const times: number[] = [];
  await atRate(CHARGES, async () => {
    const began = performance.now();
    checkCharge(await driver.send(shot), "source");
    times.push(performance.now() - began);
  });
  return times;
}

/** Begins work at a fixed rate for a round, and waits for all of it. */
async function atRate(perSecond: number, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let n = 0; n < (perSecond * ROUND) / 1000; n++) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    all.push(work());
  }
  await Promise.all(all);
}

/** Pages in no order: too many for any cache. */
function randomPages(): () => string {
  const { methods, resources } = api.definitions;
  const slugs = [...methods, ...resources].map(({ name }) => name);
  const versions = api.timeline.versions.map(({ name }) => name);
  const pick = (from: readonly string[]) => from[Math.floor(Math.random() * from.length)] ?? "";
  return () => `/docs/${pick(slugs)}?version=${pick(versions)}`;
}

/** Reads a page; one that a version does not have is a page too. */
function readPage(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      const known = answer.statusCode === 200 || answer.statusCode === 404;
      answer.resume().on("end", () => {
        if (known) resolve();
        else reject(new Error(`${url}: ${answer.statusCode}`));
      });
    }).on("error", reject);
  });
}
