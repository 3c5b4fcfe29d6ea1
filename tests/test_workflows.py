"""What runs on GitHub: real tools read the files of .github, and a bad workflow is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").iterdir())
BIN = Path(sys.executable).parent
"""The tools are those of the lock, installed beside this Python."""

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
USES = re.compile(r"^\s*(?:- )?uses:\s*(?P<action>\S+)(?P<comment>.*)$", re.MULTILINE)
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
TARGET = re.compile(r"\bmake ([a-z]+)")
WRITING = {("pages.yml", "publish"): {"pages": "write", "id-token": "write"}}
"""The jobs that may do more than read, and what."""


def tools(folder, only=""):
    """Return what the tools, or only one of them, find wrong in a folder laid out as .github is."""
    flows = sorted(str(file) for file in (folder / "workflows").iterdir())
    schema = ("check-jsonschema", "--no-cache", "--builtin-schema")
    calls = (
        ("zizmor", "--offline", "--strict-collection", "--no-progress", "--color=never", folder),
        (*schema, "vendor.github-workflows", *flows),
        (*schema, "vendor.dependabot", folder / "dependabot.yml"),
        ("yamllint", "--strict", "-c", ROOT / ".yamllint.yml", folder),
    )
    found = []
    for name, *arguments in calls:
        if only not in ("", name):
            continue
        run = subprocess.run(
            [BIN / name, *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={"PATH": os.defpath, "HOME": str(folder)},
        )
        if run.returncode:
            found.append(f"{name}: {run.stdout}{run.stderr}")
    return "\n".join(found)


def steps(flow, action=""):
    """Return the steps of a workflow; with a name, those that use this action."""
    every = [step for job in flow["jobs"].values() for step in job.get("steps", [])]
    return [step for step in every if step.get("uses", "").startswith(action)] if action else every


def rules(file):
    """Return which of our own rules a workflow breaks; the tools know nothing of them."""
    text = file.read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    scripts = [step["run"] for step in steps(flow) if "run" in step]
    named = set(TARGET.findall("\n".join(scripts)))
    there = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    pins = [f"{one['action']}{one['comment']}" for one in USES.finditer(text)]
    jobs = flow["jobs"].items()
    reading = {"contents": "read"}
    broken = {
        "no rights at the top": flow.get("permissions") != {},
        # YAML reads a bare "on" as true
        "a trigger that gives forks rights": "pull_request_target" in flow[True],
        "an action without hash and version": any(not PINNED.fullmatch(pin) for pin in pins),
        "a secret": "secrets" in text or "github.token" in text,
        "a value pasted into a script": any("${{" in script for script in scripts),
        "a cache": any("cache" in str(step.get("with", "")) for step in steps(flow))
        or "actions/cache" in text,
        "a checkout that keeps its credentials": any(
            step.get("with", {}).get("persist-credentials") is not False
            for step in steps(flow, "actions/checkout@")
        ),
        "a job without a time limit": any("timeout-minutes" not in job for _, job in jobs),
        "more rights than to read": any(
            job.get("permissions") != WRITING.get((file.name, name), reading) for name, job in jobs
        ),
        "a make target that is not there": not named <= there,
        "runs that pile up": "concurrency" not in flow,
    }
    return [rule for rule, is_broken in broken.items() if is_broken]


def test_the_tools_find_nothing():
    """Security, schema and form of every file in .github are in order."""
    assert tools(GITHUB) == ""


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_our_own_rules_hold(file):
    """Each workflow is pinned, bounded in time, without secrets, and has the least rights."""
    assert rules(file) == []


def test_every_python_is_tested():
    """The tests run on each Python that the program promises, with `make test`."""
    flow = yaml.safe_load((GITHUB / "workflows/tests.yml").read_text("utf-8"))
    assert flow["jobs"]["test"]["strategy"]["matrix"]["python"] == PYTHONS
    scripts = [step.get("run", "") for step in flow["jobs"]["test"]["steps"]]
    assert 'make test PYTHON="$PYTHON"' in scripts


def test_what_runs_when():
    """Previews come with pull requests alone, and only what is on main is published."""
    triggers = {
        file.name: yaml.safe_load(file.read_text(encoding="utf-8"))[True] for file in WORKFLOWS
    }
    main = {"push": {"branches": ["main"]}}
    assert triggers == {
        "preview.yml": {"pull_request": None},
        "pages.yml": main,
        "tests.yml": {"pull_request": None, **main},
    }


def test_one_action_has_one_hash():
    """The same action is at the same version everywhere."""
    pins = {m["action"] for file in WORKFLOWS for m in USES.finditer(file.read_text("utf-8"))}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


CHECKOUT = next(
    line.partition("uses: ")[2]
    for line in (GITHUB / "workflows/preview.yml").read_text("utf-8").splitlines()
    if "actions/checkout@" in line
)
PLANTED = {
    # what is wrong: (what is replaced in preview.yml, by what, the tool, what it says)
    "an action by its tag": (CHECKOUT, "actions/checkout@v7", "zizmor", "unpinned-uses"),
    "rights for forks": (
        "  pull_request:\n",
        "  pull_request_target:\n",
        "zizmor",
        "dangerous-triggers",
    ),
    "a title in a script": (
        "run: |\n",
        "run: |\n          echo '${{ github.event.pull_request.title }}'\n",
        "zizmor",
        "template-injection",
    ),
    "credentials left behind": (
        "persist-credentials: false",
        "fetch-depth: 1",
        "zizmor",
        "artipacked",
    ),
    "YAML that ends too soon": ("jobs:\n", "jobs: [\n", "yamllint", "syntax error"),
    "a key of no meaning": (
        "timeout-minutes",
        "timeout-minuts",
        "check-jsonschema",
        "timeout-minuts",
    ),
    "a key twice": (
        "permissions: {}\n",
        "permissions: {}\npermissions: {}\n",
        "yamllint",
        "duplication of key",
    ),
}
PLANTED_FOR_RULES = {
    "no word on rights": ("permissions: {}\n", "", "no rights at the top"),
    "a hash without its version": (" # v7.0.0", "", "an action without hash and version"),
    "half a hash": (CHECKOUT[17:37], "", "an action without hash and version"),
    "an action of somebody else": (
        "actions/checkout@",
        "somebody/checkout@",
        "an action without hash and version",
    ),
    "a right to write": ("contents: read", "contents: write", "more rights than to read"),
    "a secret": ('"false"', "${{ secrets.KEY }}", "a secret"),
    "a target that is not there": ("make site ", "make sight ", "a make target that is not there"),
    "a cache": ('python-version: "3.13"', "cache: pip", "a cache"),
    "a value in a script": ("exit 1", "exit ${{ inputs.code }}", "a value pasted into a script"),
    "no end in time": ("    timeout-minutes: 20\n", "", "a job without a time limit"),
    "a trigger": (
        "  pull_request:\n",
        "  pull_request_target:\n",
        "a trigger that gives forks rights",
    ),
}


@pytest.fixture
def copy(tmp_path):
    """A copy of .github to plant something bad in; the tools find nothing in it yet."""
    return Path(shutil.copytree(GITHUB, tmp_path / ".github"))


def plant(folder, name, old, new):
    """Replace some words of a file, which must be there."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


@pytest.mark.parametrize(("old", "new", "tool", "said"), PLANTED.values(), ids=PLANTED)
def test_the_tools_refuse(copy, old, new, tool, said):
    """Called as above, the tools find what is planted and name it."""
    plant(copy, "workflows/preview.yml", old, new)
    assert said in tools(copy, tool)


def test_the_tools_refuse_a_workflow_without_a_word_on_rights(copy):
    """With rights given neither at the top nor in the job, the security check says so."""
    plant(copy, "workflows/preview.yml", "permissions: {}\n", "")
    reading = "    permissions:\n      contents: read # to check out, and nothing else\n"
    plant(copy, "workflows/preview.yml", reading, "")
    assert "excessive-permissions" in tools(copy, "zizmor")


def test_the_tools_refuse_a_broken_file_alone(copy):
    """A file that is no YAML is an error of the security check too, not skipped by it."""
    plant(copy, "workflows/preview.yml", "jobs:\n", "jobs: [\n")
    assert "zizmor: " in tools(copy, "zizmor")


@pytest.mark.parametrize(
    ("old", "new", "tool", "said"),
    [
        ("    cooldown:\n      default-days: 14\n", "", "zizmor", "dependabot-cooldown"),
        ("interval: weekly", "interval: at times", "check-jsonschema", "at times"),
    ],
    ids=["no cool-down", "a setting of no meaning"],
)
def test_the_tools_refuse_in_dependabot(copy, old, new, tool, said):
    """A release taken on its first day, and a setting that there is not, are found."""
    plant(copy, "dependabot.yml", old, new)
    assert said in tools(copy, tool)


@pytest.mark.parametrize(("old", "new", "said"), PLANTED_FOR_RULES.values(), ids=PLANTED_FOR_RULES)
def test_our_own_rules_refuse(copy, old, new, said):
    """Each of our own rules finds what is planted against it."""
    assert said in rules(plant(copy, "workflows/preview.yml", old, new))


@pytest.mark.parametrize(
    ("make", "code", "summary"),
    [
        ("echo '## Built' >> \"$FILE\"", 0, "## Built\n"),
        ("echo '## Not built' >> \"$FILE\"; exit 2", 1, "## Not built\n"),
        ("exit 2", 1, "## Briefings: the site was not built\n\nThe log of this step says why.\n"),
    ],
    ids=["built", "not built, and said so", "fell over before it could say"],
)
@pytest.mark.parametrize("name", ["preview.yml", "pages.yml"])
def test_the_summary_always_says_how_it_ended(tmp_path, name, make, code, summary):
    """The step that builds fails if the build does, and its summary is never empty."""
    flow = yaml.safe_load((GITHUB / "workflows" / name).read_text(encoding="utf-8"))
    [script] = [step["run"] for step in steps(flow) if step["name"] == "Build"]
    file = tmp_path / "a summary.md"
    stand_in = tmp_path / "make"
    # It is called as `make site ARGS=...` and splits ARGS as the shell of a recipe does.
    lines = ("#!/bin/sh", 'eval "set -- ${2#ARGS=}"', 'FILE="$2"', make)
    stand_in.write_text("\n".join(lines) + "\n", encoding="utf-8")
    stand_in.chmod(0o755)
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        env={"PATH": f"{tmp_path}:{os.defpath}", "GITHUB_STEP_SUMMARY": str(file)},
        check=False,
        timeout=30,
    )
    assert (run.returncode, file.read_text(encoding="utf-8")) == (code, summary)
