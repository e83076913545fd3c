import { announce } from "../page/announce.js";
import { shownVersion, sliderVersions, whole } from "./addresses.js";
import { PageCache } from "./page-cache.js";
import { renderPage } from "./render-page.js";

/** Milliseconds of rest after which what is shown is worth coming back to. */
const REST = 500;

/**
 * Shows the page at other versions. The address is the state: while the reader moves on it is
 * replaced, and where they stay it becomes an entry of the history.
 */
export class TimeLapse {
  readonly #pages = new PageCache();
  readonly #changed = new Set<string>();
  /** The address that is shown, that is wanted, and that the history has as an entry. */
  #shown = whole(location.href);
  #wanted = this.#shown;
  #entry = this.#shown;
  /** Whether the reader is still moving on, and what waits for them to rest. */
  #isMoving = false;
  #resting: number | undefined;
  #loading: { readonly url: string; readonly abort: AbortController } | undefined;
  /** Where a page comes from whose address does not say a version. */
  readonly #sourceOf: (address: string) => string;

  constructor(sourceOf: (address: string) => string) {
    this.#sourceOf = sourceOf;
    addEventListener("popstate", () => this.#followHistory());
  }

  /** Whether what is shown is what is wanted, and the reader has come to rest. */
  get isSettled(): boolean {
    return !this.#isMoving && this.#shown === this.#wanted;
  }

  /** Shows the page at an address; others may follow soon. */
  step(url: string): void {
    this.#wanted = whole(url);
    this.#isMoving = true;
    clearTimeout(this.#resting);
    this.#load();
  }

  /** The reader has let go: unless they step on at once, this is where they stay. */
  rest(): void {
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#settle(), REST);
  }

  /** Shows the page at an address, as following a link does. */
  open(url: string): void {
    this.#wanted = whole(url);
    this.#settle();
  }

  /** Shows what the address stands for once more, because more is known of the reader now. */
  refresh(): void {
    this.#shown = "";
    this.#load();
  }

  #load(): void {
    if (this.#wanted === this.#shown) {
      this.#record();
      return;
    }
    if (this.#loading) {
      // While the reader moves on, what is on its way is still shown: the time-lapse must not starve.
      if (!this.#isMoving && this.#loading.url !== this.#wanted) {
        this.#loading.abort.abort();
      }
      return;
    }
    const url = this.#wanted;
    const abort = new AbortController();
    this.#loading = { url, abort };
    this.#pages.load(this.#sourceOf(url), abort.signal).then(
      ({ html }) => this.#render(url, html),
      (problem: unknown) => this.#fail(url, problem),
    );
  }

  #render(url: string, html: string): void {
    this.#loading = undefined;
    this.#shown = url;
    // Before the page, whose links may be relative to it.
    if (this.#isMoving) this.#replaceAddress();
    for (const key of renderPage(html)) this.#changed.add(key);
    this.#load();
  }

  #fail(url: string, problem: unknown): void {
    this.#loading = undefined;
    if (url !== this.#wanted) {
      this.#load();
    } else if (!this.#isMoving) {
      // The browser says better what is wrong.
      location.assign(url);
    } else {
      this.#wanted = this.#shown;
      announce(problem instanceof Error ? problem.message : String(problem));
    }
  }

  #settle(): void {
    this.#stopMoving();
    this.#load();
  }

  #stopMoving(): void {
    clearTimeout(this.#resting);
    this.#isMoving = false;
  }

  #replaceAddress(): void {
    try {
      history.replaceState(null, "", this.#shown + location.hash);
    } catch {
      // Some browsers refuse after a hundred in half a minute; the next rest sets it right.
    }
  }

  /** Once the reader stays, what is shown becomes an entry of the history. */
  #record(): void {
    if (this.#isMoving) return;
    if (this.#shown !== this.#entry) {
      const { hash } = location;
      history.replaceState(null, "", this.#entry + hash);
      history.pushState(null, "", this.#shown + hash);
      this.#entry = this.#shown;
    }
    this.#tell();
    this.#prefetch();
  }

  #followHistory(): void {
    const address = whole(location.href);
    this.#stopMoving();
    if (address === this.#wanted && address === this.#shown) return;
    this.#entry = address;
    this.#wanted = address;
    this.#load();
  }

  #tell(): void {
    const count = this.#changed.size;
    this.#changed.clear();
    announce(
      `Version ${shownVersion()}. ${count} ${count === 1 ? "attribute" : "attributes"} changed.`,
    );
  }

  /** The next step is likely one to either side. */
  #prefetch(): void {
    const versions = sliderVersions();
    const at = versions.findIndex(({ name }) => name === shownVersion());
    for (const neighbour of [versions[at - 1], versions[at + 1]]) {
      if (neighbour) this.#pages.load(whole(neighbour.url)).catch(() => {});
    }
  }
}
