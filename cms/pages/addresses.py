def address(url_path: str) -> str:
    """Return a page's address on this site from its path in the tree, without asking which site: /home/yanxi/ → /yanxi/."""
    return "/" + url_path.split("/", 2)[2]
