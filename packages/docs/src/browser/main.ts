import { startSearch } from "./find/search-box.js";
import { fillKeys } from "./key/fill-keys.js";
import { startKeyBox } from "./key/key-box.js";
import { atPin, markPin } from "./key/pin.js";
import { whenKeyChanges } from "./key/reader-key.js";
import { openAnchors } from "./page/anchors.js";
import { startAnnouncing } from "./page/announce.js";
import { followSources } from "./page/dev.js";
import { addExpanders } from "./page/expand.js";
import { whenRendered } from "./page/rendered.js";
import { addCopyButtons } from "./samples/copy.js";
import { chooseLanguage, rememberLanguage } from "./samples/languages.js";
import { sliderForm } from "./time-lapse/addresses.js";
import { startComparing } from "./time-lapse/compare.js";
import { startSlider } from "./time-lapse/slider.js";
import { TimeLapse } from "./time-lapse/time-lapse.js";
import { addTryForms } from "./try/try-form.js";

// What pages do once they are loaded. Every page works without it.

startAnnouncing();
openAnchors();
startSearch();
rememberLanguage();
followSources();

const lapse = sliderForm() ? new TimeLapse(atPin) : undefined;
if (lapse) {
  startSlider(lapse);
  startComparing();
}

startKeyBox();
whenKeyChanges(() => {
  fillKeys();
  markPin();
  addTryForms();
  if (!new URL(location.href).searchParams.has("version")) lapse?.refresh();
});
if (atPin(location.href) !== location.href) lapse?.refresh();

whenRendered(addCopyButtons);
whenRendered(chooseLanguage);
whenRendered(addExpanders);
whenRendered(addTryForms);
whenRendered(fillKeys);
whenRendered(markPin);
