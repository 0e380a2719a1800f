import express, { Router } from "express";
import { handle } from "./example_handler";

const app = express();
const router = Router();

// entry: kind=http title=GET /health
app.get("/health", (req, res) => res.send("ok"));

// entry: kind=http title=POST /api/chat
router.post("/chat", express.json(), async (req, res) => {
  res.json({});
});

app.use("/api", router);

class Controller {
  // entry: kind=http title=PUT /items/:id
  async update(req: any, res: any) {
    res.json({});
  }
}
const controller = new Controller();
app.put("/items/:id", controller.update.bind(controller));
app.delete("/items/:id", handle);

app.listen(3000, () => console.log("up"));
