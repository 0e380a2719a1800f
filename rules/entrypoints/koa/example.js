const Koa = require("koa");
const Router = require("@koa/router");

const router = new Router({ prefix: "/api" });

// entry: kind=http title=POST /api/chat
router.post("/chat", async (ctx) => {
  ctx.body = "hi";
});

const app = new Koa();
app.use(router.routes());
app.listen(3000);
