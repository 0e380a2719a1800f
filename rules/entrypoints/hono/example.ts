import { Hono } from "hono";

const app = new Hono()
  // entry: kind=http title=GET /health
  .get("/health", (c) => c.text("ok"))
  // entry: kind=http title=POST /chat
  .post("/chat", async (c) => c.json({}));

const items = new Hono();
// entry: kind=http title=DELETE /items/:id
items.delete("/:id", async (c) => c.body(null));
app.route("/items", items);

export default app;
