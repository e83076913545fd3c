import { Attribute, type AttributeProps } from "./attribute.js";
import { AttributeList, type AttributeListProps } from "./attribute-list.js";
import type { Component } from "./component.js";
import { ErrorList, type ErrorListProps } from "./error-list.js";
import { Footer, type FooterProps } from "./footer.js";
import { GateNotes, type GateNotesProps } from "./gate-notes.js";
import { Header, type HeaderProps } from "./header.js";
import { JsonSample, type JsonSampleProps } from "./json-sample.js";
import { Layout, type LayoutProps } from "./layout.js";
import { LifeNote, type LifeNoteProps } from "./life-note.js";
import { RequestSample, type RequestSampleProps } from "./request-sample.js";
import { Route, type RouteProps } from "./route.js";
import { Rules, type RulesProps } from "./rules.js";
import { Sidebar, type SidebarProps } from "./sidebar.js";
import { TypeLabel, type TypeLabelProps } from "./type-label.js";
import { Values, type ValuesProps } from "./values.js";
import { Variants, type VariantsProps } from "./variants.js";
import { VersionSlider, type VersionSliderProps } from "./version-slider.js";

/** What pages are built of. API authors replace any of them. */
export interface Components {
  readonly Layout: Component<LayoutProps>;
  readonly Header: Component<HeaderProps>;
  readonly Sidebar: Component<SidebarProps>;
  readonly Footer: Component<FooterProps>;
  readonly VersionSlider: Component<VersionSliderProps>;
  readonly Attribute: Component<AttributeProps>;
  readonly AttributeList: Component<AttributeListProps>;
  readonly Variants: Component<VariantsProps>;
  readonly TypeLabel: Component<TypeLabelProps>;
  readonly Values: Component<ValuesProps>;
  readonly LifeNote: Component<LifeNoteProps>;
  readonly GateNotes: Component<GateNotesProps>;
  readonly Route: Component<RouteProps>;
  readonly Rules: Component<RulesProps>;
  readonly ErrorList: Component<ErrorListProps>;
  readonly RequestSample: Component<RequestSampleProps>;
  readonly JsonSample: Component<JsonSampleProps>;
}

/** The components that pages have unless their authors bring others. */
export const defaultComponents: Components = {
  Layout,
  Header,
  Sidebar,
  Footer,
  VersionSlider,
  Attribute,
  AttributeList,
  Variants,
  TypeLabel,
  Values,
  LifeNote,
  GateNotes,
  Route,
  Rules,
  ErrorList,
  RequestSample,
  JsonSample,
};
