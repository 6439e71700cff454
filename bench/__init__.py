"""How fast the site is, beside a bare gunicorn application and a bare Django view in the same run: `make bench`."""
