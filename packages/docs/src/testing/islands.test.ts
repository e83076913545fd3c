import { afterAll, beforeAll, describe } from "vitest";
import { chromiumPath, testWithoutChromium } from "./chromium.fixture.js";
import { describeKeyBox } from "./key-box.fixture.js";
import { type PaymentsSite, startPaymentsSite } from "./payments-site.fixture.js";
import { describeReading } from "./reading.fixture.js";
import { describeSearch } from "./search.fixture.js";
import { describeTimeLapse } from "./time-lapse.fixture.js";
import { describeTryIt } from "./try-it.fixture.js";
import { describeWidgets } from "./widgets.fixture.js";

let site: PaymentsSite;
const url = () => site.url;

describe.runIf(chromiumPath())("the docs of payments in Chromium", () => {
  beforeAll(async () => {
    site = await startPaymentsSite();
  });
  afterAll(() => site?.close());
  describeReading(url);
  describeTimeLapse(url);
  describeSearch(url);
  describeKeyBox(url, (account) => site.keyOf(account));
  describeTryIt(url, (account) => site.keyOf(account));
  describeWidgets(url);
});

if (!chromiumPath()) testWithoutChromium("the docs of payments in Chromium");
