"""Some of a project's posts → what each is by itself, read with all that stands around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from builder.model.posts import Post
from builder.model.problems import Outcome
from builder.model.settings import Settings
from builder.reading.configuration.settings import CONFIGURATION, read_settings
from builder.reading.posts.context import PostContext
from builder.reading.posts.memory import PostMemory
from builder.reading.project_posts import RememberingReader
from builder.reading.rules.known import find_known
from builder.reading.sources import Sources, decode_sources, leave_posts, list_folder
from builder.reading.surroundings.gathering import Surroundings, read_surroundings


def read_some_posts(
    sources: Sources, paths: Collection[str], *, today: date, memory: PostMemory
) -> Mapping[str, Outcome[Post]]:
    """Posts of a project read each by itself; empty where something around them has errors."""
    texts = decode_sources(leave_posts(sources.texts)).value or {}
    settings = read_settings(texts.get(CONFIGURATION, ""))
    if settings.value is None or not sources.texts.keys() >= set(paths):
        return {}
    around, _ = read_surroundings(texts, settings.value, sources)
    context = make_context(texts, around, settings.value, sources, today)
    reader = RememberingReader(context, memory)
    return {path: reader.read(sources.texts[path], path) for path in paths}


def make_context(
    texts: Mapping[str, str],
    around: Surroundings,
    settings: Settings,
    sources: Sources,
    today: date,
) -> PostContext:
    """What posts are read with."""
    pages = (text for _, text in list_folder(texts, "pages"))
    known = find_known(settings, around.partners.values(), pages)
    return PostContext(settings, around.names.find, sources.files, today, known)
