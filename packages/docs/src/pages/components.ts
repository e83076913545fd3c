import type { Component } from "./component.js";
import { Footer, type FooterProps } from "./footer.js";
import { Header, type HeaderProps } from "./header.js";
import { Layout, type LayoutProps } from "./layout.js";
import { Sidebar, type SidebarProps } from "./sidebar.js";

/** What pages are built of. API authors replace any of them. */
export interface Components {
  readonly Layout: Component<LayoutProps>;
  readonly Header: Component<HeaderProps>;
  readonly Sidebar: Component<SidebarProps>;
  readonly Footer: Component<FooterProps>;
}

/** The components that pages have unless their authors bring others. */
export const defaultComponents: Components = { Layout, Header, Sidebar, Footer };
