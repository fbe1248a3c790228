/** The value of a property in a style attribute; Word's mso-bidi-font-weight is another one. */
export function declared(element, property) {
  const style = element.getAttribute("style") ?? "";
  if (!style) return undefined;
  return new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`, "i").exec(style)?.[1].trim().toLowerCase();
}

/** Raised ("sup") or lowered ("sub") letters, by name or by style; undefined for others. */
export function levelOf(element) {
  if (element.matches("sup, sub")) return element.localName;
  const align = declared(element, "vertical-align")?.split(/\s/, 1)[0];
  return { super: "sup", sub: "sub" }[align];
}
