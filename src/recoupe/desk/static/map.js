// The map that one can move, drawn over the picture that is there without it. All words are set as text.
"use strict";
(async () => {
  const place = document.getElementById("map");
  if (!place || typeof L === "undefined") return;
  let told;
  try {
    const answer = await fetch(place.dataset.drawn);
    if (!answer.ok) return;
    told = await answer.json();
  } catch {
    return;
  }
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const words = place.querySelector("img").alt;
  place.replaceChildren();
  place.classList.add("moves");
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", words);
  const map = L.map(place, { zoomControl: false, attributionControl: false, worldCopyJump: true, minZoom: 2, maxZoom: 13 });
  L.control.zoom({ zoomInTitle: told.zoom[0], zoomOutTitle: told.zoom[1] }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.fitBounds(told.frame);
  L.geoJSON(told.outlines, {
    interactive: false,
    style: { color: colour("--quiet"), weight: 1, fillColor: colour("--raised"), fillOpacity: 1 },
  }).addTo(map);
  const dashes = { exact: null, near: "6 4", within: "6 4", region: "2 4", country: "1 6" };
  for (const disc of told.discs) {
    L.circle(disc.at, {
      radius: disc.km * 1000, interactive: false, color: colour("--link"), weight: 1.5,
      dashArray: dashes[disc.certainty], fillOpacity: disc.certainty === "country" ? 0 : 0.15,
    }).addTo(map);
  }
  const marks = [];
  for (const spot of told.spots) {
    const mark = document.createElement("span");
    mark.textContent = spot.says;
    marks.push([mark, spot]);
    const icon = L.divIcon({ className: "spot", html: mark, iconSize: null });
    L.marker(spot.at, { icon, title: spot.title, alt: spot.title, keyboard: true })
      .bindPopup(popup(spot), { autoPanPaddingTopLeft: [56, 10], maxWidth: 240 }).addTo(map);
  }
  untangle();
  map.on("zoomend", untangle);

  // where two names would lie over each other, the one told less keeps its number alone
  function untangle() {
    const held = [];
    for (const [mark, spot] of marks) {
      mark.textContent = spot.says;
      if (held.some((box) => meet(box, mark.getBoundingClientRect()))) mark.textContent = spot.number;
      held.push(mark.getBoundingClientRect());
    }
  }

  function meet(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  function popup(spot) {
    const box = document.createElement("div");
    for (const [name, counts, certainty] of spot.lines) {
      const head = document.createElement("strong");
      head.textContent = name;
      const says = document.createElement("p");
      says.append(head, document.createElement("br"), `${counts} · ${certainty}`);
      box.append(says);
    }
    if (spot.more) {
      const more = document.createElement("p");
      more.textContent = spot.more;
      box.append(more);
    }
    return box;
  }
})();
