#!/usr/bin/env bash
# Find a Chromium for the browser tests, or get one; its path goes to standard output, all else to
# standard error. Nothing is printed if none can be had: the tests then skip, and under CI=true fail.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A name on the PATH is not enough: on Ubuntu it may be a script that only asks for a snap.
runs() { "$1" --version >/dev/null 2>&1; }

found() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" >/dev/null && runs "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

playwrights_own() {
    local path
    path=$(.venv/bin/python - 2>/dev/null <<'PY'
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PY
    ) && [ -x "$path" ] && runs "$path" && echo "$path"
}

found && exit 0
playwrights_own && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium >&2
    found && exit 0
    .venv/bin/playwright install --with-deps chromium >&2
else
    .venv/bin/playwright install chromium >&2
fi
playwrights_own && exit 0

echo "!!! NO CHROMIUM: THE BROWSER TESTS CANNOT RUN. Install one, such as: apt-get install chromium !!!" >&2
[ "${CI:-}" != true ]
