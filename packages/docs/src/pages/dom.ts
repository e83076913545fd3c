/**
 * What pages promise to the scripts that enhance them: names of attributes and ids. Scripts find
 * elements by these and by nothing else, so that classes can change with the design.
 */
export const DOM = {
  /** On `<body>`: `method`, `resource`, `events`, `errors`, `overview`, `prose`, `search`, ... */
  page: "data-page",
  /** On `<body>`: what the page is about, by its name today: `charges.create`. */
  subject: "data-subject",
  /** On `<body>`: the version that is shown. */
  version: "data-version",
  /** On `<body>`: `served` or `released`. */
  mode: "data-mode",
  /** On `<body>`: where the index for search is. */
  searchIndex: "data-search-index",
  /** On `<body>`: what says which version a key is held at; absent where nothing does. */
  keyEndpoint: "data-key-endpoint",
  /** On `<body>`: where a server that watches its sources tells of them; absent elsewhere. */
  devEvents: "data-dev-events",
  /** On regions that differ between versions: `nav`, `main`, `aside`, `version`, `slider`. */
  region: "data-region",
  /** On an attribute and on a line of a sample: what it is at every version. */
  key: "data-key",
  /** On an attribute: how callers of this version call it. */
  name: "data-name",
  /** On one of the shapes that something may have: what callers call it. */
  variant: "data-variant",
  /** On such a shape: the resource that it is, by its name today, if it is one. */
  resource: "data-resource",
  /** On the list of a page's attributes: `params`, `fields`; what a link with `expand` shows. */
  attributes: "data-attributes",
  /** On a link to a resource: the page whose attributes can be shown in place. */
  expand: "data-expand",
  /** On the form that changes the version; it works without a script. */
  slider: "data-slider",
  /** On its `<input type="range">`, hidden without a script: index into the select's options. */
  range: "data-range",
  /** On the form's `<select>`: one option a version, oldest first, its value the version's name. */
  versions: "data-versions",
  /** On the options of that select: where the page is at that version. */
  url: "data-url",
  /** On the links to the version before and after: `previous`, `next`. */
  step: "data-step",
  /** On the `<fieldset>` of a request's languages; its radios have the language's id as value. */
  languages: "data-languages",
  /** On the panel of one language: its id. */
  language: "data-language",
  /** On a `<pre>` that can be copied. */
  copy: "data-copy",
  /** On text within samples that stands for the reader's key. */
  apiKey: "data-api-key",
  /** On the empty places that scripts fill, hidden until then: `key`, `try`, `theme`, `search`. */
  slot: "data-slot",
  /** On the slot of `try`: the request as JSON (`SampleRequest`). */
  request: "data-request",
  /** On the response sample of a method, where `try` puts what came back. */
  response: "data-response",
  /** On the search form: any page, at any version: `Urls.page("~slug~", "~version~")`. */
  pageAt: "data-page-at",
  /** On the search form: any page without a version: `Urls.page("~slug~")`. */
  pageUrl: "data-page-url",
  /** On the slider's form: what changes between two versions: `Urls.guide("~from~", "~to~")`. */
  guide: "data-guide",
  /** On marks of the slider that scripts move: `pin`. */
  mark: "data-mark",
  /** On `<body>`: where the API answers, without a trailing slash. */
  api: "data-api",
  /** On `<body>`: what the keys of sandboxes begin with, where a page may make itself one. */
  sandbox: "data-sandbox",
  /**
   * Set by scripts: what stays as it is when the page is rendered at another version: names of
   * attributes, and `content` for what stands in the element.
   */
  keep: "data-keep",
  /** Set by scripts for a moment, for styles: `entered`, `renamed`, `changed`, `moved`. */
  change: "data-change",
  /** On the search form. */
  search: "data-search",
} as const;

/** Ids of landmarks. Attributes' anchors are names or paths of names, which have no `~`. */
export const IDS = {
  main: "~main",
  navigation: "~nav",
  samples: "~samples",
  search: "~search",
} as const;
