"""Nothing that a text brings runs in a reader's browser, and each thing is told with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from builder.cli.app import run
from builder.workflow.content import read_content
from builder.workflow.day import find_today
from tests.browser.conftest import serving
from tests.workflow.school import CONFIGURATION, TODAY, post, write_project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo")]

RUN = "document.documentElement.dataset.ran = 'yes'"
DATA_PAGE = "data:text/html,<script>parent.document.title='ran'</script>"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
HOSTILE = (
    ("html-script", f"<script>{RUN}</script>"),
    ("html-event", f'<img src="anh.jpg" alt="Cây bàng ở sân" onerror="{RUN}">'),
    ("html-event", f'<p onpointerover="{RUN}">Rê chuột vào đây</p>'),
    ("html-address", f"[Liên kết mã lệnh](javascript:{RUN.replace(' ', '')})"),
    ("html-address", f'<a href="java&#10;script:{RUN}">Địa chỉ che giấu</a>'),
    ("html-address", f'<a href="{DATA_PAGE}">Trang trong địa chỉ</a>'),
    (
        "html-style",
        '<div id="che" style="position:fixed;inset:0;z-index:99;background:red">Che cả trang</div>',
    ),
    ("html-frame", f'<iframe src="{DATA_PAGE}"></iframe>'),
    ("html-frame", '<iframe src="https://la.example/"></iframe>'),
    ("html-frame", f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>'),
    ("html-tag", f'<object data="{DATA_PAGE}"></object>'),
    ("html-tag", '<embed src="https://la.example/x.swf">'),
    ("html-tag", '<base href="https://la.example/">'),
    ("html-tag", '<meta http-equiv="refresh" content="0;url=https://la.example/">'),
    ("html-tag", '<form action="https://la.example/"><button>Gửi</button></form>'),
    ("html-event", f'<svg width="9" onload="{RUN}" height="9"></svg>'),
    ("attachment-kind", "[Trang đính kèm](trang.html)"),
    ("attachment-kind", "[Hình đính kèm](hinh.svg)"),
    ("html-event", f"![Cây bàng ở sân](anh.jpg){{ onload={RUN.replace(' ', '')} }}"),
)
"""What must not reach a page, with the problem that tells of it; each stands on its own line."""

CONFIGURED = CONFIGURATION + "markdown_extensions: [attr_list, md_in_html]\n"


@dataclass(slots=True)
class Visit:
    """What came to light while pages were looked at."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that notes each breach of a page's policy."""
    context = chromium.new_context()
    context.add_init_script(
        "window.breaches = [];"
        "document.addEventListener('securitypolicyviolation', (event) =>"
        " window.breaches.push(`${event.effectiveDirective}: ${event.blockedURI}`));"
    )
    yield context
    context.close()


def look_at(page: Page, address: str, visit: Visit) -> None:
    """Open a page, move over it, and note what it did."""
    page.goto(address, wait_until="load")
    page.mouse.move(180, 370)
    if page.evaluate("document.documentElement.dataset.ran") or page.title() == "ran":
        visit.ran.append(address)
    visit.violations += [f"{address}: {one}" for one in page.evaluate("window.breaches")]


def open_page(context: BrowserContext, visit: Visit) -> Page:
    """A tab whose requests and complaints are noted."""
    page = context.new_page()
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("dialog", lambda dialog: visit.ran.append(dialog.message))
    return page


def test_the_policy_forbids_nothing_that_a_page_of_ours_does(
    context: BrowserContext, address: str, pages: tuple[str, ...]
) -> None:
    """Every page of the demo and its switch of colours work under it."""
    visit = Visit()
    page = open_page(context, visit)
    for path in pages:
        look_at(page, address + path, visit)
    page.goto(address)
    page.locator("label[for^='__palette']:visible").first.click()
    page.reload()
    visit.violations += page.evaluate("window.breaches")

    assert ([], [], "slate") == (
        visit.violations,
        visit.complaints,
        page.evaluate("document.body.dataset.mdColorScheme"),
    )


@pytest.mark.parametrize(
    ("brought", "breach"),
    [
        (f"<script>{RUN}</script>", "script-src-elem: inline"),
        (f'<img src="khong-co.png" onerror="{RUN}">', "script-src-attr: inline"),
        (f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>', None),
        (f'<a href="javascript:{RUN}">bấm</a>', "script-src-elem: inline"),
        ("<style>body {display: none}</style>", "style-src-elem: inline"),
        ('<iframe src="https://la.example/"></iframe>', "frame-src: https://la.example"),
        ('<img src="https://la.example/a.png">', "img-src: https://la.example/a.png"),
        ('<script src="https://la.example/a.js"></script>', "script-src-elem: https://la.example"),
        ('<object data="/khac.html"></object>', "object-src: "),
    ],
)
def test_what_gets_into_a_page_by_another_way_does_not_run_either(
    context: BrowserContext, address: str, brought: str, breach: str | None
) -> None:
    """Whoever breaks into the server and writes into its pages meets the policy."""
    visit = Visit()
    page = open_page(context, visit)

    def slip_in(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", brought, 1))

    page.route(address, slip_in)
    page.goto(address, wait_until="load")
    for link in page.get_by_text("bấm", exact=True).all():
        link.evaluate("(one) => one.click()")
    page.wait_for_timeout(100)
    breaches = page.evaluate("window.breaches")

    assert (None, True) == (
        page.evaluate("document.documentElement.dataset.ran"),
        breach is None or any(one.startswith(breach) for one in breaches),
    ), breaches


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with one post that brings everything it must not."""
    body = "\n\n".join(text for _, text in HOSTILE)
    return write_project(
        tmp_path_factory.mktemp("hostile") / "school",
        {
            "mkdocs.yml": CONFIGURED,
            "content/posts/2025/bien-dao/index.md": post(more=f"\n{body}\n"),
            "content/posts/2025/bien-dao/trang.html": f"<script>{RUN}</script>",
            "content/posts/2025/bien-dao/hinh.svg": f"{DRAWING}<script>{RUN}</script></svg>",
        },
    )


def test_each_thing_that_goes_is_told_with_its_line(hostile: Path) -> None:
    """In the order of the text."""
    path = "content/posts/2025/bien-dao/index.md"
    lines = (hostile / path).read_text("utf-8").splitlines()
    content = read_content(hostile, find_today(TODAY))
    told = {(one.where.line, one.code) for one in content.problems}
    expected = {(lines.index(text) + 1, code) for code, text in HOSTILE}

    assert set() == expected - told


def test_nothing_of_a_hostile_post_runs(
    hostile: Path, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages ask for no policy: what would run is gone before."""
    monkeypatch.chdir(hostile)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    assert 0 == run(["build"])
    visit = Visit()
    page = open_page(context, visit)
    with serving(hostile / "site") as root:
        for address in (f"{root}tin/2025/tuyen-truyen-ve-bien-dao/", root, f"{root}tin/"):
            look_at(page, address, visit)
            for link in page.locator("article a").all():
                assert not (link.get_attribute("href") or "").startswith(("javascript", "data"))
        page.goto(f"{root}tin/2025/tuyen-truyen-ve-bien-dao/")
        for words in ("Liên kết mã lệnh", "Địa chỉ che giấu", "Trang trong địa chỉ"):
            page.get_by_text(words).click()
        covering = page.get_by_text("Che cả trang").evaluate(
            "(one) => getComputedStyle(one).position"
        )
        strangers = [one for one in visit.requests if not one.startswith((root, "data:image"))]

    assert not [one for one in hostile.glob("site/tep/**/*") if one.is_file()]
    assert ([], [], [], "static") == (visit.ran, visit.violations, strangers, covering)
