import Fastify, { type FastifyInstance, type FastifyPluginAsync } from "fastify";

const app = Fastify({ logger: true });

// entry: kind=http title=POST /chat
app.post("/chat", { schema: {} }, async (request) => ({ ok: true }));

async function hello(request: any, reply: any) {
  return "hi";
}
// entry: kind=http title=GET /hello
app.route({ method: "GET", url: "/hello", handler: hello });

async function plugin(instance: FastifyInstance) {
  // entry: kind=http title=PUT /items
  instance.put("/items", async () => "put");
}
app.register(plugin, { prefix: "/v1" });

const loaded: FastifyPluginAsync = async (fastify, _) => {
  // entry: kind=http title=POST /loaded
  fastify.post("/loaded", { schema: {} }, hello);
};
export default loaded;
