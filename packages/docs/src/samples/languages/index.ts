import type { SampleLanguage } from "../sample.js";
import { curl } from "./curl.js";

/** The languages that pages show samples in, unless an author gives others; the first is shown first. */
export const sampleLanguages: readonly SampleLanguage[] = [curl];
