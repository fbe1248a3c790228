/** Which addresses a link may have: digest/lib/addresses.py, said once more for the editor.
 *
 * The server has the last word; a test asks both about the same addresses.
 */

const FORBIDDEN =
  /[\x00-\x20\x7f-\xa0\\<>"`\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]/;
const WEB = /^https?:\/\/([^/?#@:]+)(?::(\d*))?(?:[/?#].*)?$/i;
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?";
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`, "u");
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
  return isPlainHost(host.toLowerCase());
}

function isPlainHost(name) {
  if ([...name].length > 253 || !HOST.test(name) || name.normalize("NFKC") !== name) return false;
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (!/^(\d+|0x[0-9a-f]*)$/.test(last)) return true;
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
