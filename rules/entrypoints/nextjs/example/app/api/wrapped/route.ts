import { auth } from "@acme/auth";

// entry: kind=http title=POST /api/wrapped
export const POST = auth(async (request: Request) => new Response("hi"));
