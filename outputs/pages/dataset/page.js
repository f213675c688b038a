"use strict";
// Everything that is shown goes through textContent: words of reports are words, whatever they look like.
(() => {
  const page = JSON.parse(document.getElementById("contents").textContent);
  const reports = records(page.reports);
  const incidents = records(page.incidents);
  const signs = new Map(page.kinds.map((kind) => [kind.name, kind]));
  const PAGE_ROWS = 50;
  const LONGEST_HASH = 100;
  const DAY = 86400000;

  const COLUMNS = [
    { title: "Date", value: (one) => one.start || one.end || "9999", show: days, opens: true },
    { title: "Place", value: (one) => where(one) },
    { title: "Type", value: (one) => one.event_type, show: (one) => one.sub_event_type || one.event_type, sign: true },
    { title: "Who", value: (one) => parties(one) },
    { title: "Killed", value: (one) => one.killed ?? -1, show: (one) => range(count(one, "killed")), number: true },
    { title: "Injured", value: (one) => one.injured ?? -1, show: (one) => range(count(one, "injured")), number: true },
    { title: "Outlets", value: (one) => one.publisher_count, show: (one) => String(one.publisher_count), number: true },
  ];

  const state = { shown: incidents, position: 0, column: 0, downward: false, area: null, open: null };
  const views = {};

  incidents.forEach((one, index) => {
    one.told = page.told[index];
    one.is_disputed = new Set(one.told.filter((told) => told.killed).map((told) => told.killed[1])).size > 1;
    const outlets = one.told.map((told) => reports[told.report].publisher);
    one.words = [one.id, where(one), one.admin1, parties(one), one.sub_event_type, one.summary, ...outlets]
      .filter(Boolean).join("\n").toLowerCase();
  });

  // -- small things

  function element(id) {
    return document.getElementById(id);
  }

  function make(tag, words, attributes = {}) {
    const made = document.createElement(tag);
    if (words !== undefined && words !== null) made.textContent = words;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function records(table) {
    return table.rows.map((row) => Object.fromEntries(table.columns.map((name, index) => [name, row[index]])));
  }

  function number(value) {
    return value.toLocaleString("en");
  }

  function counted(value, noun) {
    return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
  }

  function count(one, kind) {
    return one[kind] === null ? null : [one[`${kind}_low`], one[kind], one[`${kind}_high`]];
  }

  function range(counted) {
    if (!counted) return "";
    const [low, best, high] = counted;
    return low === high ? number(best) : `${number(best)} (${number(low)}–${number(high)})`;
  }

  function days(one) {
    if (!one.start && !one.end) return "no date";
    if (!one.start) return `until ${one.end}`;
    if (!one.end) return `from ${one.start}`;
    return one.start === one.end ? one.start : `${one.start} – ${one.end}`;
  }

  function where(one) {
    return [...new Set([one.place, one.country].filter(Boolean))].join(", ") || "no place";
  }

  function parties(one) {
    return [...new Set([one.actor1, one.actor2].filter(Boolean))].join(" – ");
  }

  function sign(name) {
    const made = make("span", signs.get(name)?.sign, { class: "sign", "aria-hidden": "true" });
    made.style.color = signs.get(name)?.colour;
    return made;
  }

  // -- choosing

  function chosen() {
    const words = element("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [country, since, until] = ["country", "since", "until"].map((id) => element(id).value);
    const least = element("least").value === "" ? null : Number(element("least").value);
    const disputed = element("disputed").checked;
    const kinds = new Set([...document.querySelectorAll("#kinds input:checked")].map((box) => box.value));
    return incidents.filter((one) =>
      kinds.has(one.event_type)
      && (!country || one.country === country)
      && (!since || (one.end || one.start) >= since && (one.end || one.start))
      && (!until || (one.start || one.end) <= until && (one.start || one.end))
      && (least === null || one.killed !== null && one.killed >= least)
      && (!disputed || one.is_disputed)
      && (!state.area || area(one) === state.area)
      && words.every((word) => one.words.includes(word)));
  }

  function area(one) {
    return one.latitude === null ? null : `${one.latitude} ${one.longitude}`;
  }

  function choose() {
    state.shown = chosen();
    state.position = 0;
    sort();
    tellCount();
    drawTable();
    drawCharts();
  }

  function tellCount() {
    const single = state.shown.filter((one) => !one.is_round_up);
    const sum = (name) => single.reduce((total, one) => total + (one[name] ?? 0), 0);
    const silent = single.filter((one) => one.killed === null).length;
    const parts = [
      `${number(state.shown.length)} of ${counted(incidents.length, "incident")}`,
      `${range([sum("killed_low"), sum("killed"), sum("killed_high")])} killed`,
    ];
    if (silent) parts.push(`${number(silent)} without a toll`);
    if (single.length < state.shown.length) {
      parts.push(`${counted(state.shown.length - single.length, "round-up")}, summed with nothing`);
    }
    element("count").textContent = parts.join(" · ");
  }

  // -- the table

  function sort() {
    const { value } = COLUMNS[state.column];
    const turn = state.downward ? -1 : 1;
    const order = (one, other) => (value(one) < value(other) ? -1 : value(one) > value(other) ? 1 : 0);
    state.shown = [...state.shown].sort((one, other) => turn * order(one, other));
  }

  function drawHead() {
    const row = document.querySelector("#table thead tr");
    COLUMNS.forEach((column, index) => {
      const cell = make("th", null, { scope: "col", class: column.number ? "number" : "" });
      const button = make("button", column.title, { type: "button" });
      button.addEventListener("click", () => {
        state.downward = state.column === index ? !state.downward : Boolean(column.number);
        state.column = index;
        state.position = 0;
        sort();
        drawTable();
      });
      cell.append(button);
      row.append(cell);
    });
  }

  function drawTable() {
    const heads = [...document.querySelectorAll("#table thead th")];
    heads.forEach((cell, index) => {
      const isSorted = index === state.column;
      cell.setAttribute("aria-sort", isSorted ? (state.downward ? "descending" : "ascending") : "none");
      cell.firstChild.textContent = COLUMNS[index].title + (isSorted ? (state.downward ? " ↓" : " ↑") : "");
    });
    const last = Math.min(state.position + PAGE_ROWS, state.shown.length);
    const rows = state.shown.slice(state.position, last).map(row);
    document.querySelector("#table tbody").replaceChildren(...rows);
    element("position").textContent = state.shown.length
      ? `${number(state.position + 1)}–${number(last)} of ${number(state.shown.length)}` : "Nothing fits this choice.";
    element("before").disabled = state.position === 0;
    element("after").disabled = last >= state.shown.length;
  }

  function row(one) {
    const made = make("tr");
    for (const column of COLUMNS) {
      const words = (column.show || column.value)(one);
      const cell = make("td", null, { class: column.number ? "number" : "", dir: "auto" });
      if (column.number) cell.dataset.name = column.title;
      if (column.opens) cell.append(make("button", words, { type: "button", class: "open" }));
      else cell.append(...(column.sign ? [sign(one.event_type)] : []), ...(words ? [words] : []));
      made.append(cell);
    }
    made.addEventListener("click", () => open(one));
    return made;
  }

  function turn(rows) {
    state.position = Math.max(0, state.position + rows);
    drawTable();
    element("table").scrollIntoView({ block: "nearest" });
  }

  function moveInTable(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.classList.contains("open")) return;
    event.preventDefault();
    const buttons = [...document.querySelectorAll("#table .open")];
    buttons[buttons.indexOf(event.target) + step]?.focus();
  }

  // -- one incident

  function open(one) {
    state.open = one;
    element("incident-title").replaceChildren(
      sign(one.event_type), `${one.sub_event_type || one.event_type} · ${where(one)} · ${days(one)}`);
    element("incident-body").replaceChildren(facts(one), ...tolls(one), ...one.told.map(report));
    const index = state.shown.indexOf(one);
    element("earlier").disabled = index <= 0;
    element("later").disabled = index < 0 || index >= state.shown.length - 1;
    if (!element("incident").open) element("incident").showModal();
    element("incident").scrollTop = 0;
    history.replaceState(null, "", `#${encodeURIComponent(one.id)}`);
  }

  function step(by) {
    const next = state.shown[state.shown.indexOf(state.open) + by];
    if (next) open(next);
  }

  function facts(one) {
    const list = make("dl");
    const told = [
      ["Killed", range(count(one, "killed"))],
      ["Injured", range(count(one, "injured"))],
      ["By", one.perpetrator],
      ["Against", one.target],
      ["Who", parties(one)],
      ["Within", one.radius_km ? `${number(one.radius_km)} km of the point` : null],
      ["Round-up", one.is_round_up ? "it counts other incidents" : null],
      ["Review", one.review_status],
      ["Id", one.id],
    ];
    for (const [name, words] of told) {
      if (words) list.append(make("dt", name), make("dd", words, { dir: "auto" }));
    }
    return list;
  }

  function tolls(one) {
    const tellers = one.told.filter((told) => told.killed || told.injured);
    const differ = (kind) => new Set(tellers.filter((told) => told[kind]).map((told) => told[kind].join())).size > 1;
    if (!differ("killed") && !differ("injured")) return [];
    const table = make("table", null, { class: "tolls" });
    const rows = [
      ["In the dataset", "", count(one, "killed"), count(one, "injured")],
      ...tellers.map((told) => [outlet(told), reports[told.report].published, told.killed, told.injured]),
    ];
    const head = make("tr");
    for (const name of ["Toll", "Published", "Killed", "Injured"]) head.append(make("th", name, { scope: "col" }));
    table.append(head);
    for (const [name, day, killed, injured] of rows) {
      const made = make("tr");
      made.append(make("th", name, { scope: "row", dir: "auto" }), make("td", day), make("td", range(killed)),
        make("td", range(injured)));
      table.append(made);
    }
    return [make("h3", "Reports that disagree"), table];
  }

  function outlet(told) {
    return reports[told.report].publisher || "outlet not known";
  }

  function report(told) {
    const source = reports[told.report];
    const made = make("article");
    const head = make("h3", null, { dir: "auto" });
    head.append([outlet(told), source.published || "no date", source.is_copy ? "a copy" : null]
      .filter(Boolean).join(" · "));
    made.append(head);
    if (source.title) made.append(make("p", source.title, { dir: "auto" }));
    if (/^https?:\/\//i.test(source.url || "")) {
      made.append(make("a", source.url, { href: source.url, rel: "noopener noreferrer nofollow", target: "_blank" }));
    }
    const text = make("div", null, { class: "text", dir: "auto" });
    text.append(...told.words.map(piece));
    made.append(text);
    return made;
  }

  function piece(part) {
    if (typeof part === "string") return document.createTextNode(part);
    const [field, label, inside] = part;
    const mark = make("mark", null, { class: `m-${field.replace(/[^a-z_]/gi, "")}` });
    mark.append(make("span", label, { class: "label" }), ...inside.map(piece));
    return mark;
  }

  // -- charts

  function areas() {
    const found = new Map();
    for (const one of state.shown) {
      if (one.latitude === null) continue;
      const key = `${area(one)} ${one.radius_km} ${one.event_type}`;
      const held = found.get(key) || { ...placed(one), incidents: 0, killed: null };
      held.incidents += 1;
      if (one.killed !== null) held.killed = (held.killed ?? 0) + one.killed;
      found.set(key, held);
    }
    return [...found.values()].sort((one, other) => other.radius_km - one.radius_km || other.killed - one.killed);
  }

  function placed(one) {
    const { latitude, longitude, radius_km, event_type } = one;
    return { latitude, longitude, radius_km, event_type, name: where(one), area: area(one) };
  }

  function periods() {
    return state.shown
      .filter((one) => one.period !== null && !one.is_round_up)
      .map((one) => ({ period: one.period, event_type: one.event_type, incidents: 1, killed: one.killed }));
  }

  function drawCharts() {
    const [places, bars] = [areas(), periods()];
    for (const [name, rows] of [["map", places], ["course-incidents", bars], ["course-killed", bars]]) {
      views[name]?.data("incidents", rows).resize().runAsync();
    }
    const located = state.shown.filter((one) => one.latitude !== null).length;
    const dated = bars.length;
    note("map-note", state.shown.length - located, "known by country or not at all, on no map");
    note("course-note", state.shown.filter((one) => !one.is_round_up).length - dated,
      `whose ${page.unit} is not known, in no bar`);
    element("map").setAttribute("aria-label", `Map of ${located} incidents at ${places.length} signs. `
      + "Arrows move it, plus and minus make it larger and smaller.");
    element("course-incidents").setAttribute("aria-label", `Bars: incidents by ${page.unit}, ${dated} in all.`);
    element("course-killed").setAttribute("aria-label", `Bars: killed by ${page.unit}.`);
  }

  function note(id, left, words) {
    element(id).textContent = left ? `${number(left)} ${words}.` : "";
  }

  async function embed(id, specification) {
    const box = element(id);
    const begun = id === "map" ? areas() : periods();
    const datasets = { ...specification.datasets, incidents: begun };
    const { view } = await window.vegaEmbed(box, { ...specification, datasets, ...size(id, specification) }, {
      ast: true, actions: false, renderer: "canvas", tooltip: false, defaultStyle: false, logLevel: 1,
    });
    view.addEventListener("mousemove", (event, item) => tip(event, item?.datum));
    view.addEventListener("mouseout", () => tip(null, null));
    view.addEventListener("click", (event, item) => item?.datum && pick(item.datum));
    views[id] = view;
  }

  function size(id, specification) {
    const width = element(id).clientWidth || 320;
    return { width, height: id === "map" ? Math.min(specification.height, width) : specification.height };
  }

  function tip(event, told) {
    const lines = told && (told.area ? placeLines(told) : told.event_type ? barLines(told) : null);
    element("tip").hidden = !lines;
    if (!lines) return;
    element("tip").textContent = lines.join("\n");
    element("tip").style.left = `${Math.min(event.clientX + 12, innerWidth - 200)}px`;
    element("tip").style.top = `${event.clientY + 12}px`;
  }

  function placeLines(told) {
    const killed = told.killed === null ? "killed: not stated" : `killed: ${number(told.killed)}`;
    return [told.name, told.event_type, `incidents: ${number(told.incidents)}`, killed];
  }

  function barLines(told) {
    const counts = ["incidents", "killed"].filter((name) => `sum_${name}` in told);
    return [told.event_type, ...counts.map((name) => `${name}: ${number(told[`sum_${name}`] ?? 0)}`)];
  }

  function pick(told) {
    if (told.area) {
      state.area = told.area;
      element("area").textContent = `Only ${told.name} ✕`;
      element("area").hidden = false;
      choose();
      return;
    }
    const start = Object.keys(told).find((name) => /^utc.*_period$/.test(name));
    if (!start) return;
    element("since").value = new Date(told[start]).toISOString().slice(0, 10);
    element("until").value = new Date(told[`${start}_end`] - DAY).toISOString().slice(0, 10);
    choose();
  }

  function everywhere() {
    state.area = null;
    element("area").hidden = true;
  }

  // -- the map's view

  function look(zoomBy, east, north) {
    const view = views.map;
    if (!view) return;
    const zoom = Math.min(Math.max(view.signal("zoom") * zoomBy, 40), 200000);
    const pixels = zoom * Math.PI / 180;
    const longitude = Math.min(Math.max(view.signal("longitude") + east / pixels, -180), 180);
    const latitude = Math.min(Math.max(view.signal("latitude") + north / pixels, -75), 80);
    view.signal("zoom", zoom).signal("longitude", longitude).signal("latitude", latitude).runAsync();
  }

  function lookAtAll() {
    const { longitude, latitude, wide, high } = page.charts.view;
    const zoom = 0.88 * Math.min(views.map.width() / wide, views.map.height() / high);
    views.map.signal("zoom", zoom).signal("longitude", longitude).signal("latitude", latitude).runAsync();
  }

  function moveMap(event) {
    const moves = {
      ArrowLeft: [1, -60, 0], ArrowRight: [1, 60, 0], ArrowUp: [1, 0, 60], ArrowDown: [1, 0, -60],
      "+": [1.5, 0, 0], "=": [1.5, 0, 0], "-": [1 / 1.5, 0, 0],
    };
    if (!moves[event.key]) return;
    event.preventDefault();
    look(...moves[event.key]);
  }

  function drag(down) {
    let [x, y] = [down.clientX, down.clientY];
    const move = (event) => {
      look(1, x - event.clientX, event.clientY - y);
      [x, y] = [event.clientX, event.clientY];
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", () => removeEventListener("pointermove", move), { once: true });
    addEventListener("pointercancel", () => removeEventListener("pointermove", move), { once: true });
  }

  function resize() {
    for (const [id, view] of Object.entries(views)) view.width(element(id).clientWidth).runAsync();
    views.map.height(size("map", page.charts.map).height).runAsync();
    lookAtAll();
  }

  function colour() {
    const style = getComputedStyle(document.documentElement);
    for (const view of Object.values(views)) {
      for (const ink of page.charts.inks) {
        try {
          view.signal(ink, style.getPropertyValue(`--${ink}`).trim());
        } catch {
          // not every chart has every ink
        }
      }
      view.runAsync();
    }
  }

  // -- beginning

  function drawFilters() {
    const countries = [...new Set(incidents.map((one) => one.country).filter(Boolean))].sort();
    element("country").append(...countries.map((name) => make("option", name, { value: name })));
    for (const { name } of page.kinds) {
      if (!incidents.some((one) => one.event_type === name)) continue;
      const label = make("label");
      const box = make("input", null, { type: "checkbox", value: name });
      box.defaultChecked = true;
      label.append(box, sign(name), name);
      element("kinds").append(label);
    }
  }

  function openByHash() {
    const id = decodeURIComponent(location.hash.slice(1, LONGEST_HASH));
    const one = incidents.find((other) => other.id === id);
    if (one) open(one);
  }

  async function begin() {
    drawFilters();
    drawHead();
    choose();
    element("filters").addEventListener("input", choose);
    element("filters").addEventListener("submit", (event) => event.preventDefault());
    element("filters").addEventListener("reset", () => setTimeout(() => { everywhere(); choose(); }));
    element("area").addEventListener("click", () => { everywhere(); choose(); });
    element("before").addEventListener("click", () => turn(-PAGE_ROWS));
    element("after").addEventListener("click", () => turn(PAGE_ROWS));
    element("table").addEventListener("keydown", moveInTable);
    element("earlier").addEventListener("click", () => step(-1));
    element("later").addEventListener("click", () => step(1));
    element("incident").addEventListener("close", () => history.replaceState(null, "", "#"));
    await embed("map", page.charts.map);
    await embed("course-incidents", page.charts.incidents);
    await embed("course-killed", page.charts.killed);
    element("map").addEventListener("keydown", moveMap);
    element("map").addEventListener("pointerdown", drag);
    element("nearer").addEventListener("click", () => look(1.5, 0, 0));
    element("farther").addEventListener("click", () => look(1 / 1.5, 0, 0));
    element("whole").addEventListener("click", lookAtAll);
    addEventListener("resize", resize);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colour);
    colour();
    lookAtAll();
    drawCharts();
    openByHash();
    document.documentElement.dataset.ready = "yes";
  }

  begin();
})();
