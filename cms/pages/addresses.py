def address(url_path: str) -> str:
    """Return a page's address from its path in the tree, without asking which site it is on: /home/yanxi/ → /yanxi/."""
    return "/" + url_path.split("/", 2)[2]
