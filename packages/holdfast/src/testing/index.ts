export type { MatrixSettings } from "../proof/matrix.js";
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
export { checkMatrix, MatrixError, proveMatrix } from "./prove-matrix.js";
