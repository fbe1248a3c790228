/** Which addresses a link may have: digest/lib/addresses.py, said once more for the editor.
 *
 * The server has the last word; a test asks both about the same addresses.
 */

const FORBIDDEN =
  /[\x00-\x20\x7f-\xa0\\<>"`\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e0fff}]/u;
const WEB = /^https?:\/\/(\[[0-9a-f:]+\]|[^/?#@:[\]]+)(?::(\d*))?(?:[/?#].*)?$/i;
// Marks that go onto the letters of any script are in no name; vowel signs of Hindi or Thai are.
const NO_MARK =
  "(?![\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe2f])";
const LETTER = "\\p{L}\\p{N}\\p{Mn}\\p{Mc}_";
const LABEL = `[\\p{L}\\p{N}_](?:(?:${NO_MARK}[${LETTER}-])*${NO_MARK}[${LETTER}])?`;
const HOST = new RegExp(`^(?!https?$)${LABEL}(?:\\.${LABEL})*\\.?$`, "u");
const MAIL = /^mailto:[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u;

/** Whether a reader's click on this address leads where it seems to. */
export function isAddress(value) {
  return isWebAddress(value) || isMailAddress(value);
}

export function isMailAddress(value) {
  return value.length < 320 && MAIL.test(value);
}

export function isWebAddress(value) {
  if ([...value].length > 2000 || FORBIDDEN.test(value)) return false;
  const [, host, port] = WEB.exec(value) ?? [];
  if (host === undefined || (port && !(Number(port) > 0 && Number(port) < 65536))) return false;
  return host.startsWith("[") ? isIPv6(host) : isPlainHost(host.toLowerCase());
}

/** An address of its own: no IPv4 address inside. */
function isIPv6(host) {
  if (!URL.canParse(`https://${host}/`)) return false;
  return !/^\[::ffff:[0-9a-f]+:[0-9a-f]+\]$/.test(new URL(`https://${host}/`).hostname);
}

function isPlainHost(name) {
  if ([...name].length > 253 || !HOST.test(name) || name.normalize("NFKC") !== name) return false;
  const last = name.replace(/\.$/, "").split(".").at(-1);
  if (!/^(\p{Nd}+|0x[0-9a-f]*)$/u.test(last)) return true;
  const numbers = name.split(".");
  return numbers.length === 4 && numbers.every((n) => String(Number(n)) === n && Number(n) < 256);
}

/** Redirecting hosts -> the parameters in which they carry the address that was meant. */
const REDIRECTS = [
  [/^(www\.)?google(\.[a-z]{2,3}){1,2}$/, ["/url"], ["q", "url"]],
  [/\.safelinks\.protection\.outlook\.com$/, ["/"], ["url"]],
  [/^(l|lm|www)\.facebook\.com$/, ["/l.php"], ["u"]],
  [/^l\.instagram\.com$/, ["/"], ["u"]],
  [/^www\.linkedin\.com$/, ["/redir/redirect", "/safety/go"], ["url"]],
  [/^(www\.)?youtube\.com$/, ["/redirect"], ["q"]],
  [/^out\.reddit\.com$/, null, ["url"]],
  [/^slack-redir\.net$/, ["/link"], ["url"]],
];

/** The address that a mailer's or a site's redirecting link stands for; any other, unchanged. */
export function unwrapped(value) {
  for (;;) {
    const meant = meantBy(value);
    if (!meant || !isWebAddress(meant)) return value;
    value = meant;
  }
}

function meantBy(value) {
  if (!isWebAddress(value)) return null;
  const { hostname, pathname, searchParams } = new URL(value);
  for (const [host, paths, names] of REDIRECTS) {
    if (host.test(hostname) && (!paths || paths.includes(pathname))) {
      return names.flatMap((name) => searchParams.getAll(name)).find(Boolean);
    }
  }
  return null;
}
