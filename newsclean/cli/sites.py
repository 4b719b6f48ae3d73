"""``newsclean sites``: the plugins in use, and the commands to write and watch them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from newsclean.cli import authoring, watching
from newsclean.cli.authoring import PLUGIN, plugin_or
from newsclean.cli.setting import check_setting
from newsclean.cli.table import table
from newsclean.plan import Plan
from newsclean.plugin import Platform, Rule, Site
from newsclean.registry import Registry, load


@click.group()
def sites() -> None:
    """List, show, write, try and watch the site cleaners.

    \b
    Examples:
      newsclean sites list
      newsclean sites show business_standard
      newsclean sites new saved.html --url https://www.example-gazette.test/coast/ship
    """


for command in (*authoring.COMMANDS, *watching.COMMANDS):
    sites.add_command(command)


@sites.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
def list_sites(as_json: bool) -> None:
    """List the plugins in use: sites, then platforms.

    \b
    Examples:
      newsclean sites list
      newsclean sites list --json
      NEWSCLEAN_PLUGINS=off newsclean sites list
    """
    check_setting()
    registry = load()
    entries = [entry(plugin, registry) for plugin in (*by_name(registry.sites), *by_name(registry.platforms))]
    if as_json:
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    rows = [(e["name"], e["kind"], len(e["hosts"]), e["platform"] or "-", e["rules"]) for e in entries]
    click.echo(table(("NAME", "KIND", "HOSTS", "PLATFORM", "RULES"), rows))


@sites.command()
@click.argument("name", required=False)
@PLUGIN
def show(name: str | None, file: Path | None) -> None:
    """Show the layouts, fields and rules of one plugin; its platform's and its packs' rules are included.

    \b
    Examples:
      newsclean sites show business_standard
      newsclean sites show --plugin example_gazette.toml
    """
    check_setting()
    plugin = plugin_or(name, file)
    registry = load()
    click.echo("\n\n".join(sections(plugin, registry.plan(plugin), entry(plugin, registry))))


def by_name(plugins: tuple[Any, ...]) -> list[Any]:
    """Return plugins sorted by name."""
    return sorted(plugins, key=lambda plugin: plugin.name)


def entry(plugin: Site | Platform, registry: Registry) -> dict[str, Any]:
    """Return what the list says of a plugin."""
    site = plugin if isinstance(plugin, Site) else None
    return {
        "name": plugin.name,
        "kind": "site" if site else "platform",
        "hosts": list(site.hosts) if site else [],
        "platform": site.platform.name if site and site.platform else None,
        "rules": len(registry.plan(plugin).rules),
        "version": registry.plan(plugin).version,
    }


def sections(plugin: Site | Platform, plan: Plan, about: dict[str, Any]) -> list[str]:
    """Return the parts of ``sites show``."""
    lines = [f"{plan.name} ({about['kind']}, version {plan.version})"]
    lines += [f"hosts: {', '.join(about['hosts'])}"] if about["hosts"] else []
    lines += [f"platform: {about['platform']}"] if about["platform"] else []
    lines += [f"detected by: {plugin.detect}"] if isinstance(plugin, Platform) and plugin.detect else []
    out = ["\n".join(lines)]
    if plan.layouts:
        out.append(
            table(("LAYOUT", "MARKER", "BODY"), [(x.name + "*" * x.judged, x.marker, x.body) for x in plan.layouts])
        )
    if plan.fields:
        out.append(table(("FIELD", "CSS"), sorted(plan.fields.items())))
    if plan.rules:
        rows = [(r.id, how(r.rule), r.rule.label, r.rule.css or "-", r.rule.text or "-") for r in plan.rules]
        out.append(table(("RULE", "ACTION", "LABEL", "CSS", "TEXT"), rows))
    return out


def how(rule: Rule) -> str:
    """Return what a rule does, and on what condition."""
    conditions = [name for name in ("links", "context") if getattr(rule, name)]
    conditions += [f"next {rule.take_next}"] if rule.take_next else []
    conditions += [f"{rule.only} only"] if rule.only else []
    return rule.action + (f" ({', '.join(conditions)})" if conditions else "")
