/** Raised and lowered letters in a plain text: digest/lib/raised.py, said once more for pastes. */

const FORMS = {
  sup: ["0123456789+−-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"],
  sub: ["0123456789+−-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"],
};
const SIGNS = { sup: "^", sub: "_" };

/** "6" -> "⁶"; a word ("1st") stays as it is; for anything else "^" or "_" stands before it. */
export function written(level, words) {
  if (/^\p{L}{2,}[.]?$/u.test(words) || !words.trim()) return words;
  const [plain, forms] = FORMS[level].map((letters) => [...letters]);
  const found = [...words].map((one) => forms[plain.indexOf(one)] ?? (forms.includes(one) && one));
  return found.every(Boolean) ? found.join("") : SIGNS[level] + words;
}
