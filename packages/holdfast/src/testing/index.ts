export {
  type MatrixFailure,
  type MatrixReport,
  showReport,
  type Unproven,
} from "../proof/report.js";
export {
  type Caller,
  type SentParams,
  type TestAnswer,
  type TestCaller,
  type TestKit,
  type TestKitOptions,
  testKit,
} from "./call-as.js";
export { checkMatrix, MatrixError, type MatrixOptions, proveMatrix } from "./prove-matrix.js";
export type { TestJson } from "./test-json.js";
