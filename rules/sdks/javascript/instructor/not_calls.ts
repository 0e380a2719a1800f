import Instructor from "./our-own-instructor";

const client = Instructor({ client: undefined, mode: "TOOLS" });
await client.pages.create({ model: "ours" });
