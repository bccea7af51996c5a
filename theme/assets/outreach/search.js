/* The search page: asks Pagefind's index and shows what it finds.
   Words come from the page's own attributes; nothing is loaded from another host. */

const AT_ONCE = 10;
const LOADED_AT_ONCE = 30;
const PAUSE_MS = 250;
const STROKE = "\u0335";

/* In the index “đ” is “d” with a mark, so that it is found under “d” too. */
const spell = (text) => text.normalize("NFC").replace(/đ/g, `d${STROKE}`).replace(/Đ/g, `D${STROKE}`);
const read = (text) => text.normalize("NFC").replaceAll(`d${STROKE}`, "đ").replaceAll(`D${STROKE}`, "Đ");

/* Texts as they are compared: small letters without marks. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
const split = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/* Where Vietnamese is written, words have one form; elsewhere Pagefind finds “visited” under “visits”. */
const ENDING = document.documentElement.lang === "vi" ? 0 : 3;
const stem = (word) => word.slice(0, Math.max(word.length - ENDING, 3));

const textsOf = ({ meta, content }) => [Object.values(meta).join(" "), content].map(read);

/* Whether every word is in a page; “05/BC” is there under “05bc” too. */
function holds(page, words) {
  const text = fold(textsOf(page).join(" "));
  const pressed = text.replace(/[^\p{L}\p{N}\s]+/gu, "");
  return words.map(stem).every((word) => text.includes(word) || pressed.includes(word));
}

/* Pages in which the words stand side by side come first, above all those in whose title they do:
   syllables that lie apart are seldom the word that was meant. */
function sort(pages, words) {
  const phrase = ` ${words.join(" ")}`;
  const rank = (page) => {
    const at = textsOf(page).findIndex((text) => ` ${split(text).join(" ")}`.includes(phrase));
    return at < 0 ? Infinity : at;
  };
  return pages.map((page) => [rank(page), page]).sort(([a], [b]) => (a === b ? 0 : a - b)).map(([, page]) => page);
}

/* A part of the index that lacks a word answers with pages on which another one begins alike. Those
   are no results; the best page of each part tells, and names begin with their part's. */
async function sift(results, words) {
  const best = new Map();
  for (const one of results) {
    if (!best.has(partOf(one))) best.set(partOf(one), one);
  }
  const pages = await load([...best.values()]);
  const lacking = new Set([...best.keys()].filter((_, index) => !holds(pages[index], words)));
  return { lacking, results: results.filter((one) => !lacking.has(partOf(one))) };
}

const partOf = ({ id }) => id.slice(0, id.lastIndexOf("_"));

const load = (results) => Promise.all(results.map((one) => one.data()));

const tally = (values) => {
  const counts = {};
  for (const one of values) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

class Search {
  constructor(form) {
    const page = form.parentElement;
    this.form = form;
    this.field = form.elements.q;
    this.selects = [form.elements.loai, form.elements.nam];
    this.status = page.querySelector(".so-search__status");
    this.list = page.querySelector(".so-results");
    this.more = page.querySelector(".so-search__more button");
    this.run = 0;
    this.number = new Intl.NumberFormat(document.documentElement.lang);
  }

  start() {
    const asked = new URLSearchParams(location.search);
    this.field.value = asked.get("q") ?? "";
    this.chosen = Object.fromEntries(this.selects.map(({ name }) => [name, asked.get(name) ?? ""]));
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.find();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.find(), PAUSE_MS);
    });
    for (const select of this.selects) {
      select.addEventListener("change", () => {
        this.chosen[select.name] = select.value;
        this.find();
      });
    }
    this.more.addEventListener("click", () => this.goOn());
    if (this.field.value.trim()) {
      this.find();
    } else {
      this.field.focus();
    }
  }

  /* The index is opened when something is first asked of it. */
  async open() {
    const { index, parts, root } = this.form.dataset;
    const base = new URL(index, location.href);
    const pagefind = await import(new URL("pagefind.js", base).href);
    await pagefind.options({ basePath: base.pathname, baseUrl: new URL(root, location.href).pathname });
    await pagefind.init();
    const folders = parts.split(" ").filter(Boolean);
    await Promise.all(folders.map((one) => pagefind.mergeIndex(`${base.pathname}${one}/`, {
      baseUrl: new URL(root, location.href).pathname,
    })));
    return pagefind;
  }

  async find() {
    clearTimeout(this.pause);
    const run = ++this.run;
    const words = this.field.value.trim().replace(/\s+/g, " ");
    this.remember(words);
    if (!words) {
      this.clear("");
      return;
    }
    this.tell("waiting", { words });
    try {
      this.opened ??= this.open();
      const pagefind = await this.opened;
      const found = await this.ask(pagefind, words);
      if (run !== this.run) return;
      Object.assign(this, found);
      const some = await this.take(words);
      if (run !== this.run) return;
      this.clear();
      const count = some.length && some.length + this.ready.length + this.results.length;
      this.tell(count > 1 ? "many" : count ? "one" : "none", { words, count: this.number.format(count) });
      this.add(some);
      const counts = found.counts ?? (await this.count(pagefind, words));
      if (run === this.run) this.offer(counts, { exact: !found.lacking?.size });
    } catch (error) {
      this.opened = undefined;
      if (run === this.run) this.tell("failed", { words });
      throw error;
    }
  }

  /* Few results are read at once, so that what is counted is what is shown. */
  async ask(pagefind, words) {
    const wanted = split(words);
    const all = await sift((await pagefind.search(spell(words))).results, wanted);
    if (all.results.length > LOADED_AT_ONCE) {
      if (!this.narrows()) return { ready: [], ...all };
      const { results } = await this.narrow(pagefind, words);
      return { ready: [], ...all, results: results.filter((one) => !all.lacking.has(partOf(one))) };
    }
    const pages = sort(await load(all.results), wanted);
    const fits = ({ filters }, free) => this.selects.every(({ name }) => (
      name === free || !this.chosen[name] || filters[name]?.includes(this.chosen[name])
    ));
    const counts = this.selects.map(({ name }) => [
      name, tally(pages.filter((one) => fits(one, name)).flatMap(({ filters }) => filters[name] ?? [])),
    ]);
    return { results: [], ready: pages.filter((one) => fits(one)), counts: Object.fromEntries(counts) };
  }

  narrows() {
    return Object.values(this.chosen).some(Boolean);
  }

  narrow(pagefind, words) {
    const filters = Object.fromEntries(Object.entries(this.chosen).filter(([, value]) => value));
    return pagefind.search(spell(words), { filters });
  }

  /* How much there is of each kind and year among many results. That is loaded when the first ones
     stand: on a slow line they come sooner so. */
  async count(pagefind, words) {
    this.known ??= pagefind.filters();
    await this.known;
    return (await this.narrow(pagefind, words)).totalFilters;
  }

  /* The next results, best first. */
  async take(words) {
    if (this.ready.length < AT_ONCE) {
      const next = await load(this.results.splice(0, LOADED_AT_ONCE));
      this.ready.push(...sort(next, split(words)));
    }
    return this.ready.splice(0, AT_ONCE);
  }

  add(some) {
    this.list.append(...some.map(compose));
    this.more.hidden = !some.length || !(this.ready.length || this.results.length);
  }

  /* Whoever asked for more goes on reading at the first that came. */
  async goOn() {
    const { run } = this;
    const some = await this.take(this.field.value);
    if (run !== this.run) return;
    const shown = this.list.childElementCount;
    this.add(some);
    (this.list.children[shown] ?? this.list.lastElementChild).querySelector("a").focus();
  }

  /* What is chosen stays to be seen, if with 0; a count that may be too high isn't told. */
  offer(found, { exact }) {
    for (const select of this.selects) {
      const counts = { ...found[select.name] };
      const chosen = this.chosen[select.name];
      const values = Object.keys(counts).filter((one) => counts[one] || one === chosen);
      if (chosen && !values.includes(chosen)) values.push(chosen);
      values.sort(select.name === "nam" ? (a, b) => b - a : (a, b) => a.localeCompare(b, document.documentElement.lang));
      select.replaceChildren(select.options[0], ...values.map((one) => {
        const text = exact ? `${one} (${this.number.format(counts[one] ?? 0)})` : one;
        return new Option(text, one, false, one === chosen);
      }));
    }
  }

  clear(told) {
    this.list.replaceChildren();
    this.more.hidden = true;
    if (told !== undefined) this.status.textContent = told;
  }

  tell(what, blanks) {
    const sentence = this.form.dataset[`say${what[0].toUpperCase()}${what.slice(1)}`];
    this.status.textContent = sentence.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
  }

  /* The address always leads to what is shown. */
  remember(words) {
    const asked = new URLSearchParams(Object.entries({ q: words, ...this.chosen }).filter(([, one]) => one));
    history.replaceState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}`);
  }
}

/* One result: title, what it is and when, and the place where the words stand. */
function compose({ url, meta, content, excerpt, plain_excerpt: plain }) {
  const link = element("a", {}, read(meta.title));
  link.href = url;
  const line = [meta.kind, meta.day].filter(Boolean).map(read).join(" · ");
  return element("li", {}, element("h2", { className: "so-results__title" }, link),
    element("p", { className: "so-results__line" }, line),
    element("p", { className: "so-results__text" },
      content.startsWith(plain) ? "" : "… ", ...mark(excerpt), content.endsWith(plain) ? "" : " …"));
}

/* Pagefind puts <mark> around words and writes “<” of the text as an entity; nothing else is a tag. */
function mark(excerpt) {
  const plain = (text) => read(text).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt.split(/<\/?mark>/).map((piece, index) => (
    index % 2 ? element("mark", {}, plain(piece)) : plain(piece)
  ));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/* A theme that swaps pages without loading them runs this once and then tells of each page. */
const begin = () => {
  const form = document.querySelector("form.so-search[hidden]");
  if (form) new Search(form).start();
};
begin();
window.document$?.subscribe(begin);
