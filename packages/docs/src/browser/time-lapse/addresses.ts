import { DOM } from "../../pages/dom.js";
import { marked } from "../page/elements.js";

/** A version that the slider offers. */
interface SliderVersion {
  readonly name: string;
  /** Where this page is at that version, as the page says it. */
  readonly url: string;
}

/** The form that changes the version; a page may have none. */
export function sliderForm(): HTMLFormElement | undefined {
  return marked(DOM.slider) as HTMLFormElement | undefined;
}

/** The versions of the slider, oldest first. */
export function sliderVersions(): readonly SliderVersion[] {
  const select = versionSelect();
  return [...(select?.options ?? [])].map((option) => ({
    name: option.value,
    url: option.getAttribute(DOM.url) ?? "",
  }));
}

export function versionSelect(): HTMLSelectElement | undefined {
  return marked(DOM.versions, sliderForm()) as HTMLSelectElement | undefined;
}

/** The version that is shown. */
export function shownVersion(): string {
  return document.body.getAttribute(DOM.version) ?? "";
}

/** A whole address, without its fragment. */
export function whole(url: string): string {
  const address = new URL(url, location.href);
  address.hash = "";
  return address.href;
}

/** Whether an address is of this page, at any version and in any mode. */
export function isOfThisPage(url: string): boolean {
  const bare = withoutMode(url);
  return sliderVersions().some((version) => withoutMode(version.url) === bare);
}

/** The same address for what was released, or for what is served today. */
export function inMode(url: string, mode: string): string {
  const address = new URL(withoutMode(url), location.href);
  if (mode === "released") address.searchParams.set("as", mode);
  return address.href;
}

function withoutMode(url: string): string {
  const address = new URL(whole(url));
  address.searchParams.delete("as");
  return address.href;
}
