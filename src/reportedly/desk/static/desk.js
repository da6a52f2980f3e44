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
    for (const frame of document.querySelectorAll(".frame[data-middle]")) frame.scrollLeft = frame.scrollWidth * frame.dataset.middle - frame.clientWidth / 2;

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

    // a drawing as PNG: the SVG that the server gives, drawn at twice its size
    for (const button of document.querySelectorAll("[data-png]")) {
      button.parentElement.hidden = false;
      button.addEventListener("click", async () => {
        const image = new Image();
        image.src = button.dataset.png;
        try { await image.decode(); } catch { button.textContent = "No drawing"; return; }
        const canvas = Object.assign(document.createElement("canvas"), { width: 2 * image.naturalWidth, height: 2 * image.naturalHeight });
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => {
          const name = new URL(image.src).pathname.split("/").pop().replace(/\.svg$/, ".png");
          const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
        }, "image/png");
      });
    }

    // an address names only the filters that are set
    for (const form of document.querySelectorAll(".filterform form")) {
      const blank = (off) => { for (const field of form.elements) if (field.name && !field.value) field.disabled = off; };
      form.addEventListener("submit", () => blank(true));
      addEventListener("pageshow", () => blank(false));
    }

    // Escape folds what was opened over the page
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const open of document.querySelectorAll(".filterform[open]")) { open.open = false; open.querySelector("summary").focus(); }
    });
    document.addEventListener("click", (event) => {
      for (const open of document.querySelectorAll(".filterform[open]")) if (!open.contains(event.target)) open.open = false;
    });

    // progress of what is being added: the server sends the part of the page that changes
    for (const part of document.querySelectorAll("[data-poll]")) {
      const look = async () => {
        if (part.querySelector("[data-done='1']")) return;
        try {
          const answer = await fetch(part.dataset.poll);
          if (answer.ok) part.innerHTML = await answer.text();
        } catch { /* the desk was closed: the last state stays */ }
        setTimeout(look, pause);
      };
      const pause = Number(part.dataset.every || 700);
      setTimeout(look, pause);
    }

    // files dropped on the form are sent at once
    for (const form of document.querySelectorAll(".drop")) {
      const input = form.querySelector("input[type=file]");
      form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
      form.addEventListener("dragleave", () => form.classList.remove("over"));
      form.addEventListener("drop", (event) => {
        event.preventDefault();
        form.classList.remove("over");
        if (!event.dataTransfer.files.length) return;
        input.files = event.dataTransfer.files;
        form.requestSubmit();
      });
    }

    // judging by keyboard: one field after the other
    const fields = [...document.querySelectorAll("[data-field]")];
    if (fields.length) {
      let at = -1;
      const go = (to) => {
        at = Math.max(0, Math.min(fields.length - 1, to));
        for (const [number, field] of fields.entries()) field.classList.toggle("at", number === at);
        fields[at].querySelector("input[type=radio]").focus({ preventScroll: false });
      };
      const verdicts = { r: "right", w: "wrong", "?": "unsure", x: "withdrawn" };
      addEventListener("keydown", (event) => {
        if (event.target.matches("input[type=text], textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); go(at + (event.key === "ArrowDown" ? 1 : -1)); return; }
        const verdict = verdicts[event.key];
        if (!verdict || at < 0) return;
        const choice = fields[at].querySelector(`input[value=${verdict}]`);
        if (!choice) return;  // what was not judged cannot be withdrawn
        event.preventDefault();
        choice.checked = true;
        if (verdict === "wrong") fields[at].querySelector("input[type=text]")?.focus(); else go(at + 1);
      });
      for (const [number, field] of fields.entries()) field.addEventListener("focusin", () => { at = number; for (const one of fields) one.classList.toggle("at", one === field); });
    }

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
    // a party of the cast lights every mention of it among the claims
    const mentions = [...document.querySelectorAll("[data-w]")];
    const meant = (event) => {
      const party = event.target.closest?.("[data-party]")?.dataset.party;
      for (const one of mentions) one.classList.toggle("meant", Boolean(party) && one.dataset.w.split(" ").includes(party));
    };
    if (mentions.length) for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, meant);
    if (ties.length) for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, point);

    // an address of a claim shows its words in the text, and its note beside them or as a sheet
    const told = () => {
      for (const one of document.querySelectorAll(".note.sheet")) one.classList.remove("sheet");
      const note = document.getElementById(location.hash.slice(1));
      const word = note?.matches(".note") && document.getElementById("t" + note.dataset.c.slice(1));
      if (!word) return;
      word.closest("details")?.setAttribute("open", "");
      scrollBy({ top: word.getBoundingClientRect().top - innerHeight * 0.25, behavior: "instant" });
      light(note.dataset.c);
      const box = note.getBoundingClientRect();
      note.classList.toggle("sheet", box.top < 60 || box.bottom > innerHeight);
    };
    // the browser itself goes to the note first, once all is there
    addEventListener("load", () => requestAnimationFrame(told));
    addEventListener("hashchange", told);
  });
})();
