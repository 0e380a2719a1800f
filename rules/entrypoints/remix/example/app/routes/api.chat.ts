// entry: kind=http title=action /api/chat
export async function action({ request }) {
  return new Response("hi");
}
