"""What is written beside the site's pages: documents to print, redirects."""
