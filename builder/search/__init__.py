"""Pages as text → an index that a browser searches, made with Pagefind."""
