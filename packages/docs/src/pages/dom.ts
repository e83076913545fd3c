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
  /** On regions that differ between versions: `nav`, `main`, `aside`, `version`, `slider`. */
  region: "data-region",
  /** On an attribute and on a line of a sample: what it is at every version. */
  key: "data-key",
  /** On an attribute: how callers of this version call it. */
  name: "data-name",
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
  /**
   * On the slider's form: this page at any version (`Urls.page(slug, "~version~")`), and on the search
   * form any page at any version (`Urls.page("~slug~", "~version~")`). Scripts fill in what has tildes.
   */
  pageAt: "data-page-at",
  /** On the search form: any page as it is read without a version: `Urls.page("~slug~")`. */
  pageUrl: "data-page-url",
  /** On the slider's form: `Urls.guide("~from~", "~to~")`, for its second handle. */
  guide: "data-guide",
  /** On the search form: where the index of all names is; absent where there is none. */
  index: "data-index",
  /** On the slots of `key` and `try`: what is asked for the key's pin, for a sandbox's key. */
  endpoint: "data-endpoint",
  /** On the mark of the slider that says "you are here": `here`; on that of the newest: `newest`. */
  mark: "data-mark",
  /** On what stays as it is when the page changes its version: what scripts have put there. */
  keep: "data-keep",
  /** Set by scripts for a moment: `entered`, `renamed`, `changed`, `moved`, `left`. */
  change: "data-change",
  /** On `<body>` while developing: where the server tells of saved files and what is wrong with them. */
  dev: "data-dev",
  /** On the slot of `try`: where the API is, without a trailing slash. */
  api: "data-api",
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
