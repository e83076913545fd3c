/** Elements by what pages promise of them, and the making of new ones. Texts stay texts. */

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** The first element in `root` that has this attribute. */
export function marked(attribute: string, root: ParentNode = document): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`[${attribute}]`) ?? undefined;
}

/** All elements in `root` that have this attribute, with this value if one is given. */
export function allMarked(
  attribute: string,
  root: ParentNode = document,
  value?: string,
): readonly HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(`[${attribute}]`)];
  return value === undefined ? found : found.filter((one) => one.getAttribute(attribute) === value);
}

/** Makes an element. Attributes that are false or undefined are left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(
  label: string,
  onPress: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", onPress);
  return made;
}
