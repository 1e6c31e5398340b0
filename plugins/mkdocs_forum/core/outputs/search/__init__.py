"""The index of the site's own search, read by `search-index.js` in the reader's browser.

Takes what is published; gives small files of which a query loads those that it needs: the words of
the site, the pages on which they stand, and what is shown of a page that was found.
"""
