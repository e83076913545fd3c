/** How many pages are kept: enough for going back and forth over a slider's neighbourhood. */
const PAGES = 24;

/** A page as the server sent it. */
interface LoadedPage {
  readonly html: string;
  /** Where it came from in the end. */
  readonly url: string;
}

/** Pages by their addresses: what was asked for last is kept, and nothing is asked for twice at once. */
export class PageCache {
  readonly #pages = new Map<string, Promise<LoadedPage>>();

  /**
   * The page at an address of this site. One that is not there is a page, too: it says when what it is
   * about existed. Rejects where the server gave no page, and keeps nothing then.
   */
  load(url: string, signal?: AbortSignal): Promise<LoadedPage> {
    const kept = this.#pages.get(url);
    this.#pages.delete(url);
    const page = kept ?? fetchPage(url, signal);
    this.#pages.set(url, page);
    page.catch(() => {
      if (this.#pages.get(url) === page) this.#pages.delete(url);
    });
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= PAGES) break;
      this.#pages.delete(oldest);
    }
    return page;
  }
}

async function fetchPage(url: string, signal?: AbortSignal): Promise<LoadedPage> {
  const answer = await fetch(url, {
    headers: { accept: "text/html" },
    ...(signal && { signal }),
  });
  const isHtml = answer.headers.get("content-type")?.startsWith("text/html") === true;
  if (!isHtml || (!answer.ok && answer.status !== 404)) {
    throw new Error(`The page could not be loaded (${answer.status}).`);
  }
  return { html: await answer.text(), url: answer.url };
}
