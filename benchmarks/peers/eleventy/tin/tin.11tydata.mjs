export default {
  layout: "post.njk",
  permalink: (data) => `/tin/${data.page.date.getUTCFullYear()}/${data.slug}/`,
};
