import type { MethodSample } from "../samples/sample.js";
import type { PageContext } from "./context.js";
import type { KeysByPath } from "./keys-by-path.js";

interface MethodSamplesProps {
  readonly context: PageContext;
  readonly sample: MethodSample;
  readonly keys: KeysByPath;
}

/** A method's request in every language, and what it answers. */
export function MethodSamples({ context, sample, keys }: MethodSamplesProps) {
  const { RequestSample, JsonSample } = context.components;
  const { status, body } = sample.response;
  const title = (
    <>
      Response <b class="status">{status}</b>
    </>
  );
  return (
    <>
      <RequestSample context={context} request={sample.request} />
      <JsonSample title={title} value={body} keys={keys} response />
    </>
  );
}
