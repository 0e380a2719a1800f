import { unstable_cache } from "next/cache";

const remembered = unstable_cache(async (text: string) => text.trim(), ["text"], { revalidate: 60 });

// entry: kind=http title=GET /api/cached
export async function GET() {
  return Response.json(await remembered("text"));
}
