// `npm run build`: builds what changed, and removes what was built from sources that are gone.
import { setUp } from "./set-up.js";

setUp();
