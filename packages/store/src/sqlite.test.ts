import { describeStore } from "./conformance.js";
import { sqlitePlace } from "./testing/places.js";

describeStore("SQLite", sqlitePlace);
