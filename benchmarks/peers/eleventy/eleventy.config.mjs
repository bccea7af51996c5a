// Lists by 20 and the numbers of each year, made of the posts' front matter.
import { readFileSync } from "node:fs";

const POSTS_A_PAGE = 20;
const school = JSON.parse(readFileSync("school.json", "utf-8"));

export default function (config) {
  config.addPassthroughCopy("site.css");
  config.addPassthroughCopy("tin/**/*.jpg");
  config.addGlobalData("school", school);
  config.addFilter("day", (date) => `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("drawing", pickDrawing);
  config.amendLibrary("md", (markdown) => markOutside(markdown));
  config.addCollection("posts", (api) => listPosts(api));
  config.addCollection("newest", (api) => listPosts(api).slice(0, POSTS_A_PAGE));
  config.addCollection("shelves", (api) => [...listShelves(listPosts(api))]);
  config.addCollection("summaries", (api) => {
    const posts = listPosts(api).reverse();
    return school.periods.map((period) => countPeriod(period, posts));
  });
  return {
    dir: { input: ".", output: "site", includes: "_includes" },
    templateFormats: ["njk", "md"],
    markdownTemplateEngine: false,
  };
}

let kept;

// Newest first, each with its neighbours and its kin; collections of one build ask for the same.
function listPosts(api) {
  const found = api.getFilteredByGlob("tin/**/*.md");
  if (kept?.first !== found[0]) {
    const posts = found.toReversed();
    const byType = groupBy(posts, (post) => post.data.type);
    posts.forEach((post, at) => {
      post.data.newer = posts[at - 1];
      post.data.older = posts[at + 1];
      post.data.related = byType.get(post.data.type).slice(0, 5).filter((one) => one !== post).slice(0, 4);
    });
    kept = { first: found[0], posts };
  }
  return kept.posts.slice();
}

function* listShelves(posts) {
  yield* listPages("/tin/", "Tất cả tin, bài", posts, true);
  for (const [year, own] of groupBy(posts, (post) => post.date.getUTCFullYear())) {
    yield* listPages(`/tin/${year}/`, `Tin, bài năm ${year}`, own, true);
  }
  for (const [type, own] of groupBy(posts, (post) => post.data.type)) {
    yield* listPages(`/hoat-dong/${type}/`, school.types[type], own, false);
  }
  for (const [partner, own] of groupBy(posts, (post) => post.data.partner)) {
    yield* listPages(`/doi-tac/${partner}/`, school.partners[partner], own, false);
  }
}

function* listPages(address, title, posts, byYear) {
  const pages = Math.ceil(posts.length / POSTS_A_PAGE);
  const addressOf = (number) => (number === 1 ? address : `${address}trang/${number}/`);
  for (let number = 1; number <= pages; number++) {
    yield {
      address: addressOf(number),
      title,
      byYear,
      posts: posts.slice((number - 1) * POSTS_A_PAGE, number * POSTS_A_PAGE),
      number,
      pages,
      previous: number > 1 ? addressOf(number - 1) : null,
      next: number < pages ? addressOf(number + 1) : null,
    };
  }
}

function countPeriod(period, posts) {
  const within = posts.filter((post) => period.from <= iso(post) && iso(post) <= period.to);
  const byMonth = groupBy(within, (post) => iso(post).slice(0, 7));
  const months = period.months.map(({ id, title }) => [id, title]);
  return {
    ...period,
    totals: countPosts(within),
    types: countGroups(Object.entries(school.types), groupBy(within, (post) => post.data.type)),
    months: countGroups(months, byMonth),
    partners: countGroups(Object.entries(school.partners), groupBy(within, (post) => post.data.partner)),
    bars: drawBars(months.map(([id]) => ({ id, number: byMonth.get(id)?.length ?? 0 }))),
  };
}

function countGroups(names, groups) {
  return names.filter(([id]) => groups.has(id)).map(([id, label]) => ({ id, label, ...countPosts(groups.get(id)) }));
}

function countPosts(posts) {
  const sum = (key) => posts.reduce((total, post) => total + post.data[key], 0);
  return { posts, staff: sum("staff"), students: sum("students") };
}

function drawBars(months) {
  const most = Math.max(1, ...months.map(({ number }) => number));
  return months.map(({ id, number }, at) => ({
    x: at * 30,
    height: Math.trunc((130 * number) / most),
    number,
    label: `T${id.slice(5)}`,
  }));
}

// One of the drawings, always the same for a title.
function pickDrawing(title) {
  let sum = 0;
  for (const letter of title) sum += letter.codePointAt(0);
  return school.drawings[sum % school.drawings.length];
}

// Links that leave the site say so, as ours do.
function markOutside(markdown) {
  markdown.renderer.rules.link_open = (tokens, at, options, env, self) => {
    if (tokens[at].attrGet("href").startsWith("http")) tokens[at].attrSet("rel", "noopener");
    return self.renderToken(tokens, at, options);
  };
}

// As `Map.groupBy`, which older releases of Node lack.
function groupBy(posts, keyOf) {
  const groups = new Map();
  for (const post of posts) {
    const key = keyOf(post);
    groups.has(key) ? groups.get(key).push(post) : groups.set(key, [post]);
  }
  return groups;
}

function iso(post) {
  return post.date.toISOString().slice(0, 10);
}

function pad(number) {
  return String(number).padStart(2, "0");
}
