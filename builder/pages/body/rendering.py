"""A text in Markdown → the HTML that every engine shows: sanitised, with links and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from builder.model.library import Library
from builder.model.settings import Settings
from builder.model.site import Picture
from builder.pages.body.converting import BodyConverter
from builder.pages.body.markup import (
    TAG,
    Attributes,
    protect_from_markdown,
    read_attributes,
    shift_headings,
    write_tag,
)
from builder.pages.body.pictures import compose_figure, compose_image, largest_rendition
from builder.pages.links import REL_ELSEWHERE, is_elsewhere, read_link, relative_address

if TYPE_CHECKING:
    from builder.pages.preview import Preview

_SHOWN = re.compile(rf"<p>\s*(?P<pictures><img\b.*?)</p>|{TAG.pattern}", re.DOTALL)
_PICTURE_LINE = re.compile(r'<img((?:\s[^\s=>"]+="[^"]*")*)>')
_CAPTION_LINE = re.compile(r"<em>(?P<em>(?:(?!</?em>).)+)</em>|\((?P<round>.+)\)", re.DOTALL)
_FIGURE = '<figure class="so-photo">'
_FIGURES = re.compile(rf"(?:{_FIGURE}(?:(?!</figure>).)*</figure>\s*){{2,}}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BodySource:
    """One text to be rendered."""

    path: str
    """Of its source file, against which its links are resolved."""

    address: str
    """Of the page that shows it, from the site's root."""

    text: str
    """Markdown as written."""


def list_bodies(library: Library, *, preview: Preview | None = None) -> tuple[BodySource, ...]:
    """All texts that the site shows; in the preview also those that wait or are broken.

    Home's stands first, then the posts', newest first: pages are composed in
    this order, while later texts may still be in the making.
    """
    posts = [post for post in library.posts if not post.summary_only]
    bodies: list[BodySource] = []
    if library.introduction:
        bodies.append(BodySource(library.introduction.path, "", library.introduction.body))
    if preview is not None:
        posts += [post for post in library.waiting if not post.internal]
        bodies += [BodySource(post.path, post.address, post.body) for post in preview.broken]
    posts.sort(key=lambda post: (post.first_day, post.path), reverse=True)
    bodies += [BodySource(post.path, post.address, post.body) for post in posts]
    bodies += [
        BodySource(one.path, one.address, one.body)
        for one in library.partners.values()
        if one.path is not None
    ]
    bodies += [BodySource(plan.path, plan.address, plan.body) for plan in library.plans]
    return tuple(bodies)


class BodyRenderer:
    """Renders texts one after another."""

    def __init__(
        self, settings: Settings, links: Mapping[str, str], pictures: Mapping[str, Picture]
    ) -> None:
        """Take the addresses of linkable files and the pictures, both by project path."""
        self._settings = settings
        self._converter: BodyConverter | None = None
        self._language = settings.language
        self._links = links
        self._pictures = pictures

    def convert(self, text: str) -> str:
        """HTML of a text, its links and pictures still as written."""
        if self._converter is None:
            self._converter = BodyConverter(self._settings)
        return self._converter.convert(text)

    def render(self, source: BodySource, *, converted: str | None = None) -> str:
        """HTML of a text in one `<div class="so-body">`; empty where there is no text.

        Headings begin at h2, below the page's title. Pictures on lines of their
        own become figures, several of them in a row a grid. `converted` is what
        `convert` gives for the text, where that is known already.
        """
        html = self.convert(source.text) if converted is None else converted
        if not html.strip():
            return ""
        html = _SHOWN.sub(lambda found: self._compose(found, source), html)
        html = shift_headings(html)
        if html.count(_FIGURE) > 1:
            html = _FIGURES.sub(_compose_grid, html)
        return f'<div class="so-body">\n{protect_from_markdown(html)}\n</div>'

    def _compose(self, found: re.Match[str], source: BodySource) -> str:
        """A paragraph of pictures as figures; in any other markup the addresses resolved."""
        if found["pictures"] is None:
            return self._resolve(found["name"], read_attributes(found["attributes"]), source)
        figures = self._compose_figures(found["pictures"], source)
        if figures is not None:
            return figures
        return TAG.sub(
            lambda tag: self._resolve(tag["name"], read_attributes(tag["attributes"]), source),
            found[0],
        )

    def _compose_figures(self, rest: str, source: BodySource) -> str | None:
        """Figures of a paragraph's content; None where it holds more than pictures of ours."""
        figures: list[str] = []
        while rest:
            shown = _PICTURE_LINE.match(rest)
            attributes = read_attributes(shown[1]) if shown else {}
            picture = self._find_picture(attributes, source)
            if shown is None or picture is None:
                return None
            below = rest[shown.end() :].lstrip().removeprefix("<br>").lstrip()
            caption, rest = _split_caption(below)
            figures.append(
                compose_figure(
                    picture,
                    unescape(attributes.get("alt", "")),
                    attributes.get("title") or caption,
                    source.address,
                    self._language,
                )
            )
        return "\n".join(figures)

    def _resolve(self, name: str, attributes: Attributes, source: BodySource) -> str:
        """A tag with its addresses made those of the site."""
        if name == "img":
            return self._resolve_image(attributes, source)
        for key in ("href", "src", "poster"):
            if key in attributes:
                attributes = self._resolve_address(name, key, attributes, source)
        return write_tag(name, attributes)

    def _resolve_image(self, attributes: Attributes, source: BodySource) -> str:
        """A picture inside a text.

        One of another host becomes a link to it, since a page loads nothing
        from elsewhere; of one that isn't there its text stays.
        """
        picture = self._find_picture(attributes, source)
        alt = attributes.get("alt", "")
        if picture is not None:
            return compose_image(picture, unescape(alt), source.address)
        address = attributes.get("src", "")
        if is_elsewhere(unescape(address)):
            return f'<a href="{address}" rel="{REL_ELSEWHERE}">{alt or address}</a>'
        return f'<span class="so-missing">{alt}</span>'

    def _find_picture(self, attributes: Attributes, source: BodySource) -> Picture | None:
        """The picture that an `<img>` names."""
        address = unescape(attributes.get("src", ""))
        if is_elsewhere(address):
            return None
        return self._pictures.get(read_link(address, source.path).path)

    def _resolve_address(
        self, name: str, key: str, attributes: Attributes, source: BodySource
    ) -> Attributes:
        """Attributes with one address resolved; an address that leads nowhere goes."""
        address = unescape(attributes[key])
        if is_elsewhere(address):
            return attributes | {"rel": REL_ELSEWHERE} if name == "a" else attributes
        if address.startswith(("#", "/")):
            return attributes
        link = read_link(address, source.path)
        target = self._find_address(link.path)
        if target is None:
            return {one: value for one, value in attributes.items() if one != key}
        resolved = relative_address(target, source.address) + link.tail
        return attributes | {key: escape(resolved)}

    def _find_address(self, path: str) -> str | None:
        """Where the site publishes a project file: a picture's largest size, a page, a document."""
        if path in self._pictures:
            return largest_rendition(self._pictures[path]).address
        return self._links.get(path)


def _split_caption(rest: str) -> tuple[str, str]:
    """Caption that begins a paragraph's rest, as HTML, and what follows it."""
    line, _, after = rest.partition("\n")
    found = _CAPTION_LINE.fullmatch(line.strip().removesuffix("<br>").strip())
    if found is None:
        return "", rest
    return found["em"] or found["round"], after.lstrip()


def _compose_grid(found: re.Match[str]) -> str:
    """Consecutive figures side by side."""
    return f'<div class="so-grid">\n{found[0].rstrip()}\n</div>'
