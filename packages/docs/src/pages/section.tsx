import type { Children } from "./component.js";

interface SectionProps {
  readonly title: string;
  /** The fragment that leads to it: no attribute has an anchor that begins with `~`. */
  readonly id: string;
  readonly children: Children;
}

/** A part of a page, with a heading that can be linked to. */
export function Section({ title, id, children }: SectionProps) {
  return (
    <section aria-labelledby={`~${id}`}>
      <h2 id={`~${id}`}>
        <a href={`#~${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  );
}
