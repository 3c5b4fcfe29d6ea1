// Without this file every page reads the same; it adds two comforts.
(function () {
  "use strict";

  // An item that runs over several sentences has its anchor on the first piece only.
  function light() {
    var id = location.hash.slice(1);
    document.querySelectorAll(".bf-lit").forEach(function (piece) {
      piece.classList.remove("bf-lit");
    });
    if (/^[\w-]+$/.test(id)) {
      document.querySelectorAll('[data-of="' + id + '"]').forEach(function (piece) {
        piece.classList.add("bf-lit");
      });
    }
  }

  // The theme's search dialog has no name of its own for those who hear the page.
  function name() {
    var search = document.querySelector(".md-search[role=dialog]");
    if (search && !search.hasAttribute("aria-label")) {
      search.setAttribute("aria-label", "Search");
    }
  }

  window.addEventListener("hashchange", light);
  light();
  name();
})();
