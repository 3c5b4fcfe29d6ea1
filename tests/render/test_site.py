import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.render.look import Look
from generator.render.stage import render
from tests.render.made import make, texts

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("source_text", ["full", "excerpts"])
def test_the_pages_make_a_site_without_our_plugin(tmp_path, source_text):
    """MkDocs builds what was rendered, finds every link and place, and warns of nothing."""
    edition = make()
    for page in render(edition, texts(edition), Look(source_text=source_text)):
        file = tmp_path / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.content)
    for name in ("index", "desk", "settings", "data"):
        file = tmp_path / "docs" / "guide" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text("# A page of the guide\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"(?ms)^  - briefings:\n(    .*\n?)*", "", settings)
    settings = settings.replace("templates/site", str(ROOT / "templates" / "site"))
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built = tmp_path / "site"
    assert (built / "briefings" / "strike" / "index.html").exists()
    assert (built / "data" / "edition.json").exists()
    home = (built / "index.html").read_text(encoding="utf-8")
    assert "assets/stylesheets/briefings.css" in home
    outside = re.findall(r'(?:src|href)="(?:https?:)?//(?!example\.org|squidfunk)[^"]+', home)
    assert not outside
