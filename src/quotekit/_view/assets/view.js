"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = new Map(all(".card").map((card) => [card.dataset.q, card]));
  const parts = new Map([...cards.keys()].map((key) => [key, []]));
  for (const part of all("[data-q]:not(.card)"))
    for (const key of part.dataset.q.split(" ")) parts.get(key)?.push(part);

  // Filters: a quotation that is filtered out becomes plain text again, and leaves the lists.
  const form = document.getElementById("filters");
  const status = document.getElementById("shown");
  const filter = () => {
    const speaker = form.elements.speaker.value;
    const kinds = all("[name=kind]:checked", form).map((box) => box.value);
    const least = Number(form.elements.confidence.value);
    form.elements.least.value = least.toFixed(2);
    const off = new Set();
    for (const [key, card] of cards) {
      const { s, k, c } = card.dataset;
      if ((speaker && s !== speaker) || !kinds.includes(k) || Number(c) < least) off.add(key);
    }
    for (const part of new Set([...parts.values()].flat()))
      part.classList.toggle("off", part.dataset.q.split(" ").every((key) => off.has(key)));
    for (const row of all(".speakers > li"))
      row.classList.toggle("off", !row.querySelector(".jumps a:not(.off)"));
    for (const row of all(".moments > li"))
      row.classList.toggle("off", !row.querySelector("[data-q]:not(.off)"));
    status.textContent = `${cards.size - off.size} of ${cards.size} quotations shown`;
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.querySelector("button").addEventListener("click", () => {
    form.reset();
    filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  // Details: shown beside what is pointed at, focused or tapped; Escape or a click elsewhere closes.
  let light = [];
  let leaving = 0;
  let hovered = false;
  const mark = (key) => {
    for (const part of light) part.classList.remove("on");
    light = key ? parts.get(key) : [];
    for (const part of light) part.classList.add("on");
  };
  const place = (card, near) => {
    const box = near.getClientRects()[0] ?? near.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const below = box.bottom + 8 + height < innerHeight || box.top < height + 8;
    const x = Math.max(8, Math.min(box.left, innerWidth - width - 8));
    card.style.setProperty("--x", `${x}px`);
    card.style.setProperty("--y", `${Math.max(8, below ? box.bottom + 8 : box.top - height - 8)}px`);
    card.classList.add("placed");
  };
  const show = (key, near) => {
    const card = cards.get(key);
    if (!card?.showPopover || near.classList.contains("off")) return;
    clearTimeout(leaving);
    if (!card.matches(":popover-open")) card.showPopover();
    place(card, near);
    mark(key);
  };
  const hide = () => {
    for (const card of all(".card:popover-open")) card.hidePopover();
  };
  const keyOf = (part) => part?.dataset.q.split(" ")[0];
  for (const card of cards.values()) {
    card.addEventListener("toggle", (event) => {
      if (event.newState === "closed" && !document.querySelector(".card:popover-open")) mark(null);
    });
    card.addEventListener("pointerenter", () => clearTimeout(leaving));
  }
  for (const button of all(".ref")) {
    button.popoverTargetAction = "show";
    button.addEventListener("focus", () => {
      if (button.matches(":focus-visible")) show(keyOf(button), button);
    });
  }
  for (const text of all(".words")) {
    text.addEventListener("pointerover", (event) => {
      const part = event.target.closest("[data-q]");
      if (event.pointerType !== "mouse" || !part) return;
      hovered = true;
      show(keyOf(part), part);
    });
    text.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "mouse" || !hovered) return;
      clearTimeout(leaving);
      leaving = setTimeout(hide, 400);
    });
    text.addEventListener("click", (event) => {
      const part = event.target.closest(".q, .ref");
      if (!part || event.target.closest("a")) return;
      hovered = false;
      setTimeout(() => show(keyOf(part), part));
    });
  }
  document.addEventListener("pointerover", (event) => {
    if (event.target.closest(".card:popover-open")) clearTimeout(leaving);
  });
})();
