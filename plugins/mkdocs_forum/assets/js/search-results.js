/* What a search needs once somebody searches: most readers of a page don't. */

import { optionOf, seeker } from "./search-hits.js"
import { SearchIndex } from "./search-index.js"
import { SearchPage } from "./search-page.js"

export { optionOf, SearchIndex, SearchPage, seeker }
