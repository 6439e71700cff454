"""The run itself, and the table it prints."""

from bench import dossier, ledger, scheduling
from bench.measuring import Measure, load, server, weight
from bench.pages import queries, session_cookie, targets

SITE = "cms.wsgi"
FIRST_WIDE = 0x2E80  # from here on a character is two columns wide


def run(seconds: int) -> None:
    """Measure the yardsticks, then every page uncached and, where readers get it from the cache, cached."""
    pages = targets()
    cookies = {page.user: session_cookie(page.user) for page in pages if page.user}
    bare, plain = _yardstick("bench.bare:application", seconds), _yardstick("bench.bare:django_application()", seconds)
    print(f"\n{'':22}{'req/s':>9}{'× bare':>9}{'p95 ms':>9}{'CPU ms':>9}{'queries':>9}{'aim':>8}")
    _row("bare gunicorn", bare, bare)
    _row("bare Django view", plain, bare)
    with server(SITE, PAGE_CACHE="0") as pid:
        for page in pages:
            measured = load(pid, page.path, seconds=seconds, cookie=cookies.get(page.user, ""))
            _row(page.name, measured, bare, queries(page), page.aim)
    with server(SITE) as pid:
        for page in (page for page in pages if not page.user):
            _row(f"{page.name} (cached)", load(pid, page.path, seconds=seconds), bare, aim=0.60)
        print("\nHTML: " + ", ".join(f"{page.name} {weight(page.path):,} bytes" for page in pages[:3]))
    scheduling.run()
    seconds, grown = ledger.measure()
    told = f"{seconds:.1f} s (aim {ledger.MOST_SECONDS} s), {grown:.0f} MB more at its highest"
    print(f"\nledger, {ledger.ROWS:,} rows: {told}")
    dossier.run()


def _yardstick(application: str, seconds: int) -> Measure:
    with server(application) as pid:
        return load(pid, "/", seconds=seconds)


def _row(name: str, measure: Measure, bare: Measure, asked: int | str = "", aim: float | None = None) -> None:
    width = 22 - sum(ord(letter) >= FIRST_WIDE for letter in name)
    failed = f"  {measure.errors} failed" if measure.errors else ""
    print(
        f"{name:{width}}{measure.rate:9.1f}{measure.rate / bare.rate:9.4f}{measure.p95:9.1f}{measure.cpu:9.2f}"
        f"{asked:>9}{f'{aim:.3f}' if aim else '':>8}{failed}",
        flush=True,
    )
