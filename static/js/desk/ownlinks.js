/** The link dialog of an editor: an address, or one of our own issues found by its title.
 *
 * Not modal, so that the text stays within reach. It stands between the toolbar and the text.
 */

import { crel, gettext } from "django-prose-editor/editor";
import { isAddress, unwrapped } from "./addresses.js";

const dialogs = new WeakMap();
let count = 0;

/** Open the dialog for what is selected in `editor`, or for the place of its caret. */
export function askForLink(editor) {
  if (!dialogs.has(editor)) dialogs.set(editor, new LinkDialog(editor));
  dialogs.get(editor).open();
  return true;
}

class LinkDialog {
  constructor(editor) {
    this.editor = editor;
    const id = `link-dialog-${++count}`;
    this.results = crel("ul", { id: `${id}-issues`, role: "listbox" });
    this.results.setAttribute("aria-label", gettext("Our issues"));
    this.word = crel("p", { id: `${id}-word`, role: "status" });
    this.input = crel("input", {
      id,
      type: "text",
      autocomplete: "off",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.results.id,
      "aria-describedby": this.word.id,
      "aria-expanded": "false",
    });
    const label = crel("label", { htmlFor: id }, [
      gettext("An address, or words of the title of one of our issues"),
    ]);
    const set = this.button(gettext("Set the link"), () => this.set());
    const close = this.button(gettext("Close"), () => this.close());
    const buttons = crel("div", { className: "link-buttons" }, [set, close]);
    this.dom = crel("dialog", { className: "link-dialog", "aria-label": gettext("Link") }, [
      label,
      this.input,
      this.word,
      this.results,
      buttons,
    ]);
    this.listen();
    editor.storage.menu.dom.after(this.dom);
  }

  button(text, pressed) {
    const one = crel("button", { type: "button", textContent: text });
    one.addEventListener("click", pressed);
    return one;
  }

  listen() {
    // The form around the editor is not told: nothing in here is a field of its.
    for (const name of ["input", "change"]) {
      this.dom.addEventListener(name, (event) => event.stopPropagation());
    }
    this.input.addEventListener("input", () => this.typed());
    this.dom.addEventListener("keydown", (event) => this.pressed(event));
    // The field keeps the focus while a row is chosen by mouse.
    this.results.addEventListener("mousedown", (event) => event.preventDefault());
    this.results.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.choose(row);
    });
  }

  open() {
    this.input.value = this.editor.getAttributes("link").href ?? "";
    this.say("");
    this.show([]);
    this.dom.show();
    this.input.focus();
    this.input.select();
    this.find();
  }

  stop() {
    clearTimeout(this.waiting);
    this.asked?.abort();
  }

  close() {
    this.stop();
    this.dom.close();
    this.editor.commands.focus();
  }

  pressed(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.target !== this.input) {
      return;
    } else if (event.key === "Enter") {
      this.set();
    } else if (event.key in steps) {
      this.step(steps[event.key]);
    } else {
      return;
    }
    event.preventDefault();
  }

  typed() {
    this.say("");
    this.select(null);
    this.stop();
    this.waiting = setTimeout(() => this.find(), 200);
  }

  /** Ask for issues with the words typed; with none typed, for the newest. */
  async find() {
    this.stop();
    this.asked = new AbortController();
    const words = this.input.value.trim();
    if (isAddress(words)) return this.show([]);
    try {
      // newsroom/desk/site.py says where to ask.
      const { issues } = document.querySelector("script[data-issues]").dataset;
      const answer = await fetch(`${issues}?${new URLSearchParams({ q: words })}`, {
        signal: this.asked.signal,
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = (await answer.json()).issues;
      this.show(found);
      if (words && !found.length) {
        this.say(gettext("No issue that readers have now has these words in its title."));
      }
    } catch (problem) {
      if (problem.name === "AbortError") return;
      this.show([]);
      this.say(gettext("Our issues could not be searched. An address can be set all the same."));
    }
  }

  show(issues) {
    this.results.replaceChildren(...issues.map((issue, n) => this.row(issue, n)));
    this.input.setAttribute("aria-expanded", String(issues.length > 0));
    this.select(null);
  }

  row({ title, place, address }, n) {
    const row = crel("li", { id: `${this.results.id}-${n}`, role: "option" }, [
      crel("span", { textContent: title }),
      " ",
      crel("small", { textContent: place }),
    ]);
    return Object.assign(row, { issue: { title, address } });
  }

  step(by) {
    const rows = [...this.results.children];
    if (!rows.length) return;
    const was = rows.findIndex((row) => row.ariaSelected === "true");
    const now = rows.at((was === -1 && by < 0 ? by : was + by) % rows.length);
    this.select(now);
    now.scrollIntoView({ block: "nearest" });
  }

  select(chosen) {
    for (const row of this.results.children) {
      row.setAttribute("aria-selected", String(row === chosen));
    }
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** The row the arrows stand on, or the address typed; anything else is refused in words. */
  set() {
    const row = this.results.querySelector("[aria-selected=true]");
    if (row) return this.choose(row);
    const address = unwrapped(this.input.value.trim());
    this.link(address, address.replace(/^mailto:/, ""));
  }

  refuse() {
    this.stop();
    this.say(
      gettext(
        "No reader could follow that. Write an address that begins with https://, http:// or " +
          "mailto:, or choose one of our issues.",
      ),
      true,
    );
    this.input.focus();
  }

  choose({ issue: { address, title } }) {
    this.link(address, title);
  }

  /** Link what is selected, or the link the caret stands in, or else words put in its place. */
  link(href, words) {
    const { editor } = this;
    if (!isAddress(href)) return this.refuse();
    this.close();
    const chain = editor.chain().focus();
    if (editor.isActive("link")) chain.extendMarkRange("link").setLink({ href });
    else if (!editor.state.selection.empty) chain.setLink({ href });
    else {
      chain.insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] });
      chain.command(({ tr, state }) => tr.removeStoredMark(state.schema.marks.link) && true);
    }
    chain.run();
  }

  say(words, isRefusal = false) {
    this.word.textContent = words;
    this.word.classList.toggle("refusal", isRefusal);
    this.input.setAttribute("aria-invalid", String(isRefusal));
  }
}
