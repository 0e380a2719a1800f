// entry: kind=http title=POST /api/chat
export async function POST({ request }) {
  return new Response("hi");
}
