/** What an editor can hold: exactly what digest/lib/html.py lets through.
 *
 * The package's own nodes and marks carry attributes that the cleaner drops (a link's title and
 * target, a list's kind of number), and its link takes any address. These stand in their place.
 */

import {
  Link as StockLink,
  OrderedList as StockOrderedList,
  Subscript as StockSubscript,
  Superscript as StockSuperscript,
  gettext,
} from "django-prose-editor/editor";
import { isAddress } from "./addresses.js";
import { askForLink } from "./ownlinks.js";

export const OrderedList = StockOrderedList.extend({
  addAttributes: () => ({}),
  addNodeView: null,
});

/** Letters are raised or lowered, not both. */
export const Superscript = StockSuperscript.extend({ excludes: "subscript" });
export const Subscript = StockSubscript.extend({ excludes: "superscript" });

export const Link = StockLink.extend({
  addOptions() {
    const isAllowedUri = (address) => isAddress((address ?? "").trim());
    return { ...this.parent(), isAllowedUri };
  },

  addAttributes() {
    const parseHTML = (element) => element.getAttribute("href").trim();
    return { href: { default: null, parseHTML } };
  },

  addCommands() {
    const addLink = () => ({ editor }) => askForLink(editor);
    return { ...this.parent(), addLink };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "link",
      groups: "link",
      command: (editor) => editor.commands.addLink(),
      button: buttons.material("insert_link", gettext("link, also to an issue of ours")),
      active: (editor) => editor.isActive("link"),
    });
    menu.defineItem({
      name: "unlink",
      groups: "link",
      command: (editor) => editor.chain().focus().unsetLink().run(),
      button: buttons.material("link_off", gettext("remove link")),
      hidden: (editor) => !editor.isActive("link"),
    });
  },
});
