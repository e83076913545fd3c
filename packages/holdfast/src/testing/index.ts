export {
  type Caller,
  type SentParams,
  type TestAnswer,
  type TestCaller,
  type TestKit,
  type TestKitOptions,
  testKit,
} from "./call-as.js";
