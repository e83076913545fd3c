/** A verb and a path; what of the path is a param is set apart. */
export function Route({ verb, path }: RouteProps) {
  const parts = path.split(/(\{[^}]*\})/);
  return (
    <code class="route">
      <b class={`verb ${verb.toLowerCase()}`}>{verb}</b>{" "}
      {parts.map((part) => (part.startsWith("{") ? <var>{part}</var> : part))}
    </code>
  );
}

export interface RouteProps {
  readonly verb: string;
  readonly path: string;
}
