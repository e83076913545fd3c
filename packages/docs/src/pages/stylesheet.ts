/** The file of the pages' one stylesheet. */
export const stylesheet = new URL("../../assets/docs.css", import.meta.url);
