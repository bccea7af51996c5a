"""Pelican's settings: the same addresses, lists by 20, and a summary of each period."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import summaries  # noqa: E402 - stands beside these settings

SCHOOL = summaries.SCHOOL
SITENAME = SCHOOL["name"]
SITEURL = SCHOOL["url"]
AUTHOR = SITENAME
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
LOCALE = "C"

PATH = "content"
OUTPUT_PATH = "site"
ARTICLE_PATHS = ["tin"]
STATIC_PATHS = ["site.css"]
THEME = str(HERE / "theme")
THEME_STATIC_DIR = "theme"
PLUGINS = [summaries]
USE_FOLDER_AS_CATEGORY = False
READERS = {"html": None}
MARKDOWN = {
    "extensions": [summaries.OutsideLinks()],
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.toc": {},
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CACHE_PATH = ".cache"

ARTICLE_URL = "tin/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = "tin/{date:%Y}/{slug}/index.html"
CATEGORY_URL = "hoat-dong/{slug}/"
CATEGORY_SAVE_AS = "hoat-dong/{slug}/index.html"
TAG_URL = "doi-tac/{slug}/"
TAG_SAVE_AS = "doi-tac/{slug}/index.html"
YEAR_ARCHIVE_URL = "tin/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "tin/{date:%Y}/index.html"
AUTHOR_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""

DIRECT_TEMPLATES = ["home", "index", "categories", "tags", "sitemap"]
HOME_SAVE_AS = "index.html"
HOME_URL = ""
INDEX_SAVE_AS = "tin/index.html"
INDEX_URL = "tin/"
CATEGORIES_SAVE_AS = "hoat-dong/index.html"
TAGS_SAVE_AS = "doi-tac/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None, "period_archives": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/trang/{number}/", "{base_name}/trang/{number}/index.html"),
)

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
