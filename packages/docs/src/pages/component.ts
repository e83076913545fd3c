import type { ComponentChildren, FunctionComponent } from "preact";

/** A component that API authors can put their own in the place of: a pure function of its props. */
export type Component<Props> = FunctionComponent<Props>;

/** What stands within an element. */
export type Children = ComponentChildren;
