"""`stage`: the same pages as a plain project, for engines that run no plugin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from builder.disk.site_folder import check_stage_folder
from builder.disk.staging import open_stage
from builder.workflow.build import Built
from builder.workflow.content import read_content
from builder.workflow.delivery import Delivery
from builder.workflow.prepare import Order, prepare_delivery
from builder.workflow.steps import Tell

Write = Callable[[Path, Delivery, Path], None]
"""Writes a delivery of a project as a plain project into an empty folder."""


def run_stage(order: Order, folder: Path, write: Write, *, tell: Tell) -> Built:
    """Write the plain project whole, or leave the folder as it is."""
    target = folder.resolve()
    check_stage_folder(target, order.folder)
    tell("step-read")
    content = read_content(order.folder, order.today, for_pages=True, tell=tell)
    delivery = prepare_delivery(content, replace(order, plain=True), tell)
    if delivery is None:
        return Built(content, None)
    tell("step-write")
    with open_stage(target) as stage:
        write(order.folder, delivery, stage.folder)
        stage.publish()
    return Built(content, target, delivery.fonts)
