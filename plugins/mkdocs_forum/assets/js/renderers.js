/* What renders a text as its page will be, and cleans it: loaded when it is first needed. */

import MarkdownIt from "../vendor/markdown-it.js"
import purify from "../vendor/dompurify.js"
import abbr from "../vendor/markdown-it-abbr.js"
import deflist from "../vendor/markdown-it-deflist.js"
import footnote from "../vendor/markdown-it-footnote.js"
import { keepBreaks } from "./breaks.js"

export { MarkdownIt, purify, abbr, deflist, footnote, keepBreaks }
