// entry: kind=http title=POST /api/chat
export const POST = async ({ request }) => new Response("hi");
