// The desk's only script: theme, ties between text and notes, one key. Everything works without it.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search).get("theme");
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const theme = asked || kept();
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
      button.addEventListener("click", () => {
        root.dataset.theme = dark() ? "light" : "dark";
        try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private window */ }
        name();
      });
      button.hidden = false;
      name();
    }

    // on a narrow screen the facets start folded
    if (matchMedia("(max-width: 980px)").matches) for (const facets of document.querySelectorAll(".facets")) facets.open = false;

    // a wide figure in a narrow frame opens on its middle
    for (const frame of document.querySelectorAll(".frame[data-middle]")) frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) * frame.dataset.middle;

    document.querySelector(".rooms [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target.matches("input, textarea, select")) return;
      event.preventDefault();
      document.querySelector(".ask input")?.focus();
    });

    // print and copy stand hidden in the page: without the script they could do nothing
    for (const button of document.querySelectorAll("[data-print], [data-copy]")) {
      const copies = button.hasAttribute("data-copy");
      if (copies && !navigator.clipboard) continue;
      button.parentElement.hidden = false;
      button.addEventListener("click", async () => {
        if (!copies) return print();
        try { await navigator.clipboard.writeText(location.href); button.textContent = "Copied"; } catch { button.textContent = "Not allowed"; }
      });
    }

    // Escape folds what was opened over the page
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const open of document.querySelectorAll(".filterform[open]")) { open.open = false; open.querySelector("summary").focus(); }
    });
    document.addEventListener("click", (event) => {
      for (const open of document.querySelectorAll(".filterform[open]")) if (!open.contains(event.target)) open.open = false;
    });

    // data-c="c2" on a trigger and on its note; data-c="c1:actor c2:actor" on a participant
    const ties = [...document.querySelectorAll("[data-c]")];
    const light = (claim) => {
      for (const element of ties) {
        const tie = element.dataset.c.split(" ").map((one) => one.split(":")).find(([id]) => id === claim);
        element.classList.toggle("lit", Boolean(tie));
        if (tie?.[1]) element.dataset.as = tie[1];
      }
    };
    const point = (event) => {
      const element = event.target.closest?.("[data-c]");
      if (element && !element.dataset.c.includes(":")) light(element.dataset.c);
    };
    if (ties.length) for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, point);
  });
})();
