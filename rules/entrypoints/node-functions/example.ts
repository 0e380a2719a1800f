export default {
  // entry: kind=http title=worker example fetch
  async fetch(request: Request, env: unknown) {
    return new Response("hi");
  },
  // entry: kind=http title=worker example scheduled
  async scheduled() {},
};
